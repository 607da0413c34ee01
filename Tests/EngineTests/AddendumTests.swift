import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// An addendum that comes into force changes the paper it belongs to.
@Suite struct AddendumTests {
    private let newEnd = Day("2027-06-30")!

    private func parent(_ stage: Stage) async throws -> Agreement {
        var new = stage.new(ref: "induk")
        new.state = "in-force"
        new.source = "register"
        new.validFrom = Day("2026-01-01")
        new.validUntil = Day("2026-12-31")
        return try await stage.create(new)
    }

    /// Signed by all, with nothing missing but the copy.
    private func addendum(
        _ stage: Stage, parent: String? = "induk", until: String? = "2027-06-30", from: String = "2026-11-01"
    ) async throws -> Agreement {
        var new = stage.new(ref: "adendum")
        new.workflow = "addendum"
        new.kind = .addendum
        new.parent = parent
        new.state = "signed"
        new.source = "register"
        new.validFrom = Day(from)
        new.validUntil = Day("2027-12-31")
        new.parties = new.parties.map {
            var party = $0
            party.signature = Signature(signedOn: Day("2026-11-01")!, method: .wet)
            party.number = "1"
            return party
        }
        new.fields = until.map { ["new_valid_until": Figure(value: .text($0))] } ?? [:]
        return try await stage.create(new)
    }

    private func attachCopy(_ addendum: Agreement, _ stage: Stage) async throws -> Agreement {
        try await stage.submit(
            .addDocument(Document(kind: "signed_copy", title: "Salinan")), addendum, as: .coordinator)
    }

    @Test func `it gives its parent a new end, and new reminders, in the same commit`() async throws {
        let stage = try await Stage()
        let parent = try await parent(stage)
        let addendum = try await addendum(stage)
        let before = try await stage.open(parent)
        #expect(try await stage.agreement(parent) == parent)
        let active = try await attachCopy(addendum, stage)
        #expect(active.state == "in-force")
        #expect(stage.interruptible.agreementsWritten.last == 2)
        let extended = try await stage.agreement(parent)
        #expect(extended.validUntil == newEnd)
        #expect(extended.version == parent.version + 1)
        let event = try #require(
            try await stage.ledger.events(EventQuery(subject: .agreement(parent.id), type: .agreementAmended)).first)
        #expect(event.actor == .system)
        let after = try await stage.open(parent)
        #expect(before.contains { $0.deadline == parent.validUntil })
        #expect(!after.contains { $0.deadline == parent.validUntil })
        #expect(after.contains { $0.deadline == newEnd })
        try await stage.expectFreshPlan(parent, addendum)
        try await stage.rehearse(until: "2027-01-02T09:00:00+08:00")
        #expect(try await stage.agreement(parent).state == "in-force", "it would have ended")
        try await stage.expectSoundLedger()
    }

    @Test func `it does so by itself on its first day`() async throws {
        let stage = try await Stage()
        let parent = try await parent(stage)
        let addendum = try await addendum(stage, from: "2026-12-01")
        #expect(try await attachCopy(addendum, stage).state == "signed")
        try await stage.rehearse(until: "2026-11-30T23:59:00+08:00")
        #expect(try await stage.agreement(parent).validUntil == parent.validUntil)
        try await stage.rehearse(until: "2026-12-01T00:00:00+08:00")
        #expect(try await stage.agreement(addendum).state == "in-force")
        #expect(try await stage.agreement(parent).validUntil == newEnd)
        try await stage.expectFreshPlan(parent, addendum)
    }

    @Test(arguments: [(nil, "2027-06-30"), ("induk", nil), (nil, nil)] as [(String?, String?)])
    func `without a parent or without a new end it changes only itself`(
        _ parentKey: String?, _ until: String?
    ) async throws {
        let stage = try await Stage()
        let parent = try await parent(stage)
        let addendum = try await addendum(stage, parent: parentKey, until: until)
        #expect(try await attachCopy(addendum, stage).state == "in-force")
        #expect(stage.interruptible.agreementsWritten.last == 1)
        #expect(try await stage.agreement(parent) == parent)
    }

    @Test func `a parent that somebody changes at the same moment keeps that change`() async throws {
        let stage = try await Stage()
        let parent = try await parent(stage)
        let addendum = try await addendum(stage)
        stage.interruptible.interrupt {
            try await stage.submit(.addNote(Note(kind: .comment, text: "halo")), parent, as: .coordinator)
        }
        // Whoever attaches the copy knows nothing of the parent, and is not told to look at its version.
        let active = try await attachCopy(addendum, stage)
        #expect(stage.interruptible.hasInterrupted)
        #expect(active.state == "in-force")
        #expect(active.documents.count == 1)
        let extended = try await stage.agreement(parent)
        #expect(extended.notes.map(\.text) == ["halo"])
        #expect(extended.validUntil == newEnd)
        try await stage.expectFreshPlan(parent, addendum)
        try await stage.expectSoundLedger()
    }

    @Test func `so does one that is changed while the first day dawns`() async throws {
        let stage = try await Stage()
        let parent = try await parent(stage)
        let addendum = try await addendum(stage, from: "2026-12-01")
        _ = try await attachCopy(addendum, stage)
        try await stage.rehearse(until: "2026-11-30T23:59:00+08:00")
        stage.interruptible.interrupt {
            try await stage.submit(.addNote(Note(kind: .comment, text: "halo")), parent, as: .coordinator)
        }
        try await stage.rehearse(until: "2026-12-01T00:00:00+08:00")
        #expect(stage.interruptible.hasInterrupted)
        let extended = try await stage.agreement(parent)
        #expect(extended.notes.map(\.text) == ["halo"])
        #expect(extended.validUntil == newEnd)
        try await stage.expectFreshPlan(parent, addendum)
    }

    @Test func `an addendum that somebody else changes at the same moment is stale, with its own version`() async throws
    {
        let stage = try await Stage()
        let parent = try await parent(stage)
        let addendum = try await addendum(stage)
        stage.interruptible.interrupt {
            try await stage.submit(.addNote(Note(kind: .comment, text: "halo")), addendum, as: .coordinator)
        }
        let error = await #expect(throws: EngineError.self) { try await attachCopy(addendum, stage) }
        guard case .stale(version: 2)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(try await stage.agreement(parent) == parent)
    }

    @Test(arguments: ["2026-11-01", "2026-12-01"])
    func `an end that the parent cannot have is not taken over, and holds nothing up`(_ from: String) async throws {
        let stage = try await Stage()
        let parent = try await parent(stage)
        let addendum = try await addendum(stage, until: "2025-06-30", from: from)
        _ = try await attachCopy(addendum, stage)
        try await stage.rehearse(until: "2026-12-02T09:00:00+08:00")
        #expect(try await stage.agreement(addendum).state == "in-force")
        #expect(try await stage.agreement(parent).validUntil == parent.validUntil)
        #expect(try await stage.ledger.dueReminders(at: stage.clock.now(), limit: 10) == [])
    }
}
