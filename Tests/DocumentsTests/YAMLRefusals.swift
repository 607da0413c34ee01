import Documents
import Foundation
import Testing

/// YAML that no file may hold: each is refused where it stands, in both languages, and at once.
@Suite struct `A YAML file is refused` {
    private func refusal(_ yaml: String) throws -> DocumentError {
        try #require(throws: DocumentError.self) { try Node(yaml: yaml, file: "f.yaml") }
    }

    /// Everything that is wrong, and that the Indonesian text is another than the English.
    private func lines(_ yaml: String) throws -> [String] {
        let error = try refusal(yaml)
        for problem in error.problems { #expect(problem.message.id != problem.message.en) }
        return error.problems.map { $0.line(.english) }
    }

    @Test(arguments: [
        ("a: &x 1\n", ["1:4"]), ("a: 1\nc: &x {b: 1}\n", ["2:4"]), ("- &x text\n- &y [1]\n", ["1:3", "2:3"]),
        ("&x a: 1\n", ["1:1"]), ("b:\n  &x a: 1\n", ["2:3"]), ("{&x a: 1}", ["1:2"]), ("a: &x\n", ["1:4"]),
        ("a: &x 1\nb: *x\n", ["1:4"]), ("a: &x 1\n*x : 2\n", ["1:4"]), ("a: *nowhere", ["1:4"]),
        ("a: '* &'\nb: &x 1\nc: *x", ["2:4"]),
    ])
    func `for its anchors and aliases`(yaml: String, places: [String]) throws {
        #expect(try lines(yaml) == places.map { "f.yaml:\($0): error: anchors and aliases are not used" })
    }

    @Test func `not for a text with signs that are none`() throws {
        let node = try Node(yaml: "a: R&D *\nb: \"*x &y\"\nc*: |\n  *x &y\n# &z *z\n", file: "f.yaml")
        #expect(node.json == ["a": "R&D *", "b": "*x &y", "c*": "*x &y\n"])
    }

    /// Ten lines of aliases to aliases stand for a thousand values; forty for more than any machine has time to compare.
    @Test(.timeLimit(.minutes(1)), arguments: [10, 40]) func `before its aliases grow`(count: Int) throws {
        let aliases = (1...count).reduce("- &a0 [1]\n") { $0 + "- &a\($1) [*a\($1 - 1), *a\($1 - 1)]\n" }
        #expect(try lines(aliases).count == count + 1)
        #expect(try lines(aliases + "- ? *a\(count)\n  : 1\n").count >= count + 1)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", ["3:1: error: key written twice: a"]),
        ("x:\n  a: 1\n  a: 1\n", ["3:3: error: key written twice: a"]),
        ("x: {a: 1, b: 2, a: 3}", ["1:17: error: key written twice: a"]),
        ("\"a\": 1\na: 2", ["2:1: error: key written twice: a"]),
        ("1: a\n'1': b", ["2:1: error: key written twice: 1"]),
        ("a: 1\na: 2\na: 3\n", ["2:1: error: key written twice: a", "3:1: error: key written twice: a"]),
        ("a: 1\na: {b: 1, b: 2}\n", ["2:1: error: key written twice: a", "2:11: error: key written twice: b"]),
        // What cannot be told apart is named by its first place.
        ("!x a: 1\n!x a: 2", ["1:1: error: key written twice: a"]),
    ])
    func `for keys written twice`(yaml: String, errors: [String]) throws {
        #expect(try lines(yaml) == errors.map { "f.yaml:\($0)" })
    }

    @Test func `for thousands of keys written twice`() throws {
        let errors = try lines((0..<5_000).map { "k\($0 / 2): 1\n" }.joined())
        #expect(errors == ["f.yaml:1:1: error: key written twice: k0"])
    }

    @Test(arguments: [
        ("a:\n\tb: 1\n", "2:1"), ("a:\n  \tb: 1\n", "2:3"), ("\ta: 1", "1:1"), ("a: [1,\r\n\t2]", "2:1"),
        ("a: 1\n\t\n", "2:1"), ("a: \"é\n  \t\"", "2:3"),
    ])
    func `for tabs before a line`(yaml: String, place: String) throws {
        #expect(try lines(yaml) == ["f.yaml:\(place): error: the line is indented with a tab: use spaces"])
    }

    @Test func `not for tabs within a line`() throws {
        #expect(try Node(yaml: "a:\t1 # a\tb\nb: x\ty\n", file: "f.yaml").json == ["a": 1, "b": "x\ty"])
    }

