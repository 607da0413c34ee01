import Agreements
import Calendars
import Diagrams
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Workflows

/// The page of one agreement, and what is entered there.
struct AgreementPages {
    let pages: Pages

    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("agreements/:id") { request, context in
            try await page(try await asked(context), context, showsAll: request.uri.queryParameters["history"] == "all")
        }
        router.get("agreements/:id/workflow.svg", use: workflowPicture)
        router.get("agreements/:id/runway.svg", use: runwayPicture)
        for act in AgreementAct.allCases {
            router.post("agreements/:id/\(act.rawValue)") { _, context in try await enter(act, context) }
        }
        router.post("reminders/:id/acknowledge", use: acknowledge)
    }

    private func asked(_ context: PageContext) async throws -> Agreement {
        try await engine.agreement(try context.parameters.require("id"), for: context.principal)
    }

    // MARK: Reading

    private func page(
        _ agreement: Agreement, _ context: PageContext, returned: ReturnedForm? = nil, showsAll: Bool = false
    ) async throws -> Response {
        let maker = try AgreementPageMaker(pages, agreement, context, returned: returned)
        let ledger = engine.ledger
        var wanted = ReminderQuery(agreement: agreement.id, limit: .max)
        wanted.states = [.planned, .snoozed, .sent, .acknowledged, .missed]
        let all = try await ledger.reminders(wanted)
        let now = engine.clock.now()
        let reminders = showsAll ? all : AgreementPages.nearest(all, to: now)
        let sentences = ReminderSentences(rules: engine.rules, background: try await engine.background(of: reminders))
        let deliveries = try await ledger.deliveries(
            DeliveryQuery(subject: .agreement(agreement.id), isNewestFirst: true, limit: 20))
        let events = try await ledger.events(EventQuery(subject: .agreement(agreement.id), limit: .max))
        let family = try await engine.family(of: agreement, for: context.principal)
        let model = try maker.model(
            reminders: reminders.map { ReminderView($0, sentences, at: now, context.language) },
            moreReminders: all.count > reminders.count ? all.count - reminders.count : nil, deliveries: deliveries,
            events: events,
            papers: try await papers(beside: agreement, among: family, context),
            timeline: TermPicture.svg(
                of: agreement, among: family, today: engine.today(in: agreement.region), language: context.language),
            showsAll: showsAll)
        return pages.page(
            "agreement", agreement.title, in: .agreements, model, context,
            news: .init(
                after: events.last { $0.version <= agreement.version }?.seq ?? 0, agreement: agreement.id.rawValue),
            status: returned == nil ? .ok : .unprocessableContent)
    }

    /// The last few that came and the next that will come.
    private static func nearest(_ reminders: [Reminder], to now: Instant) -> [Reminder] {
        let came = reminders.prefix { $0.dueAt <= now }
        return came.suffix(10) + reminders.dropFirst(came.count).prefix(20)
    }

    /// The papers beside an agreement: above it, under it, before and after it.
    private func papers(
        beside agreement: Agreement, among family: [PaperTerm], _ context: PageContext
    ) async throws -> [AgreementPageModel.PaperRow] {
        var others = family.filter { $0.agreement != agreement.id }.map { ($0, $0.relation(to: agreement)) }
        // What follows need not say so: it can be of the same region and programme.
        let follower = try await engine.successor(of: agreement, for: context.principal)
        if let follower, !others.contains(where: { $0.0.agreement == follower }),
            let other = try await engine.ledger.agreement(follower.rawValue)
        {
            let terms = try await engine.family(of: other, for: context.principal)
            if let term = terms.first(where: { $0.agreement == follower }) {
                others.append((term, Bilingual(id: "Diteruskan oleh", en: "Followed by")))
            }
        }
        return others.map { other, relation in
            .init(
                path: "/agreements/\(other.agreement)", title: other.title,
                state: engine.rules.label(of: other.state, in: other.workflow).text(context.language),
                relation: relation.text(context.language))
        }
    }

    @Sendable private func runwayPicture(_ request: Request, _ context: PageContext) async throws -> Response {
        let agreement = try await asked(context)
        let query = Query(form: request)
        let year = query.year("year") ?? engine.usualYear(of: agreement)
        try query.finish()
        let runway = try agreement.runway(year: year, rates: engine.rules.reference.rates)
        return .svg(RunwayChart(runway, title: agreement.title, language: context.language).svg)
    }

    @Sendable private func workflowPicture(_ request: Request, _ context: PageContext) async throws -> Response {
        let agreement = try await asked(context)
        let workflow = try engine.workflow(of: agreement)
        return .svg(
            Diagram(
                workflow, language: context.language, overlay: .path(agreement.moves, current: agreement.state)
            ).svg)
    }

    // MARK: Entering

    private func enter(_ act: AgreementAct, _ context: PageContext) async throws -> Response {
        let agreement = try await asked(context)
        let workflow = try engine.workflow(of: agreement)
        let id = context.input.text("form")
        guard let form = try AgreementPageMaker(pages, agreement, context).form(id) else {
            throw EngineError.notFound(id)
        }
        let refusal = try await pages.carryOut(
            form, context,
            reading: { map, problems in
                _ = (map.optional("form"), map.optional("back"))
                return act.command(map, problems, on: agreement, workflow)
            },
            doing: { command, circumstances in
                _ = try await engine.submit(command, to: agreement.id.rawValue, circumstances)
            })
        guard let refusal else {
            return pages.saved(SignInPages.local(Substring(context.input.text("back"))))
        }
        return try await page(
            try await asked(context), context, returned: ReturnedForm(id: id, refusal: refusal))
    }

    @Sendable private func acknowledge(_ request: Request, _ context: PageContext) async throws -> Response {
        _ = try await engine.acknowledge(
            try context.parameters.require("id"), Circumstances(principal: context.principal))
        return pages.done(SignInPages.local(Substring(context.input.text("back"))))
    }
}

extension PaperTerm {
    /// How it stands to one of its family.
    fileprivate func relation(to other: Agreement) -> Bilingual {
        if agreement == other.parent { return Bilingual(id: "Di bawah", en: "Under") }
        if agreement == other.renews { return Bilingual(id: "Memperpanjang", en: "Renews") }
        if renews == other.id { return Bilingual(id: "Diteruskan oleh", en: "Followed by") }
        return kind == .addendum
            ? Bilingual(id: "Diubah oleh", en: "Changed by") : Bilingual(id: "Di bawahnya", en: "Under it")
    }
}
