import Agreements
public import Calendars
import Ledger

/// What a holiday file would do, before it is accepted.
public struct HolidaysPreview: Sendable {
    public var name: String
    public var difference: Holidays.Difference
    public var reminders: ReminderChanges
    /// The reminders that would change, in order of time, as many as were asked for.
    public var deadlines: [ReminderMove]
    /// How many there are besides.
    public var more: Int
}

extension Engine {
    /// Looks at a proposed holiday file without changing anything: which days it gives and takes, and what becomes of each
    /// reminder in the regions that somebody may see.
    ///
    /// - Parameters:
    ///   - csv: the whole file, as one in `Config/holidays` would be.
    ///   - limit: how many reminders to name.
    /// - Throws: ``EngineError/invalid(_:)`` naming each row that cannot be read.
    public func preview(
        holidays csv: String, named name: String, limit: Int, for principal: Principal
    ) async throws -> HolidaysPreview {
        try principal.require(.previewRules)
        let present = rules
        let proposal = try proposal(csv, name)
        let proposed = present.on(proposal.holidays)
        var preview = HolidaysPreview(
            name: name, difference: proposal.holidays.difference(from: present.calendar.holidays),
            reminders: ReminderChanges(), deadlines: [], more: 0)
        guard !preview.difference.isEmpty else { return preview }
        var earliest = Earliest<ReminderMove>(limit)
        var query = AgreementQuery()
        query.within = principal.regions
        for agreement in try await allAgreements(query) {
            guard let workflow = present.workflow(of: agreement) else { continue }
            let difference = try await difference(agreement, workflow, proposed)
            preview.reminders.add(difference)
            for move in difference.moves(of: agreement) { earliest.add(move) }
        }
        preview.deadlines = earliest.items
        preview.more = earliest.more
        return preview
    }
}

/// The first of many, without keeping all of them.
private struct Earliest<Item: Comparable> {
    private let limit: Int
    private var kept: [Item] = []
    private var count = 0

    init(_ limit: Int) { self.limit = limit }

    mutating func add(_ item: Item) {
        count += 1
        kept.append(item)
        if kept.count >= 2 * limit + 1_000 { kept = items }
    }

    /// In order.
    var items: [Item] { Array(kept.sorted().prefix(limit)) }

    var more: Int { max(0, count - limit) }
}
