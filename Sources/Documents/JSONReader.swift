import Foundation

/// Reads JSON text to the letter of RFC 8259: no trailing commas, no comments, no key twice, nothing after the value.
/// The first byte that breaks a rule is named by line and column.
struct JSONReader {
    /// What is wrong at a byte.
    struct Fault: Error {
        let position: TextPosition
        let message: Bilingual
    }

    private let bytes: [UInt8]
    private var next = 0
    private let depthMax: Int

    /// - Throws: ``Fault``
    static func read(_ data: Data, depthMax: Int) throws -> JSON {
        var reader = JSONReader(bytes: Array(data), depthMax: depthMax)
        if let offset = String.firstOffsetNotUTF8(in: reader.bytes) {
            throw reader.fault(at: offset, Bilingual(id: "bukan UTF-8", en: "not UTF-8"))
        }
        let value = try reader.value(depth: 0)
        if reader.peek() != nil {
            throw reader.fault(Bilingual(id: "ada isi sesudah nilainya", en: "something follows the value"))
        }
        return value
    }

    private init(bytes: [UInt8], depthMax: Int) {
        self.bytes = bytes
        self.depthMax = depthMax
    }

    private func fault(at offset: Int? = nil, _ message: Bilingual) -> Fault {
        Fault(position: TextPosition(after: bytes.prefix(offset ?? next)), message: message)
    }

    private func expected(_ id: String, _ en: String) -> Fault {
        fault(Bilingual(id: "seharusnya \(id)", en: "expected \(en)"))
    }

    /// The next byte that is no white space.
    private mutating func peek() -> UInt8? {
        while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { next += 1 }
        return current
    }

    private var current: UInt8? { next < bytes.count ? bytes[next] : nil }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: byte) else { return false }
        next += 1
        return true
    }

    private mutating func value(depth: Int) throws -> JSON {
        switch peek() {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < depthMax else { throw fault(.tooDeep) }
            return skip("{") ? try object(depth: depth + 1) : try list(depth: depth + 1)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw expected("nilai", "a value")
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
        for letter in word.unicodeScalars where !skip(letter) { throw expected("'\(word)'", "'\(word)'") }
        return value
    }

    private mutating func list(depth: Int) throws -> JSON {
        next += 1
        var list: [JSON] = []
        if peek() != UInt8(ascii: "]") {
            repeat { list.append(try value(depth: depth)) } while try another(before: "]")
        }
        next += 1
        return .list(list)
    }

    /// Reads the comma after an element, or stands before the end.
    private mutating func another(before end: Unicode.Scalar) throws -> Bool {
        let byte = peek()
        if byte == UInt8(ascii: end) { return false }
        guard skip(",") else { throw expected("',' atau '\(end)'", "',' or '\(end)'") }
        return true
    }

    private mutating func object(depth: Int) throws -> JSON {
        var object: [String: JSON] = [:]
        if peek() != UInt8(ascii: "}") {
            repeat {
                guard peek() == UInt8(ascii: "\"") else { throw expected("kunci dalam tanda kutip", "a quoted key") }
                let start = next
                let key = try text()
                _ = peek()
                guard skip(":") else { throw expected("':'", "':'") }
                guard object.updateValue(try value(depth: depth), forKey: key) == nil else {
                    // The key may be something that must not be repeated, such as somebody's number.
                    throw fault(at: start, Bilingual(id: "kunci ditulis dua kali", en: "a key is written twice"))
                }
            } while try another(before: "}")
        }
        next += 1
        return .object(object)
    }

    private mutating func digits() throws {
        let start = next
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { next += 1 }
        if next == start { throw expected("angka", "a digit") }
    }

    private mutating func number() throws -> JSON {
        let start = next
        _ = skip("-")
        // Nothing but a fraction or an exponent may follow a leading zero.
        if !skip("0") { try digits() }
        if skip(".") { try digits() }
        if skip("e") || skip("E") {
            if !skip("+") { _ = skip("-") }
            try digits()
        }
        let text = String(decoding: bytes[start..<next], as: UTF8.self)
        if let integer = Int64(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else {
            throw fault(at: start, Bilingual(id: "bilangan terlalu besar", en: "the number is too large"))
        }
        // `1.0` and `1e3` are whole as well, as long as a Double has not rounded them to it.
        if abs(number) <= 9_007_199_254_740_992, let integer = Int64(exactly: number) { return .integer(integer) }
        return .number(number)
    }

    private mutating func text() throws -> String {
        next += 1
        var text = ""
        while true {
            let start = next
            while let byte = current, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { next += 1 }
            text += String(decoding: bytes[start..<next], as: UTF8.self)
            if skip("\"") { return text }
            guard skip("\\") else {
                throw current == nil
                    ? expected("'\"'", "'\"'")
                    : fault(Bilingual(id: "karakter kendali dalam teks", en: "a control character in a text"))
            }
            text.unicodeScalars.append(try escaped())
        }
    }

    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]

    /// What stands after a backslash.
    private mutating func escaped() throws -> Unicode.Scalar {
        if let scalar = current.flatMap({ JSONReader.escapes[$0] }) {
            next += 1
            return scalar
        }
        let start = next - 1
        guard skip("u") else { throw fault(at: start, Bilingual(id: "escape tidak dikenal", en: "unknown escape")) }
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        // A pair of surrogates (RFC 8259, section 7).
        guard UTF16.isLeadSurrogate(first), skip("\\"), skip("u") else { throw halfCharacter(at: start) }
        var decoder = UTF16()
        var units = [first, try unit()].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&units) else { throw halfCharacter(at: start) }
        return scalar
    }

    private func halfCharacter(at offset: Int) -> Fault {
        fault(at: offset, Bilingual(id: "setengah pasangan surrogate", en: "half a surrogate pair"))
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = current.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw expected("angka heksadesimal", "a hexadecimal digit")
            }
            unit = unit << 4 | UInt16(digit)
            next += 1
        }
        return unit
    }
}
