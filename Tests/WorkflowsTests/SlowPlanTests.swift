import Documents
import Testing

@testable import Agreements
@testable import Calendars
@testable import Workflows

/// Random rules on random papers under random holidays, planned and looked for day by day.
@Suite struct `A plan and the slow one` {
    static let seeds = 0..<8

    @Test(arguments: seeds) func `say the same of every reminder`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        var compared = 0
        var escalated = 0
        for _ in 0..<60 {
            let one = try Case(&dice)
            let plan = one.workflow.plan(one.facts, zone: one.zone)
            let state = try #require(one.workflow.state("a"))
            let slow = SlowPlan(state, one.facts, one.zone).lines(one.workflow.ladder)
            let lines = plan.map {
                SlowPlan.line(
                    $0.key, $0.rule, $0.dueAt, $0.deadline, $0.deadlineID, $0.recipient, $0.insteadOf,
                    $0.isConditional)
            }
            #expect(Set(lines).subtracting(slow).sorted() == [], "\(one.text)")
            #expect(slow.subtracting(lines).sorted() == [], "\(one.text)")
            #expect(Set(plan.map(\.key)).count == plan.count && plan.map(\.dueAt) == plan.map(\.dueAt).sorted())
            compared += plan.count
            escalated += plan.count(where: \.isEscalation)
        }
        #expect(compared > 300 && escalated > 30, "too little is compared: \(compared), \(escalated)")
    }

    /// What rests on an estimate is just what comes out otherwise without the days that are only estimated.
    @Test(arguments: seeds) func `of a calendar without estimates tell what is estimated`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed) + 1_000)
        var (estimated, certain) = (0, 0)
        for _ in 0..<150 {
            let one = try Case(&dice)
            let holidays = one.holidays.filter { !$0.isEstimated }
            var other = one.facts
            other.calendar = WorkingCalendar(holidays: Holidays(holidays))
            let without = Dictionary(
                uniqueKeysWithValues: one.workflow.plan(other, zone: one.zone).map { ($0.key, $0) })
            let weekdays = one.holidays.filter { $0.isEstimated && $0.day.weekday.rawValue <= 5 }.map(\.day)
            for reminder in one.workflow.plan(one.facts, zone: one.zone) where reminder.recipient != .system {
                let twin = without[reminder.key]
                let isOther = twin?.dueAt != reminder.dueAt || twin?.deadline != reminder.deadline
                let isOnOne = reminder.deadline.map(weekdays.contains) ?? false
                #expect(reminder.isEstimated == (isOther || isOnOne), "\(reminder.key)\n\(one.text)")
                if reminder.isEstimated { estimated += 1 } else { certain += 1 }
            }
        }
        #expect(estimated > 40 && certain > 500, "\(estimated), \(certain)")
    }
}

/// A workflow of one state with rules of all sorts, and a paper in it.
private struct Case {
    var text: String
    var workflow: Workflow
    var facts: Facts
    var zone: Zone
    var holidays: [Holidays.Holiday]

    init(_ dice: inout Dice) throws {
        let hasSLA = Int.random(in: 0..<5, using: &dice) > 0
        let hasEnd = !hasSLA || Bool.random(using: &dice)
        let zone = Zone.allCases.randomElement(using: &dice) ?? .wib
        text = Case.text(&dice, hasSLA: hasSLA, hasEnd: hasEnd)
        workflow = try Workflow(yaml: text, file: "r.yaml")
        let begin = Papers.day("2026-01-01")
        let entry = begin + Int.random(in: 0..<800, using: &dice)
        var days: Set<Day> = []
        for _ in 0..<Int.random(in: 0..<60, using: &dice) {
            days.insert(entry + Int.random(in: -100..<400, using: &dice))
        }
        var isEstimated: [Bool] = []
        for _ in days { isEstimated.append(Int.random(in: 0..<3, using: &dice) == 0) }
        holidays = zip(days.sorted(), isEstimated).map {
            Holidays.Holiday(day: $0, name: "Libur", kind: .nationalHoliday, isEstimated: $1)
        }
        let moves = Int.random(in: 0..<3, using: &dice)
        let recorded = entry + Int.random(in: 0..<40, using: &dice)
        let answers = (0..<Int.random(in: 0..<3, using: &dice)).map { index in
            // One of an earlier stay says nothing of this one.
            Acknowledgement(
                part: nil, moves: index == 0 ? moves : moves + 1,
                on: entry + Int.random(in: 0..<60, using: &dice), by: .system)
        }
        let end = hasEnd && Int.random(in: 0..<6, using: &dice) > 0 ? Int.random(in: -20..<200, using: &dice) : nil
        let settled = [nil, true, false].randomElement(using: &dice) ?? nil
        let created = recorded - Int.random(in: 0..<100, using: &dice)
        let hour = Int.random(in: 0..<24, using: &dice)
        let agreement = Papers.agreement {
            $0.state = "a"
            $0.entered = .init(on: entry, at: zone.instant(of: recorded, hour: hour), by: .system)
            $0.createdAt = zone.instant(of: created, hour: hour)
            $0.moves = Array(
                repeating: .init(transition: "x", from: "b", to: "a", on: entry, by: .system), count: moves)
            $0.acknowledgements = answers
            $0.validUntil = end.map { entry + $0 }
            if let settled { $0.fields["settled"] = [Figure(value: .bool(settled))] }
        }
        facts = Papers.facts(
            agreement, today: "\(entry + Int.random(in: 0..<150, using: &dice))", holidays: holidays)
        facts.successor = [nil, Facts.Succession.none, .started, .signed].randomElement(using: &dice) ?? nil
        self.zone = zone
    }

