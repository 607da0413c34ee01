import Documents

/// The place of each province on the tile map: our own grid of twelve columns and nine rows.
///
/// A column is about four degrees of longitude, a row a band of latitude by where the provincial capital is. In a row what
/// is further east stands further right, in a column what is further south stands lower; and no two provinces more than
/// three degrees of longitude or one and a half of latitude apart stand the wrong way round.
struct Province: Sendable {
    /// Of the interior ministry's list.
    let code: String
    /// Without `ID-`: ISO 3166-2:ID.
    let iso: String
    /// As people say it, short enough for a tile.
    let name: String
    let column: Int
    let row: Int

    static let columns = 12
    static let rows = 9

    private init(_ code: String, _ iso: String, _ name: String, _ column: Int, _ row: Int) {
        (self.code, self.iso, self.name, self.column, self.row) = (code, iso, name, column, row)
    }

    static let all = [
        Province("11", "AC", "Aceh", 0, 0), Province("12", "SU", "Sumut", 0, 1), Province("13", "SB", "Sumbar", 1, 3),
        Province("14", "RI", "Riau", 1, 2), Province("15", "JA", "Jambi", 2, 3), Province("16", "SS", "Sumsel", 2, 4),
        Province("17", "BE", "Bengkulu", 1, 4), Province("18", "LA", "Lampung", 2, 5),
        Province("19", "BB", "Babel", 3, 3), Province("21", "KR", "Kepri", 2, 2), Province("31", "JK", "Jakarta", 3, 6),
        Province("32", "JB", "Jabar", 3, 7), Province("33", "JT", "Jateng", 4, 7), Province("34", "YO", "DIY", 4, 8),
        Province("35", "JI", "Jatim", 5, 7), Province("36", "BT", "Banten", 2, 6), Province("51", "BA", "Bali", 6, 8),
        Province("52", "NB", "NTB", 7, 8), Province("53", "NT", "NTT", 8, 8), Province("61", "KB", "Kalbar", 4, 2),
        Province("62", "KT", "Kalteng", 5, 3), Province("63", "KS", "Kalsel", 5, 4),
        Province("64", "KI", "Kaltim", 6, 2), Province("65", "KU", "Kaltara", 6, 1),
        Province("71", "SA", "Sulut", 8, 1),
        Province("72", "ST", "Sulteng", 7, 2), Province("73", "SN", "Sulsel", 7, 5),
        Province("74", "SG", "Sultra", 8, 4), Province("75", "GO", "Gorontalo", 8, 2),
        Province("76", "SR", "Sulbar", 7, 3), Province("81", "MA", "Maluku", 9, 4), Province("82", "MU", "Malut", 9, 2),
        Province("91", "PA", "Papua", 11, 3), Province("92", "PB", "Pabar", 11, 2),
        Province("93", "PS", "Pasel", 11, 8), Province("94", "PT", "Pateng", 10, 4),
        Province("95", "PE", "Papeg", 11, 4), Province("96", "PD", "PBD", 10, 2),
    ]
}
