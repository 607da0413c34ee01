import Agreements
import Calendars
import Documents
public import Ledger

/// Who stands in for whom.
extension Engine {
    /// Those of the people whom somebody may see, and those in which they stand in themselves.
    public func delegations(for principal: Principal) async throws -> [Delegation] {
        let people = Dictionary(try await ledger.people().map { ($0.id, $0) }) { $1 }
        return try await ledger.delegations().filter { delegation in
            let substitute = people[delegation.substitute]
            return people[delegation.person].map(principal.maySee) ?? false
                || substitute.map(principal.isThemselves) ?? false
        }
    }

    /// Lets somebody stand in for a person while they are away.
    ///
    /// - Parameter key: who is away, by id or name.
    public func delegate(
        _ key: String, _ wish: DelegationWish, _ circumstances: Circumstances
    ) async throws -> Delegation {
        let principal = circumstances.principal
        let person = try await person(key, for: principal)
        if !principal.isThemselves(person) {
            try principal.require(.managePeople)
            try principal.require(looking: person)
        }
        if let earlier = try await earlierResult(circumstances) { return try await kept(earlier.subject) }
        let others = try await ledger.people()
        guard let substitute = try? others.person(wish.substitute) else {
            throw EngineError.invalid(
                "/substitute",
                Bilingual(id: "'\(wish.substitute)' tidak ada", en: "'\(wish.substitute)' does not exist"),
                suggestion: nearest(to: wish.substitute, among: others.filter(principal.maySee).map(\.name)))
        }
        let now = clock.now()
        let delegation = Delegation(
            id: mint.id("del", at: now), person: person.id, substitute: substitute.id, from: wish.from,
            until: wish.until, reason: wish.reason, createdBy: principal.actor, createdAt: now)
        try check(delegation, of: person, by: substitute, among: try await ledger.delegations())
        var change = Change()
        change.people = [.saveDelegation(delegation)]
        change.idempotency = circumstances.remembering(delegation.id)
        return try await once(circumstances) {
            try await commit(change)
            return delegation
        } again: {
            try await kept($0)
        }
    }

    /// Whoever is away is back, or was never to be.
    public func endDelegation(_ id: String, for principal: Principal) async throws {
        guard let delegation = try await delegations(for: principal).first(where: { $0.id == id }) else {
            throw EngineError.notFound(id)
        }
        let person = try await ledger.people().person(delegation.person)
        if !principal.isThemselves(person) {
            try principal.require(.managePeople)
            try principal.require(looking: person)
        }
        var change = Change()
        change.people = [.deleteDelegation(id)]
        try await commit(change)
    }

    private func kept(_ id: String) async throws -> Delegation {
        guard let delegation = try await ledger.delegations().first(where: { $0.id == id }) else {
            throw EngineError.notFound(id)
        }
        return delegation
    }

    private static let daysMax = 366
    private static let reasonMax = 500

    private func check(
        _ delegation: Delegation, of person: Person, by substitute: Person, among others: [Delegation]
    ) throws {
        let problems = Problems()
        func report(_ pointer: String, _ id: String, _ en: String) {
            problems.report(Place(pointer: pointer), Bilingual(id: id, en: en))
        }
        let today = self.today(in: person.regions.first)
        if delegation.person == delegation.substitute {
            report("/substitute", "harus orang lain", "must be somebody else")
        }
        if delegation.from > delegation.until {
            report("/until", "berakhir sebelum mulai", "ends before it begins")
        } else if delegation.until - delegation.from >= Engine.daysMax {
            report("/until", "paling lama \(Engine.daysMax) hari", "at most \(Engine.daysMax) days")
        } else if delegation.until < today {
            report("/until", "sudah lewat", "has passed")
        } else if delegation.person != delegation.substitute, delegation.leadsBack(among: others) {
            report(
                "/substitute",
                "\(substitute.name) sendiri digantikan \(person.name) pada hari-hari itu, langsung atau lewat orang lain",
                "\(person.name) stands in for \(substitute.name) in those days, directly or through others")
        }
        if let reason = delegation.reason {
            if reason.allSatisfy(\.isWhitespace) {
                report("/reason", "tidak boleh kosong", "must not be empty")
            } else if reason.count > Engine.reasonMax {
                report("/reason", "paling panjang \(Engine.reasonMax) huruf", "at most \(Engine.reasonMax) characters")
            }
        }
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }
}

extension Delegation {
    /// Whether on some day the chain of substitutes would come back to whoever is away.
    func leadsBack(among others: [Delegation]) -> Bool {
        struct Step: Hashable {
            var person: String
            var from: Day
            var until: Day
        }
        let byPerson = Dictionary(grouping: others, by: \.person)
        var open = [Step(person: substitute, from: from, until: until)]
        var seen = Set(open)
        while let step = open.popLast() {
            if step.person == person { return true }
            for next in byPerson[step.person] ?? [] where next.from <= step.until && step.from <= next.until {
                let further = Step(
                    person: next.substitute, from: max(step.from, next.from), until: min(step.until, next.until))
                if seen.insert(further).inserted { open.append(further) }
            }
        }
        return false
    }
}
