public import Courier
public import Documents
import Foundation

/// An institution that vouches for its people (an OpenID Provider), as the operator has set it up.
public struct OpenIDProvider: Sendable, Equatable {
    /// Names it in addresses and records: a word of lower-case letters, digits and hyphens.
    public var id: String
    /// What the button says.
    public var label: Bilingual
    /// Exactly as the provider writes it, `https://…`; `http://…` only on this machine.
    public var issuer: String
    public var clientID: String
    public var clientSecret: ClientSecret
    /// Without `openid`, which is always asked for.
    public var scopes: [String]
    /// Authorities to trust in place of the system's, as PEM.
    public var authorities: String?
    /// Exceptions to the rule that a provider lives on the public Internet.
    public var allow: [CIDR]

    public static let usualScopes = ["email", "profile"]

    public init(
        id: String, label: Bilingual, issuer: String, clientID: String, clientSecret: ClientSecret,
        scopes: [String] = usualScopes, authorities: String? = nil, allow: [CIDR] = []
    ) {
        self.id = id
        self.label = label
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scopes = scopes.filter { $0 != "openid" }
        self.authorities = authorities
        self.allow = allow
    }
}

extension OpenIDProvider {
    /// Whether what is sent there cannot be read on the way: `https`, or `http` that never leaves this machine.
    public static func isSafe(address: String) -> Bool {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty, parts.user == nil,
            parts.fragment == nil
        else { return false }
        switch parts.scheme {
        case "https": return true
        case "http":
            let name = host.trimmingCharacters(in: ["[", "]"])
            return name == "localhost" || IPAddress(name)?.isLoopback == true
        default: return false
        }
    }

    /// An issuer is an address without a query (OpenID Connect Discovery 1.0, section 3).
    public static func isIssuer(_ text: String) -> Bool { isSafe(address: text) && !text.contains("?") }

    public static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 40
            && text.utf8.allSatisfy {
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
                    || $0 == UInt8(ascii: "-")
            }
    }
}
