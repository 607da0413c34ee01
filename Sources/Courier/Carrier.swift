/// Carries a lease to its address and brings back what happened. Never throws: a failure is an outcome too.
public protocol Carrier: Sendable {
    func carry(_ lease: Lease) async -> Outcome
}
