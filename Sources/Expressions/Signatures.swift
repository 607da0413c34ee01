extension Operator {
    static let negations = [Signature([.int], .int), Signature([.double], .double)]

    /// The overloads of arithmetic; equality, order and `in` have rules of their own.
    var signatures: [Signature] {
        let whole: [Signature] = [.int, .uint].map { Signature([$0, $0], $0) }
        let numbers = whole + [Signature([.double, .double], .double)]
        let spans = [
            Signature([.timestamp, .duration], .timestamp), Signature([.duration, .duration], .duration),
        ]
        return switch self {
        case .add:
            numbers + spans + [Signature([.duration, .timestamp], .timestamp)]
                + [.string, .bytes, .list(.dyn)].map { Signature([$0, $0], $0) }
        case .subtract: numbers + spans + [Signature([.timestamp, .timestamp], .duration)]
        case .multiply, .divide: numbers
        default: whole
        }
    }
}

extension StandardFunction {
    var signatures: [Signature] {
        switch self {
        case .size:
            [.string, .bytes, .list(.dyn), .map(.dyn, .dyn)].flatMap { type in
                [Signature([type], .int), Signature([type], .int, isMember: true)]
            }
        case .contains, .startsWith, .endsWith: [Signature([.string, .string], .bool, isMember: true)]
        case .matches: [false, true].map { Signature([.string, .string], .bool, isMember: $0) }
        case .type: [Signature([.dyn], .type)]
        case .dyn: [Signature([.dyn], .dyn)]
        case .bool: conversions(from: [.bool, .string], to: .bool)
        case .bytes: conversions(from: [.bytes, .string], to: .bytes)
        case .double: conversions(from: [.double, .int, .uint, .string], to: .double)
        case .duration: conversions(from: [.duration, .string], to: .duration)
        case .int: conversions(from: [.int, .uint, .double, .string, .timestamp], to: .int)
        case .string:
            conversions(from: [.string, .bool, .int, .uint, .double, .bytes, .timestamp, .duration], to: .string)
        case .timestamp: conversions(from: [.timestamp, .int, .string], to: .timestamp)
        case .uint: conversions(from: [.uint, .int, .double, .string], to: .uint)
        case .getHours, .getMinutes, .getSeconds, .getMilliseconds:
            partsOfMoment + [Signature([.duration], .int, isMember: true)]
        case .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getFullYear, .getMonth: partsOfMoment
        }
    }

    private var partsOfMoment: [Signature] {
        [Signature([.timestamp], .int, isMember: true), Signature([.timestamp, .string], .int, isMember: true)]
    }

    private func conversions(from types: [ValueType], to target: ValueType) -> [Signature] {
        types.map { Signature([$0], target) }
    }
}
