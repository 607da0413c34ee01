public import Agreements
public import Documents

/// One row of a sheet that somebody imports, and what it asks for.
public struct ImportRow: Sendable {
    public enum Request: Sendable {
        case create(NewAgreement)
        /// On an agreement by its id or ref.
        case submit(Command, to: String)
        case cover(CoverageFact, region: String)
    }

    /// The row's line in the sheet, counted from 1.
    public var line: Int
    public var request: Request

    public init(line: Int, request: Request) {
        self.line = line
        self.request = request
    }
}

/// What became of each row. Nothing is stored unless everything can be.
public struct ImportReport: Sendable {
    public enum Outcome: Sendable, Equatable {
        /// It can be done, and was if the report says so.
        case done
        /// The record says so already.
        case unchanged
        case refused(Bilingual)
    }

    public struct Row: Sendable {
        public var line: Int
        /// The agreement's ref or the region's code.
        public var subject: String
        public var outcome: Outcome

        public init(line: Int, subject: String, outcome: Outcome) {
            self.line = line
            self.subject = subject
            self.outcome = outcome
        }
    }

    public var rows: [Row]
    /// false after a dry run, and where a row was refused.
    public var isStored: Bool

    public init(rows: [Row], isStored: Bool) {
        self.rows = rows
        self.isStored = isStored
    }

    public var refusals: Int {
        rows.count { if case .refused = $0.outcome { true } else { false } }
    }
}

extension Command {
    /// Whether the record says already what the command would enter, so that a sheet can be imported twice. Payments are
    /// counted instead, since two may be equal.
    func isRecorded(in agreement: Agreement) -> Bool {
        switch self {
        case .countMembers(let count):
            agreement.members.contains {
                ($0.segment, $0.from, $0.until) == (count.segment, count.from, count.until)
                    && ($0.count, $0.source, $0.wage) == (count.count, count.source, count.wage)
                    && (count.asOf == nil || count.asOf == $0.asOf)
            }
        case .changeMembers(let change):
            agreement.memberChanges.contains {
                ($0.segment, $0.month, $0.source) == (change.segment, change.month, change.source)
                    && $0.heads == change.heads && (change.asOf == nil || change.asOf == $0.asOf)
            }
        case .fund(let line):
            // A sheet of January says nothing against what was revised, or has come further, since.
            agreement.fundingLine(line.key).map {
                ($0.amount == line.amount || $0.original == line.amount) && $0.stage >= line.stage
                    && (line.reference == nil || $0.reference == line.reference || $0.stage > line.stage)
            } ?? false
        case .reviseFunding(let key, let revision):
            agreement.fundingLine(key)?.revisions.contains(revision) ?? false
        case .issueBill(let bill):
            agreement.bill(of: bill.month).map {
                ($0.amount, $0.heads) == (bill.amount, bill.heads) && $0.paid >= bill.paid
                    && (bill.stage == nil || bill.stage == $0.stage)
            } ?? false
        default: false
        }
    }
}
