import Agreements
import ArgumentParser
import Documents

struct PeopleCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Enter who is reminded, how, and who stands in.",
        discussion: """
            A reminder goes to an office; these are the people who hold it, and where they read mail. For example:

              pksctl people add --name "Siti Aminah" --role finance --region 53.71 \\
                --email siti@kupangkota.go.id
              pksctl people list
              pksctl people change "Siti Aminah" --mail digest --digest-hour 7
              pksctl people away "Siti Aminah" --from 2026-12-21 --until 2027-01-02 \\
                --substitute "Yohanes Tallo" --reason "Cuti tahunan"
              pksctl people delegations
              pksctl people invite "Siti Aminah"
              pksctl people remove "Siti Aminah"

            Everybody may change with `change` how they are told themselves, and say with `away` who stands in for them.
            """,
        subcommands: [
            PeopleList.self, PersonAdd.self, PersonShow.self, PersonChange.self, PersonRemove.self, PersonAway.self,
            PersonBack.self, DelegationList.self, PersonInvite.self, PersonSessions.self,
        ], defaultSubcommand: PeopleList.self)
}

/// What mail somebody wants.
enum MailPreference: String, CaseIterable, ExpressibleByArgument {
    case each, digest, off
}

/// The person that a command is about.
struct PersonArgument: ParsableArguments {
    @Argument(help: "The person: their name, or the id from `people list`.") var person: String
}

/// How somebody wants to be told.
struct PreferenceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "each: the urgent at once, the rest once a day; digest: all once a day; off: none.",
            valueName: "each|digest|off"))
    var mail: MailPreference?
    @Option(help: ArgumentHelp("When the daily digest comes, 0 to 23, local time.", valueName: "hour"))
    var digestHour: Int?
    @Option(help: ArgumentHelp("From this hour on no mail comes, local time.", valueName: "hour")) var quietFrom: Int?
    @Option(help: ArgumentHelp("Until this hour; the same for no quiet hours.", valueName: "hour"))
    var quietUntil: Int?
    @Option(help: ArgumentHelp("In which language mail comes.", valueName: "id|en")) var language: Language?

    var members: [String: JSON?] {
        [
            "mail": mail.map { .text($0.rawValue) }, "digest_hour": digestHour.map { .integer(Int64($0)) },
            "quiet_from": quietFrom.map { .integer(Int64($0)) }, "quiet_until": quietUntil.map { .integer(Int64($0)) },
            "language": language.map { .text($0.rawValue) },
        ]
    }
}

struct PeopleList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List people, their offices, and how they are told.",
        discussion: """
            Everybody; the treasury offices of a province:

              pksctl people list
              pksctl people list --role finance --region 53
            """)

    @Option(help: ArgumentHelp("Only those in this office.", valueName: "role")) var role: Role?
    @Option(help: ArgumentHelp("Only those of this region, or of a province and all in it.", valueName: "code"))
    var region: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(
            ["people"], query: [("role", role?.rawValue), ("region", region)])
        try output.show(answer) { page in
            var table = TextTable([
                .init(title: "ID"), .init(title: output.word("NAMA", "NAME"), widthMax: 24),
                .init(title: output.word("PERAN", "ROLES"), widthMax: 20),
                .init(title: output.word("DAERAH", "REGIONS"), widthMax: 12),
                .init(title: output.word("SUREL", "MAIL"), widthMax: 26),
            ])
            for item in page.items() {
                table.append([
                    item.cell("id"), item.cell("name"), item.cell("roles"), regions(item, output),
                    mailSentence(item, output),
                ])
            }
            let people = page.items()
            return listed(table, page, output) { row in
                absence(people[row], output).map { ["      \($0)"] } ?? []
            }
        }
    }
}

struct PersonAdd: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enter somebody who is to be reminded.",
        discussion: """
            An official, never a resident. For example:

              pksctl people add --name "Siti Aminah" --role finance --region 53.71 \\
                --email siti@kupangkota.go.id
              pksctl people add --name "Yohanes Tallo" --role unit_pic --role unit_head \\
                --region 53.71 --mail off
            """)

    @Option(help: "The name; a token of the same name belongs to the same person.") var name: String
    @Option(name: .customLong("role"), help: ArgumentHelp("An office; may be repeated.", valueName: "role"))
    var roles: [Role]
    @Option(
        name: .customLong("region"),
        help: ArgumentHelp("A region's code; may be repeated. (default: everywhere)", valueName: "code"))
    var regions: [String] = []
    @Option(help: ArgumentHelp("Where they read mail.", valueName: "address")) var email: String?
    @OptionGroup var preferences: PreferenceOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        var members = preferences.members
        members["name"] = .text(name)
        members["roles"] = .list(roles.map { .text($0.rawValue) })
        members["regions"] = .list(regions.map { .text($0) })
        members["email"] = email.map { .text($0) }
        let answer = try await session.client.write("POST", ["people"], JSON.body(members), key: keys.key)
        try session.output.show(answer) { personPage($0, session.output) }
    }
}

