import GRDB

/// Narrow rows by which lists are filtered, ordered, counted and searched without reading a record.
extension Schema {
    static func addLists(to migrator: inout DatabaseMigrator) {
        migrator.registerMigration("008 lists") { db in
            try db.execute(sql: lists + tallies + stays + search)
            // Deadlines, words and the past of each paper are written when the rules are adopted.
            try db.execute(sql: "DELETE FROM note WHERE name = ?", arguments: [SQLiteLedger.rulesNote])
        }
    }

    /// Days are ISO text, after all days where there is none; titles are words without case and accents.
    private static let lists = """
        CREATE TABLE listing (
            agreement TEXT PRIMARY KEY REFERENCES agreement (id),
            region TEXT NOT NULL,
            kind TEXT NOT NULL,
            phase TEXT NOT NULL,
            workflow TEXT NOT NULL,
            structure TEXT NOT NULL,
            state TEXT NOT NULL,
            waiting_on TEXT NOT NULL,
            awaiting TEXT NOT NULL,
            deadline TEXT NOT NULL,
            valid_until TEXT NOT NULL,
            title TEXT NOT NULL,
            people INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        INSERT INTO listing SELECT id, region, kind, phase, workflow, structure, state, waiting_on, awaiting,
            '9999-12-31', coalesce(valid_until, '9999-12-31'), lower(title), 0 FROM agreement ORDER BY id;
        CREATE INDEX listing_region ON listing (region, agreement);
        CREATE INDEX listing_phase ON listing (phase, agreement);
        CREATE INDEX listing_workflow ON listing (workflow, structure, state, deadline, region);
        CREATE INDEX listing_deadline ON listing (deadline, agreement);
        CREATE INDEX listing_until ON listing (valid_until, agreement);
        CREATE INDEX listing_title ON listing (title, agreement);
        CREATE INDEX listing_people ON listing (people DESC, agreement);
        DROP INDEX agreement_region;
        DROP INDEX agreement_phase;
        DROP INDEX agreement_workflow;

        CREATE TABLE saved_view (
            owner TEXT NOT NULL,
            name TEXT NOT NULL,
            query TEXT NOT NULL,
            PRIMARY KEY (owner, name)
        ) STRICT, WITHOUT ROWID;

        """

    /// Counts go along with what they count.
    private static let tallies = """
        CREATE TABLE tally (
            region TEXT NOT NULL,
            phase TEXT NOT NULL,
            workflow TEXT NOT NULL,
            state TEXT NOT NULL,
            agreements INTEGER NOT NULL,
            PRIMARY KEY (region, phase, workflow, state)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO tally SELECT region, phase, workflow, state, count(*) FROM listing GROUP BY 1, 2, 3, 4;
        CREATE TRIGGER tally_in AFTER INSERT ON listing BEGIN
            INSERT INTO tally VALUES (new.region, new.phase, new.workflow, new.state, 1)
                ON CONFLICT DO UPDATE SET agreements = agreements + 1;
        END;
        CREATE TRIGGER tally_on AFTER UPDATE OF phase, workflow, state ON listing
        WHEN (old.phase, old.workflow, old.state) IS NOT (new.phase, new.workflow, new.state) BEGIN
            UPDATE tally SET agreements = agreements - 1 WHERE region = old.region AND phase = old.phase
                AND workflow = old.workflow AND state = old.state;
            INSERT INTO tally VALUES (new.region, new.phase, new.workflow, new.state, 1)
                ON CONFLICT DO UPDATE SET agreements = agreements + 1;
        END;

        """

    /// How long each agreement was in each state that it left, and how often so many days came to be.
    private static let stays = """
        CREATE TABLE stay (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            number INTEGER NOT NULL,
            region TEXT NOT NULL,
            workflow TEXT NOT NULL,
            state TEXT NOT NULL,
            days INTEGER NOT NULL,
            left_on TEXT NOT NULL,
            entered TEXT NOT NULL,
            PRIMARY KEY (agreement, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX stay_region ON stay (region, workflow, state, days);
        CREATE TABLE dwell (
            province TEXT NOT NULL,
            workflow TEXT NOT NULL,
            state TEXT NOT NULL,
            days INTEGER NOT NULL,
            stays INTEGER NOT NULL,
            PRIMARY KEY (province, workflow, state, days)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER dwell_in AFTER INSERT ON stay BEGIN
            INSERT INTO dwell VALUES (substr(new.region, 1, 2), new.workflow, new.state, new.days, 1)
                ON CONFLICT DO UPDATE SET stays = stays + 1;
        END;

        """

    /// All words by which a paper is found; each is a run of ASCII letters and digits, or holds other letters.
    private static let search = """
        CREATE TABLE search_text (
            number INTEGER PRIMARY KEY,
            agreement TEXT NOT NULL UNIQUE REFERENCES agreement (id),
            words TEXT NOT NULL
        ) STRICT;
        CREATE VIRTUAL TABLE search USING fts5(words, content = 'search_text', content_rowid = 'number',
            detail = 'none', prefix = '1 2 3', tokenize = 'ascii');
        CREATE TRIGGER search_in AFTER INSERT ON search_text BEGIN
            INSERT INTO search (rowid, words) VALUES (new.number, new.words);
        END;
        CREATE TRIGGER search_on AFTER UPDATE OF words ON search_text BEGIN
            INSERT INTO search (search, rowid, words) VALUES ('delete', old.number, old.words);
            INSERT INTO search (rowid, words) VALUES (new.number, new.words);
        END;
        """
}
