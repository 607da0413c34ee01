import Agreements
import Calendars
import Documents
import Ledger
import Notices
import Testing

@testable import Engine

@Suite struct PeopleTests {
    private let siti = PersonWish(
        name: "Siti Aminah", roles: [.finance], regions: ["53.71"], email: .address("siti@kupangkota.go.id"))

    /// Who were entered in the same millisecond come in any order.
    private func byID(_ people: [Person]) -> [Person] { people.sorted { $0.id < $1.id } }

    @Test func `somebody who is entered is found by name and id, and has a key of their own`() async throws {
        let stage = try await Stage()
        let admin = stage.person(.admin)
        let person = try await stage.enter(siti)
        #expect(try await stage.engine.person("siti aminah", for: admin) == person)
        #expect(try await stage.engine.person(person.id, for: admin) == person)
        #expect(person.unsubscribeKey.count == 43)
        #expect(try await stage.enter(named: "Budi").unsubscribeKey != person.unsubscribeKey)
        #expect((person.mail, person.digestHour, person.quietFrom, person.quietUntil) == (.each, 9, 20, 6))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var pointer: String
        var says: String
        var change: @Sendable (inout PersonWish) -> Void
        var testDescription: String { "\(pointer) \(says)" }
    }

    @Test(arguments: [
        Mistake(pointer: "/name", says: "tidak boleh kosong") { $0.name = " \t" },
        Mistake(pointer: "/name", says: "paling panjang 200 huruf") { $0.name = String(repeating: "a", count: 201) },
        Mistake(pointer: "/name", says: "tidak boleh memuat karakter kendali") { $0.name = "Siti\r\nBcc: x" },
        Mistake(pointer: "/name", says: "tidak boleh memuat karakter kendali") { $0.name = "Siti\u{202E}hanimA" },
        Mistake(pointer: "/name", says: "tidak boleh memuat karakter kendali") { $0.name = "Bu\u{200B}di" },
        Mistake(pointer: "/name", says: "' budi ' sudah ada; tambahkan jabatan atau daerahnya") { $0.name = " budi " },
        Mistake(pointer: "/name", says: "'BUDI' sudah ada; tambahkan jabatan atau daerahnya") { $0.name = "BUDI" },
        Mistake(pointer: "/roles", says: "perlu sedikitnya satu peran") { $0.roles = [] },
        Mistake(pointer: "/roles/1", says: "system bukan peran orang") { $0.roles = [.finance, .system] },
        Mistake(pointer: "/roles/0", says: "integration bukan peran orang") { $0.roles = [.integration] },
        Mistake(pointer: "/regions/1", says: "daerah '99.99' tidak ada") { $0.regions = ["53.71", "99.99"] },
        Mistake(pointer: "/digest_hour", says: "harus jam 0 sampai 23") { $0.digestHour = 24 },
        Mistake(pointer: "/quiet_from", says: "harus jam 0 sampai 23") { $0.quietFrom = -1 },
        Mistake(pointer: "/quiet_until", says: "harus jam 0 sampai 23") { $0.quietUntil = .max },
    ])
    func `what cannot be is refused in its own words, and nobody is entered`(mistake: Mistake) async throws {
        let stage = try await Stage()
        try await stage.enter(named: "Budi")
        var wish = siti
        mistake.change(&wish)
        let problems = await stage.problems { try await stage.enter(wish) }
        #expect(problems.map(\.place.pointer) == [mistake.pointer])
        #expect(problems.first?.message.id == mistake.says)
        #expect(try await stage.ledger.people().count == 1)
    }

    @Test(arguments: [
        "", "siti", "@a.id", "siti@", "a@b@c.id", "Siti <siti@a.id>", "siti @a.id", "siti@a.id\r\nBcc: x@y.id",
        "siti@a..id", ".siti@a.id", "siti@a.id.", "sïti@a.id", "siti@a.id,budi@a.id", "\"si ti\"@a.id",
        String(repeating: "a", count: 65) + "@a.id", "a@" + String(repeating: "b.", count: 126) + "id",
    ])
    func `no bare address`(address: String) async throws {
        #expect(!Mailbox.isBare(address))
        let stage = try await Stage()
        var wish = siti
        wish.email = .address(address)
        #expect(await stage.problems { try await stage.enter(wish) }.map(\.place.pointer) == ["/email"])
    }

    @Test(arguments: ["siti@a.id", "siti.aminah+bpkad@kupang-kota.go.id", "o'neill@a.id", "a@b"])
    func `a bare address`(address: String) { #expect(Mailbox.isBare(address)) }

    @Test func `coordinators look after those whose regions all lie in theirs`() async throws {
        let stage = try await Stage()
        let coordinator = stage.person(.coordinator, "Koordinator NTT", regions: ["53"])
        let theirs = try await stage.enter(siti, as: coordinator)
        var wide = siti
        (wide.name, wide.regions) = ("Nasional", [])
        await #expect(throws: EngineError.self) { try await stage.enter(wide, as: coordinator) }
        let everywhere = try await stage.enter(wide)
        var far = siti
        (far.name, far.regions) = ("Bengkulu", ["17"])
        await #expect(throws: EngineError.self) { try await stage.enter(far, as: coordinator) }
        let stranger = try await stage.enter(far)
        // Whoever holds an office everywhere is seen, and not touched; others elsewhere are not there at all.
        #expect(byID(try await stage.engine.people(for: coordinator)) == byID([theirs, everywhere]))
        for (person, isSeen) in [(everywhere, true), (stranger, false)] {
            let error = await #expect(throws: EngineError.self) {
                try await stage.engine.deletePerson(person.id, for: coordinator)
            }
            if case .notFound? = error { #expect(!isSeen) } else { #expect(isSeen) }
        }
        // Nobody is moved out of one's reach, or into it.
        await #expect(throws: EngineError.self) {
            try await stage.change(theirs, PersonWish(regions: ["53.71", "17"]), as: coordinator)
        }
        try await stage.engine.deletePerson(theirs.id, for: coordinator)
        #expect(byID(try await stage.ledger.people()) == byID([everywhere, stranger]))
    }

