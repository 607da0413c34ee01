import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Logging
import Metrics
import SQLiteLedger
import Synchronization
import Testing
import Workflows

@testable import Engine

/// Two years of a daemon on a real ledger: papers come and move, people answer and leave, the machine dies and comes back,
/// its clock is set forward and back. Everything follows from the seed.
final class TwoYears {
    static let length = Duration.seconds(730 * 86_400)

    private let rules: RuleBook
    private let seed: UInt64
    private var dice: Dice
    private let clock = SettableClock(Instant("2026-10-05T09:00:00+08:00")!)
    private let end: Instant
    private var directory: String
    private var lives = 0

    private(set) var ledger: any Ledger
    private var interruptible: Interruptible
    private(set) var engine: Engine

    private(set) var outages = 0
    private(set) var kills = 0
    private(set) var jumps = 0
    private(set) var accepted = 0
    private(set) var refused = 0
    /// What did not hold on the way.
    private(set) var wrongs: [String] = []

    var now: Instant { clock.now() }

    private struct Killed: Error {}

    init(seed: UInt64, rules: RuleBook) async throws {
        (self.seed, self.rules) = (seed, rules)
        dice = Dice(seed: seed)
        end = clock.now() + TwoYears.length
        directory = Stage.newDirectory()
        (ledger, interruptible, engine) = try TwoYears.open(directory, clock, rules, seed)
        try await engine.start()
    }

    private static func open(
        _ directory: String, _ clock: SettableClock, _ rules: RuleBook, _ seed: UInt64
    ) throws -> (any Ledger, Interruptible, Engine) {
        let ledger = try SQLiteLedger(directory: directory, kind: .rehearsal)
        let interruptible = Interruptible(ledger)
        let engine = Engine(
            ledger: interruptible, rules: rules, clock: clock, random: SeededRandom(seed: seed), isRehearsal: true,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, metrics: NOOPMetricsHandler.instance)
        return (ledger, interruptible, engine)
    }

    // MARK: Time

    func run() async throws {
        for paper in 0..<8 { await enter(paper) }
        while now < end {
            let next = now + .seconds(Int.random(in: 3_600...6 * 86_400, using: &dice))
            try await live(until: min(next, end))
            if chance(0.04) {
                try await die()
            } else if chance(0.03) {
                try await jump()
            } else {
                await act()
            }
        }
        try await live(until: end)
        try await examine("at the end")
    }

    /// Time passes, and whatever comes due is told.
    private func live(until target: Instant) async throws {
        while let due = try await ledger.nextReminderDue(), due <= target {
            clock.set(to: max(now, due))
            if chance(0.005) { return try await dieFiring() }
            try await fire()
        }
        clock.set(to: max(now, target))
    }

    private func fire() async throws {
        let round = try await ReminderService(engine).fireDue()
        if !round.failed.isEmpty { wrongs.append("the reminders of \(round.failed) fail at \(now)") }
    }

    /// The daemon dies in a commit while it tells what is due.
    private func dieFiring() async throws {
        interruptible.interrupt(skipping: Int.random(in: 0...1, using: &dice)) { throw Killed() }
        _ = try? await ReminderService(engine).fireDue()
        try await die()
    }

    /// The process ends here; what is on disk is all that is left. After a while another begins.
    private func die() async throws {
        kills += 1
        let before = directory
        directory = Stage.newDirectory()
        // A copy of the files while they are open: nothing is closed in order.
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for file in ["pksd.sqlite", "pksd.sqlite-wal"] {
            try FileManager.default.copyItem(atPath: "\(before)/\(file)", toPath: "\(directory)/\(file)")
        }
        try await ledger.close()
        try FileManager.default.removeItem(atPath: before)
        // From seconds to months.
        clock.set(to: now + .seconds(Int(pow(10, Double.random(in: 0.5...7, using: &dice)))))
        try await begin()
    }

    private func begin() async throws {
        outages += 1
        lives += 1
        (ledger, interruptible, engine) = try TwoYears.open(directory, clock, rules, seed &+ UInt64(lives) &* 0x9E37)
        let waiting = try await due()
        try await engine.start()
        try await fire()
        for (name, series) in waiting { try await expectTold(series, name) }
        try await examine("after an outage until \(now)")
    }

    private func jump() async throws {
        jumps += 1
        let seconds = Int.random(in: 864...1_728_000, using: &dice)
        if chance(0.5) {
            clock.set(to: now + .seconds(-seconds))
        } else {
            clock.set(to: now + .seconds(seconds))
            let waiting = try await due()
            try await fire()
            for (name, series) in waiting { try await expectTold(series, name) }
        }
    }

    // MARK: What must hold

    /// What waits to be told, by deadline or, where there is none, by rule; oldest first.
    private func due() async throws -> [String: [Reminder]] {
        let waiting = try await ledger.dueReminders(at: now, limit: .max).flatMap(\.reminders)
            .filter { !$0.isTimer && now - $0.dueAt > .seconds(60) }
        return Dictionary(grouping: waiting) {
            "\($0.agreement) \($0.recipient) \($0.deadlineID.map { "deadline \($0)" } ?? "rule \($0.rule)")"
        }
    }

