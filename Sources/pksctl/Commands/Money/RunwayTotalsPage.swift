import Documents

/// The money of many agreements in a year, added up, as a page.
struct RunwayTotalsPage {
    private let totals: JSON
    private let output: Output

    init(_ totals: JSON, output: Output) {
        self.totals = totals
        self.output = output
    }

    private var language: Language { output.language }

    func text() -> String {
        let place = [totals.cell("name"), totals.cell("region")].filter { !$0.isEmpty }.joined(separator: ", ")
        let head = "\(place.isEmpty ? output.word("Semua wilayah", "All regions") : place) · \(totals.cell("year"))"
        let items = itemTable
        if items.isEmpty {
            return head + "\n  "
                + output.word("Tidak ada peserta atau dana tercatat.", "There are no people and no money on record.")
        }
        return [([head] + sums).joined(separator: "\n"), items.text(), monthTable.text()].joined(separator: "\n\n")
    }

    private var sums: [String] {
        let short = totals["short"]?.integer ?? 0
        let shortWords = short > 0 ? ", \(language.number(short)) " + output.word("kurang dana", "short of money") : ""
        let month = totals["runs_out_in"]?.text.map { language.month($0) }
        let people = totals.count("people", language)
        let carried = totals.count("people_carried", language)
        return pairs(
            [(output.word("Naskah", "Agreements"), totals.count("agreements", language) + shortWords)]
                + moneyPairs(totals, output) + [
                    (output.word("Yang pertama habis", "The first runs out in"), month ?? ""),
                    (output.word("Ditagih", "Billed"), amount(totals, "billed")),
                    (output.word("Dibayar", "Paid"), amount(totals, "paid")),
                    (
                        output.word("Peserta", "People"),
                        people + output.word("; dana cukup untuk ", "; the money carries ") + carried
                    ),
                ])
    }

    private var itemTable: TextTable {
        let isByAgreement = totals["by"]?.text == "agreement"
        var table = TextTable([
            .init(title: isByAgreement ? "REF" : output.word("KODE", "CODE"), widthMax: 32),
            .init(
                title: isByAgreement ? output.word("NASKAH", "AGREEMENT") : output.word("WILAYAH", "REGION"),
                widthMax: 40),
            .init(title: output.word("NASKAH", "AGREEMENTS"), isNumber: true),
            .init(title: output.word("KURANG DANA", "SHORT"), isNumber: true),
            .init(title: output.word("PESERTA", "PEOPLE"), isNumber: true),
            .init(title: output.word("CUKUP UNTUK", "CARRIED"), isNumber: true),
            .init(title: output.word("PERLU", "NEEDED"), isNumber: true),
            .init(title: output.word("TERSEDIA", "AVAILABLE"), isNumber: true),
            .init(title: output.word("KURANG", "SHORTFALL"), isNumber: true),
            .init(title: output.word("LEBIH", "SURPLUS"), isNumber: true),
            .init(title: output.word("HABIS PADA", "RUNS OUT IN")),
        ])
        for item in totals.items() {
            table.append([
                item["ref"]?.text ?? item.cell("key"), item.cell("name"),
                isByAgreement ? "" : item.count("agreements", language),
                isByAgreement ? "" : item["short"]?.integer.flatMap { $0 > 0 ? language.number($0) : nil } ?? "",
                item.count("people", language), item.count("people_carried", language), item.rupiah("needed", language),
                item.rupiah("available", language), amount(item, "shortfall"), amount(item, "surplus"),
                item.cell("runs_out_in"),
            ])
        }
        return table
    }

    private var monthTable: TextTable {
        var table = TextTable([
            .init(title: output.word("BULAN", "MONTH")),
            .init(title: output.word("PESERTA", "MEMBERS"), isNumber: true),
            .init(title: output.word("PERLU", "NEEDED"), isNumber: true),
            .init(title: output.word("DITAGIH", "BILLED"), isNumber: true),
            .init(title: output.word("DIBAYAR", "PAID"), isNumber: true),
        ])
        for month in totals["months"]?.list ?? [] {
            table.append([
                month.cell("month"), month.count("members", language), month.rupiah("needed", language),
                amount(month, "billed"), amount(month, "paid"),
            ])
        }
        return table
    }

    /// A sum, or nothing where there is none.
    private func amount(_ sums: JSON, _ key: String) -> String {
        sums[key]?.integer.flatMap { $0 > 0 ? language.rupiah($0) : nil } ?? ""
    }
}
