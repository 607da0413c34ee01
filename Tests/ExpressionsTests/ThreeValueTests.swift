import Documents
import Expressions
import Testing

@Suite("What cannot be told")
struct ThreeValueTests {
    /// `u` and `v` have no value, `e` is no name at all.
    static let environment = Environment { name in
        switch name {
        case "t": .value(true)
        case "f": .value(false)
        case "u", "v", "record.field": .unknown(missing)
        case "flat.name": .value("a variable with a point in its name")
        case "list": .value([1, 2, 3])
        case "m": .value(.record(["a": 1]))
        default: nil
        }
    }

    /// t, f, u (unknown) or e (error) for each side of `&&` and `||`.
    static let tables: [(String, String)] = [
        ("t && t", "t"), ("t && f", "f"), ("t && u", "u"), ("t && e", "e"), ("f && f", "f"), ("f && u", "f"),
        ("f && e", "f"), ("u && u", "u"), ("u && e", "u"), ("e && e", "e"), ("t || t", "t"), ("t || f", "t"),
        ("t || u", "t"), ("t || e", "t"), ("f || f", "f"), ("f || u", "u"), ("f || e", "e"), ("u || u", "u"),
        ("u || e", "u"), ("e || e", "e"),
    ]

    @Test("&& and || in both orders", arguments: tables)
    func logic(source: String, wanted: String) throws {
        #expect(try letter(source) == wanted)
        #expect(try letter(String(source.reversed())) == wanted)
    }

    @Test(
        "other terms",
        arguments: [
            ("!u", "u"), ("u ? t : f", "u"), ("t ? u : f", "u"), ("f ? u : t", "t"), ("e ? u : t", "e"),
            ("u == u", "u"), ("u + e == 1", "u"), ("e + u == 1", "u"), ("[1, u] == [1]", "u"), ("[e, u] == []", "u"),
            ("{'a': u, 'b': e} == {}", "u"), ("size(u) > 0", "u"), ("u.field", "u"), ("has(u.field)", "u"),
            ("has(record.field)", "u"), ("has(flat.name)", "t"), ("has(m.a)", "t"), ("has(m.b)", "f"),
            ("has(list.a)", "e"), ("u[0]", "u"),
            ("list[u]", "u"), ("m.a == 1", "t"), ("m.b == 1", "e"), ("m.b == u", "u"), ("-u", "u"),
            ("list.all(x, x > 0 || u)", "t"), ("list.all(x, x > 1 && u)", "f"), ("list.all(x, u)", "u"),
            ("list.all(x, x == 1 ? u : x == 2 ? e : t)", "u"), ("list.all(x, x == 1 ? u : f)", "f"),
            ("list.exists(x, x == 2 || u)", "t"), ("list.exists(x, x == 1 ? u : e)", "u"),
            ("list.exists(x, x > 3 && u)", "f"), ("list.exists(x, x == 3 ? t : e)", "t"),
            ("list.exists_one(x, x == 1 || u)", "u"), ("list.exists_one(x, x == 1 ? e : x == 2 ? u : t)", "u"),
            ("list.exists_one(x, x == 1 ? e : t)", "e"), ("list.map(x, x == 1 ? e : u) == []", "u"),
            ("list.map(x, x > 3, u) == []", "t"), ("list.map(x, u, 1) == []", "u"), ("list.filter(x, u) == []", "u"),
            ("list.filter(x, x > 3 && u) == []", "t"), ("u.all(x, t)", "u"), ("e.all(x, t)", "e"),
            ("u in list", "u"), ("1 in u", "u"), ("type(u) == int", "u"), ("dyn(u)", "u"), ("nosuch(u)", "e"),
            ("u.nosuch()", "e"), ("u.startsWith(e)", "u"), ("1 || t", "t"), ("1 && t", "e"), ("1 || u", "u"),
        ])
    func terms(source: String, wanted: String) throws {
        #expect(try letter(source) == wanted)
    }

    @Test("an unknown is told with its name, its place and its reason, each place once")
    func places() throws {
        let source = "(u || v) && [1, 2].all(x, u == x)"
        let unknowns = try #require(try Expression(parsing: source).evaluate(Self.environment).unknowns)
        #expect(unknowns.map(\.name) == ["u", "v", "u"])
        #expect(unknowns.map(\.range) == [1..<2, 6..<7, 26..<27])
        #expect(unknowns.allSatisfy { $0.reason == missing })
    }

    /// `t` and `f` for values, `u` for an unknown, `e` for an error.
    private func letter(_ source: String) throws -> String {
        switch try Expression(parsing: source).evaluate(Self.environment) {
        case .value(let value): value == true ? "t" : value == false ? "f" : "\(value)"
        case .unknown: "u"
        case .failed: "e"
        }
    }
}
