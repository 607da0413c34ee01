import Crypto
public import Foundation

/// Seals what must not be readable on the disk or in a backup: ChaCha20-Poly1305 (RFC 8439) under one key that is kept
/// elsewhere.
public struct Vault: Sendable {
    public enum Fault: Error, Sendable, Equatable {
        /// A key is 32 bytes.
        case badKey
        /// Sealed under another key or for another owner, or damaged.
        case cannotOpen(String)
    }

    private let key: SymmetricKey

    /// - Throws: ``Fault/badKey``.
    public init(key bytes: [UInt8]) throws(Fault) {
        guard bytes.count == 32 else { throw .badKey }
        key = SymmetricKey(data: bytes)
    }

    /// - Parameter owner: whom it belongs to; it opens for nobody else.
    public func seal(_ plain: Data, for owner: String) throws -> Data {
        try ChaChaPoly.seal(plain, using: key, authenticating: Data(owner.utf8)).combined
    }

    /// - Throws: ``Fault/cannotOpen(_:)``.
    public func open(_ sealed: Data, for owner: String) throws(Fault) -> Data {
        do {
            let box = try ChaChaPoly.SealedBox(combined: sealed)
            return try ChaChaPoly.open(box, using: key, authenticating: Data(owner.utf8))
        } catch {
            throw .cannotOpen(owner)
        }
    }
}