    @Test func `everybody changes how they are told themselves, and nothing else`() async throws {
        let stage = try await Stage()
        let person = try await stage.enter(siti)
        let other = try await stage.enter(named: "Budi")
        let herself = stage.person(.finance, "Siti Aminah", regions: ["53.71"])
        let changed = try await stage.change(
            person, PersonWish(language: .english, mail: .digest, digestHour: 9, quietFrom: 0, quietUntil: 0),
            as: herself)
        #expect((changed.language, changed.mail, changed.digestHour) == (.english, .digest, 9))
        #expect(try await stage.engine.people(for: herself) == [changed])
        for wish in [
            PersonWish(roles: [.admin]), PersonWish(name: "Lain"), PersonWish(regions: []),
            PersonWish(email: .removed),
        ] {
            await #expect(throws: EngineError.self) { try await stage.change(person, wish, as: herself) }
        }
        await #expect(throws: EngineError.self) { try await stage.change(other, PersonWish(mail: .off), as: herself) }
        // Somebody of the same name elsewhere is somebody else.
        let namesake = stage.person(.finance, "Siti Aminah", regions: ["17"])
        await #expect(throws: EngineError.self) { try await stage.change(person, PersonWish(mail: .off), as: namesake) }
        #expect(byID(try await stage.ledger.people()) == byID([changed, other]))
    }

    @Test func `who entered, changed and deleted somebody stands in the access log, in the same commit`() async throws {
        let stage = try await Stage()
        let admin = stage.person(.admin)
        let person = try await stage.enter(siti, as: admin)
        try await stage.change(person, PersonWish(roles: [.admin], regions: []), as: admin)
        try await stage.change(person, PersonWish(email: .removed), as: admin)
        // How somebody wants to be told is nobody's business.
        try await stage.change(person, PersonWish(mail: .digest), as: admin)
        try await stage.engine.deletePerson(person.id, for: admin)
        await #expect(throws: EngineError.self) { try await stage.enter(PersonWish(name: "", roles: [.legal])) }
        let log = try await stage.ledger.accessLog(AccessQuery()).reversed()
        #expect(log.map(\.act) == [.personSaved, .personSaved, .personSaved, .personDeleted])
        #expect(
            log.map(\.detail) == [
                "Siti Aminah (finance 53.71) \(person.id), siti@kupangkota.go.id",
                "Siti Aminah (admin) \(person.id)", "Siti Aminah (admin) \(person.id), -",
                "Siti Aminah (admin) \(person.id)",
            ])
        #expect(log.allSatisfy { $0.who == admin.tokenID && $0.name == "admin" })
    }

    @Test func `the same request sent twice, or twice at once, enters one person`() async throws {
        let stage = try await Stage()
        var circumstances = Circumstances(principal: stage.person(.admin))
        circumstances.idempotency = .init(key: "k", fingerprint: "f")
        let sent = circumstances
        let wish = siti
        let entered = try await withThrowingTaskGroup(of: Person.self) { group in
            for _ in 0..<8 { group.addTask { try await stage.engine.createPerson(wish, sent) } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1.id) }
        }
        #expect(entered.count == 1)
        #expect(try await stage.ledger.people().count == 1)
        circumstances.idempotency = .init(key: "k", fingerprint: "another")
        let reused = circumstances
        await #expect(throws: EngineError.self) { try await stage.engine.createPerson(wish, reused) }
    }

    @Test func `the key in a mail ends mail, and opens nothing else`() async throws {
        let stage = try await Stage()
        let person = try await stage.enter(siti)
        #expect(try await stage.engine.unsubscribe(key: "") == nil)
        #expect(try await stage.engine.unsubscribe(key: String(person.unsubscribeKey.dropLast())) == nil)
        #expect(try await stage.ledger.people() == [person])
        for _ in 0..<2 { #expect(try await stage.engine.unsubscribe(key: person.unsubscribeKey)?.mail == .off) }
        var silent = person
        silent.mail = .off
        #expect(try await stage.ledger.people() == [silent])
    }
}

extension Stage {
    @discardableResult
    func enter(_ wish: PersonWish, as principal: Principal? = nil) async throws -> Person {
        try await engine.createPerson(wish, Circumstances(principal: principal ?? person(.admin)))
    }

    @discardableResult
    func enter(
        named name: String, _ roles: [Role] = [.legal], in regions: [String] = ["53.71"],
        mail: Person.MailPreference = .each, email: String? = nil
    ) async throws -> Person {
        try await enter(
            PersonWish(
                name: name, roles: roles, regions: regions, email: email.map { .address($0) }, mail: mail))
    }

    @discardableResult
    func change(_ person: Person, _ wish: PersonWish, as principal: Principal) async throws -> Person {
        try await engine.changePerson(person.id, wish, Circumstances(principal: principal))
    }

    /// What is wrong with what was asked; nothing where it was done.
    func problems(_ act: () async throws -> some Any) async -> [Problem] {
        do { _ = try await act() } catch EngineError.invalid(let problems) {
            return problems
        } catch {
            Issue.record(error)
        }
        return []
    }
}
