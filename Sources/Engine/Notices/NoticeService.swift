import Agreements
import Calendars
public import Courier
import Foundation
import Ledger
import Logging
public import Notices
public import ServiceLifecycle
import Synchronization

/// Makes mails of what people are to be told, and brings them to the mail server. Sleeps until something may go out.
///
/// A mail is on disk before it leaves, and its Message-ID never changes, so that what a crash sends twice can be told.
public final class NoticeService: Service {
    /// How many people's mails are made between two looks at the clock, and how many mails are under way at once.
    private static let (peopleMax, flightMax) = (50, 8)
    /// While too much goes out, the rest waits this long.
    private static let pause = Duration.seconds(60)

    private let engine: Engine
    private let postman: any Postman
    private let settings: MailSettings
    private let links: Links
    private let guarding: StormGuard
    private let policy: MailPolicy
    private let isStopping = Mutex(false)

    public init(
        _ engine: Engine, postman: any Postman, settings: MailSettings, links: Links,
        guarding: StormGuard = StormGuard(),
        policy: MailPolicy = MailPolicy()
    ) {
        self.engine = engine
        self.postman = postman
        self.settings = settings
        self.links = links
        self.guarding = guarding
        self.policy = policy
    }

    public func run() async throws {
        let recovered = try await engine.ledger.recoverMails(at: engine.clock.now())
        if recovered > 0 {
            engine.logger.warning(
                "mails were on their way when the daemon stopped; they are sent again, with the same Message-ID",
                metadata: ["count": "\(recovered)"])
        }
        await withGracefulShutdownHandler {
            while !isStopping.withLock({ $0 }), !Task.isCancelled {
                do {
                    try await sendDue()
                    await engine.noticeAlarm.wait(until: try await nextDue())
                } catch {
                    guard !Task.isCancelled else { return }
                    engine.logger.error("mails could not be made; trying again in 5 s", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        } onGracefulShutdown: {
            // What is on its way may arrive; nothing new begins.
            self.isStopping.withLock { $0 = true }
            self.engine.noticeAlarm.ring()
        }
    }

    func nextDue() async throws -> Instant? {
        [try await engine.ledger.nextNoticeDue(), try await engine.ledger.nextMailDue()].compactMap { $0 }.min()
    }

    /// Makes the mails that are due, and sends them.
    func sendDue() async throws {
        try await composeDue()
        while !isStopping.withLock({ $0 }) {
            let mails = try await engine.ledger.claimMails(
                at: engine.clock.now(), limit: NoticeService.flightMax)
            if mails.isEmpty { return }
            await withDiscardingTaskGroup { group in
                for mail in mails { group.addTask { await self.send(mail) } }
            }
        }
    }

    private func composeDue() async throws {
        var isHeld = false
        while true {
            let now = engine.clock.now()
            let due = try await engine.ledger.dueNotices(at: now, limit: NoticeService.peopleMax)
            if due.isEmpty { return }
            let people = Dictionary(try await engine.ledger.people().map { ($0.id, $0) }) { first, _ in first }
            for (id, notices) in Dictionary(grouping: due, by: \.person).sorted(by: { $0.key < $1.key }) {
                let recent = try await engine.ledger.mailCount(
                    since: now + .seconds(-60), until: now, to: nil)
                guard guarding.allows(sentInLastMinute: recent) else {
                    if !isHeld {
                        engine.logger.error(
                            "too many mails in a minute; the rest waits, see whether a workflow file is wrong",
                            metadata: ["mails": "\(recent)"])
                    }
                    isHeld = true
                    try await engine.ledger.deferNotices(due.map(\.id), to: now + NoticeService.pause)
                    break
                }
                try await compose(notices, for: people[id], at: now)
            }
        }
    }

    private func compose(_ notices: [Notice], for person: Person?, at now: Instant) async throws {
        guard let person, let address = person.mailAddress else {
            return try await engine.ledger.dropNotices(notices.map(\.id))
        }
        guard
            let letter = NoticeMail(
                to: person, about: notices, zone: engine.rules.zone(of: person), at: now, links: links,
                regions: engine.rules.reference.regions)
        else { return }
        let id = engine.mint.id("mail", at: now)
        let mail = Mail(
            id: id, person: person.id, address: address, subject: letter.subject,
            message: letter.message(id: id, from: settings.sender).bytes(), dueAt: now, createdAt: now)
        // Somebody else has taken one of them meanwhile: what is left comes with the next look.
        do { try await engine.ledger.compose(mail, of: notices.map(\.id)) } catch LedgerError.noticeTaken {}
    }

    private func send(_ mail: Mail) async {
        let outcome = await postman.post(
            Posting(
                id: mail.id, server: settings.server, security: settings.security, credentials: settings.credentials,
                sender: settings.sender.address, recipients: [mail.address], message: [UInt8](mail.message),
                addresses: engine.isRehearsal ? .loopbackOnly : settings.addresses, caFile: settings.caFile))
        let (code, reply): (Int?, String) =
            switch outcome.result {
            case .accepted(let reply), .refused(let reply): (reply.code, "\(reply.code) \(reply.text)")
            case .failed(let failure): (nil, "\(failure.kind.rawValue): \(failure.detail)")
            }
        let next = policy.next(code: code, attempt: mail.attempts, at: engine.clock.now())
        if next == .failed {
            engine.logger.error(
                "a mail could not be delivered", metadata: ["mail": "\(mail.id)", "person": "\(mail.person)"])
        }
        engine.metrics.mailed(next)
        while true {
            do {
                return try await engine.ledger.settle(
                    MailSettlement(mail: mail.id, attempt: mail.attempts, reply: reply, next: next))
            } catch {
                engine.logger.error(
                    "what became of a mail could not be written", metadata: ["mail": "\(mail.id)", "error": "\(error)"])
                // At a stop it stays on its way, and is sent again when the daemon starts next.
                guard (try? await Task.sleep(for: .seconds(5))) != nil else { return }
            }
        }
    }
}

extension Person {
    /// Where mail reaches somebody; nil for whoever has no address or wants none.
    var mailAddress: String? { mail == .off ? nil : email }
}

extension RuleBook {
    /// By which clock somebody lives: that of the first region they are for.
    func zone(of person: Person) -> Zone { reference.regions.zone(of: person.regions.first ?? "00") }
}
