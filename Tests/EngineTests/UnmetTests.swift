import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// What agreements wait for, each and all together.
@Suite struct UnmetTests {
    /// Whoever waits for a requirement, as the list of agreements asks.
    private func waiting(
        _ requirement: String, _ stage: Stage, for principal: Principal? = nil
    ) async throws -> [Agreement.ID] {
        var query = AgreementQuery()
        query.awaiting = requirement
        query.limit = 1_000
        return try await stage.engine.find(query, for: principal ?? stage.person(.admin)).agreements.map(\.id)
    }

    private func count(_ requirement: String, _ stage: Stage, for principal: Principal? = nil) async throws -> Int {
        try await stage.engine.unmet(for: principal ?? stage.person(.admin)).filter { $0.requirement == requirement }
            .reduce(0) { $0 + $1.agreements }
    }

    @Test func `exactly those are found that wait, and each leaves when it has what it waited for`() async throws {
        let stage = try await Stage(Letter.first)
        let (one, two) = (try await stage.letter("review"), try await stage.letter("review"))
        _ = (try await stage.letter(), try await stage.letter("parked"), try await stage.letter("done"))
        #expect(Set(try await waiting("document:minutes", stage)) == [one.id, two.id])
        #expect(try await waiting("document", stage) == [])
        #expect(try await waiting("document:minutes@legal,,document:minutes", stage) == [])
        let unmet = try await stage.engine.unmet(for: stage.person(.admin))
        #expect(unmet.map(\.requirement) == ["document:minutes"])
        #expect(unmet.map(\.agreements) == [2])
        #expect(unmet.map(\.say) == [Bilingual(id: "Risalah belum ada", en: "No minutes")])
        try await stage.submit(.addDocument(Document(kind: "minutes", title: "Risalah")), one, as: .legal)
        #expect(try await waiting("document:minutes", stage) == [two.id])
        try await stage.advance(two, "send-back", as: .legal)
        #expect(try await waiting("document:minutes", stage) == [])
        #expect(try await stage.engine.unmet(for: stage.person(.admin)) == [])
    }

    @Test func `what days bring or take is right on the day, though nobody touches anything`() async throws {
        let text = Letter.first.replacing(
            "      - { has: heads,",
            with: """
                      - { id: cooled, older_than: 3 hari, owner: legal }
                      - { id: in-time, cel: "today < date('2026-11-10')", owner: legal, say: { id: L, en: L } }
                      - { has: heads,
                """)
        let stage = try await Stage(text)
        let letter = try await stage.letter("review")
        for (day, cooled, inTime) in [
            ("2026-11-02", true, false), ("2026-11-04", true, false), ("2026-11-05", false, false),
            ("2026-11-09", false, false), ("2026-11-10", false, true),
        ] {
            stage.clock.advance(to: Instant("\(day)T12:00:00+08:00")!)
            #expect(try await waiting("cooled", stage) == (cooled ? [letter.id] : []), "\(day)")
            #expect(try await waiting("in-time", stage) == (inTime ? [letter.id] : []), "\(day)")
            #expect(try await count("cooled", stage) == (cooled ? 1 : 0), "\(day)")
            #expect(try await count("in-time", stage) == (inTime ? 1 : 0), "\(day)")
        }
    }

    @Test func `who may see one region counts that region`() async throws {
        let stage = try await Stage(Letter.first)
        let kupang = try await stage.letter("review")
        let bengkulu = try await stage.letter("review", region: "17")
        for (regions, found) in [
            (["53"], [kupang.id]), (["17"], [bengkulu.id]), (["5"], []), (["00"], [kupang.id, bengkulu.id]),
        ] {
            let principal = stage.person(.auditor, regions: regions)
            #expect(Set(try await waiting("document:minutes", stage, for: principal)) == Set(found))
            #expect(try await count("document:minutes", stage, for: principal) == found.count)
        }
    }

