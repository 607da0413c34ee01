public import Calendars

/// Money for an agreement in one fiscal year from one source. Whole rupiah.
public struct FundingLine: Sendable, Equatable, Codable {
    /// `apbd_ii-2026`: one line for each year and source; recording it again revises it.
    public var key: String { "\(source.rawValue)-\(fiscalYear)" }
    public var source: FundingSource
    public var fiscalYear: Int
    /// The ceiling (*pagu*) in force, after all revisions.
    public var amount: Int64
    public var stage: FundingStage
    /// The paper behind it, such as a DPA number.
    public var reference: String?
    /// The ceiling before the first revision; nil where there was none.
    public var original: Int64?
    /// By the day from which each holds; the last gives ``amount``.
    public var revisions: [BudgetRevision]

    public init(source: FundingSource, fiscalYear: Int, amount: Int64, stage: FundingStage, reference: String? = nil) {
        self.source = source
        self.fiscalYear = fiscalYear
        self.amount = amount
        self.stage = stage
        self.reference = reference
        revisions = []
    }

    /// Takes a revision into the line's history; the newest by the day it holds from gives the ceiling, whenever it was
    /// entered.
    mutating func revise(_ revision: BudgetRevision) {
        original = original ?? amount
        // Of one day the last correction holds: it says what the others should have said.
        if revision.kind == .correction {
            revisions.removeAll { $0.kind == .correction && $0.effectiveOn == revision.effectiveOn }
        }
        let index = revisions.firstIndex { revision.isBefore($0) } ?? revisions.endIndex
        revisions.insert(revision, at: index)
        amount = revisions.last?.amount ?? amount
    }

    enum CodingKeys: String, CodingKey {
        case source
        case fiscalYear = "fiscal_year"
        case amount, stage, reference, original, revisions
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        source = try container.decode(FundingSource.self, forKey: .source)
        fiscalYear = try container.decode(Int.self, forKey: .fiscalYear)
        amount = try container.decode(Int64.self, forKey: .amount)
        stage = try container.decode(FundingStage.self, forKey: .stage)
        reference = try container.decodeIfPresent(String.self, forKey: .reference)
        original = try container.decodeIfPresent(Int64.self, forKey: .original)
        revisions = try container.decodeIfPresent([BudgetRevision].self, forKey: .revisions) ?? []
    }

    /// A line that was never revised is written as it always was.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(source, forKey: .source)
        try container.encode(fiscalYear, forKey: .fiscalYear)
        try container.encode(amount, forKey: .amount)
        try container.encode(stage, forKey: .stage)
        try container.encodeIfPresent(reference, forKey: .reference)
        try container.encodeIfPresent(original, forKey: .original)
        if !revisions.isEmpty { try container.encode(revisions, forKey: .revisions) }
    }
}

/// A new ceiling for a funding line in the middle of its year.
public struct BudgetRevision: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Money moved to another purpose by order of the centre, as in 2020 and 2021.
        case refocusing
        /// *Pergeseran*: moved between lines by the head of region.
        case shift
        /// *Perubahan APBD*: a revised budget voted by the council.
        case revisedBudget = "revised_budget"
        /// The figure on record was wrong.
        case correction
    }

    public var kind: Kind
    /// The new ceiling, in whole rupiah.
    public var amount: Int64
    public var effectiveOn: Day
    /// The decree or DPA behind it.
    public var reference: String?

    public init(kind: Kind, amount: Int64, effectiveOn: Day, reference: String? = nil) {
        self.kind = kind
        self.amount = amount
        self.effectiveOn = effectiveOn
        self.reference = reference
    }

    /// By the day it holds from. Of one day that which leaves less comes last and holds, whatever was entered first; only a
    /// correction comes after it.
    fileprivate func isBefore(_ other: BudgetRevision) -> Bool {
        (effectiveOn, kind == .correction ? 1 : 0, -amount, kind.rawValue, reference ?? "")
            < (
                other.effectiveOn, other.kind == .correction ? 1 : 0, -other.amount, other.kind.rawValue,
                other.reference ?? ""
            )
    }

    enum CodingKeys: String, CodingKey {
        case kind, amount
        case effectiveOn = "effective_on"
        case reference
    }
}
