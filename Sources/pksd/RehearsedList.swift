import Agreements
import Calendars
import Documents

/// The reminders that a rehearsal has brought so far, for people or for programs. Nothing in it depends on where or when it
/// is printed.
struct RehearsedList {
    private let language: Language
    private let from: Instant
    private let until: Instant
    private var items: [Item] = []
    private var perOffice: [Role: Int] = [:]
    private var perMonth: [Month: Int] = [:]

    init(language: Language, from: Instant, until: Instant) {
        self.language = language
        self.from = from
        self.until = until
    }

    private struct Item: Encodable {
        var at: Instant
        var localTime: String
        var agreementID: String
        var ref: String?
        var region: String?
        var rule: String
        var recipient: Role
        var insteadOf: [Role]
        var told: [ReminderNotice.Told]
        var deadline: Day?
        var isEstimated: Bool
        var say: String
        var late: Lateness?
        var collapsed: Int

        enum CodingKeys: String, CodingKey {
            case at
            case localTime = "local_time"
            case agreementID = "agreement_id"
            case ref, region, rule, recipient
            case insteadOf = "instead_of"
            case told, deadline
            case isEstimated = "estimated"
            case say, late, collapsed
        }
    }

    /// - Returns: the reminder in one line.
    mutating func add(_ event: Event, _ notice: ReminderNotice, in zone: Zone) -> String {
        let day = zone.day(at: event.recordedAt)
        let minutes = (event.recordedAt - zone.instant(of: day)).components.seconds / 60
        func padded(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
        let item = Item(
            at: event.recordedAt,
            localTime: "\(day) \(padded(minutes / 60)):\(padded(minutes % 60)) \(zone.rawValue)",
            agreementID: event.subject.name, ref: event.ref, region: event.region, rule: notice.rule,
            recipient: notice.recipient, insteadOf: notice.insteadOf ?? [], told: notice.told ?? [],
            deadline: notice.deadline, isEstimated: notice.isEstimated ?? false, say: notice.say.text(language),
            late: notice.late, collapsed: notice.collapsed ?? 0)
        items.append(item)
        perOffice[notice.recipient, default: 0] += 1
        perMonth[day.month, default: 0] += 1
        return line(item)
    }

    private func word(_ id: String, _ en: String) -> String { Bilingual(id: id, en: en).text(language) }

    private func line(_ item: Item) -> String {
        var who = item.recipient.rawValue
        let names = item.told.map { told in
            told.name + (told.onBehalfOf.map { word(" a.n. \($0)", " for \($0)") } ?? "")
        }
        if !names.isEmpty { who += " (\(names.joined(separator: ", ")))" }
        if !item.insteadOf.isEmpty {
            let roles = item.insteadOf.map(\.rawValue).joined(separator: ", ")
            who += word(" eskalasi dari \(roles)", " escalated from \(roles)")
        }
        var parts = [item.localTime, item.ref ?? item.agreementID, who]
        if let deadline = item.deadline {
            parts.append(word("tenggat ", "due ") + deadline.description + (item.isEstimated ? "?" : ""))
        }
        parts.append(item.say)
        if let late = item.late {
            parts.append(word("[terlambat, seharusnya \(late.from)]", "[late, was due \(late.from)]"))
        }
        // What others wrote must not steer a terminal.
        let text = parts.joined(separator: "  ").unicodeScalars.map {
            $0.properties.generalCategory == .control ? "\u{FFFD}" : $0
        }
        return String(String.UnicodeScalarView(text))
    }

    /// How many there are, for each office and each month.
    var totals: String {
        var lines = [
            "",
            word(
                "\(Int64(items.count).indonesian) pengingat dari \(from) sampai \(until)",
                "\(Int64(items.count).english) reminders from \(from) to \(until)"),
        ]
        lines.append(word("Menurut jabatan:", "By office:"))
        for (role, count) in perOffice.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }) {
            lines.append("  \(number(count))  \(role.rawValue)")
        }
        lines.append(word("Menurut bulan:", "By month:"))
        for (month, count) in perMonth.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(number(count))  \(word(month.indonesian, month.description))")
        }
        return lines.joined(separator: "\n")
    }

    private func number(_ count: Int) -> String {
        let text = language == .indonesian ? Int64(count).indonesian : Int64(count).english
        return String(repeating: " ", count: max(0, 7 - text.count)) + text
    }

    private struct Document: Encodable {
        var from: Instant
        var until: Instant
        var reminders: [Item]
        var byOffice: [String: Int]
        var byMonth: [String: Int]

        enum CodingKeys: String, CodingKey {
            case from, until, reminders
            case byOffice = "by_office"
            case byMonth = "by_month"
        }
    }

    var json: String {
        get throws {
            try CanonicalJSON.text(
                Document(
                    from: from, until: until, reminders: items,
                    byOffice: Dictionary(uniqueKeysWithValues: perOffice.map { ($0.key.rawValue, $0.value) }),
                    byMonth: Dictionary(uniqueKeysWithValues: perMonth.map { ($0.key.description, $0.value) })))
        }
    }
}
