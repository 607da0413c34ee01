public import Agreements
public import Calendars

/// The part of the ledger that keeps what offices must do.
public protocol WorkLedger: Sendable {
    /// The agreements for which an office must do something, those with the gravest item first; each once.
    func work(_ query: WorkQuery) async throws -> [WorkRow]
    /// All that ``work(_:)`` would list, counted.
    ///
    /// - Parameter day: what was to be done before it is overdue.
    func workTotals(_ query: WorkQuery, on day: Day) async throws -> WorkTotals
}

public struct WorkQuery: Sendable, Equatable {
    public var role: Role
    /// A region or a province with everything inside it.
    public var region: String?
    /// Only these regions and what is inside them; empty for all.
    public var within: [String]
    /// Only what comes after this one.
    public var after: WorkCursor?
    public var limit: Int

    public init(
        role: Role, region: String? = nil, within: [String] = [], after: WorkCursor? = nil, limit: Int = 50
    ) {
        self.role = role
        self.region = region
        self.within = within
        self.after = after
        self.limit = limit
    }
}

/// What one office must do for one agreement.
public struct WorkRow: Sendable, Equatable {
    public var agreement: Agreement
    /// The gravest first; never empty.
    public var items: [WorkItem]

    public init(agreement: Agreement, items: [WorkItem]) {
        self.agreement = agreement
        self.items = items
    }
}

/// An office's work in sum: each agreement counts once, with its gravest item.
public struct WorkTotals: Sendable, Equatable {
    public var agreements: Int
    /// How many of them are past the deadline.
    public var overdue: Int
    public var people: Int64
    public var rupiah: Int64

    public init(agreements: Int = 0, overdue: Int = 0, people: Int64 = 0, rupiah: Int64 = 0) {
        self.agreements = agreements
        self.overdue = overdue
        self.people = people
        self.rupiah = rupiah
    }
}

/// A place in a worklist, by what the list is ordered by: it holds although others come and go.
public struct WorkCursor: Sendable, Hashable {
    public var harm: Harm
    public var dueOn: Day?
    public var agreement: Agreement.ID

    public init(_ item: WorkItem, of agreement: Agreement.ID) {
        harm = item.harm
        dueOn = item.dueOn
        self.agreement = agreement
    }
}

extension WorkCursor: CustomStringConvertible, LosslessStringConvertible {
    /// `19000~0~2026-12-31~agr_…`.
    public var description: String {
        "\(harm.people)~\(harm.rupiah)~\(dueOn?.description ?? "")~\(agreement)"
    }

    public init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let people = Int64(parts[0]), let rupiah = Int64(parts[1]), !parts[3].isEmpty,
            parts[2].isEmpty || Day(parts[2]) != nil
        else { return nil }
        harm = Harm(people: people, rupiah: rupiah)
        dueOn = Day(parts[2])
        agreement = .init(rawValue: parts[3])
    }
}
