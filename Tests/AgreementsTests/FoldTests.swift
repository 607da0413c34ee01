import Agreements
import Calendars
import Documents
import Foundation
import Testing

/// What each event does to the record, and nothing else.
@Suite struct `A record` {
    private let agreement = Records.agreement()

    private func event(
        _ data: EventData, version: Int = 2, on day: String = "2026-12-30", at text: String = "2027-01-15T02:00:00Z",
        subject: Event.Subject = .agreement(.init(rawValue: "agr_1"))
    ) -> Event {
        Event(
            id: .init(rawValue: "evt_\(version)"), seq: Int64(version), subject: subject, subjectSeq: Int64(version),
            ref: "kota-kupang-2019", region: "53.71", version: version, recordedAt: Instant(text) ?? Records.recordedAt,
            effectiveOn: Day(day) ?? Day(number: 0), actor: Actor(name: "Ani", role: .unitPIC), workflow: "abc",
            data: data)
    }

    /// The record after one event, and what it should be.
    private func check(_ data: EventData, from before: Agreement? = nil, _ change: (inout Agreement) -> Void) {
        let event = event(data)
        var after = before ?? agreement
        var wanted = after
        after.apply(event)
        change(&wanted)
        wanted.version = 2
        wanted.updatedAt = event.recordedAt
        // How a bill or a funding line came to where it is: PartTests.
        wanted.courses = after.courses
        #expect(after == wanted)
        #expect(after != before ?? agreement)
    }

