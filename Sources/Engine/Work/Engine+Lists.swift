import Agreements
import Documents
public import Ledger

/// How people find agreements, and how many there are.
extension Engine {
    /// A page of the agreements that somebody may read.
    ///
    /// A page of those that wait for something can be short: a day that has come since may have met what the record names.
    public func find(_ query: AgreementQuery, for principal: Principal) async throws -> FoundAgreements {
        var query = query
        query.within = principal.regions
        var found = try await ledger.find(query)
        if let awaited = query.awaiting { found.agreements.removeAll { !isUnmet(awaited, of: $0) } }
        return found
    }

    /// How many agreements that somebody may read stand in each state.
    public func tallies(for principal: Principal, region: String? = nil) async throws -> [Tally] {
        try await ledger.tallies(within: try principal.scope(region))
    }

    /// How long agreements that somebody may read have stayed in each state that they left.
    public func dwellTimes(for principal: Principal, region: String? = nil) async throws -> [DwellTime] {
        try await ledger.dwellTimes(within: try principal.scope(region))
    }

    // MARK: Views

    private static let viewsMax = 100
    private static let viewLengthMax = 2_000

    /// What somebody has saved to look at again, by name.
    public func savedViews(of principal: Principal) async throws -> [SavedView] {
        try await ledger.savedViews(of: principal.tokenID)
    }

    /// Takes the place of the one of that name.
    ///
    /// - Throws: ``EngineError/invalid(_:)``.
    public func save(_ view: SavedView, of principal: Principal) async throws {
        let problems = Problems()
        func report(_ pointer: String, _ id: String, _ en: String) {
            problems.report(Place(pointer: pointer), Bilingual(id: id, en: en))
        }
        problems.checkName(view.name, at: "/name")
        if view.query.utf8.count > Engine.viewLengthMax || view.query.unicodeScalars.contains(where: \.isUnseen) {
            report(
                "/query", "paling panjang \(Engine.viewLengthMax) byte", "at most \(Engine.viewLengthMax) bytes")
        }
        let names = try await savedViews(of: principal).map(\.name)
        if names.count >= Engine.viewsMax, !names.contains(view.name) {
            report(
                "", "sudah ada \(Engine.viewsMax) tampilan tersimpan; hapus salah satu",
                "there are \(Engine.viewsMax) saved views already; delete one")
        }
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
        try await ledger.save(view, of: principal.tokenID)
    }

    /// - Throws: ``EngineError/notFound(_:)``.
    public func deleteView(_ name: String, of principal: Principal) async throws {
        do { try await ledger.deleteView(name, of: principal.tokenID) } catch LedgerError.notFound {
            throw EngineError.notFound(name)
        }
    }
}

extension Principal {
    /// One region of those that they may read, or all of them.
    ///
    /// - Throws: ``EngineError/forbidden(_:)``.
    func scope(_ region: String?) throws -> [String] {
        guard let region, region != "00" else { return regions }
        guard mayTouch(region: region) else {
            // What they may read may lie inside it.
            let inside = regions.filter { Region.covers(region, $0) }
            if inside.isEmpty { try require(region: region) }
            return inside
        }
        return [region]
    }
}
