public import Agreements
import Crypto
import Documents
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
    static func secret(_ random: any RandomSource) -> String { Base64URL.encode(random.bytes(32)) }

    public static func hash(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }
}
