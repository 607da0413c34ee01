import Documents
import Foundation

/// A daemon whose people come by browser. It is a rehearsal, so that no day of the real calendar matters.
final class TownHall {
    static let password = "jembatan besi di atas kali"

    let daemon: Daemon
    /// For what is not what a test is about.
    let admin: Client
    /// How those who have been here show who they are.
    private var cookies: [String: JSON] = [:]

    init() async throws {
        daemon = try await Daemon(["--rehearsal", "--clock", "2026-11-02T08:00:00+08:00"])
        admin = Client(address: daemon.address, token: try await daemon.token("admin"))
    }

    func browser(scripts: Bool = true) async throws -> Browser {
        try await Browser(at: daemon.address, scripts: scripts)
    }

    /// Enters somebody, and returns the path of the link by which they choose a password.
    func invite(_ name: String, _ roles: [String]) async throws -> String {
        let list = roles.map { "\"\($0)\"" }.joined(separator: ",")
        let entered = await admin.send("POST", "/v1/people", "{\"name\":\"\(name)\",\"roles\":[\(list)]}")
        guard entered.status == 201 else { throw Overdue(what: "\(name): \(entered.text)") }
        let result = try await Programs.pksd(["invite", "--name", name, "--state-dir", daemon.state])
        guard let start = result.output.range(of: "/invitation/") else {
            throw Overdue(what: "a link for \(name): \(result.output)\(result.errors)")
        }
        return result.output[start.lowerBound...].trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Somebody sits down at a browser, and is called as their role. The first time they come by their invitation.
    func seat(_ role: String, at browser: Browser) async throws {
        if let cookie = cookies[role] {
            try await browser.deleteCookies()
            try await browser.set(cookie: cookie)
            return
        }
        let link = try await invite(role, [role])
        try await browser.go("/sign-in")
        try await browser.deleteCookies()
        try await browser.go(link)
        try await browser.fill("#password", with: TownHall.password)
        try await browser.fill("#again", with: TownHall.password)
        try await browser.press("main button[type=submit]")
        cookies[role] = try await browser.cookie("pksd")
    }

    /// What the record says of an agreement.
    func record(_ ref: String) async -> JSON { await admin.send("GET", "/v1/agreements/\(ref)").body }
}
