import Agreements
import Documents

/// Reminders as a table: when, of what, to whom; under each row why it comes, or what became of it.
func reminderTable(_ page: JSON, _ output: Output) -> String {
    var table = TextTable([
        .init(title: output.word("WAKTU", "DUE")), .init(title: "REF", widthMax: 20),
        .init(title: output.word("KEPADA", "TO"), widthMax: recipientsMax),
        .init(title: output.word("ISI", "WHAT"), widthMax: 30), .init(title: "STATUS", widthMax: 11),
    ])
    var details: [[String]] = []
    for item in page.items() {
        let people = reminderPeople(item)
        table.append([
            output.moment(item["due_at"]?.text), item["ref"]?.text ?? item.cell("agreement_id"),
            people.isEmpty ? item.cell("recipient") : people, item.spoken("say", output.language) ?? item.cell("rule"),
            reminderState(item.cell("state"), output),
        ])
        let explanation = item.spoken("explanation", output.language) ?? item.cell("reason")
        let whole = people.count > recipientsMax ? output.word("kepada ", "to ") + people : ""
        details.append(
            wrapped([whole, explanation, item.cell("id")].filter { !$0.isEmpty }.joined(separator: " · "), to: 114))
    }
    return listed(table, page, output) { row in details[row].map { "      " + $0 } }
}

/// A longer list of names is told in full below its row.
private let recipientsMax = 30

private func lateness(_ cause: String, _ output: Output) -> String {
    switch cause {
    case "outage": output.word("layanan tidak berjalan", "the service was down")
    case "entered_late": output.word("baru dicatat kemudian", "entered afterwards")
    default: output.word("tertahan", "held up")
    }
}

/// One reminder, whole.
func reminderPage(_ reminder: JSON, _ output: Output) -> String {
    let language = output.language
    let offices = (reminder["instead_of"]?.list ?? []).map { $0.cell(language) }.joined(separator: ", ")
    let late = reminder["late"] ?? .null
    var lines = [reminder.spoken("say", language) ?? reminder.cell("rule")]
    lines += pairs([
        ("ID", reminder.cell("id")),
        (output.word("Perjanjian", "Agreement"), reminder["ref"]?.text ?? reminder.cell("agreement_id")),
        (output.word("Daerah", "Region"), reminder.cell("region")),
        (output.word("Waktu", "Due"), output.moment(reminder["due_at"]?.text)),
        (output.word("Kepada", "To"), reminderRecipients(reminder)),
        (output.word("Setelah", "After"), offices),
        (output.word("Batas", "Deadline"), reminder.cell("deadline")),
        ("Status", reminderState(reminder.cell("state"), output)),
        (output.word("Dikirim", "Sent"), output.moment(reminder["sent_at"]?.text)),
        (
            output.word("Terlambat", "Late"),
            late.object == nil
                ? ""
                : "\(lateness(late.cell("cause"), output)): \(output.moment(late["from"]?.text)) – \(output.moment(late["to"]?.text))"
        ),
        (output.word("Aturan", "Rule"), reminder.cell("rule")),
    ])
    lines += wrapped(reminder.spoken("explanation", language) ?? "", to: 118).map { "  " + $0 }
    let notices = reminder["notices"]?.list ?? []
    guard !notices.isEmpty else { return lines.joined(separator: "\n") }
    lines += ["", output.word("Surel", "Mail"), noticeTable(notices, output, showsReminder: false).text(indent: "  ")]
    return lines.joined(separator: "\n")
}

/// Who is told and in which mail.
func noticeTable(_ notices: [JSON], _ output: Output, showsReminder: Bool) -> TextTable {
    var table = TextTable([
        .init(title: output.word("WAKTU", "DUE")), .init(title: output.word("KEPADA", "TO"), widthMax: 24),
        .init(title: "REF", widthMax: 16), .init(title: output.word("ISI", "WHAT"), widthMax: 26),
        .init(title: "STATUS"), .init(title: output.word("SUREL", "MAIL")),
    ])
    for notice in notices {
        table.append([
            output.moment(notice["due_at"]?.text),
            (notice["person"]?.cell("name") ?? "") + (notice["on_behalf_of"]?.text.map { " a.n. \($0)" } ?? ""),
            showsReminder ? notice["ref"]?.text ?? notice.cell("agreement_id") : "",
            showsReminder ? notice.spoken("say", output.language) ?? "" : "",
            noticeState(notice.cell("state"), output),
            notice["mail"]?.object == nil ? "" : notice["mail"]?.cell("state") ?? "",
        ])
    }
    return table
}

/// `Siti Aminah a.n. Budi (unit_pic)`.
private func reminderRecipients(_ reminder: JSON) -> String {
    let people = reminderPeople(reminder)
    let office = reminder.cell("recipient")
    return people.isEmpty ? office : "\(people) (\(office))"
}

private func reminderPeople(_ reminder: JSON) -> String {
    (reminder["to"]?.list ?? []).map { person in
        person.cell("name") + (person["on_behalf_of"]?.text.map { " a.n. \($0)" } ?? "")
    }.joined(separator: ", ")
}

private func reminderState(_ state: String, _ output: Output) -> String {
    switch state {
    case "planned": output.word("akan datang", "to come")
    case "snoozed": output.word("ditunda", "put off")
    case "sent": output.word("dikirim", "sent")
    case "acknowledged": output.word("diakui", "answered")
    case "superseded": output.word("diganti", "superseded")
    case "cancelled": output.word("tidak perlu", "needless")
    case "missed": output.word("terlewat", "missed")
    default: state
    }
}

private func noticeState(_ state: String, _ output: Output) -> String {
    switch state {
    case "waiting": output.word("menunggu", "waiting")
    case "mailed": output.word("disurelkan", "mailed")
    case "dropped": output.word("tanpa surel", "no mail")
    default: state
    }
}
