import Agreements
import Calendars
import Documents
import Testing

/// Since when a bill or a funding line is where it is, and how it came there: the fold of its events and of no others.
@Suite struct `The course of a part` {
    private static let ani = Actor(name: "Ani", role: .finance)
    private static let budi = Actor(name: "Budi", role: .unitPIC)
    private static let january = Month(year: 2026, month: 1)

    /// What happened on a day of January 2026, entered ten days later.
    private struct Happening {
        var day: Int
        var by: Actor
        var data: EventData

        init(_ day: Int, _ by: Actor, _ data: EventData) {
            self.day = day
            self.by = by
            self.data = data
        }

        var entry: Agreement.Entry {
            .init(
                on: Day(number: 20_454 + day), at: Instant(milliseconds: Int64(20_464 + day) * 86_400_000), by: by)
        }
    }

    private static func fold(_ happenings: [Happening], from agreement: Agreement = Records.agreement()) -> Agreement {
        happenings.enumerated().reduce(into: agreement) { record, item in
            let (index, happening) = item
            record.apply(
                Event(
                    id: .init(rawValue: "evt_\(index)"), subject: .agreement(agreement.id), version: index + 2,
                    recordedAt: happening.entry.at, effectiveOn: happening.entry.on, actor: happening.by,
                    data: happening.data))
        }
    }

    private static func issue(_ month: Month = january, _ amount: Int64 = 10) -> EventData {
        .billIssued(Bill(month: month, amount: amount, dueOn: Day(number: 20_500), stage: "issued"))
    }

    private static func move(
        _ transition: String, _ from: String, _ to: String, of month: Month = january
    ) -> EventData {
        .billStageChanged(BillMove(month: month, transition: transition, from: from, to: to, paid: 0))
    }

    private static func line(_ stage: FundingStage, _ year: Int = 2026, amount: Int64 = 1) -> FundingLine {
        Records.money(amount, year, stage)
    }

