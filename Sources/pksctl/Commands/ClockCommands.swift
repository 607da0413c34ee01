import ArgumentParser
import Calendars
import Documents

struct ClockCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Read the server's clock; in a rehearsal, move it.",
        discussion: """
            A rehearsal (`pksd serve --rehearsal`) runs on a clock of its own: see in seconds who would be told what in \
            a year.

              pksctl clock show
              pksctl clock advance P30D
              pksctl clock to 2027-01-01T08:00:00+08:00
            """,
        subcommands: [ClockShow.self, ClockAdvance.self, ClockTo.self])
}

private func clockPage(_ clock: JSON, _ output: Output) -> String {
    let rehearsal = clock["rehearsal"]?.bool == true ? output.word(" (gladi)", " (rehearsal)") : ""
    return output.moment(clock["now"]?.text) + rehearsal
}

struct ClockShow: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What time it is for the server.",
        discussion: """
            For example:

              pksctl clock show
            """)

    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        try session.output.show(try await session.client.get(["clock"])) { clockPage($0, session.output) }
    }
}

struct ClockAdvance: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "advance", abstract: "Move a rehearsal's clock forward by a length of time.",
        discussion: """
            Thirty days, a month, two hours and a half:

              pksctl clock advance P30D
              pksctl clock advance P1M
              pksctl clock advance PT2H30M
            """)

    @Argument(help: "How far, as ISO 8601 writes it: P30D, P1M, PT2H30M.") var period: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if Period(period) == nil {
            throw ValidationError("'\(period)' is not a length of time; write P30D, P1M or PT2H30M.")
        }
    }

    func run(_ session: Session) async throws {
        let answer = try await session.client.write("POST", ["clock"], ["advance": .text(period)], key: keys.key)
        try session.output.show(answer) { clockPage($0, session.output) }
    }
}

struct ClockTo: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "to", abstract: "Move a rehearsal's clock forward to a moment.",
        discussion: """
            For example:

              pksctl clock to 2027-01-01T08:00:00+08:00
            """)

    @Argument(help: "The moment, with a time zone: 2027-01-01T08:00:00+08:00.") var instant: Instant
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let answer = try await session.client.write(
            "POST", ["clock"], ["to": .text(instant.description)], key: keys.key)
        try session.output.show(answer) { clockPage($0, session.output) }
    }
}
