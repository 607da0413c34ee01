import Documents
import Foundation
import Testing

@Suite struct `A JSON body` {
    @Test(arguments: ["", "{", "{\"a\":}", "[1 2]", "nul", "{'a':1}", "\"open", "{\"a\":01}", "\u{1}"])
    func `that is no JSON is refused`(text: String) {
        let error = #expect(throws: DocumentError.self) { try Node(json: Data(text.utf8)) }
        #expect(error?.problems.count == 1)
        #expect(error?.problems.first?.place == Place())
        #expect(error?.problems.first?.message.en.hasPrefix("the body is not valid JSON") == true)
        #expect(error?.problems.first?.message.id.hasPrefix("isi permintaan bukan JSON yang sah") == true)
    }

    @Test func `says where it stops being JSON`() {
        let error = #expect(throws: DocumentError.self) { try Node(json: Data("{\n  \"a\": oops\n}".utf8)) }
        withKnownIssue("Sources/Documents/Node+JSON.swift looks for a sentence that Foundation does not give here") {
            #expect(error?.description.contains("line 2") == true)
        }
    }

    @Test(arguments: ["{\"a\":1,}", "[1,]"]) func `has no comma at the end of a list`(text: String) {
        withKnownIssue("Sources/Documents/CanonicalJSON.swift: Foundation's decoder lets it pass") {
            #expect(throws: DocumentError.self) { try Node(json: Data(text.utf8)) }
        }
    }

    @Test func `that is no UTF-8 is refused`() {
        #expect(throws: DocumentError.self) { try Node(json: Data([0x22, 0xFF, 0xFE, 0x22])) }
    }

    @Test func `nests 32 deep and no deeper, whatever its texts hold`() throws {
        func nested(_ depth: Int, _ text: String) -> Data {
            Data((String(repeating: "[", count: depth) + text + String(repeating: "]", count: depth)).utf8)
        }
        let brackets = #""[[[[{{{{\"[[[""#
        #expect(throws: Never.self) { try Node(json: nested(32, brackets)) }
        let error = #expect(throws: DocumentError.self) { try Node(json: nested(33, brackets)) }
        #expect(error?.description == "/: error: nested too deeply")
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
            ("1e30", .number(1e30)),
        ] as [(String, Node.Value?)])
    func `keeps each kind of value`(text: String, value: Node.Value?) {
        #expect((try? Node(json: Data(text.utf8)))?.value == value)
    }
}

@Suite struct `A strict reader of mappings` {
    private func node(_ json: String) throws -> Node { try Node(json: Data(json.utf8)) }

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
            ("abcdef", ["abcdxy"], "abcdxy"), ("x", [], nil), ("in_force", ["in-force"], "in-force"),
            ("Unit_PIC", ["unit_pic"], "unit_pic"),
            ("cordinatr", ["coordinator", "integration"], "coordinator"),
        ] as [(String, [String], String?)])
    func `is at most a third of its letters away`(name: String, known: [String], wanted: String?) {
        #expect(nearest(to: name, among: known) == wanted)
    }
}
