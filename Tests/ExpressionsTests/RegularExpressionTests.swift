import Documents
import Expressions
import Testing

@Suite("Patterns")
struct RegularExpressionTests {
    @Test(
        "what matches",
        arguments: [
            ("abc", "b"), ("abc", "^abc$"), ("a\nb", "a.?b|a\\nb"), ("", "^$"), ("aaa", "^a{3}$"), ("aaa", "^a{2,}$"),
            ("aa", "^a{1,3}$"), ("a", "^a{0,3}$"), ("", "^a{0,3}$"),
            ("a{,2}", "^a{,2}$"), ("a{x", "a{x"), ("]", "^[]]$"), ("-", "^[a-]$"), ("b", "^[^a]$"), ("\n", "^[^a]$"),
            ("é", "^.$"), ("😀", "^[😀-😂]$"), ("5", "^\\d$"), ("_", "^\\w$"), (" ", "^\\s$"), ("x", "^\\S\\b$"),
            ("ab", "a\\Bb"),
            ("ABC", "(?i)abc"), ("aBC", "a(?i:bc)"), ("É", "(?i)é"), ("a\nb", "(?s)a.b"), ("a\nb", "(?m)^b$"),
            ("a\nb", "a$|(?m)a$"),
            ("a.b*c", "^\\Qa.b*c\\E$"), ("a+", "\\Qa+"), ("\u{7F}", "\\x7F"), ("😀", "\\x{1F600}"), ("A", "\\101"),
            ("Z", "^\\pL$"),
            ("5", "^\\p{Nd}$"), ("é", "^\\p{Ll}$"), ("É", "^[\\p{Lu}]$"), ("5", "^\\PL$"), ("5", "^\\p{^L}$"),
            ("e5", "^[[:alpha:]][[:digit:]]$"),
            ("!", "^[[:^alnum:]]$"), ("ab", "(?P<first>a)(?<second>b)"), ("ab", "a(?:b|c)"), ("aab", "^a*?b$"),
            ("", "(a*)*"),
            ("aaaa", "^(a*)*$"), ("ab", "^(a|ab)(c|bcd)?b?$"), ("x", "(|x)"), ("xyz", "x||z"), ("a\tb", "a\\tb"),
            ("}", "^}$"),
            ("PKS-12/2026", "^[A-Z]{3}-\\d+/\\d{4}$"), ("a", "(?i-i)a"), ("\\", "^\\\\$"), ("a-z", "^[a\\-z]+$"),
            ("\\", "[\\\\]"),
        ])
    func matching(text: String, pattern: String) throws {
        #expect(try value("t.matches(p)", ["t": .string(text), "p": .string(pattern)]) == .value(true))
        #expect(try value("matches(t, p)", ["t": .string(text), "p": .string(pattern)]) == .value(true))
    }

    @Test(
        "what does not",
        arguments: [
            ("abc", "^b"), ("a\nb", "a.b"), ("a\nb", "^b$"), ("a\n", "a$"), ("aaa", "^a{2}$"), ("é", "^\\w$"),
            ("٣", "^\\d$"), ("ab", "a\\bb"),
            ("ABC", "abc"), ("aB", "(?i:a)b"), ("b", "(?i:a)|B"), ("z", "[^\\w]"), ("5", "\\pL"), ("a", "[[:^alpha:]]"),
            ("", "."), ("b", "a+"),
            ("\u{0B}", "\\s"), ("ba", "\\Aa"), ("ab", "a\\z"), ("B", "((?i)a)b"),
        ])
    func notMatching(text: String, pattern: String) throws {
        #expect(try value("t.matches(p)", ["t": .string(text), "p": .string(pattern)]) == .value(false))
    }

    @Test(
        "what is no pattern",
        arguments: [
            "(", ")", "a)", "(a", "[", "[a", "[]", "*", "+a", "a**", "a{2}{3}", "a+*", "|*", "(?z)", "(?", "(?P<>a)",
            "(?=a)", "(?<!a)", "\\", "\\1",
            "\\8", "\\Z", "\\y", "[z-a]", "[a-\\d]", "[[:foo:]]", "a{3,2}", "a{1001}", "\\x{110000}", "\\xg", "\\x{",
            "\\p{Greek}", "\\pQ", "\\p{",
            "((((a{1000}){1000}){1000}){1000})", "(){1000}(){1000}((){1000}){1000}", "\\k<a>", "(?i", "\\C", "(?-)x(",
            "\\é",
        ])
    func wrong(pattern: String) throws {
        guard case .pattern(let named, let problem)? = try value("''.matches(p)", ["p": .string(pattern)]).reason else {
            Issue.record("\(pattern) was read")
            return
        }
        #expect(named == pattern && !problem.id.isEmpty && !problem.en.isEmpty)
    }

