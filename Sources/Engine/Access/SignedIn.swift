public import Agreements
public import Documents
public import Ledger

// STUB until the real one is merged
public struct SignedIn: Sendable {
    public var cookie: String?
    public var principal: Principal
    public var formToken: String
    public var person: Person
}

public struct Visitor: Sendable {
    public var address: String
    public var agent: String
    public init(address: String, agent: String) { self.address = address; self.agent = agent }
}

public enum SignInError: ExplainedError {
    case wrong, busy
    public var message: Bilingual { Bilingual(id: "nama atau kata sandi tidak cocok", en: "the name or the password is wrong") }
}

extension Engine {
    public func session(cookie: String) async throws -> SignedIn? {
        guard let principal = try? await principal(token: cookie) else { return nil }
        return SignedIn(
            cookie: nil, principal: principal, formToken: "stub",
            person: Person(
                id: principal.tokenID, name: principal.actor.name, roles: [principal.role], regions: principal.regions,
                unsubscribeKey: "", createdAt: clock.now()))
    }

    public func signIn(name: String, password: String, from: Visitor) async throws -> SignedIn {
        guard var session = try await session(cookie: password) else { throw SignInError.wrong }
        session.cookie = password
        return session
    }

    public func signOut(_ signedIn: SignedIn) async throws {}
    public func switchRole(to role: Role, _ signedIn: SignedIn) async throws -> SignedIn { signedIn }

    public func requestName() -> String { mint.id("frm", at: clock.now()) }
}
