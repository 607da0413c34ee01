/// Takes a text apart into words, numbers and marks, one after the other. A copy is a place in the text to come back to.
struct WrittenWords {
    struct Token {
        /// In small letters; a number as it is, a mark as itself, and empty where it is longer than any word sought.
        var word: String
        var isCapital: Bool
        var number: Int?
        var length: Int

        func number(digits: ClosedRange<Int>) -> Int? { digits.contains(length) ? number : nil }
    }

    private let bytes: [UInt8]
    private var at = 0
    /// Longer words are none that is sought.
    private static let lengthMax = 12

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func next() -> Token? {
        skipSpace()
        guard at < bytes.count else { return nil }
        let start = at
        let kind = WrittenWords.kind(bytes[at])
        at += 1
        if kind != .mark { while at < bytes.count, isInside(kind) { at += 1 } }
        let range = start..<at
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[start])
        guard range.count <= WrittenWords.lengthMax else {
            return Token(word: "", isCapital: isCapital, number: nil, length: range.count)
        }
        var word = String(decoding: bytes[range].lazy.map { $0.smallLetter }, as: UTF8.self)
        if kind == .letter, word.utf8.contains(0xE2) { word = word.replacing("\u{2019}", with: "'") }
        return Token(
            word: word, isCapital: isCapital, number: kind == .digit ? Int(word) : nil, length: range.count)
    }

    /// The next word that is not one of those, of which each may stand once.
    mutating func next(skipping words: Set<String>) -> Token? {
        for _ in words {
            let start = self
            guard let token = next(), words.contains(token.word) else {
                self = start
                break
            }
        }
        return next()
    }

    /// From this place to the end of the word before another, with single spaces; only ever asked of a few short words.
    func text(upTo end: WrittenWords) -> String {
        var first = self
        first.skipSpace()
        var text: [UInt8] = []
        while first.at < end.at {
            let start = first.at
            first.skipSpace()
            if first.at > start { text.append(UInt8(ascii: " ")) }
            if first.at < end.at { text.append(bytes[first.at]) }
            first.at += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private enum Kind { case letter, digit, mark }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: .letter
        default: .mark
        }
    }

    /// An apostrophe between letters belongs to the word, as in *Jum'at*.
    private func isInside(_ kind: Kind) -> Bool {
        if WrittenWords.kind(bytes[at]) == kind { return !isNoBreakSpace(at) }
        return kind == .letter && bytes[at] == UInt8(ascii: "'") && at + 1 < bytes.count
            && WrittenWords.kind(bytes[at + 1]) == .letter
    }

    private func isNoBreakSpace(_ index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == 0xC2 && bytes[index + 1] == 0xA0
    }

    private mutating func skipSpace() {
        while at < bytes.count {
            if bytes[at].isSpace {
                at += 1
            } else if isNoBreakSpace(at) {
                at += 2
            } else {
                return
            }
        }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    fileprivate var smallLetter: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 32 : self }
}
