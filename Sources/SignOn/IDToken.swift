import Documents
import Foundation

/// An ID Token (OpenID Connect Core 1.0, section 2) taken apart. Nothing in it is believed before both its signature and its
/// claims are verified.
struct IDToken: Sendable {
    private static let bytesMax = 16_384

    let algorithm: SigningAlgorithm
    let keyID: String?
    let claims: JSON
    /// The bytes under the signature.
    let signed: Data
    let signature: Data

    init(_ text: String) throws(SignOnError) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= IDToken.bytesMax, parts.count == 3,
            let head = IDToken.object(parts[0]), let claims = IDToken.object(parts[1]),
            let signature = Base64URL.decode(parts[2])
        else { throw .badToken(.malformed) }
        let named = head["alg"]?.text ?? ""
        guard let algorithm = SigningAlgorithm(rawValue: named) else { throw .badToken(.algorithm(Quoted(named))) }
        // Extensions that must be understood (RFC 7515, 4.1.11), and none is.
        guard head["crit"] == nil else { throw .badToken(.malformed) }
        self.algorithm = algorithm
        keyID = head["kid"]?.text
        self.claims = claims
        signed = Data("\(parts[0]).\(parts[1])".utf8)
        self.signature = signature
    }

    /// Strictly: a member that is there twice makes it no object.
    private static func object(_ part: Substring) -> JSON? {
        guard let data = Base64URL.decode(part), let json = (try? Node(json: data))?.json, case .object = json else {
            return nil
        }
        return json
    }
}
