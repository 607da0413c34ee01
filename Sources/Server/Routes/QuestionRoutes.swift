import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger

/// What coordinators ask every week.
struct QuestionRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("questions", use: questions)
        api.get("expiring", use: expiring)
        api.get("waiting", use: waiting)
        api.get("signatures", use: signatures)
        api.get("budget-changes", use: budgetChanges)
        api.get("member-changes", use: memberChanges)
        api.get("findings", use: findings)
        api.get("officers", use: officers)
        api.get("trouble", use: trouble)
        api.get("report", use: report)
    }

    @Sendable func questions(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let region = try region(query)
        let questions = try await engine.questions(region: region, for: context.principal)
        return .json(Page(questions.map { QuestionView($0, context.language) }, cursor: nil))
    }

    @Sendable func expiring(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let days = query.integer("within", in: 1...180) ?? 90
        let (after, limit) = (query.dayCursor(), query.limit())
        let region = try region(query)
        let expiring = try await engine.expiring(
            within: Int(days), region: region, after: after, limit: limit, for: context.principal)
        return .json(ExpiringView(expiring, engine.rules.reference.regions))
    }

    @Sendable func waiting(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let role: Role? = query.choice("role")
        let (after, limit) = (query.dayCursor(), query.limit())
        let region = try region(query)
        let (items, next) = try await engine.waiting(
            on: role, region: region, after: after, limit: limit, for: context.principal)
        return .json(
            Page(items.map { WaitingView($0, engine.rules, context.language) }, cursor: next?.description))
    }

    /// Who has signed each paper that is being signed, and where its originals are.
    @Sendable func signatures(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        var wanted = AgreementQuery()
        wanted.phase = query.choice("phase") ?? .signing
        wanted.order = .deadline
        wanted.after = query.text("cursor")
        wanted.limit = query.limit()
        wanted.region = try region(query)
        let found = try await engine.find(wanted, for: context.principal)
        return .json(
            Page(
                found.agreements.map { SignatureView($0, engine.rules, context.language) }, cursor: found.next))
    }

    @Sendable func budgetChanges(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let since = query.day("since")
        let region = try region(query)
        let changes = try await engine.budgetChanges(
            since: since ?? engine.today(in: region) - 30, region: region, for: context.principal)
        return .json(Page(changes.map { BudgetChangeView($0, engine.rules.reference.regions) }, cursor: nil))
    }

    @Sendable func memberChanges(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let month = query.month("month")
        let limit = query.limit()
        let region = try region(query)
        let changes = try await engine.memberChanges(
            of: month, region: region, limit: limit, for: context.principal)
        return .json(MemberChangesView(changes, engine.rules.reference.regions))
    }

    /// Counted by code, or those of one code.
    @Sendable func findings(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let code = query.text("code")
        let owner: Role? = query.choice("owner")
        let (after, limit) = (query.text("cursor"), query.limit())
        let region = try region(query)
        guard let code else {
            let counts = try await engine.findingCounts(region: region, for: context.principal)
                .filter { owner == nil || $0.owner == owner }
            return .json(Page(counts.map(FindingCountView.init), cursor: nil))
        }
        let (items, next) = try await engine.findings(
            code: code, region: region, after: after, limit: limit, for: context.principal)
        let regions = engine.rules.reference.regions
        return .json(Page(items.map { FindingRowView($0, regions, context.language) }, cursor: next))
    }

    @Sendable func officers(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let region = try region(Query(request))
        let officers = try await engine.officers(region: region, for: context.principal)
        return .json(OfficersView(officers, engine.rules.reference.regions))
    }

    @Sendable func trouble(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let days = query.integer("days", in: 1...366) ?? 14
        let limit = query.limit()
        let region = try region(query)
        let trouble = try await engine.trouble(
            days: Int(days), region: region, limit: limit, for: context.principal)
        return .json(TroubleView(trouble, context.language))
    }

    @Sendable func report(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let month = query.month("month")
        let region = try region(query)
        let report = try await engine.report(
            of: month, region: region, for: context.principal, from: context.visitor)
        return .json(ReportView(report, engine.rules, context.language))
    }

    /// The last parameter that each of them takes.
    private func region(_ query: Query) throws -> String? {
        let region = query.text("region")
        try query.finish()
        try engine.check(Scope(region: region))
        return region
    }
}

extension Query {
    fileprivate func dayCursor() -> DayCursor? {
        parsed("cursor", as: Bilingual(id: "kursor dari halaman sebelumnya", en: "a cursor of the page before")) {
            DayCursor($0)
        }
    }
}
