public import Calendars

/// A segment in one month: where the count comes from and what changed.
public struct MemberMonth: Sendable, Equatable {
    public var segment: Segment
    public var month: Month
    /// Heads that count in this month; never below zero.
    public var heads: Int64
    /// What changed in this month, by reason.
    public var changes: [MemberChange.Reason: Int64]
    /// The count that the month rests on.
    public var base: MemberCount
}

extension Agreement {
    /// Segments with a count on record, in a fixed order.
    public var segments: [Segment] { Segment.allCases.filter { segment in members.contains { $0.segment == segment } } }

    /// The heads of a segment in a month; 0 where no count covers it.
    ///
    /// The newest count that covers the month holds, with the changes of the months after its first up to this one. The
    /// order in which the facts were entered does not matter.
    public func heads(_ segment: Segment, in month: Month) -> Int64 {
        guard let base = memberCountIndex(segment, in: month) else { return 0 }
        return heads(from: members[base], in: month)
    }

    /// All heads in a month.
    public func heads(in month: Month) -> Int64 {
        Int64(clamping: segments.reduce(0 as Int128) { $0 + Int128(heads($1, in: month)) })
    }

    /// The count that a month rests on.
    public func memberCount(_ segment: Segment, in month: Month) -> MemberCount? {
        memberCountIndex(segment, in: month).map { members[$0] }
    }

    /// Where it stands in ``members``. Asked for each month whenever money is looked at, so it copies no counts.
    func memberCountIndex(_ segment: Segment, in month: Month) -> Int? {
        var holds: Int?
        for index in members.indices where members[index].segment == segment && members[index].covers(month) {
            if holds.map({ members[$0].yields(to: members[index]) }) ?? true { holds = index }
        }
        return holds
    }

    /// Month by month, where each count comes from and what changed.
    public func memberMonths(of year: Int) -> [MemberMonth] {
        segments.flatMap { segment in
            (1...12).compactMap { number in
                let month = Month(year: year, month: number)
                return memberCount(segment, in: month).map {
                    MemberMonth(
                        segment: segment, month: month, heads: heads(from: $0, in: month),
                        changes: month > $0.from ? changes(of: segment, in: month) : [:], base: $0)
                }
            }
        }
    }

    func heads(from base: MemberCount, in month: Month) -> Int64 {
        guard !memberChanges.isEmpty, month > base.from else { return base.count }
        var heads = Int128(base.count)
        for changed in base.from.adding(1)...month {
            for (reason, count) in changes(of: base.segment, in: changed) { heads += reason.sign * Int128(count) }
        }
        return Int64(clamping: max(0, heads))
    }

    /// What changed in a month, all segments together.
    public func changes(in month: Month) -> [MemberChange.Reason: Int64] {
        Set(memberChanges.map(\.segment)).reduce(into: [:]) { all, segment in
            all.merge(changes(of: segment, in: month)) { Int64(clamping: Int128($0) + Int128($1)) }
        }
    }

    /// The figure that holds for each reason of a month: of several the one that was true later, then the larger.
    func changes(of segment: Segment, in month: Month) -> [MemberChange.Reason: Int64] {
        var holds: [MemberChange.Reason: (asOf: Int, count: Int64)] = [:]
        for change in memberChanges where change.segment == segment && change.month == month {
            for (reason, count) in change.heads {
                let figure = (change.asOf?.number ?? .min, count)
                if holds[reason].map({ $0 < figure }) ?? true { holds[reason] = figure }
            }
        }
        return holds.mapValues(\.count)
    }
}
