import Agreements
import Calendars
import Documents
import Testing

@testable import Workflows

/// One history of a paper, played again under rules that differ in one point.
@Suite struct `A replay` {
    private static let text = """
        workflow: sample
        format: 1
        version: "1"
        title: { id: Contoh, en: Sample }
        kinds: [pks]
        programmes: [jkn]
        initial: open
        states:
          open:
            phase: draft
            label: { id: Buka, en: Open }
            waiting_on: [unit_pic]
            sla: 10 kerja
            remind:
              - { at: [sla-5 kerja, sla], to: waiting_on }
          review:
            phase: draft
            label: { id: Telaah, en: Review }
            waiting_on: [legal]
            sla: 5 kerja
            remind:
              - { at: [sla], to: [legal] }
          done: { phase: closed, final: true, label: { id: Selesai, en: Done } }
        transitions:
          submit:
            label: { id: Ajukan, en: Submit }
            from: open
            to: review
            by: [unit_pic]
            when:
              - { document: draft, say: { id: Naskah belum ada, en: No draft } }
          approve:
            label: { id: Setujui, en: Approve }
            from: [open, review]
            to: done
            by: [unit_pic, legal]
        """

    private static let ani = Actor(name: "Ani", role: .unitPIC)

    /// Entered on Monday 2 November, submitted with its draft on the 10th, approved on the 20th, all by Ani.
    private static func history(_ workflow: Workflow) -> [Event] {
        let events: [(String, EventData)] = [
            ("2026-11-02", .created(Papers.agreement { $0.ref = "kota-kupang" })),
            ("2026-11-03", .documentAdded(Document(kind: "draft", title: "Naskah"))),
            (
                "2026-11-10",
                .stateChanged(StateChange(transition: "submit", from: "open", to: "review", phase: .draft))
            ),
            ("2026-11-12", .noteAdded(Note(kind: .comment, text: "x"))),
            (
                "2026-11-20",
                .stateChanged(StateChange(transition: "approve", from: "review", to: "done", phase: .closed))
            ),
        ]
        return events.enumerated().map { index, event in
            Event(
                id: .init(rawValue: "evt_\(index)"), subject: .agreement(.init(rawValue: "agr_1")),
                version: index + 1, recordedAt: Zone.wita.instant(of: Papers.day(event.0), hour: 10),
                effectiveOn: Papers.day(event.0), actor: ani, data: event.1)
        }
    }

    private static func replay(
        _ edits: (String, String)..., by actor: Actor? = nil, until now: String = "2026-12-31"
    ) throws -> Replay {
        let old = try Workflow(yaml: text, file: "sample.yaml")
        let edited = try edits.reduce(text) { text, edit in
            let edited = text.replacing(edit.0, with: edit.1)
            try #require(edited != text)
            return edited
        }
        var replay = Replay(
            of: try WorkflowFile(yaml: edited, file: "sample.yaml").workflow,
            calendar: WorkingCalendar(holidays: Holidays()), rates: Rates())
        var history = history(old)
        if let actor, let last = history.indices.last { history[last].actor = actor }
        replay.run(history, of: old, zone: .wita, until: Zone.wita.instant(of: Papers.day(now)))
        return replay
    }

    @Test func `under the same rules lets all happen again`() throws {
        let replay = try Self.replay()
        #expect(replay.agreements == 1 && replay.steps == 2)
        #expect(replay.refusals.isEmpty)
        #expect(replay.reminders == .init(same: 2))
    }

