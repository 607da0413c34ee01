import Documents
import Testing

@testable import Agreements
@testable import Calendars
@testable import Workflows

/// Who is reminded of what and when, to the minute.
@Suite struct ReminderPlanTests {
    private static let text = """
        workflow: plan
        format: 1
        version: "1"
        title: { id: Rencana, en: Plan }
        kinds: [pks]
        programmes: [jkn]
        initial: open
        fields:
          target_date: { type: date, label: { id: Sasaran, en: Target } }
        states:
          open:
            phase: draft
            label: { id: Buka, en: Open }
            waiting_on: [unit_pic, legal]
            sla: 10 kerja
            remind:
              - { at: [sla-5 kerja, sla], to: waiting_on }
              - { every: 3 kerja, after: sla, max: 2, to: [unit_head], say: { id: Lewat, en: Late } }
          running:
            phase: active
            label: { id: Berlaku, en: In force }
            waiting_on: [coordinator]
            until: valid_until
            remind:
              - { at: [H-30, H-7 kerja, H-1 bulan, H, H+1], to: [coordinator] }
          weekends:
            phase: active
            label: { id: Libur, en: Weekends }
            waiting_on: [coordinator]
            until: valid_until
            remind:
              - { at: [H-12], to: [coordinator] }
              - { at: [H-12], to: [coordinator], shift: after }
              - { at: [H-12], to: [coordinator], shift: none }
          yearly:
            phase: signing
            label: { id: Tahunan, en: Yearly }
            waiting_on: [coordinator]
            remind:
              - { on: ["08-02", "02-29"], to: [finance], shift: none }
          done: { phase: closed, final: true, label: { id: Selesai, en: Done } }
        transitions:
          run:
            label: { id: Jalan, en: Run }
            from: open
            to: running
            by: [coordinator]
          rest:
            label: { id: Rehat, en: Rest }
            from: open
            to: weekends
            by: [coordinator]
          wait:
            label: { id: Tunggu, en: Wait }
            from: open
            to: yearly
            by: [coordinator]
          expire:
            label: { id: Berakhir, en: Expire }
            from: [running, weekends]
            to: done
            by: [system]
            when:
              - { passed: valid_until }
              - { reached: target_date }
          stop:
            label: { id: Berhenti, en: Stop }
            from: yearly
            to: done
            by: [coordinator]
            when:
              - { passed: valid_until }
        remind:
          - { on: ["12-10"], in: [draft, active], to: [unit_head, bpjs_head], say: { id: Tangga, en: Ladder } }
        """

    private static func workflow() throws -> Workflow { try Workflow(yaml: text, file: "plan.yaml") }

    private static func plan(
        _ zone: Zone = .wita, today: String = "2026-11-02", holidays: [Holidays.Holiday] = [],
        _ change: (inout Agreement) -> Void = { _ in }
    ) throws -> [PlannedReminder] {
        try workflow().plan(
            Papers.facts(Papers.agreement(change), today: today, holidays: holidays), zone: zone)
    }

    /// The reminders of the states alone, without the ladder.
    private static func lines(_ plan: [PlannedReminder], rule: String) -> [String] {
        plan.filter { $0.rule.hasPrefix(rule) }.map {
            "\($0.dueAt) \($0.recipient.rawValue) \($0.deadline?.description ?? "-")"
        }
    }

    @Test(arguments: [
        (Zone.wib, "2026-11-09T01:00:00.000Z"), (.wita, "2026-11-09T00:00:00.000Z"), (.wit, "2026-11-08T23:00:00.000Z"),
    ])
    func `reminders come at eight in the morning where the paper is`(_ zone: Zone, _ first: String) throws {
        #expect(try ReminderPlanTests.plan(zone).first?.dueAt.description == first)
    }

