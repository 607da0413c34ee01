public import Agreements
public import Calendars
import Documents
public import Ledger
import Passwords

/// A link by which somebody sets their password. Told once; kept only as its SHA-256.
public struct InvitationLink: Sendable {
    public var person: Person
    public var secret: String
    public var expiresAt: Instant

    /// Where it leads on whatever address the daemon has.
    public var path: String { "/invitation/\(secret)" }
}

/// Whom a link invites, and by which name they will sign in.
public struct Invited: Sendable {
    public var person: Person
    public var signInName: String
    public var expiresAt: Instant
}

extension Engine {
    private static let invitationLife = Duration.seconds(7 * 86_400)

    /// Makes a link by which somebody sets their first password, or a new one where they have forgotten theirs; an earlier
    /// link ends. Whoever looks after somebody may do that the first time; from then on admins, for it lets nobody else in.
    ///
    /// - Parameter key: an id or a name.
    public func invite(
        _ key: String, by principal: Principal, from visitor: Visitor = Visitor()
    ) async throws -> InvitationLink {
        let person = try await person(key, for: principal)
        try principal.require(.managePeople)
        try principal.require(looking: person)
        try await require(principal, empowering: person)
        return try await invite(person, as: principal.actor, entry(.invitationMade, by: principal, from: visitor))
    }

    /// A link for the first administrator; nil where there is an admin who can sign in.
    ///
    /// Where there is no admin at all, one is entered who is called Administrator.
    public func firstInvitation() async throws -> InvitationLink? {
        let admins = try await ledger.people().filter { $0.roles.contains(.admin) }
        let accounts = Dictionary(try await ledger.accounts().map { ($0.person, $0) }) { $1 }
        if admins.contains(where: { accounts[$0.id].map { $0.disabledAt == nil } ?? false }) { return nil }
        if let waiting = admins.first(where: { accounts[$0.id] == nil }) { return try await inviteOnMachine(waiting) }
        // One of that name may be there who is no admin any more, or whose account is disabled.
        let people = try await ledger.people()
        let names = ["Administrator"] + (2...people.count + 2).map { "Administrator \($0)" }
        guard let free = names.first(where: { name in !people.contains { $0.isNamed(name) } }) else { return nil }
        return try await inviteOnMachine(named: free, role: .admin)
    }

    /// A link for somebody by name, made by whoever runs the daemon.
    ///
    /// - Parameters:
    ///   - role: of somebody who is to be entered; nil for somebody who is there.
    ///   - regions: of somebody who is to be entered; none for everywhere.
    public func inviteOnMachine(
        named name: String, role: Role?, regions: [String] = []
    ) async throws -> InvitationLink {
        guard let role else { return try await inviteOnMachine(try await ledger.people().person(name)) }
        let machine = Principal(tokenID: "system", actor: Actor(name: Actor.system.name, role: .admin), regions: [])
        return try await inviteOnMachine(
            try await createPerson(
                PersonWish(name: name, roles: [role], regions: regions), Circumstances(principal: machine)))
    }

    private func inviteOnMachine(_ person: Person) async throws -> InvitationLink {
        try await invite(
            person, as: .system,
            AccessEntry(at: door.now(), act: .invitationMade, who: nil, name: Actor.system.name))
    }

    private func invite(_ person: Person, as actor: Actor, _ entry: AccessEntry) async throws -> InvitationLink {
        if try await ledger.account(of: person.id)?.disabledAt != nil {
            throw EngineError.impossible(
                Bilingual(
                    id: "akun \(person.name) dinonaktifkan; aktifkan dulu",
                    en: "the account of \(person.name) is disabled; enable it first"))
        }
        let secret = Tokens.secret(door.random)
        let now = door.now()
        let invitation = Invitation(
            hash: Tokens.hash(secret), person: person.id, madeBy: actor, createdAt: now,
            expiresAt: now + Engine.invitationLife)
        var entry = entry
        entry.detail = person.name
        try await ledger.write([.invite(invitation), .log(entry)])
        return InvitationLink(person: person, secret: secret, expiresAt: invitation.expiresAt)
    }

    // MARK: Accepting

    /// Whom a link invites; nil for one that is over. Changes nothing.
    public func invitation(link secret: String) async throws -> Invited? { try await open(link: secret)?.invited }

    private func open(
        link secret: String
    ) async throws -> (invitation: Invitation, invited: Invited, account: Account?)? {
        guard let invitation = try await ledger.invitation(hash: Tokens.hash(secret)),
            door.now() < invitation.expiresAt,
            let person = try await ledger.people().first(where: { $0.id == invitation.person })
        else { return nil }
        let account = try await ledger.account(of: person.id)
        guard account?.disabledAt == nil else { return nil }
        var name = account?.name
        if name == nil { name = try await freeSignInName(for: person) }
        let invited = Invited(person: person, signInName: name ?? "", expiresAt: invitation.expiresAt)
        return (invitation, invited, account)
    }

    /// Sets the password of whoever was invited, ends their other sessions and lets them in.
    ///
    /// - Throws: ``SignInError/invitationOver``, ``SignInError/busy``, and ``EngineError/invalid(_:)`` at `/password`.
    public func acceptInvitation(
        link secret: String, password: String, from visitor: Visitor
    ) async throws -> SignedIn {
        guard let (invitation, invited, before) = try await open(link: secret) else { throw SignInError.invitationOver }
        let person = invited.person
        let hash = try await hash(password, of: person, calledBy: invited.signInName)
        var account =
            before ?? Account(person: person.id, name: invited.signInName, createdAt: door.now())
        var writes: [AccessWrite] = [.use(invitation)]
        if let before {
            writes.append(.setPassword(person: person.id, hash: hash, replacing: before.passwordVersion))
            account.passwordVersion += 1
        }
        account.passwordHash = hash
        if before == nil { writes.append(.open(account)) }
        writes += [
            .endAll(person: person.id, except: nil),
            .log(
                AccessEntry(
                    at: door.now(), act: .passwordSet, who: person.id, name: person.name, network: visitor.network,
                    detail: "invitation")),
        ]
        do {
            return try await admit(person, account, visitor, alongside: writes)
        } catch LedgerError.accessChanged {
            // Somebody has used it, or changed the password, since it was read.
            throw SignInError.invitationOver
        }
    }

    /// - Throws: ``SignInError/busy``, and ``EngineError/invalid(_:)`` at `/password`.
    func hash(_ password: String, of person: Person, calledBy name: String) async throws -> String {
        do {
            try PasswordPolicy.check(password, of: [person.name, name])
            return try await door.passwords.hash(password)
        } catch let refusal as PasswordPolicy.Refusal {
            throw EngineError.invalid("/password", refusal.message)
        } catch is PasswordsBusy {
            throw SignInError.busy
        }
    }

    /// What somebody who has no account yet will sign in by: their address, or their name.
    func freeSignInName(for person: Person) async throws -> String {
        for name in [person.email, person.name].compactMap({ $0.flatMap(SignInName.folded) })
        where try await ledger.account(named: name) == nil {
            return name
        }
        return person.id.lowercased()
    }
}
