import Agreements
import Calendars
import Documents
import Testing

@Suite struct `A bill that does not add up` {
    private let month = Month(year: 2026, month: 3)

    private func agreement(
        amount: Int64, heads: Int64?, paid: Int64 = 0,
        _ counts: [MemberCount] = [Records.year(.pbpuBPPemda, 100, 2026)],
        _ change: (inout Agreement) -> Void = { _ in }
    ) -> Agreement {
        Records.agreement {
            $0.members = counts
            $0.bills = [
                Bill(
                    month: month, amount: amount, heads: heads, dueOn: Day(number: 30_000), stage: "issued", paid: paid)
            ]
            change(&$0)
        }
    }

    private func keys(_ agreement: Agreement) throws -> [String] {
        try Records.findings(agreement).map(\.key).filter { $0.hasPrefix("bill_") || $0.hasPrefix("paid_") }
    }

    @Test(
        arguments: [
            (3_780_000, 100, []), (3_780_000, nil, []), (3_500_000, 100, ["bill_amount_mismatch:2026-03"]),
            (3_780_001, 100, ["bill_amount_mismatch:2026-03"]), (3_742_200, 99, ["bill_heads_mismatch:2026-03"]),
            (3_780_000, 99, ["bill_amount_mismatch:2026-03", "bill_heads_mismatch:2026-03"]), (1, nil, []),
        ] as [(Int64, Int64?, [String])])
    func `costs something else than its heads, or counts others than the record`(
        amount: Int64, heads: Int64?, wanted: [String]
    ) throws {
        #expect(try keys(agreement(amount: amount, heads: heads)) == wanted)
    }

    @Test func `says so with the numbers`() throws {
        let findings = try Records.findings(agreement(amount: 3_500_000, heads: 99))
        let amount = try #require(findings.first { $0.code == "bill_amount_mismatch" })
        #expect(
            amount.numbers == [
                "month": "2026-03", "amount": 3_500_000, "heads": 99, "price": 37_800, "expected": 3_742_200,
            ])
        #expect(
            amount.say.id
                == "Tagihan Maret 2026 Rp3.500.000 untuk 99 orang, padahal dengan Rp37.800 per orang hitungannya Rp3.742.200."
        )
        let heads = try #require(findings.first { $0.code == "bill_heads_mismatch" })
        #expect(heads.numbers == ["month": "2026-03", "billed": 99, "recorded": 100, "difference": -1])
        #expect(heads.say.en == "The bill of 2026-03 is for 99 people, on record are 100.")
    }

    @Test func `is only priced where one price is in play`() throws {
        let two = [Records.year(.pbpuBPPemda, 60, 2026), Records.year(.pbpuMandiri, 40, 2026)]
        #expect(try keys(agreement(amount: 1, heads: 100, two)) == [], "two prices")
        let poor = [Records.year(.pbpuBPPemda, 100, 2026), Records.year(.pbiJK, 900, 2026)]
        #expect(try keys(agreement(amount: 3_780_000, heads: 100, poor)) == [], "the centre pays for the poor")
        #expect(try keys(agreement(amount: 3_780_001, heads: 100, poor)) == ["bill_amount_mismatch:2026-03"])
        #expect(try keys(agreement(amount: 3_780_000, heads: 100, [])) == [], "the usual segment")
        #expect(try keys(agreement(amount: 3_780_001, heads: 100, [])) == ["bill_amount_mismatch:2026-03"])
        #expect(
            try keys(agreement(amount: 5, heads: 5, [Records.year(.pbpuBPPemda, 0, 2026)]))
                == ["bill_amount_mismatch:2026-03", "bill_heads_mismatch:2026-03"])
        let wages = [Records.year(.nonASN, 60, 2026), Records.year(.villageOfficials, 40, 2026)]
        let workers = { (amount: Int64, wage: Int64?) in
            self.agreement(amount: amount, heads: 100, wages) {
                $0.programme = .jamsostek
                if let wage { $0.fields["wage_base"] = [Figure(value: .integer(wage))] }
            }
        }
        #expect(try keys(workers(1, nil)) == [], "no wage is known")
        #expect(try keys(workers(1_080_000, 2_000_000)) == [], "both cost the same")
        #expect(try keys(workers(1_080_001, 2_000_000)) == ["bill_amount_mismatch:2026-03"])
    }

    @Test func `was paid with more than it asked for`() throws {
        let over = agreement(amount: 3_780_000, heads: 100, paid: 4_000_000)
        let told = try #require(try Records.finding("bill_overpaid", in: over))
        #expect(told.key == "bill_overpaid:2026-03")
        #expect(told.numbers == ["month": "2026-03", "amount": 3_780_000, "paid": 4_000_000, "over": 220_000])
        #expect(try keys(agreement(amount: 3_780_000, heads: 100, paid: 3_780_000)) == [])
    }

    @Test(
        arguments: [
            ([(FundingStage.apbd, 3_780_000)], 3_780_000, false), ([(.apbd, 3_779_999)], 3_780_000, true),
            ([(.apbd, 3_000_000), (.dpa, 780_000)], 3_780_000, false), ([(.rka, 9_000_000)], 1, true),
            ([(.rka, 9_000_000)], 0, false), ([(.closed, 3_780_000)], 3_780_000, false), ([], 3_780_000, false),
            ([(.exhausted, 3_000_000)], 3_780_000, true),
        ] as [([(FundingStage, Int64)], Int64, Bool)])
    func `was paid beyond the year's budget`(lines: [(FundingStage, Int64)], paid: Int64, isTold: Bool) throws {
        let agreement = agreement(amount: 3_780_000, heads: 100, paid: paid) {
            $0.funding = lines.enumerated().map {
                Records.money($0.element.1, 2026, $0.element.0, FundingSource.allCases[$0.offset])
            }
            $0.funding.append(Records.money(1, 2025))
        }
        #expect(try keys(agreement) == (isTold ? ["paid_over_budget:2026"] : []))
    }

    @Test func `tells beyond which budget`() throws {
        let agreement = agreement(amount: 3_780_000, heads: 100, paid: 3_780_000) {
            $0.funding = [Records.money(3_000_000, 2026)]
        }
        let told = try #require(try Records.finding("paid_over_budget", in: agreement))
        #expect(told.numbers == ["year": 2026, "paid": 3_780_000, "enacted": 3_000_000, "over": 780_000])
        #expect(
            told.say.en == "Rp3,780,000 has been paid for 2026, Rp780,000 more than was enacted (Rp3,000,000).")
    }
}