    @Test func `keeps both dates of a signature that is entered later`() throws {
        let act = SigningAct(party: "pemkot", signedOn: try #require(Day("2026-12-30")), number: "1/PKS", method: .wet)
        let event = event(.signed(act))
        var record = agreement
        record.apply(event)
        #expect(record.parties[0].signature == Signature(signedOn: act.signedOn, method: .wet))
        #expect(record.parties[0].number == "1/PKS")
        #expect(record.updatedAt.description == "2027-01-15T02:00:00.000Z")
        let read = try CanonicalJSON.decode(Event.self, from: CanonicalJSON.encode(event))
        #expect(read.effectiveOn.description == "2026-12-30")
        #expect(read.recordedAt.description == "2027-01-15T02:00:00.000Z")
    }

    @Test func `moves to a new state on the day it was true`() throws {
        let day = try #require(Day("2026-12-30"))
        let actor = Actor(name: "Ani", role: .unitPIC)
        let at = try #require(Instant("2027-01-15T02:00:00Z"))
        check(
            .stateChanged(
                StateChange(transition: "submit", from: "initiated", to: "review", phase: .signing, reason: "r"))
        ) {
            $0.state = "review"
            $0.phase = .signing
            $0.entered = .init(on: day, at: at, by: actor)
        } moves: {
            [("submit", "initiated", "review", day, actor)]
        }
    }

    private func check(
        _ data: EventData, _ change: (inout Agreement) -> Void,
        moves: () -> [(String, String, String, Day, Actor)]
    ) {
        let event = event(data)
        var after = agreement
        after.apply(event)
        let wanted = moves()
        #expect(after.moves.count == wanted.count)
        for (move, wanted) in zip(after.moves, wanted) {
            #expect(move.transition == wanted.0)
            #expect(move.from == wanted.1)
            #expect(move.to == wanted.2)
            #expect(move.on == wanted.3)
            #expect(move.by == wanted.4)
        }
        var rest = agreement
        change(&rest)
        rest.moves = after.moves
        rest.version = 2
        rest.updatedAt = event.recordedAt
        #expect(after == rest)
    }

    @Test func `takes what an amendment says and keeps the rest`() {
        var amendment = Amendment()
        #expect(amendment.isEmpty)
        amendment.title = "PKS baru"
        amendment.validUntil = Day("2027-12-31")
        amendment.fields = ["place": Figure(value: .text("Kupang"))]
        #expect(!amendment.isEmpty)
        check(.amended(amendment)) {
            $0.title = "PKS baru"
            $0.validUntil = Day("2027-12-31")
            $0.fields["place"] = [Figure(value: .text("Kupang"))]
        }
        amendment = Amendment()
        amendment.validFrom = Day("2027-01-01")
        amendment.parties = []
        amendment.witnesses = [Witness(name: "Budi", office: nil, role: "hadir")]
        check(.amended(amendment)) {
            $0.validFrom = Day("2027-01-01")
            $0.parties = []
            $0.witnesses = [Witness(name: "Budi", role: "hadir")]
        }
    }

    @Test func `keeps its signatures whatever is corrected about the parties`() {
        let signature = Signature(signedOn: Day(number: 20_000), method: .wet)
        let before = Records.agreement { $0.parties[0].signature = signature }
        var forged = before.parties
        forged[0].name = "Pemkot Kupang"
        forged[0].signature = nil
        forged[1].signature = signature
        forged.append(Party(key: "new", name: "Baru", side: .other, required: true, signature: signature))
        var amendment = Amendment()
        amendment.parties = forged
        check(.amended(amendment), from: before) {
            $0.parties[0].name = "Pemkot Kupang"
            $0.parties.append(Party(key: "new", name: "Baru", side: .other, required: true))
        }
    }

    @Test func `puts a newer figure beside the older`() {
        let old = Figure(value: .integer(1), asOf: Day("2026-01-01"), source: "A")
        let new = Figure(value: .integer(2), asOf: Day("2026-01-01"), source: "B")
        var amendment = Amendment()
        amendment.fields = ["population": new]
        let before = Records.agreement { $0.fields["population"] = [old] }
        check(.amended(amendment), from: before) { $0.fields["population"] = [old, new] }
        #expect(Records.agreement { $0.fields["population"] = [old, new] }.value("population") == .integer(2))
    }

    @Test func `has one signature for each party, and keeps a number that is not given again`() {
        let before = Records.agreement { $0.parties[1].number = "7" }
        let day = Day(number: 20_000)
        check(.signed(SigningAct(party: "bpjs0", signedOn: day, method: .electronic)), from: before) {
            $0.parties[1].signature = Signature(signedOn: day, method: .electronic)
        }
        check(.signed(SigningAct(party: "nobody", signedOn: day, method: .wet)), from: before) { _ in }
    }

    @Test func `is fully signed once every required party has, on the last day of them`() throws {
        var record = Records.agreement {
            $0.parties.append(Party(key: "tamu", name: "Tamu", side: .other, required: false))
        }
        #expect(!record.isFullySigned)
        #expect(record.unsignedParties.map(\.key) == ["pemkot", "bpjs0"])
        record.apply(event(.signed(SigningAct(party: "pemkot", signedOn: Day(number: 20_005), method: .wet))))
        #expect(record.unsignedParties.map(\.key) == ["bpjs0"])
        #expect(record.signedOn == nil)
        record.apply(event(.signed(SigningAct(party: "bpjs0", signedOn: Day(number: 20_001), method: .wet))))
        #expect(record.isFullySigned)
        #expect(record.signedOn == Day(number: 20_005))
        #expect(!Records.agreement { $0.parties = [] }.isFullySigned)
    }

    @Test func `has one line of money for each year and source`() {
        let first = Records.money(1, 2026)
        let revised = Records.money(2, 2026, .dpa)
        let others = [Records.money(3, 2027), Records.money(4, 2026, .apbd, .csr)]
        check(.fundingRecorded(first)) { $0.funding = [first] }
        let before = Records.agreement { $0.funding = [others[0], first, others[1]] }
        // Recorded again with another amount it was corrected, and what it was before stays on record.
        var kept = revised
        kept.original = 1
        kept.revisions = [
            BudgetRevision(kind: .correction, amount: 2, effectiveOn: Day("2026-12-30") ?? Day(number: 0))
        ]
        check(.fundingRecorded(revised), from: before) { $0.funding = [others[0], kept, others[1]] }
        check(.fundingStageChanged(FundingMove(line: revised, from: .apbd)), from: before) {
            $0.funding = [others[0], kept, others[1]]
        }
        let further = Records.money(1, 2026, .dpa)
        check(.fundingRecorded(further), from: before) { $0.funding = [others[0], further, others[1]] }
        #expect(first.key == "apbd_ii-2026")
    }

    @Test func `has one bill for each month, in order`() {
        func bill(_ month: Int, _ amount: Int64) -> Bill {
            Bill(month: Month(year: 2026, month: month), amount: amount, dueOn: Day(number: 20_500), stage: "issued")
        }
        let before = Records.agreement { $0.bills = [bill(1, 10), bill(3, 30)] }
        check(.billIssued(bill(2, 20)), from: before) { $0.bills = [bill(1, 10), bill(2, 20), bill(3, 30)] }
        check(.billIssued(bill(3, 31)), from: before) { $0.bills = [bill(1, 10), bill(3, 31)] }
        let paid = BillMove(
            month: Month(year: 2026, month: 3), transition: "settle", from: "issued", to: "paid", paid: 30,
            reference: "SP2D 1")
        check(.billStageChanged(paid), from: before) {
            $0.bills[1].stage = "paid"
            $0.bills[1].paid = 30
            $0.bills[1].reference = "SP2D 1"
        }
        let unknown = BillMove(
            month: Month(year: 2026, month: 9), transition: "settle", from: "issued", to: "paid", paid: 1)
        check(.billStageChanged(unknown), from: before) { _ in }
        #expect(!bill(1, 10).isSettled)
        #expect(
            Bill(month: Month(year: 2026, month: 1), amount: 5, dueOn: Day(number: 0), stage: "x", paid: 6).isSettled)
    }

