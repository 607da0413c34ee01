import Agreements
import Calendars
import Documents
import Testing

/// Figures as large as can be written: right, or refused with a reason.
@Suite struct `The largest figures` {
    private static let edges: [Int64] = [0, 1, 2, 12, 37_800, 1 << 31, .max / 13, .max / 12, .max / 2, .max - 1, .max]

    private func agreement(_ dice: inout Dice) -> Agreement {
        func edge() -> Int64 { LimitTests.edges.randomElement(using: &dice) ?? 0 }
        return Records.agreement(programme: .jamsostek) {
            if Bool.random(using: &dice) { $0.fields["flat_contribution"] = [Figure(value: .integer(edge()))] }
            for segment in [Segment.pekerjaRentan, .nonASN].prefix(.random(in: 1...2, using: &dice)) {
                $0.members.append(
                    MemberCount(
                        segment: segment, from: Month(year: 2026, month: 1),
                        until: Month(year: 2026, month: .random(in: 1...12, using: &dice)), count: edge(), wage: edge())
                )
                $0.memberChanges.append(
                    MemberChange(
                        segment: segment, month: Month(year: 2026, month: 3),
                        heads: [.additions: edge(), .deaths: edge()]))
                $0.memberChanges.append(
                    MemberChange(
                        segment: segment, month: Month(year: 2026, month: 4), heads: [.moves: edge()], source: "x"))
            }
            $0.funding = [
                Records.money(edge(), 2026), Records.money(edge(), 2026, .spd, .csr),
                Records.money(edge(), 2026, .rka, .apbn),
            ]
            for number in 1...3 {
                let month = Month(year: 2025, month: 11).adding(number)
                $0.bills.append(
                    Bill(month: month, amount: edge(), heads: edge(), dueOn: month.first, stage: "s", paid: edge()))
            }
        }
    }

    @Test func `are added up rightly or refused, and never stop the daemon`() throws {
        let rates = try Records.rates()
        var dice = Dice(seed: 81)
        var (right, refused) = (0, 0)
        for round in 0..<800 {
            let agreement = agreement(&dice)
            let slow = Wide(agreement, rates)
            do {
                let runway = try agreement.runway(year: 2026, rates: rates)
                right += 1
                #expect(slow.fits, "round \(round)")
                #expect(runway.months.map { Int128($0.members) } == slow.heads)
                #expect(runway.months.map { Int128($0.needed) } == slow.costs)
                #expect(runway.months.map { Int128($0.left) } == slow.left)
                #expect(Int128(runway.needed) == slow.costs.reduce(0, +))
                #expect(Int128(runway.available) == slow.available)
                #expect(Int128(runway.shortfall) == max(0, slow.costs.reduce(0, +) - slow.available))
                #expect(Int128(runway.surplus) == max(0, slow.available - slow.costs.reduce(0, +)))
                if let carried = runway.peopleCarried, slow.costs.allSatisfy({ $0 < 1 << 62 }) {
                    #expect(Int128(carried) >= 0)
                }
                #expect(runway.outlook.map { Int128($0.expected) } == slow.expected)
            } catch {
                refused += 1
                #expect(error == .tooLarge(year: 2026))
            }
            let findings = try Records.findings(agreement)
            #expect(
                findings.contains { $0.key == "figures_too_large:2026" }
                    == ((try? agreement.runway(year: 2026, rates: rates)) == nil))
            #expect(Int128(agreement.heads(in: Month(year: 2026, month: 1))) <= slow.heads[0])
            _ = (
                agreement.lastMembers, agreement.memberMonths(of: 2026), agreement.overdueBills(on: Day(number: 30_000))
            )
        }
        #expect(right > 50 && refused > 50)
    }

    @Test func `may be a wage with every share of it`() throws {
        let rates = try Rates(
            csv: """
                program,segment,component,payer,region,amount,percent_of_wage,from,until,regulation,basis
                jamsostek,non_asn,a,region,,,100,2015-07-01,,R,
                jamsostek,non_asn,b,region,,,100,2015-07-01,,R,
                jamsostek,non_asn,c,region,,10000000,,2015-07-01,,R,
                """)
        let agreement = Records.agreement(programme: .jamsostek) {
            $0.members = [Records.year(.nonASN, 2, 2026)]
            $0.fields["wage_base"] = [Figure(value: .integer(.max))]
        }
        #expect(throws: MoneyError.tooLarge(year: 2026)) { try agreement.runway(year: 2026, rates: rates) }
    }

    @Test func `can be added up over all segments`() {
        let agreement = Records.agreement {
            $0.members = [Records.year(.nonASN, .max, 2026), Records.year(.pbiJK, .max, 2026)]
        }
        #expect(agreement.heads(in: Month(year: 2026, month: 1)) == .max)
    }

    @Test(arguments: ["1e300", "-1e300", "92233720368547758.08"])
    func `of months that nobody can have are refused where they are read`(json: String) {
        #expect(throws: DecodingError.self) { try CanonicalJSON.decode(Hundredths.self, from: json) }
    }

    @Test func `keep gaps and their cost within bounds`() throws {
        let rates = try Records.rates()
        var dice = Dice(seed: 82)
        for _ in 0..<500 {
            let papers = (0..<4).map { number in
                var paper = Papers.cover("agr_\(number)")
                paper.programme = .jamsostek
                paper.validFrom = Day(year: 2025 + number / 2, month: 1, day: 1)
                paper.validUntil = Day(year: 2025 + number / 2, month: 12, day: 31)
                func edge() -> Int64 { LimitTests.edges.randomElement(using: &dice) ?? 0 }
                paper.lastMembers = [.init(segment: .pekerjaRentan, heads: edge(), flat: edge())]
                paper.year = .init(
                    needed: edge(), available: edge(), proposed: edge(), members: edge(), peopleCarried: edge())
                return paper
            }
            for gap in Gap.all(on: Papers.newYear, among: papers, rates: rates) {
                #expect(gap.people ?? 0 >= 0)
                #expect(gap.cost ?? 0 >= 0)
            }
        }
    }
}

private typealias LimitTests = `The largest figures`

/// The same sums in 128 bits, in which they cannot overflow.
private struct Wide {
    var heads: [Int128] = []
    var costs: [Int128] = []
    var left: [Int128] = []
    var available: Int128 = 0
    var proposed: Int128 = 0
    var expected: Int128?

    var fits: Bool {
        let needed = costs.reduce(0, +)
        let all = heads + costs + left + [available, proposed, needed, needed - available, expected ?? 0]
        return all.allSatisfy { Int64(exactly: $0) != nil }
    }

    init(_ agreement: Agreement, _ rates: Rates) {
        let year = 2026
        for line in agreement.funding {
            if line.stage >= .apbd { available += Int128(line.amount) } else { proposed += Int128(line.amount) }
        }
        var purse = available
        var expected: Int128 = 0
        for bill in agreement.bills where bill.month.year < year { expected += Int128(max(0, bill.amount - bill.paid)) }
        for number in 1...12 {
            let month = Month(year: year, month: number)
            var (people, cost): (Int128, Int128) = (0, 0)
            for segment in agreement.segments {
                let count = Int128(agreement.heads(segment, in: month))
                people += count
                guard count > 0, let price = agreement.price(segment, in: month, rates: rates) else { continue }
                // Ten times that much is beyond 64 bits, and a year of it within 128.
                cost += min(count * Int128(price), 1 << 70)
            }
            purse -= cost
            heads.append(people)
            costs.append(cost)
            left.append(purse)
            expected += agreement.bills.first { $0.month == month }.map { Int128($0.amount) } ?? cost
        }
        self.expected = expected
    }
}
