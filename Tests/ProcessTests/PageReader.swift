import Courier
import Foundation

/// Somebody with an account, at the pages without a script: asks for them and sends their forms.
struct PageReader {
    static let password = "kuda baterai staples benar"

    /// With the cookie of the session.
    let client: Client
    private let formToken: String

    /// Enters somebody and lets them in.
    init(_ daemon: Daemon, named name: String, role: String, regions: [String] = []) async throws {
        let invited = try await Programs.pksd(
            ["invite", "--name", name, "--role", role, "--state-dir", daemon.state]
                + regions.flatMap { ["--region", $0] })
        guard let link = invited.output.firstRange(of: "/invitation/") else {
            throw Overdue(what: "an invitation: \(invited.errors)")
        }
        try await self.init(
            daemon, invitation: invited.output[link.lowerBound...].prefix { !$0.isWhitespace }.description)
    }

    /// Lets somebody in who was invited.
    init(_ daemon: Daemon, invitation path: String) async throws {
        var client = Client(address: daemon.address)
        let answer = await client.send(
            "POST", path, PageReader.encoded([("password", PageReader.password), ("again", PageReader.password)]))
        guard answer.status == 303, let set = answer.header("set-cookie") else {
            throw Overdue(what: "signing in: \(answer.status ?? 0) \(answer.text)")
        }
        client.headers = [Lease.Header("Cookie", String(set.prefix { $0 != ";" }))]
        let page = await client.send("GET", "/me").text
        guard let start = page.firstRange(of: "name=\"form_token\" value=\"") else {
            throw Overdue(what: "a form token")
        }
        formToken = String(page[start.upperBound...].prefix { $0 != "\"" })
        self.client = client
    }

    /// - Parameter language: `id` or `en`.
    func get(_ path: String, language: String = "id") async -> Client.Answer {
        var client = client
        client.headers[0].value += "; language=\(language)"
        return await client.send("GET", path)
    }

    /// Sends a form as its page would.
    func post(_ path: String, _ fields: [(String, String)] = [], isOurs: Bool = true) async -> Client.Answer {
        var all = fields + [("request", UUID().uuidString)]
        if isOurs { all.append(("form_token", formToken)) }
        return await client.send("POST", path, PageReader.encoded(all))
    }

    /// Sends a form with a file as browsers do (RFC 7578).
    ///
    /// - Parameter isWhole: whether its end is sent too.
    func upload(
        _ path: String, _ fields: [(String, String)], file: String, _ bytes: [UInt8], isWhole: Bool = true
    ) async -> Client.Answer {
        var client = client
        client.headers.append(Lease.Header("Content-Type", "multipart/form-data; boundary=----batas7x"))
        var body: [UInt8] = []
        for (name, value) in fields + [("form_token", formToken), ("request", UUID().uuidString)] {
            body += Array("------batas7x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        let head = "------batas7x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file)\"\r\n"
        body += Array((head + "Content-Type: application/octet-stream\r\n\r\n").utf8) + bytes
        if isWhole { body += Array("\r\n------batas7x--\r\n".utf8) }
        return await client.send("POST", path, bytes: body)
    }

    /// Fills in a form that stands on a page and sends it, with all that it carries unseen.
    func fill(_ form: String, on page: Client.Answer, _ fields: [(String, String)]) async throws -> Client.Answer {
        guard let start = page.text.firstRange(of: "id=\"form-\(form)\""),
            let opening = page.text[..<start.lowerBound].ranges(of: "<form").last,
            let end = page.text[start.upperBound...].firstRange(of: "</form>"),
            let action = page.text[opening.lowerBound...].firstMatch(of: #/action="([^"]*)"/#)
        else { throw Overdue(what: "the form \(form): \(page.text)") }
        let hidden = page.text[start.upperBound..<end.lowerBound].matches(
            of: #/<input type="hidden" name="([^"]*)" value="([^"]*)">/#
        ).map { (PageReader.plain($0.output.1), PageReader.plain($0.output.2)) }
        return await client.send("POST", PageReader.plain(action.output.1), PageReader.encoded(hidden + fields))
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }.joined(separator: "&")
    }
}
