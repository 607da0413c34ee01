import ArgumentParser
import Documents

struct CalendarCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendars",
        abstract: "Show deadlines in the calendar of a phone or an office program.",
        discussion: """
            A calendar is a secret address that programs subscribe to: Google Calendar (Other calendars, From URL), \
            Outlook (Add calendar, Subscribe from web), Apple (Add subscription calendar). Whoever has the address can \
            read it, until it is revoked.

              pksctl calendars add --person "dr. Retno"
              pksctl calendars add --region 53.71
              pksctl calendars list
              pksctl calendars revoke cal_…
            """,
        subcommands: [CalendarAdd.self, CalendarList.self, CalendarRevoke.self])
}

private let calendars = "calendars"

/// Whose deadlines a calendar shows.
private func subject(_ calendar: JSON, _ output: Output) -> String {
    let kinds = [
        ("person", output.word("orang", "person")), ("region", output.word("daerah", "region")),
        ("agreement", output.word("perjanjian", "agreement")),
    ]
    let kind = kinds.first { calendar["scope"]?[$0.0] != nil }
    return [kind?.1, calendar["name"]?.text].compactMap { $0 }.joined(separator: " ")
}

struct CalendarAdd: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Make a calendar; prints its address once.",
        discussion: """
            Of what somebody's offices are reminded of, of a region with all inside it, or of one agreement:

              pksctl calendars add --person "dr. Retno"
              pksctl calendars add --region 53.71 --language id
              pksctl calendars add --agreement kota-kupang-2019
            """)

    @Option(help: "The person's name or id: yourself, or as their coordinator somebody else.") var person: String?
    @Option(help: ArgumentHelp("A region, such as 53.71, or 53 with all inside it.", valueName: "code"))
    var region: String?
    @Option(help: ArgumentHelp("An agreement.", valueName: "ref")) var agreement: String?
    @Option(help: "What language the calendar is in: id or en. (default: that of the answer)") var language: Language?
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard [person, region, agreement].compactMap({ $0 }).count == 1 else {
            throw ValidationError("Say exactly one of --person, --region or --agreement.")
        }
    }

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "person": person.map { .text($0) }, "region": region.map { .text($0) },
            "agreement": agreement.map { .text($0) }, "language": language.map { .text($0.rawValue) },
        ])
        let answer = try await session.client.write("POST", [calendars], body, key: keys.key)
        let output = session.output
        try output.show(answer) { calendar in
            let done = "✓ \(calendar.cell("id")): \(subject(calendar, output))"
            guard let url = calendar["url"]?.text else {
                return done + "\n"
                    + output.word(
                        "Sudah dibuat sebelumnya; alamatnya tidak dapat ditampilkan lagi.",
                        "Was made before; its address cannot be shown again.")
            }
            return "\(done)\n\n  \(url)\n\n"
                + output.word(
                    "Simpan alamat ini sekarang; tidak akan ditampilkan lagi. Siapa pun yang memilikinya dapat membaca kalender ini.",
                    "Keep this address now; it will not be shown again. Whoever has it can read the calendar.")
        }
    }
}

struct CalendarList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the calendars you have made; for an admin, all.",
        discussion: """
            For example:

              pksctl calendars list
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        try output.show(try await session.client.get([calendars])) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("ISI", "OF"), widthMax: 60),
                .init(title: output.word("BAHASA", "LANGUAGE")), .init(title: output.word("DIBUAT OLEH", "MADE BY")),
                .init(title: output.word("DIBUAT", "MADE")), .init(title: output.word("DICABUT", "REVOKED")),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), subject(item, output), item.cell("language"),
                    item["created_by"]?.cell("name") ?? "", output.moment(item["created_at"]?.text),
                    output.moment(item["revoked_at"]?.text),
                ])
            }
            return listed(table, page, output)
        }
    }
}

struct CalendarRevoke: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Make a calendar's address answer nothing any more.",
        discussion: """
            For example:

              pksctl calendars revoke cal_…
            """)

    @Argument(help: "The calendar's id, from `calendars list`.") var id: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write("DELETE", [calendars, id], nil, key: keys.key)
        let output = session.output
        try output.show(answer) { _ in output.word("✓ \(id): dicabut", "✓ \(id): revoked") }
    }
}
