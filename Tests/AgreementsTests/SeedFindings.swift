import Calendars
import Documents
import Foundation
import Testing

@testable import Agreements

/// The contradictions of the five real reports, to the rupiah, and that each is silent where nothing is wrong.
@Suite struct SeedFindings {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static func reference() throws -> ReferenceData {
        func text(_ name: String) throws -> String {
            try String(contentsOfFile: root + "/Config/" + name, encoding: .utf8)
        }
        return ReferenceData(
            regions: try Regions(regions: text("regions.csv"), population: text("population.csv")),
            rates: try Rates(csv: text("rates.csv")))
    }

    private static func agreement(_ change: (inout Agreement) -> Void) -> Agreement {
        let now = Instant(milliseconds: 1_600_000_000_000)
        var agreement = Agreement(
            id: .init(rawValue: "agr_1"), ref: nil, workflow: .init(id: "w", structure: "s"), kind: .pks,
            programme: .jkn,
            title: "PKS", region: "53.71",
            parties: [
                Party(
                    key: "pemkot", name: "Pemkot", side: .localGovernment, required: true,
                    signatory: Signatory(office: "Wali Kota Kupang")),
                Party(key: "bpjs", name: "BPJS Kesehatan Cabang Kupang", side: .bpjs, required: true),
            ], witnesses: [], validFrom: nil, validUntil: nil, parent: nil, renews: nil, source: nil,
            state: "initiated",
            phase: .draft, entered: .init(on: Zone.wita.day(at: now), at: now, by: .system), moves: [], fields: [:],
            funding: [], members: [], bills: [], documents: [], notes: [], raised: [], version: 1, createdAt: now,
            updatedAt: now)
        change(&agreement)
        return agreement
    }

    private static func find(_ code: String, _ change: (inout Agreement) -> Void) throws -> Finding? {
        agreement(change).findings(try reference(), today: try #require(Day("2026-11-23"))).first { $0.code == code }
    }

    private static func members(_ segment: Segment, _ count: Int64, _ year: Int) -> MemberCount {
        MemberCount(
            segment: segment, from: Month(year: year, month: 1), until: Month(year: year, month: 12), count: count)
    }

    @Test func `10,000 cards of which 8,460 are accounted for`() throws {
        let finding = try SeedFindings.find("sum_of_parts") {
            $0.members = [
                SeedFindings.members(.nonASN, 3_114, 2018), SeedFindings.members(.villageOfficials, 5_346, 2018),
            ]
            $0.fields["people_headline"] = [Figure(value: .integer(10_000))]
        }
        #expect(finding?.numbers["unexplained"] == .integer(1_540))
        #expect(finding?.say.id.contains("1.540 (15,4%)") == true)
        let silent = try SeedFindings.find("sum_of_parts") {
            $0.members = [SeedFindings.members(.nonASN, 10_000, 2018)]
            $0.fields["people_headline"] = [Figure(value: .integer(10_000))]
        }
        #expect(silent == nil)
    }

    @Test(arguments: [
        (2021, Int64(19_000), Int64(8_100_000_000), Int64(518_400_000), Int64(0), Int64(17_857), "2021-12"),
        (2019, 5_000, 2_000_000_000, 0, 620_000_000, 7_246, nil),
        (2021, 19_000, 8_618_400_000, 0, 0, 19_000, nil),
        (2021, 19_000, 0, 8_618_400_000, 0, 0, "2021-01"),
    ])
    func `the runway is exact`(
        _ year: Int, _ heads: Int64, _ money: Int64, _ short: Int64, _ surplus: Int64, _ carried: Int64, _ out: String?
    ) throws {
        let runway = SeedFindings.agreement {
            $0.members = [SeedFindings.members(.pbpuBPPemda, heads, year)]
            $0.funding = [FundingLine(source: .apbdII, fiscalYear: year, amount: money, stage: .apbd)]
        }.runway(year: year, rates: try SeedFindings.reference().rates)
        #expect(runway.shortfall == short)
        #expect(runway.surplus == surplus)
        #expect(runway.peopleCarried == carried)
        #expect(runway.runsOutIn?.description == out)
    }

    @Test func `signed 28 days after the term began`() throws {
        func sign(_ day: String) throws -> Finding? {
            let day = try #require(Day(day))
            return try SeedFindings.find("retroactive_term") {
                $0.validFrom = Day("2019-01-01")
                for index in $0.parties.indices { $0.parties[index].signature = Signature(signedOn: day, method: .wet) }
            }
        }
        #expect(try sign("2019-01-29")?.numbers["days"] == .integer(28))
        #expect(try sign("2018-12-30") == nil)
    }

    @Test func `a programme that does not fit the body, in the parties or in the words`() throws {
        #expect(
            try SeedFindings.find("programme_body_mismatch") { $0.parties[1].name = "BPJS Ketenagakerjaan Kendari" }
                != nil)
        #expect(try SeedFindings.find("programme_body_mismatch") { _ in } == nil)
        let words = { (words: String) in
            try SeedFindings.find("programme_words_mismatch") {
                $0.programme = .jamsostek
                $0.fields["programme_as_written"] = [Figure(value: .text(words))]
            }
        }
        #expect(try words("jaminan kesehatan") != nil)
        #expect(try words("jaminan kecelakaan kerja") == nil)
    }

