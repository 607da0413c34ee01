import ArgumentParser
import Documents
import Foundation
import Ledger
import SQLiteLedger

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove the record: the hash chain is unbroken and every agreement is the sum of its events.",
        discussion: """
            May run beside the daemon. Exits 0 if all is well, 1 with a list of faults if not. Keep the head it prints \
            somewhere else: a chain that was cut short is whole in itself.
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await explaining(options.lang) {
            let settings = try Settings(options, environment: ProcessInfo.processInfo.environment)
            guard FileManager.default.fileExists(atPath: settings.stateDirectory + "/pksd.sqlite") else {
                throw LedgerError.notFound(settings.stateDirectory + "/pksd.sqlite")
            }
            defer { StateDirectory.handOver(settings.stateDirectory) }
            let ledger = try SQLiteLedger(directory: settings.stateDirectory, kind: nil)
            let audit = try await LedgerAudit(of: ledger)
            try await ledger.close()
            let head = audit.head.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
            for fault in audit.faults { printError(fault.message.text(options.lang)) }
            print(
                Bilingual(
                    id:
                        "\(audit.events) peristiwa, \(audit.agreements) perjanjian, \(audit.faults.count) kesalahan; kepala rantai \(head)",
                    en:
                        "\(audit.events) events, \(audit.agreements) agreements, \(audit.faults.count) faults; head of the chain \(head)"
                ).text(options.lang))
            if !audit.faults.isEmpty { throw ExitCode(1) }
        }
    }
}
