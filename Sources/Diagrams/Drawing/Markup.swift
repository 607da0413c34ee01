extension String {
    /// Safe inside XML 1.0, as content and as a quoted attribute. What XML forbids, and what would turn the reading
    /// direction of its surroundings, shows as a replacement character.
    var escaped: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case _ where scalar.isUnsafeInMarkup: text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Control characters, noncharacters (XML 1.0, 2.2) and explicit bidirectional formatting.
    var isUnsafeInMarkup: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE...0xFFFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}

extension Double {
    /// With one decimal where it needs one.
    var written: String {
        let tenths = Int((self * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
    }
}
