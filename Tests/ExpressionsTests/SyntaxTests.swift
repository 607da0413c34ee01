import Documents
import Expressions
import Testing

@Suite("Reading expressions")
struct SyntaxTests {
    @Test(
        "a mistake is told with its place",
        arguments: [
            ("", "1:1"), ("1 +", "1:4"), ("(1", "1:3"), ("[1, 2", "1:6"), ("{'a' 1}", "1:6"), ("a.", "1:3"),
            ("a.1", "1:2"), ("1 2", "1:3"), ("a ? b", "1:6"), ("f(1,)", "1:5"), ("a && && b", "1:6"),
            ("'abc", "1:1"), ("'a\nb'", "1:1"), ("'''a", "1:1"), ("'\\q'", "1:2"), ("b'\\u0041'", "1:3"),
            ("'\\uD800'", "1:2"), ("'\\U00110000'", "1:2"), ("'\\400'", "1:2"), ("'\\x4'", "1:2"),
            ("9223372036854775808", "1:1"), ("-9223372036854775809", "1:2"), ("18446744073709551616u", "1:1"),
            ("1e999", "1:1"), ("a +\n  ?", "2:3"), ("a +\r\n\r\n ?", "3:2"), ("a +\r ?", "2:2"),
            ("'é😀' + ?", "1:8"), ("if", "1:1"), ("while(1)", "1:1"), ("a.in", "1:3"), ("has(a)", "1:5"),
            ("has()", "1:1"), ("[1].all(1, true)", "1:9"), ("[1].all(x)", "1:9"), ("[1].map(x, 1, 2, 3)", "1:1"),
            ("a = b", "1:3"), ("a & b", "1:3"), ("#", "1:1"), ("`a`", "1:1"), ("a.`b", "1:3"), ("a.``", "1:3"),
            ("a.`b`()", "1:6"), ("a ? b ? c : d : e", "1:7"), ("rb'x'", "1:3"), ("Foo{}", "1:4"), ("é", "1:1"),
            ("1.", "1:3"), ("0x", "1:2"), ("!-", "1:2"), ("-!true", "1:2"),
        ])
    func places(source: String, place: String) throws {
        let error = try #require(syntaxError(source), "\(source) was read")
        #expect(error.position(in: source).description == place, "\(source): \(error.message.en)")
        #expect(source.part(error.range) != nil)
        #expect(!error.message.id.isEmpty && error.message.id != error.message.en)
    }

    @Test(
        "controls that turn the direction of text are refused, in texts and comments too",
        arguments: [
            "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        ])
    func direction(control: Unicode.Scalar) {
        for source in ["1 \(control)+ 1", "'a\(control)b'", "r'a\(control)'", "1 // \(control)", "a.`b\(control)`"] {
            #expect(syntaxError(source)?.reason == .bidirectional(control), "\(source.debugDescription)")
        }
        let escaped = "'\\u" + String(control.value, radix: 16) + "'"
        #expect(syntaxError(escaped) == nil, "spelled as an escape it deceives nobody")
    }

    @Test("marks of direction are no part of the syntax", arguments: ["\u{200E}", "\u{200F}", "\u{061C}", "\u{FEFF}"])
    func marks(mark: Unicode.Scalar) {
        #expect(syntaxError("1 \(mark)+ 1")?.reason == .unreadable(mark))
        #expect(syntaxError("'\(mark)'") == nil)
    }

    @Test(
        "literals",
        arguments: [
            ("'a\\u0062\\U00000063\\x64\\145\\X66'", .string("abcdef")), ("'\\ud83d\\ude00'", "😀"),
            ("b'é\\xe9\\351'", .bytes([0xC3, 0xA9, 0xE9, 0xE9])), ("br'\\n'", .bytes([0x5C, 0x6E])),
            ("R\"\"\"a\"b\"\"c\"\"\"", "a\"b\"\"c"), ("''''''", ""), ("'''a\r\nb'''", "a\r\nb"),
            ("0x7fffffffffffffff", .int(.max)), ("-0x8000000000000000", .int(.min)), ("0xFFu", .uint(255)),
            ("- 9223372036854775808", .int(.min)), (".5e1", .double(5)), ("1e-400", .double(0)),
            ("// all of it\n 1 // done", 1), ("[1, 2,]", [1, 2]), ("{'a': 1,}.a", 1), ("\u{0C}\t1", 1),
            ("- -1", 1), ("!!true", true), ("--x", 7), ("-x", -7), ("(-x)", -7), ("{'in': 1}.`in`", 1),
            ("{'a b/c.d-e': 2}.`a b/c.d-e`", 2),
        ] as [(String, Value)])
    func literals(source: String, wanted: Value) throws {
        #expect(try value(source, ["x": 7]) == .value(wanted))
    }

    @Test(
        "operators bind as the language says",
        arguments: [
            ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("10 - 4 - 3", 3), ("2 * 3 % 4", 2), ("-2 * 3", -6),
            ("1 + 1 == 2", true), ("1 < 2 == true", true), ("true || false && false", true),
            ("false ? 1 : true ? 2 : 3", 2), ("!false && false", false), ("-[1, 2][1]", -2), ("1 in [1] == true", true),
            ("[[1, 2], [3]][0][1] + 'ab'.size()", 4),
        ] as [(String, Value)])
    func precedence(source: String, wanted: Value) throws {
        #expect(try value(source) == .value(wanted))
    }

    @Test("the end is told as the end")
    func atTheEnd() {
        #expect(syntaxError("1 +")?.message.en == "the expression ends before a value")
        #expect(syntaxError("(1")?.message.id == "ungkapan berakhir sebelum ')'")
        #expect(syntaxError("1 2")?.message.en == "'2' in the place of the end")
    }

    @Test("a term spans its parentheses, and its children lie within it")
    func ranges() throws {
        let source = "(a + b).c(1)[x ? 2 : 3]"
        let root = try Expression(parsing: source).root
        #expect(source.part(root.range) == source)
        let call = try #require(root.children.first)
        #expect(source.part(call.range) == "(a + b).c(1)")
        #expect(call.children.map { source.part($0.range) } == ["(a + b)", "1"])
    }

    @Test("without macros they are functions")
    func noMacros() throws {
        let expression = try Expression(parsing: "[1].all(x, true) || true", macros: false)
        #expect(expression.evaluate() == .value(true))
        #expect(
            try Expression(parsing: "has(a.b)", macros: false).evaluate().reason
                == .noSuchFunction("has", suggestion: nil))
    }
}
