import Agreements
import Calendars
import Documents
import Testing

@Suite struct `A signatory` {
    private func findings(
        _ code: String, region: String, kind: AgreementKind = .notaKesepakatan, government: String = "Bupati",
        bpjs: String? = nil, witness: Witness? = nil
    ) throws -> [Finding] {
        let agreement = Records.agreement {
            $0.region = region
            $0.kind = kind
            $0.parties[0].signatory = Signatory(office: government)
            $0.parties[1].signatory = bpjs.map { Signatory(office: $0) }
            $0.witnesses = [witness].compactMap { $0 }
        }
        return try Records.findings(agreement).filter { $0.code == code }
    }

    @Test(arguments: [
        ("53.01", "Bupati Kupang", false), ("53.71", "Wali Kota Kupang", false), ("53.71", "WALIKOTA KUPANG", false),
        ("17", "Gubernur Bengkulu", false), ("53.01", "Pj. Bupati Kupang", false), ("17", "Plt Gubernur", false),
        ("53.71", "Penjabat Wali Kota Kupang", false), ("53.71", "Kepala Dinas Kesehatan Kota Kupang", true),
        ("17", "Sekretaris Daerah", true), ("53.01", "Wakil Bupati Kupang", true), ("53.01", "Bupatinya", true),
        ("17", "Asisten Gubernur", true), ("17", "Plt. Kepala Dinas Kesehatan", true),
    ])
    func `of a Nota Kesepakatan is the head of region in person`(region: String, office: String, isTold: Bool) throws {
        let told = try findings("signatory_level", region: region, government: office)
        #expect(told.map(\.key) == (isTold ? ["signatory_level:pemkot"] : []))
        #expect(told.first.map { $0.numbers["office"] == .text(office) } ?? true)
        // A delegate may sign what follows from it, and a PKS.
        for kind in AgreementKind.allCases where kind != .notaKesepakatan {
            #expect(try findings("signatory_level", region: region, kind: kind, government: office) == [])
        }
    }

    @Test(
        arguments: [
            ("17", "Deputi Direksi Wilayah BPJS Kesehatan", false),
            ("17", "Kepala BPJS Kesehatan Cabang Bengkulu", true),
            ("17", "Kepala Kantor Wilayah BPJS Ketenagakerjaan", false), ("17", "Direktur Utama", true),
            ("53.71", "Kepala BPJS Kesehatan Cabang Kupang", false),
            ("35.73", "Kepala BPJS Kesehatan KC Malang", false),
            ("53.71", "Plt. Kepala Kantor Cabang", false), ("53.71", "Deputi Direksi Wilayah XI", true),
            ("53.71", "Direktur Kepesertaan", true), ("53.71", "Kepala BPJS Kesehatan", false), ("17", nil, false),
        ] as [(String, String?, Bool)])
    func `of BPJS stands at the region's level`(region: String, office: String?, isTold: Bool) throws {
        let head = region == "17" ? "Gubernur" : "Wali Kota"
        let told = try findings("signatory_level", region: region, government: head, bpjs: office)
        #expect(told.map(\.key) == (isTold ? ["signatory_level:bpjs0"] : []))
        #expect(try findings("signatory_level", region: region, kind: .pks, government: head, bpjs: office) == [])
    }

