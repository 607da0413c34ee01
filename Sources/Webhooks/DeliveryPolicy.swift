public import Calendars
public import Courier
import Foundation
public import Ledger

/// What follows from the outcome of an attempt.
public struct DeliveryPolicy: Sendable {
    public struct Verdict: Sendable, Equatable {
        public var settlement: Settlement
        /// The endpoint said that it is gone (410).
        public var disablesEndpoint: Bool
    }

    /// A receiver may not ask for more patience than this.
    private static let patienceMax = Duration.seconds(86_400)
    private static let excerptBytesMax = 1_024

    public var schedule: RetrySchedule

    public init(schedule: RetrySchedule = .standard) {
        self.schedule = schedule
    }

    /// 2xx is success and nothing else is; a redirect is never followed. 410 ends the endpoint. What the address rules
    /// refuse is final, since waiting does not change it.
    public func judge(_ delivery: Delivery, _ outcome: Outcome, startedAt: Instant, at now: Instant) -> Verdict {
        var attempt = Attempt(
            delivery: delivery.id, number: delivery.attempts, startedAt: startedAt, finishedAt: now,
            address: outcome.address)
        switch outcome.result {
        case .answered(let answer):
            attempt.status = answer.status
            attempt.excerpt = String(decoding: answer.body.prefix(DeliveryPolicy.excerptBytesMax), as: UTF8.self)
            if (200...299).contains(answer.status) {
                return Verdict(settlement: Settlement(attempt: attempt, next: .delivered), disablesEndpoint: false)
            }
            attempt.error = "HTTP \(answer.status)"
            if answer.status == 410 {
                return Verdict(settlement: Settlement(attempt: attempt, next: .failed), disablesEndpoint: true)
            }
            let patience = answer.header("retry-after").flatMap { retryAfter($0, now: now) }
            return Verdict(
                settlement: Settlement(attempt: attempt, next: retry(delivery, at: now, notBefore: patience)),
                disablesEndpoint: false)
        case .failed(let failure):
            attempt.error = "\(failure.kind.rawValue): \(failure.detail)"
            let next: Settlement.Next =
                switch failure.kind {
                case .forbiddenAddress, .badAddress, .badHeader: .failed
                case .cancelled: .retry(at: now)
                default: retry(delivery, at: now, notBefore: nil)
                }
            return Verdict(settlement: Settlement(attempt: attempt, next: next), disablesEndpoint: false)
        }
    }

    private func retry(_ delivery: Delivery, at now: Instant, notBefore patience: Duration?) -> Settlement.Next {
        guard let delay = schedule.delay(after: delivery.attempts, of: delivery.id) else { return .failed }
        return .retry(at: now + max(delay, patience ?? .zero))
    }

    /// Seconds or an HTTP date (RFC 9110, 10.2.3), as a length from now.
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
