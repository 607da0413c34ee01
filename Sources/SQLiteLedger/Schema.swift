import Agreements
import Calendars
import Documents
import Foundation
import GRDB
import Ledger

/// The tables, as numbered migrations. One that has been released is never edited.
enum Schema {
    /// - Parameter vault: seals secrets that earlier versions kept open.
    static func migrator(_ vault: Vault?) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 record") { db in
            try db.execute(sql: record)
        }
        migrator.registerMigration("002 workflows") { db in
            try db.execute(sql: workflows)
            try refold(db)
        }
        migrator.registerMigration("003 money") { db in
            try db.execute(sql: money)
            try refoldMoney(db)
        }
        migrator.registerMigration("004 reminders") { db in
            try db.execute(sql: reminders)
        }
        migrator.registerMigration("005 webhooks") { db in
            try db.execute(sql: webhooks)
            try sealSecrets(db, vault)
        }
        migrator.registerMigration("006 access") { db in
            try db.execute(sql: access)
        }
        addWork(to: &migrator)
        addLists(to: &migrator)
        addQuestions(to: &migrator)
        migrator.registerMigration("010 operations") { db in
            try db.execute(sql: "CREATE INDEX delivery_failed ON delivery (endpoint, id) WHERE state = 'failed'")
        }
        addPictures(to: &migrator)
        addWeek(to: &migrator)
        addBillRegions(to: &migrator)
        return migrator
    }

    /// Endpoints with filters, formats and sealed secrets; deliveries that can be sent again; what was not sent, and why.
    private static let webhooks = """
        ALTER TABLE endpoint ADD COLUMN secrets BLOB NOT NULL DEFAULT x'';
        ALTER TABLE endpoint ADD COLUMN health TEXT NOT NULL DEFAULT '{}';

        ALTER TABLE delivery ADD COLUMN format TEXT NOT NULL DEFAULT 'standard';
        ALTER TABLE delivery ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE delivery ADD COLUMN replay TEXT;
        UPDATE delivery SET tries = attempts WHERE state IN ('waiting', 'pending', 'in_flight', 'held');
        DROP INDEX delivery_flight;
        CREATE INDEX delivery_flight ON delivery (endpoint, lane) WHERE state = 'in_flight';
        CREATE INDEX delivery_feed ON delivery (endpoint, seq);
        CREATE INDEX delivery_event ON delivery (event_id);
        CREATE INDEX delivery_seq ON delivery (seq);

        ALTER TABLE attempt ADD COLUMN timings TEXT;
        CREATE INDEX attempt_open ON attempt (started_at, delivery) WHERE finished_at IS NULL;

        CREATE TABLE not_sent (
            seq INTEGER PRIMARY KEY,
            reasons TEXT NOT NULL
        ) STRICT;

        CREATE TABLE replay (
            id TEXT PRIMARY KEY,
            endpoint TEXT NOT NULL,
            is_running INTEGER NOT NULL,
            record TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX replay_running ON replay (endpoint, id) WHERE is_running;
        """

    private static func sealSecrets(_ db: Database, _ vault: Vault?) throws {
        for old in try String.fetchAll(db, sql: "SELECT record FROM endpoint") {
            let endpoint = try CanonicalJSON.decode(EndpointBefore005.self, from: old).endpoint
            try db.execute(
                sql: "UPDATE endpoint SET record = ?, secrets = ? WHERE id = ?",
                arguments: [CanonicalJSON.text(endpoint), SQLiteLedger.seal(endpoint, vault), endpoint.id])
        }
    }

    /// Every reminder accounts for itself, people are told by mail and subscribe to calendars.
    private static let reminders = """
        ALTER TABLE reminder ADD COLUMN deadline_id TEXT;
        ALTER TABLE reminder ADD COLUMN instead_of TEXT NOT NULL DEFAULT '';
        ALTER TABLE reminder ADD COLUMN is_estimated INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE reminder ADD COLUMN is_conditional INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE reminder ADD COLUMN planned_at INTEGER;
        ALTER TABLE reminder ADD COLUMN sent_at INTEGER;
        ALTER TABLE reminder ADD COLUMN times_sent INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE reminder ADD COLUMN times_snoozed INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE reminder ADD COLUMN late_cause TEXT;
        ALTER TABLE reminder ADD COLUMN late_from INTEGER;
        ALTER TABLE reminder ADD COLUMN late_to INTEGER;
        ALTER TABLE reminder ADD COLUMN collapsed_into TEXT;

        CREATE TEMP TABLE told AS SELECT json_extract(CAST(body AS TEXT), '$.data.reminder_id') AS id, count(*) AS times,
            max(json_extract(CAST(body AS TEXT), '$.recorded_at')) AS at FROM event WHERE type = 'reminder.due' GROUP BY 1;
        CREATE INDEX temp.told_id ON told (id);
        UPDATE reminder SET times_sent = told.times,
            sent_at = CAST(strftime('%s', told.at) AS INTEGER) * 1000 + CAST(substr(told.at, 21, 3) AS INTEGER)
            FROM told WHERE told.id = reminder.id;
        DROP TABLE told;

        -- What is due is looked for by agreement, so the index says which one it is.
        DROP INDEX reminder_due;
        CREATE INDEX reminder_due ON reminder (due_at, agreement) WHERE state IN ('planned', 'snoozed');
        DROP INDEX reminder_live;
        CREATE INDEX reminder_of ON reminder (agreement, due_at, id);
        CREATE INDEX reminder_deadline ON reminder (agreement, deadline_id) WHERE deadline_id IS NOT NULL;

        CREATE TABLE person (
            id TEXT PRIMARY KEY,
            record TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE delegation (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            substitute TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
            record TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX delegation_person ON delegation (person);
        CREATE INDEX delegation_substitute ON delegation (substitute);

        CREATE TABLE vacancy (
            role TEXT NOT NULL,
            region TEXT NOT NULL,
            since INTEGER NOT NULL,
            PRIMARY KEY (role, region)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mail (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL,
            address TEXT NOT NULL,
            subject TEXT NOT NULL,
            message BLOB NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            last_reply TEXT
        ) STRICT;
        CREATE INDEX mail_due ON mail (due_at) WHERE state = 'pending';
        CREATE INDEX mail_flight ON mail (id) WHERE state = 'in_flight';
        CREATE INDEX mail_time ON mail (created_at, person);
        CREATE INDEX mail_state ON mail (state);
        CREATE INDEX mail_person ON mail (person, id);

        CREATE TABLE notice (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL,
            on_behalf_of TEXT,
            reminder TEXT,
            agreement TEXT NOT NULL,
            state TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            mail TEXT REFERENCES mail (id),
            content TEXT NOT NULL
        ) STRICT;
        CREATE INDEX notice_due ON notice (due_at, person) WHERE state = 'waiting';
        CREATE INDEX notice_person ON notice (person, id);
        CREATE INDEX notice_reminder ON notice (reminder);
        CREATE INDEX notice_mail ON notice (mail) WHERE mail IS NOT NULL;

        CREATE TABLE feed (
            id TEXT PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            record TEXT NOT NULL
        ) STRICT;

        CREATE TABLE holiday_file (
            name TEXT PRIMARY KEY,
            csv TEXT NOT NULL,
            accepted_at INTEGER NOT NULL,
            accepted_by TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Regions and the nation can be added up without reading a record. Months and days are ISO text.
    private static let money = """
        -- Narrow rows of their own: whatever stands behind a snapshot is slow to reach.
        CREATE TABLE cover (
            agreement TEXT PRIMARY KEY REFERENCES agreement (id),
            region TEXT NOT NULL,
            programme TEXT NOT NULL,
            kind TEXT NOT NULL,
            workflow TEXT NOT NULL,
            structure TEXT NOT NULL,
            valid_from TEXT,
            renews TEXT,
            insures INTEGER NOT NULL,
            insured_until TEXT,
            last_members TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX cover_region ON cover (region);

        CREATE TABLE runway (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            year INTEGER NOT NULL,
            needed INTEGER NOT NULL,
            available INTEGER NOT NULL,
            proposed INTEGER NOT NULL,
            shortfall INTEGER NOT NULL,
            surplus INTEGER NOT NULL,
            billed INTEGER NOT NULL,
            paid INTEGER NOT NULL,
            people INTEGER NOT NULL,
            people_carried INTEGER,
            runs_out_in TEXT,
            PRIMARY KEY (agreement, year)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX runway_year ON runway (year);

        CREATE TABLE runway_month (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            month TEXT NOT NULL,
            members INTEGER NOT NULL,
            needed INTEGER NOT NULL,
            billed INTEGER NOT NULL,
            paid INTEGER NOT NULL,
            PRIMARY KEY (agreement, month)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX runway_month_month ON runway_month (month);

        CREATE TABLE open_bill (
            agreement TEXT NOT NULL REFERENCES agreement (id),
            month TEXT NOT NULL,
            due_on TEXT NOT NULL,
            record TEXT NOT NULL,
            PRIMARY KEY (agreement, month)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX open_bill_due ON open_bill (due_on);

        CREATE TABLE coverage (
            region TEXT NOT NULL,
            as_of TEXT NOT NULL,
            seq INTEGER NOT NULL,
            fact TEXT NOT NULL,
            PRIMARY KEY (region, as_of, seq)
        ) STRICT, WITHOUT ROWID;
        """

    /// Fills what a history alone can tell. What depends on rates is written when the rules are adopted, which the missing
    /// digest brings about at the next start.
    private static func refoldMoney(_ db: Database) throws {
        let history = try db.makeStatement(sql: "SELECT body FROM event WHERE subject = ? ORDER BY subject_seq")
        for id in try String.fetchAll(db, sql: "SELECT id FROM agreement") {
            let events = try Data.fetchAll(history, arguments: [id])
                .map { try CanonicalJSON.decode(Event.self, from: $0) }
            guard let agreement = Agreement(folding: events) else { continue }
            try db.execute(
                sql: "UPDATE agreement SET snapshot = ? WHERE id = ?",
                arguments: [try CanonicalJSON.encode(agreement), id])
            try SQLiteLedger.keepCover(of: agreement, db)
        }
        let facts = try Data.fetchAll(db, sql: "SELECT body FROM event WHERE type = 'coverage.recorded' ORDER BY seq")
        for body in facts { try SQLiteLedger.keepCoverage(try CanonicalJSON.decode(Event.self, from: body), db) }
        try db.execute(sql: "DELETE FROM note WHERE name = ?", arguments: [SQLiteLedger.rulesNote])
    }

    /// Agreements can be found by what they wait for and by the rules that hold for them.
    private static let workflows = """
        ALTER TABLE agreement ADD COLUMN awaiting TEXT NOT NULL DEFAULT '';
        ALTER TABLE agreement ADD COLUMN workflow TEXT NOT NULL DEFAULT '';
        ALTER TABLE agreement ADD COLUMN structure TEXT NOT NULL DEFAULT '';
        CREATE INDEX agreement_workflow ON agreement (workflow, structure, state);

        -- A change of rules plans anew under the same version of an agreement; only what is open must be unique.
        CREATE TABLE reminder_2 (
            id TEXT PRIMARY KEY,
            agreement TEXT NOT NULL REFERENCES agreement (id),
            ref TEXT,
            region TEXT NOT NULL,
            key TEXT NOT NULL,
            rule TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            deadline TEXT,
            recipient TEXT NOT NULL,
            agreement_state TEXT NOT NULL,
            say_id TEXT NOT NULL,
            say_en TEXT NOT NULL,
            state TEXT NOT NULL,
            plan_version INTEGER NOT NULL,
            reason TEXT,
            ended_at INTEGER
        ) STRICT;
        INSERT INTO reminder_2 SELECT * FROM reminder;
        UPDATE reminder_2 SET state = 'superseded' WHERE state IN ('planned', 'snoozed') AND EXISTS (
            SELECT 1 FROM reminder_2 AS other WHERE other.agreement = reminder_2.agreement AND other.key = reminder_2.key
            AND other.state IN ('planned', 'snoozed') AND (other.plan_version, other.id) > (reminder_2.plan_version, reminder_2.id)
        );
        DROP TABLE reminder;
        ALTER TABLE reminder_2 RENAME TO reminder;
        CREATE INDEX reminder_due ON reminder (due_at) WHERE state IN ('planned', 'snoozed');
        CREATE INDEX reminder_live ON reminder (agreement) WHERE state NOT IN ('superseded', 'cancelled');
        CREATE INDEX reminder_time ON reminder (due_at, id);
        CREATE UNIQUE INDEX reminder_open ON reminder (agreement, key) WHERE state IN ('planned', 'snoozed');
        """

    /// Folds every history again, since the record keeps more of it than it did.
    private static func refold(_ db: Database) throws {
        let history = try db.makeStatement(sql: "SELECT body FROM event WHERE subject = ? ORDER BY subject_seq")
        let update = try db.makeStatement(
            sql: "UPDATE agreement SET snapshot = ?, workflow = ?, structure = ? WHERE id = ?")
        for id in try String.fetchAll(db, sql: "SELECT id FROM agreement") {
            let events = try Data.fetchAll(history, arguments: [id])
                .map { try CanonicalJSON.decode(Event.self, from: $0) }
            guard let agreement = Agreement(folding: events) else { continue }
            try update.execute(arguments: [
                try CanonicalJSON.encode(agreement), agreement.workflow.id, agreement.workflow.structure, id,
            ])
        }
    }

    /// Times are milliseconds since 1970; JSON is canonical text.
    private static let record = """
        CREATE TABLE note (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE agreement (
            id TEXT PRIMARY KEY,
            ref TEXT UNIQUE,
            title TEXT NOT NULL,
            kind TEXT NOT NULL,
            region TEXT NOT NULL,
            phase TEXT NOT NULL,
            state TEXT NOT NULL,
            waiting_on TEXT NOT NULL,
            valid_until TEXT,
            version INTEGER NOT NULL,
            snapshot BLOB NOT NULL
        ) STRICT;
        CREATE INDEX agreement_phase ON agreement (phase, id);
        CREATE INDEX agreement_region ON agreement (region, id);

        CREATE TABLE event (
            seq INTEGER PRIMARY KEY,
            subject TEXT NOT NULL,
            subject_seq INTEGER NOT NULL,
            type TEXT NOT NULL,
            region TEXT,
            version INTEGER NOT NULL,
            body BLOB NOT NULL,
            hash BLOB NOT NULL,
            UNIQUE (subject, subject_seq)
        ) STRICT;

        CREATE TABLE reminder (
            id TEXT PRIMARY KEY,
            agreement TEXT NOT NULL REFERENCES agreement (id),
            ref TEXT,
            region TEXT NOT NULL,
            key TEXT NOT NULL,
            rule TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            deadline TEXT,
            recipient TEXT NOT NULL,
            agreement_state TEXT NOT NULL,
            say_id TEXT NOT NULL,
            say_en TEXT NOT NULL,
            state TEXT NOT NULL,
            plan_version INTEGER NOT NULL,
            reason TEXT,
            ended_at INTEGER,
            UNIQUE (agreement, key, plan_version)
        ) STRICT;
        CREATE INDEX reminder_due ON reminder (due_at) WHERE state IN ('planned', 'snoozed');
        CREATE INDEX reminder_live ON reminder (agreement) WHERE state NOT IN ('superseded', 'cancelled');
        CREATE INDEX reminder_time ON reminder (due_at, id);

        CREATE TABLE endpoint (
            id TEXT PRIMARY KEY,
            enabled INTEGER NOT NULL,
            record TEXT NOT NULL
        ) STRICT;

        CREATE TABLE delivery (
            id TEXT PRIMARY KEY,
            endpoint TEXT NOT NULL,
            event_id TEXT NOT NULL,
            event_type TEXT NOT NULL,
            seq INTEGER NOT NULL,
            lane TEXT NOT NULL,
            payload BLOB NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            last_status INTEGER,
            last_error TEXT
        ) STRICT;
        CREATE INDEX delivery_due ON delivery (endpoint, due_at) WHERE state = 'pending';
        CREATE INDEX delivery_lane ON delivery (endpoint, lane, seq) WHERE state IN ('waiting', 'pending', 'in_flight', 'held');
        CREATE INDEX delivery_flight ON delivery (id) WHERE state = 'in_flight';
        CREATE INDEX delivery_state ON delivery (state);
        CREATE INDEX delivery_log ON delivery (endpoint, id);
        CREATE INDEX delivery_subject ON delivery (lane, id);

        CREATE TABLE attempt (
            delivery TEXT NOT NULL REFERENCES delivery (id),
            number INTEGER NOT NULL,
            started_at INTEGER NOT NULL,
            finished_at INTEGER,
            status INTEGER,
            error TEXT,
            excerpt TEXT,
            address TEXT,
            PRIMARY KEY (delivery, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE idempotency (
            owner TEXT NOT NULL,
            key TEXT NOT NULL,
            result TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE token (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            regions TEXT NOT NULL,
            hash BLOB NOT NULL UNIQUE,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE workflow (
            structure TEXT NOT NULL,
            policy TEXT NOT NULL,
            id TEXT NOT NULL,
            text TEXT NOT NULL,
            loaded_at INTEGER NOT NULL,
            PRIMARY KEY (structure, policy)
        ) STRICT;
        """
}

/// An endpoint as it was kept before its secrets were sealed.
private struct EndpointBefore005: Decodable {
    var id: String
    var url: String
    var events: [String]
    var allow: [String]
    var secret: String
    var regions: [String]
    var enabled: Bool
    var disabledReason: String?
    var createdAt: Instant

    var endpoint: WebhookEndpoint {
        WebhookEndpoint(
            id: id, url: url, filter: EndpointFilter(events: events, regions: regions), allow: allow, enabled: enabled,
            disabledReason: disabledReason, createdAt: createdAt,
            secrets: EndpointSecrets(signing: [EndpointSecrets.SigningKey(text: secret)]))
    }
}
