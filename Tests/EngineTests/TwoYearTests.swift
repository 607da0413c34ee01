import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing

@testable import Engine

/// No reminder is ever silent, whatever happens in two years. `PKSD_SEEDS=100` tries more than the usual five.
@Suite struct TwoYearTests {
    private static let seeds = 1...UInt64(ProcessInfo.processInfo.environment["PKSD_SEEDS"].flatMap { UInt64($0) } ?? 5)

    private static let rules = Result { try Stage.rules().with([Letter.first]) }

    private struct Telling: Hashable {
        var reminder: String
        var time: Instant
    }

    @Test(arguments: seeds)
    func `every reminder of two years is told, or on record with its reason`(seed: UInt64) async throws {
        let years = try await TwoYears(seed: seed, rules: try TwoYearTests.rules.get())
        try await years.run()
        #expect(years.wrongs == [])

        let ledger = years.ledger
        var rows: [Reminder] = []
        while true {
            let page = try await ledger.reminderRows(after: rows.last?.id, limit: 1_000)
            if page.isEmpty { break }
            rows += page
        }
        let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        let planned = rows.filter { !$0.isTimer }
        func count(_ states: Reminder.State...) -> Int { planned.count { states.contains($0.state) } }
        let missed = planned.filter { $0.state == .missed && $0.late != nil }
        #expect(
            planned.count == count(.sent) + count(.acknowledged) + count(.superseded) + count(.cancelled)
                + missed.count + count(.planned, .snoozed))

        let audit = try await ReminderAudit(of: ledger, at: years.now)
        #expect(audit.faults == [])
        #expect(audit.counts.planned == planned.count)
        #expect(audit.rows == rows.count)
        #expect(try await LedgerAudit(of: ledger).faults == [])

        var told: [Telling: Int] = [:]
        let events =
            try await ledger.events(EventQuery(type: .reminderDue, limit: .max))
            + (try await ledger.events(EventQuery(type: .reminderEscalated, limit: .max)))
        for notice in events.compactMap(\.data.reminderNotice) {
            told[Telling(reminder: notice.reminderID, time: notice.dueAt), default: 0] += 1
        }
        #expect(told.filter { $0.value > 1 }.isEmpty)
        #expect(audit.tellings == told.count)
        #expect(rows.filter { $0.state.isOpen && $0.dueAt <= years.now }.map(\.key) == [])

        for row in missed {
            guard let id = row.collapsedInto else {
                #expect(row.late?.cause == .enteredLate, "\(row.key)")
                continue
            }
            let newer = try #require(byID[id])
            #expect(newer.timesSent > 0 && newer.dueAt >= row.dueAt && newer.agreement == row.agreement)
            #expect(newer.recipient == row.recipient)
            #expect(newer.rule == row.rule || newer.deadlineID == row.deadlineID)
        }

        // A run in which nothing happens proves nothing.
        #expect(years.outages > 3 && years.jumps > 0 && years.accepted > 50)
        #expect(count(.sent) > 20 && count(.superseded) > 20 && !missed.isEmpty)
        print(
            "seed \(seed): \(audit.counts.sentence.en); \(events.count) events, \(years.kills) kills, "
                + "\(years.jumps) jumps, \(years.accepted) commands accepted, \(years.refused) refused")
        try await years.close()
    }
}
