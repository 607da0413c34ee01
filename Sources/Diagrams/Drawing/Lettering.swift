/// How wide text may become, whatever sans-serif font a browser takes: the widths are those of a wide one.
struct Lettering {
    var size: Double
    var isBold = false
    var isMonospaced = false

    var lineHeight: Double { (size * 1.3).rounded(.up) }

    func width(_ text: String) -> Double {
        let ems = text.unicodeScalars.reduce(0.0) { $0 + (isMonospaced && $1.isASCII ? 0.61 : Lettering.ems($1)) }
        return (ems * size * (isBold ? 1.15 : 1.03)).rounded(.up)
    }

    /// Breaks text into lines, between words where it can, and leaves out what does not fit in so many lines.
    func wrapped(_ text: String, to limit: Double, lines most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.prefix(1_000).split(whereSeparator: \.isWhitespace) {
            let joined = line.isEmpty ? String(word) : line + " " + word
            if width(joined) <= limit {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for letter in word {
                if !line.isEmpty, width(line + String(letter)) > limit {
                    lines.append(line)
                    line = ""
                }
                line.append(letter)
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most else { return lines.isEmpty ? [" "] : lines }
        var last = lines[most - 1]
        while !last.isEmpty, width(last + "…") > limit { last.removeLast() }
        return lines[..<(most - 1)] + [last + "…"]
    }

    /// One line, broken off wherever its room ends.
    func cut(_ text: String, to limit: Double) -> String {
        let line = text.prefix(1_000).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard width(line) > limit else { return line.isEmpty ? " " : line }
        var (fits, fails) = (0, line.count)
        while fails - fits > 1 {
            let middle = (fits + fails) / 2
            if width(line.prefix(middle) + "…") <= limit { fits = middle } else { fails = middle }
        }
        return line.prefix(fits) + "…"
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x20...0x7E: Double(ascii[Int(scalar.value) - 0x20]) / 100
        case 0x300...0x36F: 0
        case _ where scalar.isUnsafeInMarkup: 1.1
        case 0..<0x250: 0.8
        case 0x2010...0x2027: 1
        case 0x250..<0x1100: 0.95
        case 0x1_F000...: 1.4
        default: 1.1
        }
    }

    /// Hundredths of an em, from the space on.
    private static let ascii: [UInt8] = [
        32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34,
        84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 78, 75, 30, 30, 66, 56, 86, 75, 79, 60, 79, 70, 64, 61, 73, 68, 99,
        69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 64, 55, 64, 62, 35, 64, 63, 28, 28, 58, 28, 97, 63, 61, 64, 64, 41, 52,
        39, 63, 59, 82, 59, 59, 53, 64, 34, 64, 84,
    ]
}