    @Test func `collects heads, documents and notes`() {
        let heads = Records.year(.pbpuBPPemda, 5_000, 2019)
        check(.membersRecorded(heads)) {
            var heads = heads
            // What says no day was true when it was entered as true.
            heads.asOf = Day("2026-12-30")
            $0.members = [heads]
        }
        let document = Document(kind: "final_draft", title: "Naskah", dated: Day(number: 1), reference: "rak 3")
        check(.documentAdded(document)) { $0.documents = [document] }
        check(.noteAdded(Note(kind: .missing, text: "Nomor"))) { $0.notes = [Note(kind: .missing, text: "Nomor")] }
    }

    @Test func `remembers which finding has been told, and with which numbers last`() {
        let say = Bilingual(id: "a", en: "b")
        let before = Records.agreement { $0.told = ["budget_short:2021": ["shortfall": 5]] }
        check(.runwayShort(Finding(code: "budget_short", key: "budget_short:2022", say: say)), from: before) {
            $0.told = ["budget_short:2021": ["shortfall": 5], "budget_short:2022": [:]]
        }
        let again = Finding(code: "budget_short", key: "budget_short:2021", say: say, numbers: ["shortfall": 7])
        check(.runwayShort(again), from: before) { $0.told = ["budget_short:2021": ["shortfall": 7]] }
        check(.inconsistent(Finding(code: "coverage_gap", say: say))) { $0.told = ["coverage_gap": [:]] }
        check(.billOverdue(Finding(code: "bill_overdue", key: "bill_overdue:2026-01", say: say))) {
            $0.told = ["bill_overdue:2026-01": [:]]
        }
        check(.gapPredicted(Finding(code: "cover_gap", say: say))) { $0.told = ["cover_gap": [:]] }
    }

    @Test func `keeps the last acknowledgement of each stage, which another move ends`() {
        var record = agreement
        func acknowledge(_ part: String?, version: Int) {
            let act = AcknowledgingAct(reminderID: "rem_1", rule: "r", recipient: .legal, part: part)
            record.apply(event(.reminderAcknowledged(act), version: version))
        }
        acknowledge(nil, version: 2)
        acknowledge(nil, version: 3)
        #expect(record.acknowledgements.count == 1)
        #expect(record.acknowledgement(of: nil)?.on == record.acknowledgements[0].on)
        #expect(record.version == 3)
        record.apply(
            event(.stateChanged(StateChange(transition: "t", from: record.state, to: "b", phase: .draft)), version: 4))
        #expect(record.acknowledgement(of: nil) == nil)
        acknowledge(nil, version: 5)
        #expect(record.acknowledgement(of: nil) != nil)
    }

