import Agreements
import ArgumentParser
import Calendars
import Documents

struct RateCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rates",
        abstract: "See what a head costs in a month and who pays it; try other rates.",
        discussion: """
            For example:

              pksctl rates --on 2027-01-01 --program jkn
              pksctl rates --segment pbpu_bp_pemda --region 53
              pksctl rates preview rates-2027.csv
            """,
        subcommands: [RateList.self, RatePreview.self], defaultSubcommand: RateList.self)
}

struct RateList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the rates in force on a day.",
        discussion: """
            Below the table stands what a region pays for one head in a month: the parts whose payer is the region, and for \
            a province also the province's.

              pksctl rates list --on 2020-07-01 --program jkn
            """)

    @Option(help: ArgumentHelp("The day. (default: today)", valueName: "date")) var on: Day?
    @Option(help: "Only this programme.") var program: Programme?
    @Option(help: "Only this group of people.") var segment: Segment?
    @Option(help: "Only what applies in this region: its Kemendagri code, such as 53 or 53.71.") var region: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(
            ["rates"],
            query: [
                ("on", on?.description), ("program", program?.rawValue), ("segment", segment?.rawValue),
                ("region", region),
            ])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let table = rateTable(answer.items(), output)
        if table.isEmpty { return listed(table, answer, output) }
        var shares = TextTable([
            .init(title: "PROGRAM"), .init(title: output.word("SEGMEN", "SEGMENT")),
            .init(
                title: output.word("BAGIAN DAERAH PER ORANG SEBULAN", "THE REGION'S SHARE A HEAD-MONTH"), isNumber: true
            ),
        ])
        for share in answer["shares"]?.list ?? [] where share["region_share"]?.integer != nil {
            shares.append([share.cell("program"), share.cell("segment"), share.rupiah("region_share", output.language)])
        }
        let head = output.word("Berlaku pada ", "In force on ") + output.language.day(answer.cell("on"))
        return ([head, table.text()] + (shares.isEmpty ? [] : [shares.text()])).joined(separator: "\n\n")
    }
}

/// Rows of the table of rates, and how each is known.
private func rateTable(_ rows: [JSON], _ output: Output) -> TextTable {
    let language = output.language
    var table = TextTable([
        .init(title: "PROGRAM"), .init(title: output.word("SEGMEN", "SEGMENT")),
        .init(title: output.word("KOMPONEN", "COMPONENT")), .init(title: output.word("PEMBAYAR", "PAYER")),
        .init(title: output.word("WILAYAH", "REGION")), .init(title: output.word("BESARNYA", "RATE"), isNumber: true),
        .init(title: output.word("SEJAK", "FROM")), .init(title: output.word("SAMPAI", "UNTIL")),
        .init(title: output.word("PERATURAN", "REGULATION"), widthMax: 44),
        .init(title: output.word("DIKETAHUI DARI", "KNOWN FROM"), widthMax: 70),
    ])
    for row in rows {
        let percent = row.cell("percent_of_wage", language)
        table.append([
            row.cell("program"), row.cell("segment"), row.cell("component"), row.cell("payer"), row.cell("region"),
            percent.isEmpty ? row.rupiah("amount", language) : percent + output.word("% upah", "% of wage"),
            row.cell("from"), row.cell("until"), row.cell("regulation"), row.cell("basis"),
        ])
    }
    return table
}

struct RatePreview: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Say which budgets a proposed table of rates would make short. Nothing is stored.",
        discussion: """
            The file is the whole table, as Config/rates.csv would be. The largest growth comes first.

              pksctl rates preview rates-2027.csv
            """)

    @Argument(help: "The proposed table (CSV), or - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body: JSON = ["csv": .text(try InputFile(file).text())]
        let answer = try await session.client.write("POST", ["rates", "preview"], body, key: "preview")
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let language = output.language
        var sections: [String] = []
        for (key, title) in [
            ("added", output.word("Baris baru", "New rows")),
            ("removed", output.word("Baris yang hilang", "Rows that go")),
        ] {
            let rows = rateTable(answer[key]?.list ?? [], output)
            if !rows.isEmpty { sections.append(title + "\n" + rows.text(indent: "  ")) }
        }
        var table = TextTable([
            .init(title: "REF", widthMax: 32), .init(title: output.word("WILAYAH", "REGION"), widthMax: 28),
            .init(title: output.word("TAHUN", "YEAR")),
            .init(title: output.word("KURANG SEKARANG", "SHORT NOW"), isNumber: true),
            .init(title: output.word("KURANG NANTI", "SHORT THEN"), isNumber: true),
            .init(title: output.word("BERTAMBAH", "GROWS BY"), isNumber: true),
            .init(title: output.word("HABIS PADA", "RUNS OUT IN")),
        ])
        for item in answer.items() {
            table.append([
                item.name, item["region_name"]?.text ?? item.cell("region"), item.cell("year"),
                item.rupiah("shortfall_before", language), item.rupiah("shortfall_after", language),
                item.rupiah("growth", language), item.cell("runs_out_in"),
            ])
        }
        if !table.isEmpty { sections.append(table.text()) }
        let years = answer.items().count
        let count = language.number(Int64(years))
        let all = answer.count("agreements", language)
        sections.append(
            output.word(
                "Dari \(all) naskah yang berjalan, kekurangan bertambah pada \(count) tahun anggaran. Tidak ada yang disimpan.",
                "Of \(all) running agreements, the shortfall grows in \(count) budget \(years == 1 ? "year" : "years"). Nothing is stored."
            ))
        return sections.joined(separator: "\n\n")
    }
}
