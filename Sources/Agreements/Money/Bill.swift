public import Calendars

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
    /// What was paid of it, in the order it was entered.
    public var payments: [Payment]

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
        payments = []
    }

    public var isSettled: Bool { paid >= amount }
    /// What is still to be paid, in rupiah.
    public var owed: Int64 { max(0, amount - paid) }

    public func isOverdue(on day: Day) -> Bool { !isSettled && dueOn < day }

    enum CodingKeys: String, CodingKey {
        case month, amount, heads
        case dueOn = "due_on"
        case stage, paid, reference, payments
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        month = try container.decode(Month.self, forKey: .month)
        amount = try container.decode(Int64.self, forKey: .amount)
        heads = try container.decodeIfPresent(Int64.self, forKey: .heads)
        dueOn = try container.decode(Day.self, forKey: .dueOn)
        stage = try container.decode(String.self, forKey: .stage)
        paid = try container.decode(Int64.self, forKey: .paid)
        reference = try container.decodeIfPresent(String.self, forKey: .reference)
        payments = try container.decodeIfPresent([Payment].self, forKey: .payments) ?? []
    }

    /// A bill without payments is written as it always was.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(month, forKey: .month)
        try container.encode(amount, forKey: .amount)
        try container.encodeIfPresent(heads, forKey: .heads)
        try container.encode(dueOn, forKey: .dueOn)
        try container.encode(stage, forKey: .stage)
        try container.encode(paid, forKey: .paid)
        try container.encodeIfPresent(reference, forKey: .reference)
        if !payments.isEmpty { try container.encode(payments, forKey: .payments) }
    }
}

/// Money that has reached BPJS for one bill, in whole or in part.
public struct Payment: Sendable, Equatable, Codable {
    public var amount: Int64
    public var paidOn: Day
    /// The SP2D's number, or the bank's.
    public var reference: String?

    public init(amount: Int64, paidOn: Day, reference: String? = nil) {
        self.amount = amount
        self.paidOn = paidOn
        self.reference = reference
    }

    enum CodingKeys: String, CodingKey {
        case amount
        case paidOn = "paid_on"
        case reference
    }
}