    @Test func `is not changed by reminders, coverage, the calendar or an endpoint's end`() {
        let notice = ReminderNotice(
            reminderID: "rem_1", rule: "r", recipient: .legal, dueAt: Records.recordedAt, deadline: nil, state: "s",
            say: Bilingual(id: "a", en: "b"))
        let silent: [EventData] = [
            .reminderDue(notice), .reminderEscalated(notice),
            .reminderSnoozed(
                SnoozingAct(
                    reminderID: "rem_1", rule: "r", recipient: .legal, until: Records.recordedAt, reason: "r", times: 1)
            ),
            .expiring(Expiry(validUntil: Day(number: 9), days: 1, successor: nil, successorPhase: nil)),
            .roleVacant(Vacancy(role: .legal, region: "53")), .holidaysMissing(MissingHolidays(year: 2027)),
            .holidaysAccepted(HolidayChange(file: nil, added: [], removed: [], remindersMoved: 0)),
            .coverageRecorded(CoverageFact(asOf: "2026-01", percent: 1)),
            .endpointDisabled(EndpointStop(reason: "410")),
        ]
        for data in silent {
            var after = agreement
            after.apply(event(data, version: 7))
            #expect(after == agreement)
        }
    }

    @Test func `folds to the same whether at once or step by step`() throws {
        var dice = Dice(seed: 21)
        for round in 0..<50 {
            var events = [event(.created(agreement), version: 1)]
            for version in 2...Int.random(in: 2...30, using: &dice) {
                events.append(event(random(&dice), version: version))
            }
            var stepwise = agreement
            for event in events { stepwise.apply(event) }
            #expect(Agreement(folding: events) == stepwise, "round \(round)")
            let split = Int.random(in: 1...events.count, using: &dice)
            var resumed = try #require(Agreement(folding: events[..<split]))
            resumed = try CanonicalJSON.decode(Agreement.self, from: CanonicalJSON.encode(resumed))
            for event in events[split...] { resumed.apply(event) }
            #expect(resumed == stepwise, "the record that is stored is the fold of its events")
        }
        #expect(Agreement(folding: []) == nil)
        #expect(Agreement(folding: [event(.noteAdded(Note(kind: .comment, text: "")))]) == nil)
    }

    private func random(_ dice: inout Dice) -> EventData {
        let amount = Int64.random(in: 1...1_000, using: &dice)
        let month = Month(year: 2026, month: .random(in: 1...12, using: &dice))
        let key = Bool.random(using: &dice) ? "pemkot" : "bpjs0"
        switch Int.random(in: 0..<8, using: &dice) {
        case 0: return .noteAdded(Note(kind: .comment, text: "\(amount)"))
        case 1: return .fundingRecorded(Records.money(amount, .random(in: 2025...2027, using: &dice)))
        case 2: return .billIssued(Bill(month: month, amount: amount, dueOn: month.last, stage: "issued"))
        case 3:
            return .billStageChanged(BillMove(month: month, transition: "t", from: "issued", to: "paid", paid: amount))
        case 4: return .signed(SigningAct(party: key, signedOn: month.first, number: "\(amount)", method: .electronic))
        case 5: return .stateChanged(StateChange(transition: "t", from: "a", to: "s\(amount)", phase: .active))
        case 6: return .membersRecorded(MemberCount(segment: .pbiJK, from: month, until: month, count: amount))
        default:
            var amendment = Amendment()
            amendment.fields = ["population": Figure(value: .integer(amount))]
            return .amended(amendment)
        }
    }
}

@Suite struct `An event` {
    private func event(_ subject: Event.Subject, region: String?) -> Event {
        Event(
            id: .init(rawValue: "evt_1"), seq: 9, subject: subject, subjectSeq: 4, ref: nil, region: region, version: 3,
            recordedAt: Instant(milliseconds: 5), effectiveOn: Day(number: 1), actor: .system, workflow: nil,
            data: .endpointDisabled(EndpointStop(reason: "gone")))
    }

