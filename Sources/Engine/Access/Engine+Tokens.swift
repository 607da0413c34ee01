public import Agreements
public import Calendars
import Documents
public import Ledger
import Logging

/// Which token somebody wants.
public struct TokenWish: Sendable {
    public var name: String
    public var role: Role
    /// Codes; empty for everywhere.
    public var regions: [String]
    public var expiresAt: Instant?

    public init(name: String, role: Role, regions: [String] = [], expiresAt: Instant? = nil) {
        self.name = name
        self.role = role
        self.regions = regions
        self.expiresAt = expiresAt
    }
}

extension Engine {
    /// Who a token belongs to.
    ///
    /// - Throws: ``EngineError/unauthorized``.
    public func principal(token text: String) async throws -> Principal {
        let now = door.now()
        guard let token = try await ledger.token(hash: Tokens.hash(text)), !isOver(token) else {
            throw EngineError.unauthorized
        }
        let today = Zone.wib.day(at: now)
        if token.lastUsedOn != today {
            do {
                try await ledger.write([.used(token: token.id, on: today)])
            } catch {
                // A full disk does not keep anybody from reading.
                logger.warning("a token's last day could not be kept", metadata: ["error": "\(error)"])
            }
        }
        return Principal(token)
    }

    /// The tokens that somebody may make and revoke, in the order in which they were made.
    public func tokens(for principal: Principal) async throws -> [Token] {
        try principal.require(.manageTokens)
        return try await ledger.tokens().filter(principal.mayGive)
    }

    /// Whether it has run out, so that it lets nobody in any more.
    public func isOver(_ token: Token) -> Bool { token.expiresAt.map { $0 <= door.now() } ?? false }

    /// Makes a token, which is told once.
    ///
    /// - Throws: ``EngineError``: nobody gives more than they have.
    public func makeToken(
        _ wish: TokenWish, by principal: Principal, from visitor: Visitor = Visitor()
    ) async throws -> (token: Token, text: String) {
        try principal.require(.manageTokens)
        try await check(wish, by: principal)
        let text = Tokens.prefix + Tokens.secret(door.random)
        let now = door.now()
        let token = Token(
            id: door.mint.id("tok", at: now), name: wish.name, role: wish.role, regions: wish.regions,
            hash: Tokens.hash(text), createdAt: now, madeBy: principal.actor, expiresAt: wish.expiresAt)
        guard principal.mayGive(token) else {
            throw EngineError.forbidden(
                Bilingual(
                    id: "token tidak boleh melebihi pembuatnya: peran sendiri atau integration, di daerah sendiri",
                    en: "a token may not exceed its maker: their own role or integration, in their own regions"))
        }
        try await ledger.write([
            .insert(token), .log(entry(.tokenMade, by: principal, from: visitor, token.summary)),
        ])
        return (token, text)
    }

    /// From now on it lets nobody in.
    public func revokeToken(_ id: String, by principal: Principal, from visitor: Visitor = Visitor()) async throws {
        guard let token = try await tokens(for: principal).first(where: { $0.id == id }) else {
            throw EngineError.notFound(id)
        }
        do {
            try await ledger.write([
                .revoke(token: id), .log(entry(.tokenRevoked, by: principal, from: visitor, token.summary)),
            ])
        } catch LedgerError.accessChanged {
            throw EngineError.notFound(id)
        }
    }

    /// The tokens made out to somebody, which end when they are let in no more, and those that they have made for others,
    /// which go on.
    public func tokens(
        of person: Person, for principal: Principal
    ) async throws -> (own: [Token], made: [Token]) {
        let tokens = try await tokens(for: principal)
        let own = tokens.filter { Principal($0).isThemselves(person) }
        let made = tokens.filter { token in token.madeBy.map { person.isNamed($0.name) } ?? false }
        return (own, made.filter { !own.contains($0) })
    }

    /// What ends the tokens made out to somebody.
    func revokingTokens(
        of person: Person, by principal: Principal, from visitor: Visitor
    ) async throws -> [AccessWrite] {
        try await tokens(of: person, for: principal).own.flatMap { token -> [AccessWrite] in
            [.revoke(token: token.id), .log(entry(.tokenRevoked, by: principal, from: visitor, token.summary))]
        }
    }

    private func check(_ wish: TokenWish, by principal: Principal) async throws {
        let problems = Problems()
        func report(_ pointer: String, _ id: String, _ en: String) {
            problems.report(Place(pointer: pointer), Bilingual(id: id, en: en))
        }
        if problems.checkName(wish.name, at: "/name"), principal.role != .admin,
            try await ledger.people().contains(where: { $0.isNamed(wish.name) })
        {
            // The record would take what it does for theirs.
            report(
                "/name", "itu nama seseorang; ia masuk dengan akunnya sendiri",
                "somebody is called that; they sign in themselves")
        }
        if wish.role == .system { report("/role", "system adalah pksd sendiri", "system is the daemon itself") }
        for (index, code) in wish.regions.enumerated() where rules.reference.regions[code] == nil {
            report("/regions/\(index)", "daerah '\(code)' tidak ada", "there is no region '\(code)'")
        }
        if let end = wish.expiresAt, end <= door.now() {
            report("/expires_at", "sudah lewat", "lies in the past")
        }
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }
}

extension Principal {
    /// The roles of tokens that are no more than they are themselves. What systems may do, a coordinator may do too.
    public var rolesToGive: [Role] {
        switch role {
        case .admin: Role.allCases.filter { $0 != .system }
        case .coordinator: [.coordinator, .integration]
        default: [role]
        }
    }

    func mayGive(_ token: Token) -> Bool { rolesToGive.contains(token.role) && reaches(token.regions) }
}

extension Token {
    /// As the access log names it.
    var summary: String {
        "\(name) (\(role.rawValue)\(regions.isEmpty ? "" : " " + regions.joined(separator: ", "))) \(id)"
    }

}
