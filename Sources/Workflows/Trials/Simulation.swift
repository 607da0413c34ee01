public import Agreements
public import Calendars
import Documents

/// What a workflow would do to a made-up paper over some days: where it stands, and who is reminded when.
public struct Simulation: Sendable {
    /// How quickly people act.
    public enum Pace: String, Sendable, CaseIterable {
        /// Each step is taken on the last day of its SLA.
        case deadline
        /// Nobody ever does anything.
        case never
    }

    public struct Stay: Sendable, Equatable {
        public var state: String
        public var from: Day
    }

    public private(set) var reminders: [PlannedReminder] = []
    private let first: Stay
    private var run: DryRun

    /// - Parameter state: where the paper begins; nil for the initial state.
    public init(
        _ workflow: Workflow, state: String? = nil, from start: Day, days: Int, pace: Pace, calendar: WorkingCalendar,
        rates: Rates
    ) {
        let year = start.year + 1
        let given = Scenario.Given(
            state: state, on: start, validFrom: Day(year: year, month: 1, day: 1),
            validUntil: Day(year: year, month: 12, day: 31), fields: [:], documents: [], signed: [], isNumbered: false,
            funding: [])
        run = DryRun(workflow, workflow.sampleFacts(given, calendar: calendar, rates: rates))
        first = Stay(state: run.facts.state, from: start)
        run.settle()
        go(until: start + days, pace)
    }

    /// Where the paper stood, one after the other.
    public var stays: [Stay] { [first] + run.facts.course.moves.map { Stay(state: $0.to, from: $0.on) } }

    /// How many reminders each role gets.
    public var recipients: [(role: Role, count: Int)] {
        Dictionary(grouping: reminders, by: \.recipient).map { ($0, $1.count) }
            .sorted { ($1.count, $0.role.rawValue) < ($0.count, $1.role.rawValue) }
    }

    private mutating func go(until end: Day, _ pace: Pace) {
        var visited: Set<String> = []
        while !run.isOver, run.facts.today < end, visited.insert(run.facts.state).inserted {
            let state = run.facts.state
            guard stay(until: pace == .never ? end : min(end, lastDay(in: state))), run.facts.today < end,
                run.facts.state == state, let next = usualStep(from: state)
            else { continue }
            // What the daemon does of itself it does on its day, not on the last one before.
            let day = next.isAutomatic ? next.requirements.compactMap { $0.check.turningDay(run.facts) }.max() : nil
            guard stay(until: min(end, day ?? run.facts.today)), run.facts.today < end else { continue }
            if run.facts.state == state { run.force(next) }
        }
    }

    /// - Returns: whether the paper is still where it was when the day has come.
    private mutating func stay(until day: Day) -> Bool {
        var told: [PlannedReminder] = []
        defer { reminders += told }
        return run.stay(until: max(day, run.facts.today)) { told.append($0) }
    }

    private func lastDay(in state: String) -> Day {
        run.workflow.state(state).flatMap { run.workflow.deadline(of: $0, run.facts) } ?? run.facts.today
    }

    /// The step that leads to the nearest state further down in the file, which is how files are written.
    private func usualStep(from state: String) -> Workflow.Transition? {
        let order = run.workflow.states.map(\.id)
        let here = order.firstIndex(of: state) ?? 0
        let steps = run.workflow.transitions(from: state).filter { !$0.isExceptional }
        return steps.compactMap { step in order.firstIndex(of: step.to).map { (step, $0) } }
            .filter { $0.1 > here }.min { $0.1 < $1.1 }?.0 ?? steps.first
    }
}
