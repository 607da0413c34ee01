import Agreements
import Calendars
import Documents
import Expressions
import Testing

@testable import Workflows

/// What is wrong with an expression is said where it stands in the file, however YAML wraps it.
@Suite struct `An expression in a workflow file` {
    private static func file(_ scalar: String) throws -> String {
        try SoundFile.text([
            (
                "- { cel: \"people <= 100 && agreed\", say: { id: Belum, en: Not yet }, owner: unit_pic }",
                "- say: { id: Belum, en: Not yet }\n        owner: unit_pic\n        cel: \(scalar)"
            )
        ])
    }

    /// All problems, as `line:column` and what they say.
    private static func problems(_ text: String) throws -> [String] {
        do {
            _ = try WorkflowFile(yaml: text, file: "sample.yaml")
            return []
        } catch let error as DocumentError {
            return error.problems.map {
                "\($0.place.line ?? 0):\($0.place.column ?? 0) \($0.text(.english))"
            }
        }
    }

    private static func place(of piece: String, in text: String) throws -> String {
        let start = try #require(text.firstRange(of: piece)?.lowerBound)
        let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
        return "\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)"
    }

    @Test(arguments: [
        "people <= 100 && agred",
        "people <= 100\n          && agred",
        "people <= 100\n\n          && (1 < 2 &&\n            agred)",
        "'people <= 100 && agred'",
        "'subject == ''it\\''s'' && agred'",
        "'subject\n          == ''a''\n\n          && agred'",
        "\"people <= 100 && agred\"",
        "\"subject == \\\"a\\\" && agred\"",
        "\"subject == '\\\\n\\\\\\\\' && agred\"",
        "\"subject == '\\u00e9\\x41\\U0001F600' && agred\"",
        "\"people <= 100\\n\\t && agred\"",
        "\"people <= 100 \\\n          && agred\"",
        "|\n          people <= 100 &&\n          agred",
        "|-\n          people <= 100 // &&\n\n\n            && agred",
        "|2+\n          people <= 100 &&\n            agred\n\n",
        "|  # why\n          people <= 100 &&\n          agred",
        "|\n\n          people <= 100 &&\n          agred",
        ">\n          people <= 100 &&\n          agred",
        ">-\n          people <= 100\n\n            && 1 < 2\n          && agred",
        "subject == 'é😀' && agred",
        "|\n          subject == 'é😀' && agred",
    ])
    func `has its mistake where it stands`(scalar: String) throws {
        let text = try Self.file(scalar)
        let place = try Self.place(of: "agred", in: text)
        #expect(try Self.problems(text) == ["\(place) 'agred' is not declared; did you mean 'agreed'?"])
    }

