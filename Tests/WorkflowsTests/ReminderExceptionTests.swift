import Documents
import Testing

@testable import Agreements
@testable import Calendars
@testable import Workflows

/// Whom no reminder reaches, because it is known that there is nothing to remind of.
@Suite struct `What holds a reminder back` {
    private static func plan(
        _ unless: String, _ facts: (inout Facts) -> Void = { _ in }
    ) throws -> [PlannedReminder] {
        let text = SoundFile.text.replacing("unless: successor == 'signed'", with: "unless: \"\(unless)\"")
        var record = Papers.facts(
            Papers.agreement {
                $0.state = "running"
                $0.validFrom = Papers.day("2027-01-01")
                $0.validUntil = Papers.day("2027-12-31")
            })
        facts(&record)
        return try Workflow(yaml: text, file: "sample.yaml").plan(record, zone: .wib)
            .filter { $0.rule == "running/0" }
    }

    @Test(
        arguments: [
            // Only what is certainly so takes it out; what cannot be told is asked again in its time.
            ("agreed", nil, 2, true), ("agreed", true, 0, false), ("agreed", false, 2, false),
            ("agreed || 1 / 0 > 0", false, 2, true), ("agreed && successor == 'signed'", false, 2, true),
            ("agreed || successor == 'signed'", true, 0, false), ("successor == 'signed'", nil, 2, true),
        ] as [(String, Bool?, Int, Bool)])
    func `is what is certainly so`(_ unless: String, _ agreed: Bool?, _ count: Int, _ isConditional: Bool) throws {
        let plan = try Self.plan(unless) { facts in
            if let agreed { facts.agreement.fields["agreed"] = [Figure(value: .bool(agreed))] }
        }
        #expect(plan.count == count && plan.allSatisfy { $0.isConditional == isConditional })
    }

    @Test(arguments: [(Facts.Succession.none, 2), (.started, 2), (.signed, 0)])
    func `is a successor that everybody has signed, once somebody looks`(
        _ successor: Facts.Succession, _ count: Int
    ) throws {
        let plan = try Self.plan("successor == 'signed'") { $0.successor = successor }
        #expect(plan.count == count && plan.allSatisfy(\.isConditional))
    }

    @Test(arguments: [("2026-11-02", 1), ("2027-12-05", 1)])
    func `is judged for the day on which it comes, also when that has passed`(_ today: String, _ count: Int) throws {
        // Of 1 and 24 December only the second comes on a day of which it is so.
        let plan = try Self.plan("today >= date('2027-12-04')") { $0.today = Papers.day(today) }
        #expect(plan.count == count && plan.allSatisfy(\.isConditional))
    }

    @Test(arguments: [
        (2027, FundingStage.dpa, 0), (2027, .spending, 0), (2027, .apbd, 2), (2027, .closed, 2), (2026, .dpa, 2),
    ])
    func `is money of the first year that may be spent`(_ year: Int, _ stage: FundingStage, _ count: Int) throws {
        let plan = try Self.plan("budget_ready") {
            $0.agreement.funding = [FundingLine(source: .apbdII, fiscalYear: year, amount: 1, stage: stage)]
        }
        #expect(plan.count == count)
        let undated = try Self.plan("budget_ready") { $0.agreement.validFrom = nil }
        #expect(undated.count == 2 && undated.allSatisfy(\.isConditional))
    }

    /// A signed successor silences what says that cover will break, and nothing else.
    @Test(arguments: [
        "jamsostek.yaml", "jkn-pd-pemda.yaml", "multi-party.yaml", "nota-kesepakatan.yaml", "rencana-kerja.yaml",
    ])
    func `keeps a region with a signed successor from being alarmed`(name: String) throws {
        let workflow = try Shipped.workflow(name)
        func plan(_ successor: Facts.Succession?) throws -> [PlannedReminder] {
            var facts = Papers.facts(
                Papers.agreement {
                    $0.state = "in-force"
                    $0.phase = .active
                    $0.validFrom = Papers.day("2026-02-01")
                    $0.validUntil = Papers.day("2027-01-31")
                })
            facts.calendar = try Shipped.calendar()
            facts.successor = successor
            return workflow.plan(facts, zone: .wib)
        }
        let (open, signed, started) = (try plan(nil), try plan(.signed), try plan(.started))
        let alarm = open.filter { $0.recipient == .regionHead }
        #expect(!alarm.isEmpty && alarm.allSatisfy(\.isConditional))
        #expect(!signed.contains { $0.recipient == .regionHead } && signed.contains { $0.recipient == .unitPIC })
        #expect(started.filter { $0.recipient == .regionHead }.count == alarm.count)
    }

    @Test(arguments: ["jamsostek.yaml", "jkn-pd-pemda.yaml", "rencana-kerja.yaml"])
    func `keeps those whose DPA is recorded from being asked for it`(name: String) throws {
        let workflow = try Shipped.workflow(name)
        func plan(_ stage: FundingStage) -> [PlannedReminder] {
            workflow.plan(
                Papers.facts(
                    Papers.agreement {
                        $0.state = "funding"
                        $0.phase = .funding
                        $0.validFrom = Papers.day("2027-01-01")
                        $0.validUntil = Papers.day("2027-12-31")
                        $0.funding = [FundingLine(source: .apbdII, fiscalYear: 2027, amount: 1, stage: stage)]
                    }), zone: .wib
            ).filter { $0.rule.hasPrefix("funding/") }
        }
        #expect(plan(.apbd).count > 20 && plan(.apbd).contains { $0.recipient == .secretary })
        #expect(plan(.dpa) == [])
    }
}
