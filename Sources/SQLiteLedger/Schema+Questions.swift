import GRDB

/// Narrow rows for what is asked every week across all agreements.
extension Schema {
    static func addQuestions(to migrator: inout DatabaseMigrator) {
        migrator.registerMigration("009 questions") { db in
            try db.execute(sql: questions)
            // What they hold is written when the rules are adopted.
            try db.execute(sql: "DELETE FROM note WHERE name = ?", arguments: [SQLiteLedger.rulesNote])
        }
    }

    private static let questions = """
        CREATE TABLE finding (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            key TEXT NOT NULL,
            code TEXT NOT NULL,
            region TEXT NOT NULL,
            record TEXT NOT NULL,
            PRIMARY KEY (agreement, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX finding_code ON finding (code, agreement, key, region);
        CREATE INDEX finding_region ON finding (region, code);

        CREATE TABLE member_month (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            month TEXT NOT NULL,
            region TEXT NOT NULL,
            reason TEXT NOT NULL,
            heads INTEGER NOT NULL,
            PRIMARY KEY (agreement, month, reason)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX member_month_month ON member_month (month, agreement, region, reason, heads);

        CREATE TABLE signatory (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            party TEXT NOT NULL,
            region TEXT NOT NULL,
            side TEXT NOT NULL,
            name TEXT NOT NULL,
            office TEXT NOT NULL,
            PRIMARY KEY (agreement, party)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX signatory_region ON signatory (region);

        CREATE INDEX work_due ON work (due_on, agreement, region, people, role, is_followed) WHERE key = 'renewal';
        CREATE INDEX work_step ON work (due_on, agreement, region, role) WHERE key = 'step';
        CREATE INDEX stay_left ON stay (left_on, workflow, entered, region);
        CREATE INDEX event_revised ON event (seq, region) WHERE type = 'funding.revised';
        CREATE INDEX reminder_trouble ON reminder (due_at) WHERE state = 'missed' OR instead_of <> '';
        """
}
