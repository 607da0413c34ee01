import Agreements
import Calendars
import Documents
import Workflows

/// When the daemon looks at an unpaid bill again, because its age brings something else.
enum ArrearsWatch {
    /// The next such day of each bill that is not paid in full, long before it is overdue: on the day when it comes to be,
    /// nobody need touch the record. Nobody is told anything yet.
    static func timers(
        _ agreement: Agreement, state: Workflow.State?, today: Day, zone: Zone
    ) -> [PlannedReminder] {
        guard let state else { return [] }
        return agreement.bills.filter { !$0.isSettled }.compactMap { bill in
            let days = OverdueBill.Consequence.turningMonths.map { bill.dueOn.adding(months: $0) }
            guard let next = days.first(where: { $0 > today }) else { return nil }
            return PlannedReminder(
                key: "arrears/\(bill.month)/\(next)", rule: "arrears", dueAt: zone.instant(of: next), deadline: next,
                recipient: .system, state: state.id,
                say: Bilingual(id: "Periksa umur tunggakan", en: "Look at the age of the arrears"))
        }
    }
}
