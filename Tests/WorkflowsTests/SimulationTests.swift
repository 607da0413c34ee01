import Agreements
import Documents
import Testing

@testable import Calendars
@testable import Workflows

/// What a simulation tells is what one finds who goes through the days one by one.
@Suite struct `A simulation` {
    private static let text = """
        workflow: sample
        format: 1
        version: "1"
        title: { id: Contoh, en: Sample }
        kinds: [pks]
        programmes: [jkn]
        initial: open
        states:
          open:
            phase: draft
            label: { id: Buka, en: Open }
            waiting_on: [legal]
            sla: 10 kerja
            remind:
              - { at: [sla-5 kerja, sla], to: waiting_on }
              - { every: 3 kerja, after: sla, max: 4, to: [unit_head, secretary] }
              - { at: [sla-1 bulan], to: [finance] }
          waiting:
            phase: funding
            label: { id: Tunggu, en: Waiting }
            waiting_on: [finance]
            until: valid_from
            remind:
              - { at: [H-7, H], to: waiting_on, shift: after }
          running:
            phase: active
            label: { id: Berlaku, en: In force }
            waiting_on: [coordinator]
            until: valid_until
            remind:
              - { at: [H-30, H-7 kerja], to: [coordinator], shift: none }
              - { on: ["08-01", "12-28"], to: [bpjs_pic] }
          over:
            phase: closed
            label: { id: Berakhir, en: Over }
            waiting_on: [coordinator]
            sla: 1 bulan
            remind:
              - { at: [sla-14 hari, sla], to: waiting_on }
          closed: { phase: closed, final: true, label: { id: Tutup, en: Closed } }
        transitions:
          start: { label: { id: A, en: A }, from: open, to: waiting, by: [legal], when: [{ document: draft }] }
          begin: { label: { id: B, en: B }, from: waiting, to: running, by: [system], when: [{ reached: valid_from }] }
          expire: { label: { id: C, en: C }, from: running, to: over, by: [system], when: [{ passed: valid_until }] }
          close: { label: { id: D, en: D }, from: over, to: closed, by: [coordinator] }
        """

    /// Monday to Friday but for Christmas.
    private static let calendar = WorkingCalendar(
        holidays: Holidays(
            ["2026-12-25", "2027-12-24"].map {
                Holidays.Holiday(day: Papers.day($0), name: "Natal", kind: .nationalHoliday, isEstimated: false)
            }))

    private static func simulation(
        _ workflow: Workflow, from start: String, days: Int, _ pace: Simulation.Pace, state: String? = nil
    ) -> Simulation {
        Simulation(
            workflow, state: state, from: Papers.day(start), days: days, pace: pace, calendar: calendar, rates: Rates())
    }

    private static func lines(_ simulation: Simulation) -> [String] {
        simulation.reminders.map { "\(Zone.wib.day(at: $0.dueAt)) \($0.state) \($0.recipient.rawValue)" }.sorted()
    }

    // MARK: The days one by one

    /// The same paper, told without plans or clocks: on each day, who is reminded of what, and what happens then.
    private struct Diary {
        var stays: [String] = []
        var lines: [String] = []
        private var state = "open"
        private var entered: Day
        private var sla: Day {
            state == "over" ? entered.adding(months: 1) : calendar.adding(workingDays: 10, to: entered)
        }

        init(from start: Day, to end: Day, pace: Simulation.Pace) {
            let validFrom = Day(year: start.year + 1, month: 1, day: 1) ?? start
            let validUntil = Day(year: start.year + 1, month: 12, day: 31) ?? start
            entered = start
            enter("open", on: start)
            var day = start
            while day <= end, state != "closed" {
                // What the daemon does of itself comes with the day, before office hours, or with a step of people.
                let settle = { (diary: inout Diary) in
                    if diary.state == "waiting", day >= validFrom { diary.enter("running", on: day) }
                    if diary.state == "running", day > validUntil { diary.enter("over", on: day) }
                }
                settle(&self)
                for (due, recipients) in reminders(validFrom, validUntil) where due == day {
                    lines += recipients.map { "\(day) \(state) \($0)" }
                }
                if pace == .deadline, day < end {
                    if state == "open", day == sla { enter("waiting", on: day) }
                    if state == "over", day == sla { enter("closed", on: day) }
                    settle(&self)
                }
                day = day + 1
            }
            lines.sort()
        }

        private mutating func enter(_ state: String, on day: Day) {
            (self.state, entered) = (state, day)
            stays.append("\(state) \(day)")
        }

