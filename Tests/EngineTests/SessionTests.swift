import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

@Suite struct SessionTests {
    private let visitor = Visitor(address: "2001:db8:7:1::5")

    @Test(arguments: [
        (Role.finance, 8 * 3_600, true), (.finance, 8 * 3_600 + 1, false), (.admin, 3_600, true),
        (.admin, 3_601, false),
    ])
    func `a session that gives no sign of life is over`(role: Role, seconds: Int, goesOn: Bool) async throws {
        let stage = try await Stage()
        let session = try await stage.signUp("Siti", [role], in: [])
        // The end itself is no longer inside.
        stage.clock.advance(to: stage.clock.now() + .seconds(seconds) + .milliseconds(-1))
        #expect((try await stage.engine.session(cookie: session.cookie ?? "") != nil) == goesOn)
    }

    @Test(arguments: [(Role.finance, 7 * 24), (.admin, 12)])
    func `a session in use is over all the same some day`(role: Role, hours: Int) async throws {
        let stage = try await Stage()
        let session = try await stage.signUp("Siti", [role], in: [])
        var lived = 0
        for minute in stride(from: 30, through: 9 * 24 * 60, by: 30) {
            stage.clock.advance(to: session.session.createdAt + .seconds(minute * 60))
            guard try await stage.engine.session(cookie: session.cookie ?? "") != nil else { break }
            lived = minute
        }
        #expect(lived == hours * 60 - 30)
    }

    @Test func `a sign of life is written once a minute`() async throws {
        let stage = try await Stage()
        let session = try await stage.signUp("Siti")
        let start = stage.clock.now()
        func lastSeen(after seconds: Int) async throws -> Instant? {
            stage.clock.advance(to: start + .seconds(seconds))
            _ = try await stage.engine.session(cookie: session.cookie ?? "")
            return try await stage.ledger.sessions(of: session.person.id).first?.lastSeenAt
        }
        #expect(try await lastSeen(after: 59) == start)
        #expect(try await lastSeen(after: 60) == start + .seconds(60))
        #expect(try await lastSeen(after: 119) == start + .seconds(60))
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 43), String(repeating: "A", count: 100_000), "\0"])
    func `what is nobody's cookie opens nothing`(cookie: String) async throws {
        let stage = try await Stage()
        try await stage.signUp("Siti")
        #expect(try await stage.engine.session(cookie: cookie) == nil)
    }

    @Test func `whoever holds several roles acts in one, first in one that is not admin`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti", [.admin, .coordinator, .legal], in: ["53"])
        #expect(siti.principal.role == .coordinator)
        #expect(siti.otherRoles == [.admin, .legal])
        let legal = try await stage.engine.switchRole(to: .legal, siti, from: visitor)
        #expect(legal.cookie == siti.cookie)
        let found = try #require(try await stage.engine.session(cookie: siti.cookie ?? ""))
        #expect(
            found.principal
                == Principal(
                    tokenID: siti.person.id, actor: Actor(name: "Siti", role: .legal), regions: ["53"]))
        // Whoever becomes admin leaves the cookie behind that others may have seen.
        let admin = try await stage.engine.switchRole(to: .admin, found, from: visitor)
        #expect(try await stage.engine.session(cookie: siti.cookie ?? "") == nil)
        #expect(try await stage.engine.session(cookie: admin.cookie ?? "")?.principal.role == .admin)
        #expect(admin.formToken != siti.formToken)
        await #expect(throws: EngineError.self) {
            try await stage.engine.switchRole(to: .auditor, admin, from: visitor)
        }
    }

    @Test func `an office that is taken away ends what was begun in it`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti", [.finance, .legal])
        _ = try await stage.change(siti.person, PersonWish(roles: [.legal]), as: stage.person(.admin))
        #expect(try await stage.engine.session(cookie: siti.cookie ?? "") == nil)
    }

    @Test func `who moves to another region acts there from the next page on`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti")
        _ = try await stage.change(siti.person, PersonWish(regions: ["17"]), as: stage.person(.admin))
        #expect(try await stage.engine.session(cookie: siti.cookie ?? "")?.principal.regions == ["17"])
    }

    @Test func `signing out ends this session, and no other`() async throws {
        let stage = try await Stage()
        let first = try await stage.signUp("Siti")
        let second = try await stage.engine.signIn(name: "Siti", password: "kuda baterai staples", from: visitor)
        try await stage.engine.signOut(first, from: visitor)
        #expect(try await stage.engine.session(cookie: first.cookie ?? "") == nil)
        #expect(try await stage.engine.session(cookie: second.cookie ?? "")?.session.network == "2001:db8:7::/48")
    }

    @Test func `a person's sessions are theirs and the admins' to see and to end`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti", [.coordinator], in: ["53"])
        let budi = try await stage.signUp("Budi", [.coordinator], in: ["53"])
        // Also somebody who has a token in her name.
        for other in [budi.principal, stage.person(.coordinator, "Siti", regions: ["53"]), stage.person(.auditor)] {
            await #expect(throws: EngineError.self) { try await stage.engine.sessions(of: "Siti", for: other) }
            await #expect(throws: EngineError.self) {
                try await stage.engine.endSession(siti.session.id, of: "Siti", by: other)
            }
        }
        // A session is ended under its own person.
        await #expect(throws: EngineError.self) {
            try await stage.engine.endSession(siti.session.id, of: "Budi", by: budi.principal)
        }
        #expect(try await stage.engine.sessions(of: "Siti", for: siti.principal).map(\.id) == [siti.session.id])
        try await stage.engine.endSession(siti.session.id, of: "Siti", by: stage.person(.admin))
        #expect(try await stage.engine.session(cookie: siti.cookie ?? "") == nil)
    }

    @Test func `whoever is removed is nowhere signed in, and cannot sign in`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti")
        try await stage.engine.deletePerson(siti.person.id, for: stage.person(.admin))
        #expect(try await stage.engine.session(cookie: siti.cookie ?? "") == nil)
        await stage.fail("Siti", from: visitor)
    }
}
