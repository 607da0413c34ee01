import Agreements
import Calendars
import Documents
import Ledger

@testable import Webhooks

/// Records that the tests of this room look at.
enum Samples {
    static let recorded = Instant(milliseconds: 1_800_000_000_123)
    static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    static let source = EventSource(publicURL: "https://pks.example.test/kupang")

    static func endpoint(
        _ format: WebhookFormat = .standard, thin: Bool = false, url: String? = "https://example.test/hook",
        allow: [String] = [], limits: EndpointLimits = EndpointLimits(), keys: [String] = [secret]
    ) -> WebhookEndpoint {
        WebhookEndpoint(
            id: "we_1", url: url, format: format, isThin: thin, allow: allow, limits: limits, createdAt: recorded,
            secrets: EndpointSecrets(signing: keys.map { .init(text: $0) }))
    }

    static func event(
        _ subject: Event.Subject = .agreement(.init(rawValue: "agr_1")),
        data: EventData = .noteAdded(Note(kind: .comment, text: "a/b")), id: String = "evt_9", seq: Int64 = 9,
        ref: String? = "kota-kupang-2019", region: String? = "53.71"
    ) -> Event {
        Event(
            id: .init(rawValue: id), seq: seq, subject: subject, subjectSeq: 4, ref: ref, region: region, version: 3,
            recordedAt: recorded, effectiveOn: Day(number: 20_000), actor: Actor(name: "Ani", role: .coordinator),
            workflow: "s", data: data)
    }

    static func delivery(of event: Event, to endpoint: WebhookEndpoint) throws -> Delivery {
        var message = EventMessage(event, from: source)
        return try endpoint.delivery(of: &message)
    }

    /// What happened, of each type once.
    ///
    /// - Parameter text: stands wherever somebody may write what they like.
    static func everything(saying text: String) -> [EventData] {
        let say = Bilingual(id: text, en: text)
        let (day, month) = (Day(number: 20_000), Month(year: 2026, month: 1))
        let standing = CoverageStanding(
            [CoverageFact(asOf: "2026", registered: 99, residents: 100)], population: nil, arrears: 0,
            thresholds: Thresholds(), on: day)
        let reminder = ReminderNotice(
            reminderID: "r", rule: text, recipient: .legal, dueAt: recorded, deadline: day, state: "s", say: say)
        return [
            .created(agreement(title: text)), .amended(Amendment()),
            .stateChanged(StateChange(transition: "t", from: "a", to: "b", phase: .signing, reason: text)),
            .signed(SigningAct(party: "bpjs", signedOn: day, number: text, method: .wet)),
            .fundingRecorded(FundingLine(source: .apbdII, fiscalYear: 2026, amount: .max, stage: .rka)),
            .fundingRevised(
                RevisedBudget(
                    line: "apbd_ii-2026", from: 1,
                    revision: BudgetRevision(kind: .refocusing, amount: 6, effectiveOn: day, reference: text))),
            .fundingStageChanged(
                FundingMove(line: FundingLine(source: .csr, fiscalYear: 2026, amount: 1, stage: .dpa), from: .rka)),
            .runwayShort(Finding(code: "budget_short", say: say)),
            .membersRecorded(MemberCount(segment: .pbiJK, from: month, until: month, count: 3, source: text)),
            .membersChanged(MemberChange(segment: .pbiJK, month: month, heads: [.deaths: 1], source: text)),
            .billIssued(Bill(month: month, amount: 5, dueOn: day, stage: "issued", reference: text)),
            .billStageChanged(BillMove(month: month, transition: "settle", from: "issued", to: "paid", paid: 5)),
            .billPaid(PayingAct(month: month, payment: Payment(amount: 2, paidOn: day, reference: text), owed: 0)),
            .billOverdue(Finding(code: "bill_overdue", say: say)),
            .documentAdded(Document(kind: "k", title: text)), .noteAdded(Note(kind: .comment, text: text)),
            .waived(WaivingAct(requirement: "budget", say: say, reason: text)),
            .migrated(
                WorkflowMove(
                    migration: "mig_1", fromStructure: "a", toStructure: "b", fromState: "b", toState: "b",
                    phase: .signing)),
            .gapPredicted(Finding(code: "gap_predicted", say: say)),
            .expiring(Expiry(validUntil: day, days: 7, successor: text, successorPhase: .draft)),
            .inconsistent(Finding(code: "x", say: say, numbers: ["n": 1, "list": [1, "b", nil]])),
            .resolved(ResolvingAct(finding: "x", numbers: ["n": 1], reason: text)),
            .coverageRecorded(CoverageFact(asOf: "2026", percent: 81.9, source: text)),
            .thresholdCrossed(StatusChange(from: .none, to: standing, asOf: "2026")),
            .reminderDue(reminder), .reminderEscalated(reminder),
            .reminderAcknowledged(AcknowledgingAct(reminderID: "r", rule: text, recipient: .legal, part: nil)),
            .reminderSnoozed(
                SnoozingAct(reminderID: "r", rule: "r", recipient: .legal, until: recorded, reason: text, times: 1)),
            .roleVacant(Vacancy(role: .legal, region: "53")),
            .holidaysAccepted(HolidayChange(file: text, added: [], removed: [], remindersMoved: 3)),
            .holidaysMissing(MissingHolidays(year: 2027)), .endpointDisabled(EndpointStop(reason: text)),
        ]
    }

    private static func agreement(title: String) -> Agreement {
        Agreement(
            id: .init(rawValue: "agr_1"), ref: "kota-kupang-2019", workflow: .init(id: "w", structure: "s"), kind: .pks,
            programme: .jkn, title: title, region: "53.71", parties: [], witnesses: [], validFrom: nil,
            validUntil: nil, parent: nil, renews: nil, source: nil, state: "draft", phase: .draft,
            entered: .init(on: Day(number: 20_000), at: recorded, by: .system), moves: [], fields: [:], funding: [],
            members: [], bills: [], documents: [], notes: [], version: 1, createdAt: recorded, updatedAt: recorded)
    }
}

/// Chance that can be repeated (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// What people write, and what they should not.
    mutating func text() -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "0", " ", "\"", "%", "\\", "/", "\r", "\n", "\t", "\u{0}", "\u{7F}", "\u{80}", "é", "€", "😀",
            "\u{202E}", "\u{FFFD}", "~", "!", ":", ",",
        ]
        let count = Int.random(in: 0...12, using: &self)
        return String(String.UnicodeScalarView((0..<count).map { _ in scalars.randomElement(using: &self) ?? "a" }))
    }
}
