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
        wanted.after = query.text("cursor")
        let limit = query.limit()
        try query.finish()
        wanted.limit = limit + 1
        let found = try await engine.ledger.reminders(wanted)
            .map { ReminderView(reminder: $0, language: context.language) }
        return .json(Page(found, limit: limit) { $0.reminder.id })
    }

    @Sendable func acknowledge(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        _ = try body.read { _, _ in true }
        let reminder = try await engine.acknowledge(try context.parameters.require("id"), body.circumstances)
        return .json(ReminderView(reminder: reminder, language: context.language))
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
        return .json(ReminderView(reminder: reminder, language: context.language))
    }
}
