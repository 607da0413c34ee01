import Agreements
import Documents
import Foundation
public import Ledger
import Notices

/// The people whom reminders reach.
extension Engine {
    /// Those whom somebody may see: who looks after people, or reads all, sees everybody in their regions; anybody else
    /// themselves.
    public func people(for principal: Principal) async throws -> [Person] {
        try await ledger.people().filter { principal.maySee($0) }
    }

    /// - Parameter key: an id or a name.
    public func person(_ key: String, for principal: Principal) async throws -> Person {
        try await people(for: principal).person(key)
    }

    public func createPerson(_ wish: PersonWish, _ circumstances: Circumstances) async throws -> Person {
        let principal = circumstances.principal
        try principal.require(.managePeople)
        if let earlier = try await earlierResult(circumstances) {
            return try await ledger.people().person(earlier.subject)
        }
        let now = clock.now()
        let person = wish.changed(
            Person(
                id: mint.id("per", at: now), name: "", roles: [], unsubscribeKey: Tokens.secret(random),
                createdAt: now))
        try principal.require(looking: person)
        try check(person, among: try await ledger.people())
        return try await save(person, instead: nil, circumstances)
    }

    /// Changes what is known of somebody. The last of two changes wins.
    ///
    /// What somebody who signs in may do, and the address by which they may, are given and taken by admins only.
    public func changePerson(
        _ key: String, _ wish: PersonWish, _ circumstances: Circumstances
    ) async throws -> Person {
        let principal = circumstances.principal
        let before = try await person(key, for: principal)
        if try await earlierResult(circumstances) != nil { return before }
        let person = wish.changed(before)
        if !(wish.isPreference && principal.isThemselves(before)) {
            try principal.require(.managePeople)
            try principal.require(looking: before)
            try principal.require(looking: person)
        }
        if !person.hasSameReach(as: before) { try await require(principal, empowering: before) }
        try check(person, among: try await ledger.people())
        return try await save(person, instead: before, circumstances)
    }

    /// Their delegations, their account and the tokens made out to them end with them.
    public func deletePerson(
        _ key: String, for principal: Principal, from visitor: Visitor = Visitor()
    ) async throws {
        let person = try await person(key, for: principal)
        try principal.require(.managePeople)
        try principal.require(looking: person)
        try await require(principal, empowering: person)
        var change = Change()
        change.people = [.delete(person.id)]
        change.access =
            try await revokingTokens(of: person, by: principal, from: visitor)
            + [.log(entry(.personDeleted, by: principal, from: visitor, person.summary))]
        try await commit(change)
    }

    /// For what would let whoever does it in as somebody else.
    ///
    /// - Throws: ``EngineError/forbidden(_:)`` where somebody has an account and it is no admin who asks.
    func require(_ principal: Principal, empowering person: Person) async throws {
        guard try await ledger.account(of: person.id) != nil, !principal.may(.manageAccounts) else { return }
        throw EngineError.forbidden(
            Bilingual(
                id: "\(person.name) sudah punya akun; hanya admin yang boleh mengubahnya",
                en: "\(person.name) has an account; only an admin may do this to them"))
    }

    /// Ends mail to whoever has this key, which is in each mail to them; reminders go on.
    ///
    /// - Returns: nil for a key that nobody has.
    public func unsubscribe(key: String) async throws -> Person? {
        guard var person = try await subscriber(key: key) else { return nil }
        guard person.mail != .off else { return person }
        person.mail = .off
        var change = Change()
        change.people = [.save(person)]
        try await commit(change)
        return person
    }

    /// Whom a key belongs to; nil if nobody has it.
    public func subscriber(key: String) async throws -> Person? {
        let hash = Tokens.hash(key)
        // By its hash, so that how long it takes tells nothing of how near a guess was.
        return try await ledger.people().first { Tokens.hash($0.unsubscribeKey) == hash }
    }

    private func save(
        _ person: Person, instead before: Person?, _ circumstances: Circumstances
    ) async throws -> Person {
        var change = Change()
        change.people = [.save(person)]
        if before.map({ $0.name != person.name || !person.hasSameReach(as: $0) }) ?? true {
            let addressed = person.email == before?.email ? "" : ", " + (person.email ?? "-")
            change.access = [
                .log(
                    entry(
                        .personSaved, by: circumstances.principal, from: circumstances.visitor,
                        person.summary + addressed))
            ]
        }
        change.vacancies = try await ledger.vacancies().filter { person.holds($0.role, in: $0.region) }
            .map { .close($0) }
        change.idempotency = circumstances.remembering(person.id)
        return try await once(circumstances) {
            try await commit(change)
            return person
        } again: {
            try await ledger.people().person($0)
        }
    }

