import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

/// Who is told, against a reference that is slow and plain.
@Suite struct DirectoryTests {
    @Test(arguments: 0..<300 as Range<UInt64>)
    func `whoever is told is whom the plain reading of the rules finds`(seed: UInt64) {
        var dice = Dice(seed: seed)
        let codes = ["00", "53", "53.71", "53.7", "17", "17.01"]
        let roles: [Role] = [.finance, .legal, .unitPIC]
        let people = (0..<dice.roll(1...7)).map { index in
            Person(
                id: "per_\(index)", name: "Orang \(index)", roles: roles.filter { _ in dice.flips() },
                regions: codes.filter { _ in dice.roll(0...3) == 0 }, unsubscribeKey: "",
                createdAt: Instant(milliseconds: 0))
        }
        let start = Day(number: 20_000)
        let delegations = (0..<dice.roll(0...10)).map { index in
            let from = start + dice.roll(0...12)
            // Now and then somebody stands in who has been taken out since.
            return Delegation(
                id: "del_\(index)", person: "per_\(dice.roll(0...6))", substitute: "per_\(dice.roll(0...7))",
                from: from,
                until: from + dice.roll(0...8), reason: nil, createdBy: .system, createdAt: Instant(milliseconds: 0))
        }
        let directory = Directory(people: people, delegations: delegations)
        for day in 0...22 {
            for role in roles {
                for region in codes {
                    let told = directory.recipients(of: role, in: region, on: start + day)
                        .map { "\($0.person.name)<\($0.onBehalfOf?.name ?? "")" }
                    let reference = Reference(people: people, delegations: delegations)
                        .told(role, region, start + day)
                    #expect(told == reference, "\(seed): \(role) in \(region) on \(start + day)")
                    #expect(
                        directory.isHeld(role, in: region) == !told.isEmpty, "somebody away has a substitute or is told"
                    )
                }
            }
        }
    }

    @Test func `an office is held by people and by tokens that have not run out`() async throws {
        let stage = try await Stage()
        try await stage.enter(named: "Siti", [.legal, .finance])
        let end = stage.clock.now() + .seconds(60)
        for (name, role, end) in [("siti", Role.legal, nil), ("Budi", .legal, nil), ("X", .secretary, end)] {
            _ = try await stage.engine.makeToken(
                TokenWish(name: name, role: role, expiresAt: end), by: stage.person(.admin))
        }
        #expect(try await stage.engine.holders() == [.legal: 2, .finance: 1, .secretary: 1])
        #expect(try await stage.engine.directory().isHeld(.secretary, in: "53.71"))
        stage.clock.advance(to: end)
        #expect(try await stage.engine.holders() == [.legal: 2, .finance: 1])
        #expect(!(try await stage.engine.directory().isHeld(.secretary, in: "53.71")))
    }

    private struct Reference {
        var people: [Person]
        var delegations: [Delegation]

        func told(_ role: Role, _ region: String, _ day: Day) -> [String] {
            let pairs = people.filter {
                $0.roles.contains(role) && ($0.regions.isEmpty || $0.regions.contains { lies(region, in: $0) })
            }
            .map { (holder: $0.id, present: present($0.id, day)) }
            var names: [String] = []
            var told: [String] = []
            for (holder, present) in pairs.filter({ $0.holder == $0.present })
                + pairs.filter({ $0.holder != $0.present })
            where !told.contains(present) {
                told.append(present)
                names.append("\(name(present))<\(holder == present ? "" : name(holder))")
            }
            return names
        }

        private func name(_ id: String) -> String { people.first { $0.id == id }?.name ?? "?" }

        private func lies(_ region: String, in scope: String) -> Bool {
            let (inner, outer) = (region.split(separator: "."), scope.split(separator: "."))
            return scope == "00" || Array(inner.prefix(outer.count)) == Array(outer)
        }

        /// As many steps as there are people reach the end of every chain that has one.
        private func present(_ holder: String, _ day: Day) -> String {
            var present = holder
            for _ in people {
                guard let next = next(present, day) else { return present }
                present = next
            }
            return next(present, day) == nil ? present : holder
        }

        private func next(_ id: String, _ day: Day) -> String? {
            var substitute: String?
            for delegation in delegations
            where delegation.person == id && (delegation.from.number...delegation.until.number).contains(day.number) {
                substitute = delegation.substitute
            }
            return people.contains { $0.id == substitute } ? substitute : nil
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func `a delegation leads back exactly where on some day a chain of all of them does`(seed: UInt64) {
        var dice = Dice(seed: seed)
        func delegation(_ id: Int) -> Delegation {
            let from = Day(number: 20_000 + dice.roll(0...9))
            return Delegation(
                id: "del_\(id)", person: "per_\(dice.roll(0...4))", substitute: "per_\(dice.roll(0...4))", from: from,
                until: from + dice.roll(0...5), reason: nil, createdBy: .system, createdAt: Instant(milliseconds: 0))
        }
        let others = (0..<dice.roll(0...6)).map { delegation($0) }
        let new = delegation(99)
        let leadsBack = (new.from.number...new.until.number).contains { day in
            let edges = others.filter { ($0.from.number...$0.until.number).contains(day) }
            var reached: Set = [new.substitute]
            for _ in 0...5 { reached.formUnion(edges.filter { reached.contains($0.person) }.map(\.substitute)) }
            return reached.contains(new.person)
        }
        #expect(new.leadsBack(among: others) == leadsBack)
    }

    @Test func `a token holds an office too, though no mail reaches anybody`() {
        let directory = Directory(people: [], offices: [Office(role: .finance, regions: ["53"])])
        #expect(!directory.isEmpty)
        #expect(directory.isHeld(.finance, in: "53.71"))
        #expect(!directory.isHeld(.finance, in: "17.01"))
        #expect(directory.recipients(of: .finance, in: "53.71", on: Day(number: 20_000)).isEmpty)
    }
}

extension Dice {
    fileprivate mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    fileprivate mutating func flips() -> Bool { Bool.random(using: &self) }
}
