import Crypto
public import Foundation

/// The shared key of an endpoint, as Standard Webhooks writes it: `whsec_` and 24 to 64 random bytes in Base64.
public struct WebhookSecret: Sendable, Equatable {
    public let text: String
    private let key: [UInt8]

    /// - Returns: nil for a text that is no such secret.
    public init?(_ text: String) {
        guard text.hasPrefix("whsec_"), let data = Data(base64Encoded: String(text.dropFirst(6))),
            (24...64) ~= data.count
        else { return nil }
        self.text = text
        key = Array(data)
    }

    /// - Precondition: 24 to 64 bytes, from a good source of randomness.
    public init(randomBytes bytes: [UInt8]) {
        precondition((24...64) ~= bytes.count, "Standard Webhooks asks for 24 to 64 bytes")
        text = "whsec_" + Data(bytes).base64EncodedString()
        key = bytes
    }

    /// The value of `webhook-signature`: HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks 1.0.0, version v1).
    ///
    /// - Parameter timestamp: whole seconds since 1970, of this attempt.
    public func signature(id: String, timestamp: Int64, body: Data) -> String {
        var authentication = HMAC<SHA256>(key: SymmetricKey(data: key))
        authentication.update(data: Data("\(id).\(timestamp).".utf8))
        authentication.update(data: body)
        return "v1," + Data(authentication.finalize()).base64EncodedString()
    }
}
