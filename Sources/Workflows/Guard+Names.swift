import Agreements
import Calendars
import Documents
import Expressions

extension Guard {
    /// A name that every guard may use besides the declared fields.
    struct Variable: Sendable {
        let type: ValueType
        /// nil for whatever a workflow moves.
        let attached: Workflow.Attachment?
        private let read: @Sendable (Facts) -> Value?

        init(
            _ type: ValueType, of attached: Workflow.Attachment? = nil, _ read: @escaping @Sendable (Facts) -> Value?
        ) {
            self.type = type
            self.attached = attached
            self.read = read
        }

        func isKnown(to attachment: Workflow.Attachment?) -> Bool { attached == nil || attached == attachment }

        func value(_ facts: Facts) -> Binding {
            read(facts).map { .value($0) } ?? .unknown(Bilingual(id: "belum diketahui", en: "is not known"))
        }
    }

    /// Dates are moments at midnight UTC, so that `timestamp` and `duration` work on them.
    static let variables: [String: Variable] = [
        "today": Variable(.timestamp) { Value($0.today) },
        "valid_from": Variable(.timestamp) { $0.agreement.validFrom.map(Value.init) },
        "valid_until": Variable(.timestamp) { $0.agreement.validUntil.map(Value.init) },
        "signed_on": Variable(.timestamp) { $0.agreement.signedOn.map(Value.init) },
        "entered_on": Variable(.timestamp) { Value($0.course.entered.on) },
        "state": Variable(.string) { .string($0.state) },
        "phase": Variable(.string) { .string($0.agreement.phase.rawValue) },
        "kind": Variable(.string) { .string($0.agreement.kind.rawValue) },
        "programme": Variable(.string) { .string($0.agreement.programme.rawValue) },
        "documents": Variable(.list(.string)) { .list($0.agreement.documents.map { .string($0.kind) }) },
        "parties": Variable(.list(.map(.string, .dyn))) { .list($0.agreement.parties.map(Value.init)) },
        "members": Variable(.int) { $0.runway.flatMap { $0.months.map(\.members).max() }.map { .int($0) } },
        "needed": Variable(.int) { $0.runway.map { .int($0.needed) } },
        "available": Variable(.int) { $0.runway.map { .int($0.available) } },
        "unpaid_bills": Variable(.int) { .int(Int64($0.agreement.bills.count { !$0.isSettled })) },
        "arrears": Variable(.int) { .int($0.arrears) },
        "budget_ready": Variable(.bool) { $0.isBudgetReady.map { .bool($0) } },
        "amount": Variable(.int, of: .bill) { $0.bill.map { .int($0.amount) } },
        "paid": Variable(.int, of: .bill) { $0.bill.map { .int($0.paid) } },
        "due_on": Variable(.timestamp, of: .bill) { $0.bill.map { Value($0.dueOn) } },
        "fiscal_year": Variable(.int, of: .funding) { $0.line.map { .int(Int64($0.fiscalYear)) } },
        "ceiling": Variable(.int, of: .funding) { $0.line.map { .int($0.amount) } },
    ]

    /// Names for what decides whether somebody is still to be reminded. No step may wait for them: they are not of the record.
    static let reminderVariables: [String: Variable] = [
        "successor": Variable(.string) { $0.successor.map { .string($0.rawValue) } }
    ]

    /// The calendar's functions: `date('2026-12-31')`, `kerja(date, n)` (that many working days on),
    /// `days_between(a, b)`, `months_between(a, b)` (whole months).
    static func functions(_ calendar: WorkingCalendar) -> [Function] {
        [
            Function("date", [.string], returns: .timestamp) { arguments throws(FunctionFailure) in
                guard case .string(let text) = arguments[0], let day = Day(text) else {
                    throw .refused(
                        Bilingual(
                            id: "bukan tanggal seperti '2026-12-31'", en: "is no date such as '2026-12-31'"))
                }
                return Value(day)
            },
            Function("kerja", [.timestamp, .int], returns: .timestamp) { arguments throws(FunctionFailure) in
                guard let day = arguments[0].day, case .int(let count) = arguments[1], (-3_660...3_660).contains(count)
                else {
                    throw .refused(
                        Bilingual(
                            id: "paling banyak 3.660 hari kerja", en: "takes 3,660 working days at most"))
                }
                return Value(calendar.adding(workingDays: Int(count), to: day))
            },
            Function("days_between", [.timestamp, .timestamp], returns: .int) { arguments throws(FunctionFailure) in
                guard let from = arguments[0].day, let to = arguments[1].day else { throw Guard.noDay }
                return .int(Int64(to - from))
            },
            Function("months_between", [.timestamp, .timestamp], returns: .int) { arguments throws(FunctionFailure) in
                guard let from = arguments[0].day, let to = arguments[1].day else { throw Guard.noDay }
                let months = to.month - from.month
                if months > 0, from.adding(months: months) > to { return .int(Int64(months - 1)) }
                if months < 0, from.adding(months: months) < to { return .int(Int64(months + 1)) }
                return .int(Int64(months))
            },
        ]
    }

    private static let noDay = FunctionFailure.refused(
        Bilingual(id: "bukan tanggal tahun 1900 sampai 2200", en: "is no date of the years 1900 to 2200"))
}

extension Value {
    init(_ day: Day) {
        self = Timestamp(seconds: Int64(day.number) * 86_400).map { .timestamp($0) } ?? .null
    }

    init(_ party: Party) {
        self = .record([
            "key": .string(party.key), "side": .string(party.side.rawValue), "required": .bool(party.required),
            "signed": .bool(party.signature != nil), "number": .string(party.number ?? ""),
        ])
    }

    fileprivate var day: Day? {
        guard case .timestamp(let moment) = self else { return nil }
        let day = Zone.wib.day(at: Instant(milliseconds: moment.seconds * 1_000) + .seconds(-7 * 3_600))
        return Day.years.contains(day.year) ? day : nil
    }
}

extension Facts {
    fileprivate var bill: Bill? { if case .bill(let month) = part { agreement.bill(of: month) } else { nil } }
    fileprivate var line: FundingLine? { if case .funding(let key) = part { agreement.fundingLine(key) } else { nil } }

    /// Of the latest fiscal year on record.
    fileprivate var runway: Runway? {
        guard !agreement.members.isEmpty else { return nil }
        // Figures too large to add up are not known; the record's findings say so.
        return agreement.fiscalYears.last.flatMap { try? agreement.runway(year: $0, rates: rates) }
    }

    /// Whether money of the year in which the term begins may be spent; nil without a first day.
    fileprivate var isBudgetReady: Bool? {
        agreement.validFrom.map { first in
            agreement.funding.contains {
                $0.fiscalYear == first.year && $0.stage >= .dpa && $0.stage != .closed
            }
        }
    }

    /// What is unpaid and past due, in rupiah.
    fileprivate var arrears: Int64 {
        agreement.bills.filter { !$0.isSettled && $0.dueOn < today }.reduce(0) { $0 + ($1.amount - $1.paid) }
    }
}
