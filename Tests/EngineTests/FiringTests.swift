import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// What is told of what is late, against slow and obvious definitions.
@Suite struct FiringTests {
    private static let now = Instant("2027-03-10T08:00:00+08:00")!
    private static let today = Zone.wita.day(at: now)

    private struct Life {
        var signs: SignsOfLife
        var due: [Reminder]
    }

    /// Few offices, rules and deadlines, so that many are of one series; few times, so that many are equal.
    private static func row(_ id: Int, _ dice: inout Dice, hours: ClosedRange<Int>) -> Reminder {
        let dueAt = now + .seconds(3_600 * Int.random(in: hours, using: &dice))
        return Reminder(
            id: "rem_\(id)", agreement: .init(rawValue: "agr"), ref: nil, region: "53.71", key: "key/\(id)",
            rule: "rule/\(Int.random(in: 0...2, using: &dice))", dueAt: dueAt, deadline: nil,
            deadlineID: [nil, "a", "b"].randomElement(using: &dice)!,
            recipient: [.unitPIC, .legal].randomElement(using: &dice)!, agreementState: "draft",
            say: Bilingual(id: "ingat", en: "remember"), planVersion: 1,
            plannedAt: [nil, now + .seconds(3_600 * Int.random(in: hours, using: &dice))].randomElement(using: &dice)!)
    }

