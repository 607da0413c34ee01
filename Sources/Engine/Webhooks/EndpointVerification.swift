import Agreements
import Calendars
public import Courier
public import Documents
import Foundation
public import Ledger
import Webhooks

/// One thing that was found out about an endpoint.
public struct EndpointFinding: Sendable, Equatable {
    public enum Verdict: String, Sendable, Codable {
        case passed, failed
        /// Worth knowing, and no fault.
        case noted
    }

    public var step: String
    public var verdict: Verdict
    public var detail: Bilingual

    public init(_ step: String, _ verdict: Verdict, id: String, en: String) {
        self.step = step
        self.verdict = verdict
        detail = Bilingual(id: id, en: en)
    }
}

/// Finds out whether an endpoint does what a receiver must: speaks to it outside the queue and writes nothing down.
public struct EndpointVerification: Sendable {
    private let engine: Engine
    private let deliveries: DeliveryService
    private let endpoint: WebhookEndpoint
    private let wireClock: any WallClock

    /// A receiver that takes longer will time out one day.
    private static let slowMilliseconds = 5_000.0

    public init(
        _ endpoint: WebhookEndpoint, _ engine: Engine, _ deliveries: DeliveryService,
        wireClock: any WallClock = SystemClock()
    ) {
        self.endpoint = endpoint
        self.engine = engine
        self.deliveries = deliveries
        self.wireClock = wireClock
    }

    /// A signed trial, as it would be for any event.
    public func trial() async -> Outcome {
        guard var lease = trialLease(at: wireClock.now(), with: endpoint.secrets.signing) else {
            return Outcome(
                leaseID: endpoint.id,
                result: .failed(.init(kind: .badHeader, detail: "no key to sign with, or no address")))
        }
        lease.wantsCertificates = endpoint.url?.hasPrefix("https://") ?? false
        return await deliveries.carry(lease)
    }

    /// The address and its certificate, the handshake of CloudEvents, a signed trial, and what becomes of trials that a
    /// receiver must refuse.
    public func run() async -> [EndpointFinding] {
        guard endpoint.url != nil else {
            return [
                EndpointFinding("address", .noted, id: "endpoint ini hanya menarik", en: "this endpoint only pulls")
            ]
        }
        let outcome = await trial()
        var findings = [address(outcome)] + certificates(outcome)
        guard outcome.status != nil else { return findings }
        findings.append(accepted("signed", outcome))
        findings.append(speed(outcome))
        if let handshake = await handshake() { findings.append(handshake) }
        // Of a receiver that accepts nothing it would prove nothing that it refuses.
        guard outcome.isSuccess else { return findings }
        let now = wireClock.now()
        let stranger = [EndpointSecrets.SigningKey(text: strangersKey())]
        findings.append(
            await refuses(
                "bad_signature", trialLease(at: now, with: stranger),
                danger: Bilingual(
                    id: "siapa pun dapat berpura-pura menjadi pksd", en: "anybody can pretend to be pksd")))
        findings.append(
            await refuses(
                "old_timestamp", trialLease(at: now + .seconds(-3_600), with: endpoint.secrets.signing),
                danger: Bilingual(
                    id: "pesan lama yang disadap dapat dikirim ulang",
                    en: "an old message that was overheard can be sent again")))
        findings.append(
            await accepts("two_signatures", trialLease(at: now, with: stranger + endpoint.secrets.signing)))
        let again = trialLease(at: now, with: endpoint.secrets.signing)
        findings.append(await accepts("same_id_twice", again, times: 2))
        return findings
    }

    // MARK: What is judged

    private func address(_ outcome: Outcome) -> EndpointFinding {
        switch outcome.result {
        case .answered(let answer):
            let address = outcome.address ?? "?"
            let version = outcome.httpVersion ?? "?"
            return EndpointFinding(
                "address", .passed, id: "\(address) menjawab \(answer.status) lewat HTTP/\(version)",
                en: "\(address) answers \(answer.status) over HTTP/\(version)")
        case .failed(let failure):
            let reason = "\(failure.kind.rawValue): \(failure.detail)"
            return EndpointFinding("address", .failed, id: reason, en: reason)
        }
    }

    private func certificates(_ outcome: Outcome) -> [EndpointFinding] {
        outcome.certificates.prefix(1).map { certificate in
            let end = certificate.notAfter.map { Instant(milliseconds: $0) } ?? wireClock.now()
            let days = (end - wireClock.now()).milliseconds / 86_400_000
            return EndpointFinding(
                "certificate", days < 14 ? .failed : .passed,
                id: "\(certificate.subject), dari \(certificate.issuer), berlaku \(days) hari lagi",
                en: "\(certificate.subject), by \(certificate.issuer), valid for \(days) more days")
        }
    }

    private func speed(_ outcome: Outcome) -> EndpointFinding {
        let total = outcome.timings.totalMilliseconds
        let figures = "\(Int(total.rounded())) ms"
        return EndpointFinding(
            "speed", total < EndpointVerification.slowMilliseconds ? .passed : .failed,
            id: "menjawab dalam \(figures)", en: "answered in \(figures)")
    }

