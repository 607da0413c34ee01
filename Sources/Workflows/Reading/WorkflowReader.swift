import Agreements
import Calendars
import Documents

/// Turns a file's tree into a workflow. Names are collected first, so that each reference can be checked where it stands.
struct WorkflowReader {
    let problems: Problems
    private var stateNames: [String] = []
    private(set) var transitionNames: [String] = []
    private(set) var fields: [Workflow.Field] = []
    private(set) var attached: Workflow.Attachment?
    /// The file as it stands, to find a place inside a text.
    private(set) var text = ""

    init(_ problems: Problems) { self.problems = problems }

    mutating func read(_ root: Node, text: String) -> Workflow {
        self.text = text
        let map = MapReader(root, problems)
        let id = map.text("workflow") ?? ""
        if let format = map.integer("format"), format != Workflow.format, let node = map.optional("format") {
            problems.report(
                node.place,
                Bilingual(
                    id: "format \(format) tidak dikenal; yang didukung: \(Workflow.format)",
                    en: "format \(format) is unknown; this program reads \(Workflow.format)"))
        }
        attached = map.optionalChoice("attached", Workflow.Attachment.self)
        let isAttached = attached != nil
        fields = map.optional("fields").map { entries(of: $0).map(readField) } ?? []
        let stateEntries = map.required("states").map(entries(of:)) ?? []
        let transitionEntries = map.required("transitions").map(entries(of:)) ?? []
        stateNames = stateEntries.map(\.key)
        transitionNames = transitionEntries.map(\.key)
        let hashes = Workflow.hashes(of: root.json)
        let workflow = Workflow(
            id: id, version: map.text("version") ?? "", title: bilingual(map.required("title")), attached: attached,
            kinds: choices(isAttached ? map.optional("kinds") : map.required("kinds")),
            programmes: choices(isAttached ? map.optional("programmes") : map.required("programmes")),
            initial: map.required("initial").flatMap { stateName($0) } ?? "", fields: fields,
            states: stateEntries.map(readState), transitions: number(transitionEntries.map(readTransition)),
            ladder: items(map.optional("remind")).enumerated().map { readLadder($1, index: $0) },
            scenarios: items(map.optional("scenarios")).map(readScenario),
            structureHash: hashes.structure, policyHash: hashes.policy, text: text)
        map.finish()
        return workflow
    }

    // MARK: Parts

    private func readField(_ entry: Node.Entry) -> Workflow.Field {
        let map = MapReader(entry.value, problems)
        defer { map.finish() }
        if Guard.isTaken(entry.key) {
            problems.report(
                entry.keyPlace,
                Bilingual(
                    id: "'\(entry.key)' sudah dipakai dalam syarat cel; beri nama lain",
                    en: "'\(entry.key)' has a meaning in cel requirements already; give it another name"))
        }
        return Workflow.Field(
            name: entry.key, kind: map.choice("type") ?? .text, unit: map.optionalText("unit"),
            label: bilingual(map.required("label")), fills: map.optionalChoice("fills"))
    }

    private func readState(_ entry: Node.Entry) -> Workflow.State {
        let map = MapReader(entry.value, problems)
        defer { map.finish() }
        let isFinal = map.optionalBool("final") ?? false
        let sla = map.optional("sla").flatMap(span)
        let until = map.optional("until").flatMap { dateName($0) }
        let waitingOn: [Role] = choices(map.optional("waiting_on"))
        if !isFinal, attached == nil, !map.has("waiting_on") || isEmptyList(map.optional("waiting_on")) {
            problems.report(
                entry.keyPlace,
                Bilingual(
                    id: "'\(entry.key)' tidak menunggu siapa pun: isi waiting_on, atau tandai final: true",
                    en: "'\(entry.key)' waits on nobody: give waiting_on, or mark it final: true"))
        }
        let anchors = (
            sla: map.has("sla"), end: map.has("until")
        )
        let reminders = items(map.optional("remind")).enumerated().map { index, node in
            readRule(
                MapReader(node, problems), id: "\(entry.key)/\(index)", hasSLA: anchors.sla, hasEnd: anchors.end)
        }
        let escalation = items(map.optional("escalate")).enumerated().compactMap { index, node in
            readEscalation(
                MapReader(node, problems), id: "\(entry.key)/escalate/\(index)", hasSLA: anchors.sla,
                hasEnd: anchors.end)
        }
        reportTooMany(reminders, escalation, at: entry.keyPlace)
        if attached == .funding, FundingStage(rawValue: entry.key) == nil {
            let stages = FundingStage.allCases.map(\.rawValue)
            problems.report(
                entry.keyPlace,
                Bilingual(
                    id: "keadaan anggaran adalah salah satu dari \(stages.joined(separator: ", "))",
                    en: "a state of a funding line is one of \(stages.joined(separator: ", "))"),
                suggestion: nearest(to: entry.key, among: stages))
        }
        return Workflow.State(
            id: entry.key, was: map.optional("was").map { listOrOne($0).compactMap { problems.text($0) } } ?? [],
            phase: (attached != nil ? map.optionalChoice("phase") : map.choice("phase")) ?? .active,
            label: bilingual(map.required("label")), waitingOn: waitingOn, sla: sla, until: until,
            reminders: reminders, escalation: escalation, isFinal: isFinal)
    }

