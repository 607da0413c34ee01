import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

@Suite struct InvitationTests {
    private let visitor = Visitor(address: "203.0.113.7")
    private let password = "kuda baterai staples"

    @Test func `a link works once, even where two use it at once`() async throws {
        let stage = try await Stage()
        let siti = try await stage.enter(named: "Siti")
        let link = try await stage.engine.invite(siti.id, by: stage.person(.admin))
        let password = password, visitor = visitor
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        _ = try await stage.engine.acceptInvitation(
                            link: link.secret, password: password, from: visitor)
                        return true
                    } catch {
                        #expect(error as? SignInError == .invitationOver)
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(outcomes == 1)
        #expect(try await stage.engine.invitation(link: link.secret) == nil)
    }

    @Test func `a link is over after seven days, and when there is a newer one`() async throws {
        let stage = try await Stage()
        let siti = try await stage.enter(named: "Siti")
        let first = try await stage.engine.invite(siti.id, by: stage.person(.admin))
        let second = try await stage.engine.invite(siti.id, by: stage.person(.admin))
        #expect(try await stage.engine.invitation(link: first.secret) == nil)
        stage.clock.advance(to: second.expiresAt + .milliseconds(-1))
        #expect(try await stage.engine.invitation(link: second.secret)?.person == siti)
        stage.clock.advance(to: second.expiresAt)
        await #expect(throws: SignInError.invitationOver) {
            try await stage.engine.acceptInvitation(link: second.secret, password: password, from: visitor)
        }
    }

    @Test(arguments: ["pendek", "password12345", "Siti Aminah 123"])
    func `a password that anybody would try leaves the link as it was`(weak: String) async throws {
        let stage = try await Stage()
        let siti = try await stage.enter(named: "Siti Aminah")
        let link = try await stage.engine.invite(siti.id, by: stage.person(.admin))
        let problems = await stage.problems {
            try await stage.engine.acceptInvitation(link: link.secret, password: weak, from: visitor)
        }
        #expect(problems.map(\.place.pointer) == ["/password"])
        _ = try await stage.engine.acceptInvitation(link: link.secret, password: password, from: visitor)
    }

    @Test func `a new password by a link ends every session`() async throws {
        let stage = try await Stage()
        let before = try await stage.signUp("Siti")
        let link = try await stage.engine.invite("Siti", by: stage.person(.admin))
        #expect(try await stage.engine.session(cookie: before.cookie ?? "") != nil)
        let after = try await stage.engine.acceptInvitation(
            link: link.secret, password: "lampu merah Oesapa", from: visitor)
        #expect(try await stage.engine.session(cookie: before.cookie ?? "") == nil)
        #expect(try await stage.engine.session(cookie: after.cookie ?? "") != nil)
        await #expect(throws: SignInError.wrong) {
            try await stage.engine.signIn(name: "Siti", password: password, from: visitor)
        }
    }

    @Test func `coordinators invite whom they look after, and never an admin`() async throws {
        let stage = try await Stage()
        let coordinator = stage.person(.coordinator, "Koordinator NTT", regions: ["53"])
        let theirs = try await stage.enter(named: "Siti")
        let far = try await stage.enter(named: "Budi", in: ["17"])
        let admin = try await stage.enter(named: "Admin Kupang", [.legal, .admin])
        _ = try await stage.engine.invite(theirs.id, by: coordinator)
        for person in [far, admin] {
            await #expect(throws: EngineError.self) { try await stage.engine.invite(person.id, by: coordinator) }
        }
        for role in [Role.unitPIC, .auditor, .integration] {
            await #expect(throws: EngineError.self) { try await stage.engine.invite(theirs.id, by: stage.person(role)) }
        }
        // Nor do they make an admin of somebody, or of themselves; and no admin is changed or removed by them.
        await #expect(throws: EngineError.self) {
            try await stage.enter(PersonWish(name: "X", roles: [.admin], regions: ["53.71"]), as: coordinator)
        }
        await #expect(throws: EngineError.self) {
            try await stage.change(theirs, PersonWish(roles: [.legal, .admin]), as: coordinator)
        }
        await #expect(throws: EngineError.self) {
            try await stage.change(admin, PersonWish(email: .address("x@a.id")), as: coordinator)
        }
        await #expect(throws: EngineError.self) { try await stage.engine.deletePerson(admin.id, for: coordinator) }
    }

    @Test func `whoever has an account is changed, invited anew and deleted by admins only`() async throws {
        let stage = try await Stage()
        let coordinator = stage.person(.coordinator, "Koordinator NTT", regions: ["53"])
        let siti = try await stage.signUp("Siti").person
        await #expect(throws: EngineError.self) { try await stage.engine.invite(siti.id, by: coordinator) }
        for wish in [
            PersonWish(roles: [.regionHead]), PersonWish(roles: [.finance, .legal]), PersonWish(regions: ["53"]),
            PersonWish(email: .address("koordinator@a.id")),
        ] {
            await #expect(throws: EngineError.self) { try await stage.change(siti, wish, as: coordinator) }
        }
        await #expect(throws: EngineError.self) { try await stage.engine.deletePerson(siti.id, for: coordinator) }
        // A form brings back everything, changed or not.
        let sent = PersonWish(roles: siti.roles, regions: siti.regions, mail: .digest)
        #expect(try await stage.change(siti, sent, as: coordinator).mail == .digest)
        _ = try await stage.change(siti, PersonWish(roles: [.legal]), as: stage.person(.admin))
        _ = try await stage.engine.invite(siti.id, by: stage.person(.admin))
    }

    @Test func `whoever is disabled or deleted comes in by no token either`() async throws {
        let stage = try await Stage()
        for name in ["Siti", "Budi"] { try await stage.signUp(name, [.coordinator]) }
        var texts: [String: String] = [:]
        for (name, role, regions) in [
            ("siti", Role.coordinator, ["53.71"]), ("Budi", .coordinator, []), ("SIPD", .integration, ["53"]),
        ] {
            texts[name] = try await stage.engine.makeToken(
                TokenWish(name: name, role: role, regions: regions), by: stage.person(.admin)
            ).text
        }
        let siti = stage.person(.coordinator, "Siti", regions: ["53.71"])
        texts["made"] = try await stage.engine.makeToken(
            TokenWish(name: "made", role: .integration, regions: ["53.71"]), by: siti
        ).text
        let known = try await stage.engine.person("Siti", for: stage.person(.admin))
        let told = try await stage.engine.tokens(of: known, for: stage.person(.admin))
        #expect((told.own.map(\.name), told.made.map(\.name)) == (["siti"], ["made"]))
        try await stage.engine.disableAccount(of: "Siti", by: stage.person(.admin))
        try await stage.engine.deletePerson("Budi", for: stage.person(.admin))
        for (name, text) in texts {
            let principal = try? await stage.engine.principal(token: text)
            #expect((principal == nil) == ["siti", "Budi"].contains(name), "\(name)")
        }
    }

    @Test func `whose account is disabled is not invited, nor let in by a link from before`() async throws {
        let stage = try await Stage()
        let siti = try await stage.signUp("Siti")
        let link = try await stage.engine.invite("Siti", by: stage.person(.admin))
        try await stage.engine.disableAccount(of: "Siti", by: stage.person(.admin))
        await #expect(throws: EngineError.self) { try await stage.engine.invite("Siti", by: stage.person(.admin)) }
        await #expect(throws: SignInError.invitationOver) {
            try await stage.engine.acceptInvitation(link: link.secret, password: password, from: visitor)
        }
        await #expect(throws: EngineError.self) {
            try await stage.engine.disableAccount(of: "Siti", by: siti.principal)
        }
    }

    @Test func `nobody takes the name by which another signs in`() async throws {
        let stage = try await Stage()
        let first = try await stage.signUp("siti@a.id")
        let second = try await stage.enter(named: "Siti", email: "siti@a.id")
        #expect(first.account.name == "siti@a.id")
        let link = try await stage.engine.invite(second.id, by: stage.person(.admin))
        let signedIn = try await stage.engine.acceptInvitation(link: link.secret, password: password, from: visitor)
        #expect(signedIn.account.name == "siti")
    }

    // MARK: The first administrator

    @Test func `the daemon invites the first administrator, until there is one`() async throws {
        let stage = try await Stage()
        let first = try #require(try await stage.engine.firstInvitation())
        let again = try #require(try await stage.engine.firstInvitation())
        #expect((first.person, first.person.roles) == (again.person, [.admin]))
        #expect(first.person.name == "Administrator")
        #expect(try await stage.engine.invitation(link: first.secret) == nil)
        let signedIn = try await stage.engine.acceptInvitation(link: again.secret, password: password, from: visitor)
        #expect(signedIn.principal.role == .admin)
        #expect(try await stage.engine.firstInvitation() == nil)
        // An admin who can no longer sign in is none.
        try await stage.engine.disableAccount(of: first.person.id, by: stage.person(.admin))
        #expect(try await stage.engine.firstInvitation()?.person.name == "Administrator 2")
    }

    @Test func `whoever runs the daemon invites anybody by name`() async throws {
        let stage = try await Stage()
        let siti = try await stage.engine.inviteOnMachine(named: "Siti", role: .coordinator, regions: ["53"])
        #expect((siti.person.roles, siti.person.regions) == ([.coordinator], ["53"]))
        #expect(try await stage.engine.inviteOnMachine(named: "siti", role: nil).person == siti.person)
        await #expect(throws: EngineError.self) { try await stage.engine.inviteOnMachine(named: "Budi", role: nil) }
    }

    // MARK: One's own password

    @Test func `whoever changes their password stays, and everybody else is out`() async throws {
        let stage = try await Stage()
        let here = try await stage.signUp("Siti")
        let there = try await stage.engine.signIn(name: "Siti", password: password, from: visitor)
        let new = "lampu merah Oesapa"
        let problems = await stage.problems {
            try await stage.engine.setPassword(old: "bukan ini sama sekali", new: new, here, from: visitor)
        }
        #expect(problems.map(\.place.pointer) == ["/old"])
        let after = try await stage.engine.setPassword(old: password, new: new, here, from: visitor)
        #expect(try await stage.engine.session(cookie: here.cookie ?? "")?.formToken == here.formToken)
        #expect(try await stage.engine.session(cookie: there.cookie ?? "") == nil)
        // One who had read the account before changes nothing any more.
        await #expect(throws: EngineError.self) {
            try await stage.engine.setPassword(old: password, new: "kuda lain lagi", here, from: visitor)
        }
        _ = try await stage.engine.setPassword(old: new, new: password, after, from: visitor)
    }
}
