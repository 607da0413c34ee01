extension String {
    /// One line of text: what breaks lines becomes a space, spaces are single, and no mark turns the direction of writing.
    var tidied: String {
        var text = ""
        var isSpaceDue = false
        for scalar in unicodeScalars where !scalar.turnsDirection {
            if scalar.breaksLines || scalar.properties.generalCategory == .spaceSeparator {
                isSpaceDue = !text.isEmpty
                continue
            }
            if isSpaceDue { text.unicodeScalars.append(" ") }
            isSpaceDue = false
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    /// At most so many Unicode scalars, the mark of omission included; no visible character is cut in half.
    func clipped(to scalarMax: Int) -> String {
        guard unicodeScalars.count > scalarMax else { return self }
        var kept = ""
        var count = 1
        for character in self {
            count += character.unicodeScalars.count
            guard count <= scalarMax else { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// For HTML, within a text or an attribute in double quotes.
    var escaped: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Control characters and the separators of lines and paragraphs.
    var breaksLines: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Invisible marks that change the direction of what follows (Unicode, UAX 9), or stand for the order of bytes.
    var turnsDirection: Bool {
        switch value {
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}

/// `05`.
func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
