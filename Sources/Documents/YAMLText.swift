/// A YAML file's text, before it is parsed: what no parser should have to see is refused with its line and column.
struct YAMLText {
    let text: String
    private let file: String

    /// - Throws: ``DocumentError`` for a text that is too large, is indented with tabs or hides characters.
    init(_ text: String, file: String) throws {
        self.text = text
        self.file = file
        try YAMLText.check(size: text.utf8.count, file: file)
        if let index = text.unicodeScalars.firstIndex(where: { !$0.isPlainToSee }) {
            throw refusal(at: index, Bilingual.hidden(text.unicodeScalars[index]))
        }
        if let index = surplusExplicitKey { throw refusal(at: index, .notPlainKey) }
        if let index = indentingTab {
            throw refusal(
                at: index,
                Bilingual(
                    id: "baris menjorok dengan tab: pakai spasi", en: "the line is indented with a tab: use spaces"))
        }
    }

    static func check(size: Int, file: String) throws {
        guard size > Node.yamlBytesMax else { return }
        throw DocumentError([
            Problem(
                at: Place(file: file, line: 1, column: 1),
                Bilingual(
                    id: "berkas lebih besar dari \(Node.yamlBytesMax) byte",
                    en: "the file is larger than \(Node.yamlBytesMax) bytes"))
        ])
    }

    /// The first tab with nothing but space before it on its line.
    private var indentingTab: String.Index? {
        var isIndentation = true
        return text.utf8.indices.first { index in
            switch text.utf8[index] {
            case UInt8(ascii: "\t") where isIndentation: return true
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isIndentation = true
            case UInt8(ascii: " "): break
            default: isIndentation = false
            }
            return false
        }
    }

    /// A `?` too many that stands alone, as before keys which are no plain text. One in a sentence does no harm, but such
    /// keys may nest, and Yams compares them whole on every level.
    private var surplusExplicitKey: String.Index? {
        var left = Node.depthMax
        var before: UInt8 = UInt8(ascii: "\n")
        return text.utf8.indices.first { index in
            defer { before = text.utf8[index] }
            guard text.utf8[index] == UInt8(ascii: "?"), " \n\r[{,".utf8.contains(before) else { return false }
            left -= 1
            return left < 0
        }
    }

    private func refusal(at index: String.Index, _ message: Bilingual) -> DocumentError {
        let position = TextPosition(after: text.utf8[..<index])
        return DocumentError([
            Problem(at: Place(file: file, line: position.line, column: position.column), message)
        ])
    }
}

extension Bilingual {
    /// Says that a character is refused which nobody can see.
    static func hidden(_ scalar: Unicode.Scalar) -> Bilingual {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Bilingual(
            id: "karakter \(name) tidak boleh dipakai: tidak terlihat, atau mengubah urutan baca",
            en: "the character \(name) is not allowed: it is not seen, or changes the order of reading")
    }
}
