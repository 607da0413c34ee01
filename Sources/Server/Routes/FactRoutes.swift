import Agreements
import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Workflows

/// Facts about an agreement: money, members, bills, documents, notes, and the runway that follows from them.
struct FactRoutes {
    let engine: Engine

    func add(to api: API) {
        api.post("agreements/:id/funding", use: submit { FundingLine($0, $1).map { .fund($0) } })
        api.post("agreements/:id/members", use: submit { MemberCount($0, $1).map { .countMembers($0) } })
        api.post("agreements/:id/member-changes", use: submit { MemberChange($0, $1).map { .changeMembers($0) } })
        api.get("agreements/:id/members", use: members)
        api.post("agreements/:id/bills", use: submit { NewBill($0, $1).map { .issueBill($0) } })
        api.post("agreements/:id/documents", use: submit { Document($0, $1).map { .addDocument($0) } })
        api.post("agreements/:id/notes", use: submit { Note($0, $1).map { .addNote($0) } })
        api.post("agreements/:id/bills/:month/transitions", use: advanceBill)
        api.post("agreements/:id/funding/:line/transitions", use: advanceFunding)
        api.post(
            "agreements/:id/waivers",
            use: submit { map, problems in
                let reason = map.text("reason", max: 2_000, problems)
                return map.text("requirement").flatMap { id in reason.map { .waive(requirement: id, reason: $0) } }
            })
        api.post(
            "agreements/:id/resolutions",
            use: submit { map, problems in
                let reason = map.text("reason", max: 2_000, problems)
                return map.text("finding").flatMap { key in reason.map { .resolve(finding: key, reason: $0) } }
            })
        api.post("agreements/:id/bills/:month/payments", use: pay)
        api.post("agreements/:id/funding/:line/revisions", use: reviseFunding)
    }

    private func submit(
        _ read: @escaping @Sendable (MapReader, Problems) -> Command?
    )
        -> @Sendable (Request, AuthenticatedContext) async throws -> Response
    {
        { [engine] request, context in
            let body = try await RequestBody(request, context)
            let command = try body.read(read)
            let answer = try await engine.submit(command, to: try context.parameters.require("id"), body.circumstances)
            return .agreement(answer, engine, context, status: .created)
        }
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
        let answer = try await engine.submit(command, to: try context.parameters.require("id"), body.circumstances)
        return .agreement(answer, engine, context)
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
        let answer = try await engine.submit(command, to: try context.parameters.require("id"), body.circumstances)
        return .agreement(answer, engine, context)
    }

    @Sendable func pay(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let month = try month(context)
        return try await submit { Payment($0, $1).map { .pay(month, $0) } }(request, context)
    }

    @Sendable func reviseFunding(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let line = try context.parameters.require("line")
        return try await submit { BudgetRevision($0, $1).map { .reviseFunding(line, $0) } }(request, context)
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
