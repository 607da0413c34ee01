public import Calendars
import Crypto
import Foundation

/// When a delivery is tried again: after 5 s, 30 s, 5 min, 30 min, 2 h, 6 h, 12 h, 24 h and 24 h, ten tries in all over
/// about three days.
public struct RetrySchedule: Sendable, Equatable {
    public var delays: [Duration]

    public init(delays: [Duration]) {
        self.delays = delays
    }

    public static let standard = RetrySchedule(
        delays: [5, 30, 300, 1_800, 7_200, 21_600, 43_200, 86_400, 86_400].map { .seconds($0) })

    /// The delay after a failed attempt; nil once all tries are used up.
    ///
    /// Up to a fifth is added, so that those who failed together do not come back together. It is drawn from the
    /// delivery's own name, so that the time of each future attempt can be told in advance.
    ///
    /// - Parameter attempt: the number of the attempt that failed, from 1.
    public func delay(after attempt: Int, of delivery: String) -> Duration? {
        guard delays.indices.contains(attempt - 1) else { return nil }
        let digest = SHA256.hash(data: Data("\(delivery)#\(attempt)".utf8))
        let draw = digest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return delays[attempt - 1] + delays[attempt - 1] * (Double(draw) / Double(UInt32.max) * 0.2)
    }

    /// When a delivery will be tried, if every try fails: exactly what ``DeliveryPolicy`` will do when answers take no time
    /// and nobody asks for patience.
    ///
    /// - Parameters:
    ///   - first: when the next try is due.
    ///   - tries: those made already.
    public func preview(of delivery: String, from first: Instant, after tries: Int = 0) -> [Instant] {
        var times = [first]
        var number = tries + 1
        while let delay = delay(after: number, of: delivery) {
            times.append(times[times.endIndex - 1] + delay)
            number += 1
        }
        return times
    }
}
