public import Agreements
public import Calendars
public import Documents

/// Coverage and activity of a region over time, against what had to be reached on each day.
///
/// Coverage is a full line with full dots, activity a thin one with hollow squares; the two thresholds are dashed and dotted.
public struct CoverageChart: Illustration {
    /// What was reported for a day.
    public struct Report: Sendable, Hashable {
        public var day: Day
        /// Registered of residents.
        public var coverage: Percent?
        /// Active of registered.
        public var activity: Percent?

        public init(day: Day, coverage: Percent?, activity: Percent?) {
            self.day = day
            self.coverage = coverage
            self.activity = activity
        }
    }

    public let picture: SVG

    /// - Parameters:
    ///   - reports: in any order; of more than 120 the latest are drawn.
    ///   - title: of which region; three lines of it are shown.
    public init(
        _ reports: [Report], thresholds: Thresholds, title: String, today: Day, language: Language,
        breadth: Breadth = .wide
    ) {
        picture = CoverageDrawing(reports, thresholds, title: title, today: today, language, breadth).picture
    }
}
