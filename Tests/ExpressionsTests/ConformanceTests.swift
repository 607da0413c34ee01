import Documents
import Expressions
import Testing

@Suite("The conformance suite of CEL", .enabled(if: Conformance.isThere, "CEL conformance WAS NOT CHECKED: no suite"))
struct ConformanceTests {
    @Test("every case gives what the suite says", arguments: Conformance.files)
    func cases(file: String) throws {
        let cases = try Conformance.cases(in: file)
        #expect(!cases.isEmpty)
        for mistake in try cases.compactMap({ try $0.mistake() }) { Issue.record("\(file): \(mistake)") }
    }

    @Test("the score")
    func score() throws {
        var scores: [String] = []
        var (right, total) = (0, 0)
        for file in Conformance.files {
            let cases = try Conformance.cases(in: file)
            let passed = try cases.count { try $0.mistake() == nil }
            scores.append("\(file.dropLast(5)) \(passed)/\(cases.count)")
            right += passed
            total += cases.count
        }
        print("CEL conformance: \(right) of \(total) (\(scores.joined(separator: ", ")))")
        #expect(right == total)
    }
}
