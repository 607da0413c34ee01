import Agreements
import Calendars
import Documents

extension WorkflowCheck {
    /// Whether everybody is told in time.
    func timeFindings() -> [WorkflowFinding] {
        workflow.states.filter { !$0.isFinal }.flatMap {
            reminders(of: $0) + escalation(of: $0) + lengths(of: $0) + end(of: $0)
        } + holidays()
    }

    private func reminders(of state: Workflow.State) -> [WorkflowFinding] {
        let place = file.place(["states", state.id])
        guard !state.reminders.isEmpty else {
            let isOnLadder = workflow.ladder.contains { $0.phases.contains(state.phase) }
            return [
                WorkflowFinding(
                    .noReminder, isOnLadder ? .warning : .error, at: place,
                    Bilingual(
                        id: "'\(state.id)' dapat tertahan tanpa ada yang diingatkan",
                        en: "a paper can stay in '\(state.id)' without anybody being reminded"),
                    fix: Bilingual(
                        id: "tambahkan sla dan remind, misalnya { at: [sla-5 kerja, sla], to: waiting_on }",
                        en: "add sla and remind, such as { at: [sla-5 kerja, sla], to: waiting_on }"))
            ]
        }
        var findings: [WorkflowFinding] = []
        var isWarnedInTime = state.sla == nil && state.until == nil
        for (index, reminder) in state.reminders.enumerated() {
            switch reminder.timing {
            case .on: isWarnedInTime = true
            case .every(_, let offset, _): isWarnedInTime = isWarnedInTime || offset.span.count < 0
            case .at(let offsets):
                for (position, offset) in offsets.enumerated() {
                    let place = file.place(["states", state.id, "remind", String(index), "at", String(position)])
                    isWarnedInTime = isWarnedInTime || offset.span.count <= 0
                    findings += [beforeEntry(offset, state, place), afterEnd(offset, state, place)].compactMap { $0 }
                }
            }
        }
        if !isWarnedInTime {
            findings.append(
                WorkflowFinding(
                    .warnedTooLate, .error, at: file.place(["states", state.id, "remind"]),
                    Bilingual(
                        id: "pengingat pertama '\(state.id)' datang sesudah tenggatnya",
                        en: "the first reminder of '\(state.id)' comes after its deadline"),
                    fix: Bilingual(
                        id: "tambahkan pengingat sebelum tenggat, misalnya sla-5 kerja atau H-30",
                        en: "add a reminder before the deadline, such as sla-5 kerja or H-30")))
        }
        return findings
    }

    func beforeEntry(_ offset: Offset, _ state: Workflow.State, _ place: Place) -> WorkflowFinding? {
        guard offset.anchor == .sla, let sla = state.sla else { return nil }
        let entered = Scenario.usualDay
        let due = calendar.adding(offset.span, to: calendar.adding(sla, to: entered))
        guard due < entered else { return nil }
        return WorkflowFinding(
            .reminderBeforeEntry, .error, at: place,
            Bilingual(
                id: "jatuh sebelum '\(state.id)' dimulai (sla \(sla)), jadi tidak pernah dikirim",
                en: "falls before '\(state.id)' begins (sla \(sla)), so it is never sent"),
            fix: Bilingual(id: "perpendek jaraknya atau perpanjang sla", en: "make it closer, or the sla longer"))
    }

    /// A reminder after the day on which the state ends by itself.
    func afterEnd(_ offset: Offset, _ state: Workflow.State, _ place: Place) -> WorkflowFinding? {
        guard offset.anchor == .end, offset.span.count > 0, let until = state.until else { return nil }
        let exits = workflow.transitions(from: state.id).filter(\.isAutomatic)
        guard let exit = exits.first(where: { $0.requirements.map(\.check) == [.passed(until)] }) else { return nil }
        return WorkflowFinding(
            .reminderAfterEnd, .error, at: place,
            Bilingual(
                id: "tidak pernah dikirim: sehari sesudah \(until), '\(exit.name)' sudah meninggalkan '\(state.id)'",
                en: "is never sent: the day after \(until), '\(exit.name)' has left '\(state.id)' already"),
            fix: Bilingual(
                id: "pindahkan ke keadaan '\(exit.to)', atau sebelum \(until)",
                en: "move it to the state '\(exit.to)', or before \(until)"))
    }

    private func lengths(of state: Workflow.State) -> [WorkflowFinding] {
        guard let sla = state.sla else { return [] }
        let start = Scenario.usualDay
        guard calendar.adding(sla, to: start) > start.adding(months: 12) else { return [] }
        return [
            WorkflowFinding(
                .longSLA, .warning, at: file.place(["states", state.id, "sla"]),
                Bilingual(
                    id: "sla \(sla) lebih lama daripada satu tahun masa berlaku",
                    en: "sla \(sla) is longer than a year's agreement"),
                fix: Bilingual(id: "perpendek, atau pakai until", en: "make it shorter, or use until"))
        ]
    }

    /// A paper that ends on a date without anybody having been told of that date.
    private func end(of state: Workflow.State) -> [WorkflowFinding] {
        guard state.until == nil else { return [] }
        for exit in workflow.transitions(from: state.id) where exit.isAutomatic {
            guard workflow.state(exit.to)?.phase == .closed, workflow.attached == nil else { continue }
            for case .passed(let date) in exit.requirements.map(\.check) {
                return [
                    WorkflowFinding(
                        .endsUnannounced, .warning, at: file.place(["states", state.id]),
                        Bilingual(
                            id: "'\(state.id)' berakhir sendiri setelah \(date) tanpa pengingat menjelang tanggal itu",
                            en: "'\(state.id)' ends by itself after \(date), and no reminder leads up to that date"),
                        fix: Bilingual(
                            id: "tambahkan until: \(date) dan remind: [{ at: [H-30, H-7], to: waiting_on }]",
                            en: "add until: \(date) and remind: [{ at: [H-30, H-7], to: waiting_on }]"))
                ]
            }
        }
        return []
    }

    private func holidays() -> [WorkflowFinding] {
        guard let holidays = surroundings.holidays else { return [] }
        let next = surroundings.today.year + 1
        guard !holidays.years.contains(next) else { return [] }
        return [
            WorkflowFinding(
                .holidaysMissing, .warning, at: file.place([]),
                Bilingual(
                    id: "hari libur \(next) belum ada: hari kerja tahun itu dihitung tanpa libur dan cuti bersama",
                    en: "the holidays of \(next) are missing: its working days are counted without any"),
                fix: Bilingual(
                    id: "tambahkan Config/holidays/\(next).csv begitu SKB tiga menteri terbit",
                    en: "add Config/holidays/\(next).csv as soon as the three ministers' decree is out"))
        ]
    }
}
