import Agreements
import Calendars
import Documents
import Engine
import Foundation
import Hummingbird
import Ledger

/// The people whom reminders reach, who stands in for them, and what they were told.
struct PeopleRoutes {
    let engine: Engine

    func add(to api: API) {
        api.post("people", use: create)
        api.get("people", use: list)
        api.get("people/:id", use: read)
        api.patch("people/:id", use: change)
        api.delete("people/:id", use: delete)
        api.get("people/:id/notices", use: notices)
        api.post("people/:id/delegations", use: delegate)
        api.get("delegations", use: delegations)
        api.delete("delegations/:id", use: endDelegation)
        api.get("mails", use: mails)
    }

    // MARK: People

    @Sendable func create(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wish = try body.read { PersonWish($0, $1, isNew: true) }
        let person = try await engine.createPerson(wish, body.circumstances)
        return .json(
            try await views(of: [person]).first, status: .created, headers: [.location: "/v1/people/\(person.id)"])
    }

    @Sendable func list(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let role: Role? = query.choice("role")
        let region = query.text("region")
        try query.finish()
        try engine.check(Scope(region: region))
        let people = try await engine.people(for: context.principal).filter { person in
            (role.map { person.roles.contains($0) } ?? true)
                && (region.map { code in
                    person.regions.isEmpty
                        || person.regions.contains { Region.covers($0, code) || Region.covers(code, $0) }
                } ?? true)
        }
        return .json(Page(try await views(of: people), cursor: nil))
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let person = try await engine.person(try key(context), for: context.principal)
        return .json(try await views(of: [person]).first)
    }

    @Sendable func change(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wish = try body.read { PersonWish($0, $1, isNew: false) }
        let person = try await engine.changePerson(try key(context), wish, body.circumstances)
        return .json(try await views(of: [person]).first)
    }

    @Sendable func delete(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.deletePerson(try key(context), for: context.principal, from: context.visitor)
        return Response(status: .noContent)
    }

    /// An id, or a name with whatever an address must not hold written as `%20`.
    private func key(_ context: AuthenticatedContext) throws -> String {
        let key = try context.parameters.require("id")
        return key.removingPercentEncoding ?? key
    }

    private func views(of people: [Person]) async throws -> [PersonView] {
        let everybody = try await byID()
        let delegations = try await engine.ledger.delegations()
        return people.map { person in
            let today = engine.today(in: person.regions.first)
            let away = delegations.last { $0.person == person.id && $0.from <= today && today <= $0.until }
            return PersonView(
                person: person,
                away: away.map {
                    .init(from: $0.from, until: $0.until, substitute: .init($0.substitute, everybody))
                })
        }
    }

    private func byID() async throws -> [String: Person] {
        Dictionary(try await engine.ledger.people().map { ($0.id, $0) }) { $1 }
    }

    // MARK: Delegations

    @Sendable func delegate(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        let wish = try body.read { DelegationWish($0, $1) }
        let delegation = try await engine.delegate(try key(context), wish, body.circumstances)
        return .json(
            DelegationView(delegation, try await byID()), status: .created,
            headers: [.location: "/v1/delegations/\(delegation.id)"])
    }

    @Sendable func delegations(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try Query(request).finish()
        let people = try await byID()
        let delegations = try await engine.delegations(for: context.principal)
        return .json(Page(delegations.map { DelegationView($0, people) }, cursor: nil))
    }

    @Sendable func endDelegation(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try await engine.endDelegation(try context.parameters.require("id"), for: context.principal)
        return Response(status: .noContent)
    }

    // MARK: Mail

    @Sendable func mails(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        var wanted = MailQuery()
        let person = query.text("person")
        let state: Mail.State? = query.choice("state")
        wanted.states = state.map { [$0] } ?? []
        wanted.before = query.text("cursor")
        let limit = query.limit()
        try query.finish()
        wanted.limit = limit + 1
        let (mails, people) = try await engine.mails(wanted, to: person, for: context.principal)
        return .json(Page(mails.map { MailView(mail: $0, people: people) }, limit: limit) { $0.mail.id })
    }

    @Sendable func notices(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        var wanted = NoticeQuery()
        let state: Notice.State? = query.choice("state")
        wanted.states = state.map { [$0] } ?? []
        wanted.after = query.text("cursor")
        let limit = query.limit()
        try query.finish()
        wanted.limit = limit + 1
        let person = try await engine.person(try key(context), for: context.principal)
        let (found, mails) = try await engine.notices(wanted, to: person.id, for: context.principal)
        // Somebody may hold offices in other regions too, and what they are told there is for others to read.
        let views = found.prefix(limit).filter { context.principal.mayTouch(region: $0.content.region) }.map { notice in
            NoticeView(
                notice, person: person, mail: notice.mail.flatMap { mails[$0] }, showsMail: true,
                context.language)
        }
        return .json(Page(Array(views), cursor: found.count > limit ? found[limit - 1].id : nil))
    }
}
