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
        api.get("agreements/:id/runway", use: runway)
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
        let text = try context.parameters.require("month")
        guard let month = Month(text) else { throw EngineError.notFound(text) }
        let command: Command = try body.read { map, problems in
            let paid = map.optional("paid") == nil ? nil : map.integer("paid", in: 0...1_000_000_000_000_000, problems)
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

    @Sendable func runway(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let asked = query.parsed("year", as: Bilingual(id: "tahun seperti 2026", en: "a year such as 2026")) { text in
            Int(text).flatMap { (2000...2100).contains($0) ? $0 : nil }
        }
        try query.finish()
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        let rules = engine.rules
        let year = asked ?? agreement.fiscalYears.last ?? rules.facts(agreement, at: engine.clock.now()).today.year
        return .json(agreement.runway(year: year, rates: rules.reference.rates))
    }
}
