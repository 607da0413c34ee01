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
        func offset(_ node: Node) -> Offset? { readOffset(node, hasSLA: hasSLA, hasEnd: hasEnd) }
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
            shift: map.optionalChoice("shift") ?? .before, unless: readUnless(map))
    }

    /// - Returns: nil for a step that says no time, or two.
    func readEscalation(_ map: MapReader, id: String, hasSLA: Bool, hasEnd: Bool) -> EscalationStep? {
        defer { map.finish() }
        let after = map.optional("after").map { readOffset($0, hasSLA: hasSLA, hasEnd: hasEnd) }
        let unanswered = map.optional("unanswered").map(readCount)
        let to: [Role] = choices(map.required("to"))
        let say = map.optional("say").map { bilingual($0) }
        let shift: Shift? = map.optionalChoice("shift")
        let unless = readUnless(map)
        if (after == nil) == (unanswered == nil) {
            problems.report(
                map.node.place,
                Bilingual(
                    id: "satu langkah memuat after atau unanswered, salah satu",
                    en: "a step holds either after or unanswered"))
        }
        let trigger: EscalationStep.Trigger? =
            if let after { after.map { .after($0) } } else { unanswered.flatMap { $0.map { .unanswered($0) } } }
        // What comes after a closed day is never earlier than it says.
        return trigger.map {
            EscalationStep(id: id, trigger: $0, to: to, say: say, shift: shift ?? .after, unless: unless)
        }
    }

    private func readUnless(_ map: MapReader) -> Guard? {
        map.optional("unless").flatMap { readGuard($0, for: .reminder) }
    }

    private func readCount(_ node: Node) -> Int? {
        guard let count = problems.integer(node) else { return nil }
        if (1...50).contains(count) { return Int(count) }
        problems.report(node.place, Bilingual(id: "harus 1 sampai 50", en: "must be 1 to 50"))
        return nil
    }

    private func readOffset(_ node: Node, hasSLA: Bool, hasEnd: Bool) -> Offset? {
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

    /// Each reminder is planned anew with every change of a record.
    func reportTooMany(_ rules: [ReminderRule], _ escalation: [EscalationStep], at place: Place) {
        guard rules.reduce(escalation.count, { $0 + $1.timing.count }) > WorkflowReader.surveyable else { return }
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
    var count: Int {
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
