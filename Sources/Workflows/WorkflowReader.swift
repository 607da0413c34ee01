import Agreements
import Calendars
import Documents

extension Workflow {
    /// Reads a workflow file.
    ///
    /// - Parameter file: the name used in problems.
    /// - Throws: `DocumentError` with every problem found, each with its line and column.
    public init(yaml text: String, file: String) throws {
        let root = try Node(yaml: text, file: file)
        let problems = Problems()
        var reader = WorkflowReader(problems)
        self = reader.read(root, text: text)
        try problems.check()
    }
}

/// Turns a file's tree into a workflow. Names are collected first, so that each reference can be checked where it stands.
struct WorkflowReader {
    let problems: Problems
    private var stateNames: [String] = []
    private var fields: [Workflow.Field] = []
    private var isAttached = false

    init(_ problems: Problems) { self.problems = problems }

    mutating func read(_ root: Node, text: String) -> Workflow {
        let map = MapReader(root, problems)
        let id = map.text("workflow") ?? ""
        if let format = map.integer("format"), format != Workflow.format, let node = map.optional("format") {
            problems.report(
                node.place,
                Bilingual(
                    id: "format \(format) tidak dikenal; yang didukung: \(Workflow.format)",
                    en: "format \(format) is unknown; this program reads \(Workflow.format)"))
        }
        let attached = map.optionalChoice("attached", Workflow.Attachment.self)
        isAttached = attached != nil
        fields = map.optional("fields").map { entries(of: $0).map(readField) } ?? []
        let stateEntries = map.required("states").map(entries(of:)) ?? []
        stateNames = stateEntries.map(\.key)
        let hashes = Workflow.hashes(of: root.json)
        let workflow = Workflow(
            id: id, version: map.text("version") ?? "", title: bilingual(map.required("title")), attached: attached,
            kinds: choices(isAttached ? map.optional("kinds") : map.required("kinds")),
            programmes: choices(isAttached ? map.optional("programmes") : map.required("programmes")),
            initial: map.required("initial").flatMap { stateName($0) } ?? "", fields: fields,
            states: stateEntries.map(readState),
            transitions: map.required("transitions").map { entries(of: $0).map(readTransition) } ?? [],
            ladder: map.optionalList("remind").enumerated().map { readLadder($1, index: $0) },
            structureHash: hashes.structure, policyHash: hashes.policy, text: text)
        map.finish()
        checkShape(workflow, stateEntries)
        return workflow
    }

    // MARK: Parts

    private func readField(_ entry: Node.Entry) -> Workflow.Field {
        let map = MapReader(entry.value, problems)
        defer { map.finish() }
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
        if !isFinal, !isAttached, waitingOn.isEmpty {
            problems.report(
                entry.keyPlace,
                Bilingual(
                    id: "'\(entry.key)' tidak menunggu siapa pun: isi waiting_on, atau tandai final: true",
                    en: "'\(entry.key)' waits on nobody: give waiting_on, or mark it final: true"))
        }
        let reminders = map.optionalList("remind").enumerated().map { index, node in
            readRule(MapReader(node, problems), id: "\(entry.key)/\(index)", hasSLA: sla != nil, hasEnd: until != nil)
        }
        return Workflow.State(
            id: entry.key, phase: (isAttached ? map.optionalChoice("phase") : map.choice("phase")) ?? .active,
            label: bilingual(map.required("label")), waitingOn: waitingOn, sla: sla, until: until,
            reminders: reminders, isFinal: isFinal)
    }

    private func readTransition(_ entry: Node.Entry) -> Workflow.Transition {
        let map = MapReader(entry.value, problems)
        defer { map.finish() }
        let by: [Role] = choices(map.required("by"))
        if by.contains(.system), by.count > 1, let node = map.optional("by") {
            problems.report(
                node.place,
                Bilingual(
                    id: "system tidak dapat digabung dengan peran lain", en: "system cannot be joined with other roles")
            )
        }
        let owner = by.first ?? .coordinator
        return Workflow.Transition(
            name: entry.key, label: bilingual(map.required("label")),
            from: map.required("from").map { listOrOne($0).compactMap { stateName($0) } } ?? [],
            to: map.required("to").flatMap { stateName($0) } ?? "", by: by,
            fourEyes: map.optionalBool("four_eyes") ?? false,
            requirements: map.optionalList("when").compactMap { readRequirement($0, owner: owner) })
    }

    private func readLadder(_ node: Node, index: Int) -> PhaseReminder {
        let map = MapReader(node, problems)
        let phases: [Phase] = choices(map.required("in"))
        return PhaseReminder(
            rule: readRule(map, id: "calendar/\(index)", hasSLA: false, hasEnd: false), phases: phases)
    }

