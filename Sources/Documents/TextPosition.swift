/// Where a byte of a text stands, as editors tell it: both counted from 1, columns in code points.
struct TextPosition: Equatable {
    let line: Int
    let column: Int

    /// - Parameter bytes: everything before it.
    init(after bytes: some Collection<UInt8>) {
        var (line, column) = (1, 1)
        var isAfterReturn = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n") where isAfterReturn: break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (line, column) = (line + 1, 1)
            // What continues a code point is no column of its own.
            case 0x80...0xBF: break
            default: column += 1
            }
            isAfterReturn = byte == UInt8(ascii: "\r")
        }
        (self.line, self.column) = (line, column)
    }
}

extension String {
    /// The offset of the first byte that is no UTF-8; nil if all is.
    static func firstOffsetNotUTF8(in bytes: some Collection<UInt8>) -> Int? {
        // Reading puts U+FFFD in place of what is broken, so the first difference is the place.
        let repaired = String(decoding: bytes, as: UTF8.self).utf8
        return repaired.elementsEqual(bytes) ? nil : zip(repaired, bytes).prefix { $0 == $1 }.count
    }
}

extension Unicode.Scalar {
    /// Whether people see it as it is: printable (YAML 1.2.2, section 5.1), no end of a line to some programs only, and
    /// no mark that shows a text in another order than it is read in (Unicode Standard Annex 9).
    var isPlainToSee: Bool {
        switch value {
        case 0x20...0x7E, 0x09, 0x0A, 0x0D: true
        case 0..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        default: !properties.isBidiControl
        }
    }
}
