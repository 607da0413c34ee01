public import Agreements
public import Calendars

/// The part of the ledger that tells what falls on the days of a month. `within` names regions with whatever is inside
/// them; empty for all.
public protocol MonthLedger: Sendable {
    /// The days of a month on which something falls, each with how much, and with the first few of each kind.
    func dates(in month: Month, within: [String], limit: Int) async throws -> [DatedDay]
    /// What falls on a day, in the order of the agreements.
    func dates(
        of kind: DatedRow.Kind, on day: Day, within: [String], after: Agreement.ID?, limit: Int
    ) async throws -> [DatedRow]
}

/// Something that falls on a day.
public struct DatedRow: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// The last day for the step that an office has to take.
        case step
        /// The last day of a paper in force.
        case end
        /// The day on which a bill that is not settled falls due.
        case bill
    }

    public var agreement: Agreement.ID
    public var ref: String?
    public var title: String
    public var region: String

    public init(agreement: Agreement.ID, ref: String?, title: String, region: String) {
        self.agreement = agreement
        self.ref = ref
        self.title = title
        self.region = region
    }
}

/// What falls on a day, of one kind.
public struct DatedDay: Sendable, Equatable {
    public var day: Day
    public var kind: DatedRow.Kind
    public var count: Int
    /// The first few of them.
    public var rows: [DatedRow]

    public init(day: Day, kind: DatedRow.Kind, count: Int, rows: [DatedRow]) {
        self.day = day
        self.kind = kind
        self.count = count
        self.rows = rows
    }
}
