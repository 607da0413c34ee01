import Documents
import Testing
import Workflows

@testable import Diagrams

@Suite struct `The choice of arrows` {
    struct Step: Hashable {
        var from: String
        var name: String
        var to: String
    }

    static func steps(of selection: Selection, in chart: Chart) -> [Step] {
        (selection.arrows + selection.written).flatMap { bundle in
            bundle.sources.flatMap { source in
                bundle.lines.map { line in
                    Step(
                        from: chart.states[source].id, name: line.name, to: chart.states[bundle.target].id)
                }
            }
        }
    }

    static func steps(of workflow: Workflow) -> Set<Step> {
        Set(
            workflow.transitions.flatMap { transition in
                transition.from.map { Step(from: $0, name: transition.name, to: transition.to) }
            })
    }

    @Test(arguments: Samples.shipped) func `leaves out no move of a shipped workflow and says none twice`(
        _ name: String
    ) throws {
        let workflow = try Samples.workflow(name)
        let chart = Chart(workflow, language: .english, overlay: .none)
        let steps = Self.steps(of: Selection(chart), in: chart)
        #expect(Set(steps) == Self.steps(of: workflow))
        #expect(Set(steps).count == steps.count)
    }

    @Test(arguments: 1...30) func `leaves out no move of any workflow and says none twice`(_ seed: Int) throws {
        let workflow = try Samples.random(seed: UInt64(seed), states: 3 + seed, transitions: seed * 4, tails: 6)
        let chart = Chart(workflow, language: .english, overlay: .none)
        let steps = Self.steps(of: Selection(chart), in: chart)
        #expect(Set(steps) == Self.steps(of: workflow))
        #expect(Set(steps).count == steps.count)
    }

    @Test(arguments: [
        ("jamsostek", ["cancel", "terminate"]), ("bill", ["settle", "fall-into-arrears", "dispute"]),
        ("funding", ["drop", "close"]),
    ])
    func `only writes what comes from many states or from far`(_ name: String, _ written: [String]) throws {
        let selection = Selection(Chart(try Samples.workflow(name), language: .english, overlay: .none))
        #expect(Set(selection.written.flatMap { $0.lines.map(\.name) }).isSuperset(of: written))
        #expect(selection.arrows.allSatisfy { $0.sources.count <= 3 })
    }

    @Test(arguments: Samples.shipped) func `knows what sends back`(_ name: String) throws {
        let workflow = try Samples.workflow(name)
        let arrows = Selection(Chart(workflow, language: .english, overlay: .none)).arrows
        let back = Set(arrows.filter(\.isBack).flatMap { $0.lines.map(\.name) })
        let forward = Set(arrows.filter { !$0.isBack }.flatMap { $0.lines.map(\.name) })
        let named = workflow.transitions.map(\.name).filter { $0.hasPrefix("send-back") }
        #expect(back.isSuperset(of: named))
        #expect(forward.isDisjoint(with: named))
    }

    @Test(arguments: Samples.shipped) func `lets every state that is not final lead on`(_ name: String) throws {
        let chart = Chart(try Samples.workflow(name), language: .english, overlay: .none)
        let leading = Set(Selection(chart).arrows.filter { !$0.isBack }.flatMap(\.sources))
        for (index, state) in chart.states.enumerated() where !state.isFinal {
            #expect(leading.contains(index), "\(state.id) is a dead end")
        }
    }

    @Test func `finds the order of a file that is sorted by name`() {
        // d → a → c → b, and b sends back to d.
        let ranking = Ranking(bands: [0, 0, 0, 0], initial: 3, moves: [(3, 0), (0, 2), (2, 1), (1, 3)])
        #expect(ranking.position == [1, 3, 2, 0])
        #expect(ranking.isBack(from: 1, to: 3))
        #expect(ranking.rows(along: [(3, 0), (0, 2), (2, 1), (1, 3)]) == [1, 3, 2, 0])
    }

    @Test func `keeps rows narrow and bands apart`() {
        let ranking = Ranking(bands: [1, 0, 0, 0, 0, 0, 0], initial: nil, moves: [])
        let rows = ranking.rows(along: [])
        #expect(rows[1...].sorted() == [0, 0, 0, 0, 1, 1])
        #expect(rows[0] == 2)
    }
}
