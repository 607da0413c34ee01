import Documents
import Expressions
import Foundation
import Testing

@Suite("Values")
struct ValueTests {
    static let values: [Value] = [
        nil, true, false, 0, -1, .int(.min), .int(.max), .uint(0), .uint(.max), 0.0, .double(-0.0), 1.5,
        .double(.infinity),
        .double(-.infinity), .double(.nan), .double(.leastNonzeroMagnitude), .double(.greatestFiniteMagnitude), "", "é",
        "e\u{301}",
        "\0\u{10FFFF}", .bytes([]), .bytes([0, 255]), [], [1, "a", [nil]], .map(ValueMap()),
        .record(["a": 1, "é": [2]]),
        .timestamp(Timestamp("0001-01-01T00:00:00Z")!), .timestamp(Timestamp("2026-11-23T12:00:00.000000001Z")!),
        .duration(TimeSpan(nanoseconds: .min)), .duration(TimeSpan(nanoseconds: 1_500_000_000)), .type(.null),
        .type(.timestamp),
    ]

    @Test("JSON gives back the very same value", arguments: values)
    func roundTrip(value: Value) throws {
        let text = try CanonicalJSON.text(value.json)
        #expect(try Value(json: CanonicalJSON.decode(JSON.self, from: text)) == value)
    }

    @Test("no two of these are the same")
    func distinct() {
        for (index, value) in Self.values.enumerated() {
            #expect(Self.values.count { $0 == value } == 1, "\(index)")
        }
    }

    @Test(
        "doubles are written so that everyone reads them",
        arguments: [
            (0.0, "0.0"), (-0.0, "-0.0"), (19.5, "19.5"), (1e12, "1000000000000.0"), (6.02214e23, "6.02214e+23"),
            (1.38e-23, "1.38e-23"), (18_446_744_073_709_551_615.0, "1.8446744073709552e+19"), (.infinity, "inf"),
            (-.infinity, "-inf"), (.nan, "nan"), (1e16, "1e+16"), (1e15, "1000000000000000.0"), (0.0001, "0.0001"),
            (0.00001, "1e-05"),
        ])
    func doubles(double: Double, text: String) {
        #expect(Value.double(double).json == ["double": .text(text)])
    }

