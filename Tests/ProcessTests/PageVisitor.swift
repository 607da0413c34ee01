import Courier
import Foundation

/// Somebody at the pages without a script: asks for them and sends their forms.
struct PageVisitor {
    private var client: Client
    private let formToken: String
    private let cookie: String

    /// Signs in.
    init(
        _ daemon: Daemon, name: String = "Bagian Kerja Sama", role: String = "admin", regions: [String] = []
    ) async throws {
        client = Client(address: daemon.address)
        let token = try await daemon.token(role, name: name, regions: regions)
        let answer = await client.send("POST", "/sign-in", PageVisitor.encoded([("name", name), ("password", token)]))
        guard answer.status == 303, let set = answer.header("set-cookie") else {
            throw Overdue(what: "signing in: \(answer.status ?? 0)")
        }
        cookie = String(set.prefix { $0 != ";" })
        client.headers = [Lease.Header("Cookie", cookie)]
        let page = await client.send("GET", "/operations/status").text
        guard let start = page.range(of: "name=\"form_token\" value=\"") else { throw Overdue(what: "a form token") }
        formToken = String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    /// - Parameter language: `id` or `en`.
    func get(_ path: String, language: String = "id") async -> Client.Answer {
        var client = client
        client.headers = [Lease.Header("Cookie", "\(cookie); language=\(language)")]
        return await client.send("GET", path)
    }

    /// Sends a form as its page would.
    func post(_ path: String, _ fields: [(String, String)] = [], isOurs: Bool = true) async -> Client.Answer {
        var all = fields + [("request", UUID().uuidString)]
        if isOurs { all.append(("form_token", formToken)) }
        return await client.send("POST", path, PageVisitor.encoded(all))
    }

    private static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
    }
}
