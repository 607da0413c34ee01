import Agreements
import Calendars
import Documents
import Engine
import Ledger

/// What is said of a reminder: why it will come, or what became of it.
struct ReminderSentences {
    let rules: RuleBook
    let background: ReminderBackground

    /// Who is told of it as things stand: who holds the office today, and for whom where they stand in.
    func recipients(of reminder: Reminder, at now: Instant) -> [Directory.Recipient] {
        guard reminder.state.isOpen else { return [] }
        return background.directory.recipients(
            of: reminder.recipient, in: reminder.region, on: max(zone(reminder).day(at: now), day(reminder)))
    }

    func explanation(of reminder: Reminder) -> Bilingual {
        let sentence =
            switch reminder.state {
            case .planned, .snoozed: coming(reminder)
            case .sent: sent(reminder)
            case .acknowledged: acknowledged(reminder)
            case .missed: missed(reminder)
            case .superseded: superseded(reminder)
            case .cancelled: needless(reminder)
            }
        return join([sentence] + (reminder.state == .snoozed ? [] : [postponed(reminder)]))
    }

    // MARK: What will come

    private func coming(_ reminder: Reminder) -> Bilingual {
        var sentences: [Bilingual?] =
            reminder.state == .snoozed ? [postponed(reminder), distance(reminder)] : [distance(reminder)]
        if !reminder.insteadOf.isEmpty {
            let offices = reminder.insteadOf.map(\.label)
            sentences.append(
                Bilingual(
                    id: "karena \(offices.map(\.id).joined(separator: ", ")) belum menjawab",
                    en: "because \(offices.map(\.en).joined(separator: ", ")) has not answered"))
        }
        if reminder.isEstimated {
            sentences.append(
                Bilingual(
                    id: "tanggal perkiraan, bertumpu pada hari libur yang belum ditetapkan",
                    en: "an estimated date, which rests on a holiday that is not decreed yet"))
        }
        if reminder.isConditional {
            sentences.append(
                Bilingual(
                    id: "diperiksa sekali lagi pada waktunya, dan hanya datang bila masih perlu",
                    en: "looked at once more when its time comes, and comes only if it is still needed"))
        }
        if !background.directory.isEmpty, !background.directory.isHeld(reminder.recipient, in: reminder.region) {
            sentences.append(
                Bilingual(
                    id: "belum ada orang untuk \(reminder.recipient.label.id) di daerah ini",
                    en: "nobody is entered as \(reminder.recipient.label.en) in this region"))
        }
        return join(sentences)
    }

    /// `5 hari kerja sebelum batas 20 November 2026`.
    private func distance(_ reminder: Reminder) -> Bilingual {
        guard let deadline = reminder.deadline else {
            return Bilingual(id: "menurut aturan \(reminder.rule)", en: "by the rule \(reminder.rule)")
        }
        let due = day(reminder)
        let span = Sentences.distance(
            days: abs(deadline - due), workingDays: abs(rules.calendar.workingDays(from: due, to: deadline)))
        if due == deadline {
            return Bilingual(id: "hari batasnya, \(deadline.indonesian)", en: "the day of the deadline, \(deadline)")
        }
        return due < deadline
            ? Bilingual(
                id: "\(span.id) sebelum batas \(deadline.indonesian)", en: "\(span.en) before the deadline \(deadline)")
            : Bilingual(
                id: "\(span.id) setelah batas \(deadline.indonesian)", en: "\(span.en) after the deadline \(deadline)")
    }

    // MARK: What became of it

    private func sent(_ reminder: Reminder) -> Bilingual {
        guard let at = reminder.sentAt else { return Bilingual(id: "dikirim", en: "sent") }
        let when = moment(at, reminder)
        var sentences: [Bilingual?] = [
            reminder.late == nil
                ? Bilingual(id: "dikirim tepat waktu, \(when.id)", en: "sent on time, \(when.en)")
                : Bilingual(id: "dikirim \(when.id)", en: "sent \(when.en)"),
            lateness(reminder),
        ]
        if reminder.timesSent > 1 {
            sentences.append(
                Bilingual(id: "sudah \(reminder.timesSent) kali", en: "\(reminder.timesSent) times so far"))
        }
        return join(sentences)
    }

    /// `seharusnya 12 Maret 2027 08.00 WIB; layanan tidak berjalan 11 Maret 2027 20.15–13 Maret 2027 06.02 WIB`.
    private func lateness(_ reminder: Reminder) -> Bilingual? {
        guard let late = reminder.late else { return nil }
        let due = moment(reminder.dueAt, reminder)
        return join([Bilingual(id: "seharusnya \(due.id)", en: "it should have been \(due.en)"), cause(late, reminder)])
    }

    private func cause(_ late: Lateness, _ reminder: Reminder) -> Bilingual {
        let (from, to) = (moment(late.from, reminder, showsZone: false), moment(late.to, reminder))
        return switch late.cause {
        case .outage:
            Bilingual(
                id: "layanan tidak berjalan \(from.id)–\(to.id)", en: "the service was not running \(from.en)–\(to.en)")
        case .enteredLate:
            Bilingual(
                id: "yang menyebabkannya baru dicatat \(to.id)", en: "what calls for it was entered only \(to.en)")
        case .delayed:
            Bilingual(
                id: "layanan berjalan tetapi tertahan sampai \(to.id)",
                en: "the service was running but held up until \(to.en)")
        }
    }

