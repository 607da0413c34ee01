import Agreements
import Documents
import Workflows

/// What a diagram says, before anything has a place: the states, and for each pair of states the moves between them.
struct Chart {
    struct State {
        var id: String
        var label: String
        var phase: Phase
        var isInitial: Bool
        var isFinal: Bool
        var change = Change.none
        /// What is different since the other version.
        var details: [String] = []
        var count: Diagram.Count?
        var standing = Standing.plain
        /// What a pointer that rests on it is told.
        var hint: String
    }

    /// One transition between two states, as it is written on an arrow or in a card.
    struct Line: Hashable {
        var name: String
        var text: String
        var isAutomatic: Bool
        var change = Change.none
        var hint: String
    }

    /// Everything that leads from one state to another.
    struct Move {
        var from: Int
        var to: Int
        var lines: [Line]
    }

    /// A step that the paper of a path has taken.
    struct Step: Hashable {
        var from: Int
        var to: Int
        var name: String
    }

    enum Change: Hashable {
        case none, added, removed, changed
    }

    /// Where the paper of a path has been.
    enum Standing: String {
        case plain, untouched, passed, current
    }

    var id: String
    var title: String
    var language: Language
    var overlay: Diagram.Overlay
    var hasLanes: Bool
    var states: [State] = []
    var moves: [Move] = []
    var taken: Set<Step> = []

    init(_ workflow: Workflow, language: Language, overlay: Diagram.Overlay) {
        id = workflow.id
        title = workflow.title.text(language)
        self.language = language
        self.overlay = overlay
        hasLanes = Set(workflow.states.map(\.phase)).count > 1
        var before: Workflow?
        if case .comparison(let other) = overlay { before = other }
        addStates(of: workflow, before: before)
        addMoves(of: workflow, before: before)
        switch overlay {
        case .none, .comparison: break
        case .counts(let counts): for index in states.indices { states[index].count = counts[states[index].id] }
        case .path(let steps, let current): follow(steps, to: current)
        }
    }

    /// The states by id; the first of two with the same id.
    var indices: [String: Int] {
        Dictionary(states.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var isPath: Bool { if case .path = overlay { true } else { false } }

    private mutating func follow(_ steps: [Agreement.Move], to current: String) {
        let indices = indices
        for index in states.indices { states[index].standing = .untouched }
        for step in steps {
            for id in [step.from, step.to] { if let index = indices[id] { states[index].standing = .passed } }
            guard let from = indices[step.from], let to = indices[step.to] else { continue }
            taken.insert(Step(from: from, to: to, name: step.transition))
        }
        if let index = indices[current] { states[index].standing = .current }
    }
}
