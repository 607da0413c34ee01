import Agreements
import Calendars
import Documents
import Testing

@testable import Workflows

/// Each check met, not met, and where it cannot be told.
@Suite struct RequirementTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var check: Requirement.Check
        /// nil where it cannot be told.
        var isMet: Bool?
        var today: String
        var change: @Sendable (inout Agreement) -> Void

        init(
            _ name: String, _ check: Requirement.Check, _ isMet: Bool?, today: String = "2026-11-02",
            _ change: @escaping @Sendable (inout Agreement) -> Void = { _ in }
        ) {
            self.name = name
            self.check = check
            self.isMet = isMet
            self.today = today
            self.change = change
        }

        var testDescription: String { name }
    }

    private static func any(_ checks: Requirement.Check...) -> Requirement.Check {
        .any(checks.map { Requirement(check: $0, say: Bilingual(id: "i", en: "e"), owner: .legal) })
    }

    private static func sign(_ key: String) -> @Sendable (inout Agreement) -> Void {
        {
            for index in $0.parties.indices where $0.parties[index].key == key || key == "*" {
                $0.parties[index].signature = Signature(signedOn: Papers.day("2026-11-01"), method: .wet)
            }
        }
    }

    private static func figure(_ name: String, _ value: FieldValue) -> @Sendable (inout Agreement) -> Void {
        { $0.fields[name] = [Figure(value: value)] }
    }

    private static func money(
        _ stage: FundingStage, _ amount: Int64 = 1, year: Int = 2026, heads: Int64? = nil,
        segment: Segment = .pbpuBPPemda, programme: Programme = .jkn
    ) -> @Sendable (inout Agreement) -> Void {
        {
            $0.programme = programme
            $0.funding = [FundingLine(source: .apbdII, fiscalYear: year, amount: amount, stage: stage)]
            $0.members =
                heads.map {
                    [
                        MemberCount(
                            segment: segment, from: Month(year: year, month: 1), until: Month(year: year, month: 12),
                            count: $0)
                    ]
                } ?? []
        }
    }

    /// Ten heads for the year 2026: 10 × 37 800 × 12.
    private static let need: Int64 = 4_536_000

    static let cases: [Case] = [
        Case("field empty", .has("people"), false), Case("field", .has("people"), true, figure("people", .integer(0))),
        Case("no term", .has("valid_until"), false),
        Case("term", .has("valid_until"), true) { $0.validUntil = Papers.day("2026-12-31") },
        Case("no start", .has("valid_from"), false) { $0.validUntil = Papers.day("2026-12-31") },
        Case("start", .has("valid_from"), true) { $0.validFrom = Papers.day("2026-12-31") },
        Case("no parent", .has("parent"), false),
        Case("parent", .has("parent"), true) { $0.parent = .init(rawValue: "agr_0") },

        Case("no document", .document("final_draft"), false) {
            $0.documents = [Document(kind: "news_report", title: "")]
        },
        Case("document", .document("final_draft"), true) { $0.documents = [Document(kind: "final_draft", title: "")] },

        Case("nobody signed", .anySigned, false), Case("one signed", .anySigned, true, sign("bpjs")),
        Case("not all signed", .allSigned, false, sign("bpjs")),
        Case("only the optional signed", .allSigned, false, sign("saksi")),
        Case("all signed", .allSigned, true, sign("*")),
        Case("all required signed", .allSigned, true) {
            sign("bpjs")(&$0)
            sign("pemkot")(&$0)
        },
        Case("no parties at all", .allSigned, false) { $0.parties = [] },

        Case("one number", .numbered, false) { $0.parties[0].number = "1" },
        Case("numbers of the required", .numbered, true) {
            $0.parties[0].number = "1"
            $0.parties[1].number = "2"
        },
        Case("named", .signatoriesNamed, true),
        Case("office only", .signatoriesNamed, false) { $0.parties[1].signatory?.name = nil },
        Case("no signatory", .signatoriesNamed, false) { $0.parties[0].signatory = nil },

        Case("head of region", .authority, true),
        Case("signatory unknown", .authority, nil) { $0.parties[0].signatory = nil },
        Case("head of office alone", .authority, false) { $0.parties[0].signatory?.office = "Kepala Dinas Kesehatan" },
        Case("head of office with power", .authority, true) {
            $0.parties[0].signatory = Signatory(
                office: "Kepala Dinas Kesehatan", authority: Authority(document: "SK 1"))
        },

        Case("at least, empty", .field("people", .atLeast(5)), nil),
        Case("at least, below", .field("people", .atLeast(5)), false, figure("people", .integer(4))),
        Case("at least, equal", .field("people", .atLeast(5)), true, figure("people", .integer(5))),
        Case("at least, text", .field("people", .atLeast(5)), nil, figure("people", .text("9"))),
        Case("at most, above", .field("share", .atMost(1.5)), false, figure("share", .decimal(1.6))),
        Case("at most, equal", .field("share", .atMost(1.5)), true, figure("share", .decimal(1.5))),
        Case("at most, boolean", .field("share", .atMost(1.5)), nil, figure("share", .bool(true))),
        Case("equals, empty", .field("ok", .equals(.bool(true))), nil),
        Case("equals, other", .field("ok", .equals(.bool(true))), false, figure("ok", .bool(false))),
        Case("equals", .field("ok", .equals(.bool(true))), true, figure("ok", .bool(true))),

        Case("no money", .funding(.apbd, coversMembers: false), false),
        Case("money too early", .funding(.apbd, coversMembers: false), false, money(.rka)),
        Case("money at the stage", .funding(.apbd, coversMembers: false), true, money(.apbd)),
        Case("money further on", .funding(.apbd, coversMembers: false), true, money(.spd)),
        Case("money closed", .funding(.apbd, coversMembers: false), false, money(.closed)),
        Case("covers nobody known", .funding(.apbd, coversMembers: true), nil, money(.apbd, need)),
        Case("covers exactly", .funding(.apbd, coversMembers: true), true, money(.apbd, need, heads: 10)),
        Case("one rupiah short", .funding(.apbd, coversMembers: true), false, money(.apbd, need - 1, heads: 10)),
        Case("covers, stage too early", .funding(.dpa, coversMembers: true), false, money(.apbd, need, heads: 10)),
        Case("covers as proposed", .funding(.proposed, coversMembers: true), true, money(.rka, need, heads: 10)),
        Case("short as proposed", .funding(.proposed, coversMembers: true), false, money(.rka, need - 1, heads: 10)),
        Case(
            "wages have no rupiah", .funding(.apbd, coversMembers: true), nil,
            money(.apbd, need, heads: 10, segment: .nonASN, programme: .jamsostek)),

        Case("no heads", .membersRecorded, false), Case("heads", .membersRecorded, true, money(.rka, heads: 1)),

        Case("not yet old enough", .olderThan(Span(5, .kerja)), false, today: "2026-11-08"),
        Case("old enough", .olderThan(Span(5, .kerja)), true, today: "2026-11-09"),
        Case("three days", .olderThan(Span(3, .hari)), true, today: "2026-11-05"),
        Case("a month less a day", .olderThan(Span(1, .bulan)), false, today: "2026-12-01"),

        Case("date unknown", .reached("valid_until"), nil),
        Case("day before", .reached("valid_until"), false, today: "2026-12-30") {
            $0.validUntil = Papers.day("2026-12-31")
        },
        Case("day itself reached", .reached("valid_until"), true, today: "2026-12-31") {
            $0.validUntil = Papers.day("2026-12-31")
        },
        Case("day itself not passed", .passed("valid_until"), false, today: "2026-12-31") {
            $0.validUntil = Papers.day("2026-12-31")
        },
        Case("day after", .passed("valid_until"), true, today: "2027-01-01") {
            $0.validUntil = Papers.day("2026-12-31")
        },
        Case("passed unknown", .passed("target_date"), nil),
        Case("date field", .passed("target_date"), true, figure("target_date", .text("2026-11-01"))),
        Case("date field is no date", .passed("target_date"), nil, figure("target_date", .text("soon"))),

        Case("no bills", .billsSettled, true),
        Case("bill open", .billsSettled, false) {
            $0.bills = [
                Bill(month: Month(year: 2026, month: 1), amount: 5, dueOn: $0.entered.on, stage: "issued", paid: 4)
            ]
        },
        Case("bill paid", .billsSettled, true) {
            $0.bills = [
                Bill(month: Month(year: 2026, month: 1), amount: 5, dueOn: $0.entered.on, stage: "issued", paid: 5)
            ]
        },

        Case("any: none", any(.anySigned, .membersRecorded), false),
        Case("any: second", any(.anySigned, .billsSettled), true),
        Case("any: unknown and no", any(.anySigned, .reached("valid_until")), nil),
        Case("any: unknown and yes", any(.reached("valid_until"), .billsSettled), true),
        Case("any of nothing", any(), false),
    ]

    @Test(arguments: cases) func `a check is met, not met, or says that it cannot tell`(_ test: Case) throws {
        let facts = Papers.facts(
            Papers.agreement(test.change), today: test.today, rates: try Papers.rates())
        let verdict = test.check.verdict(facts)
        #expect(verdict.isMet == test.isMet)
        if case .cannotTell(let why) = verdict { #expect(!why.id.isEmpty && why.id != why.en) }
    }

    @Test func `what cannot be told says why`() {
        let facts = Papers.facts(Papers.agreement())
        #expect(
            Requirement.Check.field("people", .atLeast(1)).verdict(facts)
                == .cannotTell(Bilingual(id: "'people' belum diisi", en: "'people' has no value")))
        #expect(
            Requirement.Check.passed("valid_until").verdict(facts)
                == .cannotTell(
                    Bilingual(id: "tanggal 'valid_until' belum ada", en: "the date 'valid_until' is not known")))
    }

    @Test func `an assessment carries the sentence and its owner`() {
        let say = Bilingual(id: "Belum", en: "Not yet")
        let assessment = Requirement(check: .anySigned, say: say, owner: .bpjsHead).assess(
            Papers.facts(Papers.agreement()))
        #expect(assessment == Assessment(id: "any_signed", say: say, owner: .bpjsHead, verdict: .notMet))
    }

    @Test(
        arguments: [
            (Requirement.Check.olderThan(Span(5, .kerja)), "2026-11-09"), (.reached("valid_until"), "2026-12-31"),
            (.passed("valid_until"), "2027-01-01"), (.reached("target_date"), nil), (.anySigned, nil),
            (any(.passed("valid_until"), .olderThan(Span(5, .kerja)), .anySigned), "2026-11-09"),
        ] as [(Requirement.Check, String?)])
    func `a check turns on its day and not before`(_ check: Requirement.Check, _ wanted: String?) throws {
        let agreement = Papers.agreement { $0.validUntil = Papers.day("2026-12-31") }
        let day = check.turningDay(Papers.facts(agreement))
        #expect(day?.description == wanted)
        guard let day else { return }
        #expect(check.verdict(Papers.facts(agreement, today: (day - 1).description)).isMet == false)
        #expect(check.verdict(Papers.facts(agreement, today: day.description)) == .met)
    }
}
