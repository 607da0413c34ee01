import Documents
import Testing

@testable import Agreements
@testable import Calendars
@testable import Workflows

/// Days at which counting goes wrong most easily.
@Suite struct `The day of a reminder` {
    private static func workflow(_ remind: String, sla: String = "1 bulan") throws -> Workflow {
        try Workflow(
            yaml: """
                workflow: d
                format: 1
                version: "1"
                title: { id: D, en: D }
                kinds: [pks]
                programmes: [jkn]
                initial: proposed
                states:
                  proposed:
                    phase: draft
                    label: { id: A, en: A }
                    waiting_on: [unit_pic]
                    sla: \(sla)
                    remind: [\(remind)]
                  spending:
                    phase: draft
                    label: { id: B, en: B }
                    waiting_on: [unit_pic]
                    remind: [\(remind.contains("on:") ? remind : "{ on: [\"12-31\"], to: [finance] }")]
                  closed: { phase: closed, final: true, label: { id: Z, en: Z } }
                transitions:
                  go: { label: { id: B, en: B }, from: proposed, to: spending, by: [unit_pic] }
                  close: { label: { id: Z, en: Z }, from: spending, to: closed, by: [unit_pic] }
                """, file: "d.yaml")
    }

    private static func days(_ plan: [PlannedReminder]) -> [String] {
        plan.map { String($0.dueAt.description.prefix(10)) }
    }

    private static func paper(
        entered: String, recorded: String? = nil, created: String? = nil, zone: Zone = .wib
    ) -> Agreement {
        Papers.agreement {
            $0.state = "proposed"
            $0.entered = .init(
                on: Papers.day(entered), at: zone.instant(of: Papers.day(recorded ?? entered), hour: 10), by: .system)
            $0.createdAt = zone.instant(of: Papers.day(created ?? recorded ?? entered), hour: 10)
        }
    }

    @Test(arguments: [
        ("2026-01-31", "2026-02-28", "2026-03-28"), ("2028-01-31", "2028-02-29", "2028-03-29"),
        ("2028-02-29", "2028-03-29", "2028-04-29"), ("2026-03-31", "2026-04-30", "2026-05-30"),
    ])
    func `a month after the last of a month is the last of the next`(
        _ entered: String, _ sla: String, _ next: String
    ) throws {
        let workflow = try Self.workflow("{ at: [sla, sla+1 bulan], to: waiting_on, shift: none }")
        let plan = workflow.plan(Papers.facts(Self.paper(entered: entered), today: entered), zone: .wib)
        #expect(Self.days(plan) == [sla, next])
        #expect(plan.map(\.deadlineID) == ["sla/0", "sla/0"])
    }

    @Test func `every month is counted from the start, not from the month before`() throws {
        let workflow = try Self.workflow(
            "{ every: 1 bulan, after: sla, max: 3, to: waiting_on, shift: none }", sla: "31 hari")
        let plan = workflow.plan(Papers.facts(Self.paper(entered: "2025-12-31"), today: "2025-12-31"), zone: .wib)
        #expect(Self.days(plan) == ["2026-02-28", "2026-03-31", "2026-04-30"])
    }

