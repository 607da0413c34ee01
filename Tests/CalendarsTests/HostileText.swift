/// Texts that break careless writers and readers.
enum HostileText {
    private static let pieces = [
        "\r\n", "\r", "\n", "\n ", "\r\n\t", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}",
        "\u{1C}",
        "\r\nATTENDEE:mailto:evil@example.org", "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil", "\nSTATUS:CANCELLED",
        ";VALUE=DATE:20200101", "\\n", "\\N", "\\", "\\\\", "\\,", "\\;", ",", ";", ":", "\"", "'", "=", "^n", "^'",
        "%2C",
        "%5C", "%", " ", "  ", "\t", "é", "e\u{301}", "\u{301}", "\u{20E3}", "\u{FE0F}", "\u{200D}", "👩🏽‍🚒", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇮🇩",
        "مُذَكِّرَة تَفَاهُم", "הסכם", "\u{202E}", "\u{2066}", "ꦱꦼꦫꦠ꧀", "ᬲᬸᬭᬢ᭄", "協定", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
        "\u{10FFFF}",
        "Perjanjian Kerja Sama", "Rp37.800",
    ]

    /// Up to `length` scalars or pieces of them.
    static func text(upTo length: Int, _ dice: inout Dice) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &dice) {
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: text.append(scalar(in: 0...0x7F, &dice))
            case 1: text.append(scalar(in: 0...0x10FFFF, &dice))
            case 2: text.append(scalar(in: 0x80...0x7FF, &dice))
            default: text.append(contentsOf: pieces[Int.random(in: pieces.indices, using: &dice)].unicodeScalars)
            }
        }
        return String(text)
    }

    /// A space in place of a surrogate, which is no character.
    private static func scalar(in range: ClosedRange<UInt32>, _ dice: inout Dice) -> Unicode.Scalar {
        Unicode.Scalar(UInt32.random(in: range, using: &dice)) ?? " "
    }

    /// What a feed can carry of a text: its lines, and no other control character but the tab.
    static func carried(_ text: String) -> String {
        var carried = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lineSeparator, .paragraphSeparator: carried.append("\n")
            case .control where scalar == "\u{85}" || scalar == "\n": carried.append("\n")
            case .control where scalar != "\t": break
            default: carried.append(scalar)
            }
        }
        return String(carried)
    }
}
