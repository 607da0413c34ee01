import Engine

/// What a sheet may hold, a row for each fact, and the columns it has.
enum ImportKind: String, CaseIterable {
    case agreements, members
    case memberChanges = "member-changes"
    case funding, bills, payments, coverage

    struct Column {
        var name: String
        var content: Content
        var isRequired: Bool
        /// What offices call it in their own sheets, in small letters.
        var headings: [String]

        enum Content {
            case text, integer, decimal, day, month
            /// One of a few words, however it is capitalised: `APBD II` is `apbd_ii`.
            case choice
            /// A day, a month or a year.
            case period
        }

        init(_ name: String, _ content: Content, required: Bool = false, _ headings: String...) {
            self.name = name
            self.content = content
            isRequired = required
            self.headings = headings
        }
    }

    var columns: [Column] {
        let agreement = Column("agreement", .text, required: true, "perjanjian", "ref", "pks", "naskah")
        let reference = Column(
            "reference", .text, "nomor", "rujukan", "sp2d", "dpa", "nomor sp2d", "nomor dpa", "nomor tagihan",
            "nomor referensi")
        let source = Column("source", .text, "sumber data", "sumber")
        let asOf = Column("as_of", .day, "per tanggal", "tanggal data")
        let segment = Column("segment", .choice, required: true, "segmen")
        let month = Column("month", .month, required: true, "bulan", "bulan tagihan")
        let amount = Column(
            "amount", .integer, required: true, "jumlah", "jumlah (rupiah)", "nilai", "rupiah", "pagu", "nilai tagihan",
            "jumlah tagihan",
            "jumlah bayar", "nilai bayar")
        switch self {
        case .agreements:
            return ImportKind.papers
        case .members:
            return [
                agreement, segment, Column("from", .month, required: true, "mulai", "dari bulan"),
                Column("until", .month, required: true, "sampai", "sampai bulan"),
                Column("count", .integer, required: true, "jumlah peserta", "jumlah", "peserta", "jumlah orang"),
                source, asOf,
                Column("wage", .integer, "upah"),
            ]
        case .memberChanges:
            return [
                agreement, segment, month, Column("additions", .integer, "tambah", "penambahan"),
                Column("deaths", .integer, "meninggal"), Column("moves", .integer, "pindah"),
                Column("doubles", .integer, "ganda"), Column("invalid_nik", .integer, "nik tidak valid", "tidak padan"),
                Column("other_removals", .integer, "pengurangan lain"), source, asOf,
            ]
        case .funding:
            return [
                agreement, Column("source", .choice, required: true, "sumber dana", "sumber"),
                Column("fiscal_year", .integer, required: true, "tahun", "tahun anggaran"), amount,
                Column("stage", .choice, required: true, "tahap"), reference,
            ]
        case .bills:
            return [
                agreement, month, amount, Column("heads", .integer, "jumlah peserta", "peserta", "jumlah orang"),
                Column("stage", .text, "tahap"), Column("paid", .integer, "dibayar", "terbayar"), reference,
            ]
        case .payments:
            return [
                agreement, month, amount,
                Column("paid_on", .day, required: true, "tanggal", "tanggal bayar", "tanggal pembayaran"),
                reference,
            ]
        case .coverage:
            return [
                Column("region", .text, required: true, "kode", "kode daerah", "kode wilayah", "daerah", "wilayah"),
                Column("as_of", .period, required: true, "per tanggal", "per", "tanggal data"),
                Column("percent", .decimal, "cakupan", "persen"), Column("registered", .integer, "terdaftar"),
                Column("active", .integer, "aktif"), Column("residents", .integer, "penduduk"),
                Column("scheme", .choice, "skema"), source,
            ]
        }
    }

    /// What one must be allowed to do to enter a row of it.
    var act: Principal.Act {
        switch self {
        case .agreements: .create
        case .members, .memberChanges: .countMembers
        case .funding: .fund
        case .bills, .payments: .bill
        case .coverage: .recordCoverage
        }
    }

    /// Two parties, as nearly all papers have; one with more is entered by itself.
    private static let papers = [
        Column("ref", .text, required: true, "nomor register"),
        Column("workflow", .text, required: true, "alur"), Column("kind", .choice, required: true, "jenis"),
        Column("program", .choice, required: true, "program"), Column("title", .text, required: true, "judul"),
        Column("region", .text, required: true, "kode daerah", "kode wilayah", "daerah", "wilayah"),
        Column("valid_from", .day, "berlaku mulai", "mulai"), Column("valid_until", .day, "berlaku sampai", "sampai"),
        Column("renews", .text, "memperpanjang"), Column("state", .text, "tahap"), Column("source", .text, "sumber"),
        Column("government", .text, required: true, "pemda", "pemerintah daerah"),
        Column("government_signatory", .text),
        Column("government_office", .text, "jabatan pemda"), Column("government_number", .text, "nomor pemda"),
        Column("bpjs", .text, required: true, "kantor bpjs"), Column("bpjs_signatory", .text),
        Column("bpjs_office", .text, "jabatan bpjs"), Column("bpjs_number", .text, "nomor bpjs"),
        Column("signed_on", .day, "ditandatangani", "tanggal tanda tangan"),
    ]
}
