public import Agreements
import Crypto
public import Foundation
public import Ledger

/// How tokens are made, and how they are kept: only as their SHA-256.
public enum Tokens {
    /// Makes a token, keeps its hash and says it once: 256 random bits behind a prefix that secret scanners can find.
    ///
    /// - Parameter regions: codes that it is limited to; empty for everywhere.
    public static func create(
        name: String, role: Role, regions: [String], in ledger: some Ledger, clock: some WallClock = SystemClock(),
        random: some RandomSource = SystemRandom()
    ) async throws -> String {
        let text = prefix + secret(random)
        let now = clock.now()
        let token = Token(
            id: Mint(random: random).id("tok", at: now), name: name, role: role, regions: regions, hash: hash(text),
            createdAt: now)
        let entry = AccessEntry(at: now, act: .tokenMade, who: nil, name: Actor.system.name, detail: token.summary)
        try await ledger.write([.insert(token), .log(entry)])
        return text
    }

    static let prefix = "pksd_"

    /// 256 random bits that fit into an address.
    static func secret(_ random: any RandomSource) -> String { text(Data(random.bytes(32))) }

    /// Base64 for addresses (RFC 4648, section 5), without padding.
    static func text(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    public static func hash(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }
}
