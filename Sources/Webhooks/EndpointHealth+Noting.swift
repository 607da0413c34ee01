public import Calendars
public import Ledger

extension EndpointHealth {
    /// How an endpoint does after a request that told something about it.
    public func noting(_ signal: EndpointSignal, at now: Instant) -> EndpointHealth {
        var health = self
        switch signal {
        case .none: break
        case .succeeded: health = EndpointHealth(lastSuccessAt: now, pausedUntil: pausedUntil)
        case .failed(_, _, let patience):
            health.failingSince = failingSince ?? now
            if let patience { health.pausedUntil = max(pausedUntil ?? patience, patience) }
        }
        return health
    }

    /// Whether the difference is worth writing down; each single success is not.
    public func differsLastingly(from earlier: EndpointHealth) -> Bool {
        failingSince != earlier.failingSince || pausedUntil != earlier.pausedUntil || warnedAt != earlier.warnedAt
            || (lastSuccessAt == nil) != (earlier.lastSuccessAt == nil)
    }
}
