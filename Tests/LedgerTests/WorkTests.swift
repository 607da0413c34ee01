import Agreements
import Calendars
import GRDB
import Ledger
import SQLiteLedger
import Testing

/// What offices must do, as it is kept and found.
@Suite struct `Work that offices must do` {
    private let regions = ["00", "11", "53", "53.01", "53.71", "53.71.02", "35.73", "91.01"]

    private func agreement(_ id: String, in region: String) -> Agreement {
        var agreement = Fixture.agreement(id)
        agreement.region = region
        return agreement
    }

    private func item(
        _ role: Role, _ task: WorkItem.Task, _ people: Int64 = 0, _ rupiah: Int64 = 0, due: String? = nil
    ) -> WorkItem {
        WorkItem(
            role: role, task: task, harm: Harm(people: people, rupiah: rupiah), dueOn: due.flatMap { Day($0) },
            visibleFrom: Day("2026-11-01")!)
    }

    /// Enters an agreement, or replaces what is to be done for one.
    private func write(
        _ items: [WorkItem], _ agreement: Agreement, replacing: Int = 0, in fixture: Fixture
    ) async throws {
        let write = AgreementWrite(agreement: agreement, replacing: replacing, waitingOn: [], work: items)
        _ = try await fixture.ledger.commit(Change(agreement: write))
    }

    /// The list by looking at everything.
    private func byHand(
        _ query: WorkQuery, among all: [(agreement: Agreement, items: [WorkItem])]
    ) -> [(id: String, items: [WorkItem])] {
        func isInside(_ region: String) -> Bool {
            (query.region.map { Region.covers($0, region) } ?? true)
                && (query.within.isEmpty || query.within.contains { Region.covers($0, region) })
        }
        return all.filter { isInside($0.agreement.region) }.compactMap { agreement, items in
            let own = items.filter { $0.role == query.role }.sorted { $0.isGraver(than: $1) }
            return own.isEmpty ? nil : (agreement.id.rawValue, own)
        }.sorted { one, other in
            let (a, b) = (one.items[0], other.items[0])
            if a.harm != b.harm { return a.harm > b.harm }
            return (a.dueOn?.number ?? .max, one.id) < (b.dueOn?.number ?? .max, other.id)
        }
    }

