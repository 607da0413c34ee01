import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// New rules come while somebody is about to commit, or somebody commits while new rules are about to.
@Suite struct AdoptionRaceTests {
    enum Deed: CaseIterable { case note, move, create, migrate }

    /// Does something about a letter.
    private func act(_ deed: Deed, _ letter: Agreement, _ stage: Stage) async throws -> Agreement {
        switch deed {
        case .note: try await stage.submit(.addNote(Note(kind: .comment, text: "halo")), letter, as: .coordinator)
        case .move: try await stage.advance(letter, "submit", as: .unitPIC)
        case .create: try await stage.letter()
        case .migrate:
            try await {
                _ = try await stage.engine.migrate(
                    MigrationPlan(workflow: Letter.id), applies: true, by: stage.person(.admin))
                return try await stage.agreement(letter)
            }()
        }
    }

    private func restricted(_ text: String) -> String {
        text.replacing("to: draft, by: [legal]", with: "to: draft, by: [legal, secretary]")
    }

    @Test(arguments: Deed.allCases)
    func `what was decided by the rules before is planned by the new ones`(_ deed: Deed) async throws {
        let stage = try await Stage(Letter.first)
        let letter = try await stage.letter()
        if deed == .migrate { try await stage.adopt(restricted(Letter.first)) }
        stage.interruptible.interrupt {
            try await stage.adopt(
                deed == .migrate
                    ? restricted(Letter.friendlier) : Letter.friendlier.replacing("sla: 5 kerja", with: "sla: 6 kerja"))
        }
        let done = try await act(deed, letter, stage)
        #expect(stage.interruptible.hasInterrupted)
        try await stage.expectFreshPlan(letter, done)
        #expect(done.version == (deed == .create ? 1 : 2), "done once")
        try await stage.expectSoundLedger()
    }

    @Test(arguments: Deed.allCases.filter { $0 != .migrate })
    func `what is committed while all is planned anew is planned anew too, and counted once`(
        _ deed: Deed
    ) async throws {
        let stage = try await Stage(Letter.first)
        let (letter, other) = (try await stage.letter(), try await stage.letter())
        stage.interruptible.interrupt { _ = try await act(deed, letter, stage) }
        let changes = try #require(try await stage.adopt(Letter.friendlier))
        #expect(stage.interruptible.hasInterrupted)
        for agreement in try await stage.ledger.agreements(AgreementQuery()) {
            try await stage.expectFreshPlan(agreement)
        }
        // Two reminders of each paper move; where one has gone on meanwhile, those of its new state do not.
        #expect(changes.moved == [.note: 4, .create: 6, .move: 2][deed])
        #expect(try await stage.open(other).count == 4)
        try await stage.expectSoundLedger()
    }

    @Test func `a step that was due when the rules came is taken once, and what follows is planned by them`()
        async throws
    {
        let text = Letter.first.replacing(
            "  finish:",
            with:
                "  wake: { label: { id: B, en: W }, from: parked, to: draft, by: [system], when: [{ older_than: 3 hari }] }\n  finish:"
        )
        let friendlier = text.replacing("sla-5 kerja, sla]", with: "sla-7 kerja, sla-1 kerja, sla]")
        let stage = try await Stage(text)
        let letter = try await stage.letter("parked")
        stage.interruptible.interrupt { try await stage.adopt(friendlier) }
        try await stage.rehearse(until: "2026-11-05T09:00:00+08:00")
        #expect(stage.interruptible.hasInterrupted)
        let awake = try await stage.agreement(letter)
        #expect(awake.state == "draft")
        #expect(awake.moves.map(\.transition) == ["park", "wake"])
        try await stage.expectFreshPlan(letter)
    }

    @Test func `rules that come one after the other while many write leave everybody with the last plan`() async throws
    {
        let stage = try await Stage(Letter.first)
        var letters: [Agreement] = []
        for _ in 0..<12 { letters.append(try await stage.letter()) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for letter in letters {
                group.addTask {
                    for index in 0..<12 {
                        let (step, role): (String, Role) =
                            index.isMultiple(of: 2) ? ("submit", .unitPIC) : ("send-back", .legal)
                        try await stage.advance(letter, step, as: role)
                    }
                }
            }
            group.addTask {
                for index in 0..<6 {
                    try await stage.adopt(index.isMultiple(of: 2) ? Letter.friendlier : Letter.first)
                }
            }
            try await group.waitForAll()
        }
        for letter in letters {
            #expect(try await stage.agreement(letter).moves.count == 12)
            try await stage.expectFreshPlan(letter)
        }
        try await stage.expectSoundLedger()
    }
}
