public import Calendars
public import Foundation

/// The part of the ledger that keeps who is let in, and who was.
public protocol AccessLedger: Sendable {
    func account(of person: String) async throws -> Account?
    /// - Parameter name: folded.
    func account(named name: String) async throws -> Account?
    func account(of identity: Account.Identity) async throws -> Account?
    func accounts() async throws -> [Account]

    /// - Returns: also one that has run out; nil where its account is disabled or has another password by now.
    func session(hash: Data) async throws -> OpenSession?
    /// Those who were seen last first.
    func sessions(of person: String) async throws -> [Session]
    func invitation(hash: Data) async throws -> Invitation?

    func token(hash: Data) async throws -> Token?
    /// In the order in which they were made.
    func tokens() async throws -> [Token]

    /// Newest first.
    func accessLog(_ query: AccessQuery) async throws -> [AccessEntry]
    /// What was tried before a password is compared.
    ///
    /// - Parameters:
    ///   - name: as refusals are written under it.
    ///   - person: whose account it is; nil where nobody has it.
    ///   - failuresSince: from when on failures count.
    ///   - successSince: from when on a success makes a network known.
    func signInHistory(
        name: String, person: String?, network: String, failuresSince: Instant, successSince: Instant
    ) async throws -> SignInHistory

    /// Makes all of it durable in one transaction, or nothing.
    ///
    /// - Throws: ``LedgerError/accessChanged`` where somebody else was first, and ``LedgerError/nameTaken(_:)``.
    func write(_ writes: [AccessWrite]) async throws
}

public enum AccessWrite: Sendable {
    case open(Account)
    /// The next password; committed only if no other has come in between.
    case setPassword(person: String, hash: String, replacing: Int)
    /// The same password, kept at another cost.
    case rehash(person: String, hash: String, version: Int)
    case link(person: String, Account.Identity)
    /// nil enables it again.
    case disable(person: String, at: Instant?)

    case start(Session)
    case see(session: String, at: Instant)
    /// In another role, by another cookie or under another password; committed only if it still has this hash.
    case goOn(Session, replacing: Data)
    case end(session: String)
    /// All of a person but one.
    case endAll(person: String, except: String?)
    /// Those that were seen last before a moment.
    case endIdle(before: Instant)

    /// In the place of an earlier one.
    case invite(Invitation)
    /// Takes it out of the world; committed only if it was still there.
    case use(Invitation)

    case insert(Token)
    case revoke(token: String)
    case used(token: String, on: Day)

    case log(AccessEntry)
}
