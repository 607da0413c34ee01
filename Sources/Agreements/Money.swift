public import Calendars

/// Money for an agreement in one fiscal year from one source. Whole rupiah.
public struct FundingLine: Sendable, Equatable, Codable {
    /// `apbd_ii-2026`: one line for each year and source; recording it again revises it.
    public var key: String { "\(source.rawValue)-\(fiscalYear)" }
    public var source: FundingSource
    public var fiscalYear: Int
    public var amount: Int64
    public var stage: FundingStage
    /// The paper behind it, such as a DPA number.
    public var reference: String?

    public init(source: FundingSource, fiscalYear: Int, amount: Int64, stage: FundingStage, reference: String? = nil) {
        self.source = source
        self.fiscalYear = fiscalYear
        self.amount = amount
        self.stage = stage
        self.reference = reference
    }

    enum CodingKeys: String, CodingKey {
        case source
        case fiscalYear = "fiscal_year"
        case amount, stage, reference
    }
}

/// A head count of one segment over a run of months.
public struct MemberCount: Sendable, Equatable, Codable {
    public var segment: Segment
    public var from: Month
    /// The last month, included.
    public var until: Month
    public var count: Int64
    public var source: String?

    public init(segment: Segment, from: Month, until: Month, count: Int64, source: String? = nil) {
        self.segment = segment
        self.from = from
        self.until = until
        self.count = count
        self.source = source
    }
}

/// One month's contribution bill. Whole rupiah.
public struct Bill: Sendable, Equatable, Codable {
    public var month: Month
    public var amount: Int64
    /// Heads billed for, where the bill says so.
    public var heads: Int64?
    public var dueOn: Day
    /// A state of the `bill` workflow.
    public var stage: String
    public var paid: Int64
    public var reference: String?

    public init(
        month: Month, amount: Int64, heads: Int64? = nil, dueOn: Day, stage: String, paid: Int64 = 0,
        reference: String? = nil
    ) {
        self.month = month
        self.amount = amount
        self.heads = heads
        self.dueOn = dueOn
        self.stage = stage
        self.paid = paid
        self.reference = reference
    }

    public var isSettled: Bool { paid >= amount }

    enum CodingKeys: String, CodingKey {
        case month, amount, heads
        case dueOn = "due_on"
        case stage, paid, reference
    }
}