    @Test func `what is waived is waited for no more, until the paper comes back`() async throws {
        let stage = try await Stage(Letter.first)
        let letter = try await stage.letter("review")
        let waiver = Command.waive(requirement: "document:minutes", reason: "hilang saat banjir")
        for role in [Role.legal, .coordinator, .auditor] {
            await #expect(throws: EngineError.self) { try await stage.submit(waiver, letter, as: role) }
        }
        await #expect(throws: EngineError.self) {
            try await stage.submit(.waive(requirement: "has:heads", reason: "x"), letter, as: .secretary)
        }
        let error = await #expect(throws: EngineError.self) {
            try await stage.submit(.waive(requirement: "document:minute", reason: "x"), letter, as: .secretary)
        }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(problems.first?.suggestion == "document:minutes")
        let waived = try await stage.submit(waiver, letter, as: .secretary)
        #expect(waived.waivers.map(\.reason) == ["hilang saat banjir"])
        #expect(waived.waivers.map(\.by) == [stage.person(.secretary).actor])
        #expect(try await waiting("document:minutes", stage) == [])
        #expect(try await count("document:minutes", stage) == 0)
        await #expect(throws: EngineError.self) { try await stage.submit(waiver, letter, as: .secretary) }
        try await stage.advance(letter, "send-back", as: .legal)
        try await stage.advance(letter, "submit", as: .unitPIC)
        #expect(try await stage.agreement(letter).waivers == [])
        #expect(try await waiting("document:minutes", stage) == [letter.id])
        try await stage.submit(waiver, letter, as: .admin)
        #expect(try await stage.advance(letter, "finish", as: .legal).state == "done")
        try await stage.expectSoundLedger()
    }

    @Test func `the summary of three hundred papers under four sets of rules is what one counts by hand`() async throws
    {
        // The same requirement has another owner in each, and in two of them it is a matter of days.
        let owners: [Role] = [.legal, .tkksd, .legal, .secretary]
        let checks = ["has: heads", "has: heads", "older_than: 4 hari", "older_than: 2 hari"]
        let texts = owners.indices.map { index in
            Letter.first.replacing("workflow: letter", with: "workflow: letter-\(index)").replacing(
                "      - { has: heads,",
                with: "      - { id: ready, \(checks[index]), owner: \(owners[index].rawValue) }\n      - { has: heads,"
            )
        }
        let stage = try await Stage(at: "2026-11-02T09:00:00+08:00", texts[0], texts[1], texts[2], texts[3])
        var dice = Dice(seed: 20_261_102)
        for index in 0..<300 {
            if index.isMultiple(of: 60) { stage.clock.advance(to: stage.clock.now() + .seconds(86_400)) }
            var new = stage.new(region: ["53.71", "17", "35.73"].randomElement(using: &dice)!)
            if dice.next().isMultiple(of: 4) {
                new.state = ["initiated", "review", "negotiation", "initials", "signed", "closed"].randomElement(
                    using: &dice)
            } else {
                new.workflow = "letter-\((0..<4).randomElement(using: &dice)!)"
                new.state = ["draft", "review", "review", "parked", "done"].randomElement(using: &dice)
            }
            new.source = "register"
            new.fields = dice.next().isMultiple(of: 2) ? [:] : ["heads": Figure(value: .integer(1))]
            let agreement = try await stage.create(new)
            if dice.next().isMultiple(of: 3) {
                try await stage.submit(.addDocument(Document(kind: "minutes", title: "R")), agreement, as: .legal)
            } else if new.state == "review", new.workflow != "jkn-pd-pemda", dice.next().isMultiple(of: 3) {
                try await stage.submit(.waive(requirement: "document:minutes", reason: "r"), agreement, as: .secretary)
            }
        }
        for regions in [[], ["53"], ["17", "35"]] {
            let principal = stage.person(.auditor, regions: regions)
            #expect(try await summary(stage, for: principal) == byHand(stage, for: principal))
        }
        stage.clock.advance(to: stage.clock.now() + .seconds(2 * 86_400))
        let all = stage.person(.admin)
        let byHand = try await byHand(stage, for: all)
        #expect(try await summary(stage, for: all) == byHand)
        #expect(Set(byHand.keys.filter { $0.hasPrefix("ready@") }) == ["ready@legal", "ready@tkksd"])
    }

    private func summary(_ stage: Stage, for principal: Principal) async throws -> [String: Int] {
        let unmet = try await stage.engine.unmet(for: principal)
        #expect(unmet.map(\.agreements) == unmet.map(\.agreements).sorted(by: >))
        return Dictionary(unmet.map { ("\($0.requirement)@\($0.owner)", $0.agreements) }) { first, second in
            Issue.record("one is told twice")
            return first + second
        }
    }

    private func byHand(_ stage: Stage, for principal: Principal) async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        var query = AgreementQuery()
        query.limit = .max
        for agreement in try await stage.ledger.agreements(query) where principal.mayTouch(region: agreement.region) {
            let workflow = try stage.engine.workflow(of: agreement)
            let facts = stage.engine.rules.facts(agreement, at: stage.clock.now())
            var seen: Set<String> = []
            for transition in workflow.transitions
            where transition.from.contains(agreement.state) && !transition.isExceptional {
                for requirement in transition.requirements {
                    let isForNobody = transition.isAutomatic && requirement.check.dependsOnDate
                    let assessment = requirement.assess(facts)
                    guard !isForNobody, assessment.verdict != .met, assessment.waiver == nil,
                        seen.insert(requirement.id).inserted
                    else { continue }
                    counts["\(requirement.id)@\(requirement.owner)", default: 0] += 1
                }
            }
        }
        return counts
    }
}
