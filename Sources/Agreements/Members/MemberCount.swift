public import Calendars

/// A head count of one segment over a run of months, as one source states it.
///
/// It says how many there are in its first month; what joins and leaves in the months after that is a ``MemberChange``.
public struct MemberCount: Sendable, Equatable, Codable {
    public var segment: Segment
    public var from: Month
    /// The last month, included.
    public var until: Month
    public var count: Int64
    public var source: String?
    /// The day it was true: of two counts for a month the one that was true later holds.
    public var asOf: Day?
    /// The monthly wage that contributions are reckoned on, in whole rupiah; nil where it is not a matter of wages, or where
    /// the agreement's `wage_base` holds.
    public var wage: Int64?

    public init(
        segment: Segment, from: Month, until: Month, count: Int64, source: String? = nil, asOf: Day? = nil,
        wage: Int64? = nil
    ) {
        self.segment = segment
        self.from = from
        self.until = until
        self.count = count
        self.source = source
        self.asOf = asOf
        self.wage = wage
    }

    func covers(_ month: Month) -> Bool { from <= month && month <= until }

    /// Another count of the same months by the same source for the same day, which this one corrects.
    func corrects(_ other: MemberCount) -> Bool {
        (segment, from, until) == (other.segment, other.from, other.until)
            && (source, asOf) == (other.source, other.asOf)
    }

    /// Whether the other says more about a month that both cover: it was true later, or on the same day speaks of fewer
    /// months, or begins later, or counts more, or names a higher wage. Never a matter of which was entered first.
    func yields(to other: MemberCount) -> Bool {
        let (own, others) = (asOf?.number ?? .min, other.asOf?.number ?? .min)
        return (own, other.until - other.from, from, count, wage ?? -1, source ?? "")
            < (others, until - from, other.from, other.count, other.wage ?? -1, other.source ?? "")
    }

    enum CodingKeys: String, CodingKey {
        case segment, from, until, count, source
        case asOf = "as_of"
        case wage
    }
}
