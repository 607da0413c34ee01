/// What is known of host names, and who waits for what is being asked. Lives on the courier's thread.
struct NameBook {
    typealias Answer = Result<[IPAddress], Outcome.Failure>

    /// How many names are remembered, and how many asked for at once.
    static let namesMax = 4_096

    private struct Entry {
        var answer: Answer
        var end: ContinuousClock.Instant
    }

    let foundLasts: Duration
    let failureLasts: Duration
    private var entries: [String: Entry] = [:]
    private var waiting: [String: Set<UInt64>] = [:]

    init(foundLasts: Duration = .seconds(60), failureLasts: Duration = .seconds(30)) {
        self.foundLasts = foundLasts
        self.failureLasts = failureLasts
    }

    func answer(for host: String, at now: ContinuousClock.Instant) -> Answer? {
        guard let entry = entries[host], now < entry.end else { return nil }
        return entry.answer
    }

    enum Admission {
        /// Nobody is asking for the name yet; the caller must.
        case first
        case joined
        case full
    }

    mutating func wait(for host: String, _ id: UInt64) -> Admission {
        if waiting[host]?.insert(id) != nil { return .joined }
        guard waiting.count < Self.namesMax else { return .full }
        waiting[host] = [id]
        return .first
    }

    /// The question goes on: its answer is of use to the next who asks.
    mutating func leave(_ host: String, _ id: UInt64) { waiting[host]?.remove(id) }

    /// Notes that the time for the name is up. Until that is forgotten nobody waits for it in vain.
    mutating func giveUp(_ host: String, at now: ContinuousClock.Instant) {
        remember(host, .failure(.silentNameServers), at: now)
    }

    /// Notes the answer, early or late, and returns who still waits for it.
    mutating func learn(_ host: String, _ answer: Answer, at now: ContinuousClock.Instant) -> Set<UInt64> {
        remember(host, answer, at: now)
        return waiting.removeValue(forKey: host) ?? []
    }

    private mutating func remember(_ host: String, _ answer: Answer, at now: ContinuousClock.Instant) {
        if entries[host] == nil, entries.count >= Self.namesMax {
            entries = entries.filter { now < $0.value.end }
            // A book full of what is still valid: any page may go, the name is asked for again.
            if entries.count >= Self.namesMax { entries.remove(at: entries.startIndex) }
        }
        let isFound = if case .success = answer { true } else { false }
        entries[host] = Entry(answer: answer, end: now + (isFound ? foundLasts : failureLasts))
    }
}
