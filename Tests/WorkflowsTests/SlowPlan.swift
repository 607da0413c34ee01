import Agreements
import Calendars
import Documents
import Expressions

@testable import Workflows

/// Who is reminded when, found in the slowest way: every day of some years is asked whether a rule fires on it.
///
/// Nothing here counts with the project's calendar: days are open or closed in a table, and a rule's day is recognised,
/// not computed.
struct SlowPlan {
    private let state: Workflow.State
    private let facts: Facts
    private let zone: Zone
    private let first: Day
    private let isOpen: [Bool]
    /// How many open days there are from the first up to and including each.
    private let opened: [Int]
    /// `12-31`
    private let dates: [String]
    private var sla: Day?

    init(_ state: Workflow.State, _ facts: Facts, _ zone: Zone) {
        self.state = state
        self.facts = facts
        self.zone = zone
        let closed = Set(facts.calendar.holidays.days)
        first = facts.course.entered.on - 700
        let days = (0..<1_900).map { [first] in first + $0 }
        // 1 January 1970 was a Thursday.
        isOpen = days.map { !closed.contains($0) && (($0.number % 7 + 7) % 7 + 3) % 7 < 5 }
        opened = isOpen.reduce(into: []) { $0.append(($0.last ?? 0) + ($1 ? 1 : 0)) }
        dates = days.map { String($0.description.dropFirst(5)) }
        sla = nil
        if let length = state.sla {
            sla = days.first { isAway(length, from: facts.course.entered.on, $0) }
        }
    }

    /// Everything that matters of each reminder, as text.
    func lines(_ ladder: [PhaseReminder]) -> Set<String> {
        var lines: Set<String> = []
        func add(
            _ key: String, _ rule: String, _ fire: Fire, _ recipient: Role, insteadOf: [Role] = []
        ) {
            let hour = "\(fire.day)T08:00:00+0\(zone.hoursFromUTC):00"
            lines.insert(
                SlowPlan.line(
                    key, rule, Instant(hour), fire.deadline, fire.deadlineID, recipient, insteadOf,
                    fire.isConditional))
        }
        let moves = facts.course.moves.count
        var asked: [Fire] = []
        for rule in state.reminders {
            let recipients = recipients(rule)
            for fire in fires(rule, since: facts.course.entered.at) {
                for role in recipients {
                    add("\(rule.id)/\(moves)/\(fire.occurrence)/\(role.rawValue)", rule.id, fire, role)
                }
                if recipients.contains(where: { state.waitingOn.contains($0) }) { asked.append(fire) }
            }
        }
        for rule in ladder.filter({ $0.phases.contains(state.phase) }).map(\.rule) {
            for fire in fires(rule, since: facts.agreement.createdAt) {
                for role in recipients(rule) {
                    add("\(rule.id)/\(fire.occurrence)/\(role.rawValue)", rule.id, fire, role)
                }
            }
        }
        for (rules, since) in [
            (state.reminders, facts.course.entered.at),
            (ladder.filter { $0.phases.contains(state.phase) }.map(\.rule), facts.agreement.createdAt),
        ] {
            guard rules.contains(where: { if case .on = $0.timing { true } else { false } }), !isHistory else {
                continue
            }
            let (look, horizon) = anniversaries(of: dayOnWall(since))
            if let end = facts.agreement.validUntil, end < horizon { continue }
            lines.insert(
                SlowPlan.line(
                    "timer/plan/\(moves)/\(look)", "plan", Instant("\(look)T00:00:00+0\(zone.hoursFromUTC):00"), look,
                    nil, .system, [], false))
        }
        let answered = facts.agreement.acknowledgements.last { $0.part == nil && $0.moves == moves }?.on
        var told: [(roles: [Role], on: Day)] = []
        for step in state.escalation {
            guard let fire = fire(step, asked, answered) else { continue }
            for role in step.to {
                let groups = [state.waitingOn] + told.filter { $0.on <= fire.day }.map(\.roles)
                let others = groups.map { $0.filter { !step.to.contains($0) } }.last { !$0.isEmpty }
                add(
                    "\(step.id)/\(moves)/\(answered.map { "\($0)" } ?? "-")/\(role.rawValue)", step.id, fire, role,
                    insteadOf: others ?? state.waitingOn.filter { $0 != role })
            }
            told.append((step.to, fire.day))
        }
        return lines
    }

