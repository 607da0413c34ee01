import Agreements
import Calendars
import Diagrams
import Documents
import Engine
import Hummingbird
import Ledger

/// The money of a year, and the bills past their day.
struct MoneyPages {
    let pages: Pages

    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("money", use: money)
        router.get("money/arrears", use: arrears)
        router.get("money/runway.svg", use: picture)
    }

    private struct Asked {
        var year: Int
        var scope: Scope
        var grouping: Grouping
        /// How many parts stand on the pages before.
        var start: Int
    }

    private func asked(_ request: Request, _ context: PageContext) throws -> Asked {
        let query = Query(form: request)
        let scope = context.scope(query, engine.rules.reference.regions)
        let year = query.year("year") ?? engine.today(in: scope.region).year
        let start = query.start(of: "parts")
        try query.finish()
        try engine.check(scope)
        return Asked(year: year, scope: scope, grouping: Grouping(inside: scope.region), start: start)
    }

    @Sendable private func picture(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let overview = try await engine.runwayOverview(
            of: asked.year, by: asked.grouping, in: asked.scope, for: context.principal)
        let name = engine.rules.reference.regions[overview.total.key]?.name ?? overview.total.key
        return .svg(RunwayChart(.init(overview, of: asked.year), title: name, language: context.language).svg)
    }

    @Sendable private func money(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let language = context.language
        let say = context.say
        let overview = try await engine.runwayOverview(
            of: asked.year, by: asked.grouping, in: asked.scope, for: context.principal)
        let total = overview.total
        let regions = engine.rules.reference.regions
        var page = ListPage(
            title: say("Uang \(asked.year)", "Money of \(asked.year)"),
            introduction: say(
                "Apakah anggaran cukup untuk semua orang yang terdaftar, bulan demi bulan.",
                "Whether the budgets pay for everybody who is listed, month by month."))
        page.filters = [
            .typed("year", say("Tahun", "Year"), String(asked.year), "number"),
            .typed("region", say("Kode daerah", "Code of the region"), asked.scope.region ?? ""),
        ]
        page.figures = [
            .init(
                figure: total.shortfall.rupiah(language), meaning: say("kurang", "short"), isBad: total.shortfall > 0),
            .init(figure: total.needed.rupiah(language), meaning: say("diperlukan", "needed")),
            .init(figure: total.available.rupiah(language), meaning: say("tersedia", "available")),
            .init(
                figure: total.short.text(language),
                meaning: say(
                    "dari \(total.agreements.indonesian) perjanjian kurang dana",
                    "of \(total.agreements.english) agreements are short"),
                isBad: total.short > 0),
        ]
        let query = "year=\(asked.year)" + (asked.scope.region.map { "&region=\($0)" } ?? "")
        page.pictures = [
            .init(
                source: "/money/runway.svg?\(query)",
                alternative: page.figures.map { "\($0.meaning) \($0.figure)" }.joined(separator: "; "))
        ]
        var table = ListPage.Table(
            "parts",
            asked.grouping == .agreement
                ? say("Menurut perjanjian", "By agreement") : say("Menurut daerah", "By region"),
            [
                .init(say("Nama", "Name")), .init(say("Perlu", "Needed"), isNumber: true),
                .init(say("Tersedia", "Available"), isNumber: true), .init(say("Kurang", "Short"), isNumber: true),
                .init(say("Habis pada", "Runs out in")), .init(say("Terbiayai", "Carried"), isNumber: true),
            ], none: say("Belum ada anggaran atau peserta untuk tahun ini.", "No budgets or members of this year yet."))
        let parts = overview.parts.sorted { ($1.shortfall, $0.key) < ($0.shortfall, $1.key) }
        table.append(parts, from: asked.start, of: request) { part in
            let isAgreement = asked.grouping == .agreement
            return [
                .init(
                    part.title ?? regions[part.key]?.name ?? part.key,
                    path: isAgreement
                        ? "/agreements/\(part.key)#money" : "/money?year=\(asked.year)&region=\(part.key)",
                    detail: part.ref),
                .init(part.needed.rupiah(language)), .init(part.available.rupiah(language)),
                .init(part.shortfall > 0 ? part.shortfall.rupiah(language) : "–", isBad: part.shortfall > 0),
                .init(part.runsOutIn?.text(language)),
                .init("\(part.peopleCarried.text(language)) / \(part.people.text(language))"),
            ]
        }
        page.tables = [table]
        page.links = [
            .init(path: "/money/arrears", text: say("Tagihan lewat jatuh tempo", "Bills past their day"))
        ]
        return pages.page("list", page.title, in: .money, page, context)
    }

    @Sendable private func arrears(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let scope = context.scope(query, engine.rules.reference.regions)
        let start = query.start(of: "bills")
        try query.finish()
        try engine.check(scope)
        let language = context.language
        let say = context.say
        let today = engine.today(in: scope.region)
        let rows = try await engine.arrears(on: today, in: scope, for: context.principal)
        let owed = rows.reduce(0 as Int128) { $0 + Int128($1.bill.owed) }
        var page = ListPage(
            title: say("Tagihan lewat jatuh tempo", "Bills past their day"),
            introduction: say(
                "JKN jatuh tempo tanggal 10, Jamsostek tanggal 15; yang paling lama di atas.",
                "JKN is due on the 10th, Jamsostek on the 15th; the oldest first."))
        page.filters = [.typed("region", say("Kode daerah", "Code of the region"), scope.region ?? "")]
        page.figures = [
            .init(
                figure: Int64(clamping: owed).rupiah(language), meaning: say("belum dibayar", "unpaid"), isBad: owed > 0
            ),
            .init(figure: Int64(rows.count).text(language), meaning: say("tagihan", "bills")),
        ]
        var table = ListPage.Table(
            "bills", say("Tagihan", "Bills"),
            [
                .init(say("Perjanjian", "Agreement")), .init(say("Bulan", "Month")),
                .init(say("Sisa", "Owed"), isNumber: true), .init(say("Jatuh tempo", "Due")),
                .init(say("Langkah", "Step")), .init(say("Akibat", "Consequence")),
            ], none: say("Tidak ada tagihan yang lewat jatuh tempo.", "No bill is past its day."))
        table.append(rows, from: start, of: request) { row in
            let overdue = OverdueBill(row.bill, on: today)
            return [
                .init(
                    row.ref ?? row.agreement.rawValue, path: "/agreements/\(row.agreement)#bills",
                    detail: engine.rules.reference.regions[row.region]?.name),
                .init(row.bill.month.text(language)), .init(row.bill.owed.rupiah(language)),
                .init(
                    row.bill.dueOn.text(language),
                    detail: overdue.map { say("\($0.monthsLate) bulan", "\($0.monthsLate) months") }),
                .init(engine.rules.label(ofBillAt: row.bill.stage).text(language)),
                .init(overdue?.consequence.label.text(language)),
            ]
        }
        page.tables = [table]
        return pages.page("list", page.title, in: .money, page, context)
    }
}
