import Calendars
import Documents

/// What does not add up about one month's bill.
extension Agreement {
    func billFindings(_ bill: Bill, rates: Rates) -> [Finding] {
        [amountAgainstHeads(bill, rates), headsAgainstRecord(bill, rates), overpaid(bill)].compactMap { $0 }
    }

    /// Segments with a count for a month, without the poor that the centre pays for: nobody bills the region for them.
    private func billedSegments(in month: Month, _ rates: Rates) -> [Segment] {
        segments.filter { segment in
            memberCount(segment, in: month) != nil
                && (segment != .pbiJK || price(segment, in: month, rates: rates) != nil)
        }
    }

    /// The bill names its heads, and costs something else than they do; only told where one price holds for all.
    private func amountAgainstHeads(_ bill: Bill, _ rates: Rates) -> Finding? {
        guard let heads = bill.heads else { return nil }
        let billed = billedSegments(in: bill.month, rates).filter { self.heads($0, in: bill.month) > 0 }
        let prices = Set(
            (billed.isEmpty ? [programme.usualSegment] : billed).map { price($0, in: bill.month, rates: rates) })
        guard prices.count == 1, let price = prices.first ?? nil, Int128(heads) * Int128(price) != Int128(bill.amount)
        else { return nil }
        let expected = Int64(clamping: Int128(heads) * Int128(price))
        return Finding(
            code: "bill_amount_mismatch", key: "bill_amount_mismatch:\(bill.month)",
            say: Bilingual(
                id:
                    "Tagihan \(bill.month.indonesian) \(bill.amount.rupiah) untuk \(heads.indonesian) orang, padahal dengan \(price.rupiah) per orang hitungannya \(expected.rupiah).",
                en:
                    "The bill of \(bill.month) is \(bill.amount.rupiahEnglish) for \(heads.english) people, who cost \(expected.rupiahEnglish) at \(price.rupiahEnglish) each."
            ),
            numbers: [
                "month": .text(bill.month.description), "amount": .integer(bill.amount), "heads": .integer(heads),
                "price": .integer(price), "expected": .integer(expected),
            ])
    }

    /// The bill counts other heads than the record.
    private func headsAgainstRecord(_ bill: Bill, _ rates: Rates) -> Finding? {
        let billed = billedSegments(in: bill.month, rates)
        guard let heads = bill.heads, !billed.isEmpty else { return nil }
        let recorded = billed.reduce(0 as Int128) { $0 + Int128(self.heads($1, in: bill.month)) }
        guard recorded != Int128(heads) else { return nil }
        let onRecord = Int64(clamping: recorded)
        return Finding(
            code: "bill_heads_mismatch", key: "bill_heads_mismatch:\(bill.month)",
            say: Bilingual(
                id:
                    "Tagihan \(bill.month.indonesian) untuk \(heads.indonesian) orang, tercatat \(onRecord.indonesian).",
                en: "The bill of \(bill.month) is for \(heads.english) people, on record are \(onRecord.english)."),
            numbers: [
                "month": .text(bill.month.description), "billed": .integer(heads), "recorded": .integer(onRecord),
                "difference": .integer(Int64(clamping: Int128(heads) - recorded)),
            ])
    }

    private func overpaid(_ bill: Bill) -> Finding? {
        guard bill.paid > bill.amount else { return nil }
        let over = Int64(clamping: Int128(bill.paid) - Int128(bill.amount))
        return Finding(
            code: "bill_overpaid", key: "bill_overpaid:\(bill.month)",
            say: Bilingual(
                id:
                    "Tagihan \(bill.month.indonesian) \(bill.amount.rupiah) dibayar \(bill.paid.rupiah): lebih \(over.rupiah).",
                en:
                    "The bill of \(bill.month), \(bill.amount.rupiahEnglish), was paid with \(bill.paid.rupiahEnglish): \(over.rupiahEnglish) too much."
            ),
            numbers: [
                "month": .text(bill.month.description), "amount": .integer(bill.amount), "paid": .integer(bill.paid),
                "over": .integer(over),
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
