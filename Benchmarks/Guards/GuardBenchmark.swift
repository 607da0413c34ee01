import Documents
import Expressions
import Foundation
import Workflows

/// How long it takes to ask a full record what the shipped workflows require of it. The promise is 5 µs each.
///
///     swift run -c release GuardBenchmark [folder of workflow files]
@main
struct GuardBenchmark {
    static func main() throws {
        let folder = CommandLine.arguments.dropFirst().first ?? "Workflows"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
            .sorted()
        print(row("workflow", "guards", "mean µs", "slowest µs", "which"))
        var slowest = Duration.zero
        for name in names {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            let workflow = try Workflow(yaml: text, file: name)
            let facts = try FullRecord.facts(of: workflow)
            let times = workflow.transitions.flatMap { transition in
                transition.requirements.map { requirement in
                    (
                        name: "\(transition.name) \(requirement.id)",
                        time: Stopwatch.time { requirement.assess(facts).isSatisfied ? 1 : 0 }
                    )
                }
            }
            guard let worst = times.max(by: { $0.time < $1.time }) else { continue }
            let mean = times.reduce(Duration.zero) { $0 + $1.time } / times.count
            print(row(workflow.id, "\(times.count)", mean.microseconds, worst.time.microseconds, worst.name))
            slowest = max(slowest, worst.time)
        }
        print("\nslowest of all: \(slowest.microseconds) µs; promised: 5 µs")
        try expressions()
    }

    private static func expressions() throws {
        print("\n" + row("CEL", "", "read µs", "check µs", "evaluate µs"))
        let declarations = Declarations(variables: FullRecord.types)
        let workflow = try FullRecord.asking()
        let facts = try FullRecord.facts(of: workflow)
        for (source, requirement) in zip(FullRecord.expressions, workflow.transitions.flatMap(\.requirements)) {
            guard requirement.check.verdict(facts) == .met else { fatalError("not true of a full record: \(source)") }
            let expression = try Expression(parsing: source)
            let read = Stopwatch.time { (try? Expression(parsing: source)) == nil ? 0 : 1 }
            let check = Stopwatch.time { expression.check(declarations).problems.count }
            let evaluate = Stopwatch.time { requirement.check.verdict(facts) == .met ? 1 : 0 }
            print(row("", "", read.microseconds, check.microseconds, evaluate.microseconds), source)
        }
    }

    private static func row(_ cells: String...) -> String {
        let widths = [18, 6, 10, 10, 11]
        return zip(cells, widths).map { $0.padding(toLength: max($1, $0.count), withPad: " ", startingAt: 0) }
            .joined(separator: "  ")
    }
}

enum Stopwatch {
    /// The time of one run: the best of five rounds, so that what else the machine does counts little.
    static func time(_ run: () -> Int) -> Duration {
        let clock = ContinuousClock()
        let runs = 2_000
        var (best, sum) = (Duration.seconds(3_600), 0)
        for _ in 0..<5 {
            best = min(best, clock.measure { for _ in 0..<runs { sum &+= run() } })
        }
        // Looked at, so that no run can be left out.
        precondition(sum >= 0)
        return best / runs
    }
}

extension Duration {
    fileprivate var microseconds: String {
        let nanoseconds = components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
        return String(format: "%.2f", Double(nanoseconds) / 1_000)
    }
}
