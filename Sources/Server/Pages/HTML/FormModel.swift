import Agreements
import Documents
import Engine
import Ledger
import Workflows

/// A form as the template draws it: with what was typed, and what is wrong with it beside its field.
struct FormModel {
    struct Option {
        var value: String
        var label: String
        var isChosen: Bool
    }

    struct FieldModel {
        /// Unique on the page.
        var id: String
        var name: String
        var label: String
        var heading: String?
        var hint: String?
        var error: String?
        /// Ids of hint and error.
        var describedBy: String?
        var isRequired: Bool
        var value: String
        var autocomplete: String?
        /// Exactly one of these says how it is drawn.
        var input: Input?
        var select: [Option]?
        var checks: Checks?
        var prose: Prose?
        var flag: Flag?

        struct Input {
            var type: String
            var inputMode: String?
        }

        struct Flag { var isSet: Bool }

        struct Prose {
            var rows: Int
            var isSource = false
        }

        /// Has its own names for what its options are called otherwise.
        struct Checks {
            var legend: String
            var options: [Option]
        }
    }

    struct Hidden {
        var name: String
        var value: String
    }

    /// Somebody else was faster: what they did, so that it can be decided again.
    struct Race {
        var who: [String]
    }

    var id: String
    var action: String
    var title: String
    var button: String
    /// Not called as what a field has: a name that a field leaves out is looked for here.
    var introduction: String?
    var hidden: [Hidden]
    var fields: [FieldModel]
    /// What is wrong and belongs to no field.
    var faults: [String]
    var hasErrors: Bool
    var race: Race?
    /// It was sent and came back.
    var isOpen: Bool
    var isDangerous: Bool
    var hasFile: Bool
    /// It can be sent no more, and only shows what was typed.
    var isOver = false
}

/// Why a form came back.
struct FormRefusal {
    var problems: [Problem] = []
    var errors: [Bilingual] = []
    /// What was done to the record since the form was drawn, and the version it has now.
    var race: (events: [String], version: Int)?
}

extension FormModel {
    /// - Parameters:
    ///   - input: what was typed, where it comes back.
    ///   - request: names the sending, so that a second press of the button does nothing twice.
    init(
        _ form: Form, _ context: PageContext, request: String, input: FormInput? = nil, refusal: FormRefusal? = nil
    ) {
        let language = context.language
        id = form.id
        action = form.action
        title = form.title.text(language)
        button = form.button.text(language)
        introduction = form.hint?.text(language)
        isDangerous = form.isDangerous
        isOpen = refusal != nil
        hidden = [
            Hidden(name: FormFields.token, value: context.signedIn.formToken),
            Hidden(name: FormFields.request, value: request),
        ]
        if let version = refusal?.race?.version ?? form.version {
            hidden.append(Hidden(name: FormFields.version, value: String(version)))
        }
        hidden.append(Hidden(name: FormFields.shown, value: context.path))
        if form.showsRecord { hidden.append(Hidden(name: FormFields.seen, value: form.standing)) }
        let problems = refusal?.problems ?? []
        fields = []
        hasFile = false
        for field in form.fields {
            let value = input.map { $0.text(field.name) } ?? field.value
            if field.isHidden {
                hidden.append(Hidden(name: field.name, value: value))
                continue
            }
            if case .file = field.content { hasFile = true }
            let own = problems.filter { field.owns($0.place.pointer) }
            fields.append(
                FieldModel(
                    field, in: form, value: value, chosen: input.map { $0[field.name] },
                    error: own.isEmpty ? nil : own.map { $0.text(language) }.joined(separator: "; "), language))
        }
        let shown = form.fields.filter { !$0.isHidden }
        faults =
            (refusal?.errors.map { $0.text(language) } ?? [])
            + problems.filter { problem in !shown.contains { $0.owns(problem.place.pointer) } }.map {
                $0.text(language)
            }
        hasErrors = !faults.isEmpty
        race = refusal?.race.map { Race(who: $0.events) }
    }
}

extension Form.Field {
    fileprivate func owns(_ place: String) -> Bool { place == pointer || place.hasPrefix(pointer + "/") }
}

extension FormModel.FieldModel {
    fileprivate init(
        _ field: Form.Field, in form: Form, value: String, chosen: [String]?, error: String?, _ language: Language
    ) {
        let id = "\(form.id)-\(field.name)"
        self.id = id
        name = field.name
        label = field.label.text(language)
        heading = field.heading?.text(language)
        hint = field.hint?.text(language)
        self.error = error
        let described = [hint.map { _ in id + "-hint" }, error.map { _ in id + "-error" }].compactMap { $0 }
        describedBy = described.isEmpty ? nil : described.joined(separator: " ")
        isRequired = field.isRequired
        self.value = value
        autocomplete = field.autocomplete
        func options(_ choices: [Form.Choice], _ chosen: [String]) -> [FormModel.Option] {
            choices.map { .init(value: $0.value, label: $0.label.text(language), isChosen: chosen.contains($0.value)) }
        }
        switch field.content {
        case .text, .region: input = Input(type: "text")
        case .prose: prose = Prose(rows: 3)
        case .lines, .regions: prose = Prose(rows: 2)
        case .source: prose = Prose(rows: 14, isSource: true)
        case .integer, .rupiah: input = Input(type: "text", inputMode: "numeric")
        case .decimal: input = Input(type: "text", inputMode: "decimal")
        case .day: input = Input(type: "date")
        case .month: input = Input(type: "month")
        case .moment: input = Input(type: "datetime-local")
        case .password:
            input = Input(type: "password")
            // What was wrong is typed again, and nothing secret stands in a page.
            self.value = ""
        case .file: input = Input(type: "file")
        case .answer: select = options(.answers, [value])
        case .flag: flag = Flag(isSet: value == "true")
        case .choice(let choices): select = options(choices, [value])
        case .choices(let choices):
            checks = Checks(
                legend: label, options: options(choices, chosen ?? value.split(separator: ",").map(String.init)))
        }
    }
}

/// What every form carries besides its own fields.
enum FormFields {
    /// Shows that our own page was filled in (OWASP's synchroniser token).
    static let token = "form_token"
    /// Names one sending of a form.
    static let request = "request"
    /// The version of the record that the reader saw.
    static let version = "version"
    /// What stood in the fields when they were drawn, of a record without versions.
    static let seen = "seen"
    /// The page on which the form stood.
    static let shown = "shown"

    /// What says nothing to whoever typed the rest.
    static let unseen: Set = [token, request, version, seen, shown, "form", "back", "confirmed", "content"]
    /// What is never kept, and typed again.
    static let secrets: Set = ["old", "password", "again"]
}

extension [Form.Choice] {
    fileprivate static let answers = [
        Form.Choice(value: "", label: Bilingual(id: "belum tahu", en: "not known")),
        Form.Choice(value: "true", label: Bilingual(id: "ya", en: "yes")),
        Form.Choice(value: "false", label: Bilingual(id: "tidak", en: "no")),
    ]
}
