public import Agreements
import Calendars
import GRDB
public import Ledger

extension SQLiteLedger {
    public func terms(in region: String, limit: Int) async throws -> [PaperTerm] {
        try await read { db in
            try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        \(PaperTerm.selection) WHERE cover.agreement IN (SELECT agreement FROM cover WHERE region = ? \
                        AND kind <> 'addendum' ORDER BY valid_from DESC, agreement DESC LIMIT ?)
                        """), arguments: [region, limit]
            ).map(PaperTerm.init)
        }
    }

    public func family(of agreement: Agreement, limit: Int) async throws -> [PaperTerm] {
        try await read { db in
            let id = agreement.id.rawValue
            return try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        \(PaperTerm.selection) WHERE cover.agreement IN (SELECT ? UNION SELECT ? UNION SELECT ? \
                        UNION SELECT agreement FROM (SELECT agreement FROM listing WHERE parent = ? \
                        ORDER BY agreement DESC LIMIT ?) \
                        UNION SELECT agreement FROM (SELECT agreement FROM cover WHERE renews = ? \
                        ORDER BY agreement DESC LIMIT ?)) \
                        ORDER BY valid_from, cover.agreement
                        """),
                arguments: [id, agreement.parent?.rawValue, agreement.renews?.rawValue, id, limit, id, limit]
            ).map(PaperTerm.init)
        }
    }
}

extension PaperTerm {
    fileprivate static let selection = """
        SELECT id, agreement.title, cover.kind, cover.region, cover.workflow, agreement.state, agreement.phase, valid_from, insured_until, insures, \
        parent, renews FROM cover JOIN agreement ON id = cover.agreement JOIN listing ON listing.agreement = id
        """

    /// In the order of the columns of ``selection``.
    fileprivate init(_ row: Row) {
        let kind = AgreementKind(rawValue: row[2]) ?? .pks
        let phase = Phase(rawValue: row[6]) ?? .draft
        // An addendum insures nobody by itself.
        let isSigned = kind == .addendum ? phase == .active || phase == .closed : row[9] as Bool
        self.init(
            agreement: .init(rawValue: row[0]), title: row[1], kind: kind, region: row[3], workflow: row[4],
            state: row[5], phase: phase, from: (row[7] as String?).flatMap { Day($0) },
            until: (row[8] as String?).flatMap { Day($0) }, isSigned: isSigned,
            parent: (row[10] as String?).map { .init(rawValue: $0) },
            renews: (row[11] as String?).map { .init(rawValue: $0) })
    }
}
