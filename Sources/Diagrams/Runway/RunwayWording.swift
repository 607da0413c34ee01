import Agreements
import Calendars
import Documents

/// What a year's chart says of it.
extension RunwayChart.Year {
    var heading: Bilingual {
        Bilingual(id: "Kecukupan anggaran \(year)", en: "Runway of the \(year) budget")
    }

    /// Whether the money lasts.
    var verdict: Bilingual {
        if agreements == 0 { return Bilingual(id: "Tidak ada perjanjian", en: "No agreements") }
        if isAggregate, short > 0 || shortfall > 0 { return verdictOfSeveral }
        let missing = money(shortfall)
        if shortfall > 0, available <= 0 {
            let since = runsOutIn.map { Bilingual(id: " sejak \($0.indonesian)", en: " from \($0.english) on") }
            return Bilingual(
                id: "Belum ada anggaran: kurang \(missing.id)\(since?.id ?? "")",
                en: "No budget yet: \(missing.en) short\(since?.en ?? "")")
        }
        if shortfall > 0 {
            let end = runsOutIn.map { Bilingual(id: "Habis \($0.indonesian): k", en: "Runs out in \($0.english): ") }
            return Bilingual(
                id: "\(end?.id ?? "K")urang \(missing.id)\(enough.id)",
                en: "\(end?.en ?? "")\(missing.en) short\(enough.en)")
        }
        guard needed > 0 else {
            return people > 0
                ? Bilingual(
                    id: "Kebutuhan belum dapat dihitung: tarif peserta belum diketahui",
                    en: "The need cannot be reckoned: no rate is known for the members")
                : Bilingual(id: "Tidak ada peserta pada \(year)", en: "No members in \(year)")
        }
        guard surplus > 0 else {
            return Bilingual(
                id: "Cukup sampai akhir \(year), tanpa sisa", en: "Lasts to the end of \(year), with nothing left")
        }
        return Bilingual(
            id: "Cukup sampai akhir \(year): sisa \(money(surplus).id)\(enough.id)",
            en: "Lasts to the end of \(year): \(money(surplus).en) left\(enough.en)")
    }

    private var verdictOfSeveral: Bilingual {
        let first = runsOutIn.map {
            Bilingual(id: "; yang pertama habis \($0.indonesian)", en: "; the first runs out in \($0.english)")
        }
        let number = count(short)
        let all = count(agreements)
        let missing = money(shortfall)
        return Bilingual(
            id: "\(number.id) dari \(all.id) perjanjian kurang \(missing.id)\(first?.id ?? "")\(enough.id)",
            en: "\(number.en) of \(all.en) agreements are \(missing.en) short\(first?.en ?? "")\(enough.en)")
    }

    private var enough: Bilingual {
        guard let peopleCarried else { return Bilingual(id: "", en: "") }
        let people = count(peopleCarried)
        return Bilingual(
            id: "; cukup untuk \(people.id) orang",
            en: "; enough for \(people.en) \(peopleCarried == 1 ? "person" : "people")")
    }

    /// The sums behind it.
    var sums: [Bilingual] {
        var sums = [
            Bilingual(
                id: "Tersedia \(money(available).id), perlu \(money(needed).id)",
                en: "\(money(available).en) available, \(money(needed).en) needed")
        ]
        if people > 0 {
            sums.append(
                Bilingual(
                    id: "Paling banyak \(count(people).id) peserta sebulan",
                    en: "At most \(count(people).en) \(people == 1 ? "member" : "members") a month"))
        }
        if proposed != 0 {
            sums.append(
                Bilingual(
                    id: "Baru diusulkan, belum disahkan: \(money(proposed).id)",
                    en: "Only proposed, not enacted: \(money(proposed).en)"))
        }
        if hasBills {
            sums.append(
                Bilingual(
                    id: "Ditagih \(money(billed).id), dibayar \(money(paid).id)",
                    en: "\(money(billed).en) billed, \(money(paid).en) paid"))
        }
        return sums
    }

    /// What else must be known, a sentence each, and first what the bills come to.
    var notes: [Bilingual] {
        var notes: [Bilingual] = []
        if let outlook { notes.append(words(of: outlook)) }
        if !unpriced.isEmpty {
            let names = unpriced.map { $0.rawValue.replacing("_", with: " ") }.joined(separator: ", ")
            notes.append(
                Bilingual(
                    id: "Tarif belum diketahui, belum dihitung: \(names)", en: "No rate known, not counted: \(names)"))
        }
        if isAggregate, short > 0 {
            notes.append(
                Bilingual(
                    id: "Gambar menjumlahkan semua perjanjian; sisa yang satu tidak membayar kekurangan yang lain",
                    en: "The picture adds up all agreements; what one has left does not pay what another is short"))
        }
        return notes
    }

