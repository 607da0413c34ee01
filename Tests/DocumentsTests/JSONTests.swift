import Documents
import Foundation
import Testing

@Suite struct `A JSON value` {
    @Test func `reads back as it was written`() throws {
        var dice = Dice(seed: 11)
        for _ in 0..<500 {
            let json = dice.json(depth: 4)
            let bytes = try CanonicalJSON.encode(json)
            #expect(try CanonicalJSON.decode(JSON.self, from: bytes) == json)
            #expect(try Node(json: bytes).json == json)
            #expect(try CanonicalJSON.encode(CanonicalJSON.decode(JSON.self, from: bytes)) == bytes)
        }
    }

    @Test func `has the same bytes in whatever order it was made`() throws {
        let names = (0..<200).map { "key-\($0)" }
        var dice = Dice(seed: 12)
        let texts = try (0..<10).map { _ in
            var object: [String: JSON] = [:]
            for name in names.shuffled(using: &dice) { object[name] = .text(name) }
            return try CanonicalJSON.text(JSON.object(object))
        }
        #expect(Set(texts).count == 1)
        #expect(texts[0].hasPrefix(#"{"key-0":"key-0","key-1":"#))
    }

    @Test(arguments: [
        (JSON.null, "null"), (true, "true"), (.integer(.min), "-9223372036854775808"), (.number(0.1), "0.1"),
        (.text("a/b \"q\" é \n"), #""a/b \"q\" é \n""#),
        (.object(["z": 1, "B": 2, "a": []]), #"{"B":2,"a":[],"z":1}"#),
        (.number(70.03), "70.03"),
    ])
    func `is written in one way`(json: JSON, text: String) throws {
        #expect(try CanonicalJSON.text(json) == text)
    }

    @Test func `is asked for one kind and answers nothing for another`() {
        let json: JSON = ["t": "x", "i": 1, "b": true, "l": [1], "o": [:]]
        #expect(json["t"]?.text == "x")
        #expect(json["i"]?.integer == 1)
        #expect(json["b"]?.bool == true)
        #expect(json["l"]?.list == [1])
        #expect(json["o"]?.object == [:])
        #expect(json["none"] == nil)
        #expect(json["t"]?.integer == nil)
        #expect(json["i"]?.text == nil)
        #expect(json["i"]?.bool == nil)
        #expect(json["t"]?["x"] == nil)
        #expect(json.list == nil)
        #expect(json["l"]?.object == nil)
    }

    @Test func `cannot be written with a number that JSON does not have`() {
        #expect(throws: EncodingError.self) { try CanonicalJSON.encode(JSON.number(.infinity)) }
        #expect(throws: EncodingError.self) { try CanonicalJSON.encode(JSON.number(.nan)) }
    }
}

@Suite struct `A language` {
    @Test(
        arguments: [
            (nil, Language.indonesian), ("", .indonesian), ("id", .indonesian), ("en", .english), ("EN-us", .english),
            ("id-ID,id;q=0.9,en;q=0.8", .indonesian), ("id;q=0.5, en;q=0.7", .english),
            ("en;q=0.5,id;q=0.5", .indonesian),
            ("en ; q=0.9 , id ; q=0.1", .english), ("fr,en;q=0.1", .english), ("fr", .indonesian),
            ("en;q=x,id;q=0.2", .english),
            ("*", .indonesian), ("en;q=0", .indonesian), (";;;,,,", .indonesian), ("id;q=0,en;q=0.001", .english),
            ("fr;q=1,de;q=0.5", .indonesian),
        ] as [(String?, Language)])
    func `is English where that is preferred to Indonesian`(header: String?, language: Language) {
        #expect(Language(acceptLanguage: header) == language)
    }

    @Test func `picks its sentence`() {
        let say = Bilingual(id: "satu", en: "one")
        #expect(say.text(.indonesian) == "satu")
        #expect(say.text(.english) == "one")
    }
}

extension Dice {
    fileprivate mutating func json(depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &self) {
        case 0: return .null
        case 1: return .bool(.random(using: &self))
        case 2: return .integer(.random(in: .min ... .max, using: &self))
        // Never whole: a whole number is an integer.
        case 3: return .number(Double(Int.random(in: -1_000_000...1_000_000, using: &self)) + 0.1)
        case 4: return .text(text())
        case 5: return .list((0..<Int.random(in: 0...4, using: &self)).map { _ in json(depth: depth - 1) })
        default:
            var object: [String: JSON] = [:]
            for _ in 0..<Int.random(in: 0...4, using: &self) { object[text()] = json(depth: depth - 1) }
            return .object(object)
        }
    }

    private mutating func text() -> String {
        let letters: [Character] = ["a", "B", "/", "\"", "\\", "\n", "\u{1}", "é", "🇮🇩", " ", "~", "\u{2028}", "0"]
        return String((0..<Int.random(in: 0...8, using: &self)).map { _ in letters.randomElement(using: &self) ?? "a" })
    }
}
