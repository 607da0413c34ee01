extension String {
    /// Quoted-printable (RFC 2045, 6.7) of the UTF-8: lines of at most 76 characters, CRLF between them, and seven bits.
    ///
    /// A dot or `From ` where a line begins is encoded as well, since some who pass mail on take them for their own marks.
    var quotedPrintable: [UInt8] {
        let bytes = Array(utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count + bytes.count / 8)
        var column = 0
        var index = 0
        while index < bytes.count {
            if let length = bytes.lineBreak(at: index) {
                encoded += [13, 10]
                column = 0
                index += length
                continue
            }
            // One column is kept for the sign that the line goes on.
            if column + (bytes.isPlain(at: index, column: column) ? 1 : 3) > 75 {
                encoded += [UInt8(ascii: "="), 13, 10]
                column = 0
            }
            if bytes.isPlain(at: index, column: column) {
                encoded.append(bytes[index])
                column += 1
            } else {
                encoded.append(UInt8(ascii: "="))
                encoded += bytes[index].hexadecimal.utf8
                column += 3
            }
            index += 1
        }
        return encoded
    }
}

extension [UInt8] {
    fileprivate func lineBreak(at index: Int) -> Int? {
        if self[index] == 10 { return 1 }
        return self[index] == 13 && index + 1 < count && self[index + 1] == 10 ? 2 : nil
    }

    fileprivate func isPlain(at index: Int, column: Int) -> Bool {
        switch self[index] {
        case UInt8(ascii: " "), 9: index + 1 < count && lineBreak(at: index + 1) == nil
        case UInt8(ascii: "="): false
        case UInt8(ascii: "."): column > 0
        case UInt8(ascii: "F"): column > 0 || !self[index...].starts(with: "From ".utf8)
        case 33...126: true
        default: false
        }
    }
}
