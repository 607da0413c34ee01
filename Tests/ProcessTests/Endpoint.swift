import Documents
import Foundation

/// A webhook endpoint of a daemon, as whoever looks after it sees it.
struct Endpoint {
    let id: String
    /// The newest secret, or the public key.
    private(set) var secret: String
    var client: Client

    var path: String { "/v1/webhook-endpoints/\(id)" }

    /// - Parameter fields: what is wished for, as members of a JSON object.
    /// - Throws: ``Overdue`` with the daemon's words where it refused.
    init(_ fields: String, _ client: Client) async throws {
        let answer = await client.send("POST", "/v1/webhook-endpoints", "{\(fields)}")
        guard answer.status == 201, let id = answer.body["id"]?.text, let secret = answer.body["secret"]?.text else {
            throw Overdue(what: "an endpoint: \(answer.text)")
        }
        self.id = id
        self.secret = secret
        self.client = client
    }

    /// Endpoints on the loopback are for admins to permit.
    static func at(_ url: String, _ fields: String, _ client: Client) async throws -> Endpoint {
        let more = fields.isEmpty ? "" : ",\(fields)"
        return try await Endpoint("\"url\":\"\(url)\",\"allow\":[\"127.0.0.0/8\"]\(more)", client)
    }

    static func at(_ url: String, _ client: Client) async throws -> Endpoint { try await at(url, "", client) }

    /// Its page, with how it does.
    func page() async -> JSON { await client.send("GET", path).body }

    @discardableResult
    func set(_ fields: String) async throws -> Client.Answer {
        let answer = await client.send("PATCH", path, "{\(fields)}")
        guard answer.status == 200 else { throw Overdue(what: "the endpoint changes: \(answer.text)") }
        return answer
    }

    /// - Returns: the secrets that sign from now on are the new one, and for so long the old one.
    mutating func rotate(_ fields: String = "") async throws {
        let answer = await client.send("POST", path + "/rotate-secret", "{\(fields)}")
        guard answer.status == 200, let secret = answer.body["secret"]?.text else {
            throw Overdue(what: "a new secret: \(answer.text)")
        }
        self.secret = secret
    }

    /// All its deliveries in one state, or in any.
    func deliveries(_ state: String? = nil) async throws -> [JSON] {
        try await client.all("\(path)/deliveries?limit=200\(state.map { "&state=\($0)" } ?? "")")
    }

    /// Waits until nothing is open any more.
    func settled(within limit: Duration = .seconds(120)) async throws {
        _ = try await eventually("all deliveries to \(id) are settled", within: limit) {
            let counts = await page()["health"]?["deliveries"]?.object ?? [:]
            return ["pending", "waiting", "in_flight"].allSatisfy { counts[$0]?.integer ?? 0 == 0 } ? true : nil
        }
    }
}

extension Client {
    /// The items of every page of a list.
    func all(_ path: String) async throws -> [JSON] {
        var items: [JSON] = []
        var cursor: String?
        repeat {
            let answer = await send("GET", path + (cursor.map { "&cursor=\($0)" } ?? ""))
            guard answer.status == 200 else { throw Overdue(what: "\(path): \(answer.text)") }
            items += answer.body["items"]?.list ?? []
            cursor = answer.body["next_cursor"]?.text
        } while cursor != nil
        return items
    }

    func enter(_ ref: String, region: String = "53.71") async throws {
        let answer = await send("POST", "/v1/agreements", Client.agreement(ref: ref, region: region))
        guard answer.status == 201 else { throw Overdue(what: "\(ref) is entered: \(answer.text)") }
    }

    /// Writes a note, and with it an event.
    func note(_ text: String, on ref: String) async throws {
        let version = await send("GET", "/v1/agreements/\(ref)").version
        let answer = await send("POST", "/v1/agreements/\(ref)/notes", "{\"text\":\"\(text)\"}", version: version)
        guard answer.status == 201 else { throw Overdue(what: "\(ref) gets a note: \(answer.text)") }
    }

    /// Settings for `pksctl` that is to speak to the same daemon, in English.
    var environment: [String: String] {
        ["PKSCTL_SERVER": address, "PKSCTL_TOKEN": token ?? "", "PKSCTL_LANG": "en"]
    }
}