    private func readRule(_ map: MapReader, id: String, hasSLA: Bool, hasEnd: Bool) -> ReminderRule {
        defer { map.finish() }
        func offset(_ node: Node) -> Offset? {
            let what = Bilingual(
                id: "saat seperti 'sla-5 kerja', 'H-30' atau 'H-7 kerja'",
                en: "a time such as 'sla-5 kerja', 'H-30' or 'H-7 kerja'")
            guard let offset = problems.parsed(node, as: what, { Offset($0) }) else { return nil }
            if offset.anchor == .sla ? !hasSLA : !hasEnd {
                problems.report(
                    node.place,
                    Bilingual(
                        id: "keadaan ini tidak punya \(offset.anchor == .sla ? "sla" : "until")",
                        en: "this state has no \(offset.anchor == .sla ? "sla" : "until")"))
            }
            return offset
        }
        let timing: ReminderRule.Timing
        if map.has("every") {
            let max = map.integer("max") ?? 1
            if !(1...50).contains(max), let node = map.optional("max") {
                problems.report(node.place, Bilingual(id: "max harus 1 sampai 50", en: "max must be 1 to 50"))
            }
            timing = .every(
                map.required("every").flatMap(span) ?? Span(1, .hari),
                after: map.required("after").flatMap(offset) ?? Offset.slaEnd, max: Int(min(50, Swift.max(1, max))))
        } else if map.has("on") {
            let what = Bilingual(id: "tanggal seperti \"12-31\"", en: "a date such as \"12-31\"")
            timing = .on(map.list("on").compactMap { problems.parsed($0, as: what) { MonthDay($0) } })
        } else {
            timing = .at(map.list("at").compactMap(offset))
        }
        let to: ReminderRule.Recipients =
            if let node = map.required("to") {
                node.value == .text("waiting_on") ? .waitingOn : .roles(choices(node))
            } else { .waitingOn }
        return ReminderRule(
            id: id, timing: timing, to: to, say: map.optional("say").map { bilingual($0) },
            shift: map.optionalChoice("shift") ?? .before)
    }

    // MARK: Requirements

    private static let checks = [
        "has", "document", "any_signed", "all_signed", "numbered", "signatories_named", "authority", "field", "funding",
        "members", "older_than", "reached", "passed", "bills", "any",
    ]

    private func readRequirement(_ node: Node, owner: Role) -> Requirement? {
        let map = MapReader(node, problems)
        let owner = map.optionalChoice("owner") ?? owner
        let say = map.optional("say").map { bilingual($0) }
        let named = WorkflowReader.checks.filter { map.has($0) }
        guard named.count == 1, let name = named.first, let value = map.required(name) else {
            if case .map(let entries) = node.value {
                let unknown = entries.first {
                    !WorkflowReader.checks.contains($0.key) && !["say", "owner"].contains($0.key)
                }
                problems.report(
                    unknown?.keyPlace ?? node.place,
                    Bilingual(
                        id: "satu syarat memuat tepat satu dari: \(WorkflowReader.checks.joined(separator: ", "))",
                        en: "a requirement holds exactly one of: \(WorkflowReader.checks.joined(separator: ", "))"),
                    suggestion: unknown.flatMap { nearest(to: $0.key, among: WorkflowReader.checks) })
            }
            return nil
        }
        let check = readCheck(name, value, map, owner: owner)
        map.finish()
        return check.map { Requirement(check: $0, say: say ?? $0.generalSentence, owner: owner) }
    }

    private func readCheck(_ name: String, _ value: Node, _ map: MapReader, owner: Role) -> Requirement.Check? {
        func flag(_ check: Requirement.Check) -> Requirement.Check? {
            if problems.bool(value) == false {
                problems.report(
                    value.place, Bilingual(id: "hanya true yang berarti di sini", en: "only true has a meaning here"))
            }
            return check
        }
        func word(_ wanted: String, _ check: Requirement.Check) -> Requirement.Check? {
            if problems.text(value) != wanted {
                problems.report(value.place, Bilingual(id: "harus '\(wanted)'", en: "must be '\(wanted)'"))
            }
            return check
        }
        switch name {
        case "has":
            return known(value, among: fields.map(\.name) + ["valid_from", "valid_until", "parent"]).map { .has($0) }
        case "document": return problems.text(value).map { .document($0) }
        case "any_signed": return flag(.anySigned)
        case "all_signed": return flag(.allSigned)
        case "numbered": return flag(.numbered)
        case "signatories_named": return flag(.signatoriesNamed)
        case "authority": return flag(.authority)
        case "field": return readComparison(value, map)
        case "funding":
            let covers = map.optional("covers").map { known($0, among: ["members"]) != nil } ?? false
            return problems.choice(value, FundingStage.self).map { .funding($0, coversMembers: covers) }
        case "members": return word("recorded", .membersRecorded)
        case "older_than": return span(value).map { .olderThan($0) }
        case "reached": return dateName(value).map { .reached($0) }
        case "passed": return dateName(value).map { .passed($0) }
        case "bills": return word("settled", .billsSettled)
        default: return .any((problems.list(value) ?? []).compactMap { readRequirement($0, owner: owner) })
        }
    }

