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
        let query = Query(request)
        let from = query.parsed("from", as: .instant) { ReminderRoutes.moment($0, endOfDay: false) }
        let to = query.parsed("to", as: .instant) { ReminderRoutes.moment($0, endOfDay: true) }
        let cursor = query.text("cursor")
        let limit = query.limit()
        try query.finish()
        return try await page(
            ReminderQuery(from: from, to: to, within: context.principal.regions, after: cursor, limit: limit), context)
    }

    /// A moment, or a day by the clock of WIB.
    private static func moment(_ text: String, endOfDay: Bool) -> Instant? {
        Instant(text) ?? Day(text).map { Zone.wib.instant(of: endOfDay ? $0 + 1 : $0) }
    }

    @Sendable func ofAgreement(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let cursor = query.text("cursor")
        let limit = query.limit(default: 200)
        try query.finish()
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        return try await page(ReminderQuery(agreement: agreement.id, after: cursor, limit: limit), context)
    }

    private func page(_ query: ReminderQuery, _ context: AuthenticatedContext) async throws -> Response {
        var wanted = query
        wanted.limit = query.limit + 1
        let found = try await engine.ledger.reminders(wanted)
            .map { ReminderView(reminder: $0, language: context.language) }
        return .json(Page(found, limit: query.limit) { $0.reminder.id })
    }

    @Sendable func acknowledge(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        _ = try body.read { _, _ in true }
        let reminder = try await engine.acknowledge(try context.parameters.require("id"), by: context.principal)
        return .json(ReminderView(reminder: reminder, language: context.language))
    }

    @Sendable func snooze(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let (until, reason): (Instant, String?) = try body.read { map, problems in
            let reason = map.optionalText("reason")
            return map.required("until").flatMap { problems.parsed($0, as: .instant) { Instant($0) } }.map { ($0, reason) }
        }
        let reminder = try await engine.snooze(
            try context.parameters.require("id"), until: until, reason: reason, by: context.principal)
        return .json(ReminderView(reminder: reminder, language: context.language))
    }
}
