import Agreements
import Calendars
import Documents
import GRDB
import Ledger

/// What the week's questions are answered from is kept along with each record, and written only where it is other than before.
extension SQLiteLedger {
    static func keep(_ findings: [Finding], of agreement: Agreement, _ db: Database) throws {
        let id = agreement.id.rawValue
        let open = findings.filter { agreement.resolution(of: $0) == nil }
        let wanted = Dictionary(
            try open.map { ($0.key, (code: $0.code, record: try CanonicalJSON.text($0))) }, uniquingKeysWith: { $1 })
        let rows = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT key, record FROM finding WHERE agreement = ?"), arguments: [id])
        let present = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
        for key in present.keys where wanted[key] == nil {
            try db.cachedStatement(sql: "DELETE FROM finding WHERE agreement = ? AND key = ?")
                .execute(arguments: [id, key])
        }
        for (key, finding) in wanted where present[key] != finding.record {
            try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO finding (agreement, key, code, region, record) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [id, key, finding.code, agreement.region, finding.record])
        }
    }

    static func keepMemberMonths(of agreement: Agreement, _ db: Database) throws {
        let id = agreement.id.rawValue
        try db.cachedStatement(sql: "DELETE FROM member_month WHERE agreement = ?").execute(arguments: [id])
        let insert = try db.cachedStatement(
            sql: "INSERT INTO member_month (agreement, month, region, reason, heads) VALUES (?, ?, ?, ?, ?)")
        for month in Set(agreement.memberChanges.map(\.month)) {
            for (reason, heads) in agreement.changes(in: month) {
                try insert.execute(arguments: [id, month.description, agreement.region, reason.rawValue, heads])
            }
        }
    }

    /// Those who are named to sign and have not, while the paper is on its way.
    static func keepSignatories(of agreement: Agreement, _ db: Database) throws {
        let id = agreement.id.rawValue
        try db.cachedStatement(sql: "DELETE FROM signatory WHERE agreement = ?").execute(arguments: [id])
        guard [.draft, .signing].contains(agreement.phase) else { return }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO signatory (agreement, party, region, side, name, office) VALUES (?, ?, ?, ?, ?, ?)")
        for party in agreement.unsignedParties {
            guard let signatory = party.signatory, let name = signatory.name else { continue }
            try insert.execute(arguments: [
                id, party.key, agreement.region, party.side.rawValue, name, signatory.office,
            ])
        }
    }
}
