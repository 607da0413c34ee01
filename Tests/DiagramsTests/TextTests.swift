import Agreements
import Documents
import Testing
import Workflows

@testable import Diagrams

@Suite struct `The text forms` {
    @Test(arguments: Samples.shipped + ["hostile"], Language.allCases)
    func `in DOT hold every state and move`(_ name: String, _ language: Language) throws {
        let workflow = try name == "hostile" ? Samples.hostile() : Samples.workflow(name)
        let graph = try DotReader(DotText(workflow, language: language).text)
        #expect(Set(graph.nodes.keys) == Set(workflow.states.map(\.id)))
        let moves = graph.edges.map {
            `The choice of arrows`.Step(from: $0.from, name: $0.attributes["id"] ?? "", to: $0.to)
        }
        #expect(Set(moves) == `The choice of arrows`.steps(of: workflow))
        #expect(moves.count == Set(moves).count)
        for state in workflow.states {
            #expect(graph.nodes[state.id]?["peripheries"] == (state.isFinal ? "2" : nil))
            #expect(graph.nodes[state.id]?["style"] == (state.id == workflow.initial ? "rounded,bold" : nil))
        }
        for edge in graph.edges {
            let transition = workflow.transition(edge.attributes["id"] ?? "")
            #expect((edge.attributes["style"] == "dashed") == transition?.isAutomatic)
        }
        let phases = Set(workflow.states.map(\.phase))
        #expect(graph.clusters == (phases.count > 1 ? Set(phases.map { "cluster_\($0.rawValue)" }) : []))
    }

    @Test(arguments: Samples.shipped + ["hostile"], Language.allCases)
    func `in Mermaid hold every state and move`(_ name: String, _ language: Language) throws {
        let workflow = try name == "hostile" ? Samples.hostile() : Samples.workflow(name)
        let lines = MermaidText(workflow, language: language).text.split(separator: "\n").map {
            String($0.drop { $0 == " " })
        }
        #expect(lines.first == "stateDiagram-v2")
        var names: [String: Int] = [:]
        var arrows = 0
        for line in lines.dropFirst() {
            if let match = line.wholeMatch(of: /state "([^"]*)" as (s(\d+)_\w*)/) {
                names[String(match.2)] = Int(match.3)
            } else if let match = line.wholeMatch(of: /(s\w+) --> (s\w+) :( ?)(.*)/) {
                #expect(names[String(match.1)] != nil && names[String(match.2)] != nil)
                // Nothing that would end the label or begin something else.
                #expect(match.4.wholeMatch(of: /([\p{L}\p{M}\p{N}_ ,.()\/-]|#\d+;)*/) != nil, "\(line)")
                arrows += 1
            } else if let match = line.wholeMatch(of: /\[\*\] --> (s\w+)/) {
                #expect(names[String(match.1)].map { workflow.states[$0].id } == workflow.initial)
            } else if let match = line.wholeMatch(of: /(s\w+) --> \[\*\]/) {
                #expect(names[String(match.1)].map { workflow.states[$0].isFinal } == true)
            } else {
                #expect(
                    line == "}" || line == "direction TB"
                        || line.wholeMatch(of: /state "[^"]*" as phase_\w+ \{/) != nil, "\(line)")
            }
        }
        #expect(Set(names.values) == Set(workflow.states.indices))
        #expect(arrows == `The choice of arrows`.steps(of: workflow).count)
        #expect(lines.count { $0.hasSuffix("--> [*]") } == workflow.states.count(where: \.isFinal))
    }

    @Test(arguments: Samples.shipped) func `of roles agree with the file`(_ name: String) throws {
        let workflow = try Samples.workflow(name)
        let matrix = RoleMatrix(workflow, language: .indonesian)
        #expect(matrix.rows.map(\.transition) == workflow.transitions.map(\.name))
        // Read a second time, straight from the text of the file.
        var written: [String: Set<String>] = [:]
        var transition = ""
        let part = workflow.text.split(separator: "\ntransitions:\n").last ?? ""
        for line in part.split(separator: "\n") {
            if line.wholeMatch(of: /remind:/) != nil { break }
            if let match = line.wholeMatch(of: /\ \ ([\w-]+):/) { transition = String(match.1) }
            if let match = line.wholeMatch(of: /\ \ \ \ by: \[([^\]]*)\]/) {
                written[transition] = Set(match.1.split(separator: ", ").map(String.init))
            }
        }
        #expect(Set(written.keys) == Set(workflow.transitions.map(\.name)))
        for (transition, roles) in written {
            for role in Role.allCases {
                #expect(matrix.isAllowed(role, transition) == roles.contains(role.rawValue), "\(role) \(transition)")
            }
        }
        #expect(Set(matrix.roles.map(\.rawValue)) == written.values.reduce(into: Set()) { $0.formUnion($1) })
    }

    @Test func `of roles are aligned and escaped`() throws {
        var workflow = try Samples.workflow("bill")
        workflow.transitions = Array(workflow.transitions[...1])
        workflow.transitions[0].label = Bilingual(id: "a|b <c>\n*d*", en: "")
        let matrix = RoleMatrix(workflow, language: .indonesian)
        #expect(
            matrix.text == """
                                              coordinator  unit_pic  finance  bpjs_pic
                a|b <c> *d* (reconcile)       x            x                  x
                Ajukan SPP (request-payment)  x            x         x

                """)
        #expect(
            matrix.markdown == """
                |  | coordinator | unit\\_pic | finance | bpjs\\_pic |
                |---|:-:|:-:|:-:|:-:|
                | a\\|b &lt;c&gt; \\*d\\* (reconcile) | x | x |  | x |
                | Ajukan SPP (request-payment) | x | x | x |  |

                """)
    }
}
