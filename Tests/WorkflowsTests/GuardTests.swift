import Agreements
import Documents
import Expressions
import Testing

@testable import Calendars
@testable import Workflows

/// What expressions say of a record, by a slow and obvious count where they calculate.
@Suite struct `A guard` {
    static let fields = [
        Workflow.Field(name: "people", kind: .integer, label: Bilingual(id: "Orang", en: "People")),
        Workflow.Field(name: "budget", kind: .rupiah, label: Bilingual(id: "Anggaran", en: "Budget")),
        Workflow.Field(name: "share", kind: .decimal, label: Bilingual(id: "Bagian", en: "Share")),
        Workflow.Field(name: "agreed", kind: .boolean, label: Bilingual(id: "Setuju", en: "Agreed")),
        Workflow.Field(name: "subject", kind: .text, label: Bilingual(id: "Pokok", en: "Subject")),
        Workflow.Field(name: "target_date", kind: .date, label: Bilingual(id: "Sasaran", en: "Target")),
    ]

    static let holidays = ["2026-12-25", "2026-12-24", "2027-01-01", "2028-02-29", "2026-03-20"].map {
        Holidays.Holiday(day: Papers.day($0), name: "Libur", kind: .jointLeave, isEstimated: false)
    }

    static func verdict(
        _ source: String, today: String = "2026-11-02", _ fields: [String: FieldValue] = [:]
    ) throws -> Verdict {
        let agreement = Papers.agreement { $0.fields = fields.mapValues { [Figure(value: $0)] } }
        return try Guard(source, fields: Self.fields, attached: nil)
            .verdict(Papers.facts(agreement, today: today, holidays: holidays))
    }

    @Test(
        arguments: [
            ("people > 5", ["people": .integer(6)]), ("people > 5", ["people": .integer(5)]),
            ("budget == 2000000000", ["budget": .integer(2_000_000_000)]), ("share > 0.5", ["share": .decimal(0.6)]),
            ("share == 1.0", ["share": .integer(1)]), ("agreed", ["agreed": .bool(true)]),
            ("agreed", ["agreed": .bool(false)]), ("subject == 'a'", ["subject": .text("a")]),
            ("target_date == date('2026-12-31')", ["target_date": .text("2026-12-31")]),
            ("target_date < date('2026-12-31')", ["target_date": .text("2026-12-31")]),
        ] as [(String, [String: FieldValue])])
    func `reads each field as what it was declared to be`(source: String, fields: [String: FieldValue]) throws {
        let isMet =
            !["people > 5": [.integer(5)], "agreed": [.bool(false)]].contains {
                $0 == source && $1 == Array(fields.values)
            }
            && !source.hasPrefix("target_date <")
        #expect(try Self.verdict(source, fields) == (isMet ? .met : .notMet))
    }

    @Test(
        arguments: [
            ("people > 5", [:], ["people"]), ("people > 5 && agreed", [:], ["people", "agreed"]),
            ("people > 5 || agreed", ["agreed": .bool(false)], ["people"]),
            ("valid_until > today", [:], ["valid_until"]), ("needed > 0", [:], ["needed"]),
            // A value of another kind than declared is none.
            ("people > 5", ["people": .text("9")], ["people"]), ("agreed", ["agreed": .integer(1)], ["agreed"]),
            ("target_date > today", ["target_date": .text("soon")], ["target_date"]),
        ] as [(String, [String: FieldValue], [String])])
    func `cannot tell without a value, and names it`(
        source: String, fields: [String: FieldValue], names: [String]
    ) throws {
        guard case .cannotTell(let why) = try Self.verdict(source, fields) else {
            Issue.record("\(source) was told")
            return
        }
        #expect(names.allSatisfy { why.en.contains("'\($0)'") && why.id.contains("'\($0)'") }, "\(why)")
        #expect(why.en.split(separator: ";").count == names.count)
        #expect(why.id != why.en)
    }

    @Test(
        arguments: [
            ("agreed || people > 5", ["agreed": .bool(true)], .met),
            ("agreed && people > 5", ["agreed": .bool(false)], .notMet),
            ("agreed ? true : people > 5", ["agreed": .bool(true)], .met),
        ] as [(String, [String: FieldValue], Verdict)])
    func `tells where a missing value does not matter`(
        source: String, fields: [String: FieldValue], verdict: Verdict
    ) throws {
        #expect(try Self.verdict(source, fields) == verdict)
    }

