import Agreements
import Calendars
import Documents
import GRDB
import Ledger
import Testing

@testable import SQLiteLedger

/// Lists of agreements: their order, their pages, what is found, and how many there are.
@Suite struct `Lists of agreements` {
    private struct Kept {
        var agreement: Agreement
        var deadline: Day?
    }

    private static let titles = [
        "Perjanjian Kerja Sama Kupang", "PKS Kupang", "pks Kupang", "Nota Kesepakatan ~ Tjilatjap", "NK Cilacap",
        "Élan Malang", "Rencana Kerja Soekarno~", "~",
    ]

    /// Two hundred papers at random, each written once or twice.
    private func filled(_ fixture: Fixture, _ dice: inout Dice) async throws -> [Kept] {
        var all: [Kept] = []
        for index in 0..<200 {
            var agreement = Fixture.agreement(
                "agr_\(100 + index)", ref: index.isMultiple(of: 3) ? nil : "ref-\(index)",
                title: Self.titles.randomElement(using: &dice)!)
            agreement.region = ["53.71", "53.01", "35.73", "53"].randomElement(using: &dice)!
            for version in 1...Int.random(in: 1...2, using: &dice) {
                let deadline = [nil, Day("2026-12-01"), Day("2027-01-05")].randomElement(using: &dice)!
                (agreement.phase, agreement.state) =
                    [(.draft, "initiated"), (.signing, "initials"), (.active, "in-force")].randomElement(using: &dice)!
                agreement.validUntil = [nil, Day("2026-12-31"), Day("2027-12-31")].randomElement(using: &dice)!
                agreement.members = [
                    MemberCount(
                        segment: .pbpuBPPemda, from: Month("2026-01")!, until: Month("2026-12")!,
                        count: Int64.random(in: 0...3, using: &dice))
                ]
                agreement.version = version
                let write = AgreementWrite(
                    agreement: agreement, replacing: version - 1, waitingOn: [.legal], deadline: deadline,
                    words: agreement.searchForms(regionName: nil))
                _ = try await fixture.ledger.commit(Change(agreement: write))
                if version == 1 { all.append(Kept(agreement: agreement, deadline: deadline)) }
                all[all.count - 1] = Kept(agreement: agreement, deadline: deadline)
            }
        }
        return all
    }

    private func isBefore(_ a: Kept, _ b: Kept, _ order: AgreementOrder) -> Bool {
        func far(_ day: Day?) -> Int { day?.number ?? .max }
        func people(_ kept: Kept) -> Int64 { -(kept.agreement.lastMembers.first?.heads ?? 0) }
        func title(_ kept: Kept) -> String { SearchFolding.words(of: kept.agreement.title).joined(separator: " ") }
        let (own, others) = (a.agreement.id.rawValue, b.agreement.id.rawValue)
        switch order {
        case .created: return own < others
        case .deadline: return (far(a.deadline), own) < (far(b.deadline), others)
        case .validUntil: return (far(a.agreement.validUntil), own) < (far(b.agreement.validUntil), others)
        case .title: return (title(a), own) < (title(b), others)
        case .people: return (people(a), own) < (people(b), others)
        }
    }

    @Test func `page by page each order is what sorting everything gives, whatever is looked for`() async throws {
        let fixture = try Fixture()
        var dice = Dice(seed: 11)
        let all = try await filled(fixture, &dice)
        for order in AgreementOrder.allCases {
            for (phase, region, text) in [
                (nil, nil, nil), (Phase.signing, nil, nil), (nil, "53", "kupang"), (.draft, "35.73", "pks"),
                (nil, nil, "cilacap"), (nil, nil, "ref 12"), (nil, nil, "soek"), (nil, nil, "elan"), (nil, nil, "!"),
                (nil, nil, "tidak ada"),
            ] {
                var query = AgreementQuery()
                (query.phase, query.region, query.text, query.order, query.limit) = (phase, region, text, order, 7)
                let expected = all.filter { kept in
                    let forms = kept.agreement.searchForms(regionName: nil)
                    let ways = text.map { SearchFolding.ways(of: $0) }
                    return (phase == nil || kept.agreement.phase == phase)
                        && (region.map { Region.covers($0, kept.agreement.region) } ?? true)
                        && (ways.map { ways in
                            !ways.isEmpty
                                && ways.allSatisfy { alternatives in
                                    alternatives.contains { way in
                                        way.allSatisfy { word in forms.contains { $0.hasPrefix(word) } }
                                    }
                                }
                        } ?? true)
                }.sorted { isBefore($0, $1, order) }.map(\.agreement.id)
                var found: [Agreement.ID] = []
                repeat {
                    let page = try await fixture.ledger.find(query)
                    found += page.agreements.map(\.id)
                    query.after = page.next
                } while query.after != nil
                #expect(found == expected, "\(order) \(text ?? "")")
            }
        }
    }

