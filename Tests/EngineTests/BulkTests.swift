import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

/// One step for many agreements.
@Suite struct `Many at once` {
    private func circumstances(_ stage: Stage, _ role: Role, key: String? = nil) -> Circumstances {
        Circumstances(
            principal: stage.person(role), idempotency: key.map { .init(key: $0, fingerprint: "same") })
    }

    @Test func `each is decided for itself, and a trial changes nothing`() async throws {
        let stage = try await Stage(Letter.first)
        let (one, two) = (try await stage.letter(ref: "one"), try await stage.letter(ref: "two"))
        let parked = try await stage.letter("parked", ref: "parked")
        let items =
            [one, two, parked].map { BulkAdvance.Item(agreement: $0.ref!, version: $0.version) }
            + [.init(agreement: "nowhere", version: 1)]
        let step = BulkAdvance(transition: "submit")
        let before = try await stage.ledger.head()
        let trial = try await stage.engine.advance(
            many: items, step, dryRun: true, circumstances(stage, .unitPIC))
        #expect(try await stage.ledger.head() == before)
        #expect(trial.map(\.isDone) == [true, true, false, false])
        #expect(trial.map(\.record?.state) == ["review", "review", "parked", nil])
        // Somebody is faster with one of them.
        try await stage.submit(.addNote(Note(kind: .comment, text: "x")), two, as: .legal)
        let done = try await stage.engine.advance(
            many: items, step, dryRun: false, circumstances(stage, .unitPIC, key: "k"))
        #expect(done.map(\.isDone) == [true, false, false, false])
        guard case .stale(let version)? = done[1].refusal else { return #expect(Bool(false), "\(done[1])") }
        #expect(version == 2)
        #expect(try await stage.agreement(one).state == "review")
        #expect(try await stage.agreement(two).state == "draft")
        // Sent again, it is done once.
        let again = try await stage.engine.advance(
            many: [items[0]], step, dryRun: false, circumstances(stage, .unitPIC, key: "k"))
        #expect(again.map(\.isDone) == [true])
        #expect(try await stage.agreement(one).version == done[0].record?.version)
        try await stage.expectSoundLedger()
    }

    @Test func `who may not, is told for each; more than can be are refused`() async throws {
        let stage = try await Stage(Letter.first)
        let letter = try await stage.letter()
        let item = BulkAdvance.Item(agreement: letter.id.rawValue, version: letter.version)
        let step = BulkAdvance(transition: "submit")
        let refused = try await stage.engine.advance(many: [item], step, dryRun: false, circumstances(stage, .auditor))
        #expect(refused.map(\.isDone) == [false])
        let elsewhere = Circumstances(principal: stage.person(.unitPIC, regions: ["35"]))
        let hidden = try await stage.engine.advance(many: [item], step, dryRun: true, elsewhere)
        #expect(hidden.map(\.isDone) == [false])
        #expect(hidden[0].record == nil)
        let unread = BulkAdvance.Item(agreement: letter.id.rawValue, version: nil)
        let blind = try await stage.engine.advance(many: [unread], step, dryRun: false, circumstances(stage, .unitPIC))
        guard case .versionRequired? = blind[0].refusal else { return #expect(Bool(false), "\(blind[0])") }
        await #expect(throws: EngineError.self) {
            try await stage.engine.advance(
                many: Array(repeating: item, count: Engine.bulkMax + 1), step, dryRun: true,
                circumstances(stage, .unitPIC))
        }
    }

    @Test func `a saved view has a name, and there are not too many`() async throws {
        let stage = try await Stage()
        let person = stage.person(.coordinator)
        for name in ["", " ", "a\u{7}", String(repeating: "x", count: 201)] {
            await #expect(throws: EngineError.self) {
                try await stage.engine.save(SavedView(name: name, query: ""), of: person)
            }
        }
        for index in 0..<100 { try await stage.engine.save(SavedView(name: "\(index)", query: "q=😀"), of: person) }
        await #expect(throws: EngineError.self) {
            try await stage.engine.save(SavedView(name: "more", query: ""), of: person)
        }
        try await stage.engine.save(SavedView(name: "7", query: "phase=draft"), of: person)
        #expect(try await stage.engine.savedViews(of: person).count == 100)
        await #expect(throws: EngineError.self) { try await stage.engine.deleteView("none", of: person) }
    }

    @Test func `an agreement is found by its region, its people and its numbers`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        try await stage.submit(
            .sign(SigningAct(party: "bpjs", signedOn: Day("2026-11-02")!, number: "293/KTR/VII-12/1226", method: .wet)),
            agreement, as: .bpjsHead)
        for words in ["pemkot kupang", "kacab", "293/ktr", "perjanjian 2027", "bpjs kes"] {
            var query = AgreementQuery()
            query.text = words
            let found = try await stage.engine.find(query, for: stage.person(.auditor)).agreements
            #expect(found.map(\.id) == [agreement.id], "\(words)")
            #expect(try await stage.engine.find(query, for: stage.person(.auditor, regions: ["35"])).agreements.isEmpty)
        }
    }
}
