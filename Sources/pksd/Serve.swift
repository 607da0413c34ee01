import ArgumentParser
import Calendars
import Documents
import Foundation
import Glibc

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon.",
        discussion: """
            It listens on 127.0.0.1:7480 unless told otherwise, keeps its ledger in the state directory, rereads the \
            workflow and data files on SIGHUP, and stops cleanly on SIGTERM. Under systemd it reports its readiness and \
            feeds the watchdog.

            A rehearsal runs on a clock that moves only when told to, in a state directory of its own, and sends webhooks \
            to this machine only:
              pksd serve --rehearsal --clock 2026-11-01T08:00:00+08:00 --state-dir /tmp/rehearsal
              pksctl clock advance P30D
            """)

    @OptionGroup var options: SettingsOptions

    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "host:port"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "How much to log: trace, debug, info, notice, warning, error or critical.", valueName: "level"))
    var logLevel: String?

    @Flag(help: "Run on a virtual clock, telling nobody outside this machine.")
    var rehearsal = false

    @Option(help: ArgumentHelp("When a rehearsal begins, such as 2026-11-01T08:00:00+08:00.", valueName: "instant"))
    var clock: String?

    func validate() throws {
        if let clock, Instant(clock) == nil {
            throw ValidationError("--clock must be a moment such as 2026-11-01T08:00:00+08:00.")
        }
        if rehearsal != (clock != nil) { throw ValidationError("--rehearsal and --clock go together.") }
    }

    func run() async throws {
        try await explaining(options.lang) {
            let environment = ProcessInfo.processInfo.environment
            let settings = try Settings(
                options, flags: ["listen": listen, "log_level": logLevel].compactMapValues { $0 },
                environment: environment)
            try await Daemon(
                settings, rehearsalStart: clock.flatMap { Instant($0) }, systemd: Systemd(environment: environment),
                language: options.lang
            ).run()
        }
    }
}

/// Runs a command and tells an explained error in the reader's language, with the exit code of sysexits(3).
func explaining(_ language: Language, _ body: () async throws -> Void) async throws {
    // Whatever is made is for its owner alone.
    umask(0o077)
    do {
        try await body()
    } catch let error as DocumentError {
        for problem in error.problems { printError(problem.line(language)) }
        throw ExitCode(78)
    } catch let error as any ExplainedError {
        printError("pksd: " + error.message.text(language))
        throw ExitCode(69)
    }
}

func printError(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
}
