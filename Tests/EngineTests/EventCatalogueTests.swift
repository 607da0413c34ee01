import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing
import Webhooks

@testable import Engine

/// What the engine really tells, held against what the catalogue says that it tells.
@Suite struct EventCatalogueTests {
    @Test func `every event is as its schema says, and nothing is sent that no schema knows`() async throws {
        let years = try await TwoYears(seed: 1, rules: try Stage.rules().with([Letter.first]))
        try await years.run()
        let events = try await years.ledger.events(EventQuery(limit: .max))
        try await years.close()
        let missing = Set(EventType.allCases).subtracting(events.map(\.type))
        print("EVENTS", events.count, "MISSING", missing.map(\.rawValue).sorted())
        #expect(try EventChecker.faults(in: events.map { try EventMessage.standard($0) }) == [])
    }
}
