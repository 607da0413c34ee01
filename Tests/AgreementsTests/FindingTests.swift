import Agreements
import Calendars
import Documents
import Testing

/// Each contradiction with all its numbers and both its sentences, and its silence where nothing is wrong.
@Suite struct `A finding` {
    private func finding(_ code: String, _ change: (inout Agreement) -> Void) throws -> Finding? {
        try Records.finding(code, in: Records.agreement(change))
    }

    private func put(_ name: String, _ values: FieldValue...) -> (inout Agreement) -> Void {
        { $0.fields[name] = values.map { Figure(value: $0) } }
    }

    @Test func `is not made of an empty record`() throws {
        #expect(try Records.findings(Records.agreement()) == [])
    }

    // MARK: Heads

    @Test func `tells that a headline is more or less than its parts`() throws {
        func finding(_ headline: Int64) throws -> Finding? {
            try self.finding("sum_of_parts") {
                $0.fields["people_headline"] = [Figure(value: .integer(headline))]
                // The newest count of a group holds, and groups are added up.
                $0.members = [
                    Records.year(.nonASN, 999, 2018), Records.year(.villageOfficials, 5_346, 2018),
                    Records.year(.nonASN, 3_114, 2018),
                ]
            }
        }
        let missing = try #require(try finding(10_000))
        #expect(missing.key == "sum_of_parts")
        #expect(missing.numbers == ["headline": 10_000, "sum": 8_460, "unexplained": 1_540])
        #expect(missing.say.id == "Disebut 10.000 peserta, rinciannya hanya 8.460: 1.540 (15,4%) tidak terjelaskan.")
        #expect(
            missing.say.en == "10,000 members are claimed, the groups add up to 8,460: 1,540 (15.4%) are unexplained.")
        let tooMany = try #require(try finding(8_400))
        #expect(tooMany.numbers == ["headline": 8_400, "sum": 8_460, "unexplained": -60])
        #expect(tooMany.say.en == "8,400 members are claimed, the groups add up to 8,460: 60 too many.")
        #expect(try finding(8_460) == nil)
        #expect(try self.finding("sum_of_parts", put("people_headline", .integer(10_000))) == nil, "no parts are known")
    }

    @Test(arguments: [(202_059, true), (202_060, false), (404_120, false), (1_000_000, false)])
    func `tells that a claim of members is less than half of the residents`(claimed: Int64, isTold: Bool) throws {
        let finding = try finding("registered_claim_low", put("people_registered_claimed", .integer(claimed)))
        #expect((finding != nil) == isTold)
        if let finding {
            #expect(finding.numbers == ["claimed": .integer(claimed), "residents": 404_120, "percent": 50])
        }
        let elsewhere = try self.finding("registered_claim_low") {
            $0.region = "99.99"
            $0.fields["people_registered_claimed"] = [Figure(value: .integer(claimed))]
        }
        #expect(elsewhere == nil)
    }

    @Test(arguments: [
        ("2027-01", "2026-12-31", false), ("2027-01", "2027-01-01", true), ("2026-01", "2026-11-23", true),
    ])
    func `tells that members have no signed paper once their first month has begun`(
        from: String, today: String, isTold: Bool
    ) throws {
        let from = try #require(Month(from))
        let unsigned = Records.agreement {
            $0.members = [
                MemberCount(segment: .pbpuBPPemda, from: from.adding(2), until: from.adding(3), count: 1),
                MemberCount(segment: .pbpuBPPemda, from: from, until: from, count: 1),
            ]
        }
        let finding = try Records.finding("members_without_paper", in: unsigned, today: today)
        #expect(finding?.numbers == (isTold ? ["since": .text(from.description)] : nil))
        var signed = unsigned
        Records.sign(&signed, on: "2026-01-01")
        #expect(try Records.finding("members_without_paper", in: signed, today: today) == nil)
    }

    // MARK: Coverage

    @Test func `tells what the head counts make of a percentage`() throws {
        func finding(_ code: String, _ stated: FieldValue?, _ registered: Int64, _ population: Int64) throws -> Finding?
        {
            try self.finding(code) {
                $0.fields["registered"] = [Figure(value: .integer(registered))]
                $0.fields["population"] = [Figure(value: .integer(population))]
                if let stated { $0.fields["coverage_percent"] = [Figure(value: stated)] }
            }
        }
        let gap = try #require(try finding("coverage_gap", nil, 632_343, 903_000))
        #expect(
            gap.numbers == [
                "registered": 632_343, "population": 903_000, "percent": .number(70.03), "unregistered": 270_657,
            ])
        #expect(gap.say.id == "632.343 dari 903.000 penduduk terdaftar: 70,03%, 270.657 orang belum.")
        #expect(gap.say.en == "632,343 of 903,000 residents are registered: 70.03%, 270,657 are not.")
        #expect(try finding("coverage_gap", nil, 949, 1_000) != nil)
        #expect(try finding("coverage_gap", nil, 950, 1_000) == nil)
        #expect(try finding("coverage_gap", .decimal(70.03), 632_343, 903_000) == nil)
        #expect(try finding("coverage_recomputed", .decimal(70.03), 632_343, 903_000) == nil)
        let wrong = try #require(try finding("coverage_recomputed", .decimal(72.5), 632_343, 903_000))
        #expect(wrong.numbers["stated"] == .number(72.5))
        #expect(wrong.numbers["percent"] == .number(70.03))
        #expect(wrong.say.id == "Cakupan ditulis 72,5%, hitungannya 70,03%.")
        // More members than residents is a fact about the residents, not an error.
        #expect(try finding("coverage_recomputed", .decimal(105.85), 944_040, 891_866) == nil)
        #expect(try finding("coverage_gap", nil, 5, 0) == nil)
        #expect(try finding("coverage_recomputed", .integer(5), 5, 0) == nil)
    }

    @Test func `tells how many people are missing from a target`() throws {
        func finding(_ target: FieldValue, _ fields: [String: FieldValue]) throws -> Finding? {
            try self.finding("coverage_below_target") {
                $0.fields = fields.mapValues { [Figure(value: $0)] }
                $0.fields["target_coverage_percent"] = [Figure(value: target)]
            }
        }
        let bengkulu = try #require(
            try finding(.integer(98), ["population": .integer(2_032_767), "coverage_percent": .decimal(80.62)]))
        #expect(bengkulu.numbers == ["registered": 1_638_817, "wanted": 1_992_112, "missing": 353_295])
        #expect(bengkulu.say.id == "Target 98% dari 2.032.767 penduduk: masih kurang 353.295 orang.")
        #expect(bengkulu.say.en == "Target 98% of 2,032,767 residents: 353,295 people are missing.")
        // The head count goes before the percentage.
        let counted = try #require(
            try finding(
                .integer(98),
                ["population": .integer(1_000), "coverage_percent": .integer(10), "registered": .integer(979)]))
        #expect(counted.numbers == ["registered": 979, "wanted": 980, "missing": 1])
        #expect(try finding(.integer(98), ["population": .integer(1_000), "registered": .integer(980)]) == nil)
        #expect(try finding(.integer(98), ["population": .integer(1_000)]) == nil)
        #expect(try finding(.integer(98), ["registered": .integer(1)]) == nil)
        // A person is never missing in part.
        #expect(
            try finding(.decimal(98.05), ["population": .integer(1_000), "registered": .integer(980)])?.numbers[
                "missing"] == 1)
    }

    /// The largest values that a field may have must not stop the daemon.
    @Test func `can be made of the largest fields`() async {
        await #expect(processExitsWith: .success) {
            let agreement = Records.agreement {
                for name in ["population", "registered", "people_headline", "people_registered_claimed"] {
                    $0.fields[name] = [Figure(value: .integer(1_000_000_000_000_000))]
                }
                $0.fields["coverage_percent"] = [Figure(value: .integer(-1_000_000_000))]
                $0.fields["target_coverage_percent"] = [Figure(value: .integer(1_000_000_000))]
                $0.members = [Records.year(.pbpuBPPemda, 1_000_000_000, 2021)]
                $0.funding = [Records.money(1_000_000_000_000_000, 2021)]
            }
            let codes = try Records.findings(agreement).map(\.code)
            precondition(codes.contains("coverage_below_target") && codes.contains("budget_surplus"))
        }
    }

    // MARK: Signatures

    @Test func `tells that the paper was signed after its term had begun`() throws {
        func finding(_ from: String?, _ years: [Int], _ change: (inout Agreement) -> Void) throws -> Finding? {
            try self.finding("retroactive_term") {
                $0.validFrom = from.flatMap { Day($0) }
                $0.funding = years.map { Records.money(1, $0) }
                change(&$0)
            }
        }
        let kupang = try #require(try finding("2019-01-01", []) { Records.sign(&$0, on: "2019-01-29") })
        #expect(kupang.numbers == ["signed_on": "2019-01-29", "valid_from": "2019-01-01", "days": 28])
        #expect(kupang.say.id == "Ditandatangani 29 Januari 2019, 28 hari sesudah masa berlaku mulai 1 Januari 2019.")
        #expect(kupang.say.en == "Signed on 2019-01-29, 28 days after the term began on 2019-01-01.")
        #expect(try finding("2019-01-29", []) { Records.sign(&$0, on: "2019-01-29") } == nil)
        #expect(try finding("2019-01-01", []) { _ in } == nil)
        // Without a term the only year of its money counts from its first day.
        #expect(try finding(nil, [2019]) { Records.sign(&$0, on: "2019-01-29") }?.numbers["days"] == 28)
        #expect(try finding(nil, [2019, 2020]) { Records.sign(&$0, on: "2019-01-29") } == nil)
        #expect(try finding(nil, []) { Records.sign(&$0, on: "2019-01-29") } == nil)
        // The last of the required parties decides; a guest does not.
        let last = try finding("2019-01-01", []) {
            Records.sign(&$0, on: "2018-12-30")
            $0.parties[1].signature?.signedOn = Day(year: 2019, month: 1, day: 3) ?? Day(number: 0)
            $0.parties.append(
                Party(
                    key: "guest", name: "Tamu", side: .other, required: false,
                    signature: Signature(signedOn: Day(number: 20_000), method: .wet)))
        }
        #expect(last?.numbers["days"] == 2)
    }

    @Test(
        arguments: [
            ("Kepala Dinas Kesehatan", nil, true), ("Asisten Administrasi Umum", nil, true),
            ("Kepala Dinas Kesehatan", "Surat Kuasa", false),
            ("Wali Kota Kupang", nil, false), ("WALIKOTA Kupang", nil, false), ("Bupati Konawe", nil, false),
            ("Gubernur Bengkulu", nil, false),
            ("Wakil Bupati Konawe", nil, true), ("Plt. Kepala Dinas", nil, true),
        ] as [(String, String?, Bool)])
    func `tells that somebody signed for the region without a power of attorney`(
        office: String, authority: String?, isTold: Bool
    ) throws {
        let signed = Records.agreement {
            $0.parties[0].signatory = Signatory(office: office, authority: authority.map { Authority(document: $0) })
            Records.sign(&$0, on: "2026-01-05")
        }
        let finding = try Records.finding("authority_missing", in: signed)
        #expect(finding?.key == (isTold ? "authority_missing:pemkot" : nil))
        #expect(finding?.numbers == (isTold ? ["party": "pemkot"] : nil))
        #expect(finding.map { $0.say.id.hasPrefix("\(office) menandatangani untuk Pemerintah Kota Kupang") } ?? true)
        var unsigned = signed
        unsigned.parties[0].signature = nil
        #expect(try Records.finding("authority_missing", in: unsigned) == nil)
        var others = signed
        others.parties[0].side = .bpjs
        #expect(try Records.finding("authority_missing", in: others) == nil)
    }

    // MARK: Programme

    @Test(arguments: [
        (Programme.jkn, ["BPJS Ketenagakerjaan Cabang Kendari"], true), (.jkn, ["BPJS KESEHATAN KC Malang"], false),
        (.jkn, ["BPJS Kesehatan", "BPJS Ketenagakerjaan"], false), (.jkn, [], false), (.jkn, ["BPJS"], false),
        (.jamsostek, ["BPJS Kesehatan Cabang Kendari"], true), (.jamsostek, ["BPJS Ketenagakerjaan"], false),
    ])
    func `tells that the wrong body is a party`(programme: Programme, bodies: [String], isTold: Bool) throws {
        let finding = try Records.finding(
            "programme_body_mismatch", in: Records.agreement(programme: programme, bodies: bodies))
        #expect((finding != nil) == isTold)
        if programme == .jkn, let finding {
            #expect(finding.say.en == "JKN is run by BPJS Kesehatan, but the party is BPJS Ketenagakerjaan.")
        }
    }

    @Test(arguments: [
        (Programme.jamsostek, "jaminan kesehatan", true), (.jamsostek, "Jaminan Kesehatan Nasional", true),
        (.jamsostek, "jaminan kecelakaan kerja", false), (.jamsostek, "jaminan kesehatan dan ketenagakerjaan", false),
        (.jamsostek, "jaminan sosial", false), (.jkn, "jaminan ketenagakerjaan", true),
        (.jkn, "health insurance", false),
    ])
    func `tells that the words belong to the other programme`(programme: Programme, words: String, isTold: Bool) throws
    {
        let agreement = Records.agreement(programme: programme, put("programme_as_written", .text(words)))
        let finding = try Records.finding("programme_words_mismatch", in: agreement)
        #expect(finding?.numbers == (isTold ? ["as_written": .text(words)] : nil))
        #expect(finding.map { $0.say.id.contains("\"\(words)\"") } ?? true)
    }

    // MARK: Sources

    @Test func `tells that two sources disagree about a day`() throws {
        func figure(_ value: Int64, _ day: String?, _ source: String?) -> Figure {
            Figure(value: .integer(value), asOf: day.flatMap { Day($0) }, source: source)
        }
        func finding(_ figures: Figure...) throws -> Finding? {
            try self.finding("sources_disagree") { $0.fields["population"] = figures }
        }
        let told = try #require(
            try finding(figure(1, "2026-01-01", "A"), figure(9, "2025-01-01", "C"), figure(2, "2026-01-01", nil)))
        #expect(told.key == "sources_disagree:population")
        #expect(
            told.say
                == Bilingual(
                    id: "'population': A dan tanpa sumber tidak sama.", en: "'population': A and no source disagree."))
        #expect(try finding(figure(1, "2026-01-01", "A"), figure(2, "2026-01-02", "B")) == nil, "another day")
        #expect(
            try finding(figure(1, "2026-01-01", "A"), figure(2, "2026-01-01", "A")) == nil,
            "corrected by the same source")
        #expect(try finding(figure(1, "2026-01-01", "A"), figure(1, "2026-01-01", "B")) == nil, "they agree")
        #expect(try finding(figure(1, "2026-01-01", "A")) == nil)
    }

    // MARK: Money

    @Test func `tells in which month the money runs out and for how many it lasts`() throws {
        let kupang = Records.agreement {
            $0.members = [Records.year(.pbpuBPPemda, 19_000, 2021)]
            $0.funding = [Records.money(8_100_000_000, 2021)]
        }
        let short = try #require(try Records.finding("budget_short", in: kupang))
        #expect(short.key == "budget_short:2021")
        #expect(
            short.numbers == [
                "year": 2021, "needed": 8_618_400_000, "available": 8_100_000_000, "shortfall": 518_400_000,
                "surplus": 0,
                "people_carried": 17_857, "runs_out_in": "2021-12",
            ])
        #expect(
            short.say.id
                == "Anggaran 2021 kurang Rp518.400.000: perlu Rp8.618.400.000, ada Rp8.100.000.000. Habis pada "
                + "Desember 2021; cukup untuk 17.857 dari 19.000 orang.")
        #expect(
            short.say.en
                == "The 2021 budget is Rp518,400,000 short: Rp8,618,400,000 needed, Rp8,100,000,000 available. "
                + "It runs out in 2021-12 and carries 17,857 of 19,000 people.")
        #expect(try Records.finding("budget_surplus", in: kupang) == nil)
    }

    @Test func `tells of money that nobody has explained`() throws {
        let surplus = try #require(
            try finding("budget_surplus") {
                $0.members = [Records.year(.pbpuBPPemda, 5_000, 2019)]
                $0.funding = [Records.money(2_000_000_000, 2019)]
            })
        #expect(surplus.key == "budget_surplus:2019")
        #expect(
            surplus.numbers == [
                "year": 2019, "needed": 1_380_000_000, "available": 2_000_000_000, "shortfall": 0,
                "surplus": 620_000_000,
                "people_carried": 7_246, "runs_out_in": nil,
            ])
        #expect(
            surplus.say.en
                == "The 2019 budget is Rp620,000,000 more than 5,000 people cost; it would carry 7,246.")
    }

    @Test(
        arguments: [
            (1_380_000_000, nil), (1_379_999_999, "budget_short"), (1_449_000_000, nil),
            (1_449_000_001, "budget_surplus"), (0, nil),
        ] as [(Int64, String?)])
    func `of money begins with a rupiah short or a twentieth over`(amount: Int64, code: String?) throws {
        let agreement = Records.agreement {
            $0.members = [Records.year(.pbpuBPPemda, 5_000, 2019)]
            $0.funding = [Records.money(amount, 2019)]
            Records.sign(&$0, on: "2018-12-01")
        }
        let codes = try Records.findings(agreement).map(\.code).filter { $0 != "months_not_whole" }
        #expect(codes == [code].compactMap { $0 })
        // Money that is only proposed says nothing yet.
        var proposed = agreement
        proposed.funding[0].stage = .rka
        #expect(try Records.findings(proposed) == [])
    }

    @Test func `comes once for each year, in a fixed order`() throws {
        let agreement = Records.agreement(bodies: ["BPJS Ketenagakerjaan"]) {
            $0.members = [Records.year(.pbpuBPPemda, 10, 2022), Records.year(.pbpuBPPemda, 10, 2021)]
            $0.funding = [Records.money(1, 2022), Records.money(1_000_000_000, 2021)]
            $0.fields["people_headline"] = [Figure(value: .integer(11))]
        }
        let keys = try Records.findings(agreement).map(\.key)
        #expect(
            keys == [
                "sum_of_parts", "programme_body_mismatch", "members_without_paper", "budget_surplus:2021",
                "months_not_whole:2021", "budget_short:2022",
            ])
        #expect(try Records.findings(agreement).map(\.key) == keys)
    }
}
