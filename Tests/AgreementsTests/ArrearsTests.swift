import Agreements
import Calendars
import Documents
import Testing

@Suite struct `An unpaid bill` {
    private func bill(_ due: String, amount: Int64 = 10, paid: Int64 = 0) throws -> Bill {
        let due = try #require(Day(due))
        return Bill(month: due.month, amount: amount, dueOn: due, stage: "issued", paid: paid)
    }

    @Test(
        arguments: [
            ("2026-01-10", "2026-01-10", nil), ("2026-01-10", "2026-01-11", 0), ("2026-01-10", "2026-02-09", 0),
            ("2026-01-10", "2026-02-10", 1), ("2026-01-31", "2026-02-27", 0), ("2026-01-31", "2026-02-28", 1),
            ("2026-01-31", "2026-03-30", 1), ("2026-01-31", "2026-03-31", 2), ("2026-01-31", "2026-04-29", 2),
            ("2026-01-31", "2026-04-30", 3), ("2024-01-31", "2024-02-28", 0), ("2024-01-31", "2024-02-29", 1),
            ("2026-02-28", "2026-03-28", 1), ("2026-02-28", "2026-03-27", 0), ("2024-02-29", "2025-02-28", 12),
            ("2024-02-29", "2025-02-27", 11), ("2025-12-10", "2026-01-09", 0), ("2025-12-10", "2026-01-10", 1),
            ("2026-01-10", "2025-12-31", nil), ("2026-12-31", "2027-02-28", 2),
        ] as [(String, String, Int?)])
    func `is as many whole months late as have passed`(due: String, on day: String, months: Int?) throws {
        #expect(OverdueBill(try bill(due), on: try #require(Day(day)))?.monthsLate == months)
    }

    @Test(
        arguments: [
            ("2026-01-11", .prioritasAtRisk), ("2026-05-09", .prioritasAtRisk), ("2026-05-10", .massDeactivation),
            ("2026-11-09", .massDeactivation), ("2026-11-10", .transfersAtRisk), ("2027-01-09", .transfersAtRisk),
            ("2027-01-10", .transfersCut), ("2036-01-10", .transfersCut),
        ] as [(String, OverdueBill.Consequence)])
    func `brings more and more with its age`(day: String, consequence: OverdueBill.Consequence) throws {
        let today = try #require(Day(day))
        let overdue = try #require(OverdueBill(try bill("2026-01-10"), on: today))
        #expect(overdue.consequence == consequence)
        let labels = OverdueBill.Consequence.allCases.map(\.label)
        #expect(Set(labels.map(\.id)).count == 4 && Set(labels.map(\.en)).count == 4)
    }

    @Test func `is none once it is paid, however late`() throws {
        let day = try #require(Day("2027-01-01"))
        #expect(OverdueBill(try bill("2026-01-10", paid: 10), on: day) == nil)
        #expect(OverdueBill(try bill("2026-01-10", paid: 11), on: day) == nil)
        #expect(OverdueBill(try bill("2026-01-10", amount: 0), on: day) == nil)
        #expect(OverdueBill(try bill("2026-01-10", paid: 9), on: day)?.bill.owed == 1)
    }

    @Test func `is listed from the oldest and told with its age`() throws {
        let agreement = Records.agreement {
            $0.bills = (1...4).map { number in
                let month = Month(year: 2026, month: number)
                return Bill(
                    month: month, amount: 1_000, dueOn: month.first + 9, stage: "issued",
                    paid: number == 2 ? 1_000 : 250)
            }
        }
        let overdue = agreement.overdueBills(on: try #require(Day("2026-04-10")))
        #expect(overdue.map(\.bill.month.number) == [1, 3], "the fourth is due today")
        let told = try #require(try Records.finding("bill_overdue", in: agreement, today: "2026-05-10"))
        #expect(told.key == "bill_overdue:2026-01")
        #expect(
            told.numbers == [
                "month": "2026-01", "amount": 1_000, "paid": 250, "owed": 750, "due_on": "2026-01-10",
                "consequence": "mass_deactivation",
            ])
        #expect(
            told.say.en
                == "The bill of 2026-01 is unpaid since 2026-01-10: Rp750 left, 4 months; members may be deactivated in mass."
        )
    }

    /// A day at a time: the age grows by one on the day of each month that corresponds to the due date.
    @Test func `grows older as the days pass`() throws {
        var dice = Dice(seed: 98)
        for _ in 0..<40 {
            let due = Day(number: .random(in: 20_000...21_500, using: &dice))
            let bill = Bill(month: due.month, amount: 1, dueOn: due, stage: "issued")
            var age = 0
            for passed in 1...450 {
                let day = due + passed
                let isTheDay =
                    day.dayOfMonth == due.dayOfMonth
                    || (day.dayOfMonth < due.dayOfMonth && day.dayOfMonth == day.month.length)
                if isTheDay { age += 1 }
                #expect(OverdueBill(bill, on: day)?.monthsLate == age, "\(due) \(day)")
            }
        }
    }
}
