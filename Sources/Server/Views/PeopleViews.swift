import Agreements
import Calendars
import Documents
import Ledger

/// A person; the key by which they can end mail is theirs alone.
struct PersonView: Encodable {
    struct Name: Encodable {
        var id: String
        var name: String

        init(_ id: String, _ people: [String: Person]) {
            self.id = id
            name = people[id]?.name ?? id
        }
    }

    struct Absence: Encodable {
        var from: Day
        var until: Day
        var substitute: Name
    }

    let person: Person
    /// Who stands in for them today.
    var away: Absence?

    enum CodingKeys: String, CodingKey {
        case id, name, roles, regions, email, language, mail
        case digestHour = "digest_hour"
        case quietFrom = "quiet_from"
        case quietUntil = "quiet_until"
        case away
        case createdAt = "created_at"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(person.id, forKey: .id)
        try container.encode(person.name, forKey: .name)
        try container.encode(person.roles, forKey: .roles)
        try container.encode(person.regions, forKey: .regions)
        try container.encode(person.email, forKey: .email)
        try container.encode(person.language, forKey: .language)
        try container.encode(person.mail, forKey: .mail)
        try container.encode(person.digestHour, forKey: .digestHour)
        try container.encode(person.quietFrom, forKey: .quietFrom)
        try container.encode(person.quietUntil, forKey: .quietUntil)
        try container.encode(away, forKey: .away)
        try container.encode(person.createdAt, forKey: .createdAt)
    }
}

struct DelegationView: Encodable {
    var id: String
    var person: PersonView.Name
    var substitute: PersonView.Name
    var from: Day
    var until: Day
    var reason: String?
    var created_by: Actor
    var created_at: Instant

    init(_ delegation: Delegation, _ people: [String: Person]) {
        id = delegation.id
        person = .init(delegation.person, people)
        substitute = .init(delegation.substitute, people)
        from = delegation.from
        until = delegation.until
        reason = delegation.reason
        created_by = delegation.createdBy
        created_at = delegation.createdAt
    }
}

/// A mail without its bytes, which hold the key of whom it is to.
struct MailView: Encodable {
    let mail: Mail
    let people: [String: Person]

    enum CodingKeys: String, CodingKey {
        case id, to, subject, state, attempts
        case dueAt = "due_at"
        case createdAt = "created_at"
        case lastReply = "last_reply"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(mail.id, forKey: .id)
        try container.encode(PersonView.Name(mail.person, people), forKey: .to)
        try container.encode(mail.subject, forKey: .subject)
        try container.encode(mail.state, forKey: .state)
        try container.encode(mail.attempts, forKey: .attempts)
        try container.encode(mail.dueAt, forKey: .dueAt)
        try container.encode(mail.createdAt, forKey: .createdAt)
        try container.encode(mail.lastReply, forKey: .lastReply)
    }
}

/// What one person is told by mail.
struct NoticeView: Encodable {
    struct MailSummary: Encodable {
        var id: String
        var state: Mail.State
        /// nil for whoever may know of one reminder: a summary tells of others too.
        var subject: String?
        var lastReply: String?

        enum CodingKeys: String, CodingKey {
            case id, state, subject
            case lastReply = "last_reply"
        }
    }

    let notice: Notice
    let person: PersonView.Name
    let mail: MailSummary?
    let language: Language

    /// - Parameter showsMail: whether the mail's subject and what the server said of it are shown too.
    init(_ notice: Notice, person: Person?, mail: Mail?, showsMail: Bool = false, _ language: Language) {
        self.notice = notice
        self.person = .init(notice.person, person.map { [$0.id: $0] } ?? [:])
        self.mail = mail.map {
            MailSummary(
                id: $0.id, state: $0.state, subject: showsMail ? $0.subject : nil,
                lastReply: showsMail ? $0.lastReply : nil)
        }
        self.language = language
    }

    enum CodingKeys: String, CodingKey {
        case id, person
        case onBehalfOf = "on_behalf_of"
        case reminder = "reminder_id"
        case agreementID = "agreement_id"
        case ref, title, region, role, say, deadline
        case isEstimated = "estimated"
        case isUrgent = "urgent"
        case insteadOf = "instead_of"
        case late, collapsed, state
        case dueAt = "due_at"
        case createdAt = "created_at"
        case mail
    }

    func encode(to encoder: any Encoder) throws {
        let content = notice.content
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(notice.id, forKey: .id)
        try container.encode(person, forKey: .person)
        try container.encode(content.onBehalfOf, forKey: .onBehalfOf)
        try container.encode(content.reminder, forKey: .reminder)
        try container.encode(content.agreement, forKey: .agreementID)
        try container.encode(content.ref, forKey: .ref)
        try container.encode(content.title, forKey: .title)
        try container.encode(content.region, forKey: .region)
        try container.encode(content.role, forKey: .role)
        try container.encode(content.say.text(language), forKey: .say)
        try container.encode(content.deadline, forKey: .deadline)
        try container.encode(content.isEstimated, forKey: .isEstimated)
        try container.encode(content.isUrgent, forKey: .isUrgent)
        try container.encode(content.insteadOf, forKey: .insteadOf)
        try container.encode(content.late, forKey: .late)
        try container.encode(content.collapsed, forKey: .collapsed)
        try container.encode(notice.state, forKey: .state)
        try container.encode(notice.dueAt, forKey: .dueAt)
        try container.encode(content.createdAt, forKey: .createdAt)
        try container.encode(mail, forKey: .mail)
    }
}
