import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Logging
import Metrics
import Passwords
import SQLiteLedger
import Workflows

@testable import Engine

/// An engine on a real ledger with the shipped rules and a clock that moves when told to.
final class Stage: Sendable {
    let directory: String
    let ledger: any Ledger
    /// The same ledger, as the engine writes to it.
    let interruptible: Interruptible
    let clock: VirtualClock
    let engine: Engine

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func rules() throws -> RuleBook {
        var tolerated: [Problem] = []
        return try RuleBook(workflows: root + "/Workflows", data: root + "/Config", tolerated: &tolerated)
    }

    /// - Parameters:
    ///   - directory: holds a ledger that somebody has written before.
    ///   - texts: workflow files to be in force besides the shipped ones, or in the place of one of them.
    init(
        at start: String = "2026-11-02T09:00:00+08:00", in directory: String = Stage.newDirectory(), _ texts: String...
    ) async throws {
        self.directory = directory
        ledger = try SQLiteLedger(
            directory: directory, kind: .rehearsal, vault: try Vault(key: Array(repeating: 7, count: 32)))
        interruptible = Interruptible(ledger)
        clock = VirtualClock(Instant(start)!)
        engine = Engine(
            ledger: interruptible, rules: try Stage.rules().with(texts), clock: clock, random: SeededRandom(seed: 7),
            isRehearsal: true,
            door: Door(
                passwords: PasswordHasher(cost: .init(memory: 8_192, passes: 1)), clock: clock,
                random: SeededRandom(seed: 8)),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, metrics: NOOPMetricsHandler.instance)
        try await engine.start()
    }

    static func newDirectory() -> String {
        FileManager.default.temporaryDirectory.path + "/pksd-engine-\(UUID().uuidString)"
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// To a program on this machine, told of everything unless said otherwise.
    func endpoint(
        _ url: String = "http://127.0.0.1:9/hook", _ change: (inout EndpointWish) -> Void = { _ in }
    ) async throws -> WebhookEndpoint {
        var wish = EndpointWish()
        wish.url = url
        wish.allow = ["127.0.0.0/8"]
        change(&wish)
        return try await engine.createEndpoint(wish, Circumstances(principal: person(.admin)))
    }

    func person(_ role: Role, _ name: String? = nil, regions: [String] = []) -> Principal {
        Principal(
            tokenID: "tok_\(name ?? role.rawValue)", actor: Actor(name: name ?? role.rawValue, role: role),
            regions: regions)
    }

    func new(ref: String? = nil, region: String = "53.71") -> NewAgreement {
        NewAgreement(
            ref: ref, workflow: "jkn-pd-pemda", kind: .pks, programme: .jkn, title: "PKS JKN 2027", region: region,
            parties: [
                Party(
                    key: "pemkot", name: "Pemerintah Kota Kupang", side: .localGovernment, required: true,
                    signatory: Signatory(name: "A", office: "Wali Kota Kupang")),
                Party(
                    key: "bpjs", name: "BPJS Kesehatan Cabang Kupang", side: .bpjs, required: true,
                    signatory: Signatory(name: "B", office: "Kepala Cabang")),
            ], validFrom: Day("2027-01-01"), validUntil: Day("2027-12-31"),
            fields: [
                "subject": Figure(value: .text("JKN")), "people_target": Figure(value: .integer(1_000)),
                "entered_afterwards": Figure(value: .bool(true)),
            ])
    }

    /// Puts the rules in force with these workflow files in the place of those of the same id.
    @discardableResult
    func adopt(_ texts: String...) async throws -> ReminderChanges? {
        try await engine.adopt(try engine.rules.with(texts))
    }

    /// The reminders of an agreement that are still to come, timers left out, in order.
    func open(_ agreement: Agreement) async throws -> [Reminder] {
        try await ledger.liveReminders(of: agreement.id).filter { $0.state.isOpen && $0.recipient != .system }
            .sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) }
    }

    func agreement(_ agreement: Agreement) async throws -> Agreement {
        try await engine.agreement(agreement.id.rawValue, for: person(.admin))
    }

    func rehearse(until instant: String) async throws {
        _ = try await Rehearsal(engine, clock: clock, deliveries: Silence.deliveries(engine))
            .advance(to: Instant(instant)!)
    }

    func create(_ new: NewAgreement? = nil) async throws -> Agreement {
        try await engine.create(new ?? self.new(), Circumstances(principal: person(.coordinator))).agreement
    }

    /// Carries out a command on the present version.
    @discardableResult
    func submit(_ command: Command, _ agreement: Agreement, as role: Role) async throws -> Agreement {
        let present = try await engine.agreement(agreement.id.rawValue, for: person(.admin))
        return try await engine.submit(
            command, to: agreement.id.rawValue, Circumstances(principal: person(role), version: present.version)
        ).agreement
    }

    @discardableResult
    func advance(_ agreement: Agreement, _ transition: String, as role: Role) async throws -> Agreement {
        try await submit(.advance(transition: transition, reason: nil, effectiveOn: nil), agreement, as: role)
    }

    /// From the start to where it can be signed.
    func readyToSign() async throws -> Agreement {
        let agreement = try await create()
        try await advance(agreement, "submit", as: .unitPIC)
        try await advance(agreement, "find-workable", as: .tkksd)
        try await submit(.addDocument(Document(kind: "final_draft", title: "Naskah")), agreement, as: .coordinator)
        try await advance(agreement, "finalise", as: .coordinator)
        return try await advance(agreement, "finish-initials", as: .legal)
    }
}

extension RuleBook {
    /// The same calendar and reference data with other workflow files.
    func with(_ texts: [String]) throws -> RuleBook {
        var workflows = current
        for text in texts {
            let workflow = try Workflow(yaml: text, file: "test.yaml")
            workflows[workflow.id] = workflow
        }
        return RuleBook(workflows: Array(workflows.values), calendar: calendar, reference: reference)
    }
}
