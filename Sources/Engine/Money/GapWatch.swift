public import Agreements
public import Calendars
import Documents
public import Ledger
import Workflows

/// When the daemon looks whether people will lose their cover at the end of a paper.
enum GapWatch {
    /// Days before the first day without cover: the ladder on which renewals are prepared, from half a year.
    static let daysBefore = [180, 120, 90, 60, 30, 14, 7, 1]

    private static let rule = "gap"

    /// The next look, and one that should have been by now; both are dates at which nobody is told anything yet.
    static func timers(
        _ agreement: Agreement, state: Workflow.State?, today: Day, zone: Zone
    ) -> [PlannedReminder] {
        guard agreement.insures, let state, let until = agreement.insuredUntil, until >= today else { return [] }
        let day = until + 1
        let looks = daysBefore.map { (before: $0, on: day - $0) }
        return [looks.last { $0.on <= today }, looks.first { $0.on > today }].compactMap { $0 }.map { look in
            PlannedReminder(
                key: "\(rule)/\(day)/\(look.before)", rule: rule, dueAt: zone.instant(of: look.on), deadline: day,
                recipient: .system, state: state.id,
                say: Bilingual(id: "Periksa kelanjutan perlindungan", en: "Look whether cover goes on"))
        }
    }

    /// The first day without cover that a timer asks about; nil for other timers.
    static func day(of reminder: Reminder) -> Day? { reminder.rule == rule ? reminder.deadline : nil }
}

extension Engine {
    /// The papers of a region and a programme that matter around the end of one of them.
    func papers(beside agreement: Agreement, on day: Day) async throws -> [PaperCover] {
        try await ledger.covers(on: day, in: Scope(region: agreement.region, programme: agreement.programme))
            .filter { $0.region == agreement.region }
    }

    /// The paper that follows an agreement, as far as there is one that somebody may read.
    public func successor(of agreement: Agreement, for principal: Principal) async throws -> Agreement.ID? {
        guard principal.mayTouch(region: agreement.region), let until = agreement.insuredUntil else { return nil }
        return PaperCover.successor(of: agreement.id, among: try await papers(beside: agreement, on: until + 1))?
            .agreement
    }

    /// The holes in cover on a day, most people first, in the regions that somebody may read.
    public func gaps(on day: Day, in scope: Scope = Scope(), for principal: Principal) async throws -> [Gap] {
        let papers = try await ledger.covers(on: day, in: scope.readable(to: principal))
        return Gap.all(on: day, among: papers, rates: rules.reference.rates)
    }
}
