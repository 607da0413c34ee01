import Agreements
import Calendars
import Documents
import Ledger
import Logging
import Notices
import Workflows

/// What telling of reminders takes, read once for many of them.
struct Telling {
    let directory: Directory
    /// Offices that are known to be vacant.
    var vacancies: Set<Vacancy>
    let rules: RuleBook
    let life: SignsOfLife
    var now: Instant
    /// How many mails people got today, by their ids.
    var mailsToday: [String: Int] = [:]
}

extension Engine {
    func telling() async throws -> Telling {
        Telling(
            directory: try await directory(), vacancies: try await ledger.vacancies(), rules: rules,
            life: signsOfLife, now: clock.now())
    }

    /// Turns the reminders of an agreement whose time has come into events.
    func change(telling due: DueReminders, _ telling: inout Telling) async throws -> Change {
        let needless: Set<String>
        do { needless = try await self.needless(due) } catch let error where !(error is CancellationError) {
            // Told once too often is better than never.
            logger.error(
                "whether reminders still hold cannot be said; they are sent",
                metadata: ["agreement": "\(due.agreement)", "error": "\(error)"])
            needless = []
        }
        let firing = Firing(due.reminders.filter { !needless.contains($0.id) }, telling.life, at: telling.now)
        var change = Change()
        change.reminders =
            needless.sorted().map { .end(id: $0, as: .cancelled, at: telling.now) }
            + firing.collapsed.map { .collapse(id: $0.reminder.id, into: $0.into, late: $0.late, at: telling.now) }
        for told in firing.told {
            try await add(told, of: due, to: &change, &telling)
            metrics.fired(lateness: telling.now - told.reminder.dueAt)
        }
        metrics.missed(firing.collapsed.count)
        return change
    }

    /// The event is written only if the reminder is still open, so that one that was superseded meanwhile stays silent.
    private func add(
        _ told: Firing.Told, of due: DueReminders, to change: inout Change, _ telling: inout Telling
    ) async throws {
        let reminder = told.reminder
        let today = telling.rules.reference.regions.zone(of: reminder.region).day(at: telling.now)
        let recipients = telling.directory.recipients(of: reminder.recipient, in: reminder.region, on: today)
        let notice = ReminderNotice(
            reminderID: reminder.id, rule: reminder.rule, recipient: reminder.recipient, dueAt: reminder.dueAt,
            deadline: reminder.deadline, state: reminder.agreementState, say: reminder.say,
            insteadOf: reminder.insteadOf.isEmpty ? nil : reminder.insteadOf,
            isEstimated: reminder.isEstimated ? true : nil, late: told.late,
            collapsed: told.collapsed > 0 ? told.collapsed : nil,
            told: recipients.isEmpty
                ? nil : recipients.map { .init(name: $0.person.name, onBehalfOf: $0.onBehalfOf?.name) })
        func event(_ subject: Event.Subject, _ data: EventData) -> Event {
            Event(
                id: .init(rawValue: mint.id("evt", at: telling.now)), subject: subject, ref: reminder.ref,
                region: reminder.region, version: due.version, recordedAt: telling.now, effectiveOn: today,
                actor: .system, workflow: due.structure, data: data)
        }
        change.events.append(
            event(
                .agreement(due.agreement),
                reminder.insteadOf.isEmpty ? .reminderDue(notice) : .reminderEscalated(notice)))
        change.reminders.append(.fire(id: reminder.id, late: told.late, at: telling.now))
        let isUrgent = reminder.isUrgent(on: today, telling.rules.calendar)
        for recipient in recipients {
            let content = Notice.Content(told, of: due, to: recipient, isUrgent: isUrgent, at: telling.now)
            change.notices.append(try await addressed(content, to: recipient, &telling))
        }

        let vacancy = Vacancy(role: reminder.recipient, region: reminder.region)
        if telling.directory.isEmpty || telling.directory.isHeld(vacancy.role, in: vacancy.region) {
            if telling.vacancies.remove(vacancy) != nil { change.vacancies.append(.close(vacancy)) }
        } else {
            if telling.vacancies.insert(vacancy).inserted {
                change.vacancies.append(.open(vacancy, at: telling.now))
                change.events.append(event(.region(vacancy.region), .roleVacant(vacancy)))
            }
            // The event is told once; each reminder that reaches nobody goes to who can find somebody.
            for coordinator in telling.directory.recipients(of: .coordinator, in: vacancy.region, on: today) {
                var content = Notice.Content(told, of: due, to: coordinator, isUrgent: isUrgent, at: telling.now)
                content.role = .coordinator
                content.say = Bilingual(
                    id: "Belum ada pejabat untuk \(vacancy.role.label.id), jadi ini tidak sampai: \(reminder.say.id)",
                    en: "Nobody is entered for the \(vacancy.role.label.en), so this reaches no one: \(reminder.say.en)"
                )
                change.notices.append(try await addressed(content, to: coordinator, &telling))
            }
        }
    }

