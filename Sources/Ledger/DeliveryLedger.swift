public import Agreements
public import Calendars

/// What is on its way to endpoints, and what became of it.
public protocol DeliveryLedger: Sendable {
    /// All endpoints. One whose secrets no longer open is switched off, and its reason says so.
    func endpoints() async throws -> [WebhookEndpoint]
    func endpointHealth() async throws -> [String: EndpointHealth]

    /// Writes down what became of attempts and how endpoints do, then takes what is due and writes down that attempts are
    /// about to be made: all of it or nothing. Of one lane never two are on their way at once.
    ///
    /// - Parameter health: of endpoints about which there is news.
    func settle(
        _ settlements: [Settlement], health: [String: EndpointHealth], claiming claims: [DeliveryClaim], at now: Instant
    ) async throws -> ClaimedDeliveries
    /// Puts back what was in flight when the daemon died; each such attempt stays marked as of unknown outcome.
    func recoverDeliveries(at now: Instant) async throws -> Int
    /// Deliveries that were tried in vain since a time: how many, up to a limit, and over how long.
    func triedInVain(_ endpoint: String, since: Instant, limit: Int) async throws -> (count: Int, over: Duration)

    func deliveries(_ query: DeliveryQuery) async throws -> [Delivery]
    func attempts(of delivery: String) async throws -> [Attempt]
    func deliveryCounts() async throws -> [Delivery.State: Int]
    /// How many deliveries an endpoint has in each state.
    func deliveryCounts(of endpoint: String) async throws -> [Delivery.State: Int]
    /// Attempts whose outcome nobody knows: each may have reached the receiver, and was made again. Newest first.
    func unknownAttempts(
        of endpoints: [String], since: Instant?, before: UnknownAttempt.Cursor?, limit: Int
    ) async throws -> [UnknownAttempt]
    /// What has not arrived, by endpoint; each is counted up to a limit.
    func undelivered(of endpoints: [String], limit: Int) async throws -> [String: UndeliveredCount]
    /// How many an endpoint has open, up to a limit.
    func openDeliveries(of endpoint: String, limit: Int) async throws -> Int
    /// The number of an event that was ever to be sent somewhere.
    func seq(of event: Event.ID) async throws -> Int64?
    /// Why an event was not sent, by endpoint.
    func notSent(_ seq: Int64) async throws -> [String: String]

    /// What an endpoint is owed, or was, in the order of events, for one that pulls.
    func deliveryFeed(of endpoint: String, after seq: Int64, since: Instant?, limit: Int) async throws -> [Delivery]
    /// Marks deliveries as received, as if the receiver had answered 2xx.
    ///
    /// - Returns: how many were not before.
    func acknowledge(_ deliveries: [String], of endpoint: String, at now: Instant) async throws -> Int

    func replays(of endpoint: String) async throws -> [DeliveryReplay]
    func runningReplays() async throws -> [DeliveryReplay]
    /// Makes or revives deliveries, and moves the replay on, in one transaction.
    ///
    /// - Returns: how many will be sent; those in flight or queued already are not counted.
    func advance(_ replay: DeliveryReplay, with deliveries: [Delivery], at now: Instant) async throws -> Int
}

/// How many deliveries of an endpoint have not arrived.
public struct UndeliveredCount: Sendable, Equatable {
    /// On their way, or held for as long as the endpoint is off.
    public var open = 0
    /// Given up.
    public var failed = 0

    public init(open: Int = 0, failed: Int = 0) {
        self.open = open
        self.failed = failed
    }
}

/// An attempt that was begun and never completed, because the daemon died.
public struct UnknownAttempt: Sendable, Equatable {
    public var delivery: Delivery
    public var number: Int
    public var startedAt: Instant

    public init(delivery: Delivery, number: Int, startedAt: Instant) {
        self.delivery = delivery
        self.number = number
        self.startedAt = startedAt
    }

    /// Where a page ends; the next begins after it.
    public struct Cursor: Sendable, Equatable {
        public var startedAt: Instant
        public var delivery: String

        public init(startedAt: Instant, delivery: String) {
            self.startedAt = startedAt
            self.delivery = delivery
        }

        /// - Returns: nil for a text that is no cursor.
        public init?(_ text: String) {
            let parts = text.split(separator: ".", maxSplits: 1)
            guard parts.count == 2, let milliseconds = Int64(parts[0]) else { return nil }
            self.init(startedAt: Instant(milliseconds: milliseconds), delivery: String(parts[1]))
        }

        public var text: String { "\(startedAt.milliseconds).\(delivery)" }
    }

    public var cursor: Cursor { Cursor(startedAt: startedAt, delivery: delivery.id) }
}
