import Agreements
import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Workflows

/// Agreements: enter, find, read, and what they wait for.
struct AgreementRoutes {
    let engine: Engine

    func add(to api: API) {
        api.post("agreements", use: create)
        api.get("agreements", use: find)
        api.get("agreements/:id", use: read)
        api.get("unmet", use: unmet)
    }

    @Sendable func create(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let rules = engine.rules
        let new = try body.read { NewAgreement($0, $1, rules: rules) }
        return answer(try await engine.create(new, body.circumstances), context, status: .created)
    }

    @Sendable func find(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let limit = query.limit()
        var wanted = try AgreementQuery(query)
        wanted.limit = limit
        let found = try await engine.find(wanted, for: context.principal)
        return .json(
            Page(found.agreements.map { AgreementView($0, engine, context, isWhole: false) }, cursor: found.next))
    }

    /// What agreements wait for, at whom, and how many for each.
    @Sendable func unmet(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let owner: Role? = query.choice("owner")
        try query.finish()
        let unmet = try await engine.unmet(for: context.principal).filter { owner == nil || $0.owner == owner }
        return .json(Page(unmet.map { UnmetView($0, context.language) }, cursor: nil))
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let agreement = try await engine.agreement(try context.parameters.require("id"), for: context.principal)
        return answer(.init(agreement: agreement, isReplayed: false), context)
    }

    private func answer(
        _ answer: Engine.Answer, _ context: AuthenticatedContext, status: HTTPResponse.Status = .ok
    ) -> Response { .agreement(answer, engine, context, status: status) }
}

extension Response {
    /// A whole agreement with its entity tag.
    static func agreement(
        _ answer: Engine.Answer, _ engine: Engine, _ context: AuthenticatedContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let agreement = answer.agreement
        var headers: HTTPFields = [.eTag: "\"\(agreement.version)\""]
        if answer.isReplayed { headers[.idempotencyReplayed] = "true" }
        if status == .created { headers[.location] = "/v1/agreements/\(agreement.id)" }
        return .json(AgreementView(agreement, engine, context), status: status, headers: headers)
    }
}

extension AgreementQuery {
    /// What a list's address asks for.
    ///
    /// - Throws: `DocumentError` for what cannot be asked.
    init(_ query: Query) throws {
        self.init()
        phase = query.choice("phase")
        state = query.text("state")
        kind = query.choice("kind")
        region = query.text("region")
        text = query.parsed(
            "q", as: Bilingual(id: "kata, paling panjang 100 huruf", en: "words, 100 characters at most")
        ) {
            $0.isEmpty || $0.utf8.count > 100 ? nil : $0
        }
        waitingOn = query.choice("waiting_on")
        awaiting = query.text("unmet")
        endsBefore = query.day("ends_before")
        order = query.choice("sort") ?? .created
        after = query.text("cursor")
        try query.finish()
    }
}
