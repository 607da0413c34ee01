import Agreements
import Calendars
import Documents
import Engine
import Ledger

/// A reminder: what comes, to whom, why, and what became of what should have come.
struct ReminderView: Encodable {
    let reminder: Reminder
    /// Who is told of it, as things stand; empty for what has ended.
    let recipients: [Directory.Recipient]
    /// Why it comes, or what became of it.
    let explanation: Bilingual
    let language: Language
    /// Who was told and will be; nil where it is one of many.
    var notices: [NoticeView]?

    init(_ reminder: Reminder, _ sentences: ReminderSentences, at now: Instant, _ language: Language) {
        self.reminder = reminder
        recipients = sentences.recipients(of: reminder, at: now)
        explanation = sentences.explanation(of: reminder)
        self.language = language
    }

    private struct RecipientView: Encodable {
        var id: String
        var name: String
        /// For whom, where somebody stands in.
        var on_behalf_of: String?
    }

    enum CodingKeys: String, CodingKey {
        case id
        case agreementID = "agreement_id"
        case ref, region
        case dueAt = "due_at"
        case rule, recipient, state, reason, say, deadline
        case agreementState = "agreement_state"
        case insteadOf = "instead_of"
        case isEstimated = "estimated"
        case isConditional = "conditional"
        case plannedAt = "planned_at"
        case sentAt = "sent_at"
        case timesSent = "times_sent"
        case timesSnoozed = "times_snoozed"
        case endedAt = "ended_at"
        case late
        case collapsedInto = "collapsed_into"
        case to, explanation, notices
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(reminder.id, forKey: .id)
        try container.encode(reminder.agreement, forKey: .agreementID)
        try container.encodeIfPresent(reminder.ref, forKey: .ref)
        try container.encode(reminder.region, forKey: .region)
        try container.encode(reminder.dueAt, forKey: .dueAt)
        try container.encode(reminder.rule, forKey: .rule)
        try container.encode(reminder.recipient, forKey: .recipient)
        try container.encode(reminder.state, forKey: .state)
        try container.encode(reminder.reason, forKey: .reason)
        try container.encode(reminder.say.text(language), forKey: .say)
        try container.encode(reminder.deadline, forKey: .deadline)
        try container.encode(reminder.agreementState, forKey: .agreementState)
        try container.encode(reminder.insteadOf, forKey: .insteadOf)
        try container.encode(reminder.isEstimated, forKey: .isEstimated)
        try container.encode(reminder.isConditional, forKey: .isConditional)
        try container.encode(reminder.plannedAt, forKey: .plannedAt)
        try container.encode(reminder.sentAt, forKey: .sentAt)
        try container.encode(reminder.timesSent, forKey: .timesSent)
        try container.encode(reminder.timesSnoozed, forKey: .timesSnoozed)
        try container.encode(reminder.endedAt, forKey: .endedAt)
        try container.encode(reminder.late, forKey: .late)
        try container.encode(reminder.collapsedInto, forKey: .collapsedInto)
        try container.encode(
            recipients.map {
                RecipientView(id: $0.person.id, name: $0.person.name, on_behalf_of: $0.onBehalfOf?.name)
            }, forKey: .to)
        try container.encode(explanation.text(language), forKey: .explanation)
        try container.encodeIfPresent(notices, forKey: .notices)
    }
}
