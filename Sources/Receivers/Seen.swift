/// What a simulated receiver has seen so far.
public struct Seen: Sendable {
    /// The latest ones, in order; older ones are only counted.
    public private(set) var arrivals: [Arrival] = []
    public private(set) var count = 0
    public internal(set) var connections = 0
    /// Requests that could not be read.
    public internal(set) var malformed = 0
    /// Who followed a redirection, which a sender of webhooks must not.
    public internal(set) var visitsElsewhere = 0
    /// How often an id came again, and how often it came again although it had been accepted.
    public private(set) var repeats = 0
    public private(set) var duplicates = 0
    /// Events accepted after a later one of the same agreement.
    public private(set) var inversions = 0
    public private(set) var verdicts: [SignatureVerifier.Verdict: Int] = [:]
    /// How often each status was told; nil for none.
    public private(set) var statuses: [Int?: Int] = [:]

    private let keeps: Int
    private var isAccepted: [String: Bool] = [:]
    private var latest: [String: Int64] = [:]

    init(keeping keeps: Int) {
        self.keeps = keeps
    }

    /// The ids that arrived, and those among them that were accepted.
    public var ids: Set<String> { Set(isAccepted.keys) }
    public var acceptedIDs: Set<String> { Set(isAccepted.lazy.filter(\.value).map(\.key)) }
    public var last: Arrival? { arrivals.last }

    /// The arrival, compared with those before it.
    func compared(_ arrival: Arrival) -> Arrival {
        var arrival = arrival
        let before = arrival.id.flatMap { isAccepted[$0] }
        arrival.isRepeat = before != nil
        arrival.isDuplicate = before == true
        if arrival.isAccepted, before != true, let seq = arrival.event.agreementSeq, let latest = latest(arrival) {
            arrival.isInversion = seq < latest
        }
        return arrival
    }

    mutating func keep(_ arrival: Arrival) {
        count += 1
        repeats += arrival.isRepeat ? 1 : 0
        duplicates += arrival.isDuplicate ? 1 : 0
        inversions += arrival.isInversion ? 1 : 0
        verdicts[arrival.verdict, default: 0] += 1
        statuses[arrival.status, default: 0] += 1
        if let id = arrival.id { isAccepted[id] = arrival.isAccepted || arrival.isDuplicate }
        if arrival.isAccepted, let agreement = arrival.event.agreement, let seq = arrival.event.agreementSeq {
            latest[agreement] = max(seq, latest[agreement] ?? seq)
        }
        arrivals.append(arrival)
        // In large steps, since each moves all that stay.
        if arrivals.count >= 2 * keeps { arrivals.removeFirst(arrivals.count - keeps) }
    }

    private func latest(_ arrival: Arrival) -> Int64? { arrival.event.agreement.flatMap { latest[$0] } }
}
