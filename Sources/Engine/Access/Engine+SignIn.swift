import Agreements
import Calendars
import Documents
import Ledger
import Passwords

extension Engine {
    /// Lets somebody in by their password.
    ///
    /// - Parameter name: their address or their name, as they write it.
    /// - Throws: ``SignInError``: after as long a time for a name that nobody has as for a wrong password.
    public func signIn(name: String, password: String, from visitor: Visitor) async throws -> SignedIn {
        let account = try await account(signingInAs: name)
        let isRight = try await isRight(password, of: account, calledBy: name, from: visitor)
        guard isRight, let account, let person = try await person(of: account) else { throw SignInError.wrong }
        return try await admit(person, account, visitor, alongside: try await rehash(account, password))
    }

    /// Lets somebody in whom a provider of OpenID Connect vouches for.
    ///
    /// Who comes for the first time is the one person of that address, if the provider has verified it.
    ///
    /// - Throws: ``SignInError/stranger``.
    public func signIn(
        issuer: String, subject: String, email: String?, isEmailVerified: Bool, from visitor: Visitor
    ) async throws -> SignedIn {
        let identity = Account.Identity(issuer: issuer, subject: subject)
        if let account = try await ledger.account(of: identity) {
            guard account.disabledAt == nil, let person = try await person(of: account) else {
                throw try await refusal(account, "disabled", visitor)
            }
            return try await admit(person, account, visitor)
        }
        let everybody = try await ledger.people()
        let namesakes = everybody.filter { $0.email?.lowercased() == email?.lowercased() && $0.email != nil }
        guard isEmailVerified, namesakes.count == 1, let person = namesakes.first else {
            throw try await refusal(nil, "stranger", visitor)
        }
        let entry = AccessEntry(
            at: door.now(), act: .identityLinked, who: person.id, name: person.name, network: visitor.network,
            detail: Quoted(issuer).description)
        if var account = try await ledger.account(of: person.id) {
            guard account.disabledAt == nil, account.identity == nil else {
                throw try await refusal(account, "another identity", visitor)
            }
            account.identity = identity
            return try await admit(
                person, account, visitor, alongside: [.link(person: person.id, identity), .log(entry)])
        }
        let account = Account(
            person: person.id, name: try await freeSignInName(for: person), identity: identity, createdAt: door.now())
        return try await admit(person, account, visitor, alongside: [.open(account), .log(entry)])
    }

    private func refusal(_ account: Account?, _ why: String, _ visitor: Visitor) async throws -> SignInError {
        try await ledger.write([
            .log(
                AccessEntry(
                    at: door.now(), act: .signInRefused, who: nil, name: account?.name ?? "", network: visitor.network,
                    detail: why))
        ])
        return .stranger
    }

    // MARK: Passwords

    private func account(signingInAs name: String) async throws -> Account? {
        guard let folded = SignInName.folded(name) else { return nil }
        return try await ledger.account(named: folded)
    }

    /// Compares a password, within the limits, and writes down that it was wrong.
    ///
    /// - Parameter account: nil where nobody has the name, which must not show.
    /// - Throws: ``SignInError/tooMany(until:)``, ``SignInError/busy``.
    func isRight(
        _ password: String, of account: Account?, calledBy name: String, from visitor: Visitor
    ) async throws -> Bool {
        let key = account?.name ?? SignInName.trace(of: name)
        let underWay = door.attempts.enter(key)
        defer { door.attempts.leave(key) }
        let now = door.now()
        let history = try await ledger.signInHistory(
            name: key, person: account?.person, network: visitor.network,
            failuresSince: now - SignInLimits.window, successSince: now - SignInLimits.acquaintance)
        if let wait = SignInLimits.wait(history, underWay: underWay, at: now) { throw SignInError.tooMany(until: wait) }
        let isRight: Bool
        do {
            isRight = try await door.passwords.verify(password, against: account?.passwordHash)
        } catch is PasswordsBusy {
            throw SignInError.busy
        }
        if isRight, account?.disabledAt == nil { return true }
        let why = account.map { isRight || $0.disabledAt != nil ? "disabled" : "password" } ?? "name"
        try await ledger.write([
            .log(
                AccessEntry(
                    at: now, act: .signInRefused, who: nil, name: key, network: visitor.network, detail: why))
        ])
        return false
    }

    /// What it takes to keep a password at today's cost, where it was made at another.
    private func rehash(_ account: Account, _ password: String) async throws -> [AccessWrite] {
        guard let hash = account.passwordHash, door.passwords.isOutdated(hash) else { return [] }
        do {
            return [
                .rehash(
                    person: account.person, hash: try await door.passwords.hash(password),
                    version: account.passwordVersion)
            ]
        } catch is PasswordsBusy {
            // The next time will do.
            return []
        }
    }

    // MARK: Admission

    private func person(of account: Account) async throws -> Person? {
        try await ledger.people().first { $0.id == account.person }
    }

    /// Begins a session, in the first of their roles that is not admin.
    func admit(
        _ person: Person, _ account: Account, _ visitor: Visitor, alongside writes: [AccessWrite] = []
    ) async throws -> SignedIn {
        // A person has a role at least; one who is admin and nothing else acts as that.
        guard let role = person.roles.first(where: { $0 != .admin }) ?? person.roles.first else {
            throw SignInError.wrong
        }
        let now = door.now()
        let cookie = Tokens.secret(door.random)
        let session = Session(
            id: door.mint.id("ses", at: now), hash: Tokens.hash(cookie), person: person.id, role: role, roleSince: now,
            passwordVersion: account.passwordVersion, createdAt: now, lastSeenAt: now, network: visitor.network,
            agent: visitor.agent)
        let entry = AccessEntry(
            at: now, act: .signIn, who: person.id, name: person.name, network: visitor.network, detail: role.rawValue)
        try await ledger.write(
            writes + [.endIdle(before: now - SessionLimits.idleMax), .start(session), .log(entry)])
        return SignedIn(
            OpenSession(session: session, account: account, person: person), cookie: cookie, isNew: true)
    }
}

extension Instant {
    /// So much earlier.
    static func - (instant: Instant, duration: Duration) -> Instant { instant + (.zero - duration) }
}
