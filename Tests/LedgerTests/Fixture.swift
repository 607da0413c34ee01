import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import SQLiteLedger

/// A ledger on a real disk, in a directory of its own that goes with it.
final class Fixture: Sendable {
    let directory: String
    /// As everybody above sees it; the tests hold for any driver.
    let ledger: any Ledger
    let sqlite: SQLiteLedger

    init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/pksd-ledger-\(UUID().uuidString)"
        sqlite = try SQLiteLedger(
            directory: directory, kind: .real, vault: try Vault(key: Array(repeating: 7, count: 32)))
        ledger = sqlite
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    static let now = Instant(milliseconds: 1_800_000_000_000)

    static func agreement(_ id: String, ref: String? = nil, version: Int = 1, title: String = "PKS") -> Agreement {
        Agreement(
            id: .init(rawValue: id), ref: ref, workflow: .init(id: "w", structure: "s"), kind: .pks, programme: .jkn,
            title: title, region: "53.71", parties: [], witnesses: [], validFrom: nil, validUntil: nil, parent: nil,
            renews: nil, source: nil, state: "initiated", phase: .draft,
            entered: .init(on: Zone.wita.day(at: now), at: now, by: .system), moves: [], fields: [:], funding: [],
            members: [], bills: [], documents: [], notes: [], version: version, createdAt: now,
            updatedAt: now)
    }

    static func event(_ id: String, of agreement: Agreement, _ data: EventData) -> Event {
        Event(
            id: .init(rawValue: id), subject: .agreement(agreement.id), ref: agreement.ref, region: agreement.region,
            version: agreement.version, recordedAt: now, effectiveOn: Zone.wita.day(at: now), actor: .system, data: data
        )
    }

    /// A new agreement with its first event.
    static func creation(_ id: String, ref: String? = nil) -> Change {
        let agreement = agreement(id, ref: ref)
        return Change(
            agreement: AgreementWrite(agreement: agreement, replacing: 0, waitingOn: [.unitPIC]),
            events: [event("evt_\(id)", of: agreement, .created(agreement))])
    }

    /// A note on an agreement, as a change from one version to the next.
    static func note(_ text: String, on before: Agreement, id: String) -> (change: Change, after: Agreement) {
        var after = before
        after.version += 1
        let event = event(id, of: after, .noteAdded(Note(kind: .comment, text: text)))
        after.apply(event)
        return (
            Change(
                agreement: AgreementWrite(agreement: after, replacing: before.version, waitingOn: [.unitPIC]),
                events: [event]), after
        )
    }

    static func reminder(_ id: String, of agreement: String, dueIn seconds: Int, key: String? = nil) -> Reminder {
        Reminder(
            id: id, agreement: .init(rawValue: agreement), ref: nil, region: "53.71", key: key ?? id, rule: "r",
            dueAt: now + .seconds(seconds), deadline: nil, recipient: .unitPIC, agreementState: "initiated",
            say: Bilingual(id: "ingat", en: "remember"), planVersion: 1)
    }

    static func delivery(_ seq: Int64, lane: String, endpoint: String = "we_1") -> Delivery {
        Delivery(
            id: "dlv_\(endpoint)_\(lane)_\(seq)", endpoint: endpoint, eventID: .init(rawValue: "evt_\(seq)"),
            eventType: "note.added", seq: seq, lane: lane, payload: Data("{}".utf8), dueAt: now, createdAt: now)
    }

    func claim(_ endpoint: String, _ limit: Int) async throws -> [Delivery] {
        try await ledger.settle(
            [], health: [:], claiming: [DeliveryClaim(endpoint: endpoint, limit: limit)], at: Fixture.now
        ).deliveries
    }

    static func endpoint(_ id: String) -> WebhookEndpoint {
        WebhookEndpoint(
            id: id, url: "https://example.test", createdAt: now,
            secrets: EndpointSecrets(signing: [.init(text: "whsec_\(id)")]))
    }
}
