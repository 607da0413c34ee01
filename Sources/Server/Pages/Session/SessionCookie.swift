import HTTPTypes
import Hummingbird

/// The cookie that a browser keeps while somebody is signed in. It opens the pages, never `/v1`, where forms of other sites
/// could use it.
struct SessionCookie: Sendable {
    let isSecure: Bool

    /// - Parameter publicURL: where others reach the daemon; over TLS if it says so.
    init(publicURL: String?) {
        isSecure = publicURL?.hasPrefix("https://") ?? false
    }

    /// A browser takes the longer name only over TLS, for this very host, and lets no neighbour set it (RFC 6265bis, 4.1.3.2).
    var name: String { isSecure ? "__Host-pksd" : "pksd" }

    /// What the browser sends along.
    func value(_ request: Request) -> String? {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0] == name { return String(parts[1]) }
            }
        }
        return nil
    }

    /// A header value that sets it until the browser is closed; the server ends it anyway.
    func setting(_ value: String) -> String { "\(name)=\(value)\(attributes)" }

    /// A header value that takes it away.
    var removing: String { "\(name)=\(attributes); Max-Age=0" }

    private var attributes: String { "; Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }
}
