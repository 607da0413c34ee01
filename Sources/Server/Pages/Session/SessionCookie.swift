import HTTPTypes
import Hummingbird

/// How a browser shows that it has signed in.
struct SessionCookie: Sendable {
    /// Over TLS under a name that no neighbour can set (RFC 6265bis, 4.1.3.2); without, only on the machine itself.
    let isSecure: Bool

    var name: String { isSecure ? "__Host-pksd" : "pksd" }

    func value(in request: Request) -> String? { request.cookies[name]?.value }

    func setting(_ value: String) -> String { "\(name)=\(value); \(attributes)" }
    var ending: String { "\(name)=; Max-Age=0; \(attributes)" }

    private var attributes: String { "Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }
}

/// The language that somebody has switched to, for a year.
enum LanguageCookie {
    static let name = "language"

    static func setting(_ language: String) -> String {
        "\(name)=\(language); Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
    }
}
