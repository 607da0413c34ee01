import Agreements
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed")!
    static let prefer = HTTPField.Name("Prefer")!
    static let lastEventID = HTTPField.Name("Last-Event-ID")!
}

/// A request's JSON body, with what the request says about itself.
struct RequestBody {
    static let bytesMax = 1_048_576

    let node: Node
    let circumstances: Circumstances

    /// - Throws: `DocumentError` if the body is no JSON or holds a resident's identity number.
    init(_ request: Request, _ context: AuthenticatedContext) async throws {
        let bytes = try await request.bytes(upTo: RequestBody.bytesMax)
        node = bytes.isEmpty ? Node(.map([]), at: Place()) : try Node(json: bytes)
        try IdentityNumbers.refuse(in: node)
        circumstances = try Circumstances(request, context, body: bytes)
    }

    /// Reads the body strictly.
    ///
    /// - Throws: `DocumentError` with everything that is wrong in it.
    func read<Value>(_ read: (MapReader, Problems) throws -> Value?) throws -> Value {
        let problems = Problems()
        let map = MapReader(node, problems)
        let value = try read(map, problems)
        map.finish()
        try problems.check()
        guard let value else {
            throw EngineError.invalid("", Bilingual(id: "isian belum lengkap", en: "the request is incomplete"))
        }
        return value
    }

}

/// More than a request may bring.
struct BodyTooLarge: Error {
    let message: Bilingual

    init(bytesMax: Int) {
        message = Bilingual(id: "paling besar \(bytesMax) byte", en: "at most \(bytesMax) bytes")
    }

    init(fieldsMax: Int) {
        message = Bilingual(id: "paling banyak \(fieldsMax) isian", en: "at most \(fieldsMax) fields")
    }
}

extension Request {
    /// The whole body.
    ///
    /// - Throws: ``BodyTooLarge``.
    func bytes(upTo bytesMax: Int) async throws -> Data {
        var request = self
        do {
            return Data(try await request.collectBody(upTo: bytesMax).readableBytesView)
        } catch is NIOTooManyBytesError {
            throw BodyTooLarge(bytesMax: bytesMax)
        }
    }
}

extension Circumstances {
    /// What the headers of a request say about it.
    init(_ request: Request, _ context: AuthenticatedContext, body: Data) throws {
        self.init(principal: context.principal, visitor: context.visitor)
        version = try Circumstances.version(request)
        guard let key = request.headers[.idempotencyKey] else { return }
        guard (1...255).contains(key.utf8.count) else {
            throw EngineError.invalid(
                "", Bilingual(id: "Idempotency-Key 1 sampai 255 huruf", en: "Idempotency-Key is 1 to 255 characters"))
        }
        // What a query says is part of what is asked.
        let fingerprint = Tokens.hash(
            "\(request.method) \(request.uri.path)\(request.uri.query.map { "?" + $0 } ?? "")\n"
                + String(decoding: body, as: UTF8.self))
        idempotency = .init(key: key, fingerprint: fingerprint.base64EncodedString())
    }

    /// The version in `If-Match`, which is the ETag of the last reading: `"7"`.
    private static func version(_ request: Request) throws -> Int? {
        guard let header = request.headers[.ifMatch] else { return nil }
        let text = header.hasPrefix("W/") ? header.dropFirst(2) : header[...]
        guard let version = Int(text.hasPrefix("\"") && text.hasSuffix("\"") ? text.dropFirst().dropLast() : text)
        else {
            throw EngineError.invalid(
                "",
                Bilingual(
                    id: "If-Match '\(header)' bukan ETag dari sini", en: "If-Match '\(header)' is no ETag of ours"))
        }
        return version
    }
}

/// Finds what looks like a NIK, the 16-digit number of a resident. Counts come in here, people never do.
enum IdentityNumbers {
    /// - Throws: `DocumentError` naming the field, without repeating the number.
    static func refuse(in node: Node) throws {
        switch node.value {
        case .text(let text): if holdsNIK(text) { throw refusal(node.place) }
        case .integer(let integer): if holdsNIK(String(integer)) { throw refusal(node.place) }
        case .list(let list): try list.forEach { try refuse(in: $0) }
        case .map(let entries):
            for entry in entries {
                if holdsNIK(entry.key) { throw refusal(node.place) }
                try refuse(in: entry.value)
            }
        case .null, .bool, .number: break
        }
    }

    private static func refusal(_ place: Place) -> DocumentError {
        DocumentError([
            Problem(
                at: place,
                Bilingual(
                    id: "tampak seperti NIK; pksd menyimpan jumlah, bukan data penduduk",
                    en: "looks like a NIK; pksd keeps counts, never residents' data"))
        ])
    }

    /// Province 11 to 97, then a birth date whose day is 40 higher for women (Permendagri 73/2022 keeps this shape).
    static func holdsNIK(_ text: String) -> Bool {
        text.split { !$0.isASCII || !$0.isNumber }.contains { digits in
            guard digits.count == 16 else { return false }
            let number = digits.compactMap(\.wholeNumberValue)
            let pair = { (index: Int) in number[index] * 10 + number[index + 1] }
            return (11...97).contains(pair(0)) && ((1...31).contains(pair(6)) || (41...71).contains(pair(6)))
                && (1...12).contains(pair(8))
        }
    }
}
