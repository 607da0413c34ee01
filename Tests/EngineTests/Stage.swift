import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Logging
import Metrics
import SQLiteLedger

@testable import Engine

/// An engine on a real ledger with the shipped rules and a clock that moves when told to.
final class Stage: Sendable {
    let directory: String
    let ledger: any Ledger
    let clock: VirtualClock
    let engine: Engine

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func rules() throws -> RuleBook {
        var tolerated: [Problem] = []
        return try RuleBook(workflows: root + "/Workflows", data: root + "/Config", tolerated: &tolerated)
    }

    init(at start: String = "2026-11-02T09:00:00+08:00") async throws {
        directory = FileManager.default.temporaryDirectory.path + "/pksd-engine-\(UUID().uuidString)"
        ledger = try SQLiteLedger(directory: directory, kind: .rehearsal)
        clock = VirtualClock(Instant(start)!)
        engine = Engine(
            ledger: ledger, rules: try Stage.rules(), clock: clock, random: SeededRandom(seed: 7), isRehearsal: true,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, metrics: NOOPMetricsHandler.instance)
        try await engine.start()
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

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