    @Test(arguments: [
        "100 / people > 1", "100 % people > 1", "people + 9223372036854775807 > 0", "kerja(today, 3661) > today",
        "kerja(today, -3661) < today", "date(subject) > today",
        "days_between(timestamp('0001-01-01T00:00:00Z'), today) > 0",
        "months_between(today, timestamp('9999-01-01T00:00:00Z')) > 0",
        "kerja(timestamp('2201-01-01T00:00:00Z'), 1) > today",
        "[1][people + 5] == 1", "parties[0].nothing == 1",
    ])
    func `cannot tell where it fails, and says why`(source: String) throws {
        let people: Int64 = source.hasPrefix("people") ? 1 : 0
        let verdict = try Self.verdict(source, ["people": .integer(people), "subject": .text("2026-02-30")])
        guard case .cannotTell(let why) = verdict else {
            Issue.record("\(source): \(verdict)")
            return
        }
        #expect(!why.id.isEmpty && why.id != why.en)
    }

    // MARK: Dates

    private static let epoch = Papers.day("1970-01-01")

    /// Thursday was the first of all days.
    private static func isOpen(_ day: Day) -> Bool {
        let weekday = (((day - epoch) % 7) + 7 + 3) % 7
        return weekday < 5 && !holidays.contains { $0.day == day }
    }

    private static func step(_ start: Day, workingDays count: Int) -> Day {
        var (day, left) = (start, abs(count))
        while left > 0 {
            day = day + (count > 0 ? 1 : -1)
            if isOpen(day) { left -= 1 }
        }
        return day
    }

    /// The same day of the next or the last month; its last one, where it has no such day.
    private static func step(_ start: Day, months count: Int) -> Day {
        var (year, month) = (start.year, start.month.number)
        for _ in 0..<abs(count) {
            month += count.signum()
            if month == 13 { (year, month) = (year + 1, 1) }
            if month == 0 { (year, month) = (year - 1, 12) }
        }
        var day = start.dayOfMonth
        while true {
            if let found = Day(year: year, month: month, day: day) { return found }
            day -= 1
        }
    }

    private static func wholeMonths(_ from: Day, _ to: Day) -> Int {
        var count = 0
        if from <= to {
            while step(from, months: count + 1) <= to { count += 1 }
        } else {
            while step(from, months: count - 1) >= to { count -= 1 }
        }
        return count
    }

    private static func isMet(_ source: String) throws -> Bool { try verdict(source) == .met }

