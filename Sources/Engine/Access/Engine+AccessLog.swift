import Agreements
import Documents
public import Ledger

extension Engine {
    /// Writes down that somebody has done what concerns others: taken data out, or read what is sensitive.
    public func record(
        _ act: AccessEntry.Act, by principal: Principal, from visitor: Visitor = Visitor(), detail: String
    ) async throws {
        try await ledger.write([.log(entry(act, by: principal, from: visitor, detail))])
    }

    /// The access log, newest first, for auditors and admins of all regions; that they read it stands there from then on.
    public func accessLog(
        _ query: AccessQuery, for principal: Principal, from visitor: Visitor = Visitor()
    ) async throws -> [AccessEntry] {
        try principal.require(.readAccessLog)
        try principal.requireEverywhere()
        let entries = try await ledger.accessLog(query)
        try await record(.readSensitive, by: principal, from: visitor, detail: AccessEntry.ofLog)
        return entries
    }

    func entry(
        _ act: AccessEntry.Act, by principal: Principal, from visitor: Visitor, _ detail: String = ""
    ) -> AccessEntry {
        AccessEntry(
            at: door.now(), act: act, who: principal.tokenID, name: principal.actor.name, network: visitor.network,
            detail: Quoted(detail, upTo: 500).description)
    }
}

extension AccessEntry {
    /// What was read where it is the log itself.
    public static let ofLog = "access_log"
    /// What was read where it is where somebody is signed in; their name follows.
    public static let ofSessions = "sessions: "
}