    private func words(of outlook: Runway.Outlook) -> Bilingual {
        let debts = money(outlook.owedBefore)
        let expected = money(outlook.expected)
        let before = Bilingual(
            id: outlook.owedBefore == 0 ? "" : ", termasuk tunggakan tahun lalu \(debts.id)",
            en: outlook.owedBefore == 0 ? "" : ", of which \(debts.en) are debts of earlier years")
        let rest: Bilingual
        if outlook.shortfall > 0 {
            let end = outlook.runsOutIn.map { Bilingual(id: ", habis \($0.indonesian)", en: ", out in \($0.english)") }
            let missing = money(outlook.shortfall)
            rest = Bilingual(id: "kurang \(missing.id)\(end?.id ?? "")", en: "\(missing.en) short\(end?.en ?? "")")
        } else {
            rest = Bilingual(id: "sisa \(money(outlook.surplus).id)", en: "\(money(outlook.surplus).en) left")
        }
        return Bilingual(
            id: "Menurut tagihan: perlu \(expected.id)\(before.id); \(rest.id)",
            en: "By what was billed: \(expected.en) needed\(before.en); \(rest.en)")
    }

    /// One month in words, with its whole amounts.
    func words(of column: Column) -> Bilingual {
        let line = column.line
        let (members, needed, left) = (count(line.members), money(line.needed), money(column.left))
        let (billed, paid) = (money(line.billed), money(line.paid))
        let isBilled = line.billed != 0 || line.paid != 0
        return Bilingual(
            id: "\(line.month.indonesian): \(members.id) peserta, perlu \(needed.id)"
                + (isBilled ? ", ditagih \(billed.id), dibayar \(paid.id)" : "") + ", sisa \(left.id)",
            en: "\(line.month.english): \(members.en) \(line.members == 1 ? "member" : "members"), \(needed.en) needed"
                + (isBilled ? ", \(billed.en) billed, \(paid.en) paid" : "") + ", \(left.en) left")
    }

    /// What stands at the month in which the money runs out.
    var mark: Bilingual? {
        runsOutIn.map { month in
            if isAggregate {
                return Bilingual(
                    id: "Yang pertama habis \(month.indonesian)", en: "The first runs out in \(month.english)")
            }
            return available > 0
                ? Bilingual(id: "Habis \(month.indonesian)", en: "Runs out in \(month.english)")
                : Bilingual(id: "Tanpa uang sejak \(month.indonesian)", en: "No money from \(month.english) on")
        }
    }

    private func money(_ value: some BinaryInteger) -> Bilingual {
        Bilingual(id: Amount(value).rupiah(.indonesian), en: Amount(value).rupiah(.english))
    }

    private func count(_ value: Int64) -> Bilingual { Bilingual(id: value.indonesian, en: value.english) }
}

/// The words of the chart that are the same in every year.
enum RunwayWording {
    static let leftPanel = Bilingual(
        id: "Sisa uang pada akhir bulan (rupiah)", en: "Money left at the end of each month (rupiah)")
    static let needPanel = Bilingual(id: "Kebutuhan tiap bulan (rupiah)", en: "Need of each month (rupiah)")
    static let needAndBillPanel = Bilingual(
        id: "Kebutuhan dan tagihan tiap bulan (rupiah)", en: "Need and bill of each month (rupiah)")
    static let members = Bilingual(id: "Peserta", en: "Members")
    static let needed = Bilingual(id: "Perlu", en: "Needed")
    static let billed = Bilingual(id: "Ditagih", en: "Billed")
    static let paid = Bilingual(id: "Dibayar", en: "Paid")
    static let left = Bilingual(id: "Sisa", en: "Left")
    static let noBudget = Bilingual(id: "Belum ada anggaran", en: "No budget yet")
    static let leftSign = Bilingual(id: "sisa uang", en: "money left")
    static let neededSign = Bilingual(id: "perlu", en: "needed")
    static let uncoveredSign = Bilingual(id: "kurang: tidak terbayar anggaran", en: "short: not covered by the budget")
    static let billedSign = Bilingual(id: "ditagih", en: "billed")
    static let paidSign = Bilingual(id: "dibayar", en: "paid")
    static let availableSign = Bilingual(id: "anggaran tersedia", en: "budget available")
    static let proposedSign = Bilingual(id: "dengan yang baru diusulkan", en: "with what is only proposed")

    static func available(_ amount: Amount) -> Bilingual {
        Bilingual(
            id: "Tersedia \(amount.shortRupiah(.indonesian))", en: "\(amount.shortRupiah(.english)) available")
    }

    static func proposed(_ amount: Amount) -> Bilingual {
        Bilingual(
            id: "Dengan usulan \(amount.shortRupiah(.indonesian))", en: "\(amount.shortRupiah(.english)) with proposals"
        )
    }
}

extension Month {
    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private var englishName: String { Month.names[number - 1] }

    /// `January 2019`.
    var english: String { "\(englishName) \(year)" }

    /// `Des`, `Dec`.
    func short(_ language: Language) -> String {
        String((language == .indonesian ? indonesian : englishName).prefix(3))
    }
}
