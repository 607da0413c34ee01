import Agreements
import ArgumentParser
import Calendars
import Documents
import Engine
import Foundation
import Ledger
import Logging
import SQLiteLedger
import Server
import Workflows

struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Make a link at which somebody sets their password, and print it once.",
        discussion: """
            The link is the last word printed; it works once, for seven days. Without a name it is for the first \
            administrator, and there is none to make once an administrator has signed in.

              pksd invite
              pksd invite --name "Siti Aminah" --role coordinator --region 53
              pksd invite --name "Siti Aminah"      who is there already, and has forgotten her password

            Roles: \(Role.allCases.filter { ![.system, .integration].contains($0) }.map(\.rawValue).joined(separator: ", ")).
            """)

    @OptionGroup var options: SettingsOptions

    @Option(help: "Whom the link is for; with --role somebody who is not there yet.")
    var name: String?

    @Option(help: "The role that somebody new holds; see the list above.")
    var role: Role?

    @Option(
        help: ArgumentHelp(
            "A region that somebody new is limited to, such as 53.71; may be repeated.", valueName: "code"))
    var region: [String] = []

    func validate() throws {
        if name == nil, role != nil { throw ValidationError("--role goes with --name.") }
        if role == nil, !region.isEmpty { throw ValidationError("--region goes with --role.") }
    }

    func run() async throws {
        try await explaining(options.lang) {
            let settings = try Settings(options, environment: ProcessInfo.processInfo.environment)
            defer { StateDirectory.handOver(settings.stateDirectory) }
            let ledger = try SQLiteLedger(directory: settings.stateDirectory, kind: nil)
            let link = try await link(in: ledger, settings)
            try await ledger.close()
            guard let link else {
                throw EngineError.impossible(
                    Bilingual(
                        id: "sudah ada administrator; sebut siapa yang diundang dengan --name",
                        en: "there is an administrator already; say with --name who is invited"))
            }
            let address = settings.publicURL + link.path
            let roles = link.person.roles.map(\.rawValue).joined(separator: ", ")
            print(
                Bilingual(
                    id: "Tautan untuk \(link.person.name) (\(roles)), berlaku sekali, tujuh hari: \(address)",
                    en: "Link for \(link.person.name) (\(roles)), good once, for seven days: \(address)"
                ).text(options.lang))
        }
    }

    private func link(in ledger: SQLiteLedger, _ settings: Settings) async throws -> InvitationLink? {
        // Whom to invite hangs on no workflow, so that a broken one keeps nobody out.
        let regions = try RuleBook.regions(data: settings.data)
        let engine = Engine(
            ledger: ledger,
            rules: RuleBook(
                workflows: [], calendar: WorkingCalendar(holidays: Holidays()),
                reference: ReferenceData(regions: regions)),
            clock: SystemClock(), random: SystemRandom(),
            logger: Logger(label: "pksd") { StreamLogHandler.standardError(label: $0) }, metrics: Prometheus())
        guard let name else { return try await engine.firstInvitation() }
        return try await engine.inviteOnMachine(named: name, role: role, regions: region)
    }
}
