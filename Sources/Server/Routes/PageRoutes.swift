import Agreements
import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Mustache
import NIOCore
import Workflows

/// The read-only page: all agreements by phase, with what each waits for and what does not add up.
struct PageRoutes {
    private static let rowsMax = 200

    let engine: Engine
    private let page: MustacheTemplate

    init(engine: Engine) throws {
        self.engine = engine
        page = try MustacheTemplate(string: String(decoding: PackageResources.agreements_mustache, as: UTF8.self))
    }

    func add(to router: Router<AppContext>) {
        router.get("/", use: agreements)
        // Where the links in mails and calendars lead.
        router.get("/agreements/:id", use: agreement)
    }

    private struct Model {
        struct PhaseModel {
            var name: String
            var count: Int
            var rows: [Row]
            var more: Int?
        }

        struct Row {
            var title: String
            var ref: String
            var region: String
            var state: String
            var waitingOn: String
            var deadline: String
            var until: String
            var findings: [String]
        }

        var title: String
        var intro: String
        var language: String
        var columns: [String]
        var phases: [PhaseModel]
        var rehearsal: String?
        var none: String
        var moreText: String
        var now: String
    }

    @Sendable func agreements(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let principal = context.principal else { return login(context.language) }
        let language = context.language
        let rules = engine.rules
        let now = engine.clock.now()
        let counts = try await engine.ledger.agreementCounts()
        var phases: [Model.PhaseModel] = []
        for phase in Phase.allCases {
            var query = AgreementQuery()
            query.phase = phase
            query.within = principal.regions
            query.limit = PageRoutes.rowsMax
            let found = try await engine.ledger.agreements(query)
            let count = principal.regions.isEmpty ? counts[phase] ?? 0 : found.count
            phases.append(
                Model.PhaseModel(
                    name: phase.label.text(language), count: count,
                    rows: found.map { row($0, rules, now: now, language) },
                    more: count > found.count ? count - found.count : nil))
        }
        let title = Bilingual(id: "Perjanjian menurut tahap", en: "Agreements by phase")
        return render(phases, title: title.text(language), now: now, language)
    }

    @Sendable func agreement(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let principal = context.principal else { return login(context.language) }
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: principal)
        let (language, now) = (context.language, engine.clock.now())
        let phase = Model.PhaseModel(
            name: agreement.phase.label.text(language), count: 1,
            rows: [row(agreement, engine.rules, now: now, language)], more: nil)
        return render([phase], title: agreement.title, now: now, language)
    }

    private func render(
        _ phases: [Model.PhaseModel], title: String, now: Instant, _ language: Language
    ) -> Response {
        func say(_ id: String, _ en: String) -> String { Bilingual(id: id, en: en).text(language) }
        let model = Model(
            title: title,
            intro: say(
                "Naskah, uang dan peserta tiap perjanjian: apa yang ditunggu, dan apa yang tidak cocok.",
                "The paper, the money and the members of each agreement: what it waits for, and what does not add up."),
            language: language.rawValue,
            columns: [
                say("Perjanjian", "Agreement"), say("Daerah", "Region"), say("Keadaan", "State"),
                say("Menunggu", "Waiting for"), say("Tenggat", "Due"), say("Berlaku sampai", "In force until"),
                say("Yang tidak cocok", "What does not add up"),
            ], phases: phases,
            rehearsal: engine.isRehearsal
                ? say("LATIHAN, bukan data sungguhan", "REHEARSAL, not the real record") : nil,
            none: say("Belum ada.", "None."), moreText: say("lainnya", "more"),
            now: "\(Zone.wib.day(at: now).indonesian)")
        return html(page.render(model), status: .ok)
    }

    private func row(_ agreement: Agreement, _ rules: RuleBook, now: Instant, _ language: Language) -> Model.Row {
        let facts = rules.facts(agreement, at: now)
        let workflow = rules.workflow(of: agreement)
        let state = workflow?.state(agreement.state)
        func date(_ day: Day?) -> String { day.map { language == .indonesian ? $0.indonesian : $0.description } ?? "–" }
        return Model.Row(
            title: agreement.title, ref: agreement.ref ?? agreement.id.rawValue,
            region: rules.reference.regions[agreement.region]?.name ?? agreement.region,
            state: state?.label.text(language) ?? agreement.state,
            waitingOn: workflow?.waitingOn(agreement).map { $0.label.text(language) }.joined(separator: ", ") ?? "",
            deadline: date(state.flatMap { workflow?.deadline(of: $0, facts) }), until: date(agreement.validUntil),
            findings: agreement.findings(rules.reference, today: facts.today).filter {
                agreement.resolution(of: $0) == nil
            }
            .map { $0.say.text(language) })
    }

    /// Asks the browser for the token; its own dialogue is enough for a page that only reads.
    private func login(_ language: Language) -> Response {
        let text = Bilingual(
            id:
                "Masuk dengan token: nama bebas, token sebagai kata sandi. Token dibuat dengan: pksd token create --name NAMA --role coordinator",
            en:
                "Log in with a token: any name, the token as the password. Make one with: pksd token create --name NAME --role coordinator"
        ).text(language)
        var response = html(
            "<!doctype html><meta charset=\"utf-8\"><title>pksd</title><p>\(text)</p>", status: .unauthorized)
        response.headers[.wwwAuthenticate] = "Basic realm=\"pksd\", charset=\"UTF-8\""
        return response
    }

    private func html(_ text: String, status: HTTPResponse.Status) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        headers[.xContentTypeOptions] = "nosniff"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
