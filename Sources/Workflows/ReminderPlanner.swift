import Agreements
import Calendars
import Documents

/// Counts the days on which the rules of one state call for somebody.
struct ReminderPlanner {
    let state: Workflow.State
    let facts: Facts
    let zone: Zone
    let moves: Int
    private let sla: Day?
    private let end: Day?
    private let slaID: String
    private let endID: String

    init(_ state: Workflow.State, _ facts: Facts, _ zone: Zone) {
        self.state = state
        self.facts = facts
        self.zone = zone
        moves = facts.course.moves.count
        sla = state.day(of: .sla, facts)
        end = state.day(of: .end, facts)
        slaID = "sla/\(moves)"
        endID = "end/\(moves)"
    }

    /// A time at which a rule calls for somebody.
    struct Call {
        var occurrence: String
        var counted: Counted
        var deadlineID: String
        var isEstimated: Bool
        var isConditional: Bool
    }

    /// A day, the deadline from which it was counted, and all the days that were looked at to count it.
    struct Counted {
        var deadline: Day
        var day: Day
        var stretch: ClosedRange<Day>
    }

    // MARK: Calls

    /// - Parameter fromCreation: whether the rule belongs to the paper's whole life, not to its stay in this state.
    func calls(of rule: ReminderRule, fromCreation: Bool = false) -> [Call] {
        switch rule.timing {
        case .at(let offsets):
            return offsets.enumerated().compactMap { index, offset in
                call(rule, String(index), deadlineID(offset.anchor)) {
                    $0.counted([offset.span], after: offset.anchor, rule.shift)
                }
            }
        case .every(let span, let offset, let max):
            return (1...max).compactMap { index in
                call(rule, String(index), deadlineID(offset.anchor)) {
                    $0.counted([offset.span, Span(span.count * index, span.unit)], after: offset.anchor, rule.shift)
                }
            }
        case .on(let dates):
            guard let window = window(fromCreation: fromCreation) else { return [] }
            return (window.lowerBound.year...window.upperBound.year).flatMap { year in
                dates.compactMap { date -> Call? in
                    guard let day = date.day(in: year), window.contains(day) else { return nil }
                    let occurrence = "\(year)-\(date)"
                    return call(rule, occurrence, "on/\(rule.id)/\(occurrence)") { $0.counted(day, rule.shift) }
                }
            }
        }
    }

    /// The days whose fixed dates hold: none before the paper was on record, or was recorded to have come here, and none
    /// after its time, since what is left to do with an old paper has its SLA. Dates for a funding line are those of its
    /// own fiscal year, and until it is enacted those of the year in which it is prepared too.
    private func window(fromCreation: Bool) -> ClosedRange<Day>? {
        if facts.isHistory { return nil }
        let first = firstDay(fromCreation: fromCreation)
        guard case .funding(let key) = facts.part else {
            // Not so many days from today on: what holds must not change from day to day while nobody looks.
            let horizon = renewal(since: first).adding(months: 12) - 1
            let last = facts.termEnd.map { min($0, horizon) } ?? horizon
            return first <= last ? first...last : nil
        }
        guard let line = facts.agreement.fundingLine(key), let start = Day(year: line.fiscalYear, month: 1, day: 1)
        else { return nil }
        let prepared = line.stage.isEnacted ? start : start.adding(months: -12)
        let last = start.adding(months: 12) - 1
        return first <= last ? max(first, prepared)...last : nil
    }

    private func firstDay(fromCreation: Bool) -> Day {
        zone.day(at: fromCreation ? facts.agreement.createdAt : facts.course.entered.at)
    }

    /// The next anniversary, on which fixed dates are planned for another year.
    private func renewal(since first: Day) -> Day {
        var years = max(0, facts.today.year - first.year - 1)
        while first.adding(months: 12 * years) <= facts.today { years += 1 }
        return first.adding(months: 12 * max(1, years))
    }

    /// When fixed dates must be planned on; nil where no more of them come after that.
    func nextRenewal(of rules: [ReminderRule], fromCreation: Bool = false) -> Day? {
        if case .funding = facts.part { return nil }
        guard !facts.isHistory, rules.contains(where: \.timing.isYearly) else { return nil }
        let renewal = renewal(since: firstDay(fromCreation: fromCreation))
        // Those until a year after it are planned already.
        return facts.termEnd.map { $0 < renewal.adding(months: 12) } ?? false ? nil : renewal
    }

    private func call(
        _ rule: ReminderRule, _ occurrence: String, _ deadlineID: String, _ count: (ReminderPlanner) -> Counted?
    ) -> Call? {
        guard let counted = count(self), let isConditional = isConditional(rule.unless, on: counted.day) else {
            return nil
        }
        return Call(
            occurrence: occurrence, counted: counted, deadlineID: deadlineID,
            isEstimated: isEstimated(counted, count), isConditional: isConditional)
    }

