import Documents
import Expressions
import Testing

/// Expressions cut, spliced and garbled: nothing may crash or hang, and whatever is wrong has its place in the source.
@Suite("Garbled expressions")
struct FuzzTests {
    static let own = [
        "people_target * 37800 * 12 <= budget && size(documents) > 0",
        "documents.exists(d, d.startsWith('naskah')) ? timestamp('2026-01-01T00:00:00Z') + duration('1h') : entered",
        "has(record.field) && record.field.`content-type` in ['a', b'\\xff', r\"\\d\", 1.5e3, 0x1Fu, null]",
        "{'a': 1, 2u: [true, -x], false: {}}['a'] != .x || !(a.b.c(1, 2) >= 7) // why",
        "[1, 2, 3].map(x, x > 1, [x].filter(y, y % 2 == 0)).exists_one(z, z == [2] || z.all(w, w in [2]))",
        "text.matches('^[A-Z]{3}-\\\\d+(a|b)*$') && string(type(text)) == '''x''' + \"\"\"y\"\"\"",
        "timestamp(x).getHours('Asia/Jakarta') - duration('-1.5s').getSeconds() * 2 / 3 % 4",
    ]
    static let pieces = [
        "(", ")", "[", "]", "{", "}", "'", "\"", "'''", "\\", "\\u", "\\x", "b'", "r'", ".", ",", ":", "?", "&&", "||",
        "!", "-", "+",
        "in", "==", "<", "1", "0x", "1e", "u", "`", "//", "\n", "\r", "\t", "\0", "é", "😀", "\u{202E}", "\u{FEFF}",
        "true", "null", "x",
        "has(", ".all(x,", ".map(", "9223372036854775808", "18446744073709551616u", "if", "9999-12-31T23:59:59Z",
        "{1000}",
    ]

    static let corpus: [String] =
        own + Conformance.files.flatMap { file in ((try? Conformance.cases(in: file)) ?? []).map(\.expr) }

    @Test("twenty thousand of them", arguments: 0..<20)
    func garbled(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var (read, evaluated) = (0, 0)
        for _ in 0..<1_000 {
            let source = garble(&dice)
            guard let expression = try attempt(source) else { continue }
            read += 1
            if try examine(expression, &dice) { evaluated += 1 }
        }
        // If nothing got through any more, nothing would be tested any more.
        #expect(read > 50 && evaluated > 5, "\(read) read, \(evaluated) evaluated")
    }

    @Test("bytes without any sense", arguments: 0..<10)
    func noise(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<100 {
            let length = Int.random(in: 0...200, using: &dice)
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
            _ = try attempt(String(decoding: bytes, as: UTF8.self))
            _ = try attempt(String(decoding: bytes.map { $0 & 0x7F }, as: UTF8.self))
        }
    }

    private func garble(_ dice: inout Dice) -> String {
        var characters = Array(Self.corpus.randomElement(using: &dice)!.unicodeScalars)
        for _ in 0...Int.random(in: 0...3, using: &dice) {
            let place = Int.random(in: 0...characters.count, using: &dice)
            let end = min(characters.count, place + Int.random(in: 0...6, using: &dice))
            switch Int.random(in: 0...4, using: &dice) {
            case 0: characters.removeSubrange(place..<end)
            case 1: characters.insert(contentsOf: characters[place..<end], at: place)
            case 2: characters.insert(contentsOf: Self.pieces.randomElement(using: &dice)!.unicodeScalars, at: place)
            case 3:
                let other = Array(Self.corpus.randomElement(using: &dice)!.unicodeScalars)
                characters.replaceSubrange(place..<end, with: other.suffix(Int.random(in: 0...12, using: &dice)))
            default:
                let wrapped = ["(%)", "[%]", "!(%)", "[1].all(x, %)", "true ? % : 1", "(%) || true", "dyn(%)"]
                    .randomElement(using: &dice)!
                let halves = wrapped.split(separator: "%").map { Array($0.unicodeScalars) }
                characters = halves[0] + characters + (halves.count > 1 ? halves[1] : [])
            }
        }
        var source = String.UnicodeScalarView()
        source.append(contentsOf: characters)
        return String(source)
    }

    /// Reads a text, and looks at what is wrong with it if it is no expression.
    private func attempt(_ source: String) throws -> Expression? {
        do throws(ExpressionError) {
            return try Expression(parsing: source)
        } catch {
            examine(error, in: source)
            return nil
        }
    }

    /// - Returns: whether the expression had a value.
    private func examine(_ expression: Expression, _ dice: inout Dice) throws -> Bool {
        examine(expression.root, in: expression.source)
        let names = ["x", "a", "people_target", "budget", "documents", "record", "text", "entered"]
        for problem in expression.check(Declarations(variables: ["x": .int, "documents": .list(.dyn), "a": .dyn]))
            .problems
        {
            examine(problem, in: expression.source)
        }
        let values: [Value] = [
            nil, true, 7, .uint(7), 1.5, "naskah", .bytes([255]), [1, 2, 3], .record(["field": [1]]),
        ]
        let bound = Dictionary(uniqueKeysWithValues: names.map { ($0, values.randomElement(using: &dice)!) })
        let known = expression.evaluate(Environment(bound), budget: 5_000)
        if case .failed(let error) = known { examine(error, in: expression.source) }

        // What can be told without any value is told the same with every one.
        let open = Environment { names.contains($0) ? .unknown(missing) : nil }
        switch expression.evaluate(open, budget: 5_000) {
        case .value(let value):
            if known.reason != .overBudget { #expect(known == .value(value), "\(expression.source)") }
            return true
        case .unknown(let unknowns):
            #expect(!unknowns.isEmpty && unknowns.allSatisfy { expression.source.part($0.range) != nil })
        case .failed(let error): examine(error, in: expression.source)
        }
        if case .value = known { return true } else { return false }
    }

    private func examine(_ term: Term, in source: String) {
        for child in term.children {
            let isWithin =
                term.range.lowerBound <= child.range.lowerBound && child.range.upperBound <= term.range.upperBound
            #expect(isWithin && child.height < term.height, "\(source.debugDescription)")
            examine(child, in: source)
        }
    }

    private func examine(_ error: ExpressionError, in source: String) {
        let position = error.position(in: source)
        #expect(
            source.part(error.range) != nil && position.line > 0 && position.column > 0, "\(source.debugDescription)")
        #expect(!error.message.id.isEmpty && !error.message.en.isEmpty)
    }
}