struct PersonShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one person, and what they were and will be told.",
        discussion: """
            For example:

              pksctl people show "Siti Aminah"
            """)

    @OptionGroup var who: PersonArgument
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.get(["people", who.person])
        let notices =
            output.wantsJSON ? [] : try await session.client.get(["people", who.person, "notices"]).json().items()
        try output.show(answer) { person in
            let page = personPage(person, output)
            if notices.isEmpty { return page }
            return page + "\n\n" + noticeTable(notices, output, showsReminder: true).text(indent: "  ")
        }
    }
}

struct PersonChange: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Change somebody's offices, address, or how they are told.",
        discussion: """
            What is not named stays. Everybody may change the latter for themselves. For example:

              pksctl people change "Siti Aminah" --mail digest --digest-hour 7
              pksctl people change "Siti Aminah" --role finance --role unit_head
              pksctl people change "Siti Aminah" --no-email
            """)

    @OptionGroup var who: PersonArgument
    @Option(help: "Another name.") var name: String?
    @Option(
        name: .customLong("role"),
        help: ArgumentHelp("The offices from now on; may be repeated.", valueName: "role"))
    var roles: [Role] = []
    @Option(
        name: .customLong("region"),
        help: ArgumentHelp("The regions from now on; may be repeated.", valueName: "code"))
    var regions: [String] = []
    @Flag(help: "They hold their offices everywhere.") var everywhere = false
    @Option(help: ArgumentHelp("Where they read mail.", valueName: "address")) var email: String?
    @Flag(help: "They have no address any more.") var noEmail = false
    @OptionGroup var preferences: PreferenceOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if everywhere, !regions.isEmpty { throw ValidationError("--everywhere and --region exclude each other") }
        if noEmail, email != nil { throw ValidationError("--no-email and --email exclude each other") }
    }

    func run(_ session: Session) async throws {
        var members = preferences.members
        members["name"] = name.map { .text($0) }
        if !roles.isEmpty { members["roles"] = .list(roles.map { .text($0.rawValue) }) }
        if !regions.isEmpty || everywhere { members["regions"] = .list(regions.map { .text($0) }) }
        members["email"] = noEmail ? .null : email.map { .text($0) }
        let answer = try await session.client.write(
            "PATCH", ["people", who.person], JSON.body(members), key: keys.key)
        try session.output.show(answer) { personPage($0, session.output) }
    }
}

struct PersonRemove: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take somebody out; their delegations end with that.",
        discussion: """
            For example:

              pksctl people remove "Siti Aminah"
            """)

    @OptionGroup var who: PersonArgument
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let output = session.output
        let answer = try await session.client.write("DELETE", ["people", who.person], nil, key: keys.key)
        try output.show(answer) { _ in output.word("✓ \(who.person): dihapus", "✓ \(who.person): removed") }
    }
}

private func regions(_ person: JSON, _ output: Output) -> String {
    let codes = person.cell("regions")
    return codes.isEmpty ? output.word("semua", "everywhere") : codes
}

/// `siti@kupangkota.go.id`, or why no mail reaches them.
private func mailSentence(_ person: JSON, _ output: Output) -> String {
    guard let email = person["email"]?.text else { return output.word("tanpa alamat", "no address") }
    return person.cell("mail") == "off" ? output.word("tidak mau surel", "wants no mail") : email
}

private func absence(_ person: JSON, _ output: Output) -> String? {
    guard let away = person["away"], away.object != nil else { return nil }
    let (from, until) = (output.language.day(away.cell("from")), output.language.day(away.cell("until")))
    let substitute = away["substitute"]?.cell("name") ?? ""
    return output.word(
        "tidak di tempat \(from) sampai \(until), digantikan \(substitute)",
        "away from \(from) until \(until), \(substitute) stands in")
}

private func personPage(_ person: JSON, _ output: Output) -> String {
    let preference =
        switch person.cell("mail") {
        case "digest": output.word("semua sekali sehari", "all once a day")
        case "off": output.word("tidak ada surel", "no mail")
        default: output.word("yang mendesak segera, sisanya sekali sehari", "the urgent at once, the rest once a day")
        }
    let isQuiet = person.cell("quiet_from") != person.cell("quiet_until")
    let hours = "\(person.cell("quiet_from")).00–\(person.cell("quiet_until")).00"
    return
        ([person.cell("name")]
        + pairs([
            ("ID", person.cell("id")), (output.word("Peran", "Roles"), person.cell("roles")),
            (output.word("Daerah", "Regions"), regions(person, output)),
            (output.word("Alamat", "Address"), person.cell("email")), (output.word("Surel", "Mail"), preference),
            (output.word("Ringkasan", "Digest"), output.word("pukul ", "at ") + person.cell("digest_hour") + ".00"),
            (output.word("Jam tenang", "Quiet hours"), isQuiet ? hours : ""),
            (output.word("Bahasa", "Language"), person.cell("language")),
            (output.word("Kini", "Now"), absence(person, output) ?? ""),
        ])).joined(separator: "\n")
}