    static func line(
        _ key: String, _ rule: String, _ dueAt: Instant?, _ deadline: Day?, _ deadlineID: String?, _ recipient: Role,
        _ insteadOf: [Role], _ isConditional: Bool
    ) -> String {
        let roles = insteadOf.map(\.rawValue).joined(separator: "+")
        return "\(key) \(rule) \(dueAt?.description ?? "?") \(deadline?.description ?? "?") \(deadlineID ?? "?") "
            + "\(recipient.rawValue) [\(roles)] \(isConditional)"
    }

    // MARK: Fires

    private struct Fire {
        var occurrence = ""
        var day: Day
        var deadline: Day
        var deadlineID: String
        var isConditional = false
    }

    private func recipients(_ rule: ReminderRule) -> [Role] {
        if case .roles(let roles) = rule.to { roles } else { state.waitingOn }
    }

    private func fires(_ rule: ReminderRule, since: Instant) -> [Fire] {
        var fires: [Fire] = []
        var start: Int?
        if case .every(_, let offset, _) = rule.timing, let (deadline, _) = deadline(offset.anchor) {
            start = opened.indices.first { isAway(offset.span, from: deadline, first + $0) }
        }
        for index in opened.indices {
            let raw = first + index
            for (occurrence, deadline, id) in occurrences(rule, on: raw, since, start) {
                fires.append(
                    Fire(occurrence: occurrence, day: shifted(raw, rule.shift), deadline: deadline, deadlineID: id))
            }
        }
        return fires.compactMap { held($0, unless: rule.unless) }.sorted { order(rule, $0) < order(rule, $1) }
    }

    /// As the file has them, fixed dates year by year.
    private func order(_ rule: ReminderRule, _ fire: Fire) -> Int {
        guard case .on(let dates) = rule.timing else { return Int(fire.occurrence) ?? 0 }
        let index = dates.firstIndex { fire.occurrence.hasSuffix($0.description) } ?? 0
        return (Int(fire.occurrence.prefix(4)) ?? 0) * 100 + index
    }

    /// Which of a rule's reminders are meant for this day, before it is shifted.
    private func occurrences(
        _ rule: ReminderRule, on day: Day, _ since: Instant, _ start: Int?
    ) -> [(String, Day, String)] {
        switch rule.timing {
        case .at(let offsets):
            return offsets.indices.compactMap { index in
                guard let (deadline, id) = deadline(offsets[index].anchor) else { return nil }
                return isAway(offsets[index].span, from: deadline, day) ? ("\(index)", deadline, id) : nil
            }
        case .every(let step, let offset, let max):
            guard let (deadline, id) = deadline(offset.anchor), let start else { return [] }
            return (1...max).filter { isAway(Span(step.count * $0, step.unit), from: first + start, day) }
                .map { ("\($0)", deadline, id) }
        case .on(let dates):
            let date = self.dates[day - first]
            guard dates.contains(where: { $0.description == date }), !isHistory else { return [] }
            if let end = facts.agreement.validUntil, day > end { return [] }
            let begin = dayOnWall(since)
            guard day >= begin, day < anniversaries(of: begin).second else { return [] }
            return [(day.description, day, "on/\(rule.id)/\(day)")]
        }
    }

    /// More than a month after its term nothing of a paper comes again.
    private var isHistory: Bool {
        guard let end = facts.agreement.validUntil else { return false }
        return facts.today - end > 31
    }

