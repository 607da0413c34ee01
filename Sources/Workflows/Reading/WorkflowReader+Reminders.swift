import Agreements
import Calendars
import Documents

extension WorkflowReader {
    func readLadder(_ node: Node, index: Int) -> PhaseReminder {
        let map = MapReader(node, problems)
        let phases: [Phase] = choices(map.required("in"))
        return PhaseReminder(
            rule: readRule(map, id: "calendar/\(index)", hasSLA: false, hasEnd: false), phases: phases)
    }

    func readRule(_ map: MapReader, id: String, hasSLA: Bool, hasEnd: Bool) -> ReminderRule {
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
            let count = Int(min(50, Swift.max(1, max)))
            let every = map.required("every").flatMap(span) ?? Span(1, .hari)
            // A length that can be written is ten years at most.
            if Span(Span(every.count * count, every.unit).description) == nil, let node = map.optional("max") {
                problems.report(
                    node.place,
                    Bilingual(
                        id: "pengingat terakhir lebih dari sepuluh tahun lagi",
                        en: "the last reminder is more than ten years away"))
            }
            timing = .every(every, after: map.required("after").flatMap(offset) ?? Offset.slaEnd, max: count)
        } else if map.has("on") {
            let what = Bilingual(id: "tanggal seperti \"12-31\"", en: "a date such as \"12-31\"")
            timing = .on(distinct(items(map.required("on"))) { problems.parsed($0, as: what) { MonthDay($0) } })
        } else {
            timing = .at(distinct(items(map.required("at")), offset))
        }
        let to: ReminderRule.Recipients =
            if let node = map.required("to") {
                node.value == .text("waiting_on") ? .waitingOn : .roles(choices(node))
            } else { .waitingOn }
        return ReminderRule(
            id: id, timing: timing, to: to, say: map.optional("say").map { bilingual($0) },
            shift: map.optionalChoice("shift") ?? .before)
    }

    /// Each reminder is planned anew with every change of a record.
    func reportTooMany(_ rules: [ReminderRule], at place: Place) {
        guard rules.reduce(0, { $0 + $1.timing.count }) > WorkflowReader.surveyable else { return }
        problems.report(
            place,
            Bilingual(
                id: "lebih dari \(WorkflowReader.surveyable) pengingat",
                en: "more than \(WorkflowReader.surveyable) reminders"))
    }

    private func distinct<Value: Equatable>(_ nodes: [Node], _ read: (Node) -> Value?) -> [Value] {
        var values: [Value] = []
        for node in nodes {
            guard let value = read(node) else { continue }
            if values.contains(value) {
                reportTwice(node, problems.text(node) ?? "")
            } else {
                values.append(value)
            }
        }
        return values
    }
}

extension ReminderRule.Timing {
    /// How many reminders it makes, of those on fixed dates in a year.
    fileprivate var count: Int {
        switch self {
        case .at(let offsets): offsets.count
        case .every(_, _, let max): max
        case .on(let dates): dates.count
        }
    }
}

extension Offset {
    fileprivate static let slaEnd = Offset(anchor: .sla, span: Span(0, .hari))

    fileprivate init(anchor: Anchor, span: Span) {
        self.anchor = anchor
        self.span = span
    }
}
