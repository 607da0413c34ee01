import Foundation

/// A header field of a message: words that are kept whole, folded between them so that no line is longer than 76 octets
/// (as RFC 2047 asks), unless one word alone is.
struct HeaderField {
    var name: String
    var words: [String]

    /// Words that stand for themselves, such as addresses.
    init(_ name: String, _ words: [String]) {
        self.name = name
        self.words = words
    }

    /// A text by people: as it is where that is safe, or else as encoded words.
    init(_ name: String, text: String) {
        let text = text.tidied
        let words = text.split(separator: " ").map(String.init)
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        let areShort = words.allSatisfy { $0.utf8.count <= HeaderField.wordMax }
        self.init(
            name, isPlain && areShort ? words : EncodedWord.words(of: text, firstMax: HeaderField.firstMax(name)))
    }

    /// Somebody's address, and their name before it.
    init(_ name: String, _ mailbox: Mailbox) {
        let title = (mailbox.name ?? "").tidied
        let words = title.split(separator: " ").map(String.init)
        let isPlain =
            !title.contains("=?")
            && words.allSatisfy { $0.utf8.count <= HeaderField.wordMax && $0.utf8.allSatisfy(Mailbox.isAtom) }
        let shown = isPlain ? words : EncodedWord.words(of: title, firstMax: HeaderField.firstMax(name))
        self.init(name, shown + ["<\(mailbox.address)>"])
    }

    /// With CRLF at the end.
    var bytes: [UInt8] {
        var bytes = Array("\(name):".utf8)
        var column = bytes.count
        for word in words {
            if column + 1 + word.utf8.count > HeaderField.lineMax {
                bytes += [13, 10]
                column = 0
            }
            bytes += [UInt8(ascii: " ")] + Array(word.utf8)
            column += 1 + word.utf8.count
        }
        return bytes + [13, 10]
    }

    private static let lineMax = 76
    /// What is longer is encoded, which can be divided.
    private static let wordMax = 60

    private static func firstMax(_ name: String) -> Int { lineMax - name.utf8.count - 2 }
}

/// Texts that are not ASCII within a header (RFC 2047).
enum EncodedWord {
    /// Words of at most 75 octets, none of which begins or ends inside a character's bytes.
    ///
    /// - Parameter firstMax: octets that are left for the first.
    static func words(of text: String, firstMax: Int) -> [String] {
        // Texts that are mostly Latin stay readable.
        let isBase64 = text.utf8.count { quoted($0).utf8.count > 1 } > text.utf8.count / 2
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in text.unicodeScalars {
            let longer = chunk + Array(UTF8.encode(scalar).map(Array.init) ?? [])
            if word(longer, isBase64).utf8.count > (words.isEmpty ? min(firstMax, wordMax) : wordMax), !chunk.isEmpty {
                words.append(word(chunk, isBase64))
                chunk = Array(longer[chunk.count...])
            } else {
                chunk = longer
            }
        }
        return chunk.isEmpty ? words : words + [word(chunk, isBase64)]
    }

    private static let wordMax = 75

    private static func word(_ bytes: [UInt8], _ isBase64: Bool) -> String {
        isBase64
            ? "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" : "=?utf-8?Q?\(bytes.map(quoted).joined())?="
    }

    /// Only what may stand in a name as well as in a subject (RFC 2047, 5, rule 3).
    private static func quoted(_ byte: UInt8) -> String {
        if byte == UInt8(ascii: " ") { return "_" }
        return byte.isLetterOrDigit || "!*+-/".utf8.contains(byte)
            ? String(UnicodeScalar(byte)) : "=" + byte.hexadecimal
    }
}
