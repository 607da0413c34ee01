public import Agreements
public import Calendars
public import Documents

extension ReminderAudit {
    /// Something about reminders that must not be.
    public enum Fault: Sendable, Equatable {
        case overdue(String, since: Instant)
        case endedWithoutTime(String)
        case tellingsDiffer(String, row: Int, events: Int)
        case toldTwice(String, at: Instant)
        case withoutRow(String)
        case missedWithoutCause(String)
        case collapsedIntoSilence(String, into: String)
        case openTwice(Agreement.ID, key: String)
        case unaccounted(Int)
    }
}

extension ReminderAudit.Fault {
    /// What is proved, each of them by itself.
    public enum Kind: String, Sendable, CaseIterable {
        case unaccounted, overdue
        case tellingsDiffer = "tellings_differ"
        case toldTwice = "told_twice"
        case withoutRow = "without_row"
        case missedWithoutCause = "missed_without_cause"
        case collapsedIntoSilence = "collapsed_into_silence"
        case openTwice = "open_twice"
        case endedWithoutTime = "ended_without_time"

        /// What holds where there is no such fault.
        public var claim: Bilingual {
            switch self {
            case .unaccounted:
                Bilingual(id: "setiap pengingat terhitung", en: "every reminder is accounted for")
            case .overdue:
                Bilingual(id: "tidak ada pengingat yang lewat waktu", en: "no reminder is past its time")
            case .tellingsDiffer:
                Bilingual(
                    id: "yang terkirim tercatat sebagai peristiwa", en: "what was sent is on record as an event")
            case .toldTwice: Bilingual(id: "tidak ada yang terkirim dua kali", en: "nothing was sent twice")
            case .withoutRow:
                Bilingual(id: "setiap peristiwa punya pengingatnya", en: "every event has its reminder")
            case .missedWithoutCause:
                Bilingual(id: "yang terlewat punya sebab", en: "what was missed has its reason")
            case .collapsedIntoSilence:
                Bilingual(
                    id: "yang terlewat diwakili oleh yang terkirim", en: "for what was missed a newer one was sent")
            case .openTwice: Bilingual(id: "tidak ada yang direncanakan dua kali", en: "nothing is planned twice")
            case .endedWithoutTime:
                Bilingual(id: "yang selesai punya waktu selesai", en: "what has ended says when")
            }
        }
    }

    public var kind: Kind {
        switch self {
        case .overdue: .overdue
        case .endedWithoutTime: .endedWithoutTime
        case .tellingsDiffer: .tellingsDiffer
        case .toldTwice: .toldTwice
        case .withoutRow: .withoutRow
        case .missedWithoutCause: .missedWithoutCause
        case .collapsedIntoSilence: .collapsedIntoSilence
        case .openTwice: .openTwice
        case .unaccounted: .unaccounted
        }
    }

    public var message: Bilingual {
        switch self {
        case .overdue(let id, let since):
            Bilingual(id: "\(id) seharusnya terkirim pada \(since)", en: "\(id) should have been sent at \(since)")
        case .endedWithoutTime(let id):
            Bilingual(id: "\(id) selesai tanpa waktu selesai", en: "\(id) has ended, but not at any time")
        case .tellingsDiffer(let id, let row, let events):
            Bilingual(
                id: "\(id) tercatat terkirim \(row) kali, peristiwanya \(events)",
                en: "\(id) counts as sent \(row) times, its events are \(events)")
        case .toldTwice(let id, let at):
            Bilingual(id: "\(id) terkirim dua kali untuk \(at)", en: "\(id) was sent twice for \(at)")
        case .withoutRow(let id):
            Bilingual(
                id: "\(id) terkirim menurut peristiwa, tetapi tidak ada",
                en: "\(id) was sent by an event, but is not there")
        case .missedWithoutCause(let id):
            Bilingual(id: "\(id) terlewat tanpa sebab", en: "\(id) was missed without a reason")
        case .collapsedIntoSilence(let id, let newer):
            Bilingual(
                id: "\(id) terlewat dan diwakili \(newer), yang tidak terkirim",
                en: "\(id) was missed in favour of \(newer), which was not sent")
        case .openTwice(let agreement, let key):
            Bilingual(id: "\(agreement) punya dua pengingat '\(key)'", en: "\(agreement) has two reminders '\(key)'")
        case .unaccounted(let count):
            Bilingual(id: "\(count) pengingat tidak terhitung", en: "\(count) reminders are unaccounted for")
        }
    }
}