@Suite struct `Months that the money pays for` {
    /// 1,000 heads at Rp37,800.
    private let monthly: Int64 = 37_800_000

    @Test(
        arguments: [
            (1_200, nil), (1_205, nil), (1_206, 12.06), (1_195, nil), (1_194, 11.94), (1_128, 11.28), (900, nil),
            (905, nil), (906, 9.06), (1_739, 17.39), (2_400, nil), (50, 0.5), (5, nil), (0, nil), (1_150, 11.5),
        ] as [(Int64, Double?)])
    func `are told where they are not whole`(hundredths: Int64, months: Double?) throws {
        let agreement = Records.agreement {
            $0.members = [Records.year(.pbpuBPPemda, 1_000, 2026)]
            $0.funding = [Records.money(monthly / 100 * hundredths, 2026)]
        }
        let told = try Records.finding("months_not_whole", in: agreement)
        #expect(told?.numbers["months_carried"] == months.map { .number($0) })
        #expect(told.map { $0.key == "months_not_whole:2026" } ?? true)
    }

    @Test func `say nothing where the money is exactly enough, only asked for, or has no price`() throws {
        func finding(_ members: [MemberCount], _ money: FundingLine) throws -> Finding? {
            try Records.finding(
                "months_not_whole",
                in: Records.agreement {
                    $0.members = members
                    $0.funding = [money]
                })
        }
        // Fewer and fewer people: the money is what they cost, month by month.
        let leaving = (1...12).map { month in
            let month = Month(year: 2026, month: month)
            return MemberCount(
                segment: .pbpuBPPemda, from: month, until: month, count: Int64(1_300 - 100 * month.number))
        }
        #expect(try finding(leaving, Records.money(37_800 * 7_800, 2026)) == nil)
        #expect(try finding(leaving, Records.money(37_800 * 7_850, 2026)) != nil)
        let even = [Records.year(.pbpuBPPemda, 1_000, 2026)]
        #expect(try finding(even, Records.money(monthly / 2, 2026)) != nil)
        #expect(try finding(even, Records.money(monthly / 2, 2026, .rka)) == nil)
        #expect(try finding([Records.year(.pbiJK, 1_000, 2026)], Records.money(monthly / 2, 2026)) == nil)
        #expect(try finding([], Records.money(monthly / 2, 2026)) == nil)
    }
}
