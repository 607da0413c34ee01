import Agreements
import Documents
import Engine
import Ledger
import Workflows

/// How many agreements stand in a state.
struct TallyView: Encodable {
    var phase: Phase
    var workflow: String
    var state: String
    var stateLabel: String
    var agreements: Int

    init(_ tally: Tally, _ rules: RuleBook, _ language: Language) {
        phase = tally.phase
        workflow = tally.workflow
        state = tally.state
        stateLabel = rules.label(of: tally.state, in: tally.workflow).text(language)
        agreements = tally.agreements
    }

    enum CodingKeys: String, CodingKey {
        case phase, workflow, state
        case stateLabel = "state_label"
        case agreements
    }
}

/// How long agreements stay in a state, in days.
struct DwellView: Encodable {
    var workflow: String
    var state: String
    var stateLabel: String
    var stays: Int
    var median: Int
    var ninetieth: Int

    init(_ time: DwellTime, _ rules: RuleBook, _ language: Language) {
        workflow = time.workflow
        state = time.state
        stateLabel = rules.label(of: time.state, in: time.workflow).text(language)
        stays = time.stays
        median = time.median
        ninetieth = time.ninetieth
    }

    enum CodingKeys: String, CodingKey {
        case workflow, state
        case stateLabel = "state_label"
        case stays, median, ninetieth
    }
}

/// What became of many agreements, each for itself.
struct BulkView: Encodable {
    struct Item: Encodable {
        var agreement: String
        var title: String?
        var done: Bool
        var state: String?
        var stateLabel: String?
        /// What it was decided on, and what it has become.
        var seen: Int?
        var version: Int?
        var problem: ProblemDetails?

        enum CodingKeys: String, CodingKey {
            case agreement, title, done, state
            case stateLabel = "state_label"
            case seen, version, problem
        }
    }

    var items: [Item]
    var done: Int
    var refused: Int

    init(_ results: [BulkResult], _ engine: Engine, _ context: AuthenticatedContext) {
        let rules = engine.rules
        items = results.map { result in
            let record = result.record
            return Item(
                agreement: result.agreement, title: record?.title, done: result.isDone, state: record?.state,
                stateLabel: record.map { rules.label(of: $0.state, in: $0.workflow.id).text(context.language) },
                seen: result.seen, version: record?.version,
                problem: result.refusal.map { ProblemDetails($0, context.language) })
        }
        done = results.count(where: \.isDone)
        refused = results.count - done
    }
}

extension RuleBook {
    /// What people call a state; its id where no workflow in force has it.
    func label(of state: String, in workflow: String) -> Bilingual {
        current[workflow]?.label(state) ?? Bilingual(id: state, en: state)
    }
}
