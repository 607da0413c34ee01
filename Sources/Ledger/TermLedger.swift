public import Agreements
public import Calendars

/// The part of the ledger that tells when papers hold, and how they hang together.
public protocol TermLedger: Sendable {
    /// The papers of one region, of it alone and not of those inside it: the latest.
    func terms(in region: String, limit: Int) async throws -> [PaperTerm]
    /// An agreement with the paper that it stands under, what it renews, what stands under it or changes it, and what renews
    /// it; the earliest first.
    func family(of agreement: Agreement, limit: Int) async throws -> [PaperTerm]
}

/// When a paper holds, and what it stands under or renews.
public struct PaperTerm: Sendable, Equatable {
    public var agreement: Agreement.ID
    public var title: String
    public var kind: AgreementKind
    public var region: String
    public var workflow: String
    public var state: String
    public var phase: Phase
    public var from: Day?
    /// The last day, or the day it was ended before that.
    public var until: Day?
    /// All have signed, or it was entered when it was in force already.
    public var isSigned: Bool
    public var parent: Agreement.ID?
    public var renews: Agreement.ID?

    public init(
        agreement: Agreement.ID, title: String, kind: AgreementKind, region: String, workflow: String, state: String,
        phase: Phase, from: Day?, until: Day?, isSigned: Bool, parent: Agreement.ID?, renews: Agreement.ID?
    ) {
        self.agreement = agreement
        self.title = title
        self.kind = kind
        self.region = region
        self.workflow = workflow
        self.state = state
        self.phase = phase
        self.from = from
        self.until = until
        self.isSigned = isSigned
        self.parent = parent
        self.renews = renews
    }
}
