/// A length of time in the units that offices use: `15 kerja`, `3 hari`, `1 bulan`.
public struct Span: Sendable, Hashable {
    public enum Unit: String, Sendable, CaseIterable {
        /// Working days.
        case kerja
        /// Calendar days.
        case hari
        case bulan

        /// Ten years, so that no file can make the calendar count for ever.
        fileprivate var countMax: Int {
            switch self {
            case .kerja: 2_610
            case .hari: 3_660
            case .bulan: 120
            }
        }
    }

    /// Negative for before.
    public var count: Int
    public var unit: Unit

    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    public static prefix func - (span: Span) -> Span { Span(-span.count, span.unit) }
}

extension Span: CustomStringConvertible, LosslessStringConvertible, Codable {
    /// At most ten years, before or after.
    public init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]), let unit = Unit(rawValue: String(parts[1])),
            (-unit.countMax...unit.countMax).contains(count)
        else { return nil }
        self.init(count, unit)
    }

    public var description: String { "\(count) \(unit.rawValue)" }

    public init(from decoder: any Decoder) throws { self = try decoder.lossless() }
    public func encode(to encoder: any Encoder) throws { try encoder.encodeLossless(self) }
}

extension WorkingCalendar {
    /// The day a span after (or before) another.
    public func adding(_ span: Span, to day: Day) -> Day {
        switch span.unit {
        case .kerja: adding(workingDays: span.count, to: day)
        case .hari: day + span.count
        case .bulan: day.adding(months: span.count)
        }
    }
}
