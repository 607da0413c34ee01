import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

/// The paper, the money and the members together, through the engine and a real ledger.
@Suite struct `Money and members` {
    private let year = 2027
    private let march = Month("2027-03")!

    private func members(_ count: Int64, from: String = "2027-01", until: String = "2027-12") -> Command {
        .countMembers(
            MemberCount(
                segment: .pbpuBPPemda, from: Month(from)!, until: Month(until)!, count: count, asOf: Day("2026-11-01")))
    }

    private func line(_ amount: Int64, _ stage: FundingStage = .apbd) -> Command {
        .fund(FundingLine(source: .apbdII, fiscalYear: year, amount: amount, stage: stage))
    }

    private func revision(_ amount: Int64, on day: String, _ kind: BudgetRevision.Kind = .refocusing) -> Command {
        .reviseFunding("apbd_ii-2027", BudgetRevision(kind: kind, amount: amount, effectiveOn: Day(day)!))
    }

    private func events(_ stage: Stage, _ agreement: Agreement, _ type: EventType) async throws -> [Event] {
        try await stage.ledger.events(EventQuery(subject: .agreement(agreement.id), type: type, limit: 1_000))
    }

    private func finding(_ event: Event) -> Finding? {
        switch event.data {
        case .runwayShort(let finding), .billOverdue(let finding), .gapPredicted(let finding),
            .inconsistent(let finding):
            finding
        default: nil
        }
    }

    @Test func `each revision of a budget is told with what is short from then on`() async throws {
        let stage = try await Stage(at: "2027-10-01T09:00:00+08:00")
        let agreement = try await stage.create()
        try await stage.submit(members(1_000), agreement, as: .unitPIC)
        try await stage.submit(line(453_600_000), agreement, as: .finance)
        #expect(try await events(stage, agreement, .fundingRunwayShort).isEmpty)
        try await stage.submit(revision(400_000_000, on: "2027-06-01"), agreement, as: .finance)
        try await stage.submit(revision(300_000_000, on: "2027-08-01", .revisedBudget), agreement, as: .finance)
        // Entered last, and true before: the ceiling of August holds.
        let present = try await stage.submit(revision(440_000_000, on: "2027-03-01", .shift), agreement, as: .finance)
        #expect(present.funding.map(\.amount) == [300_000_000])
        #expect(present.funding[0].original == 453_600_000)
        #expect(present.funding[0].revisions.map(\.amount) == [440_000_000, 400_000_000, 300_000_000])
        let told = try await events(stage, agreement, .fundingRunwayShort).compactMap(finding)
        #expect(told.map { $0.numbers["shortfall"] } == [.integer(53_600_000), .integer(153_600_000)])
        #expect(told.map { $0.numbers["runs_out_in"] } == [.text("2027-11"), .text("2027-08")])
        let revised = try await events(stage, agreement, .fundingRevised)
        #expect(revised.map(\.effectiveOn.description) == ["2027-06-01", "2027-08-01", "2027-03-01"])
        try await stage.expectSoundLedger()
    }

    @Test func `a revision of a line that is not there, or of a day to come, is refused`() async throws {
        let stage = try await Stage(at: "2027-10-01T09:00:00+08:00")
        let agreement = try await stage.create()
        try await stage.submit(line(1_000), agreement, as: .finance)
        for refused in [
            revision(1, on: "2027-10-02"),
            .reviseFunding("apbd_i-2027", BudgetRevision(kind: .shift, amount: 1, effectiveOn: Day("2027-09-01")!)),
        ] {
            await #expect(throws: EngineError.self) { try await stage.submit(refused, agreement, as: .finance) }
        }
        #expect(try await stage.agreement(agreement).funding[0].revisions.isEmpty)
    }

