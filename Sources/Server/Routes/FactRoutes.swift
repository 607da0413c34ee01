import Agreements
import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Workflows

/// What is entered of an agreement: its steps and signatures, money, members, bills, documents and notes.
struct FactRoutes {
    let engine: Engine

    private static let acts: [(path: String, act: AgreementAct)] = [
        ("signatures", .sign), ("funding", .fund), ("members", .members), ("member-changes", .memberChanges),
        ("bills", .bill), ("documents", .document), ("notes", .note), ("waivers", .waive), ("resolutions", .resolve),
    ]

    func add(to api: API) {
        api.patch("agreements/:id", use: enter(.amend))
        api.post("agreements/:id/transitions", use: enter(.advance))
        for (path, act) in FactRoutes.acts {
            api.post("agreements/:id/\(path)", use: enter(act, status: .created))
        }
        api.get("agreements/:id/members", use: members)
        api.post("agreements/:id/bills/:month/transitions", use: advanceBill)
        api.post("agreements/:id/bills/:month/payments", use: pay)
        api.post("agreements/:id/funding/:line/transitions", use: advanceFunding)
        api.post("agreements/:id/funding/:line/revisions", use: reviseFunding)
    }

    private func enter(
        _ act: AgreementAct, status: HTTPResponse.Status = .ok
    ) -> @Sendable (Request, AuthenticatedContext) async throws -> Response {
        { [self] request, context in
            let body = try await RequestBody(request, context)
            let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
            let workflow = try engine.workflow(of: agreement)
            let command = try body.read { act.command($0, $1, on: agreement, workflow) }
            return try await submit(command, body, context, status: status)
        }
    }

    private func submit(
        _ command: Command, _ body: RequestBody, _ context: AuthenticatedContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let id = try context.parameters.require("id")
        return .agreement(
            try await engine.submit(command, to: id, body.circumstances), engine, context, status: status)
    }

    @Sendable func advanceBill(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let month = try month(context)
        let command: Command = try body.read { map, problems in
            let paid = map.optional("paid") != nil ? map.rupiah("paid", problems) : nil
            let reference = map.optionalText("reference")
            return map.text("transition").map {
                .advancePart(.bill(month), transition: $0, paid: paid, reference: reference)
            }
        }
        return try await submit(command, body, context)
    }

    @Sendable func advanceFunding(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let line = try context.parameters.require("line")
        let command: Command = try body.read { map, _ in
            let reference = map.optionalText("reference")
            return map.text("transition").map {
                .advancePart(.funding(line), transition: $0, paid: nil, reference: reference)
            }
        }
        return try await submit(command, body, context)
    }

    @Sendable func pay(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let month = try month(context)
        let command: Command = try body.read { Payment($0, $1).map { .pay(month, $0) } }
        return try await submit(command, body, context, status: .created)
    }

    @Sendable func reviseFunding(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let line = try context.parameters.require("line")
        let command: Command = try body.read { BudgetRevision($0, $1).map { .reviseFunding(line, $0) } }
        return try await submit(command, body, context, status: .created)
    }

    private func month(_ context: AuthenticatedContext) throws -> Month {
        let text = try context.parameters.require("month")
        guard let month = Month(text) else { throw EngineError.notFound(text) }
        return month
    }

    /// Month by month, where each head count comes from and what changed.
    @Sendable func members(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let asked = query.year("year")
        try query.finish()
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        let year = asked ?? engine.usualYear(of: agreement)
        return .json(MembersView(year: year, items: agreement.memberMonths(of: year).map { MemberMonthView($0) }))
    }
}