    private func readTransition(_ entry: Node.Entry) -> Workflow.Transition {
        let map = MapReader(entry.value, problems)
        defer { map.finish() }
        let by: [Role] = choices(map.required("by"))
        if let node = map.optional("by") {
            if isEmptyList(node) {
                problems.report(
                    node.place,
                    Bilingual(
                        id: "tidak ada yang boleh melakukannya: sebut sedikitnya satu peran",
                        en: "nobody may take it: name at least one role"))
            } else if by.contains(.system), by.count > 1 {
                problems.report(
                    node.place,
                    Bilingual(
                        id: "system tidak dapat digabung dengan peran lain",
                        en: "system cannot be joined with other roles"))
            }
        }
        let requirements = items(map.optional("when")).compactMap {
            readRequirement($0, owner: by.first ?? .coordinator)
        }
        return Workflow.Transition(
            name: entry.key, label: bilingual(map.required("label")),
            from: map.required("from").map { listOrOne($0).compactMap { stateName($0) } } ?? [],
            to: map.required("to").flatMap { stateName($0) } ?? "", by: by,
            fourEyes: map.optional("four_eyes").flatMap(readFourEyes),
            isExceptional: map.optionalBool("exceptional") ?? false, requirements: requirements)
    }

    private func readFourEyes(_ node: Node) -> Workflow.FourEyes? {
        switch node.value {
        case .list(let list): .takers(of: list.compactMap { known($0, among: transitionNames) })
        default: problems.bool(node) == true ? .everybodyBefore : nil
        }
    }

    // MARK: Values

    /// No more states, steps, requirements or dates stand together than people can survey, and than can be compared each
    /// with each.
    static let surveyable = 200

    private func few<Item>(_ items: [Item], _ place: (Item) -> Place) -> [Item] {
        guard items.count > WorkflowReader.surveyable else { return items }
        problems.report(
            place(items[WorkflowReader.surveyable]),
            Bilingual(
                id: "paling banyak \(WorkflowReader.surveyable) di sini",
                en: "at most \(WorkflowReader.surveyable) stand here"))
        return Array(items.prefix(WorkflowReader.surveyable))
    }

    func entries(of node: Node) -> [Node.Entry] {
        if case .map(let entries) = node.value { return few(entries, \.keyPlace) }
        _ = MapReader(node, problems)
        return []
    }

    func items(_ node: Node?) -> [Node] { few(node.flatMap { problems.list($0) } ?? [], \.place) }

    func listOrOne(_ node: Node) -> [Node] {
        if case .list = node.value { items(node) } else { [node] }
    }

    private func isEmptyList(_ node: Node?) -> Bool { node?.value == .list([]) }

    /// One choice or several, none of them twice.
    func choices<Choice: CaseIterable & RawRepresentable & Equatable>(_ node: Node?) -> [Choice]
    where Choice.RawValue == String {
        guard let node else { return [] }
        var chosen: [Choice] = []
        for item in listOrOne(node) {
            guard let choice: Choice = problems.choice(item) else { continue }
            if chosen.contains(choice) {
                reportTwice(item, choice.rawValue)
            } else {
                chosen.append(choice)
            }
        }
        return chosen
    }

    func reportTwice(_ node: Node, _ name: String) {
        problems.report(node.place, Bilingual(id: "'\(name)' ditulis dua kali", en: "'\(name)' is written twice"))
    }

    func bilingual(_ node: Node?) -> Bilingual {
        guard let node else { return Bilingual(id: "", en: "") }
        let map = MapReader(node, problems)
        defer { map.finish() }
        return Bilingual(id: map.text("id") ?? "", en: map.text("en") ?? "")
    }

    func known(_ node: Node, among names: [String]) -> String? {
        guard let name = problems.text(node) else { return nil }
        if names.contains(name) { return name }
        problems.report(
            node.place, Bilingual(id: "'\(name)' tidak dikenal", en: "'\(name)' is unknown"),
            suggestion: nearest(to: name, among: names))
        return nil
    }

    func stateName(_ node: Node) -> String? { known(node, among: stateNames) }
    func transitionName(_ node: Node) -> String? { known(node, among: transitionNames) }

    func dateName(_ node: Node) -> String? {
        known(
            node,
            among: ["valid_from", "valid_until"] + (attached == .bill ? ["due_on"] : [])
                + fields.filter { $0.kind == .date }.map(\.name))
    }

    func day(_ node: Node) -> Day? {
        problems.parsed(node, as: Bilingual(id: "tanggal seperti \"2026-12-31\"", en: "a date such as \"2026-12-31\""))
        {
            Day($0)
        }
    }

    func span(_ node: Node) -> Span? {
        problems.parsed(
            node,
            as: Bilingual(
                id: "lama waktu seperti '15 kerja', '3 hari' atau '1 bulan'",
                en: "a length such as '15 kerja' (working days), '3 hari' (days) or '1 bulan' (months)")
        ) { text in Span(text).flatMap { $0.count > 0 ? $0 : nil } }
    }
}
