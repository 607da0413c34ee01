import Agreements
import Calendars
import Documents
import Testing

@Suite struct `Each type of event` {
    @Test func `reads back as it was written, and the history folds to the record`() throws {
        let agreement = Records.agreement()
        let say = Bilingual(id: "a", en: "b")
        let standing = CoverageStanding(
            [CoverageFact(asOf: "2026", registered: 99, residents: 100)], population: nil, arrears: 0,
            thresholds: try Records.thresholds(), on: Day(number: 20_700))
        let data: [EventData] = [
            .created(agreement),
            .amended(
                {
                    var it = Amendment(); it.title = "X"; it.fields = ["f": Figure(value: .decimal(1.5))]; return it
                }()),
            .stateChanged(StateChange(transition: "t", from: "a", to: "b", phase: .signing)),
            .signed(SigningAct(party: "bpjs0", signedOn: Day(number: 1), number: "1", method: .electronic)),
            .fundingRecorded(FundingLine(source: .dbhSawit, fiscalYear: 2026, amount: 1, stage: .rka)),
            .fundingStageChanged(
                FundingMove(line: FundingLine(source: .dbhSawit, fiscalYear: 2026, amount: 1, stage: .dpa), from: .rka)),
            .runwayShort(Finding(code: "budget_short", say: say)),
            .membersRecorded(Records.year(.pbiJK, 3, 2026)),
            .billIssued(Bill(month: Month(year: 2026, month: 1), amount: 5, dueOn: Day(number: 9), stage: "issued")),
            .billStageChanged(
                BillMove(month: Month(year: 2026, month: 1), transition: "settle", from: "issued", to: "paid", paid: 5)),
            .documentAdded(Document(kind: "k", title: "t")), .noteAdded(Note(kind: .comment, text: "n")),
            .waived(WaivingAct(requirement: "budget", say: say, reason: "r")),
            .migrated(
                WorkflowMove(
                    migration: "mig_1", fromStructure: "a", toStructure: "b", fromState: "b", toState: "b",
                    phase: .signing)),
            .inconsistent(Finding(code: "x", say: say, numbers: ["n": 1])),
            .billOverdue(Finding(code: "bill_overdue", say: say)), .gapPredicted(Finding(code: "cover_gap", say: say)),
            .resolved(ResolvingAct(finding: "x", numbers: ["n": 1], reason: "r")),
            .fundingRevised(
                RevisedBudget(
                    line: "dbh_sawit-2026", from: 1,
                    revision: BudgetRevision(kind: .refocusing, amount: 6, effectiveOn: Day(number: 8)))),
            .membersChanged(
                MemberChange(
                    segment: .pbiJK, month: Month(year: 2026, month: 2), heads: [.additions: 4, .deaths: 1])),
            .billPaid(
                PayingAct(
                    month: Month(year: 2026, month: 1), payment: Payment(amount: 2, paidOn: Day(number: 9)), owed: 0)),
            .thresholdCrossed(StatusChange(from: .none, to: standing, asOf: "2026")),
            .coverageRecorded(CoverageFact(asOf: "2026", percent: 1.5)),
            .reminderDue(
                ReminderNotice(
                    reminderID: "r", rule: "r", recipient: .legal, dueAt: agreement.createdAt, deadline: nil,
                    state: "s", say: say)),
            .reminderEscalated(
                ReminderNotice(
                    reminderID: "r", rule: "r", recipient: .secretary, dueAt: agreement.createdAt,
                    deadline: Day(number: 9), state: "s", say: say, insteadOf: [.legal], isEstimated: true,
                    late: Lateness(.outage, from: agreement.createdAt, to: agreement.createdAt), collapsed: 2,
                    told: [.init(name: "A", onBehalfOf: "B")])),
            .reminderAcknowledged(
                AcknowledgingAct(reminderID: "r", rule: "r", recipient: .legal, part: nil, onBehalfOf: "B")),
            .reminderSnoozed(
                SnoozingAct(
                    reminderID: "r", rule: "r", recipient: .legal, until: agreement.createdAt, reason: "rapat",
                    times: 1)),
            .expiring(Expiry(validUntil: Day(number: 9), days: 7, successor: "x", successorPhase: .draft)),
            .roleVacant(Vacancy(role: .legal, region: "53")),
            .holidaysAccepted(
                HolidayChange(
                    file: "2027.csv",
                    added: [
                        Holidays.Holiday(day: Day(number: 9), name: "Libur", kind: .jointLeave, isEstimated: false)
                    ], removed: [], remindersMoved: 3)),
            .holidaysMissing(MissingHolidays(year: 2027)),
            .endpointDisabled(EndpointStop(reason: "410")),
        ]
        #expect(Set(data.map(\.type)) == Set(EventType.allCases), "each type has a case here")
        var folded: [Event] = []
        for (index, data) in data.enumerated() {
            var event = Event(
                id: .init(rawValue: "evt_\(index)"), seq: Int64(index + 1), subject: .agreement(agreement.id),
                subjectSeq: Int64(index + 1), region: "53.71", version: index + 1, recordedAt: agreement.createdAt,
                effectiveOn: Day(number: 10), actor: .system, workflow: "s", data: data)
            #expect(try CanonicalJSON.decode(Event.self, from: CanonicalJSON.encode(event)) == event)
            event.subject = .region("53")
            event.region = "53"
            #expect(try CanonicalJSON.decode(Event.self, from: CanonicalJSON.encode(event)) == event)
            event.subject = .agreement(agreement.id)
            folded.append(event)
        }
        let record = try #require(Agreement(folding: folded))
        #expect(record.title == "X" && record.state == "b" && record.phase == .signing)
        #expect(record.parties[1].signature != nil && record.parties[1].number == "1")
        #expect(record.funding.map(\.stage) == [.dpa] && record.bills.map(\.stage) == ["paid"])
        #expect(record.told == ["budget_short": [:], "bill_overdue": [:], "cover_gap": [:], "x": ["n": 1]])
        #expect(record.memberChanges.map(\.heads) == [[.additions: 4, .deaths: 1]])
        #expect(record.bills.map(\.paid) == [7] && record.bills[0].payments.map(\.amount) == [2])
        #expect(record.funding[0].original == 1 && record.funding[0].amount == 6)
        #expect(record.resolution(of: Finding(code: "x", say: say, numbers: ["n": 1]))?.reason == "r")
        #expect(record.moves.map(\.on) == [Day(number: 10)])
        #expect(try CanonicalJSON.decode(Agreement.self, from: CanonicalJSON.encode(record)) == record)
        #expect(Agreement(folding: folded.dropFirst()) == nil)
    }
}