    private func missed(_ reminder: Reminder) -> Bilingual {
        var sentences: [Bilingual?] = []
        if reminder.late?.cause == .enteredLate, reminder.collapsedInto == nil {
            let (due, entered) = (moment(reminder.dueAt, reminder), reminder.endedAt.map { moment($0, reminder) })
            sentences.append(
                Bilingual(
                    id: "tidak dikirim: waktunya, \(due.id), sudah lewat ketika dicatat"
                        + (entered.map { " " + $0.id } ?? ""),
                    en: "not sent: its time, \(due.en), had passed when it was entered"
                        + (entered.map { " " + $0.en } ?? "")))
        } else {
            sentences = [Bilingual(id: "tidak dikirim sendiri", en: "not sent on its own"), lateness(reminder)]
        }
        if let id = reminder.collapsedInto {
            let newer = background.newer(than: reminder).map { moment($0.dueAt, $0) }
            sentences.append(
                Bilingual(
                    id: "diwakili pengingat yang lebih baru" + (newer.map { ", \($0.id)" } ?? "") + " (\(id))",
                    en: "a newer reminder stands for it" + (newer.map { ", \($0.en)" } ?? "") + " (\(id))"))
        }
        return join(sentences)
    }

    private func acknowledged(_ reminder: Reminder) -> Bilingual {
        let act = background.answers(to: reminder.id).last { $0.type == .reminderAcknowledged }
        var who = act?.actor.name ?? reminder.reason ?? ""
        if case .reminderAcknowledged(let act) = act?.data { who += Self.onBehalf(of: act.onBehalfOf) }
        return ended(reminder, Bilingual(id: "diakui \(who)", en: "acknowledged by \(who)"))
    }

    private func superseded(_ reminder: Reminder) -> Bilingual {
        ended(
            reminder,
            Bilingual(id: "tidak berlaku lagi, rencananya berubah", en: "no longer holds, as the plan has changed"))
    }

    private func needless(_ reminder: Reminder) -> Bilingual {
        ended(
            reminder,
            Bilingual(id: "tidak perlu lagi ketika waktunya tiba", en: "no longer needed when its time came"))
    }

    private func ended(_ reminder: Reminder, _ sentence: Bilingual) -> Bilingual {
        guard let at = reminder.endedAt.map({ moment($0, reminder) }) else { return sentence }
        return Bilingual(id: "\(sentence.id), \(at.id)", en: "\(sentence.en), \(at.en)")
    }

    /// `ditunda Siti sampai 15 Desember 2026 08.00 WITA, kali ke-2: Rapat DPRD diundur`.
    private func postponed(_ reminder: Reminder) -> Bilingual? {
        guard reminder.timesSnoozed > 0 else { return nil }
        let event = background.answers(to: reminder.id).last { $0.type == .reminderSnoozed }
        guard let event, case .reminderSnoozed(let act) = event.data else {
            return Bilingual(id: "ditunda \(reminder.timesSnoozed) kali", en: "put off \(reminder.timesSnoozed) times")
        }
        let until = moment(act.until, reminder)
        let who = event.actor.name + Self.onBehalf(of: act.onBehalfOf)
        return Bilingual(
            id: "ditunda \(who) sampai \(until.id), kali ke-\(act.times) dari \(Engine.snoozesMax): \(act.reason)",
            en: "put off by \(who) until \(until.en), time \(act.times) of \(Engine.snoozesMax): \(act.reason)")
    }

    // MARK: Words

    static func onBehalf(of name: String?) -> String { name.map { " a.n. \($0)" } ?? "" }

    private func zone(_ reminder: Reminder) -> Zone { rules.reference.regions.zone(of: reminder.region) }

    private func day(_ reminder: Reminder) -> Day { zone(reminder).day(at: reminder.dueAt) }

    private func moment(_ instant: Instant, _ reminder: Reminder, showsZone: Bool = true) -> Bilingual {
        Sentences.moment(instant, in: zone(reminder), showsZone: showsZone)
    }

    private func join(_ sentences: [Bilingual?]) -> Bilingual {
        let sentences = sentences.compactMap { $0 }
        return Bilingual(
            id: sentences.map(\.id).joined(separator: "; "), en: sentences.map(\.en).joined(separator: "; "))
    }
}

/// Words for times.
enum Sentences {
    /// More working days than this are counted as the calendar does, like the field's `H-30`.
    private static let workingDaysMax = 15

    /// `5 hari kerja` or `30 hari`; none of them negative.
    static func distance(days: Int, workingDays: Int) -> Bilingual {
        let isShort = (1...workingDaysMax).contains(workingDays)
        let count = isShort ? workingDays : days
        let plural = count == 1 ? "" : "s"
        return Bilingual(
            id: "\(count) hari" + (isShort ? " kerja" : ""), en: "\(count) \(isShort ? "working " : "")day\(plural)")
    }

    /// `12 Maret 2027 08.00 WIB`.
    static func moment(_ instant: Instant, in zone: Zone, showsZone: Bool = true) -> Bilingual {
        let day = zone.day(at: instant)
        let minutes = Int((instant - zone.instant(of: day)).milliseconds / 60_000)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hour, minute) = (padded(minutes / 60), padded(minutes % 60))
        let name = showsZone ? " \(zone.rawValue)" : ""
        return Bilingual(
            id: "\(day.indonesian) \(hour).\(minute)\(name)", en: "\(day.english) \(hour):\(minute)\(name)")
    }
}

extension Day {
    /// `5 hari lagi`, or `lewat 2 hari`.
    func distance(to day: Day) -> Bilingual {
        let days = day - self
        let plural = abs(days) == 1 ? "" : "s"
        return days < 0
            ? Bilingual(id: "lewat \(-days) hari", en: "\(-days) day\(plural) late")
            : Bilingual(id: "\(days) hari lagi", en: "in \(days) day\(plural)")
    }
}

extension Zone {
    /// `12 Maret 2027 08.00 WIB`.
    func text(_ instant: Instant, _ language: Language) -> String {
        Sentences.moment(instant, in: self).text(language)
    }
}