    /// The newest of a deadline was told; the older ones too, or a newer one stands for them. What a step of the paper
    /// made needless meanwhile is neither.
    private func expectTold(_ series: [Reminder], _ name: String) async throws {
        var left: [Reminder] = []
        for row in series {
            guard let row = try await ledger.reminder(row.id) else {
                wrongs.append("\(row.id) is gone")
                continue
            }
            if row.state != .superseded, row.state != .cancelled { left.append(row) }
        }
        guard let newest = left.max(by: { $0.dueAt < $1.dueAt }) else { return }
        let told = try await ledger.reminder(newest.collapsedInto ?? newest.id)
        if (told?.timesSent ?? 0) == 0 || (told?.dueAt ?? now) < newest.dueAt {
            wrongs.append("nothing was told of \(name) at \(now)")
        }
    }

    /// The doctor finds no fault.
    private func examine(_ when: String) async throws {
        let checkup = try await engine.checkup(
            for: Principal(tokenID: "t", actor: Actor(name: "a", role: .auditor), regions: []))
        // A clock that was set back is the weather here, not a fault.
        for check in checkup.checks where check.outcome == .fault && check.id != "clock" {
            wrongs.append("\(check.id) \(when): \(check.findings.map(\.en).prefix(3))")
        }
    }

    func close() async throws {
        try await ledger.close()
        try FileManager.default.removeItem(atPath: directory)
    }

    // MARK: What people do

