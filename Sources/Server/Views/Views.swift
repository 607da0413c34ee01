import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Workflows

/// An endpoint without its secret, unless it was made a moment ago.
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