    /// Does something, unless the same request has come twice at once and the other one was first.
    func once<Value>(
        _ circumstances: Circumstances, _ act: () async throws -> Value, again: (String) async throws -> Value
    ) async throws -> Value {
        do { return try await act() } catch LedgerError.duplicateKey {
            guard let earlier = try await earlierResult(circumstances) else { throw EngineError.keyReused }
            return try await again(earlier.subject)
        }
    }

    private func check(_ person: Person, among people: [Person]) throws {
        let problems = Problems()
        func report(_ pointer: String, _ id: String, _ en: String, suggestion: String? = nil) {
            problems.report(Place(pointer: pointer), Bilingual(id: id, en: en), suggestion: suggestion)
        }
        if problems.checkName(person.name, at: "/name"),
            people.contains(where: { $0.id != person.id && $0.isNamed(person.name) })
        {
            // Tokens and people find each other by their names.
            report(
                "/name", "'\(person.name)' sudah ada; tambahkan jabatan atau daerahnya",
                "'\(person.name)' is there already; add the office or the region")
        }
        if person.roles.isEmpty { report("/roles", "perlu sedikitnya satu peran", "needs at least one role") }
        for (index, role) in person.roles.enumerated() where role == .system || role == .integration {
            report("/roles/\(index)", "\(role.rawValue) bukan peran orang", "\(role.rawValue) is no person's role")
        }
        let known = rules.reference.regions
        for (index, code) in person.regions.enumerated() where known[code] == nil {
            report(
                "/regions/\(index)", "daerah '\(code)' tidak ada", "there is no region '\(code)'",
                suggestion: nearest(to: code, among: known.codes))
        }
        if let email = person.email, !Mailbox.isBare(email) {
            report(
                "/email", "bukan alamat surel seperti nama@daerah.go.id", "is no mail address such as name@daerah.go.id"
            )
        }
        for (pointer, hour) in [
            ("/digest_hour", person.digestHour), ("/quiet_from", person.quietFrom), ("/quiet_until", person.quietUntil),
        ] where !(0...23).contains(hour) {
            report(pointer, "harus jam 0 sampai 23", "must be an hour from 0 to 23")
        }
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }
}

extension Principal {
    /// The same person: tokens are made out to names.
    public func isThemselves(_ person: Person) -> Bool {
        person.isNamed(actor.name) && (regions.isEmpty || person.regions.isEmpty || shares(person))
    }

    /// Whether some of their offices lie where this token reaches.
    private func shares(_ person: Person) -> Bool {
        person.regions.contains { code in regions.contains { Region.covers($0, code) || Region.covers(code, $0) } }
    }

    func maySee(_ person: Person) -> Bool {
        if may(.managePeople) || role == .auditor {
            return regions.isEmpty || person.regions.isEmpty || shares(person)
        }
        return isThemselves(person)
    }

    /// Whether all their offices lie where this token reaches. Only admins look after admins, or whoever makes people could
    /// make themselves one.
    public func mayLook(after person: Person) -> Bool {
        may(.managePeople) && (role == .admin || !person.roles.contains(.admin)) && reaches(person.regions)
    }

    /// Whether these regions, of which none are all, lie inside this one's.
    func reaches(_ codes: [String]) -> Bool { regions.isEmpty || !codes.isEmpty && codes.allSatisfy(mayTouch) }

    /// - Throws: ``EngineError/forbidden(_:)``.
    func require(looking person: Person) throws {
        guard !mayLook(after: person) else { return }
        if person.roles.contains(.admin), role != .admin {
            throw EngineError.forbidden(
                Bilingual(id: "hanya admin yang mengurus admin", en: "only admins look after admins"))
        }
        let place = person.regions.isEmpty ? "00" : person.regions.joined(separator: ", ")
        throw EngineError.forbidden(
            Bilingual(
                id: "token ini hanya untuk orang di daerah \(regions.joined(separator: ", ")), bukan \(place)",
                en: "this token is for people in the regions \(regions.joined(separator: ", ")), not in \(place)"))
    }
}

extension Person {
    /// As the access log names them.
    var summary: String {
        "\(name) (\(roles.map(\.rawValue).joined(separator: ", "))\(regions.isEmpty ? "" : " " + regions.joined(separator: ", "))) \(id)"
    }

    /// Whether they may do the same in the same places, and are known by the same address.
    func hasSameReach(as other: Person) -> Bool {
        Set(roles) == Set(other.roles) && Set(regions) == Set(other.regions) && email == other.email
    }

    /// Whether a name is theirs, however it is written.
    func isNamed(_ name: String) -> Bool {
        self.name == name || SignInName.folded(self.name).map { $0 == SignInName.folded(name) } ?? false
    }
}

extension [Person] {
    /// - Parameter key: an id or a name.
    /// - Throws: ``EngineError/notFound(_:)``.
    func person(_ key: String) throws -> Person {
        guard let person = first(where: { $0.id == key }) ?? first(where: { $0.isNamed(key) }) else {
            throw EngineError.notFound(key)
        }
        return person
    }
}
