import Documents
import Foundation
import Testing

@Suite struct `A JSON body` {
    @Test(arguments: [
        ("", "1, column 1: expected a value"), ("{", "1, column 2: expected a quoted key"),
        ("{\"a\":}", "1, column 6: expected a value"), ("{\"a\" 1}", "1, column 6: expected ':'"),
        ("[1 2]", "1, column 4: expected ',' or ']'"), ("{\"a\":1", "1, column 7: expected ',' or '}'"),
        ("[1,]", "1, column 4: expected a value"), ("{\"a\":1,}", "1, column 8: expected a quoted key"),
        ("[,]", "1, column 2: expected a value"), ("{'a':1}", "1, column 2: expected a quoted key"),
        ("{\n  \"é\": oops\n}", "2, column 8: expected a value"), ("nul", "1, column 4: expected 'null'"),
        ("[True]", "1, column 2: expected a value"), ("1 /* one */", "1, column 3: something follows the value"),
        ("{}\r\n{}", "2, column 1: something follows the value"), ("\u{FEFF}1", "1, column 1: expected a value"),
        ("\"open", "1, column 6: expected '\"'"), ("\"a\tb\"", "1, column 3: a control character in a text"),
        ("\"\\x\"", "1, column 2: unknown escape"), ("\"\\u00g0\"", "1, column 6: expected a hexadecimal digit"),
        ("\"\\ud800\"", "1, column 2: half a surrogate pair"),
        ("\"\\ud800\\u0041\"", "1, column 2: half a surrogate pair"),
        ("\"\\udc00\"", "1, column 2: half a surrogate pair"), ("\u{1}", "1, column 1: expected a value"),
        ("{\"a\":01}", "1, column 7: expected ',' or '}'"), ("[-]", "1, column 3: expected a digit"),
        ("[1.]", "1, column 4: expected a digit"), ("[.5]", "1, column 2: expected a value"),
        ("[1e]", "1, column 4: expected a digit"), ("[NaN]", "1, column 2: expected a value"),
        ("[\n1e400]", "2, column 1: the number is too large"),
        ("{\"a\":1,\n \"b\":2,\n \"\\u0061\":3}", "3, column 2: a key is written twice"),
    ])
    func `that is no JSON is refused where it stops being JSON`(text: String, at: String) {
        let error = #expect(throws: DocumentError.self) { try Node(json: Data(text.utf8)) }
        #expect(error?.problems.map(\.message.en) == ["the body is not valid JSON: line \(at)"])
        #expect(error?.problems.first?.place == Place())
        #expect(error?.problems.first?.message.id.hasPrefix("isi permintaan bukan JSON yang sah: baris ") == true)
    }

    @Test func `that is no UTF-8 is refused`() {
        let error = #expect(throws: DocumentError.self) { try Node(json: Data([0x22, 0x41, 0xFF, 0xFE, 0x22])) }
        #expect(error?.description == "/: error: the body is not valid JSON: line 1, column 3: not UTF-8")
    }

    @Test func `nests 32 deep and no deeper, whatever its texts hold`() throws {
        func nested(_ depth: Int, _ text: String) -> Data {
            Data((String(repeating: "[", count: depth) + text + String(repeating: "]", count: depth)).utf8)
        }
        let brackets = #""[[[[{{{{\"[[[""#
        #expect(throws: Never.self) { try Node(json: nested(32, brackets)) }
        let error = #expect(throws: DocumentError.self) { try Node(json: nested(33, brackets)) }
        #expect(error?.description == "/: error: the body is not valid JSON: line 1, column 33: nested too deeply")
    }

