public import Agreements
public import ArgumentParser
import Documents
import Engine
import Foundation
import Ledger
import SQLiteLedger

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Let people and systems in.", subcommands: [Create.self])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a token and print it once; only its hash is kept.",
            discussion: """
                The token is the last word printed. The daemon knows it at once, running or not.

                  pksd token create --name "Dinas Kesehatan Kota Kupang" --role unit_pic --region 53.71

                Roles: \(Role.allCases.filter { $0 != .system }.map(\.rawValue).joined(separator: ", ")).
                """)

        @OptionGroup var options: SettingsOptions

        @Option(help: "Who it is for; stands in the record beside everything they do.")
        var name: String

        @Option(help: "What they may do; see the list above.")
        var role: Role

        @Option(
            help: ArgumentHelp(
                "A region they are limited to, such as 53.71 or 53 with all inside it; may be repeated.",
                valueName: "code"))
        var region: [String] = []

        func validate() throws {
            if role == .system { throw ValidationError("system is the daemon itself.") }
            if name.isEmpty { throw ValidationError("--name must not be empty.") }
        }

        func run() async throws {
            try await explaining(options.lang) {
                let settings = try Settings(options, environment: ProcessInfo.processInfo.environment)
                let regions = try RuleBook.regions(data: settings.data)
                for code in region where regions[code] == nil {
                    throw ValidationError("There is no region \(code).")
                }
                defer { StateDirectory.handOver(settings.stateDirectory) }
                let ledger = try SQLiteLedger(directory: settings.stateDirectory, kind: nil)
                let token = try await Tokens.create(name: name, role: role, regions: region, in: ledger)
                try await ledger.close()
                let codes = region.joined(separator: ", ")
                print(
                    Bilingual(
                        id:
                            "Token untuk \(name) (\(role.rawValue), \(codes.isEmpty ? "semua daerah" : codes)); simpan baik-baik, tidak dapat ditampilkan lagi: \(token)",
                        en:
                            "Token for \(name) (\(role.rawValue), \(codes.isEmpty ? "all regions" : codes)); keep it well, it cannot be shown again: \(token)"
                    ).text(options.lang))
            }
        }
    }
}

extension Role: ExpressibleByArgument {}
