import Agreements
import Documents
public import Ledger

/// A person with how they sign in, if they do.
public struct PersonWithAccount: Sendable {
    public var person: Person
    public var account: Account?
}

extension Engine {
    /// Whom somebody looks after or may see, with their accounts.
    public func accounts(for principal: Principal) async throws -> [PersonWithAccount] {
        let accounts = Dictionary(try await ledger.accounts().map { ($0.person, $0) }) { $1 }
        return try await people(for: principal).map { PersonWithAccount(person: $0, account: accounts[$0.id]) }
    }

    /// Changes one's own password, which ends all one's other sessions.
    ///
    /// - Throws: ``SignInError``, and ``EngineError/invalid(_:)`` at `/old` or `/password`.
    public func setPassword(
        old: String, new: String, _ signedIn: SignedIn, from visitor: Visitor
    ) async throws -> SignedIn {
        let (person, account) = (signedIn.person, signedIn.account)
        guard try await isRight(old, of: account, calledBy: account.name, from: visitor) else {
            throw EngineError.invalid(
                "/old", Bilingual(id: "kata sandi lama tidak benar", en: "the old password is wrong"))
        }
        let hash = try await hash(new, of: person, calledBy: account.name)
        var after = signedIn
        after.account.passwordHash = hash
        after.account.passwordVersion += 1
        after.session.passwordVersion = after.account.passwordVersion
        do {
            try await ledger.write([
                .setPassword(person: person.id, hash: hash, replacing: account.passwordVersion),
                .endAll(person: person.id, except: after.session.id),
                .goOn(after.session, replacing: signedIn.session.hash),
                .log(entry(.passwordSet, by: signedIn.principal, from: visitor)),
            ])
        } catch LedgerError.accessChanged {
            throw EngineError.impossible(
                Bilingual(id: "kata sandi baru saja berubah", en: "the password has just changed"))
        }
        return after
    }

    /// Lets somebody in no more, and out of wherever they are: their sessions and the tokens made out to them end. Their
    /// offices stay theirs, and their part in the record; tokens that they made for others go on.
    public func disableAccount(
        of key: String, by principal: Principal, from visitor: Visitor = Visitor()
    ) async throws {
        let person = try await person(key, for: principal)
        if principal.isSignedIn(as: person) {
            throw EngineError.impossible(
                Bilingual(id: "akun sendiri tidak dapat dinonaktifkan", en: "nobody disables their own account"))
        }
        try await change(
            person, by: principal,
            [
                .disable(person: person.id, at: door.now()), .endAll(person: person.id, except: nil),
                .log(entry(.accountDisabled, by: principal, from: visitor, person.name)),
            ] + (try await revokingTokens(of: person, by: principal, from: visitor)))
    }

    public func enableAccount(
        of key: String, by principal: Principal, from visitor: Visitor = Visitor()
    ) async throws {
        let person = try await person(key, for: principal)
        try await change(
            person, by: principal,
            [
                .disable(person: person.id, at: nil),
                .log(entry(.accountEnabled, by: principal, from: visitor, person.name)),
            ])
    }

    private func change(_ person: Person, by principal: Principal, _ writes: [AccessWrite]) async throws {
        try principal.require(.manageAccounts)
        try principal.require(looking: person)
        guard try await ledger.account(of: person.id) != nil else {
            throw EngineError.impossible(
                Bilingual(id: "\(person.name) belum punya akun", en: "\(person.name) has no account yet"))
        }
        try await ledger.write(writes)
    }
}
