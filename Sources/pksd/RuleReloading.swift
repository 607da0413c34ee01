import Documents
import Engine
import Ledger
import Logging
import ServiceLifecycle
import UnixSignals
import Workflows

/// Reads the rule files, at the start and again on SIGHUP. What is broken is said and the last good one kept.
struct RuleReloading {
    private let settings: Settings
    private let ledger: any Ledger
    private let logger: Logger
    private let language: Language

    init(_ settings: Settings, ledger: any Ledger, logger: Logger, language: Language) {
        self.settings = settings
        self.ledger = ledger
        self.logger = logger
        self.language = language
    }

    /// - Throws: `DocumentError` if there is nothing good to fall back to.
    func rulesAtStart() async throws -> RuleBook {
        try await read()
    }

    /// Reads the files; those that have been in force before need no new proof.
    private func read() async throws -> RuleBook {
        let stored = try await ledger.workflowTexts()
        var tolerated: [Problem] = []
        let rules = try RuleBook(
            workflows: settings.workflows, data: settings.data,
            lastGood: Dictionary(stored.map { ($0.id, $0.text) }) { $1 }, proven: Set(stored.map(\.policy)),
            accepted: try await ledger.holidayFiles(), tolerated: &tolerated)
        for name in rules.replacedFiles {
            logger.notice(
                "a holiday file that was accepted over the API stands in the place of the one in the directory",
                metadata: ["file": "\(name)"])
        }
        for problem in tolerated {
            logger.error("a workflow file is broken; its last good version stays in force: \(problem.line(language))")
        }
        return rules
    }

    /// Waits for SIGHUP.
    func service(_ engine: Engine, systemd: Systemd) -> some Service {
        Reloader(reloading: self, engine: engine, systemd: systemd)
    }

    fileprivate func reload(_ engine: Engine) async -> String {
        do {
            let rules = try await read()
            let changes = try await engine.adopt(rules) ?? ReminderChanges()
            logger.notice(
                "rules reread",
                metadata: [
                    "workflows": "\(rules.current.count)", "reminders_moved": "\(changes.moved)",
                    "reminders_dropped": "\(changes.dropped)", "reminders_added": "\(changes.added)",
                ])
            return "rules reread"
        } catch let error as DocumentError {
            for problem in error.problems {
                logger.error("rules not reread; the ones before stay in force: \(problem.line(language))")
            }
        } catch {
            logger.error("rules not reread; the ones before stay in force", metadata: ["error": "\(error)"])
        }
        return "rules NOT reread; see the log"
    }
}

private struct Reloader: Service {
    let reloading: RuleReloading
    let engine: Engine
    let systemd: Systemd

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let signals = await UnixSignalsSequence(trapping: .sighup)
            for await _ in signals {
                systemd.notifyReloading()
                let status = await reloading.reload(engine)
                systemd.notify(ready: status)
            }
        }
    }
}