    private func readComparison(_ value: Node, _ map: MapReader) -> Requirement.Check? {
        let (atLeast, atMost, equals) = (
            map.optionalNumber("at_least"), map.optionalNumber("at_most"), map.optional("equals")
        )
        guard let name = known(value, among: fields.map(\.name)) else { return nil }
        if let atLeast { return .field(name, .atLeast(atLeast)) }
        if let atMost { return .field(name, .atMost(atMost)) }
        if let equals, let kind = fields.first(where: { $0.name == name })?.kind {
            return FieldValue(equals, as: kind, problems).map { .field(name, .equals($0)) }
        }
        problems.report(
            map.node.place,
            Bilingual(id: "field butuh at_least, at_most atau equals", en: "field needs at_least, at_most or equals"))
        return nil
    }

    // MARK: Shape

    /// Whether every state can be reached and left.
    private func checkShape(_ workflow: Workflow, _ entries: [Node.Entry]) {
        guard problems.all.isEmpty else { return }
        var reached: Set<String> = [workflow.initial]
        var queue = [workflow.initial]
        while let state = queue.popLast() {
            for next in workflow.transitions(from: state).map(\.to) where reached.insert(next).inserted {
                queue.append(next)
            }
        }
        for entry in entries {
            guard let state = workflow.state(entry.key) else { continue }
            if !reached.contains(state.id) {
                problems.report(
                    entry.keyPlace,
                    Bilingual(
                        id: "'\(state.id)' tidak dapat dicapai dari '\(workflow.initial)'",
                        en: "'\(state.id)' cannot be reached from '\(workflow.initial)'"))
            }
            if !state.isFinal, workflow.transitions(from: state.id).isEmpty {
                problems.report(
                    entry.keyPlace,
                    Bilingual(
                        id: "'\(state.id)' tidak punya jalan keluar dan tidak ditandai final",
                        en: "'\(state.id)' has no way out and is not marked final"))
            }
        }
    }

    // MARK: Values

    private func entries(of node: Node) -> [Node.Entry] {
        if case .map(let entries) = node.value { return entries }
        _ = MapReader(node, problems)
        return []
    }

    private func listOrOne(_ node: Node) -> [Node] {
        if case .list(let list) = node.value { list } else { [node] }
    }

    private func choices<Choice: CaseIterable & RawRepresentable>(_ node: Node?) -> [Choice]
    where Choice.RawValue == String {
        node.map { listOrOne($0).compactMap { problems.choice($0) } } ?? []
    }

    private func bilingual(_ node: Node?) -> Bilingual {
        guard let node else { return Bilingual(id: "", en: "") }
        let map = MapReader(node, problems)
        defer { map.finish() }
        return Bilingual(id: map.text("id") ?? "", en: map.text("en") ?? "")
    }

    private func known(_ node: Node, among names: [String]) -> String? {
        guard let name = problems.text(node) else { return nil }
        if names.contains(name) { return name }
        problems.report(
            node.place, Bilingual(id: "'\(name)' tidak dikenal", en: "'\(name)' is unknown"),
            suggestion: nearest(to: name, among: names))
        return nil
    }

    private func stateName(_ node: Node) -> String? { known(node, among: stateNames) }

    private func dateName(_ node: Node) -> String? {
        known(node, among: ["valid_from", "valid_until"] + fields.filter { $0.kind == .date }.map(\.name))
    }

    private func span(_ node: Node) -> Span? {
        problems.parsed(
            node,
            as: Bilingual(
                id: "lama waktu seperti '15 kerja', '3 hari' atau '1 bulan'",
                en: "a length such as '15 kerja' (working days), '3 hari' (days) or '1 bulan' (months)")
        ) { text in Span(text).flatMap { $0.count > 0 ? $0 : nil } }
    }
}

extension Offset {
    fileprivate static let slaEnd = Offset(anchor: .sla, span: Span(0, .hari))

    fileprivate init(anchor: Anchor, span: Span) {
        self.anchor = anchor
        self.span = span
    }
}
