import ArgumentParser
import Documents
import Foundation
import Ledger
import SQLiteLedger

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Prove the record: the chain is unbroken, agreements are the sum of their events, no reminder is silent.",
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
            // What is due waits for the daemon, where none is running.
            let reminders = try await ReminderAudit(of: ledger, at: nil)
            try await ledger.close()
            let head = audit.head.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
            let faults = audit.faults.map(\.message) + reminders.faults.map(\.message)
            for fault in faults { printError(fault.text(options.lang)) }
            print(reminders.counts.sentence.text(options.lang))
            print(
                Bilingual(
                    id:
                        "\(audit.events) peristiwa, \(audit.agreements) perjanjian, \(faults.count) kesalahan; kepala rantai \(head)",
                    en:
                        "\(audit.events) events, \(audit.agreements) agreements, \(faults.count) faults; head of the chain \(head)"
                ).text(options.lang))
            if !faults.isEmpty { throw ExitCode(1) }
        }
    }
}
