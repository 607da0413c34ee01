import Agreements
import Calendars
import Documents
import Ledger
import Testing
import Workflows

@testable import Engine

/// A small workflow that tests change at will, and what becomes of it: files of which one follows the other.
enum Letter {
    static let id = "letter"

    /// Where everything begins.
    static let first = """
        workflow: letter
        format: 1
        version: "1"
        title: { id: Surat, en: Letter }
        kinds: [pks]
        programmes: [jkn]
        initial: draft
        fields:
          heads: { type: integer, label: { id: Orang, en: People } }
        states:
          draft:
            phase: draft
            label: { id: Rancangan, en: Draft }
            waiting_on: [unit_pic]
            sla: 10 kerja
            remind:
              - { at: [sla-5 kerja, sla], to: waiting_on }
              - { every: 5 kerja, after: sla, max: 2, to: [unit_head] }
          review:
            phase: draft
            label: { id: Telaah, en: Review }
            waiting_on: [legal]
            sla: 5 kerja
            remind:
              - { at: [sla-2 kerja, sla], to: waiting_on }
          parked:
            phase: draft
            label: { id: Ditunda, en: Parked }
            waiting_on: [coordinator]
            sla: 20 kerja
            remind:
              - { at: [sla], to: waiting_on }
          done: { phase: closed, final: true, label: { id: Selesai, en: Done } }
        transitions:
          submit: { label: { id: Ajukan, en: Submit }, from: draft, to: review, by: [unit_pic] }
          park: { label: { id: Tunda, en: Park }, from: [draft, review], to: parked, by: [coordinator], exceptional: true }
          take-up: { label: { id: Lanjutkan, en: Take up }, from: parked, to: draft, by: [coordinator] }
          send-back: { label: { id: Kembalikan, en: Send back }, from: review, to: draft, by: [legal], exceptional: true }
          finish:
            label: { id: Selesaikan, en: Finish }
            from: review
            to: done
            by: [legal]
            when:
              - document: minutes
                say: { id: Risalah belum ada, en: No minutes }
                owner: legal
                waivable_by: [secretary]
              - { has: heads, say: { id: Jumlah belum ada, en: No head count }, owner: unit_pic }
        """

    /// The same structure: other reminders in the draft, one more and one less.
    static let friendlier = first.replacing("sla-5 kerja, sla]", with: "sla-7 kerja, sla-1 kerja, sla]")
        .replacing("max: 2, to: [unit_head]", with: "max: 1, to: [unit_head]")

    /// The review has another name, and nothing is parked any more.
    static let second = renamed.replacing(
        """
          parked:
            phase: draft
            label: { id: Ditunda, en: Parked }
            waiting_on: [coordinator]
            sla: 20 kerja
            remind:
              - { at: [sla], to: waiting_on }

        """, with: ""
    )
    .split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !$0.hasPrefix("  park:") && !$0.hasPrefix("  take-up:") }.joined(separator: "\n")

    /// The review has another name.
    static let renamed = first.replacing("  review:\n", with: "  verification:\n    was: review\n")
        .replacing("to: review", with: "to: verification").replacing("from: review", with: "from: verification")
        .replacing("[draft, review]", with: "[draft, verification]")
}

extension Stage {
    /// A letter that has come to a state on its usual way.
    func letter(_ state: String = "draft", ref: String? = nil, region: String = "53.71") async throws -> Agreement {
        var new = new(ref: ref, region: region)
        new.workflow = Letter.id
        new.fields = ["heads": Figure(value: .integer(1_000))]
        let letter = try await create(new)
        switch state {
        case "draft": return letter
        case "parked": return try await advance(letter, "park", as: .coordinator)
        default:
            let reviewed = try await advance(letter, "submit", as: .unitPIC)
            guard state == "done" else { return reviewed }
            try await submit(.addDocument(Document(kind: "minutes", title: "Risalah")), letter, as: .legal)
            return try await advance(letter, "finish", as: .legal)
        }
    }

    /// What is open is what the rules call for now: nothing twice, nothing missing, nothing left over.
    func expectFreshPlan(_ agreements: Agreement..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
        for agreement in agreements {
            let record = try await self.agreement(agreement)
            let wanted = engine.rules.plan(record, try engine.workflow(of: record), at: clock.now()).filter {
                $0.dueAt > clock.now()
            }
            let live = try await ledger.liveReminders(of: record.id)
            let difference = ReminderDifference(
                record, wanted: engine.rules.plan(record, try engine.workflow(of: record), at: clock.now()),
                existing: live, at: clock.now(), today: engine.rules.zone(of: record).day(at: clock.now()))
            #expect(difference.writes(engine.mint).isEmpty, sourceLocation: sourceLocation)
            let open = live.filter { $0.state.isOpen && $0.dueAt > clock.now() }
            #expect(
                open.map(Telling.init).sorted() == wanted.map(Telling.init).sorted(), sourceLocation: sourceLocation)
        }
    }

    /// Every history is the fold of an unbroken chain.
    func expectSoundLedger(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        #expect(try await LedgerAudit(of: ledger).faults == [], sourceLocation: sourceLocation)
    }
}

/// What a reminder says to whom and when, whoever planned it.
struct Telling: Equatable, Comparable {
    var key: String
    var dueAt: Instant
    var deadline: Day?
    var recipient: Role
    var say: Bilingual

    init(_ reminder: Reminder) {
        (key, dueAt, deadline) = (reminder.key, reminder.dueAt, reminder.deadline)
        (recipient, say) = (reminder.recipient, reminder.say)
    }

    init(_ planned: PlannedReminder) {
        (key, dueAt, deadline) = (planned.key, planned.dueAt, planned.deadline)
        (recipient, say) = (planned.recipient, planned.say)
    }

    static func < (a: Telling, b: Telling) -> Bool { (a.dueAt, a.key) < (b.dueAt, b.key) }
}
