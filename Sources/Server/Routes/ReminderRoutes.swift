import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger

/// The plan of reminders, and the answers to them.
struct ReminderRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("reminders", use: plan)
        api.get("reminders/:id", use: read)
        api.get("agreements/:id/reminders", use: ofAgreement)
        api.post("reminders/:id/acknowledge", use: acknowledge)
        api.post("reminders/:id/snooze", use: snooze)
    }

    @Sendable func plan(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        var wanted = ReminderQuery()
        wanted.within = context.principal.regions
        return try await page(wanted, request, context)
    }

    /// A moment, or a day by the clock of WIB.
    private static func moment(_ text: String, endOfDay: Bool) -> Instant? {
        Instant(text) ?? Day(text).map { Zone.wib.instant(of: endOfDay ? $0 + 1 : $0) }
    }

    @Sendable func ofAgreement(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        return try await page(ReminderQuery(agreement: agreement.id), request, context)
    }

    private func page(
        _ wanted: ReminderQuery, _ request: Request, _ context: AuthenticatedContext
    ) async throws -> Response {
        var wanted = wanted
        let query = Query(request)
        wanted.from = query.parsed("from", as: .instant) { ReminderRoutes.moment($0, endOfDay: false) }
        wanted.to = query.parsed("to", as: .instant) { ReminderRoutes.moment($0, endOfDay: true) }
        let states = Reminder.State.allCases.map(\.rawValue).joined(separator: ", ")
        let what = Bilingual(
            id: "keadaan, dipisah koma, dari \(states)", en: "states, separated by commas, of \(states)")
        wanted.states =
            query.parsed("state", as: what) { text in
                let names = text.split(separator: ",")
                let known = names.compactMap { Reminder.State(rawValue: String($0)) }
                return known.count == names.count ? known : nil
            } ?? []
        wanted.recipient = query.choice("recipient")
        wanted.region = query.text("region")
        wanted.after = query.text("cursor")
        let limit = query.limit()
        try query.finish()
        if wanted.region == "00" { wanted.region = nil }
        try engine.check(Scope(region: wanted.region))
        wanted.limit = limit + 1
        let found = try await views(of: try await engine.ledger.reminders(wanted), context.language)
        return .json(Page(found, limit: limit) { $0.reminder.id })
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let reminder = try await engine.reminder(try context.parameters.require("id"), for: context.principal)
        guard var view = try await views(of: [reminder], context.language).first else {
            throw EngineError.notFound(reminder.id)
        }
        let (notices, mails) = try await engine.notices(of: reminder)
        let people = Dictionary(try await engine.ledger.people().map { ($0.id, $0) }) { $1 }
        view.notices = notices.map { notice in
            NoticeView(notice, person: people[notice.person], mail: notice.mail.flatMap { mails[$0] }, context.language)
        }
        return .json(view)
    }

    private func views(of reminders: [Reminder], _ language: Language) async throws -> [ReminderView] {
        let sentences = ReminderSentences(
            rules: engine.rules, background: try await engine.background(of: reminders))
        let now = engine.clock.now()
        return reminders.map { ReminderView($0, sentences, at: now, language) }
    }

    private func answer(_ reminder: Reminder, _ context: AuthenticatedContext) async throws -> Response {
        .json(try await views(of: [reminder], context.language).first)
    }

    @Sendable func acknowledge(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        _ = try body.read { _, _ in true }
        let reminder = try await engine.acknowledge(try context.parameters.require("id"), body.circumstances)
        return try await answer(reminder, context)
    }

    @Sendable func snooze(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let (until, reason): (Instant, String) = try body.read { map, problems in
            let reason = map.required("reason").flatMap { problems.text($0) }
            let until = map.required("until").flatMap { problems.parsed($0, as: .instant) { Instant($0) } }
            return until.flatMap { until in reason.map { (until, $0) } }
        }
        let reminder = try await engine.snooze(
            try context.parameters.require("id"), until: until, reason: reason, body.circumstances)
        return try await answer(reminder, context)
    }
}
