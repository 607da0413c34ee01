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
    private let start: Stay
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
        self.start = Stay(state: run.facts.state, from: start)
        go(until: start + days, pace)
    }

    /// The states in which the paper stood, in order; none of them twice, unless people sent it back.
    public var stays: [Stay] { [start] + run.facts.course.moves.map { Stay(state: $0.to, from: $0.on) } }

    /// How many reminders each role gets.
    public var recipients: [(role: Role, count: Int)] {
        Dictionary(grouping: reminders, by: \.recipient).map { ($0, $1.count) }
            .sorted { ($1.count, $0.role.rawValue) < ($0.count, $1.role.rawValue) }
    }

    private mutating func go(until end: Day, _ pace: Pace) {
        var visited: Set<String> = []
        while !run.isOver, run.facts.today < end, visited.insert(run.facts.state).inserted {
            let state = run.facts.state
            let leaving = pace == .never ? end : min(end, lastDay(in: state))
            var told: [PlannedReminder] = []
            run.pass(until: max(leaving, run.facts.today)) { told.append($0) }
            reminders += told
            if run.facts.state == state, leaving < end, let next = usualStep(from: state) { run.force(next) }
        }
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
