import Foundation

/// Where all connections of a receiver report what arrived, and learn what to do about it.
actor Reception {
    var behaviour: Behaviour
    private(set) var seen: Seen
    private let options: Receiver.Options
    private let ledger: LedgerFile?

    init(_ behaviour: Behaviour, _ options: Receiver.Options) throws {
        self.behaviour = behaviour
        self.options = options
        seen = Seen(keeping: options.keeps)
        ledger = try options.ledger.map { try LedgerFile($0) }
    }

    func setBehaviour(_ behaviour: Behaviour) { self.behaviour = behaviour }

    /// The number of a new connection, and whether it may speak.
    func welcome() -> (number: Int, isWelcome: Bool) {
        seen.connections += 1
        return (seen.connections, behaviour != .resetBefore)
    }

    func noteMalformed() { seen.malformed += 1 }

    /// Writes down a request, then says what to do with it.
    ///
    /// - Throws: where the ledger cannot be written; the sender must get no answer then.
    func receive(_ request: Request, on connection: Int) throws -> Conduct {
        if case .redirect = behaviour, request.path == Behaviour.elsewhere {
            seen.visitsElsewhere += 1
            return .status(204)
        }
        let now = options.now()
        let number = seen.count + 1
        let verdict = verdict(request, now)
        let visit = Visit(
            request: request, number: number, verdict: verdict, now: now,
            dice: SplitMix64(seed: options.seed, round: number))
        let conduct = options.script(request).map { .answer($0) } ?? behaviour.conduct(toward: visit)
        let arrival = seen.compared(
            Arrival(
                number: number, at: now, connection: connection, request: request, verdict: verdict,
                event: EventNote(request), status: conduct.status))
        try ledger?.append(arrival)
        seen.keep(arrival)
        options.onArrival(arrival)
        return conduct
    }

    private func verdict(_ request: Request, _ now: Date) -> SignatureVerifier.Verdict {
        // Who answers early has not read what was signed.
        guard let verifier = options.verifier, behaviour != .lenient, behaviour != .early else { return .unchecked }
        return verifier.verdict(
            id: request.header("webhook-id"), timestamp: request.header("webhook-timestamp"),
            signatures: request.header("webhook-signature"), body: request.body, at: now)
    }
}
