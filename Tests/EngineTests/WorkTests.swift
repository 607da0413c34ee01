import Agreements
import Calendars
import Documents
import GRDB
import Ledger
import Testing

@testable import Engine

/// What offices must do, and the one thing that moves an agreement.
@Suite struct `Work and next steps` {
    private func work(_ stage: Stage, _ role: Role, regions: [String] = []) async throws -> WorkPage {
        try await stage.engine.work(for: stage.person(role, regions: regions))
    }

    private func tasks(_ stage: Stage, _ role: Role) async throws -> [WorkItem.Task] {
        try await work(stage, role).entries.flatMap(\.items).map(\.task)
    }

    private func members(_ count: Int64, _ year: Int = 2027) -> Command {
        .countMembers(
            MemberCount(
                segment: .pbpuBPPemda, from: Month(year: year, month: 1), until: Month(year: year, month: 12),
                count: count))
    }

    /// Does what a next step says.
    private func perform(_ step: NextStep, on agreement: Agreement, as role: Role, _ stage: Stage) async throws {
        let command: Command
        switch step.act {
        case .transition(let name): command = .advance(transition: name, reason: nil, effectiveOn: nil)
        case .sign(let party):
            command = .sign(SigningAct(party: party, signedOn: Day("2026-11-02")!, number: "1/\(party)", method: .wet))
        case .nameSignatory(let key):
            var amendment = Amendment()
            amendment.parties = try await stage.agreement(agreement).parties.map { party in
                var party = party
                if party.key == key { party.signatory = Signatory(name: "C", office: "Bupati") }
                return party
            }
            command = .amend(amendment)
        case .document(let kind): command = .addDocument(Document(kind: kind, title: kind))
        case .fund:
            command = .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 453_600_000, stage: .proposed))
        case .countMembers: command = members(1_000)
        case .field(let name):
            var amendment = Amendment()
            switch name {
            case "needs_council_consent": amendment.fields = [name: Figure(value: .bool(false))]
            case "people_target": amendment.fields = [name: Figure(value: .integer(1_000))]
            default: amendment.fields = [name: Figure(value: .text("JKN"))]
            }
            command = .amend(amendment)
        case .fundingStep(let line, let transition):
            command = .advancePart(.funding(line), transition: transition, paid: nil, reference: nil)
        case .bill(let month, let transition):
            command = .advancePart(.bill(month), transition: transition, paid: nil, reference: nil)
        case .waive, .renew, .resolve, .waits, .nothing: throw EngineError.notFound("\(step)")
        }
        try await stage.submit(command, agreement, as: role)
    }

    @Test func `whoever does what they are told brings a paper from the first idea into force`() async throws {
        let stage = try await Stage()
        var new = stage.new()
        new.fields = [:]
        new.validFrom = Day("2026-11-02")
        let paper = try await stage.create(new)
        let roles: [Role] = [
            .unitPIC, .tkksd, .legal, .finance, .secretary, .unitHead, .regionHead, .bpjsHead, .coordinator,
        ]
        var acts: [String] = []
        rounds: for _ in 0..<60 {
            let present = try await stage.agreement(paper)
            if present.phase == .active { break }
            for role in roles {
                let step = stage.engine.nextStep(of: present, for: stage.person(role))
                guard step.isTheirs,
                    try await tasks(stage, role).contains(where: { $0 == .step || $0.kind == .funding })
                else { continue }
                if case .waive = step.act { continue }
                acts.append("\(role.rawValue) \(step.act)")
                try await perform(step, on: paper, as: role, stage)
                continue rounds
            }
            Issue.record("nobody has anything to do in \(present.state)")
            break
        }
        #expect(try await stage.agreement(paper).phase == .active, "\(acts)")
        try await stage.expectSoundLedger()
    }

    @Test func `harm is people, then rupiah, then days`() async throws {
        let stage = try await Stage()
        let few = try await stage.create(stage.new(ref: "few"))
        try await stage.submit(members(500), few, as: .unitPIC)
        let many = try await stage.create(stage.new(ref: "many"))
        try await stage.submit(members(5_000), many, as: .unitPIC)
        // As many as it aims at where nobody is counted.
        let aimed = try await stage.create(stage.new(ref: "aimed", region: "35.73"))
        let short = try await stage.create(stage.new(ref: "short"))
        try await stage.submit(members(5_000), short, as: .unitPIC)
        try await stage.submit(
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 1_000, stage: .dpa)), short, as: .finance)
        let page = try await work(stage, .unitPIC)
        #expect(page.entries.map(\.agreement.ref) == ["many", "short", "aimed", "few"])
        #expect(page.entries.map { $0.items[0].harm.people } == [5_000, 5_000, 1_000, 500])
        #expect(page.entries[0].items[0].harm.rupiah == 5_000 * 37_800 * 12)
        #expect(page.entries[0].items[0].dueOn != nil)
        #expect(
            page.totals
                == WorkTotals(
                    agreements: 4, overdue: 0, people: 11_500,
                    rupiah: page.entries.reduce(0) { $0 + $1.items[0].harm.rupiah }))
        #expect(try await work(stage, .unitPIC, regions: ["35"]).entries.map(\.agreement.id) == [aimed.id])
        #expect(try await work(stage, .bpjsHead).entries.isEmpty)
        // The next step of the gravest: who it waits for sees what to do, others whom it waits for.
        #expect(page.entries[0].next.act == .document(kind: "terms_of_reference") || page.entries[0].next.isTheirs)
    }

    @Test func `a paper that ends is to be renewed from half a year before, until another follows`() async throws {
        let stage = try await Stage(at: "2027-01-04T09:00:00+08:00")
        var new = stage.new(ref: "2027")
        (new.state, new.source) = ("in-force", "register")
        let paper = try await stage.create(new)
        try await stage.submit(members(900), paper, as: .unitPIC)
        #expect(try await tasks(stage, .coordinator).contains(.renewal) == false)
        try await stage.rehearse(until: "2027-07-04T12:00:00+08:00")
        #expect(try await tasks(stage, .coordinator).contains(.renewal) == false)
        try await stage.rehearse(until: "2027-07-05T12:00:00+08:00")
        let entry = try #require(try await work(stage, .bpjsPIC).entries.first)
        #expect(entry.items.first { $0.task == .renewal }?.harm == Harm(people: 900))
        #expect(entry.items.first { $0.task == .renewal }?.dueOn == Day("2027-12-31"))
        #expect(stage.engine.nextStep(of: entry.agreement, for: stage.person(.bpjsPIC)).act == .renew)
        var next = stage.new(ref: "2028")
        (next.validFrom, next.validUntil) = (Day("2028-01-01"), Day("2028-12-31"))
        let successor = try await stage.create(next)
        #expect(try await tasks(stage, .coordinator).contains(.renewal) == false)
        #expect(try await tasks(stage, .bpjsPIC).contains(.renewal) == false)
        try await stage.advance(successor, "cancel", as: .coordinator)
        #expect(try await tasks(stage, .coordinator).contains(.renewal))
    }

    @Test func `bills, funding lines and findings stand in the lists of their offices`() async throws {
        let stage = try await Stage(at: "2027-02-01T09:00:00+08:00")
        var new = stage.new()
        (new.state, new.source) = ("in-force", "register")
        let paper = try await stage.create(new)
        try await stage.submit(members(1_000), paper, as: .unitPIC)
        try await stage.submit(
            .fund(FundingLine(source: .apbdII, fiscalYear: 2027, amount: 400_000_000, stage: .dpa)), paper, as: .finance
        )
        try await stage.submit(
            .issueBill(NewBill(month: Month("2027-02")!, amount: 37_800_000, heads: 1_000)), paper, as: .bpjsPIC)
        let finance = try #require(try await work(stage, .finance).entries.first)
        #expect(Set(finance.items.map(\.task)) == [.finding("budget_short:2027"), .funding("apbd_ii-2027")])
        #expect(finance.items[0].harm == Harm(people: 119, rupiah: 53_600_000))
        #expect(finance.next.act == .resolve(finding: "budget_short:2027"))
        try await stage.submit(.resolve(finding: "budget_short:2027", reason: "P-APBD"), paper, as: .finance)
        #expect(try await tasks(stage, .finance) == [.funding("apbd_ii-2027")])
        let bill = try #require(try await work(stage, .unitPIC).entries.first?.items.first)
        #expect((bill.task, bill.harm) == (.bill(Month("2027-02")!), Harm(rupiah: 37_800_000)))
        // After four months members can be deactivated.
        try await stage.rehearse(until: "2027-06-09T12:00:00+08:00")
        #expect(try await work(stage, .unitHead).entries.first?.items.first?.harm.people == 0)
        try await stage.rehearse(until: "2027-06-11T12:00:00+08:00")
        let arrears = try #require(try await work(stage, .unitHead).entries.first)
        #expect(arrears.items[0].harm == Harm(people: 1_000, rupiah: 37_800_000))
        try await stage.submit(
            .pay(Month("2027-02")!, Payment(amount: 37_800_000, paidOn: Day("2027-06-11")!)), paper, as: .finance)
        #expect(try await work(stage, .unitHead).entries.isEmpty)
    }

    @Test func `a ledger that was kept before there was work is filled when it is opened`() async throws {
        let stage = try await Stage()
        let paper = try await stage.readyToSign()
        let before = try await work(stage, .bpjsHead)
        #expect(before.entries.map(\.agreement.id) == [paper.id])
        #expect(before.entries[0].next.act == .sign(party: "bpjs"))
        try await stage.ledger.close()
        let queue = try DatabaseQueue(path: stage.directory + "/pksd.sqlite")
        try await queue.write { db in
            try db.execute(sql: "DROP TABLE work; DELETE FROM grdb_migrations WHERE identifier = '007 work'")
        }
        try queue.close()
        let again = try await Stage(in: stage.directory)
        #expect(try await work(again, .bpjsHead).entries == before.entries)
    }
}