    private func handshake() async -> EndpointFinding? {
        guard endpoint.format != .standard, let origin = engine.source.origin else { return nil }
        let handshake = Handshake(origin: origin, perMinute: endpoint.limits.perMinute)
        guard let request = handshake.request(for: endpoint, loopbackOnly: engine.isRehearsal) else { return nil }
        switch handshake.verdict(of: await deliveries.carry(request)) {
        case .allowed(nil):
            return EndpointFinding("handshake", .passed, id: "mengizinkan \(origin)", en: "allows \(origin)")
        case .allowed(let perMinute?):
            let isKept = endpoint.limits.perMinute.map { $0 <= perMinute } ?? false
            return EndpointFinding(
                "handshake", isKept ? .passed : .failed,
                id: "mengizinkan \(origin), paling banyak \(perMinute) per menit: atur per_minute",
                en: "allows \(origin), at most \(perMinute) a minute: set per_minute")
        case .refused(let reason):
            return EndpointFinding("handshake", .failed, id: reason.id, en: reason.en)
        }
    }

    private func accepted(_ step: String, _ outcome: Outcome) -> EndpointFinding {
        let what = outcome.words
        return outcome.isSuccess
            ? EndpointFinding(step, .passed, id: "diterima: \(what)", en: "accepted: \(what)")
            : EndpointFinding(step, .failed, id: "seharusnya 2xx: \(what)", en: "should be 2xx: \(what)")
    }

    private func accepts(_ step: String, _ lease: Lease?, times: Int = 1) async -> EndpointFinding {
        guard let lease else { return accepted(step, .unsigned(endpoint.id)) }
        var last = await deliveries.carry(lease)
        for _ in 1..<times where last.isSuccess { last = await deliveries.carry(lease) }
        return accepted(step, last)
    }

    private func refuses(_ step: String, _ lease: Lease?, danger: Bilingual) async -> EndpointFinding {
        guard let lease else { return accepted(step, .unsigned(endpoint.id)) }
        let outcome = await deliveries.carry(lease)
        guard outcome.isSuccess else {
            return EndpointFinding(
                step, .passed, id: "ditolak: \(outcome.words)", en: "refused: \(outcome.words)")
        }
        return EndpointFinding(
            step, .failed, id: "seharusnya ditolak, tetapi diterima: \(danger.id)",
            en: "should be refused and was accepted: \(danger.en)")
    }

    // MARK: What is sent

    private func strangersKey() -> String {
        WebhookKey(.hmac, randomBytes: engine.random.bytes(32)).text
    }

    private func trialLease(at now: Instant, with keys: [EndpointSecrets.SigningKey]) -> Lease? {
        guard let signer = try? Signer(EndpointSecrets(signing: keys)) else { return nil }
        let trial = Trial(id: engine.mint.id("evt", at: now), at: now, endpoint, engine.source)
        guard let delivery = try? trial.delivery() else { return nil }
        return endpoint.lease(
            for: [delivery], signer: signer, at: now, loopbackOnly: engine.isRehearsal, source: engine.source)
    }
}

/// A message that tells of nothing, written as the endpoint wants its events.
private struct Trial {
    static let type = "endpoint.test"

    var id: String
    var at: Instant
    var endpoint: WebhookEndpoint
    var source: EventSource

    init(id: String, at: Instant, _ endpoint: WebhookEndpoint, _ source: EventSource) {
        self.id = id
        self.at = at
        self.endpoint = endpoint
        self.source = source
    }

    private struct Standard: Encodable {
        var type = Trial.type
        var timestamp: Instant
        var data: [String: String] = [:]
    }

    private struct CloudEvent: Encodable {
        var specversion = "1.0"
        var id: String
        var source: String
        var type = Trial.type
        var time: Instant
        var data: [String: String] = [:]
    }

    func delivery() throws -> Delivery {
        let payload: Data =
            switch endpoint.format {
            case .standard: try CanonicalJSON.encode(Standard(timestamp: at))
            case .binary: Data("{}".utf8)
            case .structured, .batch:
                try CanonicalJSON.encode(CloudEvent(id: id, source: source.reference, time: at))
            }
        return Delivery(
            id: "test_" + id, endpoint: endpoint.id, eventID: .init(rawValue: id), eventType: Trial.type, seq: 0,
            lane: endpoint.id, format: endpoint.format, payload: payload, dueAt: at, createdAt: at)
    }
}

extension Outcome {
    fileprivate var status: Int? {
        if case .answered(let answer) = result { answer.status } else { nil }
    }

    fileprivate var isSuccess: Bool { status.map { (200...299).contains($0) } ?? false }

    fileprivate var words: String {
        switch result {
        case .answered(let answer): "HTTP \(answer.status)"
        case .failed(let failure): "\(failure.kind.rawValue): \(failure.detail)"
        }
    }

    fileprivate static func unsigned(_ id: String) -> Outcome {
        Outcome(leaseID: id, result: .failed(.init(kind: .badHeader, detail: "no key to sign with")))
    }
}