    @Test(
        "JSON that is no value is told with its place",
        arguments: [
            ("1", ""), ("{}", ""), (#"{"int":"1","uint":"1"}"#, ""), (#"{"int":"x"}"#, "int"), (#"{"int":1.5}"#, "int"),
            (#"{"int":"9223372036854775808"}"#, "int"), (#"{"uint":-1}"#, "uint"), (#"{"text":"a"}"#, "text"),
            (#"{"list":[{"int":"1"},{"bool":1}]}"#, "list[1].bool"), (#"{"map":[[{"int":"1"}]]}"#, "map[0]"),
            (#"{"map":[[{"null":null},{"int":"1"}]]}"#, "map[0]"), (#"{"bytes":"0"}"#, "bytes"),
            (#"{"map":[[{"int":"1"},{"int":"1"}],[{"uint":"1"},{"int":"1"}]]}"#, "map[1]"),
            (#"{"bytes":"zz"}"#, "bytes"),
            (#"{"timestamp":"2026-02-30T00:00:00Z"}"#, "timestamp"), (#"{"duration":"1"}"#, "duration"),
            (#"{"type":"dyn"}"#, "type"), (#"{"null":0}"#, "null"), (#"{"double":"0x1p3"}"#, "double"),
        ])
    func wrongJSON(text: String, path: String) throws {
        let json = try CanonicalJSON.decode(JSON.self, from: text)
        let error = #expect(throws: ValueFormError.self) { try Value(json: json) }
        #expect(error?.path == path)
    }

    @Test("JSON nested too deep is refused")
    func deepJSON() {
        var json: JSON = ["int": "1"]
        for _ in 0..<200 { json = ["list": [json]] }
        #expect(throws: ValueFormError.self) { try Value(json: json) }
    }

    @Test(
        "equality goes by value across numbers, and by code points",
        arguments: [
            ("1 == 1u", true), ("1 == 1.0", true), ("1u == 1.0", true), ("-1 == 18446744073709551615u", false),
            ("[1, 2u] == [1.0, 2]", true), ("{1: 'a'} == {1.0 == 1.0 ? 1u : 2u: 'a'}", true), ("0.0 == -0.0", true),
            ("'\\u00e9' == 'e\\u0301'", false), ("{'\\u00e9': 1, 'e\\u0301': 2}.size() == 2", true),
            ("'e\\u0301' in {'\\u00e9': 1}", false), ("'e\\u0301'.contains('e')", true),
            ("'\\u00e9'.contains('\\u0301')", false), ("'é'.endsWith('\\u0301')", false),
            ("size('e\\u0301') == 2", true),
            ("'\\uffff' < '\\U00010000'", true), ("'Z' < 'a'", true), ("'a' < 'é'", true), ("b'' < b'\\x00'", true),
            ("double('nan') == double('nan')", false), ("[double('nan')] == [double('nan')]", false),
            ("double('nan') < 1.0 || double('nan') >= 1.0", false), ("double('nan') != 1.0", true),
            ("1 == 'a'", false), ("null == false", false), ("[] == {}", false), ("type(1) == type(2)", true),
        ])
    func equality(source: String, wanted: Bool) throws {
        #expect(try value(source) == .value(.bool(wanted)))
    }

    @Test(
        "maps keep one entry for a number, whatever its type",
        arguments: [
            ("{1: 'a', 2u: 'b'}[1u]", "a"), ("{1: 'a', 2u: 'b'}[2.0]", "b"),
            ("{18446744073709551615u: 'c'}[18446744073709551615u]", "c"),
            ("{true: 'd'}[true]", "d"), ("{'x': {'y': 'e'}}.x.y", "e"), ("[{'k': 'f'}][0].k", "f"),
        ] as [(String, Value)])
    func lookups(source: String, wanted: Value) throws {
        #expect(try value(source) == .value(wanted))
    }

    @Test(
        "failures have their reason",
        arguments: [
            ("{1: 1, 1u: 2}", .duplicateKey("1u")), ("{null: 1}", .unsupportedKey(.null)),
            ("{1.0: 1}", .unsupportedKey(.double)),
            ("{'a': 1}.b", .noSuchKey("'b'")), ("[1][1]", .outOfBounds("1", count: 1)),
            ("[1][-1]", .outOfBounds("-1", count: 1)),
            ("[1][0.5]", .outOfBounds("0.5", count: 1)), ("1 / 0", .divisionByZero), ("1 % 0", .divisionByZero),
            ("1u / 0u", .divisionByZero), ("int('x')", .notConvertible("'x'", to: .int)),
            ("uint(18446744073709551616.0)", .overflow("uint(1.8446744073709552e+19)")),
            ("uint(-0.5)", .overflow("uint(-0.5)")),
            ("int(9223372036854775808.0)", .overflow("int(9.223372036854776e+18)")),
            ("int(0.0 / 0.0)", .overflow("int(NaN)")),
            ("uint('+1')", .notConvertible("'+1'", to: .uint)),
            ("double('1e999')", .notConvertible("'1e999'", to: .double)),
            ("double('0x1')", .notConvertible("'0x1'", to: .double)),
            ("double(' 1')", .notConvertible("' 1'", to: .double)),
            ("double('+-1')", .notConvertible("'+-1'", to: .double)),
            ("bool('yes')", .notConvertible("'yes'", to: .bool)),
            ("string(b'\\xff')", .notConvertible("bytes", to: .string)), ("9223372036854775807 * 2", .overflow("*")),
            ("0u - 1u", .overflow("-")),
            ("int(1e30)", .overflow("int(1e+30)")),
            ("timestamp(0).getDate('Mars/Base')", .unknownZone("Mars/Base")),
            ("timestamp(0).getDate('../etc/passwd')", .unknownZone("../etc/passwd")),
            ("timestamp(0).getDate('')", .unknownZone("")),
            ("1 + 'a'", .noOverload("+", operands: ["int", "string"])), ("x", .undeclared("x", suggestion: nil)),
            ("9223372036854775807 + 1", .overflow("+")), ("-9223372036854775808 % -1", .overflow("%")),
        ] as [(String, ExpressionError.Reason)])
    func failures(source: String, reason: ExpressionError.Reason) throws {
        #expect(try value(source).reason == reason)
    }

    @Test(
        "conversions",
        arguments: [
            ("uint(1e19)", .uint(10_000_000_000_000_000_000)), ("uint(0.9)", .uint(0)), ("int(-1.9)", -1),
            ("int('+5')", 5), ("string(1.0)", "1"),
            ("string(-0.0)", "-0"), ("string(-1e6)", "-1e+06"), ("string(999999.5)", "999999.5"),
            ("string(1234567.0)", "1.234567e+06"), ("string(123456789.125)", "1.23456789125e+08"),
            ("string(9007199254740992.0)", "9.007199254740992e+15"), ("string(0.00001)", "1e-05"),
            ("string(100000.0)", "100000"), ("string(1e100)", "1e+100"), ("string(0.1)", "0.1"),
            ("string(1.0 / 0.0)", "+Inf"),
            ("double('-inf')", .double(-.infinity)), ("double('.5')", 0.5), ("double('5.')", 5.0),
            ("double('NaN')", .double(.nan)), ("bool('T')", true),
            ("string(true)", "true"), ("string(timestamp(0))", "1970-01-01T00:00:00Z"),
            ("string(duration('90m'))", "5400s"), ("bytes('é')", .bytes([0xC3, 0xA9])),
            ("string(bytes('😀'))", "😀"), ("int(timestamp('1970-01-01T00:01:00Z'))", 60),
            ("duration(duration('1s')) == duration('1000ms')", true),
        ] as [(String, Value)])
    func conversions(source: String, wanted: Value) throws {
        #expect(try value(source) == .value(wanted))
    }

    @Test(
        "macros",
        arguments: [
            ("[1, 2, 2].exists_one(x, x == 2)", false), ("[1, 2].exists_one(x, x == 2)", true),
            ("[].exists_one(x, x == 2)", false), ("[].all(x, false)", true),
            ("[].exists(x, true)", false), ("[1, 2, 3, 4].map(x, x % 2 == 0, x * x)", [4, 16]),
            ("[1, 2].map(x, [3, 4].map(y, x * y))", [[3, 4], [6, 8]]),
            ("{'b': 1, 'a': 2}.map(k, k)", ["b", "a"]), ("[[1, 2], [3]].filter(x, x.exists(x, x > 2))", [[3]]),
            ("[1].all(y, .y == 2 && y == 1)", true),
            ("[0, 2].exists(x, 4 / x == 2)", true), ("[0, 2].all(x, 4 / x == 3)", false),
            ("[1, 2].map(y, y).map(y, y + 1)", [2, 3]), ("[y].map(y, y)", [2]),
        ] as [(String, Value)])
    func macros(source: String, wanted: Value) throws {
        #expect(try value(source, ["y": 2]) == .value(wanted))
    }

    @Test("a text is found where a slow search finds it", arguments: 0..<100)
    func contains(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        func text(_ length: ClosedRange<Int>) -> String {
            String((0..<Int.random(in: length, using: &dice)).map { _ in "ab".randomElement(using: &dice)! })
        }
        for _ in 0..<50 {
            let (long, short) = (text(0...20), text(0...6))
            let isIn = long.indices.contains { long[$0...].hasPrefix(short) } || short.isEmpty
            #expect(
                try value("a.contains(b)", ["a": .string(long), "b": .string(short)]) == .value(.bool(isIn)),
                "\(long) \(short)")
        }
    }

    @Test("numbers survive the way through text", arguments: 0..<200)
    func numbersAsText(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let int = Int64(bitPattern: dice.next()) >> Int64(dice.next() % 64)
        let double = Double(bitPattern: dice.next())
        #expect(try value("int(string(x)) == x", ["x": .int(int)]) == .value(true))
        #expect(try value("uint(string(x)) == x", ["x": .uint(UInt64(bitPattern: int))]) == .value(true))
        #expect(try value("double(string(x))", ["x": .double(double)]) == .value(.double(double)))
        let wide = (Int64(truncatingIfNeeded: dice.next()), Int64(truncatingIfNeeded: dice.next() >> 40))
        let product = wide.0.multipliedReportingOverflow(by: wide.1)
        let wanted: Evaluation? = product.overflow ? nil : .value(.int(product.partialValue))
        let answer = try value("a * b", ["a": .int(wide.0), "b": .int(wide.1)])
        #expect(wanted.map { $0 == answer } ?? (answer.reason == .overflow("*")))
    }
}
