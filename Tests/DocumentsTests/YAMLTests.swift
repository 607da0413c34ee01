import Documents
import Foundation
import Testing

/// What a file may hold, and how a mistake in it is told.
@Suite struct `A YAML file` {
    private func lines(_ yaml: String) -> [String]? {
        do {
            _ = try Node(yaml: yaml, file: "f.yaml")
            return nil
        } catch let error as DocumentError {
            return error.problems.map { $0.line(.english) }
        } catch {
            return ["another error: \(error)"]
        }
    }

    @Test(arguments: ["yes", "no", "on", "off", "Yes", "NO", "On", "OFF"])
    func `does not say yes or no plainly`(word: String) {
        let sentence = "'\(word)' may be text or a boolean: write true, false or \"\(word)\""
        #expect(lines("a:\n  b: \(word)") == ["f.yaml:2:6: error: \(sentence)"])
        #expect(lines("- 1\n- \(word)") == ["f.yaml:2:3: error: \(sentence)"])
        #expect(lines("a: \"\(word)\"") == nil)
        #expect(lines("a: '\(word)'") == nil)
        #expect(lines("a: |\n  \(word)") == nil)
        #expect(lines("a: \(word)way") == nil)
    }

    @Test(arguments: [
        ("", "f.yaml:1:1: error: the file is empty"), ("# nothing but this\n", "f.yaml:1:1: error: the file is empty"),
        ("? [1, 2]\n: 3\n", "f.yaml:1:3: error: a key must be plain text"),
    ])
    func `is refused where it stands`(yaml: String, line: String) {
        #expect(lines(yaml) == [line])
    }

    @Test(arguments: [
        ("a: [1, 2", 1...2), ("a: {b: 1\nc: 2", 2...2), ("a: \"open\n", 1...2), ("a: b: c", 1...1),
    ])
    func `that is no YAML is refused with line and column`(yaml: String, around: ClosedRange<Int>) throws {
        let error = #expect(throws: DocumentError.self) { try Node(yaml: yaml, file: "f.yaml") }
        let problem = try #require(error?.problems.first)
        #expect(error?.problems.count == 1)
        #expect(problem.message.en.hasPrefix("not valid YAML: "))
        #expect(problem.message.id.hasPrefix("bukan YAML yang sah: "))
        #expect(around.contains(try #require(problem.place.line)))
        #expect(try #require(problem.place.column) >= 1)
    }

    @Test func `nests 31 deep and no deeper`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + "1" + String(repeating: "]", count: depth)
        }
        #expect(lines(nested(31)) == nil)
        #expect(lines(nested(32)) == ["f.yaml:1:33: error: nested too deeply"])
        #expect(lines(nested(900))?.count == 1)
    }

    @Test func `is read up to a megabyte`() {
        let room = Node.yamlBytesMax - 3
        #expect(Node.yamlBytesMax == 1_048_576)
        #expect(lines("a: " + String(repeating: "x", count: room)) == nil)
        let tooLarge = ["f.yaml:1:1: error: the file is larger than 1048576 bytes"]
        #expect(lines("a: " + String(repeating: "x", count: room + 1)) == tooLarge)
        // Counted in bytes, not in letters.
        #expect(lines("a: " + String(repeating: "é", count: room / 2 + 1)) == tooLarge)
    }

    @Test(arguments: [
        ("9223372036854775807", Node.Value.integer(.max)), ("-9223372036854775808", .integer(.min)),
        ("9223372036854775808", .text("9223372036854775808")), ("1.25", .number(1.25)), ("-0.5", .number(-0.5)),
        ("1.2.3", .text("1.2.3")), ("2026.1", .number(2026.1)), ("\"2026.1\"", .text("2026.1")),
        ("0x10", .text("0x10")),
        ("1_000", .text("1_000")), ("null", .null), ("~", .null), ("", .null), ("\"\"", .text("")),
        ("'null'", .text("null")),
        ("true", .bool(true)), ("false", .bool(false)), ("'true'", .text("true")), ("53.71", .number(53.71)),
        ("10 kerja", .text("10 kerja")), ("08:00", .text("08:00")), ("2026-01-01", .text("2026-01-01")),
        ("1e3", .text("1e3")),
    ])
    func `has core scalars`(text: String, value: Node.Value) throws {
        let node = try Node(yaml: "a: \(text)", file: "f.yaml")
        guard case .map(let entries) = node.value else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.first?.value.value == value)
    }

    @Test func `knows the place of each key and each value`() throws {
        let node = try Node(yaml: "a:\n  - one\n  - b/c~d: two\n", file: "f.yaml")
        guard case .map(let top) = node.value, case .list(let list) = top[0].value.value,
            case .map(let inner) = list[1].value
        else {
            Issue.record("another shape")
            return
        }
        #expect(node.place == Place(file: "f.yaml", line: 1, column: 1, pointer: ""))
        #expect(top[0].keyPlace == Place(file: "f.yaml", line: 1, column: 1, pointer: "/a"))
        #expect(list[0].place == Place(file: "f.yaml", line: 2, column: 5, pointer: "/a/0"))
        #expect(inner[0].keyPlace == Place(file: "f.yaml", line: 3, column: 5, pointer: "/a/1/b~1c~0d"))
        #expect(inner[0].value.place == Place(file: "f.yaml", line: 3, column: 12, pointer: "/a/1/b~1c~0d"))
        #expect(inner[0].value.place.description == "f.yaml:3:12")
        #expect(node.json == ["a": ["one", ["b/c~d": "two"]]])
    }

    @Test func `tells all its mistakes, in the order of its lines, in both languages`() {
        let error = #expect(throws: DocumentError.self) { try Node(yaml: "a: yes\nb: 1\nc: [off]\n", file: "f.yaml") }
        #expect(error?.problems.map(\.place.line) == [1, 3])
        #expect(
            error?.message.id == """
                f.yaml:1:4: error: 'yes' bisa berarti teks atau benar/salah: tulis true, false atau "yes"
                f.yaml:3:5: error: 'off' bisa berarti teks atau benar/salah: tulis true, false atau "off"
                """)
    }
}
