import Agreements
public import Calendars
public import Ledger

/// What is asked of a region before anything is looked up in it.
extension Engine {
    /// - Throws: ``EngineError/notFound(_:)`` for a region that there is not.
    public func check(_ scope: Scope) throws {
        if let region = scope.region, rules.reference.regions[region] == nil { throw EngineError.notFound(region) }
    }

    /// The date in a region; of the nation where none is named.
    public func today(in region: String? = nil) -> Day {
        rules.reference.regions.zone(of: region ?? "00").day(at: clock.now())
    }
}