    @Test func `coverage is computed again`() throws {
        let malang = try SeedFindings.find("coverage_gap") {
            $0.fields["registered"] = [Figure(value: .integer(632_343))]
            $0.fields["population"] = [Figure(value: .integer(903_000))]
        }
        #expect(malang?.numbers["percent"] == .number(70.03))
        let bengkulu = try SeedFindings.find("coverage_below_target") {
            $0.fields["coverage_percent"] = [Figure(value: .decimal(80.62))]
            $0.fields["population"] = [Figure(value: .integer(2_032_767))]
            $0.fields["target_coverage_percent"] = [Figure(value: .integer(98))]
        }
        #expect(bengkulu?.numbers["missing"] == .integer(353_295))
    }

    @Test func `two sources that disagree about one day are both kept and told`() throws {
        let day = Day("2026-01-01")
        func figures(_ second: Int64, _ source: String) -> [Figure] {
            [
                Figure(value: .integer(1), asOf: day, source: "A"),
                Figure(value: .integer(second), asOf: day, source: source),
            ]
        }
        #expect(try SeedFindings.find("sources_disagree") { $0.fields["population"] = figures(2, "B") } != nil)
        #expect(try SeedFindings.find("sources_disagree") { $0.fields["population"] = figures(1, "B") } == nil)
        #expect(try SeedFindings.find("sources_disagree") { $0.fields["population"] = figures(2, "A") } == nil)
    }

    @Test(arguments: [
        ("2014-06", Int64(19_225)), ("2019-09", 23_000), ("2020-02", 42_000), ("2021-01", 37_800), ("2026-12", 37_800),
    ])
    func `the region's share of a head-month, by date`(_ month: String, _ amount: Int64) throws {
        let rates = try SeedFindings.reference().rates
        #expect(rates.regionShare(.jkn, .pbpuBPPemda, in: try #require(Month(month))) == amount)
        #expect(rates.regionShare(.jamsostek, .nonASN, in: try #require(Month(month))) == nil)
    }

    @Test func `every event reads back as it was written, and a history folds to the record`() throws {
        let agreement = SeedFindings.agreement { _ in }
        let say = Bilingual(id: "a", en: "b")
        let data: [EventData] = [
            .created(agreement),
            .amended(
                {
                    var it = Amendment(); it.title = "X"; it.fields = ["f": Figure(value: .decimal(1.5))]; return it
                }()),
            .stateChanged(StateChange(transition: "t", from: "a", to: "b", phase: .signing)),
            .signed(SigningAct(party: "bpjs", signedOn: Day(number: 1), number: "1", method: .electronic)),
            .fundingRecorded(FundingLine(source: .dbhSawit, fiscalYear: 2026, amount: 1, stage: .rka)),
            .fundingStageChanged(
                FundingMove(line: FundingLine(source: .dbhSawit, fiscalYear: 2026, amount: 1, stage: .dpa), from: .rka)),
            .runwayShort(Finding(code: "budget_short", say: say)),
            .membersRecorded(SeedFindings.members(.pbiJK, 3, 2026)),
            .billIssued(Bill(month: Month(year: 2026, month: 1), amount: 5, dueOn: Day(number: 9), stage: "issued")),
            .billStageChanged(
                BillMove(month: Month(year: 2026, month: 1), transition: "settle", from: "issued", to: "paid", paid: 5)),
            .documentAdded(Document(kind: "k", title: "t")), .noteAdded(Note(kind: .comment, text: "n")),
            .waived(WaivingAct(requirement: "budget", say: say, reason: "r")),
            .migrated(
                WorkflowMove(
                    migration: "mig_1", fromStructure: "a", toStructure: "b", fromState: "b", toState: "b",
                    phase: .signing)),
            .inconsistent(Finding(code: "x", say: say, numbers: ["n": 1])),
            .coverageRecorded(CoverageFact(asOf: "2026", percent: 1.5)),
            .reminderDue(
                ReminderNotice(
                    reminderID: "r", rule: "r", recipient: .legal, dueAt: agreement.createdAt, deadline: nil,
                    state: "s", say: say)),
            .endpointDisabled(EndpointStop(reason: "410")),
        ]
        #expect(Set(data.map(\.type)) == Set(EventType.allCases), "each type has a case here")
        var folded: [Event] = []
        for (index, data) in data.enumerated() {
            var event = Event(
                id: .init(rawValue: "evt_\(index)"), seq: Int64(index + 1), subject: .agreement(agreement.id),
                subjectSeq: Int64(index + 1), region: "53.71", version: index + 1, recordedAt: agreement.createdAt,
                effectiveOn: Day(number: 10), actor: .system, workflow: "s", data: data)
            #expect(try CanonicalJSON.decode(Event.self, from: CanonicalJSON.encode(event)) == event)
            event.subject = .region("53")
            event.region = "53"
            #expect(try CanonicalJSON.decode(Event.self, from: CanonicalJSON.encode(event)) == event)
            event.subject = .agreement(agreement.id)
            folded.append(event)
        }
        let record = try #require(Agreement(folding: folded))
        #expect(record.title == "X" && record.state == "b" && record.phase == .signing)
        #expect(record.parties[1].signature != nil && record.parties[1].number == "1")
        #expect(record.funding.map(\.stage) == [.dpa] && record.bills.map(\.stage) == ["paid"])
        #expect(record.raised == ["budget_short", "x"])
        #expect(record.moves.map(\.on) == [Day(number: 10)])
        #expect(try CanonicalJSON.decode(Agreement.self, from: CanonicalJSON.encode(record)) == record)
        #expect(Agreement(folding: folded.dropFirst()) == nil)
    }
}
