import Documents

/// Which cell styles show a number as a date (ECMA-376-1, 18.8.30).
final class Styles: PartReader {
    private static let stylesMax = 100_000

    private(set) var isDate: [Bool] = []
    private var formats: [Int: Bool] = [:]
    private var isInCellFormats = false

    func begin(_ element: XMLElement) throws {
        switch element.name {
        case "numFmt":
            if let id = element["numFmtId"].flatMap({ Int($0) }), let code = element["formatCode"] {
                formats[id] = Styles.isDate(code)
            }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            guard isDate.count < Styles.stylesMax else {
                throw PartFailure.other(Bilingual(id: "terlalu banyak gaya sel", en: "too many cell styles"))
            }
            let id = element["numFmtId"].flatMap { Int($0) } ?? 0
            isDate.append(formats[id] ?? Styles.isDate(builtIn: id))
        default: break
        }
    }

    func end(_ name: String, text: String) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    private static func isDate(builtIn id: Int) -> Bool {
        switch id {
        case 14...22, 27...36, 45...47, 50...58: true
        default: false
        }
    }

    /// Whether a format code has a letter of dates or times that is no text: outside quotes and brackets, and not after
    /// `\`, `_` and `*`, which take the next character as it is.
    static func isDate(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isTaken = false
        for character in code {
            if isTaken {
                isTaken = false
                continue
            }
            switch character {
            case "\"" where !isBracketed: isQuoted.toggle()
            case _ where isQuoted: break
            case "[": isBracketed = true
            case "]": isBracketed = false
            case _ where isBracketed: break
            case "\\", "_", "*": isTaken = true
            case "d", "m", "y", "h", "s", "D", "M", "Y", "H", "S": return true
            default: break
            }
        }
        return false
    }
}
