extension Schema {
    /// People sign in, and what they do at the door is written down.
    static let access = """
        CREATE TABLE account (
            person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
            name TEXT NOT NULL UNIQUE,
            password_hash TEXT,
            password_version INTEGER NOT NULL,
            issuer TEXT,
            subject TEXT,
            created_at INTEGER NOT NULL,
            disabled_at INTEGER,
            UNIQUE (issuer, subject)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE session (
            id TEXT PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            person TEXT NOT NULL REFERENCES account (person) ON DELETE CASCADE,
            role TEXT NOT NULL,
            role_since INTEGER NOT NULL,
            password_version INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            last_seen_at INTEGER NOT NULL,
            network TEXT NOT NULL,
            agent TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_person ON session (person, last_seen_at);
        CREATE INDEX session_seen ON session (last_seen_at);

        CREATE TABLE invitation (
            person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
            hash BLOB NOT NULL UNIQUE,
            made_by TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE token ADD COLUMN made_by TEXT;
        ALTER TABLE token ADD COLUMN expires_at INTEGER;
        ALTER TABLE token ADD COLUMN last_used_on TEXT;

        CREATE TABLE access_log (
            seq INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            act TEXT NOT NULL,
            who TEXT,
            name TEXT NOT NULL,
            network TEXT NOT NULL,
            detail TEXT NOT NULL
        ) STRICT;
        CREATE INDEX access_act ON access_log (act);
        CREATE INDEX access_who ON access_log (who);
        CREATE INDEX access_at ON access_log (at);
        CREATE INDEX access_failure ON access_log (name, at, network) WHERE act = 'sign_in_refused';
        CREATE INDEX access_network_failure ON access_log (network, at) WHERE act = 'sign_in_refused';
        CREATE INDEX access_success ON access_log (who, network, at) WHERE act = 'sign_in';
        CREATE TRIGGER access_kept BEFORE DELETE ON access_log BEGIN SELECT raise(ABORT, 'the access log is kept'); END;
        CREATE TRIGGER access_fixed BEFORE UPDATE ON access_log BEGIN SELECT raise(ABORT, 'the access log is kept'); END;
        """
}
