import Agreements
import Calendars
public import Documents

/// The JSON Schema of workflow files, made from the types that read them, so that an editor can complete and explain.
public enum WorkflowSchema {
    /// JSON Schema 2020-12.
    public static var json: JSON {
        object(
            [
                "workflow": text("Id of the workflow; also the file's name. Never changes."),
                "format": ["const": .integer(Workflow.format), "description": "Version of this file language."],
                "version": text("The authors' own version."),
                "title": bilingual("What it is called."),
                "attached": choice(
                    Workflow.Attachment.self, "What its states belong to, where it is not an agreement."),
                "kinds": list(choice(AgreementKind.self), "Kinds of paper that may follow it."),
                "programmes": list(choice(Programme.self), "Programmes that may follow it."),
                "initial": text("The state in which a new paper begins."),
                "fields": map(field, "What the paper holds besides parties, term, money and members."),
                "states": map(state, "Where a paper can stand, in the order in which it usually goes through them."),
                "transitions": map(transition, "The steps between states."),
                "remind": list(ladderStep, "Reminders on fixed dates while a paper is in certain phases."),
                "scenarios": list(scenario, "Stories that `pksctl workflow check` plays."),
            ], required: ["workflow", "format", "version", "title", "initial", "states", "transitions"]
        ).merging([
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "pksd workflow",
            "$defs": ["requirement": requirement],
        ])
    }

    private static var field: JSON {
        object(
            [
                "type": choice(Workflow.Field.Kind.self, "What it holds."),
                "unit": text("What it counts, such as orang."),
                "label": bilingual("What it is called."), "fills": choice(Role.self, "Who fills it in."),
            ], required: ["type", "label"])
    }

    private static var state: JSON {
        object(
            [
                "phase": choice(Phase.self, "The part of the paper's life."), "label": bilingual("What it is called."),
                "was": oneOrList(text(), "Ids it had in earlier versions, for migrations."),
                "waiting_on": oneOrList(choice(Role.self), "Who has to act."),
                "sla": span("How long a paper may stay."),
                "until": text("The date that ends the state; H in reminders."),
                "remind": list(reminder, "Reminders while a paper is here."),
                "escalate": list(escalation, "Whom to tell, one after the other, while those before do not act."),
                "final": boolean("The end: nothing leads out of it."),
            ], required: ["label"])
    }

    private static var transition: JSON {
        object(
            [
                "label": bilingual("What the step is called."),
                "from": oneOrList(text(), "States from which it leads."),
                "to": text("The state to which it leads."),
                "by": oneOrList(
                    choice(Role.self), "Who may take it; system alone for a step the daemon takes by itself."),
                "four_eyes": [
                    "oneOf": [["type": "boolean"], list(text())],
                    "description": "true: nobody who has moved the paper before; or the steps whose takers may not.",
                ],
                "exceptional": boolean("Off the usual way; nobody waits for what it requires."),
                "when": list(["$ref": "#/$defs/requirement"], "What must be so; all of it."),
            ], required: ["label", "from", "to", "by"])
    }

    private static var requirement: JSON {
        var members: [String: JSON] = [
            "id": text("Its name, for waivers and searches."), "say": bilingual("What to say while it is not met."),
            "owner": choice(Role.self, "At whom it waits."),
            "waivable_by": oneOrList(choice(Role.self), "Who may let it be, with a reason."),
            "covers": ["const": "members"], "at_least": ["type": "number"], "at_most": ["type": "number"],
            "equals": [:],
        ]
        for check in WorkflowReader.checks {
            members[check] =
                switch check {
                case "any": list(["$ref": "#/$defs/requirement"], "One of these is enough.")
                case "any_signed", "all_signed", "numbered", "signatories_named", "authority": ["const": true]
                case "funding": choice(FundingStage.self, "A funding line has come this far.")
                case "members": ["const": "recorded"]
                case "bills": ["const": "settled"]
                case "older_than": span("It has stood here this long.")
                case "cel": text("An expression of the Common Expression Language.")
                default: text()
                }
        }
        return object(members, required: []).merging([
            "oneOf": .list(WorkflowReader.checks.map { ["required": .list([.text($0)])] })
        ])
    }

    private static var reminder: JSON {
        object(
            reminderMembers.merging([
                "at": list(text("Such as sla-5 kerja, sla, H-30."), "Times counted from a deadline."),
                "every": span("How often."), "after": text("From when on, such as sla."),
                "max": ["type": "integer", "minimum": 1, "maximum": 50],
            ]) { $1 }, required: ["to"]
        ).merging(["oneOf": .list(["at", "every", "on"].map { ["required": [.text($0)]] })])
    }

