import Agreements
import Calendars
import Crypto
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// Calendars that programs subscribe to, and what stands at their addresses.
struct CalendarRoutes {
    /// The path before the secret of an address. Whatever comes after it is for nobody's eyes.
    static let prefix = "/calendar/"
    /// How long a program may show a calendar without asking again, in seconds.
    private static let maxAge = 300

    let engine: Engine
    /// Where others reach this daemon; nil takes what the request was sent to.
    let publicURL: String?

    func add(to api: API) {
        api.post("calendars", use: create)
        api.get("calendars", use: list)
        api.delete("calendars/:id", use: revoke)
    }

    /// The address is the only key, since calendar programs have no token.
    func add(to router: Router<AppContext>) {
        router.get("calendar/:file", use: subscribe)
        router.head("calendar/:file") { request, context in
            try await subscribe(request, context).createHeadResponse()
        }
    }

    @Sendable func create(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wish = try body.read { FeedWish($0, $1, context.language) }
        let made = try await engine.createFeed(wish, body.circumstances)
        var headers: HTTPFields = [:]
        if made.secret == nil { headers[.idempotencyReplayed] = "true" }
        let address = made.secret.map { base(request) + CalendarRoutes.prefix + $0 + ".ics" }
        return .json(FeedView(listed: made, url: address), status: .created, headers: headers)
    }

    private func base(_ request: Request) -> String {
        publicURL ?? "http://\(request.head.authority ?? "127.0.0.1")"
    }

    @Sendable func list(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let feeds = try await engine.feeds(for: context.principal)
        return .json(Page(feeds.map { FeedView(listed: $0) }, cursor: nil))
    }

    @Sendable func revoke(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.revokeFeed(try context.parameters.require("id"), by: context.principal)
        return Response(status: .noContent)
    }

    /// A wrong address, a revoked one and one that never was look the same.
    @Sendable func subscribe(_ request: Request, _ context: AppContext) async throws -> Response {
        let file = try context.parameters.require("file")
        guard file.hasSuffix(".ics"),
            let calendar = try await engine.calendar(secret: String(file.dropLast(4)), publicURL: publicURL)
        else { throw HTTPError(.notFound) }
        let bytes = Data(calendar.text.utf8)
        let tag = "\"" + Data(SHA256.hash(data: bytes).prefix(18)).base64EncodedString() + "\""
        var headers: HTTPFields = [
            .eTag: tag, .cacheControl: "private, max-age=\(CalendarRoutes.maxAge)",
            .lastModified: calendar.modifiedAt.asHTTPDate,
        ]
        if request.headers[values: .ifNoneMatch].joined(separator: ",").matches(entityTag: tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "text/calendar; charset=utf-8"
        headers[.contentDisposition] = "inline; filename=\"pksd.ics\""
        headers[.xContentTypeOptions] = "nosniff"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// A calendar as a list shows it; its address only right after it was made.
struct FeedView: Encodable {
    let listed: ListedFeed
    var url: String?

    enum CodingKeys: String, CodingKey {
        case id, scope, name, language, url
        case createdBy = "created_by"
        case createdAt = "created_at"
        case revokedAt = "revoked_at"
    }

    func encode(to encoder: any Encoder) throws {
        let feed = listed.feed
        let scope =
            switch feed.scope {
            case .person(let id): ["person": id]
            case .region(let code): ["region": code]
            case .agreement(let id): ["agreement": id.rawValue]
            }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(feed.id, forKey: .id)
        try container.encode(scope, forKey: .scope)
        try container.encode(listed.name, forKey: .name)
        try container.encode(feed.language, forKey: .language)
        try container.encodeIfPresent(url, forKey: .url)
        try container.encode(feed.createdBy, forKey: .createdBy)
        try container.encode(feed.createdAt, forKey: .createdAt)
        try container.encodeIfPresent(feed.revokedAt, forKey: .revokedAt)
    }
}

extension FeedWish {
    /// - Returns: nil where what is wrong has been reported.
    fileprivate init?(_ map: MapReader, _ problems: Problems, _ usual: Language) {
        let subjects: [Subject] = [
            map.optional("person").flatMap { problems.text($0) }.map { .person($0) },
            map.optional("region").flatMap { problems.text($0) }.map { .region($0) },
            map.optional("agreement").flatMap { problems.text($0) }.map { .agreement($0) },
        ].compactMap { $0 }
        let language: Language = map.optionalChoice("language") ?? usual
        guard subjects.count == 1 else {
            problems.report(
                Place(pointer: ""),
                Bilingual(
                    id: "sebut tepat satu dari person, region atau agreement",
                    en: "say exactly one of person, region or agreement"))
            return nil
        }
        self.init(subjects[0], language)
    }
}

extension String {
    /// Whether a list of entity tags holds this one (RFC 9110, section 13.1.2); `W/` makes no difference there.
    fileprivate func matches(entityTag: String) -> Bool {
        split(separator: ",").contains { item in
            let tag = item.trimmingCharacters(in: .whitespaces)
            return tag == "*" || tag == entityTag || tag == "W/" + entityTag
        }
    }
}
