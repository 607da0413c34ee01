import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing
import Workflows

@testable import Engine

@Suite struct CommandTests {
    @Test func `a paper goes from draft over signing and funding into force`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        #expect(agreement.state == "ready-to-sign")
        let one = try await stage.submit(
            .sign(SigningAct(party: "pemkot", signedOn: Day("2026-11-01")!, number: "440/1", method: .wet)), agreement,
            as: .coordinator)
        #expect(one.state == "partly-signed")
        let both = try await stage.submit(
            .sign(SigningAct(party: "bpjs", signedOn: Day("2026-11-02")!, number: "1/KTR", method: .wet)), agreement,
            as: .coordinator)
        #expect(both.state == "signed")
        // The automatic step carries the day of the signature that caused it.
        #expect(both.entered.on == Day("2026-11-02"))
        #expect(both.entered.by == .system)
        for kind in ["signed_copy", "member_decree"] {
            try await stage.submit(.addDocument(Document(kind: kind, title: kind)), agreement, as: .coordinator)
        }
        #expect(try await stage.advance(agreement, "register", as: .coordinator).phase == .funding)
        try await stage.submit(
            .countMembers(
                MemberCount(segment: .pbpuBPPemda, from: Month("2027-01")!, until: Month("2027-12")!, count: 1_000)),
            agreement, as: .unitPIC)
        let funded = try await stage.submit(
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 453_600_000, stage: .dpa)), agreement,
            as: .finance)
        // The money is there, but the term has not begun; the daemon looks again on the day.
        #expect(funded.state == "funding")
        let rehearsal = Rehearsal(stage.engine, clock: stage.clock, deliveries: Silence.deliveries(stage.engine))
        _ = try await rehearsal.advance(to: Instant("2027-01-01T12:00:00+08:00")!)
        let inForce = try await stage.engine.agreement(agreement.id.rawValue, for: stage.person(.admin))
        #expect(inForce.state == "in-force")
        #expect(inForce.entered.on == Day("2027-01-01"))
        let audit = try await LedgerAudit(of: stage.ledger)
        #expect(audit.faults == [])
    }

    @Test func `a refusal lists everything that is missing, with its owner, and changes nothing`() async throws {
        let stage = try await Stage()
        var new = stage.new()
        new.fields = [:]
        let agreement = try await stage.create(new)
        let seq = try await stage.ledger.head()?.seq
        let error = await #expect(throws: EngineError.self) {
            try await stage.advance(agreement, "submit", as: .unitPIC)
        }
        guard case .unmet(_, let assessments)? = error else {
            Issue.record("refused for another reason: \(String(describing: error))")
            return
        }
        #expect(assessments.count >= 3)
        #expect(assessments.allSatisfy { $0.verdict != .met && !$0.say.id.isEmpty && !$0.say.en.isEmpty })
        #expect(assessments.contains { $0.owner == .unitPIC })
        #expect(try await stage.ledger.head()?.seq == seq)
    }

    @Test func `a transition is for its roles, and nobody passes four eyes alone`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        await #expect(throws: EngineError.self) { try await stage.advance(agreement, "submit", as: .finance) }
        let admin = stage.person(.admin, "one and the same")
        func move(_ name: String, _ principal: Principal, _ version: Int) async throws -> Agreement {
            try await stage.engine.submit(
                .advance(transition: name, reason: nil, effectiveOn: nil), to: agreement.id.rawValue,
                Circumstances(principal: principal, version: version)
            ).agreement
        }
        let submitted = try await move("submit", admin, agreement.version)
        await #expect(throws: EngineError.self) { try await move("find-workable", admin, submitted.version) }
        #expect(try await move("find-workable", stage.person(.tkksd), submitted.version).state == "negotiation")
    }

    @Test func `a token for one region touches no other`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        let stranger = stage.person(.coordinator, "stranger", regions: ["17"])
        await #expect(throws: EngineError.self) {
            try await stage.engine.agreement(agreement.id.rawValue, for: stranger)
        }
        await #expect(throws: EngineError.self) {
            try await stage.engine.create(stage.new(), Circumstances(principal: stranger))
        }
        let province = stage.person(.coordinator, "province", regions: ["53"])
        #expect(try await stage.engine.agreement(agreement.id.rawValue, for: province).id == agreement.id)
    }

    @Test func `of many who change one version at once exactly one succeeds`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        let (done, stale) = await withTaskGroup(of: Bool?.self) { group in
            for index in 0..<20 {
                group.addTask {
                    do {
                        _ = try await stage.engine.submit(
                            .addNote(Note(kind: .comment, text: "note \(index)")), to: agreement.id.rawValue,
                            Circumstances(principal: stage.person(.coordinator), version: agreement.version))
                        return true
                    } catch EngineError.stale { return false } catch { return nil }
                }
            }
            return await group.reduce((0, 0)) { ($0.0 + ($1 == true ? 1 : 0), $0.1 + ($1 == false ? 1 : 0)) }
        }
        #expect(done == 1)
        #expect(stale == 19)
        #expect(try await stage.engine.agreement(agreement.id.rawValue, for: stage.person(.admin)).notes.count == 1)
    }

    @Test func `the same request twice is done once and answered the same`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        let circumstances = Circumstances(
            principal: stage.person(.coordinator), version: agreement.version,
            idempotency: .init(key: "k", fingerprint: "f"))
        let note = Command.addNote(Note(kind: .comment, text: "once"))
        let first = try await stage.engine.submit(note, to: agreement.id.rawValue, circumstances)
        try await stage.submit(.addNote(Note(kind: .comment, text: "another")), agreement, as: .coordinator)
        let again = try await stage.engine.submit(note, to: agreement.id.rawValue, circumstances)
        #expect(!first.isReplayed)
        #expect(again.isReplayed)
        #expect(again.agreement == first.agreement)
        var other = circumstances
        other.idempotency?.fingerprint = "another request"
        await #expect(throws: EngineError.self) {
            try await stage.engine.submit(note, to: agreement.id.rawValue, other)
        }
    }

    @Test func `a hundred of the same request at once are one`() async throws {
        let stage = try await Stage()
        let circumstances = Circumstances(
            principal: stage.person(.coordinator), idempotency: .init(key: "create", fingerprint: "f"))
        let new = stage.new(ref: "once")
        let ids = try await withThrowingTaskGroup(of: Agreement.ID.self) { group in
            for _ in 0..<100 { group.addTask { try await stage.engine.create(new, circumstances).agreement.id } }
            return try await group.reduce(into: Set<Agreement.ID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await stage.ledger.tallies(within: []).map(\.agreements) == [1])
    }

    @Test func `a contradiction is told once, when it appears`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        try await stage.submit(
            .countMembers(
                MemberCount(segment: .pbpuBPPemda, from: Month("2027-01")!, until: Month("2027-12")!, count: 1_000)),
            agreement, as: .unitPIC)
        let line = FundingLine(source: .apbdII, fiscalYear: 2027, amount: 400_000_000, stage: .apbd)
        try await stage.submit(.fund(line), agreement, as: .finance)
        try await stage.submit(.addNote(Note(kind: .comment, text: "again")), agreement, as: .coordinator)
        let told = try await stage.ledger.events(
            EventQuery(subject: .agreement(agreement.id), type: .fundingRunwayShort))
        #expect(told.count == 1)
        guard case .runwayShort(let finding)? = told.first?.data else { return }
        #expect(finding.numbers["shortfall"] == .integer(53_600_000))
    }

    @Test func `a day that has not come cannot be recorded`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        await #expect(throws: EngineError.self) {
            try await stage.submit(
                .sign(SigningAct(party: "bpjs", signedOn: Day("2026-11-03")!, method: .wet)), agreement,
                as: .coordinator)
        }
    }

    @Test(arguments: [
        (Programme.jkn, "2027-03", "2027-03-05"), (.jkn, "2026-11", "2026-11-10"),
        (.jamsostek, "2026-10", "2026-11-16"),
    ])
    func `bills fall due by the programme's own rule`(
        _ programme: Programme, _ month: String, _ due: String
    ) async throws {
        let stage = try await Stage(at: "2027-04-01T09:00:00+08:00")
        var new = stage.new()
        if programme == .jamsostek {
            new.workflow = "jamsostek"
            new.programme = .jamsostek
            new.fields = [:]
        }
        let agreement = try await stage.create(new)
        let billed = try await stage.submit(
            .issueBill(NewBill(month: Month(month)!, amount: 1_000)), agreement, as: .bpjsPIC)
        #expect(billed.bills.map(\.dueOn) == [Day(due)!])
    }

    @Test func `new rules reach new agreements, running ones keep their structure`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        let text = try #require(stage.engine.rules.current["jkn-pd-pemda"]?.text)
        let changed = try Workflow(
            yaml: text.replacing("by: [tkksd, secretary]", with: "by: [secretary]"), file: "jkn-pd-pemda.yaml")
        #expect(changed.structureHash != agreement.workflow.structure, "the change must touch the structure")
        let rules = stage.engine.rules
        try await stage.engine.adopt(
            RuleBook(
                workflows: rules.current.values.filter { $0.id != changed.id } + [changed], calendar: rules.calendar,
                reference: rules.reference))
        try await stage.advance(agreement, "submit", as: .unitPIC)
        #expect(try await stage.advance(agreement, "find-workable", as: .tkksd).state == "negotiation")
        let later = try await stage.create()
        try await stage.advance(later, "submit", as: .unitPIC)
        await #expect(throws: EngineError.self) { try await stage.advance(later, "find-workable", as: .tkksd) }
    }
}
