public import Agreements
public import Calendars
import Documents

/// Proves what can be proved of a workflow file, and plays its scenarios.
public struct WorkflowCheck {
    /// What is known besides the file; what is nil is not checked.
    public struct Surroundings: Sendable {
        public var today: Day
        public var holidays: Holidays?
        public var rates: Rates
        /// How many people hold each role.
        public var holders: [Role: Int]?

        public init(today: Day, holidays: Holidays? = nil, rates: Rates = Rates(), holders: [Role: Int]? = nil) {
            self.today = today
            self.holidays = holidays
            self.rates = rates
            self.holders = holders
        }
    }

    let file: WorkflowFile
    let surroundings: Surroundings

    public init(_ file: WorkflowFile, _ surroundings: Surroundings) {
        self.file = file
        self.surroundings = surroundings
    }

    var workflow: Workflow { file.workflow }
    var calendar: WorkingCalendar { WorkingCalendar(holidays: surroundings.holidays ?? Holidays()) }

    /// All findings, in the order of the file.
    public func findings() -> [WorkflowFinding] {
        let shape = file.shapeFindings()
        // Time and guards mean little in a graph that is broken.
        let rest = shape.isEmpty ? timeFindings() + guardFindings() + scenarioFindings() : []
        return (nameFindings() + shape + peopleFindings() + rest).sorted {
            ($0.problem.place.line ?? 0, $0.problem.place.column ?? 0, $0.code.rawValue)
                < ($1.problem.place.line ?? 0, $1.problem.place.column ?? 0, $1.code.rawValue)
        }
    }

    private func nameFindings() -> [WorkflowFinding] {
        let name = file.root.place.file?.split(separator: "/").last.map(String.init) ?? ""
        guard name.hasSuffix(".yaml"), name != workflow.id + ".yaml" else { return [] }
        return [
            WorkflowFinding(
                .fileName, .error, at: file.place(["workflow"]),
                Bilingual(
                    id: "workflow '\(workflow.id)' harus berada dalam berkas \(workflow.id).yaml",
                    en: "workflow '\(workflow.id)' belongs in a file named \(workflow.id).yaml"),
                fix: Bilingual(id: "ganti nama berkasnya", en: "rename the file"))
        ]
    }

    private func scenarioFindings() -> [WorkflowFinding] {
        workflow.scenarios.flatMap { scenario in
            var run = ScenarioRun(scenario, of: workflow, calendar: calendar, rates: surroundings.rates)
            return run.failures().map { failure in
                WorkflowFinding(
                    .scenarioFails, .error, at: scenario.place,
                    Bilingual(
                        id: "skenario '\(scenario.name)' gagal: \(failure.id)",
                        en: "the scenario '\(scenario.name)' fails: \(failure.en)"),
                    fix: Bilingual(
                        id: "perbaiki aturannya, atau skenario bila aturannya benar",
                        en: "mend the rules, or the scenario if the rules are right"))
            }
        }
    }
}
