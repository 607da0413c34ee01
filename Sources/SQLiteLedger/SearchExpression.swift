import Agreements
import GRDB

/// What somebody looks for, as SQLite's full-text search asks it.
struct SearchExpression {
    /// Up to this many papers are looked up one by one; of more, a list soon comes by enough.
    private static let fewMax = 5_000

    let text: String

    /// - Returns: nil where there is no word in it.
    init?(_ query: String) {
        let terms = SearchFolding.ways(of: query).map { ways in
            ways.map { way in "(" + way.map { "\"\($0)\" *" }.joined(separator: " AND ") + ")" }
                .joined(separator: " OR ")
        }
        guard !terms.isEmpty else { return nil }
        text = terms.map { "(\($0))" }.joined(separator: " AND ")
    }

    func add(to filter: inout Filter, _ db: Database) throws {
        let found = try Int64.fetchAll(
            db, sql: "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?",
            arguments: [text, SearchExpression.fewMax + 1])
        if found.count <= SearchExpression.fewMax {
            filter.add(
                """
                agreement IN (SELECT search_text.agreement FROM search_text WHERE number IN \
                (SELECT rowid FROM search WHERE search MATCH ?))
                """, text)
        } else {
            // All of them are noted once, and each row that the list comes by is asked for among them.
            filter.add(
                """
                (SELECT number FROM search_text WHERE search_text.agreement = listing.agreement) IN \
                (SELECT rowid FROM search WHERE search MATCH ?)
                """, text)
        }
    }
}