    @Test func `a bill is paid in parts, and settled by itself when nothing is left`() async throws {
        let stage = try await Stage(at: "2027-03-01T09:00:00+08:00")
        let agreement = try await stage.create()
        try await stage.submit(.issueBill(NewBill(month: march, amount: 1_000)), agreement, as: .bpjsPIC)
        func pay(_ amount: Int64) async throws -> Bill? {
            try await stage.submit(
                .pay(march, Payment(amount: amount, paidOn: Day("2027-03-01")!, reference: "SP2D \(amount)")),
                agreement,
                as: .finance
            ).bill(of: march)
        }
        let half = try await pay(400)
        #expect(half?.stage == "issued")
        #expect(half?.owed == 600)
        try await stage.rehearse(until: "2027-03-06T09:00:00+08:00")
        #expect(try await stage.agreement(agreement).bill(of: march)?.stage == "in-arrears")
        #expect(
            try await stage.engine.arrears(on: Day("2027-03-06")!, in: Scope(), for: stage.person(.auditor)).map(
                \.bill.owed) == [600])
        let settled = try await stage.submit(
            .pay(march, Payment(amount: 600, paidOn: Day("2027-03-06")!)), agreement, as: .finance
        ).bill(of: march)
        #expect(settled?.stage == "paid")
        #expect(settled?.payments.map(\.amount) == [400, 600])
        #expect(
            try await stage.engine.arrears(on: Day("2027-03-07")!, in: Scope(), for: stage.person(.auditor)).isEmpty)
        let told = try await events(stage, agreement, .billPaid).compactMap { event -> Int64? in
            if case .billPaid(let act) = event.data { act.owed } else { nil }
        }
        #expect(told == [600, 0])
        try await stage.expectSoundLedger()
    }

    @Test func `arrears begin on the day after the due date, however late the bill was entered`() async throws {
        let stage = try await Stage(at: "2027-09-15T09:00:00+08:00")
        let agreement = try await stage.create()
        let billed = try await stage.submit(
            .issueBill(NewBill(month: march, amount: 1_000)), agreement, as: .bpjsPIC)
        let due = try #require(billed.bill(of: march)?.dueOn)
        #expect(billed.bill(of: march)?.stage == "in-arrears")
        #expect(billed.course(of: .bill(march)).entered.on == due + 1)
        let told = try #require(try await events(stage, agreement, .billOverdue).first.flatMap(finding))
        #expect(told.numbers["owed"] == .integer(1_000))
        #expect(told.numbers["consequence"] == .text("mass_deactivation"), "March to September are six months")
    }

    @Test func `an overdue bill is told once, and again when a part of it is paid`() async throws {
        let stage = try await Stage(at: "2027-03-08T09:00:00+08:00")
        let agreement = try await stage.create()
        try await stage.submit(.issueBill(NewBill(month: march, amount: 1_000)), agreement, as: .bpjsPIC)
        try await stage.submit(.addNote(Note(kind: .comment, text: "lagi")), agreement, as: .coordinator)
        #expect(try await events(stage, agreement, .billOverdue).count == 1)
        try await stage.submit(.pay(march, Payment(amount: 1, paidOn: Day("2027-03-08")!)), agreement, as: .finance)
        #expect(
            try await events(stage, agreement, .billOverdue).compactMap(finding).map { $0.numbers["owed"] } == [
                .integer(1_000), .integer(999),
            ])
    }

    @Test func `it is told again when its age brings something else`() async throws {
        let stage = try await Stage(at: "2027-03-08T09:00:00+08:00")
        let agreement = try await stage.create()
        try await stage.submit(.issueBill(NewBill(month: march, amount: 1_000)), agreement, as: .bpjsPIC)
        try await stage.rehearse(until: "2027-07-04T23:59:59+08:00")
        #expect(try await events(stage, agreement, .billOverdue).count == 1)
        try await stage.rehearse(until: "2028-04-01T09:00:00+08:00")
        let told = try await events(stage, agreement, .billOverdue)
        #expect(told.map(\.effectiveOn.description) == ["2027-03-08", "2027-07-05", "2028-01-05", "2028-03-05"])
        #expect(
            told.compactMap(finding).map { $0.numbers["consequence"]?.text }
                == ["prioritas_at_risk", "mass_deactivation", "transfers_at_risk", "transfers_cut"])
        try await stage.expectSoundLedger()
    }

    @Test func `a step of a bill cannot take back what was paid`() async throws {
        let stage = try await Stage(at: "2027-03-01T09:00:00+08:00")
        let agreement = try await stage.create()
        try await stage.submit(.issueBill(NewBill(month: march, amount: 1_000)), agreement, as: .bpjsPIC)
        try await stage.submit(.pay(march, Payment(amount: 600, paidOn: Day("2027-03-01")!)), agreement, as: .finance)
        await #expect(throws: EngineError.self) {
            try await stage.submit(
                .advancePart(.bill(march), transition: "reconcile", paid: 0, reference: nil), agreement, as: .bpjsPIC)
        }
        #expect(try await stage.agreement(agreement).bill(of: march)?.paid == 600)
    }

    @Test func `of two revisions of one day it does not matter which was entered first, but a correction is final`()
        async throws
    {
        var amounts: [[Int64]] = []
        for order in [[300_000_000, 400_000_000], [400_000_000, 300_000_000]] as [[Int64]] {
            let stage = try await Stage(at: "2027-10-01T09:00:00+08:00")
            let agreement = try await stage.create()
            try await stage.submit(line(500_000_000), agreement, as: .finance)
            for amount in order { try await stage.submit(revision(amount, on: "2027-06-01"), agreement, as: .finance) }
            amounts.append(try await stage.agreement(agreement).funding.map(\.amount))
            for amount in [1, 450_000_000] as [Int64] {
                try await stage.submit(revision(amount, on: "2027-06-01", .correction), agreement, as: .finance)
            }
            amounts.append(try await stage.agreement(agreement).funding.map(\.amount))
        }
        #expect(amounts == [[300_000_000], [450_000_000], [300_000_000], [450_000_000]])
    }

    @Test func `a bill entered as paid must be paid, and at a step that exists`() async throws {
        let stage = try await Stage(at: "2027-03-01T09:00:00+08:00")
        let agreement = try await stage.create()
        for refused in [
            NewBill(month: march, amount: 10, stage: "paid", paid: 9), NewBill(month: march, amount: 10, stage: "payd"),
        ] {
            await #expect(throws: EngineError.self) {
                try await stage.submit(.issueBill(refused), agreement, as: .bpjsPIC)
            }
        }
        let entered = try await stage.submit(
            .issueBill(NewBill(month: march, amount: 10, stage: "paid", paid: 10)), agreement, as: .bpjsPIC)
        #expect(entered.bill(of: march)?.stage == "paid")
    }

    @Test func `a finding is resolved with a reason, and is open again once its numbers are others`() async throws {
        let stage = try await Stage(at: "2027-10-01T09:00:00+08:00")
        let agreement = try await stage.create()
        try await stage.submit(members(1_000), agreement, as: .unitPIC)
        try await stage.submit(line(400_000_000), agreement, as: .finance)
        func open(_ agreement: Agreement) -> [String] {
            agreement.findings(stage.engine.rules.reference, today: Day("2027-10-01")!)
                .filter { agreement.resolution(of: $0) == nil }.map(\.key)
        }
        let resolve = Command.resolve(finding: "budget_short:2027", reason: "Perubahan APBD menutupnya")
        #expect(open(try await stage.agreement(agreement)).contains("budget_short:2027"))
        let resolved = try await stage.submit(resolve, agreement, as: .finance)
        #expect(!open(resolved).contains("budget_short:2027"))
        #expect(resolved.resolutions.map(\.reason) == ["Perubahan APBD menutupnya"])
        await #expect(throws: EngineError.self) { try await stage.submit(resolve, agreement, as: .finance) }
        await #expect(throws: EngineError.self) {
            try await stage.submit(.resolve(finding: "budget_sort:2027", reason: "r"), agreement, as: .finance)
        }
        let worse = try await stage.submit(revision(300_000_000, on: "2027-09-01"), agreement, as: .finance)
        #expect(open(worse).contains("budget_short:2027"))
        #expect(try await events(stage, agreement, .findingResolved).count == 1)
        try await stage.expectSoundLedger()
    }

    @Test func `figures that cannot be added up are refused, and leave nothing behind`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        try await stage.submit(members(1_000), agreement, as: .unitPIC)
        let before = try await stage.agreement(agreement)
        await #expect(throws: EngineError.self) {
            try await stage.submit(members(.max, until: "2027-11"), agreement, as: .unitPIC)
        }
        #expect(try await stage.agreement(agreement) == before)
        try await stage.expectSoundLedger()
    }

    @Test func `what regions add up to is what their papers add up to, also under new rates`() async throws {
        let stage = try await Stage()
        var papers: [Agreement] = []
        for (index, region) in ["53.71", "53.71", "53.01", "53", "35.73", "17"].enumerated() {
            let agreement = try await stage.create(stage.new(ref: "p\(index)", region: region))
            try await stage.submit(members(Int64(1_000 + index * 37)), agreement, as: .unitPIC)
            try await stage.submit(line(Int64(index) * 150_000_000 + 1), agreement, as: .finance)
            try await stage.submit(
                .issueBill(NewBill(month: march, amount: 7, stage: "paid", paid: 7)), agreement, as: .bpjsPIC)
            papers.append(try await stage.agreement(agreement))
        }
        func expectSums(_ rates: Rates) async throws {
            for (region, prefix) in [(nil, ""), ("53", "53"), ("53.71", "53.71"), ("35", "35")] as [(String?, String)] {
                for grouping in Grouping.allCases {
                    let found = try await stage.engine.runwayOverview(
                        of: year, by: grouping, in: Scope(region: region), for: stage.person(.auditor))
                    let wanted = try papers.filter { $0.region.hasPrefix(prefix) }.map {
                        try $0.runway(year: year, rates: rates)
                    }
                    #expect(found.total.agreements == Int64(wanted.count))
                    #expect(found.total.needed == wanted.map(\.needed).reduce(0, +))
                    #expect(found.total.available == wanted.map(\.available).reduce(0, +))
                    #expect(found.total.shortfall == wanted.map(\.shortfall).reduce(0, +))
                    #expect(found.total.surplus == wanted.map(\.surplus).reduce(0, +))
                    #expect(found.total.runsOutIn == wanted.compactMap(\.runsOutIn).min())
                    #expect(found.total.paid == Int64(7 * wanted.count))
                    for number in 1...12 {
                        let month = Month(year: year, month: number)
                        let line = found.months.first { $0.month == month }
                        #expect(line?.needed == wanted.map { $0.months[number - 1].needed }.reduce(0, +))
                        #expect(line?.members == wanted.map { $0.months[number - 1].members }.reduce(0, +))
                    }
                }
            }
        }
        try await expectSums(stage.engine.rules.reference.rates)
        let rules = stage.engine.rules
        let dearer = Rates(
            rules.reference.rates.rows.map { row in
                var row = row
                if case .amount(let amount) = row.price { row.price = .amount(amount * 2) }
                return row
            })
        var reference = rules.reference
        reference.rates = dearer
        try await stage.engine.adopt(
            RuleBook(workflows: Array(rules.current.values), calendar: rules.calendar, reference: reference))
        try await expectSums(dearer)
        let limited = try await stage.engine.runwayOverview(
            of: year, by: .province, in: Scope(), for: stage.person(.auditor, regions: ["53"]))
        #expect(limited.total.agreements == 4)
    }

    @Test func `new rates are previewed: who becomes short, by how much, from when`() async throws {
        let stage = try await Stage()
        let (short, spare) = (
            try await stage.create(stage.new(ref: "pas")), try await stage.create(stage.new(ref: "lapang"))
        )
        for (agreement, amount) in [(short, 453_600_000), (spare, 900_000_000)] as [(Agreement, Int64)] {
            try await stage.submit(members(1_000), agreement, as: .unitPIC)
            try await stage.submit(line(amount), agreement, as: .finance)
        }
        let head = try await stage.ledger.head()?.seq
        let csv = """
            program,segment,component,payer,region,amount,percent_of_wage,from,until,regulation,basis
            jkn,pbpu_bp_pemda,iuran,region,,35000,,2021-01-01,,Perpres 64/2020,x
            jkn,pbpu_bp_pemda,bantuan iuran,region,,2800,,2021-01-01,,Perpres 64/2020,x
            jkn,pbpu_bp_pemda,iuran,region,,40000,,2027-07-01,,rancangan,x
            """
        let preview = try await stage.engine.preview(rates: csv, for: stage.person(.coordinator))
        #expect(preview.agreements == 2)
        #expect(preview.short.map(\.ref) == ["pas"])
        #expect(preview.short.map(\.growth) == [6 * 5_000 * 1_000])
        #expect(preview.short.map { $0.after.runsOutIn?.description } == ["2027-12"])
        #expect(preview.added.contains { $0.from == Day("2027-07-01") })
        #expect(try await stage.ledger.head()?.seq == head, "nothing is stored")
        await #expect(throws: DocumentError.self) {
            try await stage.engine.preview(rates: csv.replacing("40000", with: "-1"), for: stage.person(.coordinator))
        }
        await #expect(throws: EngineError.self) {
            try await stage.engine.preview(rates: csv, for: stage.person(.unitPIC))
        }
    }
}
