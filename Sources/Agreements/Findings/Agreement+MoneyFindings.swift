import Calendars
import Documents

/// What does not add up about money: the year's budget against its heads, and bills that are late.
extension Agreement {
    func moneyFindings(year: Int, rates: Rates) -> [Finding] {
        do throws(MoneyError) {
            let runway = try runway(year: year, rates: rates)
            return [budgetAgainstHeads(runway), billsAgainstBudget(runway)].compactMap { $0 }
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

extension OverdueBill {
    /// The debt as something to be told about: once when it arises, and again when a part of it is paid.
    var finding: Finding {
        Finding(
            code: "bill_overdue", key: "bill_overdue:\(bill.month)",
            say: Bilingual(
                id:
                    "Tagihan \(bill.month.indonesian) belum lunas sejak \(bill.dueOn.indonesian): sisa \(bill.owed.rupiah), \(monthsLate) bulan; \(consequence.label.id).",
                en:
                    "The bill of \(bill.month) is unpaid since \(bill.dueOn): \(bill.owed.rupiahEnglish) left, \(monthsLate) months; \(consequence.label.en)."
            ),
            numbers: [
                "month": .text(bill.month.description), "amount": .integer(bill.amount), "paid": .integer(bill.paid),
                "owed": .integer(bill.owed), "due_on": .text(bill.dueOn.description),
                "consequence": .text(consequence.rawValue),
            ])
    }
}