    private static func life(_ seed: UInt64) -> Life {
        var dice = Dice(seed: seed)
        let started = now + .seconds(3_600 * Int.random(in: -30...0, using: &dice))
        let seen = [nil, started + .seconds(3_600 * Int.random(in: -30...0, using: &dice))].randomElement(using: &dice)!
        let due = (0..<Int.random(in: 0...12, using: &dice)).map { row($0, &dice, hours: -40...0) }
        return Life(
            signs: SignsOfLife(lastSeen: seen, startedAt: started),
            due: due.sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) })
    }

    private static func areOfOneSeries(_ a: Reminder, _ b: Reminder) -> Bool {
        a.recipient == b.recipient && (a.rule == b.rule || (a.deadlineID != nil && a.deadlineID == b.deadlineID))
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `each late reminder is told, or a newer one of its office and its rule or deadline is`(seed: UInt64) throws {
        let life = Self.life(seed)
        let firing = Firing(life.due, life.signs, at: Self.now)
        let told = firing.told.map(\.reminder)
        #expect(Set(told.map(\.id)).isDisjoint(with: firing.collapsed.map(\.reminder.id)))
        #expect(Set(told.map(\.id)).union(firing.collapsed.map(\.reminder.id)) == Set(life.due.map(\.id)))
        #expect(told.map(\.dueAt) == told.map(\.dueAt).sorted())
        let order = Dictionary(uniqueKeysWithValues: life.due.enumerated().map { ($1.id, $0) })
        for reminder in life.due {
            let late = life.signs.lateness(of: reminder.dueAt, plannedAt: reminder.plannedAt, at: Self.now)
            let newer = told.filter { order[$0.id]! > order[reminder.id]! && Self.areOfOneSeries($0, reminder) }
            // Whether a newer one is told decides alone; so there is only one way in which all of this can hold.
            #expect(told.contains { $0.id == reminder.id } == (late == nil || newer.isEmpty))
            guard let collapsed = firing.collapsed.first(where: { $0.reminder.id == reminder.id }) else { continue }
            #expect(newer.contains { $0.id == collapsed.into })
            #expect(collapsed.late == late)
        }
        for told in firing.told {
            #expect(told.collapsed == firing.collapsed.count { $0.into == told.reminder.id })
            #expect(
                told.late
                    == life.signs.lateness(
                        of: told.reminder.dueAt, plannedAt: told.reminder.plannedAt, at: Self.now))
        }
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `lateness names what really kept a reminder back`(seed: UInt64) {
        var dice = Dice(seed: seed)
        func moment(_ hours: ClosedRange<Int>) -> Instant {
            Self.now + .seconds(1_800 * Int.random(in: hours, using: &dice))
        }
        let started = moment(-20...0)
        let seen = [nil, min(started, moment(-40...0))].randomElement(using: &dice)!
        let planned = [nil, moment(-40...0)].randomElement(using: &dice)!
        let due = moment(-40...0)
        let late = SignsOfLife(lastSeen: seen, startedAt: started).lateness(of: due, plannedAt: planned, at: Self.now)
        // Minute by minute: was it known, and was anybody there?
        let minutes = stride(from: due.milliseconds, to: Self.now.milliseconds, by: 60_000)
            .map { Instant(milliseconds: $0) }
        let firstKnown = minutes.first { planned == nil || planned! <= $0 }
        #expect((late == nil) == minutes.isEmpty)
        guard let late else { return }
        switch late.cause {
        case .enteredLate:
            #expect(firstKnown != due || planned == due)
            #expect((late.from, late.to) == (due, planned!))
        case .outage:
            #expect(firstKnown == due && started > due)
            #expect(late.to == started && late.from <= due)
            if let seen, seen <= due { #expect(late.from == seen) }
        case .delayed:
            #expect(firstKnown == due && started <= due)
            #expect((late.from, late.to) == (due, Self.now))
        }
    }

    // MARK: A new plan

    private static func planned(_ row: Reminder, _ deadline: Day?) -> PlannedReminder {
        PlannedReminder(
            key: row.key, rule: row.rule, dueAt: row.dueAt, deadline: deadline, deadlineID: row.deadlineID,
            recipient: row.recipient, state: "draft", say: row.say)
    }

    private static func plan(_ seed: UInt64) -> (wanted: [PlannedReminder], existing: [Reminder]) {
        var dice = Dice(seed: seed)
        var wanted: [PlannedReminder] = []
        var existing: [Reminder] = []
        for id in 0..<Int.random(in: 0...14, using: &dice) {
            var row = row(id, &dice, hours: -60...60)
            if Int.random(in: 0..<6, using: &dice) == 0 { row.recipient = .system }
            row.deadline = [nil, today - 100, today + 3].randomElement(using: &dice)!
            if Int.random(in: 0..<4, using: &dice) > 0 { wanted.append(planned(row, row.deadline)) }
            // As it was, in another shape, or not at all; what is due may have ended in any way.
            let shape = Int.random(in: 0..<5, using: &dice)
            if shape == 0 { continue }
            if shape == 1 { row.dueAt = row.dueAt + .seconds(7_200) }
            if shape == 2 { row.deadline = today + 9 }
            let ended: [Reminder.State] = [.sent, .acknowledged, .cancelled, .missed]
            row.state = ([.planned, .planned, .snoozed] + ended).randomElement(using: &dice)!
            row.timesSent = row.state == .sent ? 1 : row.state.isOpen ? 0 : Int.random(in: 0...1, using: &dice)
            existing.append(row)
        }
        return (wanted.sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) }, existing.shuffled(using: &dice))
    }

    private static let agreement = Agreement(
        id: .init(rawValue: "agr"), ref: nil, workflow: .init(id: "w", structure: "s"), kind: .pks, programme: .jkn,
        title: "PKS", region: "53.71", parties: [], witnesses: [], validFrom: nil, validUntil: nil, parent: nil,
        renews: nil, source: nil, state: "draft", phase: .draft,
        entered: .init(on: today, at: now, by: .system), moves: [], fields: [:], funding: [], members: [], bills: [],
        documents: [], notes: [], version: 3, createdAt: now, updatedAt: now)

    private static func difference(_ wanted: [PlannedReminder], _ existing: [Reminder]) -> ReminderDifference {
        ReminderDifference(agreement, wanted: wanted, existing: existing, at: now, today: today)
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `after a new plan everything wanted is there once, and nothing else is open`(seed: UInt64) {
        let (wanted, existing) = Self.plan(seed)
        let difference = Self.difference(wanted, existing)
        var rows = existing
        for write in difference.writes(Mint(random: SeededRandom(seed: seed))) {
            switch write {
            case .plan(let row): rows.append(row)
            case .end(let id, let state, _):
                #expect(state == .superseded && rows.contains { $0.id == id && $0.state.isOpen })
                rows.removeAll { $0.id == id }
            default: Issue.record("a plan neither tells nor answers")
            }
        }
        let again = Self.difference(wanted, rows)
        #expect(again.isEmpty)
        #expect(Set(rows.filter(\.state.isOpen).map(\.key)).isSubset(of: Set(wanted.map(\.key))))
        for reminder in wanted {
            let there = rows.filter { $0.key == reminder.key && $0.deadline == reminder.deadline }
            #expect(!there.isEmpty)
            #expect(there.count { $0.state.isOpen } <= 1)
        }
        for row in rows where row.state == .missed && row.plannedAt == Self.now && row.planVersion == 3 {
            #expect(row.late?.cause == .enteredLate && row.endedAt == Self.now)
        }
    }

    @Test(arguments: 0..<500 as Range<UInt64>)
    func `of what is wanted too late the newest of a series is told, unless a newer one was or comes`(seed: UInt64) {
        let (wanted, existing) = Self.plan(seed)
        let difference = Self.difference(wanted, existing)
        struct Known {
            var series: Series
            var at: Instant
        }
        func isOne(_ a: Series, _ b: Series) -> Bool {
            a.recipient == b.recipient
                && (a.rule == b.rule || (a.deadlineID != nil && a.deadlineID == b.deadlineID))
        }
        let superseded = Set(difference.superseded.map(\.id))
        let before =
            existing.filter { $0.timesSent > 0 }.map { Known(series: $0.series, at: $0.dueAt) }
        let coming =
            existing.filter { $0.state.isOpen && !superseded.contains($0.id) }
            .map { Known(series: $0.series, at: $0.dueAt) }
            + difference.planned.map { Known(series: $0.series, at: $0.dueAt) }
        let late = (difference.overdue + difference.missed).sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) }
        #expect(late.allSatisfy { $0.dueAt <= Self.now && $0.recipient != .system })
        #expect(difference.planned.allSatisfy { $0.dueAt > Self.now || $0.recipient == .system })
        for (index, reminder) in late.enumerated() {
            let newer = late[(index + 1)...].filter { other in
                difference.overdue.contains(other) && isOne(other.series, reminder.series)
            }
            let told =
                before.contains { $0.at >= reminder.dueAt && isOne($0.series, reminder.series) }
                || coming.contains { other in
                    other.at >= reminder.dueAt && other.series.recipient == reminder.recipient
                        && reminder.deadlineID != nil && other.series.deadlineID == reminder.deadlineID
                }
            let isHistory = reminder.deadline.map { $0 < Self.today - 31 } ?? false
            #expect(difference.missed.contains(reminder) == (isHistory || told || !newer.isEmpty))
        }
    }
}
