public import Agreements
public import Calendars

/// Which agreements to look at across the whole record; nil and empty mean any.
public struct Scope: Sendable, Equatable {
    /// A region or a province with everything inside it.
    public var region: String?
    public var programme: Programme?
    /// Only these regions and what is inside them: those that somebody may read.
    public var within: [String]

    public init(region: String? = nil, programme: Programme? = nil, within: [String] = []) {
        self.region = region
        self.programme = programme
        self.within = within
    }
}

/// By what sums are told apart.
public enum Grouping: String, Sendable, CaseIterable {
    case agreement, region, province
}

/// The money of a year for several agreements together. Whole rupiah. One agreement's surplus does not pay for another, so
/// shortfalls and surpluses are added up apart.
public struct RunwayTotal: Sendable, Equatable {
    /// The region's or the province's code, or the agreement's id.
    public var key: String
    public var ref: String?
    public var title: String?
    public var agreements: Int64 = 0
    /// How many of them are short.
    public var short: Int64 = 0
    public var needed: Int64 = 0
    public var available: Int64 = 0
    public var proposed: Int64 = 0
    public var shortfall: Int64 = 0
    public var surplus: Int64 = 0
    public var billed: Int64 = 0
    public var paid: Int64 = 0
    /// The most heads of any month, and how many of them the money carries.
    public var people: Int64 = 0
    public var peopleCarried: Int64 = 0
    /// The first month in which one of them runs out.
    public var runsOutIn: Month?

    public init(key: String) { self.key = key }

    /// - Throws: `MoneyError` where a sum is too large.
    public mutating func add(_ other: RunwayTotal, year: Int) throws(MoneyError) {
        let fields: [WritableKeyPath<RunwayTotal, Int64>] = [
            \.agreements, \.short, \.needed, \.available, \.proposed, \.shortfall, \.surplus, \.billed, \.paid,
            \.people, \.peopleCarried,
        ]
        for field in fields {
            let (sum, overflow) = self[keyPath: field].addingReportingOverflow(other[keyPath: field])
            guard !overflow else { throw .tooLarge(year: year) }
            self[keyPath: field] = sum
        }
        runsOutIn = [runsOutIn, other.runsOutIn].compactMap { $0 }.min()
    }
}

/// One month of several agreements together.
public struct RunwayMonth: Sendable, Equatable {
    public var month: Month
    public var members: Int64
    public var needed: Int64
    public var billed: Int64
    public var paid: Int64

    public init(month: Month, members: Int64, needed: Int64, billed: Int64, paid: Int64) {
        self.month = month
        self.members = members
        self.needed = needed
        self.billed = billed
        self.paid = paid
    }
}

/// An unpaid bill and whose it is.
public struct OverdueRow: Sendable, Equatable {
    public var agreement: Agreement.ID
    public var ref: String?
    public var region: String
    public var programme: Programme
    public var bill: Bill

    public init(agreement: Agreement.ID, ref: String?, region: String, programme: Programme, bill: Bill) {
        self.agreement = agreement
        self.ref = ref
        self.region = region
        self.programme = programme
        self.bill = bill
    }
}
