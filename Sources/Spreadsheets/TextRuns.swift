/// Joins the runs of a text in a cell or among the shared strings (ECMA-376-1, 18.4); how it is spoken is left out.
struct TextRuns {
    private var text = ""
    private var isPhonetic = false

    mutating func begin(_ name: String) {
        if name == "rPh" { isPhonetic = true }
    }

    mutating func end(_ name: String, text: String) {
        switch name {
        case "rPh": isPhonetic = false
        case "t" where !isPhonetic: self.text += text
        default: break
        }
    }

    /// The text so far, and begins another.
    mutating func take() -> String {
        defer { text = "" }
        return TextRuns.unescaped(text)
    }

    /// `_x000D_` stands for a character that XML does not have (ECMA-376-1, 22.9.2.19).
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
        }
    }
}
