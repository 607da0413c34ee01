/// A length on the clock, as ISO 8601 writes it: `P30D`, `P1M`, `PT2H30M`. Years and months are calendar lengths.
///
/// At most a century each of months, days and seconds, so that whatever it is added to stays a date.
public struct Period: Sendable, Equatable, LosslessStringConvertible {
    public var months = 0
    public var days = 0
    public var seconds = 0

    private static let (monthsMax, daysMax) = (1_200, 36_525)
    private static let secondsMax = daysMax * 86_400

    public init?(_ text: String) {
        var rest = text[...]
        guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
        var isTime = false
        while let next = rest.first {
            if next == "T" {
                guard !isTime else { return nil }
                isTime = true
                rest.removeFirst()
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let value = Int(digits), value <= Period.secondsMax else { return nil }
            rest = rest.dropFirst(digits.count)
            switch (rest.popFirst(), isTime) {
            case ("Y", false): months += value * 12
            case ("M", false): months += value
            case ("W", false): days += value * 7
            case ("D", false): days += value
            case ("H", true): seconds += value * 3_600
            case ("M", true): seconds += value * 60
            case ("S", true): seconds += value
            default: return nil
            }
            guard months <= Period.monthsMax, days <= Period.daysMax, seconds <= Period.secondsMax else { return nil }
        }
    }

    public var description: String { "P\(months)M\(days)DT\(seconds)S" }

    /// The moment this much later, by the calendar of a zone.
    public func after(_ instant: Instant, in zone: Zone) -> Instant {
        let day = zone.day(at: instant)
        let later = day.adding(months: months) + days
        return instant + .seconds((later - day) * 86_400 + seconds)
    }
}
