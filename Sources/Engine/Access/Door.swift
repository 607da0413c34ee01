import Calendars
import Courier
import Documents
public import Passwords
import Synchronization

/// What it takes to let people in. Its clock and its randomness are real in a rehearsal too: one that leaps over a month
/// would sign everybody out, and one whose secrets repeat would let everybody in.
public struct Door: Sendable {
    let passwords: PasswordHasher
    let clock: any WallClock
    let random: any RandomSource
    let attempts = AttemptsUnderWay()

    public init(
        passwords: PasswordHasher = PasswordHasher(), clock: any WallClock = SystemClock(),
        random: any RandomSource = SystemRandom()
    ) {
        self.passwords = passwords
        self.clock = clock
        self.random = random
    }

    var mint: Mint { Mint(random: random) }

    func now() -> Instant { clock.now() }
}

/// Where somebody comes from, as far as it is written down.
public struct Visitor: Sendable, Equatable {
    /// Such as `203.0.113.0/24` or `2001:db8:7::/48`; empty where it is not known.
    public var network: String
    /// What the browser says of itself, shortened.
    public var agent: String

    /// - Parameter address: IPv4 or IPv6; anything else is not known.
    public init(address: String? = nil, agent: String? = nil) {
        network =
            address.flatMap { IPAddress($0) }
            .map { CIDR(around: $0, prefixLength: $0.isIPv4 ? 24 : 48).description } ?? ""
        self.agent = Quoted(agent ?? "").description
    }
}

/// How many passwords are being compared for each name. Until their outcome is written down they count as failures, so that
/// a hundred guesses at once are no more than ten.
final class AttemptsUnderWay: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// - Returns: how many others there are.
    func enter(_ name: String) -> Int {
        counts.withLock { counts in
            defer { counts[name, default: 0] += 1 }
            return counts[name] ?? 0
        }
    }

    func leave(_ name: String) {
        counts.withLock { counts in
            let left = (counts[name] ?? 1) - 1
            counts[name] = left == 0 ? nil : left
        }
    }
}
