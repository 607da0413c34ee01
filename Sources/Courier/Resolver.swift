/// Finds the addresses of host names for a courier, which judges them before it dials any.
public protocol Resolver: Sendable {
    /// All addresses of the host, in the order to try them; none when it has none.
    ///
    /// May take as long as it likes: the courier asks once at a time for each name, remembers what it hears, and stops
    /// waiting when its own time is up.
    ///
    /// - Parameter host: ASCII, in lower case, never an address; as the lease wrote it otherwise, a final dot included.
    func addresses(of host: String) async throws(Outcome.Failure) -> [IPAddress]
}
