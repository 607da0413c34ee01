import Agreements
import Ledger

/// How what an agreement waits for is written in its row: `,document:final_draft@legal,`, with `~` before those that a
/// date can turn. Ids hold neither sign.
enum AwaitedIndex {
    static func entry(_ requirement: AwaitedRequirement) -> String {
        ",\(requirement.dependsOnDate ? "~" : "")\(requirement.id)@\(requirement.owner.rawValue),"
    }

    static func requirements(in text: String) -> [AwaitedRequirement] {
        text.split(separator: ",").compactMap { entry in
            let dependsOnDate = entry.hasPrefix("~")
            let parts = entry.drop { $0 == "~" }.split(separator: "@")
            guard parts.count == 2, let owner = Role(rawValue: String(parts[1])) else { return nil }
            return AwaitedRequirement(id: String(parts[0]), owner: owner, dependsOnDate: dependsOnDate)
        }
    }
}

extension AgreementWrite {
    /// `,legal,,secretary,`.
    var waitingOnText: String { waitingOn.map { ",\($0.rawValue)," }.joined() }
    var awaitingText: String { awaited.map(AwaitedIndex.entry).joined() }
}
