import ArgumentParser
import Calendars
import Documents

struct HolidayCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holidays",
        abstract: "See the days off; try a new decree, and put it in force.",
        discussion: """
            A decree is a file: date,name,kind,estimated, a day on each line. Kinds are libur_nasional, cuti_bersama and \
            hari_kerja, which takes back a day that an earlier file made a day off. Files are read in the order of their \
            names; a later one has the last word: 2027-revisi.csv comes after 2027.csv.

              pksctl holidays list --year 2027
              pksctl holidays preview 2027-revisi.csv      what it would move; nothing is stored
              pksctl holidays accept 2027-revisi.csv       puts it in force
            """,
        subcommands: [HolidayList.self, HolidayPreview.self, HolidayAccept.self], defaultSubcommand: HolidayList.self)
}

struct HolidayList: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the days off, and the files they stand in.",
        discussion: """
            Days whose date may still move are marked as estimates.

              pksctl holidays list --year 2027
            """)

    @Option(help: "Only this year.") var year: Int?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.get(["holidays"], query: [("year", year.map(String.init))])
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable([
            .init(title: output.word("TANGGAL", "DAY")), .init(title: output.word("NAMA", "NAME"), widthMax: 60),
            .init(title: output.word("JENIS", "KIND")), .init(title: output.word("CATATAN", "NOTE")),
            .init(title: output.word("BERKAS", "FILE")),
        ])
        let days = answer.items() + (answer["taken_back"]?.list ?? [])
        for day in days.sorted(by: { $0.cell("day") < $1.cell("day") }) {
            table.append([
                day.cell("day"), day.cell("name"), kindName(day, output), estimateMark(day, output), day.cell("file"),
            ])
        }
        var sections = [listed(table, answer, output)]
        for file in answer["files"]?.list ?? [] {
            guard let at = file["accepted_at"]?.text else { continue }
            let by = file["accepted_by"]?.cell("name") ?? ""
            sections.append(
                output.word(
                    "\(file.cell("name")) diberlakukan \(by) pada \(output.moment(at))",
                    "\(file.cell("name")) was accepted by \(by) on \(output.moment(at))"))
        }
        let missing = answer["missing"]?.cell(output.language) ?? ""
        if !missing.isEmpty {
            sections.append(
                output.word(
                    "Hari libur \(missing) belum ada: hari kerjanya dihitung tanpa libur.",
                    "The holidays of \(missing) are missing: its working days are counted without any."))
        }
        return sections.joined(separator: "\n\n")
    }
}

struct HolidayPreview: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Say which reminders and deadlines a holiday file would move. Nothing is stored.",
        discussion: """
            The reminders that come first are shown, in order of time.

              pksctl holidays preview 2027-revisi.csv
              pksctl holidays preview 2027-revisi.csv --limit 200 --json
            """)

    @OptionGroup var proposal: HolidayFileOptions
    @Option(help: "How many reminders to show, 1 to 200. (default: 50)") var limit: Int?
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", ["holidays", "preview"], query: [("limit", limit.map(String.init))], try proposal.body(),
            key: "preview")
        try session.output.show(answer) { page($0, session.output) }
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        var table = TextTable([
            .init(title: "REF", widthMax: 32), .init(title: output.word("PENERIMA", "RECIPIENT")),
            .init(title: output.word("SEKARANG", "NOW")), .init(title: output.word("NANTI", "THEN")),
            .init(title: output.word("TENGGAT SEKARANG", "DEADLINE NOW")),
            .init(title: output.word("TENGGAT NANTI", "DEADLINE THEN")), .init(title: output.word("CATATAN", "NOTE")),
        ])
        for move in answer["deadlines"]?.list ?? [] {
            table.append([
                move.name, move.cell("recipient"), output.moment(move["due_before"]?.text),
                output.moment(move["due_after"]?.text), move.cell("deadline_before"), move.cell("deadline_after"),
                [changeName(move, output), estimateMark(move, output)].filter { !$0.isEmpty }.joined(separator: ", "),
            ])
        }
        var sections = [changedDays(answer, output)]
        if !table.isEmpty { sections.append(table.text()) }
        if let more = answer["more"]?.integer, more > 0 {
            let count = output.language.number(more)
            sections.append(output.word("dan \(count) lagi", "and \(count) more"))
        }
        sections.append(
            reminderSentence(answer["reminders"] ?? .null, output)
                + output.word(" Tidak ada yang disimpan.", " Nothing is stored."))
        return sections.joined(separator: "\n\n")
    }
}

