import ArgumentParser
import Documents
import Foundation

/// The coordinators' command line. Everything it does goes through pksd's HTTP API.
@main
struct Pksctl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pksctl",
        abstract: "Follow agreements between regional governments and BPJS, from draft to renewal.",
        discussion: """
            Talks to a running pksd. The first day, in five lines:

              export PKSCTL_TOKEN=…           your token (`pksd token create` makes it)
              pksctl today                    what you must do, in order of harm
              pksctl agreements list          what there is, and whom it waits on
              pksctl agreements show REF      one agreement, whole
              pksctl agreements advance REF   what can be done next, what is missing
              pksctl agreements advance REF submit
              pksctl why                      what all of them wait for, and at whom
              pksctl gaps                     who loses cover on 1 January, and why
              pksctl runway REF               whether the money lasts

            Every command has its own help with an example:

              pksctl agreements advance --help

            Environment:
              PKSCTL_TOKEN        the token; never given as an argument
              PKSCTL_TOKEN_FILE   or a file that holds it
              PKSCTL_SERVER       address of pksd (default http://127.0.0.1:7480)
              PKSCTL_LANG         id or en, for answers and errors (default id)

            Exit codes: 0 done; 1 refused by the server, or errors found; 2 wrong usage; 3 server not reachable.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Every week",
                subcommands: [
                    QuestionsCommand.self, TodayCommand.self, ExpiringCommand.self, GapsCommand.self,
                    WaitingCommand.self, Why.self, SignaturesCommand.self, FindingsCommand.self, OfficersCommand.self,
                    TroubleCommand.self, ReportCommand.self,
                ]),
            CommandGroup(
                name: "Papers",
                subcommands: [
                    AgreementCommands.self, ViewCommands.self, CountsCommand.self, DwellCommand.self,
                    ReminderCommands.self, CalendarCommands.self, EventFeed.self,
                ]),
            CommandGroup(
                name: "Money and people",
                subcommands: [
                    RunwayCommand.self, ArrearsCommand.self, BudgetChangesCommand.self, MemberChangesCommand.self,
                    CoverageCommands.self, ThresholdsCommand.self,
                    RateCommands.self, ImportCommand.self,
                ]),
            CommandGroup(name: "Reminders and mail", subcommands: [PeopleCommands.self, MailCommands.self]),
            CommandGroup(name: "Who is let in", subcommands: [TokenCommands.self, AccessLogCommand.self]),
            CommandGroup(
                name: "Rules and systems",
                subcommands: [
                    WorkflowCommands.self, HolidayCommands.self, ExpressionCommands.self, WebhookCommands.self,
                    ClockCommands.self, DoctorCommand.self,
                ]),
        ])

    static func main() async {
        let surroundings = Surroundings(
            variables: ProcessInfo.processInfo.environment, zone: .current, now: Date())
        let errand: any Errand
        do {
            errand = try await Self.errand()
        } catch {
            stop(error)
        }
        let output = errand.speech.output(surroundings)
        do {
            try await errand.run(in: surroundings)
        } catch let failure as Failure {
            output.tell(failure)
            Foundation.exit(failure.exitCode)
        } catch let error as DocumentError {
            output.complain(error.message.text(output.language))
            Foundation.exit(1)
        } catch {
            stop(error)
        }
    }

    /// What was asked for. Help is thrown, by ArgumentParser's custom: its own commands and mere groups have nothing else.
    private static func errand() async throws -> any Errand {
        var command = try parseAsRoot(ExpressionEval.sortedOut(Array(CommandLine.arguments.dropFirst())))
        if let errand = command as? any Errand { return errand }
        if var group = command as? any AsyncParsableCommand { try await group.run() } else { try command.run() }
        throw CleanExit.helpRequest()
    }

    /// Help goes out with 0; what was typed wrongly with 2, where ArgumentParser would say 64.
    private static func stop(_ error: any Error) -> Never {
        let message = fullMessage(for: error)
        let isFine = exitCode(for: error).isSuccess
        try? (isFine ? FileHandle.standardOutput : .standardError).write(contentsOf: Data((message + "\n").utf8))
        Foundation.exit(isFine ? 0 : 2)
    }
}
