public import Calendars
public import Courier
import Foundation
public import Ledger

/// What follows from the outcome of an attempt.
public struct DeliveryPolicy: Sendable {
    public struct Verdict: Sendable, Equatable {
        public var settlement: Settlement
        public var signal: EndpointSignal
        /// The endpoint said that it is gone (410).
        public var disablesEndpoint: Bool
    }

    /// A receiver may not ask for more patience than this.
    static let patienceMax = Duration.seconds(86_400)
    /// What the receiver finds fault with will hardly please it the fourth time.
    private static let unreadableTriesMax = 3
    private static let excerptBytesMax = 1_024

    public var schedule: RetrySchedule

    public init(schedule: RetrySchedule = .standard) {
        self.schedule = schedule
    }

    /// 2xx is success and nothing else is; a redirect is never followed. 410 ends the endpoint. 413, 415 and 422 are final
    /// after three tries. `Retry-After` is a floor for the whole endpoint, on 429 and 503 above all (RFC 9110, 10.2.3).
    /// What the address rules refuse is final, since waiting does not change it.
    public func judge(_ delivery: Delivery, _ outcome: Outcome, startedAt: Instant, at now: Instant) -> Verdict {
        var attempt = Attempt(
            delivery: delivery.id, number: delivery.attempts, startedAt: startedAt, finishedAt: now,
            address: outcome.address, timings: Attempt.Timings(outcome))
        func verdict(_ next: Settlement.Next, _ signal: EndpointSignal, disables: Bool = false) -> Verdict {
            Verdict(
                settlement: Settlement(attempt: attempt, next: next), signal: signal, disablesEndpoint: disables)
        }
        switch outcome.result {
        case .answered(let answer):
            attempt.status = answer.status
            attempt.excerpt = String(decoding: answer.body.prefix(DeliveryPolicy.excerptBytesMax), as: UTF8.self)
            if (200...299).contains(answer.status) { return verdict(.delivered, .succeeded) }
            attempt.error = "HTTP \(answer.status)"
            switch answer.status {
            case 410:
                // Held with the rest, once the endpoint is off.
                return verdict(
                    .retry(at: now), .failed(connected: true, isOverloaded: false), disables: true)
            case 413, 415, 422:
                // Of the message, not of the endpoint.
                let isFinal = delivery.tries >= DeliveryPolicy.unreadableTriesMax
                return verdict(isFinal ? .failed : retry(delivery, at: now, notBefore: nil), .none)
            default:
                let patience = answer.header("retry-after").flatMap { retryAfter($0, now: now) }
                let next = retry(delivery, at: now, notBefore: patience)
                let isOverloaded = [429, 502, 503, 504].contains(answer.status)
                return verdict(
                    next,
                    .failed(
                        connected: true, isOverloaded: isOverloaded, patience: patience.map { now + $0 }))
            }
        case .failed(let failure):
            attempt.error = "\(failure.kind.rawValue): \(failure.detail)"
            return switch failure.kind {
            case .forbiddenAddress, .badAddress, .badHeader: verdict(.failed, .none)
            case .cancelled: verdict(.postponed(until: now), .none)
            default:
                verdict(
                    retry(delivery, at: now, notBefore: nil),
                    .failed(connected: outcome.address != nil, isOverloaded: failure.kind == .timeout))
            }
        }
    }

    private func retry(_ delivery: Delivery, at now: Instant, notBefore patience: Duration?) -> Settlement.Next {
        guard let delay = schedule.delay(after: delivery.tries, of: delivery.id) else { return .failed }
        return .retry(at: now + max(delay, patience ?? .zero))
    }

    /// Seconds or an HTTP date, as a length from now.
    private func retryAfter(_ text: String, now: Instant) -> Duration? {
        if let seconds = Int64(text) { return min(.seconds(max(0, seconds)), DeliveryPolicy.patienceMax) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        guard let date = format.date(from: text) else { return nil }
        let then = Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1_000))
        return min(max(.zero, then - now), DeliveryPolicy.patienceMax)
    }
}

extension Attempt.Timings {
    init(_ outcome: Outcome) {
        let timings = outcome.timings
        self.init(
            resolved: timings.resolvedMilliseconds, connected: timings.connectedMilliseconds,
            firstByte: timings.firstByteMilliseconds, total: timings.totalMilliseconds,
            reused: outcome.isReusedConnection)
    }
}
