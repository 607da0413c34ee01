/// Indonesia's three time zones (Keppres 41/1987). None has daylight saving time.
public enum Zone: String, Sendable, Codable, CaseIterable {
    /// Waktu Indonesia Barat, UTC+7.
    case wib = "WIB"
    /// Waktu Indonesia Tengah, UTC+8.
    case wita = "WITA"
    /// Waktu Indonesia Timur, UTC+9.
    case wit = "WIT"

    public var hoursFromUTC: Int {
        switch self {
        case .wib: 7
        case .wita: 8
        case .wit: 9
        }
    }

    /// The date that a calendar on the wall shows at a moment.
    public func day(at instant: Instant) -> Day {
        Day(number: floorDivide(instant.milliseconds + Int64(hoursFromUTC) * 3_600_000, by: 86_400_000).quotient)
    }

    /// The moment at which a clock on the wall shows this hour of this day.
    public func instant(of day: Day, hour: Int = 0) -> Instant {
        Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(hour - hoursFromUTC) * 3_600_000)
    }
}