    @Test(
        arguments: (0x202A...0x202E).map { $0 } + (0x2066...0x2069).map { $0 } + [
            0x200E, 0x200F, 0x061C, 0, 1, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0xFEFF, 0xFFFE,
        ] as [UInt32])
    func `for characters that are not seen`(value: UInt32) throws {
        let scalar = Character(try #require(Unicode.Scalar(value)))
        let name = "U+" + String(String(0x10000 + value, radix: 16).suffix(4)).uppercased()
        let sentence = "the character \(name) is not allowed: it is not seen, or changes the order of reading"
        #expect(try lines("é: 1\n# 🇮🇩 \(scalar)\n") == ["f.yaml:2:6: error: \(sentence)"])
        #expect(try lines("a: |\r\n  x\(scalar)\n") == ["f.yaml:2:4: error: \(sentence)"])
        // However it is written.
        let escape = "\\u" + name.dropFirst(2)
        #expect(try lines("a:\n  b: \"x\(escape)\"") == ["f.yaml:2:6: error: \(sentence)"])
        #expect(try lines("\"x\(escape)\": 1") == ["f.yaml:1:1: error: \(sentence)"])
    }

    @Test func `but not for letters of other scripts, signs and emoji`() throws {
        let text = "Ngũgĩ ꦗꦮ العربية 漢字 — “”\u{A0}… 🇮🇩 👩🏽‍⚕️"
        #expect(try Node(yaml: "a: \(text)", file: "f.yaml").json == ["a": .text(text)])
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x0A, 0xFF], 2, 1), ([0xC3, 0xA9, 0xC3], 1, 2), ([0x61, 0xED, 0xA0, 0x80], 1, 2),
            ([0xC0, 0x80], 1, 1),
            ([0xEF, 0xBF, 0xBD, 0xF5], 1, 2), ([0xFF, 0xFE, 0x61, 0x00], 1, 1),
        ] as [([UInt8], Int, Int)])
    func `for bytes that are no UTF-8`(bytes: [UInt8], line: Int, column: Int) throws {
        let error = try #require(throws: DocumentError.self) { try Node(yaml: Data(bytes), file: "f.yaml") }
        #expect(error.problems.map { $0.line(.english) } == ["f.yaml:\(line):\(column): error: not UTF-8 text"])
        #expect(error.problems.map(\.message.id) == ["bukan teks UTF-8"])
    }

    @Test(arguments: [
        ("a: 1\n---\nb: 2\n", "3:1"), ("a: 1\n--- b\n", "2:5"), ("--- 1\n--- 2\n--- 3\n", "2:5"), ("---\n---\n", "3:1"),
    ])
    func `for a second document`(yaml: String, place: String) throws {
        #expect(try lines(yaml) == ["f.yaml:\(place): error: a file holds one document only"])
    }

    @Test func `not for the marks around its only one`() throws {
        #expect(try Node(yaml: "%YAML 1.2\n---\na: 1\n...\n# end\n", file: "f.yaml").json == ["a": 1])
    }

    /// Both are larger than a megabyte and would nest or repeat without end: neither is looked into.
    @Test(.timeLimit(.minutes(1)), arguments: ["[", "a: 1\n", "- &a [*a]\n"])
    func `for its ten megabytes, before anything else`(piece: String) throws {
        let yaml = String(repeating: piece, count: 10_000_000 / piece.utf8.count + 1)
        let tooLarge = ["f.yaml:1:1: error: the file is larger than 1048576 bytes"]
        #expect(try lines(yaml) == tooLarge)
        let error = try #require(throws: DocumentError.self) {
            try Node(yaml: Data(yaml.utf8) + [0xFF], file: "f.yaml")
        }
        #expect(error.problems.map { $0.line(.english) } == tooLarge)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["[", "{a: ", "- ", "? ", "[{a: ", "- ? ", "{? "], [33, 900, 10_000, 100_000])
    func `for nesting without end`(open: String, depth: Int) throws {
        #expect(try lines(String(repeating: open, count: depth)).count == 1)
    }

    /// Keys are compared; these would be compared whole on each of their levels.
    @Test(.timeLimit(.minutes(1))) func `for keys that nest`() throws {
        let list = "[" + String(repeating: "1,", count: 100_000) + "]"
        #expect(
            try lines(String(repeating: "? ", count: 900) + list) == ["f.yaml:1:65: error: a key must be plain text"])
        #expect(try lines("? a\n: 1\n? [b]\n: 2") == ["f.yaml:3:3: error: a key must be plain text"])
        #expect(try Node(yaml: "a: " + String(repeating: "apa? siapa? ", count: 50), file: "f.yaml").json["a"] != nil)
    }

    @Test(.timeLimit(.minutes(1)), arguments: [33, 900, 10_000])
    func `for nesting that is closed as well`(depth: Int) throws {
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("{", ": 1}")] {
            let nested = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
            #expect(try lines(nested).count == 1)
        }
        let indented = (0..<min(depth, 1_000)).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(try lines(indented).count == 1)
    }
}
