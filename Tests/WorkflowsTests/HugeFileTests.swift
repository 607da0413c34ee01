import Documents
import Testing

@testable import Workflows

/// Files that are right in each line and far too much as a whole: refused where it becomes too much, and soon.
@Suite(.timeLimit(.minutes(1))) struct `A huge workflow file` {
    private static let head = """
        workflow: huge
        format: 1
        version: "1"
        title: { id: Besar, en: Huge }
        kinds: [pks]
        programmes: [jkn]
        initial: s0

        """

    private static func states(_ count: Int, _ rest: String = "") -> String {
        (0..<count).map {
            "  s\($0): { phase: draft, label: { id: A, en: B }, waiting_on: [legal], sla: 5 kerja\(rest) }\n"
        }.joined() + "  end: { phase: closed, final: true, label: { id: A, en: B } }\n"
    }

    private static func step(
        _ name: String, _ from: String, _ to: String, by: String = "legal", _ when: String = ""
    )
        -> String
    {
        "  \(name): { label: { id: A, en: B }, from: \(from), to: \(to), by: [\(by)]\(when) }\n"
    }

    private static func problems(_ text: String) throws -> [Problem] {
        do {
            let file = try WorkflowFile(yaml: text, file: "huge.yaml")
            return WorkflowCheck(file, SoundFile.surroundings).findings().map(\.problem)
        } catch let error as DocumentError {
            return error.problems
        }
    }

    @Test func `of ten million bytes is not read at all`() throws {
        let text = Self.head + String(repeating: "# 2345678\n", count: 1_000_000)
        #expect(
            try Self.problems(text).map { $0.line(.english) } == [
                "huge.yaml:1:1: error: the file is larger than 1048576 bytes"
            ])
    }

    @Test func `has too many states and steps`() throws {
        let text =
            Self.head + "states:\n" + Self.states(2_000) + "transitions:\n"
            + (0..<2_000).map { Self.step("t\($0)", "s\($0)", "s\($0 + 1)", by: "system") }.joined()
        let problems = try Self.problems(text)
        #expect(problems.contains { $0.line(.english) == "huge.yaml:209:3: error: at most 200 stand here" })
    }

    @Test func `names thousands of things that are not there`() throws {
        let names = (0..<6_000).map { "an-unknown-state-with-a-very-long-name-\($0)" }
        let text =
            Self.head + "states:\n" + Self.states(199, ", was: [\(names[0])]") + "transitions:\n"
            + names.chunks(of: 150).enumerated().map {
                Self.step("t\($0.offset)", "[\($0.element.joined(separator: ", "))]", "end")
            }.joined()
        let problems = try Self.problems(text)
        #expect(problems.count { $0.message.en.hasSuffix("is unknown") } == 6_000)
    }

    @Test func `has guards that are all wrong`() throws {
        let wrong = (0..<200).map { "{ cel: unknown_\($0) > 1, say: { id: A, en: B } }" }.joined(separator: ", ")
        let text =
            Self.head + "states:\n" + Self.states(1) + "transitions:\n"
            + (0..<30).map { Self.step("t\($0)", "s0", "end", ", when: [\(wrong)]") }.joined()
        let problems = try Self.problems(text)
        #expect(problems.count == 6_000)
        #expect(problems.allSatisfy { $0.place.line != nil && $0.place.column != nil })
    }

    @Test func `has more reminders than anybody reads`() throws {
        func file(_ remind: String) -> String {
            Self.head + "states:\n"
                + Self.states(1, ", remind: [\(remind)], escalate: [{ after: sla, to: [secretary] }]")
                + "transitions:\n"
                + Self.step("t", "s0", "end")
        }
        let each = "{ every: 52 kerja, after: sla, max: 50, to: [legal] }"
        #expect(
            try Self.problems(file([each, each].joined(separator: ", "))).map(\.message.en) == [
                "the first reminder of 's0' comes after its deadline"
            ])
        #expect(
            try Self.problems(file(Array(repeating: each, count: 5).joined(separator: ", "))).map(\.message.en) == [
                "more than 200 reminders"
            ])
        #expect(
            try Self.problems(file(each.replacing("52", with: "53"))).map(\.message.en) == [
                "the last reminder is more than ten years away"
            ])
    }

    @Test func `has many automatic steps that each look at much`() throws {
        let fields = (0..<200).map { "  f\($0): { type: integer, fills: legal, label: { id: A, en: B } }\n" }.joined()
        let text =
            Self.head + "fields:\n" + fields + "states:\n" + Self.states(39) + "transitions:\n"
            + (0..<40).map { index in
                let guards = (0..<20).map { "f\((index + $0) % 200) > \(index)" }.joined(separator: " && ")
                return Self.step(
                    "t\(index)", index < 39 ? "[s0, s\(index)]" : "s0", index < 38 ? "s\(index + 1)" : "end",
                    by: "system", ", when: [{ cel: \(guards), say: { id: A, en: B }, owner: legal }]")
            }.joined()
        // Whether two can be open at once is not to be tried on all records; that nobody is reminded is found all the same.
        #expect(try Self.problems(text).count { $0.message.en.hasSuffix("without anybody being reminded") } == 39)
    }

    @Test(arguments: [31, 100, 3_000]) func `has alternatives within alternatives`(depth: Int) throws {
        let when =
            String(repeating: "{ any: [", count: depth) + "{ document: a }" + String(repeating: "] }", count: depth)
        let text =
            Self.head + "states:\n" + Self.states(1) + "transitions:\n"
            + Self.step("t", "s0", "end", ", when: [\(when)]")
        let problems = try Self.problems(text)
        #expect(problems.contains { $0.message.en.contains("nest") || $0.message.en.contains("deep") }, "\(problems)")
    }
}

extension Array {
    fileprivate func chunks(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
