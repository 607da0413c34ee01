import Courier
import Documents
import Foundation

/// Speaks pksd's HTTP API: one request, one answer, and every refusal as an error.
struct Client: Sendable {
    let server: String
    var token: String?
    let language: Language
    let carrier: any Carrier

    /// An answer of success.
    struct Answer {
        var body: Data
        var etag: String?
        /// The server had already done this under the same key, and repeats what it said then.
        var isReplay: Bool

        /// The body, of which ``Client`` has made sure that it is JSON; null if there is none.
        func json() throws -> JSON {
            body.isEmpty ? .null : try CanonicalJSON.decode(JSON.self, from: body)
        }
    }

    /// What a request carries.
    struct Content {
        /// Its media type.
        var type: String
        var bytes: [UInt8]

        init(type: String, bytes: [UInt8]) {
            self.type = type
            self.bytes = bytes
        }

        init(_ json: JSON) throws {
            self.init(type: "application/json", bytes: Array(try CanonicalJSON.encode(json)))
        }
    }

    func get(_ path: [String], query: [(String, String?)] = [], headers: [Lease.Header] = []) async throws -> Answer {
        try await send("GET", path, query: query, headers: headers, body: nil)
    }

    /// A picture, as it is.
    func picture(_ path: [String], query: [(String, String?)]) async throws -> Data {
        try await send("GET", path, query: query, headers: [], body: nil, isJSON: false).body
    }

    /// A write. The key makes it safe to send again; the tag makes it fail if the record has changed meanwhile.
    func write(
        _ method: String = "POST", _ path: [String], query: [(String, String?)] = [], _ body: JSON?, key: String,
        tag: String? = nil
    ) async throws
        -> Answer
    {
        var headers = [Lease.Header("Idempotency-Key", key)]
        if let tag { headers.append(Lease.Header("If-Match", tag)) }
        return try await send(method, path, query: query, headers: headers, body: try body.map(Content.init))
    }

    /// A file, sent as it is.
    func upload(_ path: [String], query: [(String, String?)], _ content: Content, key: String) async throws -> Answer {
        try await send("POST", path, query: query, headers: [Lease.Header("Idempotency-Key", key)], body: content)
    }

    /// A write on an agreement as it stands now: its tag is asked for just before, unless the caller insists on a version.
    func change(
        _ ref: String, _ method: String = "POST", _ steps: [String] = [], _ body: JSON, key: String, version: Int? = nil
    ) async throws -> Answer {
        let path = ["agreements", ref]
        let tag = if let version { "\"\(version)\"" } else { try await currentTag(path) }
        return try await write(method, path + steps, body, key: key, tag: tag)
    }

    private func currentTag(_ path: [String]) async throws -> String? {
        let answer = try await get(path)
        return try answer.etag ?? answer.json()["version"]?.integer.map { "\"\($0)\"" }
    }

    private func send(
        _ method: String, _ path: [String], query: [(String, String?)], headers: [Lease.Header], body: Content?,
        isJSON: Bool = true
    ) async throws -> Answer {
        var sent = [
            Lease.Header("Accept", "application/json, application/problem+json"),
            Lease.Header("Accept-Language", language.rawValue), Lease.Header("User-Agent", "pksctl"),
        ]
        if let token { sent.append(Lease.Header("Authorization", "Bearer \(token)")) }
        if let body { sent.append(Lease.Header("Content-Type", body.type)) }
        // A rehearsal's clock may fire a year of reminders in one request, hence the patience.
        let limits = Lease.Limits(connectMilliseconds: 5_000, totalMilliseconds: 300_000, answerBytesMax: 64 << 20)
        let lease = Lease(
            id: "pksctl", method: method, url: url(path, query), headers: sent + headers, body: body?.bytes ?? [],
            limits: limits,
            addresses: .any)
        switch await carrier.carry(lease).result {
        case .answered(let answer): return try read(answer, isJSON: isJSON)
        case .failed(let failure):
            switch failure.kind {
            case .badAddress, .badHeader:
                throw Failure.usage(
                    Bilingual(
                        id: "permintaan tidak dapat dikirim: \(failure.detail)",
                        en: "the request cannot be sent: \(failure.detail)"))
            default: throw Failure.unreachable(server: server, detail: failure.detail)
            }
        }
    }

    private func read(_ answer: Outcome.Answer, isJSON: Bool) throws -> Answer {
        let body = Data(answer.body)
        guard (200..<300).contains(answer.status) else {
            var refusal = Refusal(status: answer.status, body: body)
            if answer.status == 401, token == nil {
                refusal.hint = Bilingual(
                    id: "Isi PKSCTL_TOKEN dengan token Anda (pksd token create membuatnya).",
                    en: "Set PKSCTL_TOKEN to your token (pksd token create makes one).")
            }
            throw Failure.refused(refusal)
        }
        guard !answer.isTruncated, !isJSON || body.isEmpty || (try? CanonicalJSON.decode(JSON.self, from: body)) != nil
        else {
            let detail = Bilingual(id: "jawabannya bukan JSON yang utuh", en: "its answer is not complete JSON")
            throw Failure.unreachable(server: server, detail: detail.text(language))
        }
        return Answer(
            body: body, etag: answer.header("etag"), isReplay: answer.header("idempotency-replayed") == "true")
    }

    private func url(_ path: [String], _ query: [(String, String?)]) -> String {
        let pairs = query.compactMap { name, value in value.map { "\(escaped(name))=\(escaped($0))" } }
        return "\(server)/v1/" + path.map(escaped).joined(separator: "/")
            + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// Everything outside RFC 3986's unreserved characters as `%XX`.
    private func escaped(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? text
    }
}