    private static var escalation: JSON {
        object(
            [
                "after": text("Such as sla+3 kerja; from the day of an acknowledgement, where that is later."),
                "unanswered": [
                    "type": "integer", "minimum": 1, "maximum": 50,
                    "description": "The working day after so many reminders to waiting_on without an answer.",
                ],
                "to": oneOrList(choice(Role.self), "Who is told."), "say": saying, "shift": shifting, "unless": unless,
            ], required: ["to"]
        ).merging(["oneOf": .list(["after", "unanswered"].map { ["required": [.text($0)]] })])
    }

    private static var saying: JSON { bilingual("What to say.") }
    private static var shifting: JSON { choice(Shift.self, "What happens to a date on a closed day.") }
    private static var unless: JSON { text("An expression as in cel; where it is true, nobody is reminded.") }

    private static var reminderMembers: [String: JSON] {
        [
            "on": list(text("Such as 12-31."), "Dates of each year."),
            "to": [
                "oneOf": [["const": "waiting_on"], choice(Role.self), list(choice(Role.self))],
                "description": "Who is reminded.",
            ],
            "say": saying, "shift": shifting, "unless": unless,
        ]
    }

    private static var ladderStep: JSON {
        object(
            reminderMembers.merging(["in": oneOrList(choice(Phase.self), "Phases in which it holds.")]) { $1 },
            required: ["on", "to", "in"])
    }

    private static var scenario: JSON {
        object(
            [
                "name": text("What it tells."),
                "given": object(
                    [
                        "state": text("Where the paper stands."), "on": date("Today."), "valid_from": date(),
                        "valid_until": date(), "due_on": date("Of a bill."),
                        "fields": ["type": "object", "description": "Values of declared fields."],
                        "documents": oneOrList(text(), "Kinds of documents that are attached."),
                        "signed": oneOrList(["enum": ["region", "bpjs", "all"]], "Who has signed."),
                        "numbered": boolean("Each party has given its number."),
                        "members": ["type": "integer"],
                        "funding": list(
                            object(
                                [
                                    "stage": choice(FundingStage.self), "amount": ["type": "integer"],
                                    "fiscal_year": ["type": "integer"],
                                ], required: ["stage"])),
                    ], required: []),
                "do": oneOrList(
                    text("Such as: finalise by coordinator, acknowledge by unit_pic, or pass 12 kerja."),
                    "What people do, and how long passes between."),
                "pass": span("How long passes then."),
                "expect": object(
                    [
                        "state": text(), "waiting_on": oneOrList(choice(Role.self)),
                        "blocked": oneOrList(text(), "Ids of requirements that refuse the last step."),
                        "reminded": oneOrList(choice(Role.self)), "not_reminded": oneOrList(choice(Role.self)),
                        "escalated_to": oneOrList(choice(Role.self), "Who is told because others do not act."),
                    ], required: []),
            ], required: ["name", "expect"])
    }

    // MARK: Parts

    private static func object(_ members: [String: JSON], required: [String]) -> JSON {
        [
            "type": "object", "properties": .object(members), "required": .list(required.map { .text($0) }),
            "additionalProperties": false,
        ]
    }

    private static func map(_ value: JSON, _ description: String) -> JSON {
        ["type": "object", "additionalProperties": value, "description": .text(description)]
    }

    private static func list(_ items: JSON, _ description: String? = nil) -> JSON {
        described(["type": "array", "items": items], description)
    }

    private static func oneOrList(_ item: JSON, _ description: String? = nil) -> JSON {
        described(["oneOf": [item, list(item)]], description)
    }

    private static func text(_ description: String? = nil) -> JSON { described(["type": "string"], description) }
    private static func boolean(_ description: String) -> JSON { described(["type": "boolean"], description) }

    private static func span(_ description: String) -> JSON {
        let units = Span.Unit.allCases.map(\.rawValue).joined(separator: "|")
        return described(
            [
                "type": "string", "pattern": .text("^[0-9]+ (\(units))$"),
                "examples": ["15 kerja", "3 hari", "1 bulan"],
            ],
            description)
    }

    private static func date(_ description: String? = nil) -> JSON {
        described(["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"], description)
    }

    private static func bilingual(_ description: String) -> JSON {
        described(object(["id": text("Indonesian."), "en": text("English.")], required: ["id", "en"]), description)
    }

    private static func choice<Choice: CaseIterable & RawRepresentable>(
        _ type: Choice.Type, _ description: String? = nil
    ) -> JSON where Choice.RawValue == String {
        described(["enum": .list(Choice.allCases.map { .text($0.rawValue) })], description)
    }

    private static func described(_ schema: JSON, _ description: String?) -> JSON {
        description.map { schema.merging(["description": .text($0)]) } ?? schema
    }
}

extension JSON {
    fileprivate func merging(_ members: [String: JSON]) -> JSON {
        .object((object ?? [:]).merging(members) { $1 })
    }
}
