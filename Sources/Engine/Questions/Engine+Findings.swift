public import Agreements
public import Ledger

/// How often something does not add up, and whose it is to put right.
public struct FindingCount: Sendable, Equatable {
    public var code: String
    public var owner: Role
    public var isSerious: Bool
    public var findings: Int
}

extension Engine {
    /// What does not add up across the agreements that somebody may read and nobody has settled; serious ones first, then
    /// the most frequent.
    public func findingCounts(region: String? = nil, for principal: Principal) async throws -> [FindingCount] {
        try await ledger.findingCounts(within: try principal.scope(region)).map { code, count in
            FindingCount(
                code: code, owner: Finding.owner(of: code), isSerious: Finding.isSerious(code), findings: count)
        }.sorted {
            ($0.isSerious ? 0 : 1, -$0.findings, $0.code) < ($1.isSerious ? 0 : 1, -$1.findings, $1.code)
        }
    }

    /// The findings of one code.
    public func findings(
        code: String, region: String? = nil, after: FindingRow.Cursor? = nil, limit: Int = 50, for principal: Principal
    ) async throws -> (items: [FindingRow], next: FindingRow.Cursor?) {
        let rows = try await ledger.findings(
            code: code, within: try principal.scope(region), after: after, limit: limit + 1)
        let page = Array(rows.prefix(limit))
        return (page, rows.count > limit ? page.last?.cursor : nil)
    }
}