    @Test func `that nests without end is refused`() {
        #expect(throws: DocumentError.self) { try Node(json: Data(String(repeating: "[", count: 1_000_000).utf8)) }
        #expect(throws: DocumentError.self) {
            try Node(json: Data(String(repeating: "{\"a\":", count: 200_000).utf8))
        }
    }

    @Test func `has a pointer for each place`() throws {
        let node = try Node(json: Data(#"{"b":[1,{"c/d":null,"~":true}],"a":"x"}"#.utf8))
        guard case .map(let top) = node.value, case .list(let list) = top[1].value.value,
            case .map(let inner) = list[1].value
        else {
            Issue.record("another shape")
            return
        }
        #expect(top.map(\.key) == ["a", "b"])
        #expect(node.place.description == "/")
        #expect(list.map(\.place.pointer) == ["/b/0", "/b/1"])
        #expect(inner.map(\.keyPlace.pointer) == ["/b/1/c~1d", "/b/1/~0"])
        #expect(inner[0].value.place.description == "/b/1/c~1d")
    }

    @Test(
        arguments: [
            ("1", Node.Value.integer(1)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775807", .integer(.max)),
            ("1.5", .number(1.5)), ("1e400000", nil), ("1e3", .integer(1_000)), ("0.1", .number(0.1)),
            ("true", .bool(true)),
            ("\"1\"", .text("1")), ("null", .null), ("[]", .list([])), ("{}", .map([])), ("\"\\u0041\"", .text("A")),
            ("1e30", .number(1e30)), ("1.0", .integer(1)), ("-0", .integer(0)),
            ("9223372036854775808", .number(0x1p63)),
            ("9007199254740993.0", .integer(9_007_199_254_740_992)),
            ("9007199254740995.0", .number(0x1.0000000000002p53)),
            (#""\ud83c\uddee\ud83c\udde9""#, .text("🇮🇩")), (#""\"\\\/\b\f\n\r\t""#, .text("\"\\/\u{8}\u{C}\n\r\t")),
        ] as [(String, Node.Value?)])
    func `keeps each kind of value`(text: String, value: Node.Value?) {
        #expect((try? Node(json: Data(text.utf8)))?.value == value)
    }
}

@Suite struct `A strict reader of mappings` {
    private func node(_ json: String) throws -> Node { try Node(json: Data(json.utf8)) }

    private enum Colour: String, CaseIterable { case red, green }

    private func read(_ json: String) -> [String] {
        let problems = Problems()
        guard let node = try? Node(json: Data(json.utf8)) else { return ["no JSON"] }
        let map = MapReader(node, problems)
        _ = map.text("name")
        _ = map.optionalInteger("count")
        _ = map.optionalChoice("colour", Colour.self)
        map.finish()
        return problems.all.map { $0.place.pointer + ": " + $0.text(.english) }
    }

    @Test(arguments: [
        ("{\"name\":\"x\",\"count\":3,\"colour\":\"red\"}", []), ("{\"name\":\"x\",\"count\":null}", []),
        ("{}", ["/name: 'name' is required"]), ("{\"name\":null}", ["/name: 'name' is required"]),
        ("{\"name\":5}", ["/name: must be text, not a whole number"]),
        ("{\"name\":\"x\",\"count\":1.5}", ["/count: must be a whole number, not a fraction"]),
        ("{\"name\":\"x\",\"coutn\":1}", ["/coutn: unknown key 'coutn'; did you mean 'count'?"]),
        ("{\"name\":\"x\",\"colour\":\"gren\"}", ["/colour: 'gren' is not one of red, green; did you mean 'green'?"]),
        ("[]", [": must be an object with keys, not a list"]), ("{\"name\":", ["no JSON"]),
        (
            "{\"nmae\":1,\"count\":\"x\"}",
            [
                "/name: 'name' is required", "/count: must be a whole number, not text",
                "/nmae: unknown key 'nmae'; did you mean 'name'?",
            ]
        ),
    ])
    func `each mistake in a body is named by its pointer`(_ json: String, _ wanted: [String]) {
        #expect(read(json) == wanted)
    }

    @Test func `collects every problem and lets nobody use what is wrong`() throws {
        let problems = Problems()
        let map = MapReader(
            try node(#"{"t":1,"i":"x","b":"true","n":[],"l":{},"c":"blue","o":null,"extra":1}"#), problems)
        #expect(map.text("t") == nil)
        #expect(map.integer("i") == nil)
        #expect(map.optionalBool("b") == nil)
        #expect(map.optionalNumber("n") == nil)
        #expect(map.list("l").isEmpty)
        #expect(map.optionalChoice("c", Language.self) == nil)
        #expect(map.optionalText("o") == nil)
        #expect(map.integer("gone") == nil)
        map.finish()
        #expect(
            problems.all.map { $0.line(.english) } == [
                "/t: error: must be text, not a whole number", "/i: error: must be a whole number, not text",
                "/b: error: must be true or false, not text", "/n: error: must be a number, not a list",
                "/l: error: must be a list, not an object", "/c: error: 'blue' is not one of id, en",
                "/gone: error: 'gone' is required", "/extra: error: unknown key 'extra'",
            ])
        #expect(problems.all.map { $0.text(.indonesian) }.first == "seharusnya teks, bukan bilangan bulat")
        #expect(throws: DocumentError(problems.all)) { try problems.check() }
    }

    @Test func `reads what is right`() throws {
        let problems = Problems()
        let map = MapReader(try node(#"{"t":"x","i":-3,"b":false,"n":2.5,"m":4,"l":[1,2],"c":"en"}"#), problems)
        #expect(map.text("t") == "x")
        #expect(map.integer("i") == -3)
        #expect(map.optionalBool("b") == false)
        #expect(map.optionalNumber("n") == 2.5)
        #expect(map.optionalNumber("m") == 4)
        #expect(map.list("l").map(\.json) == [1, 2])
        #expect(map.choice("c", Language.self) == .english)
        #expect(map.optionalInteger("none") == nil)
        #expect(map.optionalList("none").isEmpty)
        #expect(map.has("t"))
        #expect(!map.has("none"))
        map.finish()
        #expect(throws: Never.self) { try problems.check() }
    }

    @Test(arguments: [
        ("null", "null"), ("true", "true/false"), ("1", "a whole number"), ("1.5", "a fraction"), ("\"x\"", "text"),
        ("[]", "a list"),
    ])
    func `wants a mapping`(json: String, kind: String) throws {
        let problems = Problems()
        let map = MapReader(try node(json), problems)
        #expect(map.text("a") == nil)
        map.finish()
        #expect(problems.all.map { $0.line(.english) } == ["/: error: must be an object with keys, not \(kind)"])
    }

    @Test func `names the line of a file where a key is missing`() throws {
        let problems = Problems()
        let root = try Node(yaml: "a: 1\ninner:\n  b: 2\n  c:\n", file: "f.yaml")
        let map = MapReader(root, problems)
        _ = map.integer("a")
        if let inner = map.required("inner") {
            let inner = MapReader(inner, problems)
            _ = inner.integer("b")
            _ = inner.integer("c")
            _ = inner.integer("d")
        }
        #expect(
            problems.all.map { $0.line(.english) } == [
                "f.yaml:4:5: error: 'c' is required", "f.yaml:3:3: error: 'd' is required",
            ])
        let error = #expect(throws: DocumentError.self) { try problems.check() }
        #expect(error?.problems.map(\.place.line) == [3, 4], "by line, whatever was read first")
    }

    @Test func `suggests only a key that is not given already`() throws {
        let problems = Problems()
        let map = MapReader(try node(#"{"title":"a","titel":"b"}"#), problems)
        _ = map.text("title")
        map.finish()
        #expect(problems.all.map { $0.text(.english) } == ["unknown key 'titel'"])
        #expect(problems.all.map { $0.text(.indonesian) } == ["kunci 'titel' tidak dikenal"])
    }

    @Test func `speaks both languages with a suggestion`() {
        let problem = Problem(at: Place(pointer: "/a"), Bilingual(id: "satu", en: "one"), suggestion: "b")
        #expect(problem.line(.indonesian) == "/a: error: satu; maksud Anda 'b'?")
        #expect(problem.line(.english) == "/a: error: one; did you mean 'b'?")
        #expect(Place(file: "f.csv").description == "f.csv")
        #expect(Place(file: "f.csv", line: 3).description == "f.csv")
    }

    @Test func `says what a text should have been`() throws {
        let problems = Problems()
        let what = Bilingual(id: "bilangan genap", en: "an even number")
        func even(_ json: String) throws -> Int? {
            problems.parsed(try node(json), as: what) { Int($0).flatMap { $0.isMultiple(of: 2) ? $0 : nil } }
        }
        #expect(try even("\"4\"") == 4)
        #expect(problems.all.isEmpty)
        #expect(try even("\"5\"") == nil)
        #expect(try even("5") == nil)
        #expect(
            problems.all.map { $0.text(.english) } == ["'5' is not an even number", "must be text, not a whole number"])
    }
}

@Suite struct `The nearest name` {
    @Test(
        arguments: [
            ("finnish", ["finish", "vanish"], "finish"), ("abc", ["abd", "abe"], "abd"), ("ab", ["ba"], "ba"),
            ("a", ["b"], "b"),
            ("waiting", ["waiting_on"], nil), ("waiting_o", ["waiting_on"], "waiting_on"), ("abcdef", ["abcxyz"], nil),
            ("abcdef", ["abcdxy"], "abcdxy"), ("x", [], nil), ("", ["submit"], nil),
            ("in_force", ["in-force"], "in-force"),
            ("Unit_PIC", ["unit_pic"], "unit_pic"),
            ("cordinatr", ["coordinator", "integration"], "coordinator"),
        ] as [(String, [String], String?)])
    func `is at most a third of its letters away`(name: String, known: [String], wanted: String?) {
        #expect(nearest(to: name, among: known) == wanted)
    }
}
