public import Calendars

/// What one month changed about a segment: who joined and who left, in heads, by the reason. Numbers only; who they are
/// stays with the offices that may know (UU 27/2022).
public struct MemberChange: Sendable, Equatable, Codable {
    /// Why heads were added or taken off (*mutasi peserta*).
    public enum Reason: String, Sendable, Codable, CaseIterable {
        case additions
        case deaths
        /// Moved to another region or segment.
        case moves
        /// Registered twice.
        case doubles
        /// The NIK does not match the civil registry.
        case invalidNIK = "invalid_nik"
        case otherRemovals = "other_removals"

        var sign: Int128 { self == .additions ? 1 : -1 }
    }

    public var segment: Segment
    /// The first month in which the change counts.
    public var month: Month
    /// Heads, never negative; a reason that is absent is not spoken of.
    public var heads: [Reason: Int64]
    public var source: String?
    /// The day it was true: of two figures for one reason the one that was true later holds.
    public var asOf: Day?

    public init(
        segment: Segment, month: Month, heads: [Reason: Int64], source: String? = nil, asOf: Day? = nil
    ) {
        self.segment = segment
        self.month = month
        self.heads = heads
        self.source = source
        self.asOf = asOf
    }

    /// Another statement of the same month by the same source for the same day, which this one corrects.
    func corrects(_ other: MemberChange) -> Bool {
        (segment, month) == (other.segment, other.month) && (source, asOf) == (other.source, other.asOf)
    }

    private enum CodingKeys: String, CodingKey {
        case segment, month, source
        case asOf = "as_of"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        segment = try container.decode(Segment.self, forKey: .segment)
        month = try container.decode(Month.self, forKey: .month)
        source = try container.decodeIfPresent(String.self, forKey: .source)
        asOf = try container.decodeIfPresent(Day.self, forKey: .asOf)
        let reasons = try decoder.container(keyedBy: ReasonKey.self)
        heads = [:]
        for reason in Reason.allCases {
            heads[reason] = try reasons.decodeIfPresent(Int64.self, forKey: ReasonKey(reason))
        }
    }

    /// Each reason under its own name, beside the rest.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(segment, forKey: .segment)
        try container.encode(month, forKey: .month)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(asOf, forKey: .asOf)
        var reasons = encoder.container(keyedBy: ReasonKey.self)
        for (reason, count) in heads { try reasons.encode(count, forKey: ReasonKey(reason)) }
    }

    private struct ReasonKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ reason: Reason) { stringValue = reason.rawValue }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
