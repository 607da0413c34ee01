import Agreements
import Calendars
import Foundation
import GRDB
import Ledger

/// What lists are made of is kept along with each record.
extension SQLiteLedger {
    /// Writes only what is other than before: each column that is written costs an index.
    static func keepListing(_ write: AgreementWrite, _ db: Database) throws {
        let agreement = write.agreement
        let id = agreement.id.rawValue
        let (waitingOn, awaiting) = (write.waitingOnText, write.awaitingText)
        let deadline = write.deadline.sortable
        let until = agreement.validUntil.sortable
        let title = SearchFolding.words(of: agreement.title).joined(separator: " ")
        let people = agreement.lastMembers.reduce(0 as Int128) { $0 + Int128($1.heads) }
        let before = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM listing WHERE agreement = ?"), arguments: [id])
        guard let before else {
            try db.cachedStatement(
                sql: """
                    INSERT INTO listing (agreement, region, kind, phase, workflow, structure, state, waiting_on, awaiting, \
                    deadline, valid_until, title, people, parent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                id, agreement.region, agreement.kind.rawValue, agreement.phase.rawValue, agreement.workflow.id,
                agreement.workflow.structure, agreement.state, waitingOn, awaiting, deadline, until, title,
                Int64(clamping: people), agreement.parent?.rawValue,
            ])
            return
        }
        let columns: [(name: String, value: any DatabaseValueConvertible)] = [
            ("phase", agreement.phase.rawValue), ("workflow", agreement.workflow.id),
            ("structure", agreement.workflow.structure), ("state", agreement.state), ("waiting_on", waitingOn),
            ("awaiting", awaiting), ("deadline", deadline), ("valid_until", until), ("title", title),
            ("people", Int64(clamping: people)), ("parent", agreement.parent?.rawValue),
        ]
        let changed = columns.filter { $0.value.databaseValue != before[$0.name] as DatabaseValue }
        guard !changed.isEmpty else { return }
        try db.cachedStatement(
            sql: "UPDATE listing SET \(changed.map { "\($0.name) = ?" }.joined(separator: ", ")) WHERE agreement = ?"
        ).execute(arguments: StatementArguments(changed.map(\.value)) + [id])
    }

    /// How long it was in each state that it has left: each move ends a stay that the one before began.
    static func keepStays(of agreement: Agreement, _ db: Database) throws {
        guard !agreement.moves.isEmpty else { return }
        let id = agreement.id.rawValue
        let known = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT count(*) FROM stay WHERE agreement = ?"), arguments: [id])
        let insert = try db.cachedStatement(
            sql:
                "INSERT INTO stay (agreement, number, region, workflow, state, days, left_on, entered) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        )
        var began = Zone.wib.day(at: agreement.createdAt)
        for (number, move) in agreement.moves.enumerated() {
            if number >= known ?? 0 {
                // A step that is entered afterwards can be older than the record.
                try insert.execute(arguments: [
                    id, number, agreement.region, agreement.workflow.id, move.from, max(0, move.on - began),
                    move.on.description, move.to,
                ])
            }
            began = move.on
        }
    }

    static func keepWords(_ words: Set<String>, of agreement: Agreement, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO search_text (agreement, words) VALUES (?, ?) ON CONFLICT (agreement) \
                DO UPDATE SET words = excluded.words WHERE words <> excluded.words
                """
        ).execute(arguments: [agreement.id.rawValue, words.sorted().joined(separator: " ")])
    }
}

extension Optional where Wrapped == Day {
    /// As it sorts: no day comes after all days.
    var sortable: String { self?.description ?? "9999-12-31" }
}
