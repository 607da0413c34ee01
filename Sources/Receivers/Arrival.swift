public import Foundation

/// A request that arrived at a simulated receiver, and what the receiver made of it.
public struct Arrival: Sendable {
    /// From 1, in the order they arrived.
    public var number: Int
    public var at: Date
    /// From 1, in the order they were opened.
    public var connection: Int
    public var request: Request
    public var verdict: SignatureVerifier.Verdict
    /// What the event says of itself, as far as it can be read.
    public var event: EventNote
    /// What the sender is told, if it still listens; nil where no whole status reaches it.
    public var status: Int?
    /// Its `webhook-id` has been here before.
    public var isRepeat = false
    /// Its `webhook-id` has been here before and was accepted then: the receiver has done the work twice.
    public var isDuplicate = false
    /// It is accepted for the first time after a later event of its agreement was.
    public var isInversion = false

    /// The value of `webhook-id`, or of `ce-id`.
    public var id: String? { request.header("webhook-id") ?? request.header("ce-id") }
    public var isAccepted: Bool { status.map { 200..<300 ~= $0 } ?? false }
}
