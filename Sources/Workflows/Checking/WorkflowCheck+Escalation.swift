import Agreements
import Documents

extension WorkflowCheck {
    /// Whether somebody else is told where those who are waited for do not act.
    func escalation(of state: Workflow.State) -> [WorkflowFinding] {
        guard !state.escalation.isEmpty else {
            return state.sla == nil || state.waitingOn.isEmpty ? [] : [noEscalation(state)]
        }
        return state.escalation.enumerated().flatMap { index, step in
            let path = ["states", state.id, "escalate", String(index)]
            return [toNobody(step, state, path), never(step, state, path)].compactMap { $0 }
        }
    }

    private func noEscalation(_ state: Workflow.State) -> WorkflowFinding {
        WorkflowFinding(
            .noEscalation, .warning, at: file.place(["states", state.id]),
            Bilingual(
                id:
                    "bila \(names(state.waitingOn)) tidak bertindak di '\(state.id)', tidak ada atasan yang diberi tahu",
                en: "if \(names(state.waitingOn)) do not act in '\(state.id)', nobody above them is told"),
            fix: Bilingual(
                id: "tambahkan escalate, misalnya [{ after: sla+3 kerja, to: [secretary] }]",
                en: "add escalate, such as [{ after: sla+3 kerja, to: [secretary] }]"))
    }

    private func toNobody(
        _ step: EscalationStep, _ state: Workflow.State, _ path: [String]
    ) -> WorkflowFinding? {
        guard step.to.allSatisfy(state.waitingOn.contains) else { return nil }
        return WorkflowFinding(
            .escalatesToNobody, .error, at: file.place(path + ["to"]),
            Bilingual(
                id: "langkah ini hanya kembali kepada yang sudah ditunggu",
                en: "this step only goes back to those who are waited for"),
            fix: Bilingual(
                id: "sebut peran lain, atau jadikan ini pengingat di remind",
                en: "name another role, or make it a reminder under remind"))
    }

    /// A step that comes before the state begins, after it ends, or after more reminders than there are.
    private func never(_ step: EscalationStep, _ state: Workflow.State, _ path: [String]) -> WorkflowFinding? {
        switch step.trigger {
        case .after(let offset):
            let place = file.place(path + ["after"])
            return beforeEntry(offset, state, place) ?? afterEnd(offset, state, place)
        case .unanswered(let count):
            let own = state.reminders.filter { $0.reachesOffice(of: state) }
            let reminders = own.reduce(0) { $0 + $1.timing.count }
            // Fixed dates come again.
            guard reminders < count, !own.contains(where: \.timing.isYearly) else { return nil }
            return WorkflowFinding(
                .neverEscalates, .error, at: file.place(path + ["unanswered"]),
                Bilingual(
                    id: "tidak pernah: '\(state.id)' hanya mengingatkan \(names(state.waitingOn)) \(reminders) kali",
                    en: "never comes: '\(state.id)' reminds \(names(state.waitingOn)) only \(reminders) times"),
                fix: Bilingual(
                    id: "tambahkan pengingat bagi yang ditunggu, atau kurangi unanswered",
                    en: "add reminders to those who are waited for, or make unanswered less"))
        }
    }
}