struct HolidayAccept: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Put a holiday file in force; all reminders are planned anew.",
        discussion: """
            For admins and for coordinators who are not limited to regions. Look at the preview first; to take an \
            acceptance back, accept a corrected file of the same name.

              pksctl holidays preview 2027-revisi.csv
              pksctl holidays accept 2027-revisi.csv
            """)

    @OptionGroup var proposal: HolidayFileOptions
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write("POST", ["holidays"], try proposal.body(), key: keys.key)
        let output = session.output
        try output.show(answer) { accepted in
            let moved = accepted.count("reminders_moved", output.language)
            return changedDays(accepted, output) + "\n\n"
                + output.word(
                    "✓ \(accepted.cell("name")) berlaku; \(moved) pengingat bergeser.",
                    "✓ \(accepted.cell("name")) is in force; reminders moved: \(moved).")
        }
    }
}

/// A holiday file on its way to the server.
struct HolidayFileOptions: ParsableArguments {
    @Argument(help: "The holiday file (CSV), or - for standard input.", completion: .file(extensions: ["csv"]))
    var file: String

    @Option(
        help: ArgumentHelp(
            "What it is called on the server, such as 2027-revisi.csv. (default: the file's own name)",
            valueName: "name"))
    var name: String?

    func validate() throws {
        if file == "-", name == nil { throw ValidationError("Standard input has no name; give --name.") }
    }

    func body() throws -> JSON {
        let own = file.split(separator: "/").last.map(String.init) ?? file
        return ["name": .text(name ?? own), "csv": .text(try InputFile(file).text())]
    }
}

/// Each day that is otherwise than it was, before and after.
private func changedDays(_ answer: JSON, _ output: Output) -> String {
    var table = TextTable([
        .init(title: output.word("TANGGAL", "DAY")), .init(title: output.word("SEBELUMNYA", "BEFORE"), widthMax: 60),
        .init(title: output.word("MENJADI", "THEN"), widthMax: 60),
    ])
    func byDay(_ key: String) -> [String: JSON] {
        .init((answer[key]?.list ?? []).map { ($0.cell("day"), $0) }) { first, _ in first }
    }
    let (added, removed) = (byDay("added"), byDay("removed"))
    for day in Set(added.keys).union(removed.keys).sorted() {
        table.append([day, dayName(removed[day], on: day, output), dayName(added[day], on: day, output)])
    }
    return table.isEmpty ? output.word("Tidak ada hari yang berubah.", "No day changes.") : table.text()
}

/// `Hari Raya Idul Fitri (perkiraan)`; what a day is that is not off.
private func dayName(_ holiday: JSON?, on day: String, _ output: Output) -> String {
    guard let holiday else {
        let isWeekend = Day(day).map { $0.weekday == .saturday || $0.weekday == .sunday } ?? false
        return isWeekend ? output.word("akhir pekan", "weekend") : output.word("hari kerja", "working day")
    }
    let mark = estimateMark(holiday, output)
    return holiday.cell("name") + (mark.isEmpty ? "" : " (\(mark))")
}

private func estimateMark(_ holiday: JSON, _ output: Output) -> String {
    holiday["estimated"]?.bool == true ? output.word("perkiraan", "estimate") : ""
}

private func kindName(_ holiday: JSON, _ output: Output) -> String {
    switch holiday["kind"]?.text.flatMap({ Holidays.Kind(rawValue: $0) }) {
    case .nationalHoliday: output.word("libur nasional", "national holiday")
    case .jointLeave: output.word("cuti bersama", "joint leave")
    case .workingDay: output.word("hari kerja (dicabut)", "working day (taken back)")
    case nil: holiday.cell("kind")
    }
}

private func changeName(_ move: JSON, _ output: Output) -> String {
    switch move["change"]?.text {
    case "dropped": output.word("hilang", "dropped")
    case "added": output.word("bertambah", "added")
    case "late": output.word("terlambat", "late")
    default: ""
    }
}
