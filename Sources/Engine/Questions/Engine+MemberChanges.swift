public import Calendars
public import Ledger

/// What was handed in about a month's members.
public struct MemberChangeMonth: Sendable {
    public var month: Month
    /// The 20th, or the last working day before it, by which changes must reach the branch.
    public var dueOn: Day
    public var total: MemberMonthTotal
    /// The month before, to see whether it went through.
    public var before: MemberMonthTotal
}

extension Engine {
    /// Who joined and left in a month, and whose changes are still to be handed in, most people first.
    ///
    /// - Parameter month: nil for this one.
    public func memberChanges(
        of month: Month? = nil, region: String? = nil, limit: Int = 50, for principal: Principal
    ) async throws -> MemberChangeMonth {
        let regions = try principal.scope(region)
        let month = month ?? today(in: region).month
        return MemberChangeMonth(
            month: month, dueOn: rules.calendar.shift(month.first + 19, .before),
            total: try await ledger.memberMonth(month, within: regions, limit: limit),
            before: try await ledger.memberMonth(month.adding(-1), within: regions, limit: 0))
    }
}
