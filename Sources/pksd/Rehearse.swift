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

struct Rehearse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "See all reminders of the next year in seconds; nobody is told.",
        discussion: """
            Runs a clock over a copy of the record and prints each reminder when it comes: local time, agreement, who is \
            told, deadline and what. At the end the totals of each office and each month. The record itself is only \
            read, and the daemon may be running on it. The same record, rules and days give the same list, byte for byte.

              pksd rehearse
              pksd rehearse --from 2026-11-01T08:00:00+08:00 --days 60
              pksd rehearse --json
            """)

    @OptionGroup var options: SettingsOptions

    @Option(
        help: ArgumentHelp("When to begin, such as 2026-11-01T08:00:00+08:00. (default: now)", valueName: "instant"))
    var from: String?

    @Option(help: ArgumentHelp("How many days to look at.", valueName: "number"))
    var days = 365

    @Flag(help: "Print JSON for programs instead of a list for people.")
    var json = false

    func validate() throws {
        if let from, Instant(from) == nil {
            throw ValidationError("--from must be a moment such as 2026-11-01T08:00:00+08:00.")
        }
        guard (1...4_000).contains(days) else { throw ValidationError("--days must be from 1 to 4000.") }
    }

    func run() async throws {
        try await explaining(options.lang) {
            let settings = try Settings(options, environment: ProcessInfo.processInfo.environment)
            // Reading leaves files beside the ledger, which are the daemon's.
            defer { StateDirectory.handOver(settings.stateDirectory) }
            let scratch = FileManager.default.temporaryDirectory.path + "/pksd-rehearse-\(UUID().uuidString)"
            defer { try? FileManager.default.removeItem(atPath: scratch) }
            try SQLiteLedger.copyForRehearsal(settings.stateDirectory, to: scratch)
            let ledger = try SQLiteLedger(directory: scratch, kind: .rehearsal)
            let clock = VirtualClock(from.flatMap { Instant($0) } ?? SystemClock().now())
            let end = clock.now() + .seconds(days * 86_400)
            var logger = Logger(label: "pksd") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = max(settings.logLevel, .error)
            let rules = try await RuleReloading(settings, ledger: ledger, logger: logger, language: options.lang)
                .rulesAtStart()
            let engine = Engine(
                ledger: ledger, rules: rules, clock: clock, random: SeededRandom(seed: 1), isRehearsal: true,
                logger: logger, metrics: Prometheus())
            var list = RehearsedList(language: options.lang, from: clock.now(), until: end)
            try await engine.start()
            try await Forecast(engine, clock: clock).run(until: end) { event, notice in
                let zone = engine.rules.reference.regions.zone(of: event.region ?? "")
                let line = list.add(event, notice, in: zone)
                if !json { print(line) }
            }
            try await ledger.close()
            print(json ? try list.json : list.totals)
        }
    }
}
