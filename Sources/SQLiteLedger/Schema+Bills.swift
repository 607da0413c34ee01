import GRDB

/// Where each unpaid bill is of, so that a month's are counted from one index; and the next deadlines of each phase.
extension Schema {
    static func addBillRegions(to migrator: inout DatabaseMigrator) {
        migrator.registerMigration("013 bills") { db in
            try db.execute(
                sql: """
                    ALTER TABLE open_bill ADD COLUMN region TEXT NOT NULL DEFAULT '';
                    UPDATE open_bill SET region = (SELECT region FROM cover WHERE cover.agreement = open_bill.agreement);
                    DROP INDEX open_bill_due;
                    CREATE INDEX open_bill_due ON open_bill (due_on, region, agreement);
                    CREATE INDEX listing_board ON listing (phase, deadline, agreement);
                    """)
        }
    }
}
