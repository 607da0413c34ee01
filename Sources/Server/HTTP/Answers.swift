import Documents
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension ResponseBody {
    /// Canonical JSON of a view. Views hold only what can be encoded, so that this cannot fail.
    init(json value: some Encodable) {
        self.init(byteBuffer: ByteBuffer(bytes: (try? CanonicalJSON.encode(value)) ?? Data("null".utf8)))
    }
}

extension Response {
    static func svg(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "image/svg+xml; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response
    {
        var headers = headers
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: .init(json: value))
    }
}

/// A page of a list.
struct Page<Item: Encodable>: Encodable {
    var items: [Item]
    /// Ask with this as `cursor` for what comes next; null at the end.
    var nextCursor: String?

    /// - Parameter found: one more than the limit where there is more.
    init(_ found: [Item], limit: Int, cursor: (Item) -> String) {
        items = Array(found.prefix(limit))
        nextCursor = found.count > limit ? items.last.map(cursor) : nil
    }

    init(_ items: [Item], cursor: String?) {
        self.items = items
        nextCursor = cursor
    }

    enum CodingKeys: String, CodingKey {
        case items
        case nextCursor = "next_cursor"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(nextCursor, forKey: .nextCursor)
    }
}
