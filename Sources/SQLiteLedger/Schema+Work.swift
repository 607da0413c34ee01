import GRDB

/// Narrow rows by which an office finds what it must do, the gravest first.
extension Schema {
    static func addWork(to migrator: inout DatabaseMigrator) {
        migrator.registerMigration("007 work") { db in
            try db.execute(sql: work)
            // What is to be done depends on rules: it is written when they are adopted, which the missing digest brings about.
            try db.execute(sql: "DELETE FROM note WHERE name = ?", arguments: [SQLiteLedger.rulesNote])
        }
    }

    private static let work = """
        CREATE TABLE work (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            role TEXT NOT NULL,
            key TEXT NOT NULL,
            region TEXT NOT NULL,
            province TEXT NOT NULL,
            people INTEGER NOT NULL,
            rupiah INTEGER NOT NULL,
            -- After all days where there is none.
            due_on TEXT NOT NULL,
            visible_from TEXT NOT NULL,
            -- Another paper follows the one that ends, so that nothing need be done.
            is_followed INTEGER NOT NULL,
            -- The one by which the agreement stands in the office's list.
            is_gravest INTEGER NOT NULL,
            PRIMARY KEY (agreement, role, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX work_harm ON work (role, people DESC, rupiah DESC, due_on, agreement, region, is_gravest)
            WHERE is_gravest;
        CREATE INDEX work_province ON work (role, province, people DESC, rupiah DESC, due_on, agreement, region, is_gravest)
            WHERE is_gravest;
        CREATE INDEX work_renewal ON work (region) WHERE key = 'renewal';
        """
}