    private func addressed(
        _ content: Notice.Content, to recipient: Directory.Recipient, _ telling: inout Telling
    ) async throws -> Notice {
        let person = recipient.person
        let (zone, now) = (telling.rules.zone(of: person), telling.now)
        let isMailed = sendsMail && person.mailAddress != nil
        var mailsToday = telling.mailsToday[person.id] ?? 0
        if isMailed, content.isUrgent, telling.mailsToday[person.id] == nil {
            mailsToday = try await ledger.mailCount(
                since: zone.instant(of: zone.day(at: now)), until: now, to: person.id)
            telling.mailsToday[person.id] = mailsToday
        }
        let schedule = NoticeSchedule(calendar: telling.rules.calendar)
        func due(_ isUrgent: Bool) -> Instant {
            schedule.dueAt(isUrgent: isUrgent, for: person, in: zone, at: now, urgentToday: mailsToday)
        }
        var dueAt = due(content.isUrgent)
        // A digest that comes when it is too late is none.
        if let deadline = content.deadline, zone.day(at: now) <= deadline, zone.day(at: dueAt) > deadline {
            dueAt = due(true)
        }
        return Notice(
            id: mint.id("ntc", at: now), person: person.id, onBehalfOf: recipient.onBehalfOf?.id, content: content,
            state: isMailed ? .waiting : .dropped, dueAt: dueAt)
    }

    /// Those of which the record says, now that their time has come, that nobody need be told: their condition is met, or
    /// the paper has moved on since they were put off.
    private func needless(_ due: DueReminders) async throws -> Set<String> {
        let conditional = due.reminders.filter { $0.isConditional || $0.state == .snoozed }
        guard !conditional.isEmpty, let agreement = try await ledger.agreement(due.agreement.rawValue) else {
            return []
        }
        let day = (agreement.insuredUntil ?? rules.zone(of: agreement).day(at: clock.now())) + 1
        let successor = PaperCover.successor(
            of: agreement.id, among: try await papers(beside: agreement, on: day))
        let plan = rules.plan(
            agreement, try workflow(of: agreement), at: clock.now(), successor: Facts.Succession(successor))
        let wanted = Set(plan.map(\.key))
        return Set(conditional.filter { !wanted.contains($0.key) }.map(\.id))
    }
}

extension Facts.Succession {
    fileprivate init(_ successor: PaperCover?) {
        self = successor.map { $0.isSigned ? .signed : .started } ?? Facts.Succession.none
    }
}

extension Notice.Content {
    fileprivate init(
        _ told: Firing.Told, of due: DueReminders, to recipient: Directory.Recipient, isUrgent: Bool, at now: Instant
    ) {
        let reminder = told.reminder
        self.init(
            reminder: reminder.id, agreement: due.agreement, ref: reminder.ref, title: due.title,
            region: reminder.region, role: reminder.recipient, say: reminder.say, deadline: reminder.deadline,
            isEstimated: reminder.isEstimated, isUrgent: isUrgent, insteadOf: reminder.insteadOf,
            onBehalfOf: recipient.onBehalfOf?.name, late: told.late,
            dueAt: told.late == nil ? nil : reminder.dueAt, collapsed: told.collapsed, harm: due.harm,
            createdAt: now)
    }
}

extension Reminder {
    /// The working day before the deadline and later, and whatever escalates; not what comes on a fixed date of each year.
    fileprivate func isUrgent(on today: Day, _ calendar: WorkingCalendar) -> Bool {
        if !insteadOf.isEmpty { return true }
        let isOnFixedDate = deadlineID.map { $0.hasPrefix("on/") || $0.contains("/on/") } ?? true
        return !isOnFixedDate && (deadline.map { $0 <= calendar.adding(workingDays: 1, to: today) } ?? false)
    }
}