    @Test(arguments: [
        "people <= 100 &&", "'people <= 100 &&  '", "|\n          people <= 100 &&\n", "\"people <=\\n\"",
    ])
    func `that stops too early has its mistake behind its end`(scalar: String) throws {
        let text = try Self.file(scalar)
        let sign = scalar.contains("&&") ? "&&" : "<="
        let start = try #require(text.ranges(of: "people " + (sign == "&&" ? "<= 100 &&" : "<=")).last?.upperBound)
        let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
        let problems = try Self.problems(text)
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("\(lines.count):\((lines.last?.count ?? 0) + 1) ") == true, "\(problems)")
    }

    @Test func `is found in files with the line ends of other systems`() throws {
        let text = try Self.file("people <= 100 && agred")
        let place = try Self.place(of: "agred", in: text)
        let wanted = ["\(place) 'agred' is not declared; did you mean 'agreed'?"]
        #expect(try Self.problems(text.replacing("\n", with: "\r\n")) == wanted)
    }

    @Test func `says all that is wrong in a file, each at its place`() throws {
        let text = try Self.file("agred").replacing("cel: people >= 50", with: "cel: peopel >= 50")
        #expect(
            try Self.problems(text) == [
                "\(try Self.place(of: "agred", in: text)) 'agred' is not declared; did you mean 'agreed'?",
                "\(try Self.place(of: "peopel", in: text)) 'peopel' is not declared; did you mean 'people'?",
            ])
    }

    @Test func `needs a sentence for people`() throws {
        let text = try Self.file("agreed").replacing("say: { id: Belum, en: Not yet }\n        owner", with: "owner")
        #expect(try Self.problems(text).map { $0.drop { $0 != " " } } == [" 'say' is required"])
    }

    @Test(arguments: ["1", "true", "[]", "{}"]) func `is text`(scalar: String) throws {
        #expect(try Self.problems(Self.file(scalar)).count == 1)
    }

    @Test(
        arguments: [
            ("agred", .undeclared("agred", suggestion: "agreed")),
            ("amount > 5", .undeclared("amount", suggestion: nil)),
            ("people + 1", .expected(.bool, found: .int)), ("today", .expected(.bool, found: .timestamp)),
            ("'true'", .expected(.bool, found: .string)), ("null", .expected(.bool, found: .null)),
            ("kerjaa(today, 5) == today", .noSuchFunction("kerjaa", suggestion: "kerja")),
            ("people == 'a'", .neverEqual(.int, .string)),
            ("target_date > '2026-12-31'", .noOverload(">", operands: ["timestamp", "string"])),
            ("kerja(today, 'a') == today", .noOverload("kerja", operands: ["timestamp", "string"])),
            ("kerja(today) == today", .noOverload("kerja", operands: ["timestamp"])),
            ("people.all(x, true)", .noOverload("all", operands: ["int"])),
            ("agreed && people", .expected(.bool, found: .int)),
            ("subject == 'a\u{202E}b'", .bidirectional("\u{202E}")),
            ("'\(String(repeating: "a", count: 70_000))' == subject", .tooLong(limit: 65_536)),
            (String(repeating: "(", count: 200) + "agreed", .tooDeep(limit: 100)),
        ] as [(String, ExpressionError.Reason)])
    func `is refused for what it is`(source: String, reason: ExpressionError.Reason) throws {
        let fields = try WorkflowFile(yaml: SoundFile.text, file: "sample.yaml").workflow.fields
        let error = #expect(throws: ExpressionError.self) { try Guard(source, fields: fields, attached: nil) }
        #expect(error?.reason == reason)
        #expect(error?.message.id != error?.message.en)
    }

    @Test func `with characters that turn the text round is refused with the file`() throws {
        let text = try Self.file("subject == 'a\u{202E}b' && agreed")
        #expect(
            try Self.problems(text) == [
                "\(try Self.place(of: "\u{202E}", in: text)) the character U+202E is not allowed: it is not seen, or "
                    + "changes the order of reading"
            ])
        #expect(try Self.problems(Self.file("\"subject == 'a\\u202Eb' && agreed\"")).count == 1)
    }

    @Test func `knows the names of what its workflow moves`() throws {
        for (name, variable) in Guard.variables {
            for attached in [nil] + Workflow.Attachment.allCases.map(Optional.some) {
                let isKnown = (try? Guard("\(name) == \(name)", fields: [], attached: attached)) != nil
                #expect(isKnown == variable.isKnown(to: attached), "\(name)")
            }
        }
        #expect(Set(Guard.variables.values.map(\.attached)) == [nil, .bill, .funding])
    }

    @Test(arguments: Guard.variables.keys.sorted()) func `leaves no field a name that it has itself`(
        name: String
    ) throws {
        let text = try SoundFile.text([("  share:", "  \(name): { type: text, label: { id: A, en: B } }\n  share:")])
        // The guards of the file may then use it for what it is not; that is told further down.
        #expect(
            try Self.problems(text).first
                == "\(try Self.place(of: "\(name): { type: text", in: text)) '\(name)' has a meaning in cel requirements "
                + "already; give it another name")
    }
}
