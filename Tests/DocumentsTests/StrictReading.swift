import Foundation
import Testing

@testable import Documents

@Suite struct StrictReading {
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

    @Test(arguments: [
        ("a: yes", "'yes' may be text or a boolean"), ("a: Off", "'Off' may be text or a boolean"),
        ("a: &x 1\nb: *x", "anchors and aliases are not used"), ("a: 1\na: 2", "key written twice"),
        ("a: [1", "not valid YAML"), ("", "the file is empty"),
        ("? [1]\n: 2", "a key must be plain text"),
    ])
    func `YAML that surprises people is refused`(_ yaml: String, _ says: String) {
        let error = #expect(throws: DocumentError.self) { try Node(yaml: yaml, file: "f.yaml") }
        #expect(error?.message.en.contains(says) == true)
    }

    @Test func `nesting and size have limits`() {
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        #expect(throws: DocumentError.self) { try Node(yaml: deep, file: "f.yaml") }
        #expect(throws: DocumentError.self) {
            try Node(yaml: String(repeating: "x", count: Node.yamlBytesMax + 1), file: "f.yaml")
        }
    }

    @Test func `YAML scalars follow the core schema, and quotes mean text`() throws {
        let node = try Node(yaml: "[1, -2, 1.5, true, null, ~, 'yes', \"1\", 08:00, 2026-01-01, 1e3]", file: "f.yaml")
        #expect(
            node.json == [
                1, -2, .number(1.5), true, nil, nil, "yes", "1", "08:00", "2026-01-01", "1e3",
            ])
    }

    @Test(
        arguments: [
            (nil, Language.indonesian), ("en", .english), ("en-GB,en;q=0.9", .english), ("id,en;q=0.8", .indonesian),
            ("fr", .indonesian),
            ("en;q=0.3, id;q=0.2", .english), ("*", .indonesian), ("en;q=0", .indonesian),
        ] as [(String?, Language)])
    func `the reader's language is Indonesian unless English is preferred`(_ header: String?, _ language: Language) {
        #expect(Language(acceptLanguage: header) == language)
    }

    @Test(arguments: [("sumbit", "submit"), ("SUBMIT", "submit"), ("funidng", "funding"), ("xyz", nil), ("", nil)])
    func `only what is near is suggested`(_ name: String, _ wanted: String?) {
        #expect(nearest(to: name, among: ["submit", "funding", "register"]) == wanted)
    }

    @Test func `tables need exactly their columns, and quotes hold commas`() throws {
        let table = try Table(csv: "a,b\n1,\"x, y\"\n2,\n", file: "t.csv", columns: ["a", "b"])
        #expect(table.rows.map { $0["b"] } == ["x, y", nil])
        #expect(table.rows[1].place.line == 3)
        let error = #expect(throws: DocumentError.self) {
            try Table(csv: "a,bb\n", file: "t.csv", columns: ["a", "b", "c"])
        }
        #expect(error?.problems.count == 3)
    }

    @Test func `the same value always gives the same bytes`() throws {
        let json: JSON = ["b": [1, 2.5.json, nil], "a": "x/y", "c": true]
        #expect(try CanonicalJSON.text(json) == "{\"a\":\"x/y\",\"b\":[1,2.5,null],\"c\":true}")
        #expect(try CanonicalJSON.decode(JSON.self, from: CanonicalJSON.text(json)) == json)
    }
}

extension Double {
    fileprivate var json: JSON { .number(self) }
}
