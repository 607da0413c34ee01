import Calendars
import Documents

/// What does not add up about money: the year's budget against its heads and its bills.
extension Agreement {
    func moneyFindings(year: Int, rates: Rates) -> [Finding] {
        do throws(MoneyError) {
            let runway = try runway(year: year, rates: rates)
            return [
                budgetAgainstHeads(runway), monthsNotWhole(runway), billsAgainstBudget(runway),
                paidOverBudget(runway),
            ].compactMap { $0 }
        } catch {
            return [Finding(code: "figures_too_large", key: "figures_too_large:\(year)", say: error.message)]
        }
    }

    /// The money against the heads, in both directions.
    private func budgetAgainstHeads(_ runway: Runway) -> Finding? {
        guard runway.needed > 0, runway.available > 0 else { return nil }
        let heads = runway.months.map(\.members).max() ?? 0
        let numbers: [String: JSON] = [
            "year": .integer(Int64(runway.year)), "needed": .integer(runway.needed),
            "available": .integer(runway.available), "shortfall": .integer(runway.shortfall),
            "surplus": .integer(runway.surplus), "people_carried": runway.peopleCarried.map { .integer($0) } ?? .null,
            "runs_out_in": runway.runsOutIn.map { .text($0.description) } ?? .null,
        ]
        let carried = runway.peopleCarried ?? 0
        if runway.shortfall > 0 {
            return Finding(
                code: "budget_short", key: "budget_short:\(runway.year)",
                say: Bilingual(
                    id:
                        "Anggaran \(runway.year) kurang \(runway.shortfall.rupiah): perlu \(runway.needed.rupiah), ada \(runway.available.rupiah). Habis pada \(runway.runsOutIn?.indonesian ?? "-"); cukup untuk \(carried.indonesian) dari \(heads.indonesian) orang.",
                    en:
                        "The \(runway.year) budget is \(runway.shortfall.rupiahEnglish) short: \(runway.needed.rupiahEnglish) needed, \(runway.available.rupiahEnglish) available. It runs out in \(runway.runsOutIn?.description ?? "-") and carries \(carried.english) of \(heads.english) people."
                ),
                numbers: numbers)
        }
        // Within a twentieth is rounding; more is money or people that nobody has explained.
        guard Int128(runway.surplus) * 20 > Int128(runway.needed) else { return nil }
        return Finding(
            code: "budget_surplus", key: "budget_surplus:\(runway.year)",
            say: Bilingual(
                id:
                    "Anggaran \(runway.year) lebih \(runway.surplus.rupiah) dari kebutuhan \(heads.indonesian) orang; cukup untuk \(carried.indonesian).",
                en:
                    "The \(runway.year) budget is \(runway.surplus.rupiahEnglish) more than \(heads.english) people cost; it would carry \(carried.english)."
            ),
            numbers: numbers)
    }

    /// The money is for a number of months that nobody would plan with, so that its heads or its rate are not those on
    /// record. Within a twentieth of a month is rounding.
    private func monthsNotWhole(_ runway: Runway) -> Finding? {
        guard runway.available > 0, runway.available != runway.needed, let carried = runway.monthsCarried else {
            return nil
        }
        guard (6...94).contains(carried.value % 100) else { return nil }
        return Finding(
            code: "months_not_whole", key: "months_not_whole:\(runway.year)",
            say: Bilingual(
                id:
                    "Anggaran \(runway.year) (\(runway.available.rupiah)) cukup untuk \(carried.indonesian) bulan, bukan bilangan bulat: jumlah peserta atau tarif yang dipakai lain.",
                en:
                    "The \(runway.year) budget (\(runway.available.rupiahEnglish)) pays for \(carried.english) months, which is no whole number: it was reckoned with other heads or another rate."
            ),
            numbers: [
                "year": .integer(Int64(runway.year)), "available": .integer(runway.available),
                "needed": .integer(runway.needed), "months_carried": carried.json,
            ])
    }

    /// More was paid for the year's months than was ever voted for it.
    private func paidOverBudget(_ runway: Runway) -> Finding? {
        // A line that is closed was voted before that, unless it was dropped; which of both it was does not matter here.
        let lines = funding.filter { $0.fiscalYear == runway.year }
        let voted = lines.reduce(0 as Int128) { $1.stage < .apbd ? $0 : $0 + Int128($1.amount) }
        let paid = bills.reduce(0 as Int128) { $1.month.year == runway.year ? $0 + Int128($1.paid) : $0 }
        guard !lines.isEmpty, paid > voted else { return nil }
        let over = Int64(clamping: paid - voted)
        return Finding(
            code: "paid_over_budget", key: "paid_over_budget:\(runway.year)",
            say: Bilingual(
                id:
                    "Untuk \(runway.year) sudah dibayar \(Int64(clamping: paid).rupiah), \(over.rupiah) lebih dari anggaran yang ditetapkan (\(Int64(clamping: voted).rupiah)).",
                en:
                    "\(Int64(clamping: paid).rupiahEnglish) has been paid for \(runway.year), \(over.rupiahEnglish) more than was enacted (\(Int64(clamping: voted).rupiahEnglish))."
            ),
            numbers: [
                "year": .integer(Int64(runway.year)), "paid": .integer(Int64(clamping: paid)),
                "enacted": .integer(Int64(clamping: voted)), "over": .integer(over),
            ])
    }

    /// What was really billed, with the debts of earlier years, is more than the budget, though the heads on record are not.
    private func billsAgainstBudget(_ runway: Runway) -> Finding? {
        guard let outlook = runway.outlook, outlook.shortfall > 0, runway.shortfall == 0, runway.available > 0 else {
            return nil
        }
        return Finding(
            code: "outlook_short", key: "outlook_short:\(runway.year)",
            say: Bilingual(
                id:
                    "Menurut tagihan, anggaran \(runway.year) kurang \(outlook.shortfall.rupiah): perlu \(outlook.expected.rupiah), termasuk tunggakan tahun lalu \(outlook.owedBefore.rupiah). Habis pada \(outlook.runsOutIn?.indonesian ?? "-").",
                en:
                    "By what was billed, the \(runway.year) budget is \(outlook.shortfall.rupiahEnglish) short: \(outlook.expected.rupiahEnglish) needed, of which \(outlook.owedBefore.rupiahEnglish) are debts of earlier years. It runs out in \(outlook.runsOutIn?.description ?? "-")."
            ),
            numbers: [
                "year": .integer(Int64(runway.year)), "expected": .integer(outlook.expected),
                "available": .integer(runway.available), "shortfall": .integer(outlook.shortfall),
                "owed_before": .integer(outlook.owedBefore), "billed": .integer(outlook.billed),
            ])
    }
}
