public import Agreements
public import Calendars
public import Ledger

/// Who holds which office where, and who stands in for whom.
public struct Directory: Sendable {
    /// Somebody who is told, and for whom where they stand in.
    public struct Recipient: Sendable, Equatable {
        public var person: Person
        public var onBehalfOf: Person?
    }

    private let people: [Person]
    private let byID: [String: Person]
    private let delegations: [Delegation]
    /// What tokens are for: somebody has them, though no mail reaches anybody.
    private let offices: [Office]

    public init(people: [Person], delegations: [Delegation] = [], offices: [Office] = []) {
        self.people = people
        byID = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
        self.delegations = delegations
        self.offices = offices
    }

    /// Nobody has been entered at all, so that no office can be called vacant.
    public var isEmpty: Bool { people.isEmpty && offices.isEmpty }

    /// Who is told of what concerns an office in a region on a day; each person once.
    public func recipients(of role: Role, in region: String, on day: Day) -> [Recipient] {
        var seen: Set<String> = []
        return people.filter { $0.holds(role, in: region) }
            .map { holder in
                let present = standIn(for: holder, on: day)
                return Recipient(person: present, onBehalfOf: present.id == holder.id ? nil : holder)
            }
            // Who holds the office and stands in for a colleague in it is told as themselves.
            .sorted { ($0.onBehalfOf == nil ? 0 : 1) < ($1.onBehalfOf == nil ? 0 : 1) }
            .filter { seen.insert($0.person.id).inserted }
    }

    /// Whether anybody is there for an office, whether mail reaches them or not.
    public func isHeld(_ role: Role, in region: String) -> Bool {
        people.contains { $0.holds(role, in: region) }
            || offices.contains { office in
                office.role == role
                    && (office.regions.isEmpty || office.regions.contains { Region.covers($0, region) })
            }
    }

    /// Somebody of this name who holds an office on a day, or stands in for somebody who does.
    public func holder(named name: String, of role: Role, in region: String, on day: Day) -> Recipient? {
        recipients(of: role, in: region, on: day).first { $0.person.isNamed(name) }
    }

    /// The last of a chain of substitutes who is there. Where the chain leads back, nobody is: then the holder is told.
    private func standIn(for holder: Person, on day: Day) -> Person {
        var present = holder
        var passed: Set<String> = []
        while let away = delegations.last(where: { $0.person == present.id && $0.from <= day && day <= $0.until }),
            let substitute = byID[away.substitute]
        {
            guard passed.insert(present.id).inserted, !passed.contains(substitute.id) else { return holder }
            present = substitute
        }
        return present
    }
}

extension Engine {
    /// Everybody who can be told, as they are entered now.
    public func directory() async throws -> Directory {
        Directory(
            people: try await ledger.people(), delegations: try await ledger.delegations(),
            offices: try await validTokens().map { Office(role: $0.role, regions: $0.regions) })
    }

    /// How many people hold each role, by an office or by a token; somebody with two of them is one.
    public func holders() async throws -> [Role: Int] {
        var names: [Role: Set<String>] = [:]
        func add(_ name: String, _ role: Role) { names[role, default: []].insert(SignInName.folded(name) ?? name) }
        for person in try await ledger.people() { for role in person.roles { add(person.name, role) } }
        for token in try await validTokens() { add(token.name, token.role) }
        return names.mapValues(\.count)
    }

    private func validTokens() async throws -> [Token] { try await ledger.tokens().filter { !isOver($0) } }
}
