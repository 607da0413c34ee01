import Agreements
import Calendars
import Documents

extension WorkflowReader {
    func readScenario(_ node: Node) -> Scenario {
        let map = MapReader(node, problems)
        defer { map.finish() }
        let steps = map.optional("do").map { listOrOne($0).compactMap(readStep) } ?? []
        return Scenario(
            name: map.text("name") ?? "", given: readGiven(map.optional("given")), steps: steps,
            pass: map.optional("pass").flatMap(span), expect: readExpectation(map.required("expect")),
            place: node.place)
    }

    private func readGiven(_ node: Node?) -> Scenario.Given {
        let map = MapReader(node ?? Node(Node.Value.map([]), at: Place()), problems)
        defer { map.finish() }
        let on = map.optional("on").flatMap(day) ?? Scenario.usualDay
        let fields = map.optional("fields").map(entries(of:)) ?? []
        return Scenario.Given(
            state: map.optional("state").flatMap { stateName($0) }, on: on,
            validFrom: map.optional("valid_from").flatMap(day), validUntil: map.optional("valid_until").flatMap(day),
            dueOn: map.optional("due_on").flatMap(day), fields: .init(fields.compactMap(readField)) { $1 },
            documents: map.optional("documents").map { listOrOne($0).compactMap(word) } ?? [],
            signed: map.optional("signed").map { listOrOne($0).flatMap(readSigned) } ?? [],
            isNumbered: map.optionalBool("numbered") ?? false, members: whole("members", 0...1_000_000_000, map),
            funding: items(map.optional("funding")).compactMap { readFunding($0, on) })
    }

    private func whole(_ key: String, _ range: ClosedRange<Int64>, _ map: MapReader) -> Int64? {
        guard let node = map.optional(key), let number = problems.integer(node) else { return nil }
        if range.contains(number) { return number }
        problems.report(
            node.place,
            Bilingual(
                id: "harus \(range.lowerBound) sampai \(range.upperBound)",
                en: "must be \(range.lowerBound) to \(range.upperBound)"))
        return nil
    }

    private func word(_ node: Node) -> String? { problems.text(node) }

    private func readField(_ entry: Node.Entry) -> (String, FieldValue)? {
        guard let field = fields.first(where: { $0.name == entry.key }) else {
            problems.report(
                entry.keyPlace, Bilingual(id: "'\(entry.key)' tidak dikenal", en: "'\(entry.key)' is unknown"),
                suggestion: nearest(to: entry.key, among: fields.map(\.name)))
            return nil
        }
        return FieldValue(entry.value, as: field.kind, problems).map { (entry.key, $0) }
    }

    private func readSigned(_ node: Node) -> [String] {
        known(node, among: Scenario.parties + ["all"]).map { $0 == "all" ? Scenario.parties : [$0] } ?? []
    }

    private func readFunding(_ node: Node, _ on: Day) -> FundingLine? {
        let map = MapReader(node, problems)
        defer { map.finish() }
        let stage: FundingStage? = map.choice("stage")
        let amount = whole("amount", 0...1_000_000_000_000_000, map) ?? 0
        let year = whole("fiscal_year", 2000...2100, map).map { Int($0) } ?? on.year
        return stage.map { FundingLine(source: .apbdII, fiscalYear: year, amount: amount, stage: $0) }
    }

    /// `finalise by coordinator`, `acknowledge by unit_pic`, or `pass 12 kerja` in between.
    private func readStep(_ node: Node) -> Scenario.Step? {
        guard let text = problems.text(node) else { return nil }
        let parts = text.split(separator: " ")
        func word(_ index: Int) -> Node { Node(Node.Value.text(String(parts[index])), at: node.place) }
        if parts.count == 3, parts[0] == "pass" {
            return span(Node(Node.Value.text("\(parts[1]) \(parts[2])"), at: node.place)).map { .pass($0) }
        }
        guard parts.count == 3, parts[1] == "by" else {
            problems.report(
                node.place,
                Bilingual(
                    id: "'\(text)' bukan langkah seperti 'finalise by coordinator'",
                    en: "'\(text)' is not a step such as 'finalise by coordinator'"))
            return nil
        }
        if parts[0] == "acknowledge", !transitionNames.contains("acknowledge") {
            return problems.choice(word(2)).map { .acknowledge(by: $0) }
        }
        guard let transition = transitionName(word(0)), let role: Role = problems.choice(word(2)) else { return nil }
        return .take(transition, by: role)
    }

    private func readExpectation(_ node: Node?) -> Scenario.Expectation {
        let map = MapReader(node ?? Node(.map([]), at: Place()), problems)
        defer { map.finish() }
        let expectation = Scenario.Expectation(
            state: map.optional("state").flatMap { stateName($0) },
            waitingOn: map.optional("waiting_on").map { choices($0) },
            blocked: map.optional("blocked").map { listOrOne($0).compactMap(word) },
            reminded: map.optional("reminded").map { choices($0) },
            notReminded: map.optional("not_reminded").map { choices($0) },
            escalatedTo: map.optional("escalated_to").map { choices($0) })
        if node != nil, expectation == Scenario.Expectation() {
            problems.report(
                map.node.place,
                Bilingual(
                    id: "sebut sedikitnya satu dari state, waiting_on, blocked, reminded, not_reminded, escalated_to",
                    en: "give at least one of state, waiting_on, blocked, reminded, not_reminded, escalated_to"))
        }
        return expectation
    }
}

extension Scenario {
    /// The parties of the sample that a scenario plays on.
    static let parties = ["region", "bpjs"]
    /// Where the file names no day: a Monday with a working week ahead.
    static let usualDay = Day(year: 2026, month: 3, day: 2) ?? Day(number: 0)
}