    // MARK: Counting

    func deadlineID(_ anchor: Offset.Anchor) -> String { anchor == .sla ? slaID : endID }

    /// - Parameter earliest: where counting begins, if the deadline has passed by then.
    func counted(
        _ spans: [Span], after anchor: Offset.Anchor, notBefore earliest: Day? = nil, _ shift: Shift
    ) -> Counted? {
        guard let deadline = anchor == .sla ? sla : end else { return nil }
        var day = max(deadline, earliest ?? deadline)
        var stretch = deadline...day
        if anchor == .sla { stretch = stretch.including(facts.course.entered.on) }
        for span in spans {
            day = facts.calendar.adding(span, to: day)
            stretch = stretch.including(day)
        }
        day = facts.calendar.shift(day, shift)
        return Counted(deadline: deadline, day: day, stretch: stretch.including(day))
    }

    private func counted(_ date: Day, _ shift: Shift) -> Counted {
        let day = facts.calendar.shift(date, shift)
        return Counted(deadline: date, day: day, stretch: (date...date).including(day))
    }

    /// Whether the day or the deadline would be another one, were the days off that are only estimated open; or whether the
    /// deadline is such a day itself.
    func isEstimated(_ counted: Counted, _ count: (ReminderPlanner) -> Counted?) -> Bool {
        facts.calendar.isEstimate(counted.deadline)
            || facts.calendar.restsOnEstimate(counted.stretch) { calendar in
                var facts = facts
                facts.calendar = calendar
                return count(ReminderPlanner(state, facts, zone)).map { [$0.deadline, $0.day] }
            }
    }

    /// - Returns: whether it is known only in its time if somebody is to be reminded; nil if certainly nobody is.
    func isConditional(_ unless: Guard?, on day: Day) -> Bool? {
        guard let unless else { return false }
        switch unless.dependsOnDate ? verdict(unless, on: day) : unless.verdict(facts) {
        case .met: return nil
        case .notMet: return unless.dependsOnDate || unless.dependsOnSuccessor
        case .cannotTell: return true
        }
    }

    /// What is so on the reminder's own day, so that the plan of a day stays the same after it.
    private func verdict(_ unless: Guard, on day: Day) -> Verdict {
        var facts = facts
        facts.today = day
        return unless.verdict(facts)
    }

    // MARK: Reminders

    func reminders(_ call: Call, of rule: ReminderRule, key: String) -> [PlannedReminder] {
        let say = rule.say ?? generalSentence(call.counted.deadline)
        return rule.recipients(in: state).map { recipient in
            PlannedReminder(
                key: "\(rule.id)\(key)/\(call.occurrence)/\(recipient.rawValue)", rule: rule.id,
                dueAt: zone.instant(of: call.counted.day, hour: Workflow.reminderHour),
                deadline: call.counted.deadline, deadlineID: call.deadlineID, recipient: recipient, state: state.id,
                say: say, isEstimated: call.isEstimated, isConditional: call.isConditional)
        }
    }

    private func generalSentence(_ deadline: Day) -> Bilingual {
        let title = facts.agreement.title
        return Bilingual(
            id: "\(title): tahap \(state.label.id), tenggat \(deadline.indonesian)",
            en: "\(title): stage \(state.label.en), due \(deadline)")
    }
}

extension ReminderRule {
    /// Whether it is for somebody whom the state waits for.
    func reachesOffice(of state: Workflow.State) -> Bool {
        switch to {
        case .waitingOn: !state.waitingOn.isEmpty
        case .roles(let roles): roles.contains(where: state.waitingOn.contains)
        }
    }

    func recipients(in state: Workflow.State) -> [Role] {
        switch to {
        case .waitingOn: state.waitingOn
        case .roles(let roles): roles
        }
    }
}

extension ReminderRule.Timing {
    /// Fixed dates come again every year.
    var isYearly: Bool { if case .on = self { true } else { false } }
}

extension ClosedRange<Day> {
    func including(_ day: Day) -> Self { Swift.min(lowerBound, day)...Swift.max(upperBound, day) }
}

extension Facts {
    /// The last day on which the paper matters: of its term, or without one of the last year with money or members.
    fileprivate var termEnd: Day? {
        if case .funding(let key) = part {
            return agreement.fundingLine(key).flatMap { Day(year: $0.fiscalYear, month: 12, day: 31) }
        }
        return agreement.validUntil ?? agreement.fiscalYears.last.flatMap { Day(year: $0, month: 12, day: 31) }
    }

    /// So long after its time that also what was shifted past closed days has come.
    fileprivate var isHistory: Bool { termEnd.map { $0 + 31 < today } ?? false }
}
