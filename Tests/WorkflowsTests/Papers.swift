import Agreements
import Calendars
import Documents
import Foundation

@testable import Workflows

/// A paper in its first state, entered on Monday 2 November 2026, and what is known about it on that day.
enum Papers {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static func agreement(_ change: (inout Agreement) -> Void = { _ in }) -> Agreement {
        let entered = Zone.wita.instant(of: day("2026-11-02"), hour: 10)
        var agreement = Agreement(
            id: .init(rawValue: "agr_1"), ref: nil, workflow: .init(id: "w", structure: "s"), kind: .pks,
            programme: .jkn, title: "PKS", region: "53.71",
            parties: [
                Party(
                    key: "pemkot", name: "Pemkot", side: .localGovernment, required: true,
                    signatory: Signatory(name: "A", office: "Wali Kota Kupang")),
                Party(
                    key: "bpjs", name: "BPJS Kesehatan", side: .bpjs, required: true,
                    signatory: Signatory(name: "B", office: "Kepala Cabang")),
                Party(key: "saksi", name: "Saksi", side: .other, required: false),
            ], witnesses: [], validFrom: nil, validUntil: nil, parent: nil, renews: nil, source: nil, state: "open",
            phase: .draft, entered: .init(on: day("2026-11-02"), at: entered, by: .system), moves: [], fields: [:],
            funding: [], members: [], bills: [], documents: [], notes: [], version: 1, createdAt: entered,
            updatedAt: entered)
        change(&agreement)
        return agreement
    }

    static func rates() throws -> Rates {
        try Rates(csv: String(contentsOfFile: root + "/Config/rates.csv", encoding: .utf8))
    }

    /// Weekends are closed, nothing else is.
    static func facts(
        _ agreement: Agreement, today: String = "2026-11-02", holidays: [Holidays.Holiday] = [], rates: Rates = Rates()
    ) -> Facts {
        Facts(
            agreement: agreement, today: day(today), calendar: WorkingCalendar(holidays: Holidays(holidays)),
            rates: rates)
    }
}
