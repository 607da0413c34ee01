import Agreements
import Calendars
public import Ledger

/// A paper on its way whose signatory is not who holds the office now, as far as people have been entered.
public struct OfficerChange: Sendable {
    public var signatory: PendingSignatory
    /// Who holds the office now.
    public var holders: [Person]
}

public struct Officers: Sendable {
    /// To be signed by somebody who no longer holds the office.
    public var changed: [OfficerChange]
    /// To be signed by whoever; nobody has been entered for their office, so that it cannot be told.
    public var unknown: [PendingSignatory]
    /// Named and in office.
    public var confirmed: Int
}

extension Engine {
    /// Compares who is named to sign with who holds the office. When an officer changed is not on record: people are kept as
    /// they are now.
    public func officers(region: String? = nil, for principal: Principal) async throws -> Officers {
        let pending = try await ledger.pendingSignatories(within: try principal.scope(region))
        let people = try await ledger.people()
        var officers = Officers(changed: [], unknown: [], confirmed: 0)
        var known: [Office: [Person]] = [:]
        for signatory in pending {
            let holders = signatory.roles.flatMap { role -> [Person] in
                let office = Office(role: role, regions: [signatory.region])
                let holders = known[office] ?? people.filter { $0.holds(role, in: signatory.region) }
                known[office] = holders
                return holders
            }
            if holders.isEmpty {
                officers.unknown.append(signatory)
            } else if holders.contains(where: { $0.isCalled(signatory.name) }) {
                officers.confirmed += 1
            } else {
                officers.changed.append(OfficerChange(signatory: signatory, holders: holders))
            }
        }
        return officers
    }
}

extension PendingSignatory {
    /// The head of region signs in person; for others the head of their unit does.
    fileprivate var roles: [Role] {
        guard side == .localGovernment else { return side.signingRoles.filter { $0 != .coordinator } }
        return Signatory(office: office).isHeadOfRegion ? [.regionHead] : [.unitHead]
    }
}

extension Person {
    /// Whether a name is theirs, with academic and other titles or without: Dr. Ani Budi, M.Kes. is Ani Budi.
    fileprivate func isCalled(_ other: String) -> Bool {
        let (own, others) = (Set(SearchFolding.words(of: name)), Set(SearchFolding.words(of: other)))
        return !own.isEmpty && !others.isEmpty && (own.isSubset(of: others) || others.isSubset(of: own))
    }
}
