import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger
import Workflows

/// The fifteen questions that coordinators ask every week, each with a page of its own.
struct QuestionPages {
    let pages: Pages

    var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("questions", use: questions)
        router.get("questions/expiring", use: expiring)
        router.get("questions/waiting", use: waiting)
        router.get("questions/unmet", use: unmet)
        router.get("questions/signatures", use: signatures)
        router.get("questions/budget-changes", use: budgetChanges)
        router.get("questions/member-changes", use: memberChanges)
        router.get("questions/findings", use: findings)
        router.get("questions/officers", use: officers)
        router.get("questions/trouble", use: trouble)
    }

    /// What a page of a question is made with.
    struct Asked {
        let engine: Engine
        let context: PageContext
        let request: Request
        let query: Query
        let region: String?

        var language: Language { context.language }

        func say(_ id: String, _ en: String) -> String { context.say(id, en) }
        func date(_ day: Day?) -> String { day?.text(language) ?? "–" }
        func offices(_ roles: [Role]) -> String { roles.map { $0.label.text(language) }.joined(separator: ", ") }
        func region(_ code: String) -> String { engine.rules.reference.regions[code]?.name ?? code }

        func page(_ name: Question.Name, _ introduction: String) -> ListPage {
            var page = ListPage(title: name.ask.text(language), introduction: introduction)
            page.filters = [.typed("region", say("Kode daerah", "Code of the region"), region ?? "")]
            page.links = [
                .init(path: "/questions", text: say("Semua pertanyaan minggu ini", "All questions of the week"))
            ]
            return page
        }

        func agreement(_ id: Agreement.ID, _ title: String, _ detail: String?, at part: String = "") -> ListPage.Cell {
            .init(title, path: "/agreements/\(id)\(part)", detail: detail)
        }
    }

    /// - Throws: `DocumentError`, and ``EngineError/notFound(_:)`` for a region that there is not.
    func asked(_ request: Request, _ context: PageContext) throws -> Asked {
        let query = Query(form: request)
        let region = context.region(query, engine.rules.reference.regions)
        try engine.check(Scope(region: region == "00" ? nil : region))
        return Asked(engine: engine, context: context, request: request, query: query, region: region)
    }

    func answer(_ page: ListPage, in section: Section?, _ asked: Asked) -> Response {
        pages.page("list", page.title, in: section, page, asked.context)
    }

    // MARK: All of them

    @Sendable private func questions(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        try asked.query.finish()
        let questions = try await engine.questions(region: asked.region, for: context.principal)
        var page = ListPage(
            title: asked.say("Pertanyaan minggu ini", "Questions of the week"),
            introduction: asked.say(
                "Setiap pertanyaan terjawab di halamannya; angka di samping adalah jumlah yang ada di baliknya.",
                "Each is answered on its page; the number beside it is how many stand behind it."))
        page.filters = [.typed("region", asked.say("Kode daerah", "Code of the region"), asked.region ?? "")]
        var table = ListPage.Table(
            "questions", asked.say("Pertanyaan", "Questions"),
            [.init(asked.say("Pertanyaan", "Question")), .init(asked.say("Jumlah", "How many"), isNumber: true)],
            none: "")
        for question in questions {
            table.append([
                .init(question.ask.text(asked.language), path: question.name.path),
                .init(question.count.map { Int64($0).text(asked.language) }),
            ])
        }
        page.tables = [table]
        return answer(page, in: .today, asked)
    }
}

extension Question.Name {
    /// The page that answers it.
    var path: String {
        switch self {
        case .today: "/"
        case .gaps: "/gaps"
        case .runway: "/money"
        case .arrears: "/money/arrears"
        case .coverage: "/coverage"
        case .report: "/report"
        case .budgetChanges: "/questions/budget-changes"
        case .memberChanges: "/questions/member-changes"
        case .expiring, .waiting, .unmet, .signatures, .findings, .officers, .trouble: "/questions/\(rawValue)"
        }
    }
}
