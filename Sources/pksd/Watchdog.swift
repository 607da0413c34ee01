import Calendars
import Engine
import Ledger
import Logging
import ServiceLifecycle

/// Tells the service manager that the daemon is alive, after it has proved it by reading the ledger.
struct Watchdog: Service {
    let engine: Engine
    let systemd: Systemd
    /// Where each beat leaves its time.
    let directory: String

    func run() async throws {
        guard let microseconds = systemd.watchdogMicroseconds else {
            try? await gracefulShutdown()
            return
        }
        // Half the time allowed, as sd_watchdog_enabled(3) advises.
        let interval = Duration.microseconds(microseconds / 2)
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await engine.ledger.head()
                    systemd.notifyAlive()
                    StateDirectory.beat(directory)
                } catch {
                    engine.logger.critical(
                        "the ledger does not answer; the watchdog is not fed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: interval)
            }
        }
    }
}
