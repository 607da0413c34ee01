import Agreements
import Crypto
public import Foundation

/// One event as stored: its canonical bytes and the hash that ties it to all before it.
public struct ChainLink: Sendable, Equatable {
    public var seq: Int64
    public var body: Data
    public var hash: Data

    public init(seq: Int64, body: Data, hash: Data) {
        self.seq = seq
        self.body = body
        self.hash = hash
    }
}

/// The hash chain over all events: each hash covers the event's bytes and the hash before it.
public enum EventChain {
    /// What comes before the first event.
    public static let genesis = Data(repeating: 0, count: 32)

    /// SHA-256 over the previous hash and the event's canonical bytes.
    public static func hash(_ body: Data, after previous: Data) -> Data {
        var digest = SHA256()
        digest.update(data: previous)
        digest.update(data: body)
        return Data(digest.finalize())
    }
}
