public import Agreements
public import Calendars

/// Everything that one command changes. It is committed whole.
public struct Change: Sendable {
    public var agreement: AgreementWrite?
    public var endpoint: EndpointWrite?
    /// Events of the past that are to be sent again.
    public var replay: DeliveryReplay?
    /// Who is told, and who stands in.
    public var people: [PeopleWrite] = []
    /// What that does to who is let in, and what the access log says of it.
    public var access: [AccessWrite] = []
    /// In order; `seq` and `subjectSeq` are given when they are committed.
    public var events: [Event]
    public var reminders: [ReminderWrite]
    /// What people are to be told by mail.
    public var notices: [Notice] = []
    /// Offices that turned out to be vacant, or held again.
    public var vacancies: [VacancyWrite] = []
    public var holidays: HolidayFile?
    /// Whom an event is sent to. Pure; called inside the transaction, once the event's number is known.
    public var outbox: @Sendable (Event) -> Outbox
    public var idempotency: (key: IdempotencyKey, result: IdempotentResult)?
    /// The digest of the rules by which reminders were planned; refused if others have come into force meanwhile.
    public var rules: String?

    public init(
        agreement: AgreementWrite? = nil, endpoint: EndpointWrite? = nil, events: [Event] = [],
        reminders: [ReminderWrite] = [], outbox: @escaping @Sendable (Event) -> Outbox = { _ in Outbox() },
        idempotency: (key: IdempotencyKey, result: IdempotentResult)? = nil
    ) {
        self.agreement = agreement
        self.endpoint = endpoint
        self.events = events
        self.reminders = reminders
        self.outbox = outbox
        self.idempotency = idempotency
    }
}

/// A new snapshot of an agreement, which replaces exactly the version it was made from.
public struct AgreementWrite: Sendable {
    public var agreement: Agreement
    /// Must be the stored version; 0 for an agreement that is new. The version may stay as it is, where only what follows
    /// from the rules has changed.
    public var replacing: Int
    /// The roles that it waits for, so that it can be found by them.
    public var waitingOn: [Role]
    /// What it waits for, so that it can be found by that.
    public var awaited: [AwaitedRequirement]
    /// Its money year by year, so that regions and the nation can be added up; nil where neither money nor members have
    /// changed, and what is kept still holds.
    public var runways: [Runway]?
    /// What offices must do for it; nil where that is not known, and what is kept still holds.
    public var work: [WorkItem]?
    /// When it must have left its state; nil where there is no such day.
    public var deadline: Day?
    /// The words by which it is found; nil where they are as before.
    public var words: Set<String>?
    /// What does not add up in it today; nil where that is not known, and what is kept still holds.
    public var findings: [Finding]?
    /// Whether all that is kept along with the record is written, and not only what its events concern: of a new one, and
    /// where rules have come into force.
    public var isWhole: Bool

    public init(
        agreement: Agreement, replacing: Int, waitingOn: [Role], awaited: [AwaitedRequirement] = [],
        runways: [Runway]? = nil, work: [WorkItem]? = nil, deadline: Day? = nil, words: Set<String>? = nil,
        findings: [Finding]? = nil
    ) {
        self.agreement = agreement
        self.replacing = replacing
        self.waitingOn = waitingOn
        self.awaited = awaited
        self.runways = runways
        self.work = work
        self.deadline = deadline
        self.words = words
        self.findings = findings
        isWhole = replacing == 0
    }
}

public enum EndpointWrite: Sendable {
    /// - Parameter forgetsHealth: how it did so far says nothing of how it will do.
    case save(WebhookEndpoint, forgetsHealth: Bool = false)
    case delete(String)
}

public enum PeopleWrite: Sendable, Equatable {
    case save(Person)
    /// Their delegations go with them.
    case delete(String)
    case saveDelegation(Delegation)
    case deleteDelegation(String)
}

public enum VacancyWrite: Sendable, Equatable {
    case open(Vacancy, at: Instant)
    case close(Vacancy)
}

public enum ReminderWrite: Sendable {
    /// One that is missed from the beginning has never been open.
    case plan(Reminder)
    /// Ends a planned or snoozed reminder; one that has ended already stays as it is.
    case end(id: String, as: Reminder.State, at: Instant)
    /// Its time has come: the change is committed only if it is still open.
    case fire(id: String, late: Lateness?, at: Instant)
    /// Its time has passed, and a newer one of the same deadline stands for it: committed only if it is still open.
    case collapse(id: String, into: String, late: Lateness, at: Instant)
    /// Somebody has seen it, whether it was sent yet or not.
    case acknowledge(id: String, by: String, at: Instant)
    /// Plans it anew at a later time.
    case snooze(id: String, until: Instant, reason: String)

    /// The reminder it is about.
    public var id: String {
        switch self {
        case .plan(let reminder): reminder.id
        case .end(let id, _, _), .fire(let id, _, _), .collapse(let id, _, _, _), .acknowledge(let id, _, _),
            .snooze(let id, _, _):
            id
        }
    }
}

/// What a client calls a request, so that sending it twice does it once.
public struct IdempotencyKey: Sendable, Hashable {
    /// The token that sent it; two clients may use the same key.
    public var owner: String
    public var key: String

    public init(owner: String, key: String) {
        self.owner = owner
        self.key = key
    }
}

/// What a request did, kept beside its key.
public struct IdempotentResult: Sendable, Equatable, Codable {
    /// SHA-256 of method, path and body: the same key with another request is a mistake.
    public var fingerprint: String
    /// The agreement, endpoint, reminder, person or delegation it changed.
    public var subject: String
    /// The agreement's version afterwards.
    public var version: Int

    public init(fingerprint: String, subject: String, version: Int) {
        self.fingerprint = fingerprint
        self.subject = subject
        self.version = version
    }
}