    @Test func `page by page it is what sorting everything gives, for each office and any regions`() async throws {
        let fixture = try Fixture()
        var dice = Dice(seed: 7)
        var all: [(agreement: Agreement, items: [WorkItem])] = []
        func items() -> [WorkItem] {
            let tasks: [WorkItem.Task] = [
                .step, .bill(Month("2026-03")!), .bill(Month("2026-04")!), .funding("apbd_ii-2026"),
                .finding("budget_short:2026"),
            ]
            return [Role.finance, .legal].flatMap { role in
                tasks.filter { _ in dice.next().isMultiple(of: 3) }.map { task in
                    item(
                        role, task, Int64.random(in: 0...3, using: &dice),
                        Int64.random(in: 0...2, using: &dice) * (.max / 4),
                        due: [nil, "2026-11-20", "2026-12-31", "2027-01-02"].randomElement(using: &dice)!)
                }
            }
        }
        for index in 0..<200 {
            let agreement = agreement("agr_\(index)", in: regions.randomElement(using: &dice)!)
            all.append((agreement, items()))
            try await write(all[index].items, agreement, in: fixture)
        }
        // Whatever is written again leaves nothing of before.
        for index in stride(from: 0, to: 200, by: 3) {
            all[index].items = items()
            all[index].agreement.version = 2
            try await write(all[index].items, all[index].agreement, replacing: 1, in: fixture)
        }
        for role in [Role.finance, .legal, .tkksd] {
            for region in [nil, "00", "53", "53.71", "35.73"] {
                for within in [[], ["53"], ["53.01", "35"], ["91.01"], ["00"]] {
                    var query = WorkQuery(role: role, region: region, within: within, limit: 7)
                    let expected = byHand(query, among: all)
                    let totals = try await fixture.ledger.workTotals(query, on: Day("2026-12-01")!)
                    #expect(totals.agreements == expected.count)
                    #expect(
                        totals.overdue == expected.count { $0.items[0].dueOn.map { $0 < Day("2026-12-01")! } ?? false })
                    #expect(totals.people == expected.reduce(0) { $0 + $1.items[0].harm.people })
                    var found: [WorkRow] = []
                    while true {
                        let page = try await fixture.ledger.work(query)
                        found += page
                        guard let last = page.last else { break }
                        let cursor = WorkCursor(last.items[0], of: last.agreement.id)
                        query.after = WorkCursor(cursor.description)
                        #expect(query.after == cursor)
                    }
                    #expect(found.map(\.agreement.id.rawValue) == expected.map(\.id))
                    #expect(found.map(\.items) == expected.map(\.items))
                }
            }
        }
    }

    @Test func `a renewal is done with as soon as a paper follows, and to be done again when that is gone`()
        async throws
    {
        let fixture = try Fixture()
        var ending = agreement("agr_1", in: "53.71")
        (ending.phase, ending.validFrom, ending.validUntil) = (.active, Day("2026-01-01"), Day("2026-12-31"))
        let step = item(.coordinator, .step, 1)
        try await write([item(.coordinator, .renewal, 900, due: "2026-12-31"), step], ending, in: fixture)
        func tasks() async throws -> [WorkItem.Task] {
            try await fixture.ledger.work(WorkQuery(role: .coordinator)).flatMap { $0.items.map(\.task) }
        }
        #expect(try await tasks() == [.renewal, .step])
        var next = agreement("agr_2", in: "53.71")
        (next.validFrom, next.validUntil) = (Day("2027-01-01"), Day("2027-12-31"))
        var created = Change(agreement: AgreementWrite(agreement: next, replacing: 0, waitingOn: [], work: []))
        created.events = [Fixture.event("evt_1", of: next, .created(next))]
        _ = try await fixture.ledger.commit(created)
        #expect(try await tasks() == [.step])
        #expect(try await fixture.ledger.workTotals(WorkQuery(role: .coordinator), on: Day("2027-06-01")!).people == 1)
        next.version = 2
        (next.phase, next.state) = (.closed, "cancelled")
        var cancelled = Change(agreement: AgreementWrite(agreement: next, replacing: 1, waitingOn: [], work: []))
        let move = StateChange(transition: "cancel", from: "initiated", to: "cancelled", phase: .closed, reason: nil)
        cancelled.events = [Fixture.event("evt_2", of: next, .stateChanged(move))]
        _ = try await fixture.ledger.commit(cancelled)
        #expect(try await tasks() == [.renewal, .step])
        // In another region, or another programme, nothing follows.
        var elsewhere = agreement("agr_3", in: "53.01")
        elsewhere.validFrom = Day("2027-01-01")
        created.agreement = AgreementWrite(agreement: elsewhere, replacing: 0, waitingOn: [], work: [])
        created.events = [Fixture.event("evt_3", of: elsewhere, .created(elsewhere))]
        _ = try await fixture.ledger.commit(created)
        #expect(try await tasks() == [.renewal, .step])
    }

    @Test(arguments: ["role = 'finance'", "role = 'finance' AND province = '53'"])
    func `no list sorts anything, and no total reads a row`(condition: String) throws {
        let fixture = try Fixture()
        let plan = try fixture.plan(
            """
            SELECT agreement FROM work WHERE \(condition) AND is_gravest \
            ORDER BY people DESC, rupiah DESC, due_on, agreement LIMIT 50
            """)
        #expect(plan.contains("USING COVERING INDEX work_") && !plan.contains("TEMP B-TREE"), "\(plan)")
        let totals = try fixture.plan(
            "SELECT count(*), total(due_on < ''), total(people), total(rupiah) FROM work WHERE \(condition) AND is_gravest"
        )
        #expect(totals.contains("USING COVERING INDEX work_"), "\(totals)")
    }

    @Test(arguments: ["", "1~2", "1~2~3~a", "x~2~~a", "1~2~~", "1~2~2026-02-30~a", "9999999999999999999~0~~a"])
    func `what is no place in a list is refused`(text: String) { #expect(WorkCursor(text) == nil) }
}

extension Fixture {
    /// How SQLite goes about a statement.
    func plan(_ sql: String) throws -> String {
        let queue = try DatabaseQueue(path: directory + "/pksd.sqlite")
        return try queue.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }.joined(
                separator: "\n")
        }
    }
}
