extension Value {
    /// A conversion such as `int(x)` (langdef, "List of Standard Definitions"); nil if the types have none.
    func converted(to target: Kind) throws(ExpressionError.Reason) -> Value? {
        if kind == target { return self }
        switch target {
        case .bool:
            return try text.map { text throws(ExpressionError.Reason) in .bool(try parsed(Bool(cel: text), target)) }
        case .int: return try int()
        case .uint: return try uint()
        case .double: return try double()
        case .string: return try string()
        case .bytes: return text.map { .bytes(Array($0.utf8)) }
        case .timestamp: return try timestamp()
        case .duration:
            return try text.map { text throws(ExpressionError.Reason) in .duration(try parsed(TimeSpan(text), target)) }
        default: return nil
        }
    }

    private var text: String? { if case .string(let text) = self { text } else { nil } }

    private func int() throws(ExpressionError.Reason) -> Value? {
        switch self {
        case .uint(let uint): .int(try inRange(Int64(exactly: uint), .int))
        // Both bounds are out of range: a double next to one may have been rounded to it.
        case .double(let double): .int(try inRange(abs(double) < 0x1p63 ? Int64(double) : nil, .int))
        case .string(let text): .int(try parsed(Int64(text), .int))
        case .timestamp(let timestamp): .int(timestamp.seconds)
        default: nil
        }
    }

    private func uint() throws(ExpressionError.Reason) -> Value? {
        switch self {
        case .int(let int): .uint(try inRange(UInt64(exactly: int), .uint))
        case .double(let double): .uint(try inRange(double >= 0 && double < 0x1p64 ? UInt64(double) : nil, .uint))
        case .string(let text): .uint(try parsed(text.first == "+" ? nil : UInt64(text), .uint))
        default: nil
        }
    }

    private func double() throws(ExpressionError.Reason) -> Value? {
        switch self {
        case .int(let int): .double(Double(int))
        case .uint(let uint): .double(Double(uint))
        case .string(let text): .double(try parsed(Double(cel: text), .double))
        default: nil
        }
    }

    private func string() throws(ExpressionError.Reason) -> Value? {
        switch self {
        case .bool(let bool): .string(String(bool))
        case .int(let int): .string(String(int))
        case .uint(let uint): .string(String(uint))
        case .double(let double): .string(double.celText)
        case .bytes(let bytes): .string(try parsed(String(validating: bytes, as: UTF8.self), .string))
        case .timestamp(let timestamp): .string(timestamp.description)
        case .duration(let span): .string(span.description)
        default: nil
        }
    }

    private func timestamp() throws(ExpressionError.Reason) -> Value? {
        switch self {
        case .int(let seconds): .timestamp(try inRange(Timestamp(seconds: seconds), .timestamp))
        case .string(let text): .timestamp(try parsed(Timestamp(text), .timestamp))
        default: nil
        }
    }

    private func parsed<Result>(_ result: Result?, _ target: Kind) throws(ExpressionError.Reason) -> Result {
        guard let result else { throw .notConvertible(excerpt, to: target) }
        return result
    }

    private func inRange<Result>(_ result: Result?, _ target: Kind) throws(ExpressionError.Reason) -> Result {
        guard let result else { throw .overflow("\(target.rawValue)(\(excerpt))") }
        return result
    }
}

extension Bool {
    /// The spellings that the conversion from `string` knows.
    fileprivate init?(cel text: String) {
        switch text {
        case "1", "t", "T", "true", "True", "TRUE": self = true
        case "0", "f", "F", "false", "False", "FALSE": self = false
        default: return nil
        }
    }
}

extension Double {
    /// Decimal digits with an optional point and exponent, infinity, or NaN.
    ///
    /// - Returns: nil for any other text and for a number that is too large.
    init?(cel text: String) {
        let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
        switch unsigned.lowercased() {
        case "inf", "infinity": self = text.first == "-" ? -.infinity : .infinity
        case "nan": self = .nan
        default:
            // What remains of Swift's own spellings, such as hexadecimal ones, has letters.
            let isPlain = unsigned.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) }
            guard isPlain, unsigned.utf8.first.map({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) ?? false,
                let number = Double(text), number.isFinite
            else { return nil }
            self = number
        }
    }

    /// The shortest digits that read back as the same number, with an exponent from a million on: `37800`, `1.5e+06`.
    /// The specification leaves this open; its implementations agree on it.
    var celText: String {
        if isNaN { return "NaN" }
        if isInfinite { return self < 0 ? "-Inf" : "+Inf" }
        let text = description.hasSuffix(".0") ? description.dropLast(2) : description[...]
        guard magnitude >= 1e6, !text.contains("e") else { return String(text) }
        let sign = self < 0 ? "-" : ""
        let parts = text.drop { $0 == "-" }.split(separator: ".")
        var digits = Substring(parts.joined())
        while digits.last == "0" { digits.removeLast() }
        let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
        return "\(sign)\(digits.prefix(1))\(fraction)e+\(padded(Int64(parts[0].count - 1), 2))"
    }
}