    /// The next two days on which a day comes round that are still to come; 29 February comes round on the 28th.
    private func anniversaries(of day: Day) -> (first: Day, second: Day) {
        let date = dates[day - first]
        var found: [Day] = []
        for index in dates.indices where found.count < 2 && first + index > max(day, facts.today) {
            let isLeapDay = date == "02-29" && dates[index] == "02-28" && dates[index + 1] == "03-01"
            if dates[index] == date || isLeapDay { found.append(first + index) }
        }
        return (found[0], found[1])
    }

    private func fire(_ step: EscalationStep, _ asked: [Fire], _ answered: Day?) -> Fire? {
        var found: Fire?
        switch step.trigger {
        case .after(let offset):
            guard let (deadline, id) = deadline(offset.anchor) else { return nil }
            let base = answered.map { $0 > deadline ? $0 : deadline } ?? deadline
            for index in opened.indices where found == nil && isAway(offset.span, from: base, first + index) {
                found = Fire(day: shifted(first + index, step.shift), deadline: deadline, deadlineID: id)
            }
        case .unanswered(let count):
            var left = count
            var isConditional = false
            for index in opened.indices {
                let today = asked.filter { $0.day == first + index && (answered.map { first + index > $0 } ?? true) }
                guard let one = today.first else { continue }
                isConditional = isConditional || today.allSatisfy(\.isConditional)
                left -= 1
                guard left == 0 else { continue }
                var next = index + 1
                while !isOpen[next] { next += 1 }
                // Of several reminders of a day the one whose rule stands first in the file speaks.
                let speaker = asked.first { $0.day == first + index } ?? one
                found = Fire(
                    day: first + next, deadline: speaker.deadline, deadlineID: speaker.deadlineID,
                    isConditional: isConditional)
                break
            }
        }
        guard let found, answered.map({ found.day > $0 }) ?? true, let held = held(found, unless: step.unless) else {
            return nil
        }
        return held
    }

    /// The three sorts of `unless` that the random rules have.
    private func held(_ fire: Fire, unless: Guard?) -> Fire? {
        var fire = fire
        switch unless?.expression.source {
        case nil: return fire
        case "settled":
            if facts.agreement.value("settled") == .bool(true) { return nil }
            if facts.agreement.value("settled") == nil { fire.isConditional = true }
        case "successor == 'signed'":
            if facts.successor == .signed { return nil }
            fire.isConditional = true
        default:
            // today >= date('2027-01-01')
            if fire.day.description >= "2027-01-01" { return nil }
            fire.isConditional = true
        }
        return fire
    }

    // MARK: Days

    private func deadline(_ anchor: Offset.Anchor) -> (Day, String)? {
        let moves = facts.course.moves.count
        switch anchor {
        case .end: return facts.agreement.validUntil.map { ($0, "end/\(moves)") }
        case .sla: return sla.map { ($0, "sla/\(moves)") }
        }
    }

    private func isAway(_ span: Span, from base: Day, _ day: Day) -> Bool {
        let (from, to) = (base - first, day - first)
        switch span.unit {
        case .hari: return to - from == span.count
        case .kerja where span.count == 0: return from == to
        case .kerja where span.count > 0: return isOpen[to] && opened[to] - opened[from] == span.count
        case .kerja: return to > 0 && isOpen[to] && opened[from - 1] - opened[to - 1] == -span.count
        case .bulan where abs(to - from - 30 * span.count) > 15: return false
        case .bulan:
            let parts = base.description.split(separator: "-").compactMap { Int($0) }
            let months = parts[0] * 12 + parts[1] - 1 + span.count
            let target = (0...3).compactMap { Day(year: months / 12, month: months % 12 + 1, day: parts[2] - $0) }
            return day == target.first
        }
    }

    private func shifted(_ day: Day, _ shift: Shift) -> Day {
        var index = day - first
        while shift != .none, !isOpen[index] { index += shift == .before ? -1 : 1 }
        return first + index
    }

    private func dayOnWall(_ instant: Instant) -> Day {
        Day(number: Int(instant.milliseconds / 3_600_000 + Int64(zone.hoursFromUTC)) / 24)
    }
}