    @Test func `a fixed date calls for nothing before its state was recorded, whenever that was entered`() throws {
        let workflow = try Self.workflow("{ on: [\"02-10\", \"05-12\", \"05-13\"], to: [finance], shift: none }")
        let facts = Papers.facts(
            Self.paper(entered: "2026-01-05", recorded: "2026-05-13"), today: "2026-05-13")
        let plan = workflow.plan(facts, zone: .wib)
        // On the anniversary, 13 May of 2027 by the clock of WIB, another year is planned.
        #expect(
            Self.days(plan) == [
                "2026-05-13", "2027-02-10", "2027-05-12", "2027-05-12", "2027-05-13", "2028-02-10", "2028-05-12",
            ])
        #expect(plan.filter { $0.recipient == .system }.map(\.dueAt.description) == ["2027-05-12T17:00:00.000Z"])
        #expect(plan.first?.deadlineID == "on/proposed/0/2026-05-13")
    }

    @Test(arguments: [(Zone.wib, "2026-05-13"), (.wit, "2026-05-14")])
    func `the day it was recorded is that of its region`(_ zone: Zone, _ first: String) throws {
        let workflow = try Self.workflow("{ on: [\"05-13\", \"05-14\"], to: [finance], shift: none }")
        var agreement = Self.paper(entered: "2026-01-05")
        agreement.entered.at = try #require(Instant("2026-05-13T16:30:00Z"))
        let plan = workflow.plan(Papers.facts(agreement, today: "2026-05-14"), zone: zone)
        #expect(plan.first?.deadline == Papers.day(first))
    }

    @Test func `a fixed date of a funding line is one of its own year`() throws {
        let workflow = try Shipped.workflow("funding.yaml")
        func plan(_ stage: FundingStage, entered: String) -> [PlannedReminder] {
            let agreement = Papers.agreement {
                $0.funding = [FundingLine(source: .apbdII, fiscalYear: 2027, amount: 1, stage: stage)]
                $0.courses["funding/apbd_ii-2027"] = .init(
                    entered: .init(
                        on: Papers.day(entered), at: Zone.wib.instant(of: Papers.day(entered), hour: 9), by: .system))
            }
            var facts = Papers.facts(agreement, today: entered)
            facts.part = .funding("apbd_ii-2027")
            return workflow.plan(facts, zone: .wib).filter { $0.deadlineID?.hasPrefix("on/") == true }
        }
        for stage in [FundingStage.dpa, .spd, .spending] {
            let dates = plan(stage, entered: "2026-11-02").compactMap(\.deadline)
            #expect(dates.allSatisfy { $0.year == 2027 } && dates.contains(Papers.day("2027-12-17")), "\(stage)")
        }
        // Until it is enacted, the year in which the budget is made counts too.
        let prepared = plan(.rka, entered: "2026-10-05").compactMap(\.deadline)
        #expect(Set(prepared.map(\.description)) == ["2026-11-15", "2026-11-30", "2027-11-15", "2027-11-30"])
        #expect(plan(.dpa, entered: "2028-01-03") == [])
    }

    /// Nyepi and Eid close 8 to 15 March 2027, so what is due on the 10th must be paid on the Friday before.
    @Test(arguments: ["issued", "reconciled", "spp", "spm"])
    func `of the bill of March 2027 is before the long holiday`(_ state: String) throws {
        let calendar = try Shipped.calendar()
        let due = calendar.shift(Papers.day("2027-03-10"), .before)
        #expect(
            due == Papers.day("2027-03-05")
                && calendar.restsOnEstimate(due...Papers.day("2027-03-10")) {
                    $0.shift(Papers.day("2027-03-10"), .before)
                })
        let month = Month(year: 2027, month: 3)
        let entered = Papers.day("2027-02-22")
        var facts = Papers.facts(
            Papers.agreement {
                $0.bills = [Bill(month: month, amount: 1, dueOn: due, stage: state)]
                $0.courses["bill/2027-03"] = .init(
                    entered: .init(on: entered, at: Zone.wib.instant(of: entered, hour: 9), by: .system))
            }, today: "2027-02-22")
        facts.part = .bill(month)
        facts.calendar = calendar
        let plan = try Shipped.workflow("bill.yaml").plan(facts, zone: .wib)
        let own = plan.filter { $0.deadlineID == "end/0" && !$0.isEscalation }
        #expect(Set(Self.days(own)) == ["2027-02-24", "2027-03-02", "2027-03-04", "2027-03-05"])
        #expect(own.allSatisfy { $0.deadline == due && !$0.isEstimated })
        #expect(plan.allSatisfy { $0.recipient == .system || calendar.isWorkingDay(Zone.wib.day(at: $0.dueAt)) })
    }

    @Test func `rests on an estimate only where one is passed over or stands at the deadline`() throws {
        let workflow = try Self.workflow("{ at: [sla-5 kerja, sla], to: waiting_on }", sla: "10 kerja")
        let eid = Holidays.Holiday(
            day: Papers.day("2026-11-11"), name: "Idul Fitri", kind: .nationalHoliday, isEstimated: true)
        let plan = workflow.plan(
            Papers.facts(Self.paper(entered: "2026-11-02"), holidays: [eid]), zone: .wib)
        // The first stays where it is, but the deadline that it names moves.
        #expect(Self.days(plan) == ["2026-11-09", "2026-11-17"] && plan.allSatisfy(\.isEstimated))
        let saturday = Holidays.Holiday(
            day: Papers.day("2026-11-14"), name: "Idul Fitri", kind: .nationalHoliday, isEstimated: true)
        let later = workflow.plan(
            Papers.facts(Self.paper(entered: "2026-11-02"), holidays: [saturday]), zone: .wib)
        #expect(later.allSatisfy { !$0.isEstimated })
    }
}
