public import Calendars
public import Ledger

/// When an endpoint is switched off: no 2xx for five days, while at least ten deliveries from at least two hours were tried;
/// or one 410.
public enum DisableRule {
    public static let patience = Duration.seconds(5 * 86_400)
    public static let deliveriesMin = 10
    public static let spanMin = Duration.seconds(2 * 3_600)
    /// When those who look after it are warned, after the first failure.
    public static let warnings: [Duration] = [.seconds(86_400), .seconds(3 * 86_400)]

    /// Whether the rule is worth a look into the ledger: it has failed for long enough.
    public static func mayApply(to health: EndpointHealth, at now: Instant) -> Bool {
        health.failingSince.map { now - $0 >= patience } ?? false
    }

    public static func applies(_ tried: (count: Int, over: Duration)) -> Bool {
        tried.count >= deliveriesMin && tried.over >= spanMin
    }

    /// Whether a warning is due that has not been given.
    public static func warns(_ health: EndpointHealth, at now: Instant) -> Bool {
        guard let since = health.failingSince else { return false }
        let given = health.warnedAt.map { $0 - since } ?? .zero
        return warnings.contains { $0 <= now - since && given < $0 }
    }
}