    @Test(
        arguments: [
            (
                Event.Subject.agreement(.init(rawValue: "agr_1")), "53",
                #"{"actor":{"name":"pksd","role":"system"},"agreement_id":"agr_1","agreement_seq":4,"data":{"reason":"gone"},"effective_on":"1970-01-02","id":"evt_1","recorded_at":"1970-01-01T00:00:00.005Z","region":"53","seq":9,"type":"endpoint.disabled","version":3}"#
            ),
            (
                .region("53"), "53",
                #"{"actor":{"name":"pksd","role":"system"},"data":{"reason":"gone"},"effective_on":"1970-01-02","id":"evt_1","recorded_at":"1970-01-01T00:00:00.005Z","region":"53","seq":9,"subject_seq":4,"type":"endpoint.disabled","version":3}"#
            ),
            (
                .endpoint("we_1"), nil,
                #"{"actor":{"name":"pksd","role":"system"},"data":{"reason":"gone"},"effective_on":"1970-01-02","endpoint_id":"we_1","id":"evt_1","recorded_at":"1970-01-01T00:00:00.005Z","seq":9,"subject_seq":4,"type":"endpoint.disabled","version":3}"#
            ),
        ] as [(Event.Subject, String?, String)])
    func `is written the same for ever`(subject: Event.Subject, region: String?, text: String) throws {
        let event = event(subject, region: region)
        #expect(try CanonicalJSON.text(event) == text)
        #expect(try CanonicalJSON.decode(Event.self, from: text) == event)
    }

    @Test(
        arguments: [
            (Event.Subject.agreement(.init(rawValue: "agr_1")), "agr_1", "agr_1"), (.region("53"), "region:53", nil),
            (.endpoint("we_1"), "we_1", nil),
        ] as [(Event.Subject, String, String?)])
    func `belongs to the stream of its subject`(subject: Event.Subject, name: String, agreement: String?) {
        #expect(subject.name == name)
        #expect(subject.agreement?.rawValue == agreement)
    }

    @Test func `has names that other systems know`() {
        #expect(
            EventType.allCases.map(\.rawValue) == [
                "agreement.created", "agreement.state_changed", "agreement.amended", "signature.recorded",
                "funding.recorded", "funding.revised", "funding.stage_changed", "funding.runway_short",
                "members.recorded", "members.changed", "bill.issued", "bill.stage_changed", "bill.paid", "bill.overdue",
                "document.added", "note.added", "requirement.waived", "workflow.migrated", "agreement.gap_predicted",
                "agreement.expiring", "data.inconsistent", "finding.resolved", "coverage.recorded",
                "uhc.threshold_crossed", "reminder.due", "reminder.escalated", "reminder.acknowledged",
                "reminder.snoozed", "role.vacant", "holidays.accepted", "holidays.missing", "endpoint.disabled",
            ])
    }

    @Test(arguments: [
        (FieldValue.text("x"), #"[{"value":"x"}]"#), (.integer(5), #"[{"value":5}]"#),
        (.decimal(80.62), #"[{"value":80.62}]"#),
        (.bool(true), #"[{"value":true}]"#),
    ])
    func `writes figures as themselves`(value: FieldValue, text: String) throws {
        #expect(try CanonicalJSON.text([Figure(value: value)]) == text)
        #expect(try CanonicalJSON.decode([Figure].self, from: text) == [Figure(value: value)])
    }

    @Test(arguments: ["null", "[]", "{}"]) func `has no figures of other kinds`(json: String) {
        #expect(throws: DecodingError.self) {
            try CanonicalJSON.decode([Figure].self, from: #"[{"value":\#(json)}]"#)
        }
    }

    @Test func `takes a whole number for an integer however it is written`() {
        #expect(FieldValue(98.0) == .integer(98))
        #expect(FieldValue(98.5) == .decimal(98.5))
        #expect(FieldValue.text("2026-12-31").date == Day("2026-12-31"))
        #expect(FieldValue.text("soon").date == nil)
        #expect(FieldValue.integer(20_000).date == nil)
    }
}
