import Agreements
import Calendars
import Documents
import Engine
import Workflows

extension NewAgreement {
    /// The body of `POST /v1/agreements`.
    init?(_ map: MapReader, _ problems: Problems, rules: RuleBook) {
        let workflow = map.text("workflow")
        let kind: AgreementKind? = map.choice("kind")
        let programme: Programme? = map.choice("program")
        let title = map.text("title", max: 500, problems)
        let region = map.text("region")
        let ref = map.optional("ref").flatMap { problems.ref($0) }
        let parties = map.list("parties", max: 20, problems).compactMap { Party($0, problems) }
        let witnesses = map.optionalList("witnesses").compactMap { Witness($0, problems) }
        let from = map.optional("valid_from").flatMap { problems.day($0) }
        let until = map.optional("valid_until").flatMap { problems.day($0) }
        let parent = map.optionalText("parent")
        let renews = map.optionalText("renews")
        let state = map.optionalText("state")
        let source = map.optionalText("source")
        let fields = map.optional("fields").map {
            problems.figures($0, of: workflow.flatMap { rules.current[$0] }, source: source)
        }
        guard let workflow, let kind, let programme, let title, let region else { return nil }
        self.init(
            ref: ref, workflow: workflow, kind: kind, programme: programme, title: title, region: region,
            parties: parties, witnesses: witnesses, validFrom: from, validUntil: until, parent: parent, renews: renews,
            fields: fields ?? [:], state: state, source: source)
    }
}

extension Party {
    init?(_ node: Node, _ problems: Problems) {
        let map = MapReader(node, problems)
        defer { map.finish() }
        let key = map.text("key", max: 40, problems)
        let name = map.text("name", max: 300, problems)
        let side: Side? = map.choice("side")
        let signatory = map.optional("signatory").flatMap { Signatory($0, problems) }
        let number = map.optionalText("number")
        let unit = map.optionalText("unit")
        let required = map.optionalBool("required") ?? true
        guard let key, let name, let side else { return nil }
        self.init(
            key: key, name: name, side: side, required: required, unit: unit, signatory: signatory, number: number)
    }
}

extension Signatory {
    init?(_ node: Node, _ problems: Problems) {
        let map = MapReader(node, problems)
        defer { map.finish() }
        let name = map.optionalText("name")
        let authority = map.optional("authority").flatMap { Authority($0, problems) }
        guard let office = map.text("office", max: 300, problems) else { return nil }
        self.init(name: name, office: office, authority: authority)
    }
}

extension Authority {
    init?(_ node: Node, _ problems: Problems) {
        let map = MapReader(node, problems)
        defer { map.finish() }
        let number = map.optionalText("number")
        let date = map.optional("date").flatMap { problems.day($0) }
        guard let document = map.text("document") else { return nil }
        self.init(document: document, number: number, date: date)
    }
}

extension Witness {
    init?(_ node: Node, _ problems: Problems) {
        let map = MapReader(node, problems)
        defer { map.finish() }
        let office = map.optionalText("office")
        let role = map.optionalText("role")
        guard let name = map.text("name", max: 300, problems) else { return nil }
        self.init(name: name, office: office, role: role)
    }
}

extension Amendment {
    /// The body of `PATCH /v1/agreements/{id}`. Figures may share one `source` and `as_of`.
    init(_ map: MapReader, _ problems: Problems, workflow: Workflow) {
        self.init()
        title = map.optional("title") == nil ? nil : map.text("title", max: 500, problems)
        validFrom = map.optional("valid_from").flatMap { problems.day($0) }
        validUntil = map.optional("valid_until").flatMap { problems.day($0) }
        if map.has("parties") { parties = map.list("parties", max: 20, problems).compactMap { Party($0, problems) } }
        if map.has("witnesses") { witnesses = map.list("witnesses").compactMap { Witness($0, problems) } }
        let source = map.optionalText("source")
        let asOf = map.optional("as_of").flatMap { problems.day($0) }
        fields = map.optional("fields").map { problems.figures($0, of: workflow, source: source, asOf: asOf) }
    }
}