    @Test func `of a bill begins with the bill and takes each of its moves`() {
        let happenings = [
            Happening(1, Self.ani, Self.issue()),
            Happening(3, Self.budi, Self.move("reconcile", "issued", "reconciled")),
            Happening(5, .system, Self.move("become-overdue", "reconciled", "in-arrears")),
        ]
        let record = Self.fold(happenings)
        #expect(
            record.courses == [
                "bill/2026-01": .init(
                    entered: happenings[2].entry,
                    moves: [
                        .init(
                            transition: "reconcile", from: "issued", to: "reconciled", on: happenings[1].entry.on,
                            by: Self.budi),
                        .init(
                            transition: "become-overdue", from: "reconciled", to: "in-arrears",
                            on: happenings[2].entry.on, by: .system),
                    ])
            ])
        #expect(record.course(of: .bill(Self.january)) == record.courses["bill/2026-01"])
        #expect(record.state(of: .bill(Self.january)) == "in-arrears")
        // The agreement itself has not moved.
        #expect(record.course(of: nil) == .init(entered: Records.agreement().entered))
    }

    @Test func `of a bill goes on when the bill is issued again`() {
        let happenings = [
            Happening(1, Self.ani, Self.issue()), Happening(3, Self.budi, Self.move("dispute", "issued", "disputed")),
            Happening(9, Self.ani, Self.issue(Self.january, 12)),
        ]
        let course = Self.fold(happenings).course(of: .bill(Self.january))
        #expect(course == Self.fold(Array(happenings.dropLast())).course(of: .bill(Self.january)))
        #expect(course.entered == happenings[1].entry)
    }

    @Test func `of a bill that is not there does not begin`() {
        let record = Self.fold([Happening(1, Self.ani, Self.move("settle", "issued", "paid"))])
        #expect(record.courses.isEmpty)
        #expect(record.state(of: .bill(Self.january)) == nil)
    }

    @Test func `of a funding line begins where it is first recorded`() {
        let happenings = [
            Happening(1, Self.ani, .fundingRecorded(Self.line(.rka))),
            Happening(4, Self.budi, .fundingRecorded(Self.line(.rka, amount: 2))),
            Happening(
                6, Self.ani,
                .fundingStageChanged(FundingMove(line: Self.line(.apbd), from: .rka, transition: "enact"))),
        ]
        #expect(
            Self.fold(Array(happenings.prefix(2))).courses == [
                "funding/apbd_ii-2026": .init(entered: happenings[0].entry)
            ])
        #expect(
            Self.fold(happenings).courses == [
                "funding/apbd_ii-2026": .init(
                    entered: happenings[2].entry,
                    moves: [
                        .init(transition: "enact", from: "rka", to: "apbd", on: happenings[2].entry.on, by: Self.ani)
                    ])
            ])
    }

    @Test func `of a funding line whose stage was only recorded says so`() {
        let record = Self.fold([
            Happening(2, Self.budi, .fundingStageChanged(FundingMove(line: Self.line(.dpa), from: .proposed)))
        ])
        let course = record.course(of: .funding("apbd_ii-2026"))
        #expect(course.moves.map(\.transition) == ["record"])
        #expect(course.moves.map { "\($0.from) \($0.to)" } == ["proposed dpa"])
        #expect(course.entered.by == Self.budi)
    }

    @Test func `is its own, whatever happens to the others and to the agreement`() {
        let february = Month(year: 2026, month: 2)
        let own = [
            Happening(1, Self.ani, Self.issue()), Happening(7, Self.ani, Self.move("settle", "issued", "paid")),
        ]
        let others = [
            Happening(2, Self.budi, Self.issue(february)),
            Happening(3, Self.budi, Self.move("settle", "issued", "paid", of: february)),
            Happening(4, Self.budi, .fundingRecorded(Self.line(.rka))),
            Happening(
                5, Self.budi,
                .stateChanged(StateChange(transition: "submit", from: "initiated", to: "review", phase: .draft))),
            Happening(6, Self.budi, .noteAdded(Note(kind: .comment, text: "x"))),
        ]
        let mixed = Self.fold([own[0]] + others + [own[1]])
        #expect(mixed.course(of: .bill(Self.january)) == Self.fold(own).course(of: .bill(Self.january)))
        #expect(mixed.courses.keys.sorted() == ["bill/2026-01", "bill/2026-02", "funding/apbd_ii-2026"])
        #expect(mixed.parts == [.bill(Self.january), .bill(february), .funding("apbd_ii-2026")])
        #expect(mixed.moves.map(\.transition) == ["submit"])
    }

    /// What a random history of three months and two years leaves is what a ledger of notes leaves: for each part the
    /// first entry, then one line a move.
    @Test(arguments: 1...20) func `is what one would have noted down`(seed: UInt64) {
        var dice = Dice(seed: seed)
        var notes: [String: (entry: Agreement.Entry, moves: [String])] = [:]
        var happenings: [Happening] = []
        for day in 1...40 {
            let actor = Bool.random(using: &dice) ? Self.ani : Self.budi
            let month = Month(year: 2026, month: .random(in: 1...3, using: &dice))
            let year = Int.random(in: 2026...2027, using: &dice)
            let stage = FundingStage.allCases.randomElement(using: &dice) ?? .rka
            let entry = Happening(day, actor, Self.issue()).entry
            let data: EventData
            switch Int.random(in: 0..<4, using: &dice) {
            case 0:
                data = Self.issue(month)
                if notes["bill/\(month)"] == nil { notes["bill/\(month)"] = (entry, []) }
            case 1:
                data = Self.move("t\(day)", "issued", "issued", of: month)
                if let note = notes["bill/\(month)"] { notes["bill/\(month)"] = (entry, note.moves + ["t\(day)"]) }
            case 2:
                data = .fundingRecorded(Self.line(stage, year))
                if notes["funding/apbd_ii-\(year)"] == nil { notes["funding/apbd_ii-\(year)"] = (entry, []) }
            default:
                data = .fundingStageChanged(
                    FundingMove(line: Self.line(stage, year), from: .rka, transition: "t\(day)"))
                notes["funding/apbd_ii-\(year)"] = (
                    entry, (notes["funding/apbd_ii-\(year)"]?.moves ?? []) + ["t\(day)"]
                )
            }
            happenings.append(Happening(day, actor, data))
        }
        let courses = Self.fold(happenings).courses
        #expect(courses.mapValues(\.entered) == notes.mapValues(\.entry))
        #expect(courses.mapValues { $0.moves.map(\.transition) } == notes.mapValues(\.moves))
    }

    @Test func `of what was written before parts had courses is that of the agreement`() throws {
        var record = Self.fold([Happening(1, Self.ani, Self.issue())])
        record.courses = [:]
        #expect(record.course(of: .bill(Self.january)).entered == record.entered)
        guard case .object(var members) = try CanonicalJSON.decode(JSON.self, from: CanonicalJSON.encode(record)) else {
            Issue.record("a record is an object")
            return
        }
        members["courses"] = nil
        members["waivers"] = nil
        let read = try CanonicalJSON.decode(Agreement.self, from: CanonicalJSON.encode(JSON.object(members)))
        #expect(read == record)
    }
}
