public import Calendars
public import Ledger

/// What follows from the mail server's answer.
public struct MailPolicy: Sendable {
    /// 1, 5 and 15 minutes, 1, 3, 6 and 12 hours, then daily: eleven attempts in just under four days, about as long as
    /// mail servers themselves try (RFC 5321, 4.5.4.1).
    public static let pauses: [Duration] = [
        60, 300, 900, 3_600, 10_800, 21_600, 43_200, 86_400, 86_400, 86_400,
    ].map { .seconds($0) }

    /// The pause after each attempt that failed; the mail has failed when there is none left.
    public var pauses: [Duration]

    public init(pauses: [Duration] = MailPolicy.pauses) {
        self.pauses = pauses
    }

    /// 2xx is success, 5xx the end; everything else, silence included, is tried again while there are pauses left.
    ///
    /// What the server says of us and not of the mail is tried again too: that a login is wanted or wrong (530, 534, 535
    /// and 538 of RFC 4954) is a mistake in the configuration, and mending it must not have cost every mail on its way.
    ///
    /// - Parameters:
    ///   - code: the server's last reply; nil if there was none.
    ///   - attempt: the number of the attempt that it answers, from 1.
    public func next(code: Int?, attempt: Int, at now: Instant) -> MailSettlement.Next {
        switch code {
        case .some(200...299): return .sent
        case 530, 534, 535, 538: break
        case .some(500...599): return .failed
        default: break
        }
        let index = max(attempt, 1) - 1
        return pauses.indices.contains(index) ? .retry(at: now + pauses[index]) : .failed
    }
}
