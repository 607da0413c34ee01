import Agreements
import Calendars
import Diagrams
import Documents
import Engine
import Hummingbird
import Ledger

/// One printed page for the Bupati, the branch head or the DPRD: a region and a month.
struct ReportPages {
    /// What one sheet of paper has room for.
    private static let rowsMax = 5
    private static let sharesMax = 5

    let pages: Pages

    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("report", use: report)
    }

    private struct Model {
        struct Done {
            var state: String
            var count: String
        }

        struct Late {
            var office: String
            var count: String
            var people: String
            var owed: String
        }

        var title: String
        var filters: [ListPage.Filter]
        var place: String
        var asOf: String
        var figures: [ListPage.Figure]
        var done: [Done]
        var late: [Late]
        var hasLate: Bool
        var money: [Fact]
        var shares: String
        var sharesNote: String?
        var endings: String
        var preparedBy: String
    }

    @Sendable private func report(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let region = context.region(query, engine.rules.reference.regions)
        let month = query.month("month")
        try query.finish()
        try engine.check(Scope(region: region))
        let report = try await engine.report(
            of: month, region: region, for: context.principal, from: context.visitor)
        let title = Section.report.label.text(context.language) + " " + report.month.text(context.language)
        return pages.page("report", title, in: .report, model(report, context), context)
    }

    private func model(_ report: MonthReport, _ context: PageContext) -> Model {
        let language = context.language
        let say = context.say
        let place = report.region.flatMap { engine.rules.reference.regions[$0]?.name } ?? "Indonesia"
        let late = report.late.sorted {
            ($1.value.agreements, $0.key.rawValue) < ($0.value.agreements, $1.key.rawValue)
        }
        let lateAgreements = late.reduce(0) { $0 + $1.value.agreements }
        let shares = shares(report)
        let shown = Array(shares.prefix(ReportPages.sharesMax))
        return Model(
            title: say("Laporan kerja sama ", "Report on agreements, ") + report.month.text(language),
            filters: [
                .typed("month", say("Bulan", "Month"), report.month.description, "month"),
                .typed("region", say("Kode daerah", "Code of the region"), report.region ?? ""),
            ], place: place, asOf: report.today.text(language),
            figures: [
                .init(
                    figure: Int64(report.broughtIntoForce).text(language),
                    meaning: say("naskah mulai berlaku bulan ini", "papers came into force this month")),
                .init(
                    figure: Int64(lateAgreements).text(language),
                    meaning: say("langkah lewat tenggat", "steps past their deadline"), isBad: lateAgreements > 0),
                .init(
                    figure: report.peopleAtRisk.text(language),
                    meaning: say(
                        "orang akan kehilangan perlindungan 1 Januari \(report.month.year + 1)",
                        "people lose cover on 1 January \(report.month.year + 1)"), isBad: report.peopleAtRisk > 0),
                .init(
                    figure: report.arrears.owed.rupiah(language),
                    meaning: say(
                        "tunggakan dari \(Int64(report.arrears.bills).indonesian) tagihan",
                        "in arrears on \(Int64(report.arrears.bills).english) bills"), isBad: report.arrears.owed > 0),
            ],
            done: report.done.prefix(ReportPages.rowsMax).map {
                .init(
                    state: engine.rules.label(of: $0.state, in: $0.workflow).text(language),
                    count: Int64($0.agreements).text(language))
            },
            late: late.prefix(ReportPages.rowsMax).map { role, totals in
                .init(
                    office: role.label.text(language), count: Int64(totals.agreements).text(language),
                    people: totals.people.text(language), owed: totals.rupiah.rupiah(language))
            }, hasLate: !late.isEmpty, money: money(report, context),
            shares: MoneyAgainstTime(
                shown, title: place, today: min(report.today, report.month.last), language: language, breadth: .narrow
            ).inline(id: "shares"),
            sharesNote: shares.count > shown.count
                ? say(
                    "\(shown.count) yang paling tertinggal dari \(Int64(shares.count).indonesian).",
                    "The \(shown.count) that are furthest behind, of \(Int64(shares.count).english).") : nil,
            endings: endings(report, place, language).inline(id: "endings"),
            preparedBy: "\(context.signedIn.person.name), \(context.principal.role.label.text(language))")
    }

    private func money(_ report: MonthReport, _ context: PageContext) -> [Fact] {
        let (say, language) = (context.say, context.language)
        let money = report.money
        func percent(_ hundredths: Int64) -> String { Percent(hundredths: hundredths).text(language) }
        return [
            .init(
                label: say("Perlu \(report.month.year)", "Needed in \(report.month.year)"),
                value: money.needed.rupiah(language)),
            .init(label: say("Tersedia", "Available"), value: money.available.rupiah(language)),
            .init(label: say("Kurang", "Short by"), value: money.shortfall.rupiah(language)),
            .init(label: say("Ditagih", "Billed"), value: money.billed.rupiah(language)),
            .init(label: say("Dibayar", "Paid"), value: money.paid.rupiah(language)),
            .init(
                label: say("Uang terpakai, waktu berjalan", "Money spent, time over"),
                value: (report.moneyUsed.map(percent) ?? "–") + ", " + percent(report.timeUsed)),
        ]
    }

    // MARK: Pictures

    /// Money and time of each part, those that are furthest behind first, and at the end those that have no money.
    private func shares(_ report: MonthReport) -> [MoneyAgainstTime.Share] {
        let regions = engine.rules.reference.regions
        let first = Month(year: report.month.year, month: 1).first
        let last = Month(year: report.month.year, month: 12).last
        func spent(_ part: RunwayTotal) -> Int64 {
            part.available > 0 ? Int64(clamping: Int128(part.paid) * 10_000 / Int128(part.available)) : .max
        }
        return report.parts.sorted { (spent($0), $0.key) < (spent($1), $1.key) }.map { part in
            let isAgreement = Grouping(inside: report.region) == .agreement
            return MoneyAgainstTime.Share(
                label: part.title ?? regions[part.key]?.name ?? part.key, spent: part.paid, budget: part.available,
                from: first, until: last,
                link: isAgreement ? "/agreements/\(part.key)" : "/report?month=\(report.month)&region=\(part.key)")
        }
    }

    private func endings(_ report: MonthReport, _ place: String, _ language: Language) -> ExpiringByMonth {
        let region = report.region.map { "&region=\($0)" } ?? ""
        let lines = report.endings.map { ending in
            ExpiringByMonth.Line(
                month: ending.month, followed: Int64(ending.followed), open: Int64(ending.papers - ending.followed),
                people: ending.people - ending.peopleFollowed, link: "/month?month=\(ending.month)\(region)")
        }
        return ExpiringByMonth(lines, title: place, language: language, breadth: .narrow)
    }
}