    @Test(arguments: 1...8) func `counts days as one counts on a calendar`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let start = Papers.day("2024-01-01").number
        for _ in 0..<60 {
            let from = Day(number: .random(in: start...start + 2_000, using: &dice))
            let to = Day(number: .random(in: start...start + 2_000, using: &dice))
            let count = Int.random(in: -60...60, using: &dice)
            let open = Self.step(from, workingDays: count)
            #expect(try Self.isMet("kerja(date('\(from)'), \(count)) == date('\(open)')"), "kerja(\(from), \(count))")
            var days = 0
            while from + days != to { days += from < to ? 1 : -1 }
            #expect(try Self.isMet("days_between(date('\(from)'), date('\(to)')) == \(days)"))
            let months = Self.wholeMonths(from, to)
            #expect(
                try Self.isMet("months_between(date('\(from)'), date('\(to)')) == \(months)"), "\(from) \(to) \(months)"
            )
        }
    }

    @Test(arguments: [
        ("2026-01-31", "2026-02-28", 1), ("2026-01-31", "2026-03-30", 1), ("2026-01-31", "2026-03-31", 2),
        ("2026-03-31", "2026-02-28", -1), ("2026-03-01", "2026-02-02", 0), ("2028-02-29", "2029-02-28", 12),
        ("2026-05-05", "2026-05-05", 0), ("1900-01-01", "2200-12-31", 3_611),
    ])
    func `counts whole months to the ends of months`(from: String, to: String, months: Int) throws {
        #expect(try Self.isMet("months_between(date('\(from)'), date('\(to)')) == \(months)"))
    }

    @Test(arguments: 1...4) func `knows today, and every date by its name`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let (first, last) = (Papers.day("1900-01-01").number, Papers.day("2200-12-31").number)
        for _ in 0..<50 {
            let day = Day(number: .random(in: first...last, using: &dice))
            #expect(try Self.verdict("today == date('\(day)')", today: "\(day)") == .met)
            #expect(try Self.verdict("today == timestamp('\(day)T00:00:00Z')", today: "\(day)") == .met)
            #expect(try Self.verdict("target_date == date('\(day)')", ["target_date": .text("\(day)")]) == .met)
            #expect(try Self.verdict("target_date != date('\(day + 1)')", ["target_date": .text("\(day)")]) == .met)
        }
    }

    @Test(arguments: [
        "kerja(today, 3660)", "kerja(today, -3660)", "kerja(date('1900-01-01'), -3660)",
        "kerja(date('2200-12-31'), 3660)",
    ])
    func `counts at most ten years of working days, quickly`(source: String) throws {
        #expect(try Self.verdict("\(source) != today") == .met)
    }

    // MARK: Names

    /// Everything is on record, and a bill and a funding line with it.
    private static func full(_ part: Agreement.Part?) throws -> Facts {
        let day = Papers.day("2026-11-02")
        let month = Month(year: 2026, month: 1)
        let agreement = Papers.agreement {
            for index in $0.parties.indices {
                $0.parties[index].signature = Signature(signedOn: day, method: .wet)
                $0.parties[index].number = "1"
            }
            $0.validFrom = Papers.day("2026-01-01")
            $0.validUntil = Papers.day("2026-12-31")
            $0.documents = [Document(kind: "final_draft", title: "Naskah")]
            $0.members = [MemberCount(segment: .pbpuBPPemda, from: month, until: month, count: 10)]
            $0.bills = [Bill(month: month, amount: 5, dueOn: day + -1, stage: "issued", paid: 2)]
            $0.funding = [FundingLine(source: .apbdII, fiscalYear: 2026, amount: 7, stage: .dpa)]
        }
        var facts = Papers.facts(agreement, rates: try Papers.rates())
        facts.part = part
        return facts
    }

    @Test(
        arguments: [
            ("today", "date('2026-11-02')"), ("valid_from", "date('2026-01-01')"),
            ("valid_until", "date('2026-12-31')"), ("signed_on", "date('2026-11-02')"),
            ("entered_on", "date('2026-11-02')"), ("state", "'open'"), ("phase", "'draft'"), ("kind", "'pks'"),
            ("programme", "'jkn'"), ("documents", "['final_draft']"),
            ("parties.map(p, p.key)", "['pemkot', 'bpjs', 'saksi']"),
            ("parties.filter(p, p.required).map(p, p.side)", "['local_government', 'bpjs']"),
            ("parties.all(p, p.signed)", "true"), ("parties[2].number", "'1'"), ("members", "10"),
            ("needed", "378000"), ("available", "7"), ("unpaid_bills", "1"), ("arrears", "3"),
        ])
    func `knows what is on record by its name`(name: String, value: String) throws {
        #expect(try Guard("\(name) == \(value)", fields: [], attached: nil).verdict(Self.full(nil)) == .met)
    }

    @Test(
        arguments: [
            ("amount", "5", .bill), ("paid", "2", .bill), ("due_on", "date('2026-11-01')", .bill),
            ("state", "'issued'", .bill), ("fiscal_year", "2026", .funding), ("ceiling", "7", .funding),
            ("state", "'dpa'", .funding),
        ] as [(String, String, Workflow.Attachment)])
    func `knows a part by its name`(name: String, value: String, attached: Workflow.Attachment) throws {
        let part: Agreement.Part =
            attached == .bill ? .bill(Month(year: 2026, month: 1)) : .funding("apbd_ii-2026")
        #expect(try Guard("\(name) == \(value)", fields: [], attached: attached).verdict(Self.full(part)) == .met)
    }

    @Test func `can read every name that it has`() throws {
        for (name, variable) in Guard.variables {
            let part: Agreement.Part? =
                switch variable.attached {
                case .bill: .bill(Month(year: 2026, month: 1))
                case .funding: .funding("apbd_ii-2026")
                case nil: nil
                }
            guard case .value = variable.value(try Self.full(part)) else {
                Issue.record("\(name) is not known on a full record")
                continue
            }
        }
    }

    @Test func `asks again tomorrow only where tomorrow matters`() throws {
        for (source, depends) in [
            ("today > valid_until", true), ("arrears > 0", true), ("people > 5", false),
            ("agreed && people > 5", false),
            ("kerja(today, 5) > valid_until || agreed", true),
        ] {
            #expect(try Guard(source, fields: Self.fields, attached: nil).dependsOnDate == depends, "\(source)")
        }
    }
}
