import GRDB

/// Indexes by which calendars, timelines and reports are drawn without reading a record.
extension Schema {
    static func addPictures(to migrator: inout DatabaseMigrator) {
        migrator.registerMigration("011 pictures") { db in try db.execute(sql: pictures) }
    }

    /// Those that grow wider take the place of narrower ones.
    private static let pictures = """
        ALTER TABLE listing ADD COLUMN parent TEXT;
        UPDATE listing SET parent = (SELECT json_extract(CAST(snapshot AS TEXT), '$.parent') FROM agreement
            WHERE id = listing.agreement);
        CREATE INDEX listing_parent ON listing (parent, agreement) WHERE parent IS NOT NULL;
        CREATE INDEX cover_renews ON cover (renews) WHERE renews IS NOT NULL;
        DROP INDEX listing_until;
        CREATE INDEX listing_until ON listing (valid_until, agreement, phase, region, people);
        """
}