    private static func text(_ dice: inout Dice, hasSLA: Bool, hasEnd: Bool) -> String {
        func pick(_ choices: [String]) -> String { choices.randomElement(using: &dice) ?? "" }
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &dice) }
        func span(_ scale: Int) -> String {
            pick([
                "\(number(1...(10 * scale))) kerja", "\(number(1...(15 * scale))) hari", "\(number(1...scale)) bulan",
            ])
        }
        func offset() -> String {
            let anchor = hasSLA && hasEnd ? pick(["sla", "H"]) : hasSLA ? "sla" : "H"
            return anchor + pick(["", "-" + span(2), "+" + span(2)])
        }
        func around() -> String {
            pick(["", ", shift: before", ", shift: after", ", shift: none"])
                + pick([
                    "", "", ", unless: settled", ", unless: successor == 'signed'",
                    ", unless: \"today >= date('2027-01-01')\"",
                ])
        }
        func dates() -> String {
            let all = ["01-01", "02-28", "02-29", "03-31", "06-30", "08-17", "12-10", "12-25", "12-31"]
            return all.shuffled(using: &dice).prefix(number(1...3)).map { "\"\($0)\"" }.joined(separator: ", ")
        }
        func roles() -> String { pick(["waiting_on", "[finance]", "[legal, secretary]", "[unit_pic]"]) }
        func rule() -> String {
            switch number(0...2) {
            case 0:
                var offsets: [String] = []
                for _ in 0..<number(1...3) {
                    let next = offset()
                    if !offsets.contains(where: { Offset($0) == Offset(next) }) { offsets.append(next) }
                }
                return "{ at: [\(offsets.joined(separator: ", "))], to: \(roles())\(around()) }"
            case 1:
                return "{ every: \(span(1)), after: \(offset()), max: \(number(1...4)), to: \(roles())\(around()) }"
            default: return "{ on: [\(dates())], to: \(roles())\(around()) }"
            }
        }
        func step() -> String {
            let when = pick(["after: \(offset())", "after: \(offset())", "unanswered: \(number(1...4))"])
            let to = pick([
                "[unit_head]", "[secretary]", "[secretary, region_head]", "[finance, legal]", "[legal, unit_pic]",
            ])
            return "{ \(when), to: \(to)\(around()) }"
        }
        let rules = (0..<number(1...5)).map { _ in "          - " + rule() }.joined(separator: "\n")
        let steps = (0..<number(0...4)).map { _ in "          - " + step() }.joined(separator: "\n")
        return """
            workflow: r
            format: 1
            version: "1"
            title: { id: R, en: R }
            kinds: [pks]
            programmes: [jkn]
            initial: a
            fields: { settled: { type: boolean, label: { id: Beres, en: Settled } } }
            states:
              a:
                phase: draft
                label: { id: A, en: A }
                waiting_on: [unit_pic, legal]
            \(hasSLA ? "    sla: " + span(2) : "    was: b")
            \(hasEnd ? "    until: valid_until" : "")
                remind:
            \(rules)
            \(steps.isEmpty ? "" : "    escalate:\n" + steps)
              z: { phase: closed, final: true, label: { id: Z, en: Z } }
            transitions: { go: { label: { id: Z, en: Z }, from: a, to: z, by: [unit_pic] } }
            remind: [{ on: [\(dates())], in: [draft], to: [unit_head]\(around()) }]
            """
    }
}
