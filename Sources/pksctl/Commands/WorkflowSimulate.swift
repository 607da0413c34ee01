import Agreements
public import ArgumentParser
import Calendars
import Documents
import Workflows

extension Simulation.Pace: ExpressibleByArgument {}

struct WorkflowSimulate: Errand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play a workflow file on a made-up paper, day by day; nothing is sent.",
        discussion: """
            Prints who would be reminded when, and how often each office. The paper of next year begins on the first day; \
            people act on the last day of each SLA, or never.

              pksctl workflow simulate Workflows/jkn-pd-pemda.yaml --from 2026-09-01 --days 400
              pksctl workflow simulate Workflows/bill.yaml --from 2027-01-01 --days 120 --pace never

            With --replay the server runs every recorded history against the file instead: which steps it would have \
            refused, which reminders would differ, which agreements would be left nowhere.

              pksctl workflow simulate Workflows/jkn-pd-pemda.yaml --replay
            """)

    @Argument(help: "The workflow file.", completion: .file(extensions: ["yaml"])) var file: String
    @Option(help: ArgumentHelp("The first day. (default: today)", valueName: "date")) var from: Day?
    @Option(help: "How many days.") var days = 365
    @Option(help: "Where the paper begins. (default: the initial state)") var state: String?
    @Option(help: "How quickly people act: deadline or never.") var pace = Simulation.Pace.deadline
    @Option(help: ArgumentHelp("Directory of holidays/ and rates.csv. (default: Config)", valueName: "dir"))
    var data: String?
    @Flag(help: "Run recorded histories against the file, on the server.") var replay = false
    @OptionGroup var connection: ConnectionOptions

    var speech: SpeechOptions { connection.speech }

    func validate() throws {
        guard (1...3_660).contains(days) else { throw ValidationError("--days is 1 to 3660") }
    }

    func run(in surroundings: Surroundings) async throws {
        if replay { return try await preview(file, replays: true, try Session(connection, surroundings)) }
        let output = speech.output(surroundings)
        let input = InputFile(file)
        let workflow = try Workflow(yaml: try input.text(), file: input.name)
        if let state, workflow.state(state) == nil {
            let known = workflow.states.map(\.id)
            let hint = nearest(to: state, among: known).map { "'\($0)'" } ?? known.joined(separator: ", ")
            throw Failure.usage(
                Bilingual(
                    id: "keadaan '\(state)' tidak ada; maksud Anda \(hint)?",
                    en: "there is no state '\(state)'; did you mean \(hint)?"))
        }
        let reference = try ReferenceFiles(data, beside: file)
        let simulation = Simulation(
            workflow, state: state, from: from ?? surroundings.today, days: days, pace: pace,
            calendar: WorkingCalendar(holidays: reference?.holidays ?? Holidays()), rates: reference?.rates ?? Rates())
        if output.wantsJSON { output.json(record(simulation)) } else { output.page(page(simulation, workflow, output)) }
    }

    private func page(_ simulation: Simulation, _ workflow: Workflow, _ output: Output) -> String {
        let language = output.language
        var calendar = TextTable([
            .init(title: output.word("TANGGAL", "DATE")), .init(title: output.word("KEADAAN", "STATE")),
            .init(title: output.word("KEPADA", "TO")), .init(title: output.word("PESAN", "SAYS"), widthMax: 80),
        ])
        for stay in simulation.stays {
            calendar.append([
                stay.from.description, stay.state, "", "→ " + workflow.label(stay.state).text(language),
            ])
            for reminder in simulation.reminders where reminder.state == stay.state {
                calendar.append([
                    Zone.wib.day(at: reminder.dueAt).description, reminder.state, reminder.recipient.rawValue,
                    reminder.say.text(language),
                ])
            }
        }
        var counts = TextTable([
            .init(title: output.word("KEPADA", "TO")),
            .init(title: output.word("PENGINGAT", "REMINDERS"), isNumber: true),
        ])
        for (role, count) in simulation.recipients { counts.append([role.rawValue, String(count)]) }
        return [calendar.text(), counts.isEmpty ? output.word("Tidak ada pengingat.", "No reminders.") : counts.text()]
            .joined(separator: "\n\n")
    }

    private func record(_ simulation: Simulation) -> JSON {
        JSON.body([
            "stays": .list(
                simulation.stays.map { JSON.body(["state": .text($0.state), "from": .text($0.from.description)]) }),
            "reminders": .list(
                simulation.reminders.map {
                    JSON.body([
                        "due_at": .text($0.dueAt.description), "state": .text($0.state), "rule": .text($0.rule),
                        "recipient": .text($0.recipient.rawValue),
                        "say": .object(["id": .text($0.say.id), "en": .text($0.say.en)]),
                    ])
                }),
            "recipients": .object(
                .init(simulation.recipients.map { ($0.role.rawValue, .integer(Int64($0.count))) }) { $1 }),
        ])
    }
}
