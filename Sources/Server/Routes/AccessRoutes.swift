import Calendars
import Documents
import Engine
import Foundation
import Hummingbird
import Ledger

/// Who is let in: tokens, invitations and sessions, and the log of all that.
struct AccessRoutes {
    let engine: Engine
    /// Where others reach the daemon, without a slash at the end; nil where that is not known.
    let publicURL: String?

    func add(to api: API) {
        api.get("tokens", use: tokens)
        api.post("tokens", use: makeToken)
        api.delete("tokens/:token", use: revokeToken)
        api.post("people/:id/invitation", use: invite)
        api.get("people/:id/sessions", use: sessions)
        api.delete("people/:id/sessions/:session", use: endSession)
        api.get("access-log", use: log)
    }

    // MARK: Tokens

    @Sendable func tokens(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try Query(request).finish()
        let tokens = try await engine.tokens(for: context.principal)
        return .json(Page(tokens.map { TokenView(token: $0) }, cursor: nil))
    }

    @Sendable func makeToken(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let wish = try await RequestBody(request, context).read { TokenWish($0, $1) }
        let made = try await engine.makeToken(wish, by: context.principal, from: context.visitor)
        return .json(
            TokenView(token: made.token, text: made.text), status: .created,
            headers: [.location: "/v1/tokens/\(made.token.id)"])
    }

    @Sendable func revokeToken(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.revokeToken(
            try context.parameters.require("token"), by: context.principal, from: context.visitor)
        return Response(status: .noContent)
    }

    // MARK: People

    @Sendable func invite(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        _ = try await RequestBody(request, context).read { _, _ in true }
        let link = try await engine.invite(
            try person(context), by: context.principal, from: context.visitor)
        return .json(InvitationView(link: link, publicURL: publicURL), status: .created)
    }

    @Sendable func sessions(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try Query(request).finish()
        let sessions = try await engine.sessions(
            of: try person(context), for: context.principal, from: context.visitor)
        return .json(Page(sessions.map { SessionView(session: $0) }, cursor: nil))
    }

    @Sendable func endSession(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.endSession(
            try context.parameters.require("session"), of: try person(context), by: context.principal,
            from: context.visitor)
        return Response(status: .noContent)
    }

    private func person(_ context: AuthenticatedContext) throws -> String {
        let key = try context.parameters.require("id")
        return key.removingPercentEncoding ?? key
    }

    // MARK: The access log

    @Sendable func log(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        var wanted = AccessQuery()
        let act: AccessEntry.Act? = query.choice("act")
        wanted.acts = act.map { [$0] } ?? []
        wanted.who = query.text("who")
        wanted.from = query.instant("from")
        wanted.before = query.integer("cursor", in: 0...Int64.max)
        let limit = query.limit()
        try query.finish()
        wanted.limit = limit + 1
        let entries = try await engine.accessLog(
            wanted, for: context.principal, from: context.visitor)
        return .json(Page(entries.map { AccessEntryView(entry: $0) }, limit: limit) { String($0.entry.seq) })
    }
}