        private func reminders(_ validFrom: Day, _ validUntil: Day) -> [(Day, [String])] {
            func open(_ day: Day, step: Int) -> Day {
                var day = day
                while !calendar.isWorkingDay(day) { day = day + step }
                return day
            }
            func kerja(_ count: Int, _ day: Day) -> Day { calendar.adding(workingDays: count, to: day) }
            switch state {
            case "open":
                return [
                    (kerja(-5, sla), ["legal"]), (sla, ["legal"]),
                    (open(sla.adding(months: -1), step: -1), ["finance"]),
                ] + (1...4).map { (kerja(3 * $0, sla), ["unit_head", "secretary"]) }
            case "waiting": return [validFrom - 7, validFrom].map { (open($0, step: 1), ["finance"]) }
            case "running":
                let yearly = [validFrom.year - 1, validFrom.year].flatMap { year in
                    [(8, 1), (12, 28)].compactMap { Day(year: year, month: $0.0, day: $0.1) }
                }
                return [(validUntil - 30, ["coordinator"]), (kerja(-7, validUntil), ["coordinator"])]
                    + yearly.map { (open($0, step: -1), ["bpjs_pic"]) }
            case "over": return [sla - 14, sla].map { (open($0, step: -1), ["coordinator"]) }
            default: return []
            }
        }
    }

    @Test(
        arguments: ["2026-01-05", "2026-09-01", "2026-11-02", "2026-11-28", "2026-12-14", "2026-12-28"],
        Simulation.Pace.allCases)
    func `tells what one finds who goes through the days`(start: String, pace: Simulation.Pace) throws {
        let workflow = try Workflow(yaml: Self.text, file: "sample.yaml")
        let simulation = Self.simulation(workflow, from: start, days: 800, pace)
        let diary = Diary(from: Papers.day(start), to: Papers.day(start) + 800, pace: pace)
        #expect(simulation.stays.map { "\($0.state) \($0.from)" } == diary.stays)
        #expect(Self.lines(simulation) == diary.lines)
        #expect(diary.stays.count == (pace == .never ? 1 : 5))
        #expect(diary.lines.count >= 8)
    }

    @Test func `ends where it is told to`() throws {
        let workflow = try Workflow(yaml: Self.text, file: "sample.yaml")
        let all = Self.lines(Self.simulation(workflow, from: "2026-11-02", days: 800, .deadline))
        for days in [0, 1, 7, 13, 14, 15, 60, 61, 365, 424, 425, 500] {
            let some = Self.simulation(workflow, from: "2026-11-02", days: days, .deadline)
            let end = Papers.day("2026-11-02") + days
            #expect(some.stays.allSatisfy { $0.from <= end }, "\(days)")
            #expect(Self.lines(some) == all.filter { $0.prefix(10) <= end.description }, "\(days)")
        }
    }

    /// Every reminder lies within the stay of its state, comes once, and goes to somebody; after the end there is none.
    @Test(.timeLimit(.minutes(1)), arguments: Shipped.names, Simulation.Pace.allCases)
    func `of a shipped file reminds only while a paper is there`(name: String, pace: Simulation.Pace) throws {
        let workflow = try Shipped.workflow(name)
        for state in workflow.states.map(\.id) {
            let start = "2026-09-01"
            let simulation = Self.simulation(workflow, from: start, days: 520, pace, state: state)
            let stays = simulation.stays
            #expect(stays.map(\.from) == stays.map(\.from).sorted())
            #expect(Set(simulation.reminders.map { "\($0.key) \($0.dueAt)" }).count == simulation.reminders.count)
            for reminder in simulation.reminders {
                let day = Zone.wib.day(at: reminder.dueAt)
                let isWithin = stays.indices.contains { index in
                    stays[index].state == reminder.state && stays[index].from <= day
                        && (index + 1 == stays.count ? day <= Papers.day(start) + 520 : day <= stays[index + 1].from)
                }
                #expect(isWithin, "\(workflow.id) from \(state): \(reminder.key) on \(day), \(stays)")
                #expect(reminder.recipient != .system)
                #expect(workflow.state(reminder.state)?.isFinal == false)
            }
            if pace == .never, workflow.state(state)?.isFinal == false, workflow.attached == nil {
                #expect(!simulation.reminders.isEmpty, "\(workflow.id): nobody is reminded in \(state)")
            }
        }
    }

    @Test func `counts who is reminded how often`() throws {
        let workflow = try Workflow(yaml: Self.text, file: "sample.yaml")
        let recipients = Self.simulation(workflow, from: "2026-11-02", days: 60, .never).recipients
        #expect(recipients.map { "\($0.role.rawValue) \($0.count)" } == ["secretary 4", "unit_head 4", "legal 2"])
    }
}
