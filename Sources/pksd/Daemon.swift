import Calendars
import Courier
import Documents
import Engine
import Foundation
import Glibc
import Ledger
import Logging
import Notices
import SQLiteLedger
import Server
import ServiceLifecycle
import SignOn
import UnixSignals
import Webhooks

/// Puts the rooms together and runs them until the daemon is told to stop.
struct Daemon {
    private let settings: Settings
    private let rehearsalStart: Instant?
    private let systemd: Systemd
    private let language: Language

    /// - Parameter rehearsalStart: runs on a virtual clock from then.
    init(_ settings: Settings, rehearsalStart: Instant?, systemd: Systemd, language: Language) {
        self.settings = settings
        self.rehearsalStart = rehearsalStart
        self.systemd = systemd
        self.language = language
    }

    func run() async throws {
        Daemon.prepareProcess()
        let logger = logger
        let ledger = try SQLiteLedger(
            directory: settings.stateDirectory, kind: rehearsalStart == nil ? .real : .rehearsal,
            durability: settings.durability,
            vault: try settings.vault(SystemRandom()))
        try StateDirectory.take(settings.stateDirectory)
        let clock = try await clock(ledger)
        let prometheus = Prometheus()
        let reloading = RuleReloading(settings, ledger: ledger, logger: logger, language: language)
        let engine = Engine(
            ledger: ledger, rules: try await reloading.rulesAtStart(), clock: clock,
            random: try await random(ledger, clock),
            isRehearsal: rehearsalStart != nil, sendsMail: settings.mail != nil,
            source: EventSource(publicURL: settings.isPublicURLSet ? settings.publicURL : nil), logger: logger,
            metrics: prometheus)
        try await engine.start(
            lastSeen: rehearsalStart == nil
                ? StateDirectory.lastBeat(settings.stateDirectory)
                : try await ledger.note("clock").flatMap { Instant($0) })
        // More than the schedule of deliveries hands out, so that nothing waits in a line behind slow ones.
        let courier = CurlCourier(inFlightMax: 2_048)
        let deliveries = DeliveryService(engine, carrier: courier)
        let notices = settings.mail.map {
            NoticeService(engine, postman: courier, settings: $0, links: Links(base: settings.publicURL))
        }
        let rehearsal = (clock as? VirtualClock).map {
            Rehearsal(engine, clock: $0, deliveries: deliveries, notices: notices)
        }
        let routes = Routes(
            engine: engine, prometheus: prometheus, deliveries: deliveries, rehearsal: rehearsal,
            signOn: try signOn(courier),
            publicURL: settings.isPublicURLSet ? settings.publicURL : nil, logger: logger)
        let server = try HTTPServer(routes, listen: settings.listen) { [systemd, settings] port in
            let address = ListenAddress(
                "\(settings.listen.host.contains(":") ? "[\(settings.listen.host)]" : settings.listen.host):\(port)")
            logger.notice("ready", metadata: ["address": "http://\(address?.description ?? "")", "pid": "\(getpid())"])
            systemd.notify(ready: "listening on \(address?.description ?? "")")
        }
        // In a rehearsal mails leave as its clock is moved, and so in the same order each time.
        let sending: [any Service] = rehearsal == nil ? notices.map { [$0] } ?? [] : []
        // Later services may use earlier ones; they are stopped in the opposite order.
        var group = ServiceGroupConfiguration(
            services: [
                CourierService(courier: courier), reloading.service(engine, systemd: systemd),
                Watchdog(engine: engine, systemd: systemd, directory: settings.stateDirectory),
                ReminderService(engine), deliveries, ReplayService(engine),
            ] + sending + [server, StopNotice(systemd: systemd)], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(7)
        group.maximumCancellationDuration = .seconds(2)
        do { try await ServiceGroup(configuration: group).run() } catch {
            throw ListenError(error, at: settings.listen) ?? error
        }
        try await ledger.close()
        logger.notice("stopped")
    }

    /// Whom others vouch for. Their clock and randomness are real in a rehearsal too, in which nobody outside is asked.
    private func signOn(_ courier: CurlCourier) throws -> SignOnProviders {
        let random = SystemRandom()
        let problems = Problems()
        let providers = settings.signOn.compactMap { $0.provider(problems) }
        try problems.check()
        return SignOnProviders(
            providers.map { provider in
                RelyingParty(
                    provider, redirectURI: "\(settings.publicURL)/sign-in/\(provider.id)/callback", carrier: courier,
                    randomBytes: { random.bytes($0) }, isLoopbackOnly: rehearsalStart != nil)
            }, seal: PendingSeal(secret: random.bytes(32)))
    }

    private var logger: Logger {
        var logger = Logger(label: "pksd") { label in StreamLogHandler.standardError(label: label) }
        logger.logLevel = settings.logLevel
        return logger
    }

    private func clock(_ ledger: some Ledger) async throws -> any WallClock {
        guard let rehearsalStart else { return SystemClock() }
        let left = try await ledger.note("clock").flatMap { Instant($0) }
        return VirtualClock(max(rehearsalStart, left ?? rehearsalStart))
    }

    /// A rehearsal repeats exactly; a restarted one must not repeat the identifiers it has given already.
    private func random(_ ledger: some Ledger, _ clock: any WallClock) async throws -> any RandomSource {
        guard rehearsalStart != nil else { return SystemRandom() }
        // Not everything that is made leaves an event, such as a calendar's address.
        let starts = (try await ledger.note("starts").flatMap { Int64($0) } ?? 0) &+ 1
        try await ledger.setNote("starts", to: String(starts))
        let seed = Int64(clock.now().milliseconds) &+ starts &* 0x2545_F491_4F6C_DD1D
        return SeededRandom(seed: UInt64(bitPattern: seed))
    }

    private static func prepareProcess() {
        // A signal to reread rules that are just being read must not end us; the reloader traps it later.
        signal(SIGHUP, SIG_IGN)
        // A parent may have blocked the signals that stop us; a blocked SIGTERM would be a daemon that cannot be stopped.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for signal in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&signals, signal) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        // Each endpoint may keep connections open.
        var limit = rlimit()
        unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

/// Keeps the courier until everybody who sends has stopped.
private struct CourierService: Service {
    let courier: CurlCourier

    func run() async throws {
        try? await gracefulShutdown()
        await courier.abandon()
    }
}

/// First to hear that the daemon is to stop, and says so.
private struct StopNotice: Service {
    let systemd: Systemd

    func run() async throws {
        try? await gracefulShutdown()
        systemd.notify(stopping: "finishing what is in flight")
    }
}
