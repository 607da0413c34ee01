import Documents

/// Money, people and bills.
extension AgreementPage {
    var money: [String] {
        var table = TextTable([
            .init(title: output.word("TAHUN", "YEAR")), .init(title: output.word("SUMBER", "SOURCE")),
            .init(title: output.word("TAHAP", "STAGE")), .init(title: output.word("JUMLAH", "AMOUNT"), isNumber: true),
            .init(title: output.word("RUJUKAN", "REFERENCE"), widthMax: 60),
        ])
        for line in agreement["funding"]?.list ?? [] {
            table.append([
                line.cell("fiscal_year"), line.cell("source"), line.cell("stage"), line.rupiah("amount", language),
                line.cell("reference"),
            ])
        }
        return rows(table) + revisions + runways.map { "  \(runwaySentence($0, output))" }
    }

    var members: [String] {
        var table = TextTable([
            .init(title: output.word("SEGMEN", "SEGMENT")), .init(title: output.word("DARI", "FROM")),
            .init(title: output.word("SAMPAI", "UNTIL")), .init(title: output.word("ORANG", "PEOPLE"), isNumber: true),
            .init(title: output.word("UPAH", "WAGE"), isNumber: true), .init(title: output.word("PER", "AS OF")),
            .init(title: output.word("SUMBER", "SOURCE"), widthMax: 60),
        ])
        for count in agreement["members"]?.list ?? [] {
            table.append([
                count.cell("segment"), count.cell("from"), count.cell("until"), count.count("count", language),
                count.rupiah("wage", language), count.cell("as_of"), count.cell("source"),
            ])
        }
        return rows(table) + changes
    }

    var bills: [String] {
        var table = TextTable([
            .init(title: output.word("BULAN", "MONTH")), .init(title: output.word("TAGIHAN", "AMOUNT"), isNumber: true),
            .init(title: output.word("DIBAYAR", "PAID"), isNumber: true),
            .init(title: output.word("ORANG", "PEOPLE"), isNumber: true), .init(title: output.word("TAHAP", "STAGE")),
            .init(title: output.word("JATUH TEMPO", "DUE")), .init(title: output.word("RUJUKAN", "REFERENCE")),
        ])
        for bill in agreement["bills"]?.list ?? [] {
            table.append([
                bill.cell("month"), bill.rupiah("amount", language), bill.rupiah("paid", language),
                bill.count("heads", language), bill.cell("stage"), bill.cell("due_on"), bill.cell("reference"),
            ])
        }
        return rows(table) + payments
    }

    /// Each change of a ceiling under the line's key, by which it is revised again.
    private var revisions: [String] {
        (agreement["funding"]?.list ?? []).flatMap { line -> [String] in
            guard let revisions = line["revisions"]?.list, !revisions.isEmpty else { return [] }
            let original = output.word("semula ", "at first ") + line.rupiah("original", language)
            return ["  \(line.cell("source"))-\(line.cell("fiscal_year")): \(original)"]
                + revisions.map { "    → \(revisionSentence($0, output))" }
        }
    }

    private var payments: [String] {
        (agreement["bills"]?.list ?? []).flatMap { bill in
            (bill["payments"]?.list ?? []).map { "  \(bill.cell("month")): \(paymentSentence($0, output))" }
        }
    }

    /// Who joined and left, month by month.
    private var changes: [String] {
        var table = TextTable(
            [
                .init(title: output.word("MUTASI", "CHANGES OF")), .init(title: output.word("SEGMEN", "SEGMENT")),
            ] + changeColumns(output) + [
                .init(title: output.word("PER", "AS OF")), .init(title: output.word("SUMBER", "SOURCE"), widthMax: 60),
            ])
        for change in agreement["member_changes"]?.list ?? [] {
            table.append(
                [change.cell("month"), change.cell("segment")] + changeCells(change, language)
                    + [change.cell("as_of"), change.cell("source")])
        }
        return table.isEmpty ? [] : [""] + rows(table)
    }
}
