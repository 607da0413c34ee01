/// The functions of the language itself (langdef, "List of Standard Definitions").
enum StandardFunction: String, Sendable, CaseIterable {
    case size, contains, startsWith, endsWith, matches
    case type, dyn, bool, bytes, double, duration, int, string, timestamp, uint
    case getDate, getDayOfMonth, getDayOfWeek, getDayOfYear, getFullYear, getHours, getMilliseconds, getMinutes
    case getMonth, getSeconds

    /// - Returns: nil if no overload takes these arguments.
    func apply(
        _ arguments: [Value], isMember: Bool, _ run: inout Run
    ) throws(ExpressionError.Reason) -> Value? {
        switch (arguments.count, isMember) {
        case (1, false): try global(arguments[0], &run)
        case (1, true): try member(arguments[0], &run)
        case (2, true): try member(arguments[0], arguments[1], &run)
        case (2, false) where self == .matches: try member(arguments[0], arguments[1], &run)
        default: nil
        }
    }

    private func global(_ value: Value, _ run: inout Run) throws(ExpressionError.Reason) -> Value? {
        switch self {
        case .size: return try size(of: value, &run.meter)
        case .type: return .type(value.kind)
        case .dyn: return value
        default:
            guard let target = conversion else { return nil }
            if case .string(let text) = value { try run.meter.spend(bytes: text.utf8.count) }
            if case .bytes(let bytes) = value { try run.meter.spend(bytes: bytes.count) }
            return try value.converted(to: target)
        }
    }

    /// The type that a conversion function is named after.
    private var conversion: Value.Kind? {
        switch self {
        case .bool: .bool
        case .bytes: .bytes
        case .double: .double
        case .duration: .duration
        case .int: .int
        case .string: .string
        case .timestamp: .timestamp
        case .uint: .uint
        default: nil
        }
    }

    private func member(_ value: Value, _ run: inout Run) throws(ExpressionError.Reason) -> Value? {
        switch value {
        case .timestamp(let moment): try part(of: moment, in: nil)
        case .duration(let span): part(of: span)
        default: self == .size ? try size(of: value, &run.meter) : nil
        }
    }

    private func member(_ a: Value, _ b: Value, _ run: inout Run) throws(ExpressionError.Reason) -> Value? {
        switch (a, b) {
        case (.timestamp(let moment), .string(let zone)):
            // The database of zones is not read for nothing.
            try run.meter.spend(16)
            return try part(of: moment, in: zone)
        case (.string(let text), .string(let other)):
            if self == .matches { return .bool(try run.pattern(other).matches(text, &run.meter)) }
            try run.meter.spend(bytes: text.utf8.count + other.utf8.count)
            switch self {
            case .contains: return .bool(text.utf8.contains(sequence: other.utf8))
            case .startsWith: return .bool(text.utf8.starts(with: other.utf8))
            case .endsWith: return .bool(text.utf8.reversed().starts(with: other.utf8.reversed()))
            default: return nil
            }
        default: return nil
        }
    }

    private func size(of value: Value, _ meter: inout Meter) throws(ExpressionError.Reason) -> Value? {
        switch value {
        case .string(let text):
            try meter.spend(bytes: text.utf8.count)
            return .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): return .int(Int64(bytes.count))
        case .list(let elements): return .int(Int64(elements.count))
        case .map(let map): return .int(Int64(map.count))
        default: return nil
        }
    }

    private func part(of moment: Timestamp, in zone: String?) throws(ExpressionError.Reason) -> Value? {
        guard isPartOfMoment else { return nil }
        let time = try moment.civilTime(in: zone)
        return switch self {
        case .getDate: .int(time.day)
        case .getDayOfMonth: .int(time.day - 1)
        case .getDayOfWeek: .int(time.weekday)
        case .getDayOfYear: .int(time.dayOfYear)
        case .getFullYear: .int(time.year)
        case .getMonth: .int(time.month - 1)
        case .getHours: .int(time.hour)
        case .getMinutes: .int(time.minute)
        case .getSeconds: .int(time.second)
        case .getMilliseconds: .int(Int64(moment.nanoseconds) / 1_000_000)
        default: nil
        }
    }

    private var isPartOfMoment: Bool {
        switch self {
        case .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getFullYear, .getHours, .getMilliseconds,
            .getMinutes, .getMonth, .getSeconds:
            true
        default: false
        }
    }

    /// The whole span in a unit, except for milliseconds, of which only those below a second count.
    private func part(of span: TimeSpan) -> Value? {
        switch self {
        case .getHours: .int(span.seconds / 3_600)
        case .getMinutes: .int(span.seconds / 60)
        case .getSeconds: .int(span.seconds)
        case .getMilliseconds: .int(span.nanoseconds % 1_000_000_000 / 1_000_000)
        default: nil
        }
    }
}

extension String.UTF8View {
    /// Looks for bytes in time proportional to the sum of both lengths (Knuth, Morris and Pratt).
    fileprivate func contains(sequence wanted: String.UTF8View) -> Bool {
        let wanted = Array(wanted)
        guard !wanted.isEmpty else { return true }
        // How much of the beginning also ends at each place.
        var borders = [0]
        var length = 0
        for byte in wanted.dropFirst() {
            while length > 0, byte != wanted[length] { length = borders[length - 1] }
            if byte == wanted[length] { length += 1 }
            borders.append(length)
        }
        var matched = 0
        for byte in self {
            while matched > 0, byte != wanted[matched] { matched = borders[matched - 1] }
            if byte == wanted[matched] { matched += 1 }
            if matched == wanted.count { return true }
        }
        return false
    }
}