    @Test func `is told of with both sentences`() throws {
        let told = try #require(
            try findings("signatory_level", region: "53.01", government: "Kepala Dinas Kesehatan").first)
        #expect(
            told.say.id
                == "Nota Kesepakatan ini ditandatangani kepala daerah sendiri, bukan Kepala Dinas Kesehatan (Pemerintah Kota Kupang)."
        )
        #expect(
            told.say.en
                == "This Nota Kesepakatan is for the head of region in person to sign, not for Kepala Dinas Kesehatan (Pemerintah Kota Kupang)."
        )
        #expect(
            told.numbers == ["party": "pemkot", "office": "Kepala Dinas Kesehatan", "level": "regency"])
    }

    @Test(
        arguments: [
            ("53.71", "Wakil Ketua Komisi V DPRD Provinsi NTT", "mendampingi", true),
            ("53.71", "Wakil Ketua Komisi V DPRD Provinsi NTT", nil, true), ("53.71", "Gubernur NTT", "saksi", true),
            ("53.71", "Gubernur NTT", "menyaksikan", true), ("53.71", "Wali Kota Kupang", "menyaksikan", false),
            ("53.01", "Bupati Kupang Provinsi Nusa Tenggara Timur", "saksi", false),
            ("53.01", "Kepala Dinas Kesehatan Kab. Kupang, Prov. NTT", "saksi", false),
            ("53.01", "Pemerintah Provinsi", "peserta rapat evaluasi anggaran", false),
            ("53.01", "Gubernur", "narasumber", false), ("53.01", "Gubernur", "hadir", false),
            ("53.71", "Bank Sulawesi Tenggara", "saksi", false), ("17", "Bupati Seluma", "saksi", true),
            ("17", "Walikota Bengkulu", "saksi", true), ("17", "Wakil Bupati Seluma", nil, true),
            ("17", "Kepala Dinas Kesehatan Kota Bengkulu", "saksi", false), ("17", "Gubernur", "saksi", false),
            ("17", "Ketua DPRD Provinsi", nil, false), ("00", "Gubernur", nil, false), ("53.71", nil, nil, false),
        ] as [(String, String?, String?, Bool)])
    func `or witness of another level is told`(region: String, office: String?, role: String?, isTold: Bool) throws {
        for kind in AgreementKind.allCases {
            let told = try findings(
                "signatory_other_level", region: region, kind: kind, government: "Sekretaris Daerah",
                witness: Witness(name: "Budi", office: office, role: role))
            #expect(told.map(\.key) == (isTold ? ["signatory_other_level:Budi"] : []))
        }
        if let office {
            let own = try findings("signatory_other_level", region: region, government: office)
            let isOther = isTold || ["narasumber", "hadir", "peserta rapat evaluasi anggaran"].contains(role ?? "")
            #expect(own.map(\.key) == (isOther ? ["signatory_other_level:pemkot"] : []))
        }
    }

    @Test(arguments: [
        ("31.71", true), ("31.01", true), ("31", false), ("53.71", false), ("53", false), ("99.99", false),
    ])
    func `cannot bind an administrative city`(region: String, isTold: Bool) throws {
        let told = try findings("region_not_autonomous", region: region)
        #expect(told.map(\.numbers) == (isTold ? [["region": .text(region), "province": "31"]] : []))
    }

    @Test(
        arguments: [
            (AgreementKind.pks, "Perjanjian Kerja Sama (PKS)", false), (.pks, "Perjanjian Kerjasama", false),
            (.pks, "Perjanjian Kerja Sama (PKS); disebut juga nota kesepahaman", true), (.pks, "MoU", true),
            (.notaKesepakatan, "Nota Kesepakatan", false),
            (.notaKesepakatan, "Nota Kesepakatan dan Rencana Kerja", true),
            (.rencanaKerja, "Rencana Kerja Tahun 2022", false), (.addendum, "Adendum PKS", true), (.pks, "PKSI", false),
            (.pks, "surat", false), (.pks, nil, false),
        ] as [(AgreementKind, String?, Bool)])
    func `knows what kind of paper it is`(kind: AgreementKind, words: String?, isTold: Bool) throws {
        let agreement = Records.agreement {
            $0.kind = kind
            if let words { $0.fields["kind_as_written"] = [Figure(value: .text(words))] }
        }
        let told = try Records.finding("kind_words_mismatch", in: agreement)
        #expect(told?.numbers["as_written"] == (isTold ? words.map { .text($0) } : nil))
    }
}