    private func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &dice) < probability }

    private func principal(_ role: Role) -> Principal {
        Principal(tokenID: "tok_\(role.rawValue)", actor: Actor(name: role.rawValue, role: role), regions: [])
    }

    private func today(_ agreement: Agreement) -> Day { rules.zone(of: agreement).day(at: now) }

    /// A refusal is an answer like others; anything else is wrong.
    private func attempt(_ body: () async throws -> Void) async {
        do {
            try await body()
            accepted += 1
        } catch is EngineError {
            refused += 1
        } catch is LedgerError {
            refused += 1
        } catch {
            wrongs.append("\(error)")
        }
    }

    private func enter(_ number: Int) async {
        let kinds: [(workflow: String, kind: AgreementKind, programme: Programme)] = [
            ("jkn-pd-pemda", .pks, .jkn), ("letter", .pks, .jkn), ("nota-kesepakatan", .notaKesepakatan, .jkn),
            ("rencana-kerja", .rencanaKerja, .jkn), ("jamsostek", .pks, .jamsostek), ("multi-party", .pks, .jkn),
            ("jkn-pd-pemda", .pks, .jkn), ("letter", .pks, .jkn),
        ]
        let (workflow, kind, programme) = kinds[number % kinds.count]
        let regions = ["53.71", "35.73", "17", "74.02", "94.71"]
        let zone = Zone.wita
        let first = zone.day(at: now) + Int.random(in: -200...200, using: &dice)
        var new = NewAgreement(
            ref: "paper-\(number)", workflow: workflow, kind: kind, programme: programme, title: "Naskah \(number)",
            region: regions.randomElement(using: &dice)!,
            parties: [
                Party(
                    key: "pemda", name: "Pemerintah Daerah", side: .localGovernment, required: true,
                    signatory: Signatory(name: "A", office: "Kepala")),
                Party(
                    key: "bpjs", name: "BPJS", side: .bpjs, required: true,
                    signatory: Signatory(name: "B", office: "Kepala Cabang")),
            ], validFrom: first, validUntil: first + Int.random(in: 100...500, using: &dice))
        if workflow == "letter" { new.fields = ["heads": Figure(value: .integer(5))] }
        if workflow != "letter", chance(0.6) {
            new.state = rules.current[workflow]?.states.filter { !$0.isFinal }.randomElement(using: &dice)?.id
            new.source = new.state.map { _ in "register" }
        }
        await attempt { _ = try await engine.create(new, Circumstances(principal: principal(.coordinator))) }
    }

    private func act() async {
        if chance(0.04) { return await enter(Int.random(in: 0..<1_000, using: &dice)) }
        if chance(0.05) { return await staff() }
        guard let agreement = try? await ledger.agreements(AgreementQuery()).randomElement(using: &dice) else { return }
        if chance(0.03) {
            // The daemon dies before this command is on disk.
            interruptible.interrupt { throw Killed() }
            _ = try? await submit(.addNote(Note(kind: .comment, text: "lost")), to: agreement)
            do { try await die() } catch { wrongs.append("\(error)") }
            return
        }
        switch Int.random(in: 0..<12, using: &dice) {
        case 0...3: await advance(agreement)
        case 4: await amend(agreement)
        case 5, 6: await answer(agreement)
        case 7: await money(agreement)
        case 8:
            let kind = ["final_draft", "signed_copy", "minutes", "review_minutes"].randomElement(using: &dice)!
            await attempt { try await submit(.addDocument(Document(kind: kind, title: kind)), to: agreement) }
        case 9:
            guard let party = agreement.parties.first(where: { $0.signature == nil }) else { return }
            let act = SigningAct(party: party.key, signedOn: today(agreement), number: "1", method: .wet)
            await attempt { try await submit(.sign(act), to: agreement) }
        case 10:
            await attempt { try await submit(.addNote(Note(kind: .comment, text: "halo")), to: agreement) }
        default: await advancePart(agreement)
        }
    }

    private func submit(_ command: Command, to agreement: Agreement, as role: Role = .admin) async throws {
        _ = try await engine.submit(
            command, to: agreement.id.rawValue,
            Circumstances(principal: principal(role), version: agreement.version))
    }

    private func advance(_ agreement: Agreement) async {
        let possible = rules.workflow(of: agreement)?.transitions(from: agreement.state).filter { !$0.isAutomatic }
        guard let transition = possible?.randomElement(using: &dice) else { return }
        // What is missing is often waived, so that papers come to all their states.
        for requirement in transition.requirements where !requirement.waivableBy.isEmpty && chance(0.7) {
            let present = (try? await ledger.agreement(agreement.id.rawValue)) ?? agreement
            await attempt {
                try await submit(.waive(requirement: requirement.id, reason: "terpenuhi di luar"), to: present)
            }
        }
        let present = (try? await ledger.agreement(agreement.id.rawValue)) ?? agreement
        await attempt {
            try await submit(
                .advance(transition: transition.name, reason: "perlu", effectiveOn: nil), to: present)
        }
    }

    private func amend(_ agreement: Agreement) async {
        var amendment = Amendment()
        let until = agreement.validUntil ?? today(agreement)
        amendment.validUntil = until + Int.random(in: -120...240, using: &dice)
        if chance(0.2) { amendment.title = "Naskah \(Int.random(in: 0...9, using: &dice))" }
        await attempt { try await submit(.amend(amendment), to: agreement) }
    }

    private func answer(_ agreement: Agreement) async {
        let rows = (try? await ledger.reminders(ReminderQuery(agreement: agreement.id, limit: .max))) ?? []
        guard let row = rows.filter({ $0.state.isOpen || $0.state == .sent }).suffix(6).randomElement(using: &dice)
        else { return }
        let circumstances = Circumstances(principal: principal(chance(0.5) ? row.recipient : .admin))
        let later = now + .seconds(Int.random(in: 3_600...12 * 86_400, using: &dice))
        let snoozes = chance(0.5)
        await attempt {
            if snoozes {
                _ = try await engine.snooze(row.id, until: later, reason: "rapat", circumstances)
            } else {
                _ = try await engine.acknowledge(row.id, circumstances)
            }
        }
    }

    private func money(_ agreement: Agreement) async {
        let year = today(agreement).year
        switch Int.random(in: 0..<4, using: &dice) {
        case 0:
            let bill = NewBill(month: today(agreement).month, amount: 1_000_000)
            await attempt { try await submit(.issueBill(bill), to: agreement) }
        case 1:
            guard let bill = agreement.bills.randomElement(using: &dice) else { return }
            let payment = Payment(amount: bill.amount, paidOn: today(agreement))
            await attempt { try await submit(.pay(bill.month, payment), to: agreement) }
        case 2:
            let line = FundingLine(source: .apbdII, fiscalYear: year, amount: 9_000_000, stage: .proposed)
            await attempt { try await submit(.fund(line), to: agreement) }
        default:
            let count = MemberCount(
                segment: .pbpuBPPemda, from: Month(year: year, month: 1), until: Month(year: year, month: 12),
                count: 40, source: "register", asOf: today(agreement))
            await attempt { try await submit(.countMembers(count), to: agreement) }
        }
    }

    private func advancePart(_ agreement: Agreement) async {
        guard let part = agreement.parts.randomElement(using: &dice), let machine = rules.machine(of: part),
            let stage = agreement.state(of: part),
            let transition = machine.transitions(from: stage).filter({ !$0.isAutomatic }).randomElement(using: &dice)
        else { return }
        await attempt {
            try await submit(
                .advancePart(part, transition: transition.name, paid: nil, reference: "R-1"), to: agreement)
        }
    }

    /// Somebody comes, goes or is away.
    private func staff() async {
        let people = (try? await ledger.people()) ?? []
        if chance(0.4), let leaving = people.randomElement(using: &dice) {
            return await attempt { try await ledger.deletePerson(leaving.id) }
        }
        let number = Int.random(in: 0...99_999, using: &dice)
        let roles = Role.allCases.filter { $0 != .system }
        let person = Person(
            id: "per_\(number)", name: "Pejabat \(number)", roles: [roles.randomElement(using: &dice)!],
            email: chance(0.8) ? "p\(number)@pemda.example" : nil, unsubscribeKey: "k\(number)", createdAt: now)
        await attempt { try await ledger.save(person) }
        if let away = people.randomElement(using: &dice), chance(0.5) {
            let day = Zone.wib.day(at: now)
            let delegation = Delegation(
                id: "del_\(number)", person: away.id, substitute: person.id, from: day, until: day + 20, reason: nil,
                createdBy: .system, createdAt: now)
            await attempt { try await ledger.save(delegation) }
        }
    }
}
