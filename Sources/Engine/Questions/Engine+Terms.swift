public import Agreements
public import Ledger

/// When papers hold, and how they hang together.
extension Engine {
    private static let termsMax = 30

    /// The latest papers of a region itself.
    public func terms(of region: String, for principal: Principal) async throws -> [PaperTerm] {
        guard principal.mayTouch(region: region) else { return [] }
        return try await ledger.terms(in: region, limit: Engine.termsMax)
    }

    /// An agreement among the papers that it belongs to, as far as somebody may read them.
    public func family(of agreement: Agreement, for principal: Principal) async throws -> [PaperTerm] {
        try await ledger.family(of: agreement, limit: Engine.termsMax).filter {
            principal.mayTouch(region: $0.region)
        }
    }
}
