import Agreements
import Calendars
import Documents
import Testing

/// What a record says must not depend on who entered what first.
@Suite struct `Facts in any order` {
    /// A fact, and the one that must be on record before it.
    private struct Fact {
        var data: EventData
        var after: Int?
    }

    private func facts(_ dice: inout Dice) throws -> [Fact] {
        var facts: [Fact] = []
        let segments: [Segment] = [.pbpuBPPemda, .pbpuMandiri, .nonASN]
        func month() -> Month {
            Month(year: .random(in: 2025...2026, using: &dice), month: .random(in: 1...12, using: &dice))
        }
        func day(_ number: Int) -> Day { Day(number: 20_000 + number) }
        for number in 0..<Int.random(in: 1...6, using: &dice) {
            let from = Month(year: 2025, month: Bool.random(using: &dice) ? 1 : 7)
            // Often the same months, day and count by another source, so that only the rest can decide.
            facts.append(
                Fact(
                    data: .membersRecorded(
                        MemberCount(
                            segment: segments.randomElement(using: &dice) ?? .nonASN, from: from,
                            until: from.adding(.random(in: 0...3, using: &dice) * 6),
                            count: .random(in: 1...3, using: &dice) * 100, source: "source \(number)",
                            asOf: day(.random(in: 0...1, using: &dice)),
                            wage: [nil, 1_000_000, 2_000_000].randomElement(using: &dice) ?? nil))))
        }
        for number in 0..<Int.random(in: 0...8, using: &dice) {
            var heads: [MemberChange.Reason: Int64] = [:]
            for _ in 0..<2 {
                heads[MemberChange.Reason.allCases.randomElement(using: &dice) ?? .deaths] = .random(
                    in: 0...90, using: &dice)
            }
            facts.append(
                Fact(
                    data: .membersChanged(
                        MemberChange(
                            segment: segments.randomElement(using: &dice) ?? .nonASN, month: month(), heads: heads,
                            source: "source \(number)", asOf: day(.random(in: 0...1, using: &dice))))))
        }
        for source in FundingSource.allCases.shuffled(using: &dice).prefix(.random(in: 0...3, using: &dice)) {
            let line = FundingLine(
                source: source, fiscalYear: .random(in: 2025...2026, using: &dice),
                amount: .random(in: 1...90_000_000, using: &dice),
                stage: FundingStage.allCases.randomElement(using: &dice) ?? .dpa)
            let parent = facts.count
            facts.append(Fact(data: .fundingRecorded(line)))
            for number in 0..<Int.random(in: 0...3, using: &dice) {
                let revision = BudgetRevision(
                    kind: .shift, amount: .random(in: 1...90_000_000, using: &dice), effectiveOn: day(number))
                facts.append(
                    Fact(
                        data: .fundingRevised(RevisedBudget(line: line.key, from: 0, revision: revision)), after: parent
                    ))
            }
        }
        for number in (0..<24).shuffled(using: &dice).prefix(.random(in: 0...6, using: &dice)) {
            let month = Month(year: 2025, month: 1).adding(number)
            let parent = facts.count
            facts.append(
                Fact(
                    data: .billIssued(
                        Bill(
                            month: month, amount: .random(in: 1...9_000_000, using: &dice),
                            heads: [nil, 100, 200].randomElement(using: &dice) ?? nil, dueOn: month.first + 9,
                            stage: "issued"))))
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                let payment = Payment(amount: .random(in: 1...4_000_000, using: &dice), paidOn: month.last)
                facts.append(
                    Fact(data: .billPaid(PayingAct(month: month, payment: payment, owed: 0)), after: parent))
            }
        }
        return facts
    }

    private func record(_ facts: [Fact], _ dice: inout Dice) -> Agreement {
        var times: [Double] = []
        for fact in facts {
            let earliest = fact.after.map { times[$0] } ?? 0
            times.append(.random(in: earliest...1, using: &dice))
        }
        let order = facts.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        var agreement = Records.agreement()
        for (version, index) in order.enumerated() {
            agreement.apply(
                Event(
                    id: .init(rawValue: "evt_\(version)"), subject: .agreement(agreement.id), version: version + 2,
                    recordedAt: Records.recordedAt, effectiveOn: Day(number: 20_500), actor: .system,
                    data: facts[index].data))
        }
        return agreement
    }

    @Test(arguments: [Programme.jkn, .jamsostek])
    func `give the same heads, runway, outlook, arrears and findings`(programme: Programme) throws {
        let rates = try Records.rates()
        var dice = Dice(seed: 71)
        for round in 0..<80 {
            let facts = try facts(&dice)
            var first = record(facts, &dice)
            first.programme = programme
            for _ in 0..<2 {
                var other = record(facts, &dice)
                other.programme = programme
                for year in 2025...2027 {
                    #expect(
                        try first.runway(year: year, rates: rates) == other.runway(year: year, rates: rates),
                        "round \(round)")
                    let months = { (agreement: Agreement) in
                        agreement.memberMonths(of: year).map { [$0.heads, $0.base.wage ?? 0] }
                    }
                    #expect(months(first) == months(other), "round \(round)")
                }
                let late = { (agreement: Agreement) in
                    agreement.overdueBills(on: Day(number: 20_600)).map { [$0.bill.owed, Int64($0.monthsLate)] }
                }
                #expect(late(first) == late(other), "round \(round)")
                #expect(first.lastMembers == other.lastMembers, "round \(round)")
                #expect(try Records.findings(first) == Records.findings(other), "round \(round)")
            }
        }
    }

    @Test func `of one day and the same months rest on the higher wage, then on the later name`() {
        let month = Month(year: 2026, month: 1)
        let counts = [("a", nil), ("b", 1_000_000), ("c", 2_000_000), ("d", 2_000_000)] as [(String, Int64?)]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]] {
            let agreement = Records.agreement {
                $0.members = order.map {
                    MemberCount(
                        segment: .nonASN, from: month, until: month, count: 5, source: counts[$0].0, wage: counts[$0].1)
                }
            }
            #expect(agreement.memberCount(.nonASN, in: month)?.source == "d")
        }
    }

    @Test func `or a budget in parts are the same as one sum`() throws {
        let rates = try Records.rates()
        var dice = Dice(seed: 72)
        for _ in 0..<200 {
            let facts = try facts(&dice)
            var whole = record(facts, &dice)
            let parts = (0..<Int.random(in: 1...8, using: &dice)).map { _ in
                Int64.random(in: 0...900_000_000, using: &dice)
            }
            whole.funding = [Records.money(parts.reduce(0, +), 2026)]
            var split = whole
            split.funding = parts.enumerated().map {
                Records.money($0.element, 2026, .dpa, FundingSource.allCases[$0.offset])
            }
            #expect(try whole.runway(year: 2026, rates: rates) == split.runway(year: 2026, rates: rates))
        }
    }

    /// Each day is lived through: on the first of a month the changes of that month come into force.
    @Test func `count heads as somebody who lives through each day`() throws {
        var dice = Dice(seed: 73)
        for round in 0..<150 {
            let facts = try facts(&dice)
            let agreement = record(facts, &dice)
            for segment in agreement.segments {
                for number in 0..<36 {
                    let month = Month(year: 2024, month: 12).adding(number)
                    #expect(agreement.heads(segment, in: month) == lived(agreement, segment, month), "round \(round)")
                }
            }
        }
    }

    private func lived(_ agreement: Agreement, _ segment: Segment, _ month: Month) -> Int64 {
        var base: MemberCount?
        for count in agreement.members where count.segment == segment {
            guard count.from <= month, count.until >= month else { continue }
            guard let held = base else {
                base = count
                continue
            }
            let (own, other) = (count.asOf?.number ?? 0, held.asOf?.number ?? 0)
            let (length, otherLength) = (count.until - count.from, held.until - held.from)
            if own != other {
                if own > other { base = count }
            } else if length != otherLength {
                if length < otherLength { base = count }
            } else if count.from != held.from {
                if count.from > held.from { base = count }
            } else if count.count > held.count {
                base = count
            }
        }
        guard let base else { return 0 }
        var people = base.count
        var day = base.from.first
        while day < month.first {
            day = day + 1
            guard day.dayOfMonth == 1 else { continue }
            for reason in MemberChange.Reason.allCases {
                var holds: (day: Int, heads: Int64)?
                for change in agreement.memberChanges where change.segment == segment && change.month == day.month {
                    guard let heads = change.heads[reason] else { continue }
                    let on = change.asOf?.number ?? 0
                    if let held = holds, on < held.day || (on == held.day && heads <= held.heads) { continue }
                    holds = (on, heads)
                }
                guard let holds else { continue }
                people += reason == .additions ? holds.heads : -holds.heads
            }
        }
        return max(0, people)
    }
}
