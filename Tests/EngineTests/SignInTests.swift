import Agreements
import Calendars
import Foundation
import Ledger
import Passwords
import Testing

@testable import Engine

@Suite struct SignInTests {
    private let password = "kuda baterai staples"
    private let home = Visitor(address: "203.0.113.7", agent: "Firefox")
    private let stranger = Visitor(address: "198.51.100.9")

    @Test func `whoever was invited sets a password, is let in, and signs in by address or name`() async throws {
        let stage = try await Stage()
        let siti = try await stage.enter(named: "Siti Aminah", [.finance], email: "siti@kupangkota.go.id")
        let link = try await stage.engine.invite(siti.id, by: stage.person(.admin))
        let invited = try #require(try await stage.engine.invitation(link: link.secret))
        #expect((invited.person, invited.signInName) == (siti, "siti@kupangkota.go.id"))
        let first = try await stage.engine.acceptInvitation(link: link.secret, password: password, from: home)
        let cookie = try #require(first.cookie)
        #expect(
            first.principal
                == Principal(
                    tokenID: siti.id, actor: Actor(name: "Siti Aminah", role: .finance), regions: ["53.71"]))
        let second = try await stage.engine.signIn(name: " SITI@kupangkota.go.id ", password: password, from: home)
        #expect(second.cookie != cookie)
        let found = try #require(try await stage.engine.session(cookie: cookie))
        #expect(found.cookie == nil)
        #expect((found.session.id, found.formToken) == (first.session.id, first.formToken))
        #expect(found.accepts(formToken: first.formToken))
        #expect(!found.accepts(formToken: second.formToken))
        #expect((found.session.network, found.session.agent) == ("203.0.113.0/24", "Firefox"))
        #expect(try await stage.engine.sessions(of: siti.id, for: first.principal).count == 2)
    }

    @Test func `a wrong name, a wrong password and a disabled account are told alike`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti")
        for (name, attempt) in [("Siti", "lain sekali, panjang"), ("Budi", password), ("", ""), ("Siti\0", password)] {
            await #expect(throws: SignInError.wrong) {
                try await stage.engine.signIn(name: name, password: attempt, from: home)
            }
        }
        try await stage.engine.disableAccount(of: siti.person.id, by: stage.person(.admin))
        #expect(try await stage.engine.session(cookie: siti.cookie ?? "") == nil)
        await #expect(throws: SignInError.wrong) {
            try await stage.engine.signIn(name: "Siti", password: password, from: home)
        }
        try await stage.engine.enableAccount(of: siti.person.id, by: stage.person(.admin))
        _ = try await stage.engine.signIn(name: "Siti", password: password, from: home)
        let log = try await stage.engine.accessLog(AccessQuery(), for: stage.person(.auditor))
        #expect(
            log.reversed().map(\.act) == [
                .personSaved, .invitationMade, .passwordSet, .signIn, .signInRefused, .signInRefused, .signInRefused,
                .signInRefused, .accountDisabled, .signInRefused, .accountEnabled, .signIn,
            ])
        #expect(!"\(log)".contains(password))
        // Who types a password where the name belongs does not find it in the log.
        #expect(!"\(log)".contains("Budi"))
    }

    @Test(arguments: [
        String(repeating: "x", count: 10_000), "\0", "\u{202E}itiS", "Siti\u{200B}", "' OR 1=1 --", "%", "😀",
        "S\u{0456}ti", String(repeating: "a\u{301}", count: 5_000),
    ])
    func `a hostile name is nobody's, and does no harm to the log`(name: String) async throws {
        let stage = try await Stage()
        try await stage.signUp("Siti")
        await #expect(throws: SignInError.wrong) {
            try await stage.engine.signIn(name: name, password: name, from: Visitor(address: name, agent: name))
        }
        let entry = try #require(try await stage.ledger.accessLog(AccessQuery()).first)
        #expect(entry.act == .signInRefused)
        #expect(entry.name.count == 9)
        #expect(entry.network == "")
    }

    // MARK: Limits

    @Test func `ten failures close a name to strangers, and not to whoever was there before`() async throws {
        let stage = try await Stage()
        try await stage.signUp("Siti", from: home)
        for _ in 0..<10 { await stage.fail("Siti", from: stranger) }
        let closed = SignInError.tooMany(until: stage.clock.now() + .seconds(15))
        await #expect(throws: closed) {
            try await stage.engine.signIn(name: "siti", password: password, from: stranger)
        }
        await #expect(throws: closed) {
            try await stage.engine.signIn(name: "siti", password: password, from: Visitor(address: "192.0.2.1"))
        }
        _ = try await stage.engine.signIn(name: "siti", password: password, from: home)
        // Each further failure makes it twice as long.
        stage.clock.advance(to: stage.clock.now() + .seconds(15))
        await stage.fail("Siti", from: stranger)
        await #expect(throws: SignInError.tooMany(until: stage.clock.now() + .seconds(30))) {
            try await stage.engine.signIn(name: "siti", password: password, from: stranger)
        }
        stage.clock.advance(to: stage.clock.now() + .seconds(15 * 60))
        _ = try await stage.engine.signIn(name: "siti", password: password, from: stranger)
    }

    @Test func `a name that nobody has is closed just the same`() async throws {
        let stage = try await Stage()
        for _ in 0..<10 { await stage.fail("Nobody", from: stranger) }
        await #expect(throws: SignInError.tooMany(until: stage.clock.now() + .seconds(15))) {
            try await stage.engine.signIn(name: "nobody", password: password, from: home)
        }
    }

    @Test func `who is known somewhere cannot guess there without end either`() async throws {
        let stage = try await Stage()
        try await stage.signUp("Siti", from: home)
        for _ in 0..<10 { await stage.fail("Siti", from: home) }
        await #expect(throws: SignInError.tooMany(until: stage.clock.now() + .seconds(15))) {
            try await stage.engine.signIn(name: "siti", password: password, from: home)
        }
    }

    @Test func `thirty failures close a network, and no other`() async throws {
        let stage = try await Stage()
        try await stage.signUp("Siti", from: home)
        for index in 0..<30 {
            await stage.fail("nobody \(index)", from: Visitor(address: "198.51.100.\(index)"))
        }
        await #expect(throws: SignInError.tooMany(until: stage.clock.now() + .seconds(15))) {
            try await stage.engine.signIn(name: "Siti", password: password, from: stranger)
        }
        _ = try await stage.engine.signIn(name: "Siti", password: password, from: Visitor(address: "192.0.2.1"))
    }

    @Test func `a restart forgets no failure`() async throws {
        let directory = Stage.newDirectory()
        let before = try await Stage(in: directory)
        for _ in 0..<10 { await before.fail("Siti", from: stranger) }
        try await before.ledger.close()
        let after = try await Stage(in: directory)
        await #expect(throws: SignInError.tooMany(until: after.clock.now() + .seconds(15))) {
            try await after.engine.signIn(name: "Siti", password: password, from: stranger)
        }
        withExtendedLifetime(before) {}
    }

    @Test func `a hundred guesses at once are ten`() async throws {
        let stage = try await Stage()
        try await stage.signUp("Siti")
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<100 {
                group.addTask {
                    _ = try? await stage.engine.signIn(
                        name: "Siti", password: "tebakan \(index) yang salah", from: stranger)
                }
            }
        }
        var refusals = AccessQuery()
        refusals.acts = [.signInRefused]
        #expect((1...10).contains(try await stage.ledger.accessLog(refusals).count))
    }

    @Test func `two who sign in at once each get a session`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti")
        let password = password, home = home
        let cookies = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try await stage.engine.signIn(name: "Siti", password: password, from: home).cookie
                }
            }
            return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(cookies.count == 2)
        #expect(try await stage.engine.sessions(of: siti.person.id, for: siti.principal).count == 3)
    }

    @Test func `a password kept at another cost is kept at today's from then on`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti")
        let dear = try await PasswordHasher(cost: .init(memory: 16_384, passes: 1)).hash(password)
        try await stage.ledger.write([.rehash(person: siti.person.id, hash: dear, version: 1)])
        _ = try await stage.engine.signIn(name: "Siti", password: password, from: home)
        let kept = try await stage.ledger.account(of: siti.person.id)?.passwordHash
        #expect(kept?.contains("$m=8,t=1,p=1$") == true)
        #expect(try await stage.engine.session(cookie: siti.cookie ?? "") != nil)
    }

    // MARK: OpenID Connect

    @Test func `whom a provider vouches for is the one person of that address, and stays it`() async throws {
        let stage = try await Stage()
        let siti = try await stage.enter(named: "Siti", email: "siti@a.id")
        func arrive(_ subject: String, _ email: String?, verified: Bool = true) async throws -> SignedIn {
            try await stage.engine.signIn(
                issuer: "https://sso.a.id", subject: subject, email: email, isEmailVerified: verified, from: home)
        }
        await #expect(throws: SignInError.stranger) { try await arrive("1", "siti@a.id", verified: false) }
        await #expect(throws: SignInError.stranger) { try await arrive("1", nil) }
        await #expect(throws: SignInError.stranger) { try await arrive("1", "budi@a.id") }
        let first = try await arrive("1", "SITI@a.id")
        #expect(first.person == siti)
        #expect(first.account.passwordHash == nil)
        // From now on the subject counts, whatever the address; and nobody else takes the address over.
        #expect(try await arrive("1", "other@a.id", verified: false).person == siti)
        await #expect(throws: SignInError.stranger) { try await arrive("2", "siti@a.id") }
        await #expect(throws: SignInError.wrong) {
            try await stage.engine.signIn(name: "siti@a.id", password: "", from: home)
        }
        try await stage.engine.disableAccount(of: siti.id, by: stage.person(.admin))
        await #expect(throws: SignInError.stranger) { try await arrive("1", "siti@a.id") }
    }

    @Test func `two people of one address are nobody`() async throws {
        let stage = try await Stage()
        for name in ["Siti", "Budi"] { try await stage.enter(named: name, email: "tu@a.id") }
        await #expect(throws: SignInError.stranger) {
            try await stage.engine.signIn(
                issuer: "https://sso.a.id", subject: "1", email: "tu@a.id", isEmailVerified: true, from: home)
        }
    }
}

extension Stage {
    /// Enters somebody, invites them, and lets them set their password.
    @discardableResult
    func signUp(
        _ name: String, _ roles: [Role] = [.finance], in regions: [String] = ["53.71"],
        from visitor: Visitor = Visitor(address: "203.0.113.7")
    ) async throws -> SignedIn {
        let entered = try await enter(named: name, roles, in: regions)
        let link = try await engine.invite(entered.id, by: person(.admin))
        return try await engine.acceptInvitation(link: link.secret, password: "kuda baterai staples", from: visitor)
    }

    func fail(_ name: String, from visitor: Visitor) async {
        await #expect(throws: SignInError.wrong) {
            try await engine.signIn(name: name, password: "bukan ini sama sekali", from: visitor)
        }
    }
}