    @Test("groups nested without end are refused")
    func deep() throws {
        let pattern = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
        guard case .pattern? = try value("''.matches(p)", ["p": .string(pattern)]).reason else {
            Issue.record("it was read")
            return
        }
    }

    /// A pattern with a matcher that tries every way.
    indirect enum Small {
        case letter(Character), any, sequence([Small]), choice(Small, Small), star(Small), optional(Small), twice(Small)

        init(_ dice: inout Dice, depth: Int) {
            func inner(_ dice: inout Dice) -> Small { Small(&dice, depth: depth - 1) }
            switch depth == 0 ? Int.random(in: 0...2, using: &dice) : .random(in: 0...7, using: &dice) {
            case 0, 1: self = .letter("ab".randomElement(using: &dice)!)
            case 2: self = .any
            case 3, 4: self = .sequence((0..<Int.random(in: 0...3, using: &dice)).map { _ in inner(&dice) })
            case 5: self = .choice(inner(&dice), inner(&dice))
            case 6: self = .star(inner(&dice))
            default: self = Bool.random(using: &dice) ? .optional(inner(&dice)) : .twice(inner(&dice))
            }
        }

        var text: String {
            switch self {
            case .letter(let letter): String(letter)
            case .any: "."
            case .sequence(let parts): "(?:" + parts.map(\.text).joined() + ")"
            case .choice(let a, let b): "(\(a.text)|\(b.text))"
            case .star(let part): "(\(part.text))*"
            case .optional(let part): "(\(part.text))?"
            case .twice(let part): "(\(part.text)){2}"
            }
        }

        /// Where a match that begins here can end.
        func ends(_ text: [Character], from start: Int) -> Set<Int> {
            switch self {
            case .letter(let letter): start < text.count && text[start] == letter ? [start + 1] : []
            case .any: start < text.count ? [start + 1] : []
            case .sequence(let parts):
                parts.reduce([start]) { starts, part in Set(starts.flatMap { part.ends(text, from: $0) }) }
            case .choice(let a, let b): a.ends(text, from: start).union(b.ends(text, from: start))
            case .star(let part): closure(of: part, text, start)
            case .optional(let part): part.ends(text, from: start).union([start])
            case .twice(let part): Small.sequence([part, part]).ends(text, from: start)
            }
        }

        private func closure(of part: Small, _ text: [Character], _ start: Int) -> Set<Int> {
            var reached: Set = [start]
            var waiting = [start]
            while let place = waiting.popLast() {
                for end in part.ends(text, from: place) where reached.insert(end).inserted { waiting.append(end) }
            }
            return reached
        }
    }

    @Test("the same answer as trying every way", arguments: 0..<20)
    func againstReference(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let whole = try Expression(parsing: "t.matches('^(?:' + p + ')$')")
        let part = try Expression(parsing: "t.matches(p)")
        var answers = [0, 0]
        for _ in 0..<50 {
            let pattern = Small(&dice, depth: 4)
            for _ in 0..<4 {
                let text = (0..<Int.random(in: 0...6, using: &dice)).map { _ in "ab".randomElement(using: &dice)! }
                let environment = Environment(["t": .string(String(text)), "p": .string(pattern.text)])
                let isWhole = pattern.ends(text, from: 0).contains(text.count)
                #expect(whole.evaluate(environment) == .value(.bool(isWhole)), "\(pattern.text) on \(String(text))")
                let isPart = (0...text.count).contains { !pattern.ends(text, from: $0).isEmpty }
                #expect(part.evaluate(environment) == .value(.bool(isPart)), "\(pattern.text) in \(String(text))")
                answers[isWhole ? 1 : 0] += 1
            }
        }
        #expect(answers.allSatisfy { $0 > 20 })
    }
}
