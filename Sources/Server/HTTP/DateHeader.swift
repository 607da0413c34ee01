import Calendars
import Foundation
import Synchronization

/// The time of day as answers carry it, written down anew only when somebody asks in another second.
final class DateHeader: Sendable {
    private let written = Mutex<(second: Int64, text: String)>((0, ""))

    /// - Parameter now: of the machine's clock; a rehearsal's is not what HTTP means.
    func text(at now: Date = Date()) -> String {
        let second = Int64(now.timeIntervalSince1970.rounded(.down))
        return written.withLock { written in
            if written.second != second { written = (second, Instant(milliseconds: second * 1_000).asHTTPDate) }
            return written.text
        }
    }
}

extension Instant {
    /// `Fri, 27 Nov 2026 08:00:00 GMT` (RFC 9110, section 5.6.7).
    var asHTTPDate: String {
        let text = description
        let day = Day(number: Int((Double(milliseconds) / 86_400_000).rounded(.down)))
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday.rawValue - 1]
        let month = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][day.month.number - 1]
        return
            "\(weekday), \(text.dropFirst(8).prefix(2)) \(month) \(text.prefix(4)) \(text.dropFirst(11).prefix(8)) GMT"
    }
}
