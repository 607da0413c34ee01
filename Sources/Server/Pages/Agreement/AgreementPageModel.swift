import Agreements
import Calendars
import Documents
import Engine
import Workflows

/// What the page of one agreement shows.
struct AgreementPageModel {
    struct Mark {
        /// ✓, ✗ or ?, and the same in words for those who do not see it.
        var sign: String
        var word: String
        var isMet: Bool
        var say: String
        var owner: String
        var reason: String?
        /// How the reader can mend it here.
        var forms: [FormModel]
    }

    struct Step {
        var label: String
        var isAutomatic: Bool
        var by: String
        var marks: [Mark]
        var form: FormModel?
    }

    struct PartyRow {
        var name: String
        var side: String
        var signatory: String
        /// The paper that lets them sign.
        var authority: String?
        var number: String
        var signedOn: String
        var isSigned: Bool
        var isRequired: Bool
        var form: FormModel?
        var changes: [FormModel]
    }

    struct FundingRow {
        var source: String
        var year: String
        var amount: String
        var stage: String
        var reference: String
        var revisions: [String]
        var forms: [FormModel]
    }

    struct YearRow {
        var facts: [Fact]
        var picture: String
        var alternative: String
    }

    struct MemberRow {
        var segment: String
        var term: String
        var count: String
        var source: String
    }

    struct BillRow {
        var month: String
        var amount: String
        var paid: String
        var owed: String
        var due: String
        var stage: String
        var isOverdue: Bool
        var forms: [FormModel]
    }

    struct DocumentRow {
        var kind: String
        var title: String
        var dated: String
        var reference: String
        var note: String
    }

    struct NoteRow {
        var kind: String
        var text: String
    }

    struct FindingRow {
        var say: String
        var resolution: String?
        var form: FormModel?
    }

    struct ReminderRow {
        var when: String
        var say: String
        var recipient: String
        var state: String
        var isOpen: Bool
        var id: String
    }

    struct DeliveryRow {
        var event: String
        var endpoint: String
        var state: String
        var when: String
    }

    struct EventRow {
        var recorded: String
        var effective: String
        var actor: String
        var sentence: String
    }

    struct PaperRow {
        var path: String
        var title: String
        var state: String
        var relation: String
    }

    struct FieldRow {
        var label: String
        var value: String
        var source: String
        var form: FormModel?
    }

    var title: String
    var path: String
    /// A form that came back and has no other place on the page any more.
    var returned: FormModel?
    var tags: [String]
    var facts: [Fact]
    var steps: [Step]
    var hasSteps: Bool
    var parties: [PartyRow]
    var witnesses: [String]
    var partyForms: [FormModel]
    var findings: [FindingRow]
    var hasFindings: Bool
    var years: [YearRow]
    var funding: [FundingRow]
    var fundForm: FormModel?
    var members: [MemberRow]
    var memberForms: [FormModel]
    var bills: [BillRow]
    var billForm: FormModel?
    var documents: [DocumentRow]
    var documentForm: FormModel?
    var notes: [NoteRow]
    var noteForm: FormModel?
    var fields: [FieldRow]
    var termForm: FormModel?
    var reminders: [ReminderRow]
    var moreReminders: Int?
    var deliveries: [DeliveryRow]
    var papers: [PaperRow]
    var timeline: String?
    var renewal: Renewal?
    var history: [EventRow]
    var earlier: Int?

    struct Renewal {
        var path: String
        var cloned: String
        var left: String
    }
}

extension AgreementPageModel {
    /// All that stand in their places.
    var forms: [FormModel] {
        let single = steps.map(\.form) + parties.map(\.form) + findings.map(\.form) + fields.map(\.form)
        let own = [fundForm, billForm, documentForm, noteForm, termForm]
        let several = steps.flatMap(\.marks).map(\.forms) + parties.map(\.changes) + funding.map(\.forms)
        return (single + own).compactMap { $0 } + several.joined() + bills.flatMap(\.forms) + partyForms + memberForms
    }
}
