import Agreements
import ArgumentParser
import Calendars
import Courier
import Documents
import Engine
import Foundation
import SignOn

struct CheckConfig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the settings, the workflows and the data files, and say everything that is wrong.",
        discussion: "Exits 0 if the daemon would start with them, 78 otherwise. Touches no ledger.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await explaining(options.lang) {
            let problems = Problems()
            let settings = try Settings(options, environment: ProcessInfo.processInfo.environment, problems)
            var tolerated: [Problem] = []
            let rules = try problems.collect {
                try RuleBook(workflows: settings.workflows, data: settings.data, tolerated: &tolerated)
            }
            let institutions = settings.signOn.compactMap { $0.provider(problems) }
            try problems.check()
            guard let rules else { return }
            let providers = institutions.map { "\($0.id): \($0.issuer)" }.joined(separator: ", ")
            print(
                """
                listen      \(settings.listen)
                state_dir   \(settings.stateDirectory)
                ledger      \(settings.ledger.rawValue)
                workflows   \(settings.workflows): \(rules.current.keys.sorted().joined(separator: ", "))
                data        \(settings.data): \(rules.reference.regions.codes.count) regions, \
                \(rules.reference.rates.rows.count) rates, holidays of \
                \(rules.calendar.holidays.years.sorted().map(String.init).joined(separator: ", "))
                log_level   \(settings.logLevel)
                public_url  \(settings.publicURL)
                mail        \(settings.mail.map { "\($0.server), \($0.security.rawValue)" } ?? "-")
                sign_on     \(providers.isEmpty ? "-" : providers)
                """)
        }
    }
}
