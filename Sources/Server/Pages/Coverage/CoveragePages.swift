import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger

/// How many residents are insured, region by region, and who is about to lose it.
struct CoveragePages {
    let pages: Pages

    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("coverage", use: overview)
        router.get("coverage/:code") { request, context in try await region(request, context) }
        router.post("coverage/:code", use: record)
        router.get("gaps", use: gaps)
    }

    // MARK: All regions

    @Sendable private func overview(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let wanted = query.text("region").map(engine.rules.reference.regions.code)
        let start = query.start(of: "regions")
        try query.finish()
        try engine.check(Scope(region: wanted))
        let (say, language) = (context.say, context.language)
        let today = engine.today(in: wanted)
        let all = try await engine.standings(on: today, for: context.principal)
        let standings = all.filter { Region.covers(wanted ?? "00", $0.region.code) }
        var page = ListPage(
            title: say("Cakupan", "Coverage"),
            introduction: say(
                "Terdaftar dibanding penduduk, aktif dibanding terdaftar, terhadap ambang UHC yang berlaku hari ini.",
                "Registered against residents, active against registered, against the UHC bar in force today."))
        page.filters = [.typed("region", say("Kode daerah", "Code of the region"), wanted ?? "")]
        let falling = standings.filter { $0.standing.falling != nil }
        page.figures = [
            .init(
                figure: Int64(standings.count).text(language), meaning: say("daerah dengan data", "regions with data")),
            .init(
                figure: Int64(falling.count).text(language), meaning: say("akan turun", "about to fall"),
                isBad: !falling.isEmpty),
        ]
        let map = CoveragePicture.map(all, engine.rules.reference, on: today, language: language)
        page.pictures = [.init(svg: map)]
        var table = ListPage.Table(
            "regions", say("Daerah", "Regions"),
            [
                .init(say("Daerah", "Region")), .init(say("Status", "Status")),
                .init(say("Cakupan", "Coverage"), isNumber: true), .init(say("Keaktifan", "Active"), isNumber: true),
                .init(say("Kurang terdaftar", "Missing, registered"), isNumber: true),
                .init(say("Kurang aktif", "Missing, active"), isNumber: true),
                .init(say("Biaya setahun", "Cost a year"), isNumber: true), .init(say("Peringatan", "Warnings")),
            ], none: say("Belum ada data cakupan.", "No coverage on record yet."))
        let gravestFirst = standings.sorted {
            ($1.standing.warnings.count, $0.region.code) < ($0.standing.warnings.count, $1.region.code)
        }
        table.append(gravestFirst, from: start, of: request) { found in
            let standing = found.standing
            return [
                .init(found.region.name, path: "/coverage/\(found.region.code)"),
                .init(standing.status.label.text(language)), .init(standing.coverage.map { $0.text(language) }),
                .init(standing.activity.map { $0.text(language) }), .init(standing.missingRegistered?.text(language)),
                .init(standing.missingActive?.text(language)), .init(found.costToReach?.rupiah(language)),
                .init(standing.warnings.map { $0.say.text(language) }.joined(separator: "; "), isBad: false),
            ]
        }
        page.tables = [table]
        page.links = [
            .init(path: "/gaps", text: say("Yang kehilangan perlindungan 1 Januari", "Who loses cover on 1 January"))
        ]
        return pages.page("list", page.title, in: .coverage, page, context)
    }

    // MARK: One region

    private struct RegionModel {
        var name: String
        var facts: [Fact]
        var warnings: [String]
        var coverage: String?
        var terms: String?
        var history: ListPage.Table
        var record: FormModel?
    }

    private func form(_ code: String) -> Form {
        let schemes =
            [Form.Choice(value: "", label: Bilingual(id: "–", en: "–"))] + .all(CoverageFact.Scheme.self, \.label)
        return Form(
            id: "coverage", action: "/coverage/\(code)",
            title: Bilingual(id: "Catat cakupan", en: "Record coverage"), button: Bilingual(id: "Catat", en: "Record"),
            fields: [
                Form.Field("as_of", Bilingual(id: "Keadaan tanggal", en: "As of"), .day),
                Form.Field("registered", Bilingual(id: "Terdaftar", en: "Registered"), .integer, isRequired: false),
                Form.Field("active", Bilingual(id: "Aktif", en: "Active"), .integer, isRequired: false),
                Form.Field("residents", Bilingual(id: "Penduduk", en: "Residents"), .integer, isRequired: false),
                Form.Field(
                    "percent", Bilingual(id: "Persen seperti tertulis", en: "Per cent as written"), .decimal,
                    isRequired: false),
                Form.Field("scheme", Bilingual(id: "Skema", en: "Scheme"), .choice(schemes), isRequired: false),
                Form.Field("source", Bilingual(id: "Sumber", en: "Source"), .text, isRequired: false),
            ])
    }

    private func region(
        _ request: Request, _ context: PageContext, refusal: FormRefusal? = nil
    ) async throws -> Response {
        let query = Query(form: request)
        let start = query.start(of: "history")
        try query.finish()
        let (say, language) = (context.say, context.language)
        let code = try context.parameters.require("code")
        guard let region = engine.rules.reference.regions[code] else { throw EngineError.notFound(code) }
        let facts = try await engine.coverage(of: code, for: context.principal)
        let standing = try await engine.standings(on: engine.today(in: code), region: code, for: context.principal)
            .first
        var lines: [Fact] = []
        func line(_ label: String, _ value: String?) { value.map { lines.append(.init(label: label, value: $0)) } }
        line(say("Status", "Status"), standing?.standing.status.label.text(language))
        line(say("Cakupan", "Coverage"), standing?.standing.coverage.map { $0.text(language) })
        line(say("Keaktifan", "Active"), standing?.standing.activity.map { $0.text(language) })
        line(say("Kurang terdaftar", "Missing, registered"), standing?.standing.missingRegistered?.text(language))
        line(
            say("Biaya setahun untuk menutupnya", "Cost of a year to close it"), standing?.costToReach?.rupiah(language)
        )
        var table = ListPage.Table(
            "history", say("Menurut sumber", "As sources say"),
            [
                .init(say("Keadaan", "As of")), .init(say("Terdaftar", "Registered"), isNumber: true),
                .init(say("Aktif", "Active"), isNumber: true), .init(say("Penduduk", "Residents"), isNumber: true),
                .init(say("Tertulis", "As written"), isNumber: true), .init(say("Sumber", "Source")),
            ], none: say("Belum ada.", "None yet."))
        table.append(facts.reversed(), from: start, of: request) { fact in
            [
                .init(fact.asOf), .init(fact.registered?.text(language)), .init(fact.active?.text(language)),
                .init(fact.residents?.text(language)),
                .init(fact.percent.flatMap { Percent($0) }.map { $0.text(language) }), .init(fact.source),
            ]
        }
        let today = engine.today(in: code)
        let papers = try await engine.terms(of: code, for: context.principal)
        let model = RegionModel(
            name: region.name, facts: lines,
            warnings: standing?.standing.warnings.map { $0.say.text(language) } ?? [],
            coverage: CoveragePicture.chart(
                of: facts, region: region.name, engine.rules.reference.thresholds, today: today, language: language),
            terms: TermPicture.svg(of: papers, region: region.name, today: today, language: language), history: table,
            record: context.principal.may(.recordCoverage)
                ? pages.model(form(code), context, input: refusal == nil ? nil : context.input, refusal: refusal) : nil)
        return pages.page(
            "region", region.name, in: .coverage, model, context, status: refusal == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func record(_ request: Request, _ context: PageContext) async throws -> Response {
        let code = try context.parameters.require("code")
        let refusal = try await pages.carryOut(
            form(code), context, reading: { CoverageFact($0, $1) },
            doing: { fact, circumstances in try await engine.record(fact, in: code, circumstances) })
        guard let refusal else { return pages.done("/coverage/\(code)") }
        return try await region(request, context, refusal: refusal)
    }

    // MARK: The hole

    @Sendable private func gaps(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let scope = context.scope(query, engine.rules.reference.regions)
        let today = engine.today(in: scope.region)
        let start = query.start(of: "gaps")
        let day = query.day("on") ?? Day(year: today.year + 1, month: 1, day: 1) ?? today
        try query.finish()
        try engine.check(scope)
        let (say, language) = (context.say, context.language)
        let gaps = try await engine.gaps(on: day, in: scope, for: context.principal)
        let people = gaps.reduce(0 as Int128) { $0 + Int128($1.people ?? 0) }
        let cost = gaps.reduce(0 as Int128) { $0 + Int128($1.cost ?? 0) }
        var page = ListPage(
            title: say("Kehilangan perlindungan pada ", "Losing cover on ") + day.text(language),
            introduction: say(
                "Naskah yang berakhir sebelum hari itu dan tidak diteruskan oleh naskah yang ditandatangani dan dibiayai.",
                "Papers that end before that day and are not followed by one that is signed and funded."))
        page.filters = [
            .typed("on", say("Pada hari", "On the day"), day.description, "date"),
            .typed("region", say("Kode daerah", "Code of the region"), scope.region ?? ""),
        ]
        page.figures = [
            .init(figure: Int64(clamping: people).text(language), meaning: say("orang", "people"), isBad: people > 0),
            .init(figure: Int64(gaps.count).text(language), meaning: say("perjanjian", "agreements")),
            .init(
                figure: Int64(clamping: cost).rupiah(language),
                meaning: say("untuk menutupnya sampai akhir tahun", "to insure them until the end of the year")),
        ]
        var table = ListPage.Table(
            "gaps", say("Daerah", "Regions"),
            [
                .init(say("Daerah", "Region")), .init(say("Naskah", "Paper")),
                .init(say("Orang", "People"), isNumber: true),
                .init(say("Sebab", "Cause")), .init(say("Penerus", "What follows")),
                .init(say("Menunggu", "Waiting for")),
                .init(say("Biaya", "Cost"), isNumber: true),
            ], none: say("Tidak ada yang kehilangan perlindungan.", "Nobody loses cover."))
        table.append(gaps, from: start, of: request) { gap in
            [
                .init(engine.rules.reference.regions[gap.ending.region]?.name ?? gap.ending.region),
                .init(
                    gap.ending.title, path: "/agreements/\(gap.ending.agreement)",
                    detail: gap.ending.validUntil.map { say("sampai ", "until ") + $0.text(language) }),
                .init(gap.people?.text(language) ?? say("tidak diketahui", "not known"), isBad: true),
                .init(gap.cause.label.text(language)),
                gap.successor.map { .init($0.title, path: "/agreements/\($0.agreement)") }
                    ?? .init(
                        say("siapkan", "prepare"), path: "/agreements/new?renews=\(gap.ending.agreement)"),
                .init(gap.waitsFor.map { $0.label.text(language) }.joined(separator: ", ")),
                .init(gap.cost?.rupiah(language)),
            ]
        }
        page.tables = [table]
        return pages.page("list", page.title, in: .coverage, page, context)
    }
}

extension Percent {
    /// With its sign: `80,62%`.
    func text(_ language: Language) -> String { (language == .indonesian ? indonesian : english) + "%" }
}
