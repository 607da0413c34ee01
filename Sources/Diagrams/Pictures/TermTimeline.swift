public import Calendars
public import Documents

/// The terms of papers on one axis of time, with the gaps between them.
///
/// Each paper has a row: what it is called and its days above, its bar below. What is not signed is outlined, an addendum
/// is thin, and a gap has a hatched row of its own between the papers around it.
public struct TermTimeline: Illustration {
    /// A paper: of a region, or an agreement with what it stands under, what changes it and what follows it.
    public struct Term: Sendable, Hashable {
        public enum Kind: Sendable, Hashable, CaseIterable {
            case umbrella, paper, addendum, renewal
        }

        public var label: String
        public var kind: Kind
        public var from: Day
        /// The last day; nil where it has no end.
        public var until: Day?
        public var isSigned: Bool
        /// A path of the same site; anything else is not linked to.
        public var link: String?

        public init(
            label: String, kind: Kind = .paper, from: Day, until: Day?, isSigned: Bool, link: String? = nil
        ) {
            self.label = label
            self.kind = kind
            self.from = from
            self.until = until
            self.isSigned = isSigned
            self.link = link
        }

        var end: Day? { until.map { max($0, from) } }
    }

    /// Days on which no signed paper is in force.
    public struct Gap: Sendable, Hashable {
        public var from: Day
        /// The last day without a paper; nil where none follows.
        public var until: Day?
        /// How many lose their cover; nil where that is not known.
        public var people: Int64?

        public init(from: Day, until: Day?, people: Int64? = nil) {
            self.from = from
            self.until = until
            self.people = people
        }

        var end: Day? { until.map { max($0, from) } }

        func contains(_ day: Day) -> Bool { from <= day && end ?? day >= day }
    }

    public let picture: SVG

    /// - Parameter title: whose papers they are; three lines of it are shown.
    public init(
        _ terms: [Term], gaps: [Gap], title: String, today: Day, language: Language, breadth: Breadth = .wide
    ) {
        picture = TimelineDrawing(terms, gaps, title: title, today: today, language, breadth).picture
    }

    /// The days between the first and the last signed term that none of them covers.
    public static func gaps(between terms: [Term]) -> [Gap] {
        var gaps: [Gap] = []
        var covered: Day?
        for term in terms.filter(\.isSigned).sorted(by: { $0.from < $1.from }) {
            if let covered, term.from > covered + 1 { gaps.append(Gap(from: covered + 1, until: term.from - 1)) }
            guard let end = term.end else { return gaps }
            covered = max(covered ?? end, end)
        }
        return gaps
    }
}
