import Agreements
import Calendars
import Documents
import Engine
import Workflows

/// The rules in force of one kind of paper.
struct WorkflowView: Encodable {
    struct StateView: Encodable {
        var id: String
        var label: String
        var phase: Phase
        var waiting_on: [Role]
        var sla: Span?
        var final: Bool
    }

    struct TransitionSummary: Encodable {
        var name: String
        var label: String
        var from: [String]
        var to: String
        var by: [Role]
        var four_eyes: Bool
        var requirements: [String]
    }

    struct FieldView: Encodable {
        var name: String
        var label: String
        var type: String
        var unit: String?
        var fills: Role?
    }

    var id: String
    var version: String
    var title: String
    var attached: String?
    var kinds: [AgreementKind]
    var programmes: [Programme]
    var initial: String
    var structure: String
    var policy: String
    var fields: [FieldView]
    var states: [StateView]
    var transitions: [TransitionSummary]

    init(_ workflow: Workflow, _ language: Language) {
        id = workflow.id
        version = workflow.version
        title = workflow.title.text(language)
        attached = workflow.attached?.rawValue
        kinds = workflow.kinds
        programmes = workflow.programmes
        initial = workflow.initial
        structure = workflow.structureHash
        policy = workflow.policyHash
        fields = workflow.fields.map {
            FieldView(
                name: $0.name, label: $0.label.text(language), type: $0.kind.rawValue, unit: $0.unit, fills: $0.fills)
        }
        states = workflow.states.map {
            StateView(
                id: $0.id, label: $0.label.text(language), phase: $0.phase, waiting_on: $0.waitingOn, sla: $0.sla,
                final: $0.isFinal)
        }
        transitions = workflow.transitions.map { transition in
            TransitionSummary(
                name: transition.name, label: transition.label.text(language), from: transition.from, to: transition.to,
                by: transition.by, four_eyes: transition.fourEyes != nil,
                requirements: transition.requirements.map { $0.say.text(language) })
        }
    }
}

/// What a proposed workflow file would do.
struct WorkflowPreviewView: Encodable {
    struct RefusalView: Encodable {
        var agreement: String
        var transition: String
        var on: Day
        var by: Actor
        var why: [String]
    }

    struct ReplayView: Encodable {
        var agreements: Int
        var steps: Int
        var refused: [RefusalView]
        var reminders: [String: Int]
    }

    struct NowhereView: Encodable {
        var state: String
        var agreements: [String]
    }

    var workflow: String
    var version: String
    var structure: String
    var policy: String
    var structure_changes: Bool
    var policy_changes: Bool
    var reminders: ReminderChanges
    var nowhere: [NowhereView]
    var replay: ReplayView?

    init(_ preview: WorkflowPreview, _ language: Language) {
        workflow = preview.workflow.id
        version = preview.workflow.version
        structure = preview.workflow.structureHash
        policy = preview.workflow.policyHash
        structure_changes = preview.changesStructure
        policy_changes = preview.changesPolicy
        reminders = preview.reminders
        nowhere = preview.nowhere.sorted { $0.key < $1.key }.map { NowhereView(state: $0, agreements: $1) }
        replay = preview.replay.map { replay in
            ReplayView(
                agreements: replay.agreements, steps: replay.steps,
                refused: replay.refusals.map {
                    RefusalView(
                        agreement: $0.agreement, transition: $0.transition, on: $0.on, by: $0.by,
                        why: $0.why.map { $0.text(language) })
                },
                reminders: [
                    "same": replay.reminders.same, "moved": replay.reminders.moved,
                    "dropped": replay.reminders.dropped, "added": replay.reminders.added,
                ])
        }
    }
}

/// What a migration did or would do.
struct MigrationReportView: Encodable {
    struct MoveView: Encodable {
        var from_structure: String
        var to_structure: String
        var from: String
        var to: String
        var agreements: Int
    }

    struct LeftBehindView: Encodable {
        var agreement: String
        var state: String
        var why: String
        var needs_state: Bool
    }

    /// null where nothing was applied.
    var id: String?
    var undoes: String?
    var applied: Bool
    var moves: [MoveView]
    var left_behind: [LeftBehindView]
    var reminders: ReminderChanges

    init(_ report: MigrationReport, _ language: Language) {
        id = report.id
        undoes = report.undoes
        applied = report.id != nil
        moves = report.moves.map {
            MoveView(
                from_structure: $0.fromStructure, to_structure: $0.toStructure, from: $0.fromState, to: $0.toState,
                agreements: $0.agreements)
        }
        left_behind = report.leftBehind.map {
            LeftBehindView(
                agreement: $0.agreement, state: $0.state, why: $0.why.text(language),
                needs_state: $0.needsState)
        }
        reminders = report.reminders
    }
}

struct MigrationRecordView: Encodable {
    var id: String
    var undoes: String?
    var workflow: String
    var agreements: Int
    var by: Actor
    var at: Instant

    init(_ record: MigrationRecord) {
        id = record.id
        undoes = record.undoes
        workflow = record.workflow
        agreements = record.agreements
        by = record.by
        at = record.at
    }
}

struct RoleView: Encodable {
    var role: Role
    var holders: Int
}
