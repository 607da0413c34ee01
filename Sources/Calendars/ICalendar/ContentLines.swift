/// Content lines of iCalendar, folded (RFC 5545, section 3.1).
struct ContentLines {
    private(set) var octets: [UInt8] = []

    /// Without the line break.
    private static let longest = 75

    var text: String { String(decoding: octets, as: UTF8.self) }

    /// - Parameter line: a name, parameters and a value that is escaped already. It has no line break.
    mutating func append(_ line: String) {
        let line = Array(line.utf8)
        var start = 0
        var room = ContentLines.longest
        while line.count - start > room {
            let end = ContentLines.cut(line, from: start, at: start + room)
            octets += line[start..<end]
            octets += [0x0D, 0x0A, 0x20]
            start = end
            // The space that continues a line is one of its octets.
            room = ContentLines.longest - 1
        }
        octets += line[start...]
        octets += [0x0D, 0x0A]
    }

    /// Lines that are folded already.
    mutating func append(_ lines: ContentLines) {
        octets += lines.octets
    }

    /// The last place up to `end` that is neither inside a UTF-8 sequence nor, for programs that unescape before they unfold,
    /// between a backslash and what it escapes.
    private static func cut(_ line: [UInt8], from start: Int, at end: Int) -> Int {
        var end = end
        while line[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
        let backslashes = line[start..<end].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        return backslashes.isMultiple(of: 2) ? end : end - 1
    }
}

extension String {
    /// A value of the type `TEXT` (RFC 5545, section 3.3.11), escaped.
    ///
    /// Line breaks become `\n`: also those that only some programs take for one (U+0085, U+2028, U+2029), since to these the
    /// rest would be a property. All other control characters but the tab are removed: no content line may hold them.
    var asICalendarText: String {
        var escaped = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": escaped.append(contentsOf: #"\n"#.unicodeScalars)
            case "\\", ";", ",":
                escaped.append("\\")
                escaped.append(scalar)
            case "\t": escaped.append(scalar)
            case _ where scalar.isControl: break
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

extension Unicode.Scalar {
    /// C0, DEL or C1.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