    @Test func `counts go along with what they count, by region`() async throws {
        let fixture = try Fixture()
        var dice = Dice(seed: 12)
        let all = try await filled(fixture, &dice)
        for regions in [[], ["53"], ["53.71", "35"], ["00"], ["11"]] {
            let inside = all.filter { kept in
                regions.isEmpty || regions.contains { Region.covers($0, kept.agreement.region) }
            }
            let tallies = try await fixture.ledger.tallies(within: regions)
            let counts = Dictionary(grouping: inside) { $0.agreement.state }.mapValues(\.count)
            #expect(Dictionary(uniqueKeysWithValues: tallies.map { ($0.state, $0.agreements) }) == counts)
            let day = Day("2026-12-20")!
            let occupancy = try await fixture.ledger.occupancy(of: "w", structure: "s", within: regions, on: day)
            #expect(occupancy.mapValues(\.agreements) == counts)
            #expect(
                occupancy.values.reduce(0) { $0 + $1.overdue } == inside.count { $0.deadline.map { $0 < day } ?? false }
            )
        }
    }

    @Test func `the days in each state are those between the moves`() async throws {
        let fixture = try Fixture()
        let start = Zone.wib.day(at: Fixture.now)
        for (index, days) in [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].enumerated() {
            var agreement = Fixture.agreement("agr_\(index)")
            agreement.region = index < 5 ? "53.71" : "35.73"
            _ = try await fixture.ledger.commit(
                Change(agreement: AgreementWrite(agreement: agreement, replacing: 0, waitingOn: [])))
            for (version, (state, day)) in [("review", days), ("initials", days + 2)].enumerated() {
                let from = agreement.state
                agreement.moves.append(
                    .init(transition: "t", from: from, to: state, on: start + day, by: .system))
                (agreement.state, agreement.version) = (state, version + 2)
                var change = Change(
                    agreement: AgreementWrite(agreement: agreement, replacing: version + 1, waitingOn: []))
                let move = StateChange(transition: "t", from: from, to: state, phase: .draft)
                change.events = [Fixture.event("evt_\(index)_\(version)", of: agreement, .stateChanged(move))]
                _ = try await fixture.ledger.commit(change)
            }
        }
        func dwell(_ regions: String...) async throws -> [String] {
            try await fixture.ledger.dwellTimes(within: regions).map {
                "\($0.state) \($0.stays) \($0.median) \($0.ninetieth)"
            }
        }
        #expect(try await dwell() == ["initiated 10 5 9", "review 10 2 2"])
        #expect(try await dwell("53") == ["initiated 5 3 5", "review 5 2 2"])
        #expect(try await dwell("53.71") == ["initiated 5 3 5", "review 5 2 2"])
        #expect(try await dwell("35.73", "11") == ["initiated 5 8 100", "review 5 2 2"])
        #expect(try await dwell("11").isEmpty)
    }

    @Test func `views are each person's own`() async throws {
        let fixture = try Fixture()
        let ledger = fixture.ledger
        try await ledger.save(SavedView(name: "a", query: "phase=draft"), of: "Ani")
        try await ledger.save(SavedView(name: "a", query: "phase=active"), of: "Ani")
        try await ledger.save(SavedView(name: "a", query: ""), of: "Budi")
        #expect(try await ledger.savedViews(of: "Ani") == [SavedView(name: "a", query: "phase=active")])
        await #expect(throws: LedgerError.notFound("b")) { try await ledger.deleteView("b", of: "Ani") }
        try await ledger.deleteView("a", of: "Ani")
        #expect(try await ledger.savedViews(of: "Ani").isEmpty)
        #expect(try await ledger.savedViews(of: "Budi").count == 1)
    }

    @Test func `words that thousands of papers have are found as well`() async throws {
        let fixture = try Fixture()
        let record = try CanonicalJSON.encode(Fixture.agreement("agr_x"))
        try await fixture.sqlite.pool.write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE numbers AS WITH RECURSIVE n (i) AS (SELECT 10001 UNION ALL SELECT i + 1 FROM n \
                    WHERE i < 22000) SELECT i, 'agr_' || i AS id FROM n;
                    """)
            try db.execute(
                sql: """
                    INSERT INTO agreement (id, title, kind, region, phase, state, waiting_on, version, snapshot) \
                    SELECT id, 't', 'pks', '53.71', 'draft', 's', '', 1, ? FROM numbers
                    """, arguments: [record])
            try db.execute(
                sql: """
                    INSERT INTO listing (agreement, region, kind, phase, workflow, structure, state, waiting_on, \
                        awaiting, deadline, valid_until, title, people) SELECT id, '53.71', 'pks', 'draft', 'w', 's', 's', '', '', '9999-12-31', \
                    '9999-12-31', 'judul ' || (99999 - i), 0 FROM numbers;
                    INSERT INTO search_text (agreement, words) SELECT id, \
                    'pks ' || CASE i % 2 WHEN 0 THEN 'genap' ELSE 'ganjil' END FROM numbers;
                    """)
        }
        for (text, count) in [("pks", 12_000), ("pks gen", 6_000), ("genap ganjil", 0)] {
            var query = AgreementQuery()
            (query.text, query.order, query.limit) = (text, .title, 2_500)
            var found = 0
            repeat {
                let page = try await fixture.ledger.find(query)
                found += page.agreements.count
                query.after = page.next
                if text == "pks gen", let last = page.next?.last?.wholeNumberValue { #expect(last.isMultiple(of: 2)) }
            } while query.after != nil
            #expect(found == count, "\(text)")
        }
    }

    @Test(arguments: ["deadline", "valid_until", "title"])
    func `no order sorts anything`(column: String) throws {
        let fixture = try Fixture()
        let plan = try fixture.plan(
            "SELECT agreement FROM listing WHERE (\(column), agreement) > ('a', 'b') ORDER BY \(column), agreement LIMIT 50"
        )
        #expect(plan.contains("INDEX listing_") && !plan.contains("TEMP B-TREE"), "\(plan)")
    }
}
