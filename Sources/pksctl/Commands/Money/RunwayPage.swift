import Documents

/// One agreement's money against its people in a year, as a page.
struct RunwayPage {
    private let runway: JSON
    private let ref: String
    private let supposed: String
    private let output: Output

    private static let barWidth = 20

    /// - Parameter supposed: what was supposed instead of what is on record; empty if nothing was.
    init(_ runway: JSON, of ref: String, supposing supposed: String, output: Output) {
        self.runway = runway
        self.ref = ref
        self.supposed = supposed
        self.output = output
    }

    private var language: Language { output.language }
    private var months: [JSON] { runway["months"]?.list ?? [] }

    func text() -> String {
        let isEmpty =
            outlook.isEmpty && (runway["unpriced"]?.list ?? []).isEmpty
            && ["needed", "available", "proposed"].allSatisfy { (runway[$0]?.integer ?? 0) == 0 }
        let nothing = output.word(
            "  Tidak ada peserta atau dana untuk tahun ini.", "  There are no people and no money for this year.")
        return [head + (isEmpty ? [nothing] : sums), outlook, isEmpty ? [] : [table.text()]]
            .filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var head: [String] {
        let title = "\(ref) · \(runway.cell("year"))"
        if supposed.isEmpty { return [title] }
        return [
            title,
            output.word("Pengandaian, tidak ada yang disimpan: ", "What if; nothing is stored: ") + supposed,
        ]
    }

    private var sums: [String] {
        let month = runway["runs_out_in"]?.text.map { language.month($0) }
        return pairs(
            moneyPairs(runway, output) + [
                (output.word("Habis pada", "Runs out in"), month ?? ""),
                (output.word("Cukup untuk", "Enough for"), carried),
                (output.word("Tanpa tarif, tidak dihitung", "Without a rate, not counted"), runway.cell("unpriced")),
            ])
    }

    /// `11,28 bulan, atau 17.857 dari 19.000 orang sampai akhir`.
    private var carried: String {
        let all = months.compactMap { $0["members"]?.integer }.max() ?? 0
        let people = runway["people_carried"]?.integer.map { carried in
            let (some, there) = (language.number(carried), language.number(all))
            return carried < all
                ? output.word("\(some) dari \(there) orang sampai akhir", "\(some) of \(there) people to the end")
                : output.word("\(some) orang (pesertanya \(there))", "\(some) people (there are \(there))")
        }
        let months = runway.cell("months_carried", language)
        return [months.isEmpty ? nil : months + output.word(" bulan", " months"), people].compactMap { $0 }
            .joined(separator: output.word(", atau ", ", or "))
    }

    private var outlook: [String] {
        guard let outlook = runway["outlook"], outlook != .null else { return [] }
        let month = outlook["runs_out_in"]?.text.map { language.month($0) }
        return [output.word("Menurut tagihan", "By what was billed")]
            + pairs(
                [
                    (output.word("Ditagih", "Billed"), outlook.rupiah("billed", language)),
                    (output.word("Dibayar", "Paid"), outlook.rupiah("paid", language)),
                    (output.word("Belum dibayar", "Owed"), outlook.rupiah("owed", language)),
                    (
                        output.word("Utang tahun-tahun sebelumnya", "Debts of earlier years"),
                        outlook.rupiah("owed_before", language)
                    ),
                    (
                        output.word("Perkiraan sampai akhir tahun", "Expected for the year"),
                        outlook.rupiah("expected", language)
                    ),
                ] + balancePairs(outlook, output) + [(output.word("Habis pada", "Runs out in"), month ?? "")])
    }

    private var table: TextTable {
        var table = TextTable([
            .init(title: output.word("BULAN", "MONTH")),
            .init(title: output.word("PESERTA", "MEMBERS"), isNumber: true),
            .init(title: output.word("PERLU", "NEEDED"), isNumber: true),
            .init(title: output.word("SISA", "LEFT"), isNumber: true), .init(title: ""),
            .init(title: output.word("DITAGIH", "BILLED"), isNumber: true),
            .init(title: output.word("DIBAYAR", "PAID"), isNumber: true),
        ])
        for month in months {
            table.append([
                month.cell("month"), month.count("members", language), month.rupiah("needed", language),
                month.rupiah("left", language), bar(month["left"]?.integer ?? 0), month.rupiah("billed", language),
                month.rupiah("paid", language),
            ])
        }
        return table
    }

    /// What is left of the money at the end of a month, of the whole.
    private func bar(_ left: Int64) -> String {
        if left < 0 { return output.word("✗ kurang", "✗ short") }
        guard let available = runway["available"]?.integer, available > 0 else { return "" }
        let share = Double(left) / Double(available) * Double(RunwayPage.barWidth)
        let filled = min(RunwayPage.barWidth, max(left > 0 ? 1 : 0, Int(share.rounded())))
        return String(repeating: "█", count: filled) + String(repeating: "░", count: RunwayPage.barWidth - filled)
    }
}

/// What is needed and what is there, of one agreement or of many.
func moneyPairs(_ sums: JSON, _ output: Output) -> [(String, String)] {
    let language = output.language
    let proposed = sums["proposed"]?.integer ?? 0
    return [
        (output.word("Perlu", "Needed"), sums.rupiah("needed", language)),
        (output.word("Tersedia", "Available"), sums.rupiah("available", language)),
        (output.word("Baru diusulkan", "Only proposed"), proposed > 0 ? language.rupiah(proposed) : ""),
    ] + balancePairs(sums, output)
}

/// What is missing and what is left over; of many agreements both at once, since one does not pay for another.
func balancePairs(_ sums: JSON, _ output: Output) -> [(String, String)] {
    func amount(_ key: String) -> String {
        sums[key]?.integer.flatMap { $0 > 0 ? output.language.rupiah($0) : nil } ?? ""
    }
    return [
        (output.word("KURANG", "SHORT OF"), amount("shortfall")),
        (output.word("Lebih", "Left over"), amount("surplus")),
    ]
}

/// `2019: perlu Rp1.380.000.000, tersedia Rp2.000.000.000, lebih Rp620.000.000; cukup untuk 7.246 orang setahun`.
func runwaySentence(_ runway: JSON, _ output: Output) -> String {
    let language = output.language
    var parts = [
        output.word("perlu ", "needed ") + runway.rupiah("needed", language),
        output.word("tersedia ", "available ") + runway.rupiah("available", language),
    ]
    if let proposed = runway["proposed"]?.integer, proposed > 0 {
        parts.append(output.word("baru diusulkan ", "only proposed ") + language.rupiah(proposed))
    }
    if let shortfall = runway["shortfall"]?.integer, shortfall > 0 {
        parts.append(output.word("KURANG ", "SHORT OF ") + language.rupiah(shortfall))
    } else if let surplus = runway["surplus"]?.integer, surplus > 0 {
        parts.append(output.word("lebih ", "left over ") + language.rupiah(surplus))
    }
    if let month = runway["runs_out_in"]?.text {
        parts.append(output.word("habis pada ", "runs out in ") + language.month(month))
    }
    if let people = runway["people_carried"]?.integer {
        parts.append(
            output.word("cukup untuk ", "enough for ") + language.number(people)
                + output.word(" orang setahun", " people for a year"))
    }
    if let unpriced = runway["unpriced"]?.list, !unpriced.isEmpty {
        parts.append(output.word("tanpa tarif: ", "without a rate: ") + runway.cell("unpriced"))
    }
    return runway.cell("year") + ": " + parts.joined(separator: "; ")
}