    @Test func `an SLA counts working days before and after its end, each recipient by itself`() throws {
        let plan = try ReminderPlanTests.plan()
        #expect(
            ReminderPlanTests.lines(plan, rule: "open/0") == [
                "2026-11-09T00:00:00.000Z legal 2026-11-16", "2026-11-09T00:00:00.000Z unit_pic 2026-11-16",
                "2026-11-16T00:00:00.000Z legal 2026-11-16", "2026-11-16T00:00:00.000Z unit_pic 2026-11-16",
            ])
        #expect(
            ReminderPlanTests.lines(plan, rule: "open/1") == [
                "2026-11-19T00:00:00.000Z unit_head 2026-11-16", "2026-11-24T00:00:00.000Z unit_head 2026-11-16",
            ])
        #expect(
            plan.filter { $0.rule == "open/1" }.map(\.say)
                == Array(repeating: Bilingual(id: "Lewat", en: "Late"), count: 2))
        #expect(
            plan.first?.say
                == Bilingual(id: "PKS: tahap Buka, tenggat 16 November 2026", en: "PKS: stage Open, due 2026-11-16"))
        #expect(plan.allSatisfy { $0.state == "open" && ($0.recipient != .system || $0.rule == "plan") })
    }

    @Test func `a holiday inside the SLA moves its end`() throws {
        let holiday = Holidays.Holiday(
            day: Papers.day("2026-11-10"), name: "Libur", kind: .nationalHoliday, isEstimated: false)
        let plan = try ReminderPlanTests.plan(holidays: [holiday])
        #expect(plan.first { $0.rule == "open/0" }?.deadline == Papers.day("2026-11-17"))
        #expect(plan.first?.dueAt.description == "2026-11-09T00:00:00.000Z")
    }

    @Test func `an end date counts calendar days, working days and months`() throws {
        let plan = try ReminderPlanTests.plan {
            $0.state = "running"
            $0.phase = .active
            $0.validUntil = Papers.day("2026-12-31")
        }
        #expect(
            ReminderPlanTests.lines(plan, rule: "running/").map { $0.prefix(10) } == [
                "2026-11-30", "2026-12-01", "2026-12-22", "2026-12-31", "2027-01-01",
            ])
        #expect(plan.filter { $0.rule == "running/0" }.allSatisfy { $0.deadline == Papers.day("2026-12-31") })
    }

    @Test func `an end date that is not known reminds nobody`() throws {
        #expect(ReminderPlanTests.lines(try ReminderPlanTests.plan { $0.state = "running" }, rule: "running/") == [])
    }

    @Test func `a closed day is shifted as its rule says, before unless told otherwise`() throws {
        let plan = try ReminderPlanTests.plan {
            $0.state = "weekends"
            $0.validUntil = Papers.day("2026-12-31")
        }
        let days = plan.filter { $0.rule.hasPrefix("weekends/") }.map {
            "\($0.rule) \($0.dueAt.description.prefix(10))"
        }
        #expect(days == ["weekends/0 2026-12-18", "weekends/2 2026-12-19", "weekends/1 2026-12-21"])
    }

    /// What was entered on 2 November is planned until two Novembers on, and on the next of them for another year.
    @Test(arguments: [
        ("2026-11-02", ["2027-08-02", "2028-02-29", "2028-08-02"], "2027-11-02"),
        ("2027-11-01", ["2027-08-02", "2028-02-29", "2028-08-02"], "2027-11-02"),
        ("2027-11-02", ["2027-08-02", "2028-02-29", "2028-08-02", "2029-08-02"], "2028-11-02"),
        ("2028-01-10", ["2027-08-02", "2028-02-29", "2028-08-02", "2029-08-02"], "2028-11-02"),
        ("2025-01-10", ["2027-08-02", "2028-02-29", "2028-08-02"], "2027-11-02"),
    ])
    func `fixed dates come every year from the entry on, 29 February only where it exists`(
        _ today: String, _ days: [String], _ look: String
    ) throws {
        let plan = try ReminderPlanTests.plan(today: today) {
            $0.state = "yearly"
            $0.phase = .signing
        }
        let told = plan.filter { $0.recipient != .system }
        #expect(told.map { $0.dueAt.description.prefix(10) } == days.map { $0.prefix(10) })
        #expect(told.allSatisfy { $0.recipient == .finance && $0.say.en.hasPrefix("PKS: stage Yearly, due ") })
        let looks = plan.filter { $0.recipient == .system }
        #expect(looks.map(\.dueAt) == [Zone.wita.instant(of: Papers.day(look))])
    }

    @Test func `a paper that nobody touches for ten years is reminded on each fixed date`() throws {
        var wanted: Set<String> = []
        var today = Papers.day("2026-11-02")
        while today < Papers.day("2036-11-02") {
            let plan = try ReminderPlanTests.plan(today: "\(today)") {
                $0.state = "yearly"
                $0.phase = .signing
            }
            wanted.formUnion(plan.filter { $0.recipient == .finance }.map { String($0.dueAt.description.prefix(10)) })
            // Only when its own look has come, the plan is made anew.
            today = try #require(plan.first { $0.rule == "plan" }?.deadline)
        }
        let summers = (2027...2037).map { "\($0)-08-02" }
        #expect(wanted.sorted() == (summers + ["2028-02-29", "2032-02-29", "2036-02-29"]).sorted())
    }

    /// What is planned for a day must not depend on the day on which somebody looks.
    @Test(arguments: ["yearly", "open", "running"])
    func `the plan changes only on the days for which it has a timer`(state: String) throws {
        let workflow = try ReminderPlanTests.workflow()
        let agreement = Papers.agreement {
            $0.state = state
            $0.phase = state == "yearly" ? .signing : .draft
            $0.validUntil = Papers.day("2028-12-31")
        }
        func plan(_ today: Day) -> [PlannedReminder] {
            workflow.plan(Papers.facts(agreement, today: "\(today)"), zone: .wita)
        }
        var before = plan(Papers.day("2026-11-02"))
        for offset in 1..<780 {
            let today = Papers.day("2026-11-02") + offset
            let after = plan(today)
            let isLook = before.contains { $0.recipient == .system && $0.deadline == today }
            if !isLook { #expect(after == before, "\(today)") }
            before = after
        }
    }

    @Test(
        arguments: [
            ("2027-12-31", 2026, "2026-11-02", 2), ("2027-12-31", 2026, "2028-01-31", 2),
            ("2027-12-31", 2026, "2028-02-01", 0), ("2027-12-09", nil, "2026-11-02", 1), (nil, 2027, "2028-01-31", 2),
            (nil, 2027, "2028-02-01", 0), (nil, nil, "2026-11-02", 2), (nil, nil, "2030-01-01", 5),
        ] as [(String?, Int?, String, Int)])
    func `fixed dates come until the term, or else the last year with money, is over`(
        _ until: String?, _ money: Int?, _ today: String, _ years: Int
    ) throws {
        let change: (inout Agreement) -> Void = {
            $0.validUntil = until.map(Papers.day)
            $0.funding =
                money.map {
                    [FundingLine(source: .apbdII, fiscalYear: $0, amount: 1, stage: .apbd)]
                } ?? []
        }
        let ladder = try ReminderPlanTests.plan(today: today, change).filter { $0.rule == "calendar/0" }
        #expect(Set(ladder.compactMap(\.deadline)).count == years)
        let own = try ReminderPlanTests.plan(today: today) {
            change(&$0)
            $0.state = "yearly"
            $0.phase = .signing
        }
        #expect(own.contains { $0.recipient == .finance } == (years > 0), "a state's own fixed dates stop too")
        #expect(own.contains { $0.rule == "plan" } == (until == nil && money == nil), "there is nothing to look for")
        let sla = try ReminderPlanTests.plan(today: today, change).filter { $0.rule == "open/0" }
        #expect(sla.count == 4, "what has an SLA does not stop")
    }

    @Test func `the ladder is only for its phases, and the same reminder in each of its states`() throws {
        let open = try ReminderPlanTests.plan().filter { $0.rule == "calendar/0" }
        #expect(
            open.map(\.key)
                == ["2026-12-10/bpjs_head", "2026-12-10/unit_head", "2027-12-10/bpjs_head", "2027-12-10/unit_head"]
                .map { "calendar/0/\($0)" })
        #expect(open.allSatisfy { $0.say.en == "Ladder" })
        let running = try ReminderPlanTests.plan {
            $0.state = "running"
            $0.phase = .active
            $0.moves = [Agreement.Move(transition: "run", from: "open", to: "running", on: $0.entered.on, by: .system)]
        }
        #expect(running.filter { $0.rule == "calendar/0" }.map(\.key) == open.map(\.key))
        let yearly = try ReminderPlanTests.plan {
            $0.state = "yearly"
            $0.phase = .signing
        }
        #expect(!yearly.contains { $0.rule == "calendar/0" })
    }

    @Test func `a state entered again has new reminders, and no key comes twice`() throws {
        let move = Agreement.Move(
            transition: "run", from: "running", to: "open", on: Papers.day("2026-11-02"), by: .system)
        let first = try ReminderPlanTests.plan()
        let again = try ReminderPlanTests.plan { $0.moves = [move] }
        let own = { (plan: [PlannedReminder]) in Set(plan.filter { $0.rule.hasPrefix("open/") }.map(\.key)) }
        #expect(own(first).count == 6 && own(again).count == 6)
        #expect(own(first).isDisjoint(with: own(again)))
        for state in ["open", "running", "weekends", "yearly"] {
            let plan = try ReminderPlanTests.plan(today: "2029-05-05") {
                $0.state = state
                $0.validUntil = Papers.day("2029-12-31")
                $0.fields["target_date"] = [Figure(value: .text("2029-10-10"))]
            }
            #expect(!plan.isEmpty)
            #expect(Set(plan.map(\.key)).count == plan.count)
            #expect(plan.map(\.dueAt) == plan.map(\.dueAt).sorted())
            #expect(
                try ReminderPlanTests.plan(today: "2029-05-05") {
                    $0.state = state
                    $0.validUntil = Papers.day("2029-12-31")
                    $0.fields["target_date"] = [Figure(value: .text("2029-10-10"))]
                } == plan, "the same record gives the same plan")
        }
    }

    @Test(arguments: [
        ("2026-11-02", ["2026-12-15T16:00:00.000Z", "2026-12-31T16:00:00.000Z"]),
        ("2026-12-16", ["2026-12-31T16:00:00.000Z"]), ("2026-12-31", ["2026-12-31T16:00:00.000Z"]),
        ("2027-01-01", ["2026-12-31T16:00:00.000Z"]),
    ])
    func `the daemon looks again when a date is reached or has passed, and takes the step that day`(
        _ today: String, _ dues: [String]
    ) throws {
        let timers = try ReminderPlanTests.plan(today: today) {
            $0.state = "running"
            $0.phase = .active
            $0.validUntil = Papers.day("2026-12-31")
            $0.fields["target_date"] = [Figure(value: .text("2026-12-16"))]
        }.filter { $0.recipient == .system }
        #expect(timers.map(\.dueAt.description) == dues)
        #expect(timers.allSatisfy { $0.rule == "transition/expire" })
    }

    @Test func `a transition that people make sets no timer`() throws {
        let plan = try ReminderPlanTests.plan {
            $0.state = "yearly"
            $0.validUntil = Papers.day("2027-12-31")
        }
        #expect(!plan.isEmpty && !plan.contains { $0.recipient == .system })
    }

    @Test(arguments: ["done", "no-such-state"]) func `an ended paper reminds nobody`(_ state: String) throws {
        #expect(
            try ReminderPlanTests.plan {
                $0.state = state
                $0.validUntil = Papers.day("2027-12-31")
            } == [])
    }

    @Test func `a state's deadline is its SLA, or else the date that ends it`() throws {
        let workflow = try ReminderPlanTests.workflow()
        let facts = Papers.facts(Papers.agreement { $0.validUntil = Papers.day("2026-12-31") })
        func deadline(_ state: String) throws -> Day? {
            workflow.deadline(of: try #require(workflow.state(state)), facts)
        }
        #expect(try deadline("open") == Papers.day("2026-11-16"))
        #expect(try deadline("running") == Papers.day("2026-12-31"))
        #expect(try deadline("yearly") == nil)
    }

    @Test(arguments: [
        ("sla", Offset.Anchor.sla, 0, Span.Unit.hari), ("sla-5 kerja", .sla, -5, .kerja),
        ("sla+2 hari", .sla, 2, .hari),
        ("H", .end, 0, .hari), ("H-30", .end, -30, .hari), ("H+1", .end, 1, .hari), ("H-7 kerja", .end, -7, .kerja),
        ("H-1 bulan", .end, -1, .bulan),
    ])
    func `offsets are read`(_ text: String, _ anchor: Offset.Anchor, _ count: Int, _ unit: Span.Unit) throws {
        let offset = try #require(Offset(text))
        #expect(offset.anchor == anchor)
        #expect(offset.span == Span(count, unit))
    }

    @Test(arguments: ["", "h-1", "sla-5", "sla -5 kerja", "H--1", "H-", "H5", "H-1 minggu", "H-+1", "H-9999", "S"])
    func `what is no offset is refused`(_ text: String) {
        #expect(Offset(text) == nil)
    }

    @Test(arguments: ["12-32", "13-01", "02-30", "1-01", "2026-01-01", ""]) func `what is no day of a year is refused`(
        _ text: String
    ) {
        #expect(MonthDay(text) == nil)
    }

    @Test(arguments: ["12-31", "02-29", "01-01"]) func `days of a year read back`(_ text: String) throws {
        #expect(try #require(MonthDay(text)).description == text)
    }
}
