import Agreements
import Documents
import Workflows

extension Chart {
    /// The states in the order of the file; those that are gone follow the state they used to follow.
    mutating func addStates(of workflow: Workflow, before: Workflow?) {
        for state in workflow.states {
            var shown = State(state, in: workflow, language)
            if let before {
                if let old = before.state(state.id) {
                    shown.details = differences(old, state)
                    shown.change = shown.details.isEmpty ? .none : .changed
                } else {
                    shown.change = .added
                }
            }
            states.append(shown)
        }
        var previous: String?
        for old in before?.states ?? [] {
            if workflow.state(old.id) == nil {
                var shown = State(old, in: workflow, language)
                shown.change = .removed
                let place = previous.flatMap { id in states.firstIndex { $0.id == id } }
                states.insert(shown, at: place.map { $0 + 1 } ?? 0)
            }
            previous = old.id
        }
    }

    /// The moves in the order of the file, then those that are gone.
    mutating func addMoves(of workflow: Workflow, before: Workflow?) {
        let indices = indices
        var places: [[Int]: Int] = [:]
        func add(_ line: Line, from: String, to: String) {
            guard let from = indices[from], let to = indices[to] else { return }
            guard let place = places[[from, to]] else {
                places[[from, to]] = moves.count
                moves.append(Move(from: from, to: to, lines: [line]))
                return
            }
            if !moves[place].lines.contains(line) { moves[place].lines.append(line) }
        }
        for transition in workflow.transitions {
            let old = before?.transition(transition.name)
            let different = old.map { differences($0, transition) } ?? []
            for source in transition.from {
                var line = Line(transition, language)
                if before != nil {
                    if let old, old.to == transition.to, old.from.contains(source) {
                        line.change = different.isEmpty ? .none : .changed
                        if !different.isEmpty { line.text += " (\(different.joined(separator: ", ")))" }
                    } else {
                        line.change = .added
                    }
                }
                add(line, from: source, to: transition.to)
            }
        }
        for old in before?.transitions ?? [] {
            let now = workflow.transition(old.name)
            for source in old.from where !(now?.to == old.to && now?.from.contains(source) == true) {
                var line = Line(old, language)
                line.change = .removed
                add(line, from: source, to: old.to)
            }
        }
    }

    private func differences(_ old: Workflow.State, _ new: Workflow.State) -> [String] {
        var found: [String] = []
        func compare(_ name: String, _ old: String, _ new: String) {
            if old != new { found.append("\(name): \(old) → \(new)") }
        }
        compare("label", old.label.text(language), new.label.text(language))
        compare("SLA", old.sla.map { "\($0)" } ?? "–", new.sla.map { "\($0)" } ?? "–")
        compare(
            Wording.waitsFor.text(language), old.waitingOn.map(\.rawValue).joined(separator: ", "),
            new.waitingOn.map(\.rawValue).joined(separator: ", "))
        compare(Wording.phase.text(language), old.phase.label.text(language), new.phase.label.text(language))
        // Whatever else a state may hold is compared as a whole.
        var rest = old
        (rest.label, rest.sla, rest.waitingOn, rest.phase) = (new.label, new.sla, new.waitingOn, new.phase)
        if rest != new { found.append(Wording.otherRules.text(language)) }
        return found
    }

    private func differences(_ old: Workflow.Transition, _ new: Workflow.Transition) -> [String] {
        var found: [String] = []
        if old.label != new.label { found.append("label") }
        if old.by != new.by { found.append(Wording.roles.text(language)) }
        var rest = old
        (rest.label, rest.by, rest.from, rest.to) = (new.label, new.by, new.from, new.to)
        if rest != new { found.append(Wording.guards.text(language)) }
        return found
    }
}

extension Chart.State {
    fileprivate init(_ state: Workflow.State, in workflow: Workflow, _ language: Language) {
        var facts = [state.id]
        if !state.waitingOn.isEmpty {
            let roles = state.waitingOn.map(\.rawValue).joined(separator: ", ")
            facts.append("\(Wording.waitsFor.text(language)): \(roles)")
        }
        if let sla = state.sla { facts.append("SLA: \(sla)") }
        self.init(
            id: state.id, label: state.label.text(language), phase: state.phase,
            isInitial: state.id == workflow.initial, isFinal: state.isFinal, hint: facts.joined(separator: "; "))
    }
}

extension Chart.Line {
    fileprivate init(_ transition: Workflow.Transition, _ language: Language) {
        let roles = transition.by.map(\.rawValue).joined(separator: ", ")
        self.init(
            name: transition.name, text: transition.label.text(language), isAutomatic: transition.isAutomatic,
            hint: "\(transition.name): \(roles)")
    }
}
