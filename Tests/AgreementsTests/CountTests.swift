import Agreements
import Calendars
import Documents
import Testing

@Suite struct `Head counts` {
    private func count(
        _ heads: Int64, _ from: String, _ until: String, _ source: String?, _ asOf: String? = "2026-01-01",
        _ segment: Segment = .pbpuBPPemda
    ) throws -> MemberCount {
        MemberCount(
            segment: segment, from: try #require(Month(from)), until: try #require(Month(until)), count: heads,
            source: source, asOf: asOf.flatMap { Day($0) })
    }

    private func change(
        _ heads: [MemberChange.Reason: Int64], _ month: String, _ source: String?, _ asOf: String? = "2026-01-01",
        _ segment: Segment = .pbpuBPPemda
    ) throws -> MemberChange {
        MemberChange(
            segment: segment, month: try #require(Month(month)), heads: heads, source: source,
            asOf: asOf.flatMap { Day($0) })
    }

    private func findings(_ code: String, _ counts: [MemberCount], _ changes: [MemberChange] = []) throws -> [Finding] {
        var sets: [[Finding]] = []
        // In whatever order they were entered.
        for (counts, changes) in [(counts, changes), (counts.reversed(), changes.reversed())] {
            let agreement = Records.agreement {
                $0.members = counts
                $0.memberChanges = changes
            }
            sets.append(try Records.findings(agreement).filter { $0.code == code })
        }
        #expect(sets[0] == sets[1])
        return sets[0]
    }

    @Test func `of two sources for one day disagree where they cover one month and differ`() throws {
        let told = try #require(
            try findings(
                "counts_disagree",
                [
                    count(100, "2026-01", "2026-06", "Dinkes"), count(110, "2026-06", "2026-12", "BPJS"),
                    count(7, "2026-01", "2026-12", "Dinkes", "2026-01-01", .pbiJK),
                ]
            ).first)
        #expect(told.key == "counts_disagree:pbpu_bp_pemda")
        #expect(
            told.numbers == [
                "segment": "pbpu_bp_pemda", "month": "2026-06", "first": 100, "second": 110, "as_of": "2026-01-01",
            ])
        #expect(told.say.id == "Peserta pbpu_bp_pemda pada Juni 2026: 100 menurut Dinkes, 110 menurut BPJS.")
        #expect(told.say.en == "Members of pbpu_bp_pemda in 2026-06: 100 by Dinkes, 110 by BPJS.")
    }

    @Test(arguments: [
        ("2026-07", 110, "BPJS", "2026-01-01", false), ("2026-06", 100, "BPJS", "2026-01-01", false),
        ("2026-06", 110, "Dinkes", "2026-01-01", false), ("2026-06", 110, "BPJS", "2026-01-02", false),
        ("2026-06", 110, "BPJS", "2026-01-01", true), ("2026-01", 99, "", "2026-01-01", true),
    ])
    func `agree in another month, with the same figure, of the same source or for another day`(
        from: String, heads: Int64, source: String, asOf: String, isTold: Bool
    ) throws {
        let counts = [
            try count(100, "2026-01", "2026-06", "Dinkes"),
            try count(heads, from, "2026-12", source.isEmpty ? nil : source, asOf),
        ]
        #expect(try findings("counts_disagree", counts).isEmpty == !isTold)
    }

    @Test func `agree where the changes between them explain the difference`() throws {
        let counts = [
            try count(100, "2026-01", "2026-12", "Dinkes"), try count(112, "2026-06", "2026-12", "BPJS"),
        ]
        let changes = [
            try change([.additions: 15, .deaths: 3], "2026-06", "BPJS"),
            try change([.additions: 50], "2026-01", "BPJS"),
            try change([.additions: 50], "2026-07", "BPJS"),
        ]
        #expect(try findings("counts_disagree", counts, changes) == [])
        #expect(try findings("counts_disagree", counts, Array(changes.dropFirst())).first?.numbers["first"] == 100)
        #expect(try findings("counts_disagree", counts).count == 1)
    }

    @Test func `that changed are told by the newest day they disagree about`() throws {
        let told = try findings(
            "counts_disagree",
            [
                count(1, "2026-01", "2026-12", "A"), count(2, "2026-02", "2026-12", "B"),
                count(3, "2026-01", "2026-12", "A", "2026-05-01"), count(4, "2026-02", "2026-12", "B", "2026-05-01"),
            ])
        #expect(told.map { $0.numbers["as_of"] } == ["2026-05-01"])
    }

    @Test func `have changes that two sources state differently`() throws {
        let base = [try count(100, "2026-01", "2026-12", "Dinkes")]
        let told = try #require(
            try findings(
                "changes_disagree", base,
                [
                    change([.additions: 5, .deaths: 2], "2026-03", "Dinkes"),
                    change([.additions: 5, .deaths: 3], "2026-03", "Dukcapil"),
                    change([.deaths: 9], "2026-04", "Dukcapil"),
                ]
            ).first)
        #expect(told.key == "changes_disagree:pbpu_bp_pemda:2026-03")
        #expect(
            told.numbers == [
                "segment": "pbpu_bp_pemda", "month": "2026-03", "reason": "deaths", "first": 2, "second": 3,
                "as_of": "2026-01-01",
            ])
        #expect(told.say.en == "Changes of pbpu_bp_pemda in 2026-03 (deaths): 2 by Dinkes, 3 by Dukcapil.")
        // A later statement corrects an earlier one, and what one is silent about is no contradiction.
        #expect(
            try findings(
                "changes_disagree", base,
                [
                    change([.deaths: 2], "2026-03", "Dinkes"),
                    change([.deaths: 3], "2026-03", "Dukcapil", "2026-02-01"),
                    change([.additions: 1], "2026-03", "BPJS"),
                ]) == [])
    }

    @Test func `fall below nobody by their changes`() throws {
        let base = [try count(100, "2026-01", "2026-12", "Dinkes")]
        let leaving = [
            try change([.deaths: 60], "2026-03", nil), try change([.moves: 41], "2026-05", nil),
            try change([.additions: 50], "2026-06", nil), try change([.deaths: 900], "2026-01", nil),
        ]
        let told = try #require(try findings("members_negative", base, leaving).first)
        #expect(told.key == "members_negative:pbpu_bp_pemda")
        #expect(told.numbers == ["segment": "pbpu_bp_pemda", "month": "2026-05", "count": 100, "below": 1])
        #expect(
            told.say.en
                == "By 2026-05 the changes of pbpu_bp_pemda take off 1 more people than there were (100 in 2026-01).")
        let enough = leaving + [try change([.additions: 1], "2026-04", nil)]
        #expect(try findings("members_negative", base, enough) == [])
        #expect(try findings("members_negative", [], leaving) == [])
    }
}
