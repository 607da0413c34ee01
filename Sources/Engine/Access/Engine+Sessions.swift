public import Agreements
import Calendars
import Documents
public import Ledger
import Logging

extension Engine {
    /// Whose cookie this is; nil for one that is nobody's, or is over.
    ///
    /// - Parameter isSignOfLife: whether they do something by it, so that the session goes on.
    public func session(cookie: String, isSignOfLife: Bool = true) async throws -> SignedIn? {
        guard cookie.utf8.count == Engine.secretLength,
            let open = try await ledger.session(hash: Tokens.hash(cookie)),
            // An office that somebody no longer holds ends what they began in it.
            open.person.roles.contains(open.session.role)
        else { return nil }
        let now = door.now()
        var signedIn = SignedIn(open, cookie: cookie, isNew: false)
        guard now < signedIn.endsAt else { return nil }
        if isSignOfLife, now - open.session.lastSeenAt >= .seconds(60) {
            signedIn.session.lastSeenAt = now
            do {
                try await ledger.write([.see(session: open.session.id, at: now)])
            } catch {
                // A full disk does not keep anybody from reading.
                logger.warning("a session's sign of life could not be kept", metadata: ["error": "\(error)"])
            }
        }
        return signedIn
    }

    /// 256 bits in base64.
    private static let secretLength = 43

    public func signOut(_ signedIn: SignedIn, from visitor: Visitor) async throws {
        try await ledger.write([
            .end(session: signedIn.session.id), .log(entry(.signOut, by: signedIn.principal, from: visitor)),
        ])
    }

    /// Goes on in another of the person's roles. Whoever becomes admin gets another cookie.
    ///
    /// - Throws: ``EngineError/forbidden(_:)`` for a role that they do not have.
    public func switchRole(to role: Role, _ signedIn: SignedIn, from visitor: Visitor) async throws -> SignedIn {
        guard signedIn.person.roles.contains(role) else {
            throw EngineError.forbidden(
                Bilingual(
                    id: "\(signedIn.person.name) tidak memegang peran \(role.rawValue)",
                    en: "\(signedIn.person.name) does not hold the role \(role.rawValue)"))
        }
        guard role != signedIn.session.role else { return signedIn }
        var after = signedIn
        after.session.role = role
        after.session.roleSince = door.now()
        if role == .admin {
            let cookie = Tokens.secret(door.random)
            after.session.hash = Tokens.hash(cookie)
            after = SignedIn(
                OpenSession(session: after.session, account: after.account, person: after.person), cookie: cookie,
                isNew: true)
        }
        try await ledger.write([
            .goOn(after.session, replacing: signedIn.session.hash),
            .log(entry(.roleSwitched, by: after.principal, from: visitor, signedIn.session.role.rawValue)),
        ])
        return after
    }

    // MARK: Those of others

    /// Where somebody is signed in: for themselves and for admins, of whom it is written down.
    ///
    /// - Parameter key: an id or a name.
    public func sessions(
        of key: String, for principal: Principal, from visitor: Visitor = Visitor()
    ) async throws -> [Session] {
        let person = try await person(key, for: principal)
        try principal.require(sessionsOf: person)
        if !principal.isSignedIn(as: person) {
            try await record(
                .readSensitive, by: principal, from: visitor, detail: AccessEntry.ofSessions + person.name)
        }
        let now = door.now()
        return try await ledger.sessions(of: person.id).filter { now < SessionLimits($0.role).end(of: $0) }
    }

    /// Signs somebody out of a browser that they, or an admin, no longer trust.
    public func endSession(
        _ id: String, of key: String, by principal: Principal, from visitor: Visitor = Visitor()
    ) async throws {
        let person = try await person(key, for: principal)
        try principal.require(sessionsOf: person)
        guard try await ledger.sessions(of: person.id).contains(where: { $0.id == id }) else {
            throw EngineError.notFound(id)
        }
        try await ledger.write([
            .end(session: id), .log(entry(.sessionEnded, by: principal, from: visitor, "\(person.name): \(id)")),
        ])
    }
}

extension Principal {
    /// Signed in as this person; a token of their name is not enough.
    func isSignedIn(as person: Person) -> Bool { tokenID == person.id }

    fileprivate func require(sessionsOf person: Person) throws {
        if isSignedIn(as: person) { return }
        try require(.manageAccounts)
        try require(looking: person)
    }
}