    @Test(
        arguments: [
            ("  submit:\n", "  send:\n", "submit", ["the transition 'submit' no longer exists"]),
            ("from: open\n", "from: review\n", "submit", ["no longer leads from 'open'"]),
            ("to: review\n", "to: done\n", "submit", ["now leads to 'done'"]),
            ("by: [unit_pic]\n", "by: [legal, tkksd]\n", "submit", ["now taken by legal, tkksd"]),
            ("by: [unit_pic]\n", "by: [system]\n", "submit", ["now taken by system"]),
            (
                "document: draft,", "document: minutes,", "submit", ["No draft"]
            ),
            (
                "      - { document",
                "      - { cel: today > entered_on && people > 5, say: { id: A, en: No people } }\n      - { document",
                "submit", ["No people"]
            ),
            (
                "by: [unit_pic, legal]", "by: [unit_pic, legal]\n    four_eyes: true", "approve",
                ["Must be somebody else, not Ani, who took an earlier step"]
            ),
            (
                "from: open\n    to: review\n    by: [unit_pic]\n", "from: review\n    to: done\n    by: [legal]\n",
                "submit", ["no longer leads from 'open'", "now leads to 'done'", "now taken by legal"]
            ),
        ] as [(String, String, String, [String])])
    func `says which step it would have refused, and why`(
        before: String, after: String, transition: String, why: [String]
    ) throws {
        let fields =
            after.contains("people")
            ? [("states:\n", "fields: { people: { type: integer, label: { id: O, en: P } } }\nstates:\n")] : []
        let replay = try fields.first.map { try Self.replay($0, (before, after)) } ?? Self.replay((before, after))
        #expect(replay.steps == 2)
        let refusal = try #require(replay.refusals.first)
        #expect(replay.refusals.count == 1)
        #expect(refusal.agreement == "kota-kupang" && refusal.transition == transition && refusal.by == Self.ani)
        #expect(refusal.on.description == (transition == "submit" ? "2026-11-10" : "2026-11-20"))
        #expect(refusal.why.map(\.en) == why)
        #expect(refusal.why.allSatisfy { $0.id != $0.en })
    }

    @Test func `lets a second pair of eyes through`() throws {
        let rule = ("by: [unit_pic, legal]", "by: [unit_pic, legal]\n    four_eyes: true")
        let refusals = try Self.replay(rule, by: Actor(name: "Budi", role: .legal)).refusals
        #expect(refusals.isEmpty)
    }

    @Test(
        arguments: [
            // It came on the 9th and would have come on the 10th, still before the paper moved on at ten.
            ("sla-5 kerja", "sla-4 kerja", .init(same: 1, moved: 1)),
            // On the 11th there would have been nobody to remind any more.
            ("sla-5 kerja", "sla-3 kerja", .init(same: 1, dropped: 1)),
            ("sla: 10 kerja", "sla: 9 kerja", .init(same: 1, moved: 1)),
            ("    remind:\n      - { at: [sla], to: [legal] }\n", "", .init(same: 1, dropped: 1)),
            ("at: [sla-5 kerja, sla]", "at: [sla-5 kerja, sla, sla-6 kerja]", .init(same: 2, added: 1)),
            ("{ at: [sla], to: [legal] }", "{ at: [sla], to: [tkksd, legal] }", .init(same: 2, added: 1)),
            ("{ at: [sla], to: [legal] }", "{ at: [sla], to: [tkksd] }", .init(same: 1, dropped: 1, added: 1)),
            ("waiting_on: [unit_pic]", "waiting_on: [coordinator]", .init(same: 1, dropped: 1, added: 1)),
            // Only the words differ.
            ("{ at: [sla], to: [legal] }", "{ at: [sla], to: [legal], say: { id: A, en: B } }", .init(same: 2)),
        ] as [(String, String, Replay.Reminders)])
    func `says which reminders would have been others`(
        before: String, after: String, reminders: Replay.Reminders
    ) throws {
        #expect(try Self.replay((before, after)).reminders == reminders)
    }

    @Test(arguments: [("2026-11-09", 0), ("2026-11-10", 1), ("2026-11-17", 1), ("2026-11-18", 2), ("2027-12-31", 2)])
    func `counts the reminders up to now`(now: String, same: Int) throws {
        let old = try Workflow(yaml: Self.text, file: "sample.yaml")
        let end = Zone.wita.instant(of: Papers.day(now))
        var replay = Replay(of: old, calendar: WorkingCalendar(holidays: Holidays()), rates: Rates())
        replay.run(Self.history(old).filter { $0.recordedAt < end }, of: old, zone: .wita, until: end)
        #expect(replay.reminders == .init(same: same))
    }

    @Test func `adds up over papers`() throws {
        let old = try Workflow(yaml: Self.text, file: "sample.yaml")
        var replay = Replay(of: old, calendar: WorkingCalendar(holidays: Holidays()), rates: Rates())
        for _ in 0..<3 {
            replay.run(Self.history(old), of: old, zone: .wita, until: Zone.wita.instant(of: Papers.day("2026-12-31")))
        }
        #expect(replay.agreements == 3 && replay.steps == 6 && replay.reminders == .init(same: 6))
        // A history without a beginning is none.
        replay.run(
            Array(Self.history(old).dropFirst()), of: old, zone: .wita,
            until: Zone.wita.instant(of: Papers.day("2026-12-31")))
        #expect(replay.agreements == 3)
    }
}
