import GRDB

/// What the questions of the week turned out to need.
extension Schema {
    static func addWeek(to migrator: inout DatabaseMigrator) {
        migrator.registerMigration("012 week") { db in
            try db.execute(
                sql: """
                    DROP INDEX stay_left;
                    CREATE INDEX stay_left ON stay (left_on, workflow, state, entered, region);
                    """)
            // When what is to be done changes by itself is planned when the rules are adopted.
            try db.execute(sql: "DELETE FROM note WHERE name = ?", arguments: [SQLiteLedger.rulesNote])
        }
    }
}
