import Agreements
import Calendars
import Documents
import Engine
import Ledger

/// The days off, and the files that say so.
struct HolidayPageView: Encodable {
    struct DayView: Encodable {
        var day: Day
        var name: String
        var kind: Holidays.Kind
        var estimated: Bool
        var file: String?

        init(_ holiday: Holidays.Holiday, in holidays: Holidays) {
            day = holiday.day
            name = holiday.name
            kind = holiday.kind
            estimated = holiday.isEstimated
            file = holidays.file(naming: holiday.day)
        }
    }

    struct FileView: Encodable {
        var name: String
        var days: Int
        /// Where it came over the API.
        var acceptedAt: Instant?
        var acceptedBy: Actor?

        enum CodingKeys: String, CodingKey {
            case name, days
            case acceptedAt = "accepted_at"
            case acceptedBy = "accepted_by"
        }
    }

    private var page: Page<DayView>
    private var takenBack: [DayView]
    private var years: [Int]
    private var missing: [Int]
    private var files: [FileView]

    /// - Parameter year: nil for all that are known.
    init(_ holidays: Holidays, of year: Int?, missing: [Int], accepted: [HolidayFile]) {
        func views(_ all: [Holidays.Holiday]) -> [DayView] {
            all.filter { (year ?? $0.day.year) == $0.day.year }.map { DayView($0, in: holidays) }
        }
        page = Page(views(holidays.all), cursor: nil)
        takenBack = views(holidays.takenBack)
        years = holidays.years.sorted()
        self.missing = missing
        files = holidays.files.filter { !$0.name.isEmpty }.map { file in
            let acceptance = accepted.first { $0.name == file.name }
            return FileView(
                name: file.name, days: file.rows.count, acceptedAt: acceptance?.acceptedAt,
                acceptedBy: acceptance?.acceptedBy)
        }
    }

    enum CodingKeys: String, CodingKey {
        case takenBack = "taken_back"
        case years, missing, files
    }

    func encode(to encoder: any Encoder) throws {
        try page.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(takenBack, forKey: .takenBack)
        try container.encode(years, forKey: .years)
        try container.encode(missing, forKey: .missing)
        try container.encode(files, forKey: .files)
    }
}

/// What a holiday file would do.
struct HolidaysPreviewView: Encodable {
    struct MoveView: Encodable {
        var agreementID: Agreement.ID
        var ref: String?
        var title: String
        var region: String
        var change: ReminderMove.Kind
        var rule: String
        var recipient: Role
        var deadlineBefore: Day?
        var deadlineAfter: Day?
        var dueBefore: Instant?
        var dueAfter: Instant?
        var estimated: Bool

        init(_ move: ReminderMove) {
            agreementID = move.agreement
            ref = move.ref
            title = move.title
            region = move.region
            change = move.kind
            rule = move.rule
            recipient = move.recipient
            deadlineBefore = move.deadlineBefore
            deadlineAfter = move.deadlineAfter
            dueBefore = move.dueBefore
            dueAfter = move.dueAfter
            estimated = move.isEstimated
        }

        enum CodingKeys: String, CodingKey {
            case agreementID = "agreement_id"
            case ref, title, region, change, rule, recipient
            case deadlineBefore = "deadline_before"
            case deadlineAfter = "deadline_after"
            case dueBefore = "due_before"
            case dueAfter = "due_after"
            case estimated
        }
    }

    var name: String
    var added: [Holidays.Holiday]
    var removed: [Holidays.Holiday]
    var reminders: ReminderChanges
    var deadlines: [MoveView]
    var more: Int

    init(_ preview: HolidaysPreview) {
        name = preview.name
        added = preview.difference.added
        removed = preview.difference.removed
        reminders = preview.reminders
        deadlines = preview.deadlines.map(MoveView.init)
        more = preview.more
    }
}

/// A holiday file that has come into force.
struct AcceptedHolidaysView: Encodable {
    var name: String
    var acceptedAt: Instant
    var acceptedBy: Actor
    var added: [Holidays.Holiday]
    var removed: [Holidays.Holiday]
    var remindersMoved: Int

    init(_ accepted: AcceptedHolidays) {
        name = accepted.name
        acceptedAt = accepted.at
        acceptedBy = accepted.by
        added = accepted.change.added
        removed = accepted.change.removed
        remindersMoved = accepted.change.remindersMoved
    }

    enum CodingKeys: String, CodingKey {
        case name
        case acceptedAt = "accepted_at"
        case acceptedBy = "accepted_by"
        case added, removed
        case remindersMoved = "reminders_moved"
    }
}
