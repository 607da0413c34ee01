/// Numbers as people see them, made from the digits in the file, so that no amount passes through binary fractions.
enum PlainDecimal {
    /// Excel works with as many (ECMA-376-1, 18.3.1.4 leaves it to the program).
    private static let significantDigits = 15
    /// Beyond this nothing fits into the doubles that spreadsheet programs work with.
    private static let exponentMax = 308

    /// A plain decimal for the number in a cell (`8.1E9` is `8100000000`): whole numbers exactly, others rounded to 15
    /// significant digits, which takes away the noise of binary fractions. Nil for what is no number.
    static func text(_ number: String) -> String? {
        var rest = Array(number.utf8)[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        var digits = rest.prefix(while: isDigit)
        rest.removeFirst(digits.count)
        // The value is 0.digits times ten to the point.
        var point = digits.count
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            rest.removeFirst(1 + fraction.count)
            digits += fraction
        }
        guard !digits.isEmpty, digits.count <= 400, let exponent = exponent(rest) else { return nil }
        point += exponent
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        guard !digits.isEmpty else { return "0" }
        guard abs(point) <= exponentMax + 1 else { return nil }
        var significant = Array(digits)
        if significant.count > max(point, significantDigits) { round(&significant, &point) }
        return (isNegative ? "-" : "") + plain(significant, point)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// `E9`, `e-7`, or nothing.
    private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let letter = bytes.first else { return 0 }
        guard letter | 0x20 == UInt8(ascii: "e"), bytes.count <= 8 else { return nil }
        return Int(String(decoding: bytes.dropFirst(), as: UTF8.self))
    }

    /// Half away from zero.
    private static func round(_ digits: inout [UInt8], _ point: inout Int) {
        let isUp = digits[significantDigits] >= UInt8(ascii: "5")
        digits.removeSubrange(significantDigits...)
        if isUp {
            while digits.last == UInt8(ascii: "9") { digits.removeLast() }
            if digits.isEmpty {
                (digits, point) = ([UInt8(ascii: "1")], point + 1)
            } else {
                digits[digits.count - 1] += 1
            }
        }
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }

    private static func plain(_ digits: [UInt8], _ point: Int) -> String {
        let text = String(decoding: digits, as: UTF8.self)
        // Three digits behind the point would look like thousands to whoever reads amounts as people type them.
        let last = digits.count - point == 3 ? "0" : ""
        if point <= 0 { return "0." + String(repeating: "0", count: -point) + text + last }
        if point >= digits.count { return text + String(repeating: "0", count: point - digits.count) }
        return text.prefix(point) + "." + text.dropFirst(point) + last
    }
}
