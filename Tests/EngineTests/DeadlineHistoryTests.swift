import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

private let kupang = Region(code: "53.71", name: "Kota Kupang", level: "kota", zone: .wita)

private func moment(_ text: String) -> Instant {
    guard let instant = Instant(text) else { preconditionFailure("the test writes '\(text)' for a moment") }
    return instant
}

private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("the test writes '\(text)' for a date") }
    return day
}

/// One paper's deadline, to which things happen as they do in the ledger: rows are added, and their states change.
private struct Story {
    var now = moment("2026-11-02T09:00:00+08:00")
    var rows: [DeadlineRow] = []
    var version = 1
    var title = "PKS JKN 2027"
    var timesRetitled = 0
    var retitledAt: Instant?
    var stageBegan = moment("2026-11-02T09:00:00+08:00")
    var deadlineID = "sla/0"
    private var said = 0

    /// As the ledger gives them.
    var history: DeadlineHistory? {
        DeadlineHistory.all(
            in: rows.sorted { ($0.planVersion, $0.plannedAt, $0.dueAt) < ($1.planVersion, $1.plannedAt, $1.dueAt) }
                .map { row in
                    var row = row
                    row.paper.title = title
                    row.paper.timesRetitled = timesRetitled
                    row.paper.retitledAt = retitledAt
                    row.stageBegan = stageBegan
                    return row
                }
        ).first
    }

    func entry(_ language: Language = .indonesian) -> ICalendar.Entry? {
        history?.entry(at: now, in: kupang, language, publicURL: nil)
    }

    mutating func pass(_ days: Int, seconds: Int = 0) { now = now + .seconds(days * 86_400 + seconds) }

    /// Plans anew: what is open gives way.
    mutating func plan(
        _ deadline: Day, due: [Int] = [-5, 0], to recipients: [Role] = [.unitPIC], isEstimated: Bool = false,
        replacing: Bool = true
    ) {
        if !rows.isEmpty { version += 1 }
        said += 1
        if replacing { withdraw(.superseded) { _ in true } }
        for recipient in recipients {
            for offset in due {
                rows.append(
                    DeadlineRow(
                        paper: .init(id: .init(rawValue: "agr_1"), ref: "kupang", title: title, region: "53.71"),
                        deadlineID: deadlineID, deadline: deadline,
                        dueAt: Zone.wita.instant(of: deadline + offset, hour: 8), recipient: recipient,
                        say: Bilingual(id: "Kumpulkan tanda tangan \(said)", en: "Collect signatures \(said)"),
                        isEstimated: isEstimated, planVersion: version, plannedAt: now, stageBegan: stageBegan))
            }
        }
    }

    private mutating func change(_ which: (DeadlineRow) -> Bool, _ edit: (inout DeadlineRow) -> Void) {
        for index in rows.indices where which(rows[index]) { edit(&rows[index]) }
    }

    mutating func withdraw(_ state: Reminder.State, _ which: (DeadlineRow) -> Bool) {
        change({ $0.state.isOpen && which($0) }) { [now] in
            $0.state = state
            $0.endedAt = now
        }
    }

    /// Tells what is due, or finds that nobody need be told.
    mutating func fire(as state: (DeadlineRow) -> Reminder.State = { _ in .sent }) {
        change({ [now] in $0.state.isOpen && $0.dueAt <= now }) { [now] row in
            row.state = state(row)
            row.endedAt = now
            if row.state == .sent { row.sentAt = now }
        }
    }

    mutating func acknowledge(_ which: (DeadlineRow) -> Bool = { _ in true }) {
        change({ ($0.state.isOpen || $0.state == .sent) && which($0) }) { [now] in
            $0.state = .acknowledged
            $0.endedAt = now
        }
    }

    mutating func snooze(_ which: (DeadlineRow) -> Bool = { _ in true }) {
        change({ ($0.state.isOpen || $0.state == .sent) && which($0) }) { [now] in
            $0.state = .snoozed
            $0.dueAt = now + .seconds(86_400)
            $0.endedAt = nil
            $0.timesSnoozed += 1
        }
    }

    /// The paper goes on to another stage; most of what was planned for this one gives way.
    mutating func moveOn(_ givesWay: (DeadlineRow) -> Bool = { _ in true }) {
        version += 1
        stageBegan = now
        withdraw(.superseded, givesWay)
    }

    mutating func retitle(_ title: String) {
        version += 1
        self.title = title
        timesRetitled += 1
        retitledAt = now
    }
}

extension ICalendar.Entry {
    fileprivate var status: String { isCancelled ? "CANCELLED" : isTentative ? "TENTATIVE" : "CONFIRMED" }
}

@Suite struct DeadlineHistoryTests {
    @Test func `a deadline stands on its day until it has been done or has passed by thirty days`() throws {
        var story = Story()
        story.plan(day("2026-12-01"))
        #expect(story.entry()?.day == day("2026-12-01"))
        #expect(story.entry()?.sequence == 0)
        story.pass(24)
        story.fire()
        story.pass(5)
        story.fire()
        // Both have been told, and the day is still to be met.
        #expect(story.rows.allSatisfy { $0.state == .sent })
        #expect(story.entry()?.status == "CONFIRMED")
        #expect(story.entry()?.sequence == 0, "being reminded is no change of the deadline")
        story.now = Zone.wita.instant(of: day("2026-12-31"), hour: 23)
        #expect(story.entry()?.status == "CONFIRMED")
        story.now = Zone.wita.instant(of: day("2027-01-01"), hour: 0)
        #expect(story.entry() == nil)
    }

    @Test func `a move shows it on the new day under the same uid, with a higher sequence`() throws {
        var story = Story()
        story.plan(day("2026-12-01"))
        let before = try #require(story.entry())
        story.pass(1)
        story.plan(day("2026-12-15"))
        let after = try #require(story.entry())
        #expect(after.uid == before.uid)
        #expect(after.day == day("2026-12-15"))
        #expect(after.sequence > before.sequence)
        #expect(after.modifiedAt > before.modifiedAt)
        #expect(after.status == "CONFIRMED")
        // Back to where it was is a move too.
        story.pass(1)
        story.plan(day("2026-12-01"))
        #expect(try #require(story.entry()).sequence > after.sequence)
    }

    @Test(arguments: [true, false])
    func `what the paper has left behind is shown as cancelled for thirty days`(_ allTold: Bool) throws {
        var story = Story()
        story.plan(day("2026-12-01"), due: allTold ? [-25] : [-25, 0])
        story.pass(6)
        story.fire()
        let before = try #require(story.entry())
        story.moveOn()
        let after = try #require(story.entry())
        #expect(after.status == "CANCELLED")
        #expect(after.sequence > before.sequence)
        #expect(after.description?.hasPrefix("Tidak berlaku lagi sejak 8 November 2026.") == true)
        // Who answers the reminder afterwards does not bring the deadline back.
        story.pass(2)
        story.acknowledge()
        #expect(story.entry()?.status == "CANCELLED")
        story.pass(28)
        #expect(story.entry()?.status == "CANCELLED")
        story.pass(0, seconds: 1)
        #expect(story.entry() == nil)
    }

    @Test func `it comes back with a higher sequence, however long it was gone`() throws {
        var story = Story()
        story.plan(day("2026-12-01"))
        story.pass(1)
        story.moveOn()
        let cancelled = try #require(story.entry())
        story.pass(400)
        #expect(story.entry() == nil)
        story.plan(day("2028-01-10"))
        let back = try #require(story.entry())
        #expect(back.status == "CONFIRMED")
        #expect(back.uid == cancelled.uid)
        #expect(back.sequence > cancelled.sequence)
    }

    @Test func `a rule that finds a reminder needless ends the deadline, unless others are told of it`() throws {
        var story = Story()
        story.plan(day("2026-12-01"), due: [-5, 0], to: [.unitPIC, .unitHead])
        story.now = Zone.wita.instant(of: day("2026-11-26"), hour: 8)
        story.fire { $0.recipient == .unitHead ? .cancelled : .sent }
        #expect(story.entry()?.status == "CONFIRMED")
        story.now = Zone.wita.instant(of: day("2026-12-01"), hour: 8)
        story.fire { $0.recipient == .unitHead ? .cancelled : .sent }
        #expect(story.entry()?.status == "CONFIRMED")
        var other = Story()
        other.plan(day("2026-12-01"))
        other.now = Zone.wita.instant(of: day("2026-12-01"), hour: 8)
        other.fire { _ in .cancelled }
        #expect(other.entry()?.status == "CANCELLED")
    }

    @Test func `a reminder that goes by itself leaves the deadline standing`() throws {
        var story = Story()
        story.plan(day("2026-12-01"), due: [-5, 0], to: [.unitPIC, .unitHead])
        story.pass(1)
        story.withdraw(.superseded) { $0.recipient == .unitHead }
        #expect(story.entry()?.status == "CONFIRMED")
        #expect(try #require(story.history).concerns([.unitPIC]))
        #expect(!(try #require(story.history).concerns([.unitHead])), "nobody asks the head any more")
        story.now = Zone.wita.instant(of: day("2026-12-01"), hour: 8)
        story.fire()
        #expect(story.entry()?.status == "CONFIRMED")
    }

    @Test func `an estimate is tentative until it is decreed`() throws {
        var story = Story()
        story.plan(day("2027-03-15"), isEstimated: true)
        let estimated = try #require(story.entry())
        #expect(estimated.status == "TENTATIVE")
        #expect(estimated.description?.contains("Perkiraan") == true)
        story.pass(30)
        story.plan(day("2027-03-15"))
        let decreed = try #require(story.entry())
        #expect(decreed.status == "CONFIRMED")
        #expect(decreed.sequence > estimated.sequence)
    }

    @Test func `it says what to do, of which paper, to whom, in the reader's language`() throws {
        var story = Story()
        story.plan(day("2026-12-01"), due: [-5, 0], to: [.unitPIC, .secretary])
        let indonesian = try #require(story.entry(.indonesian))
        #expect(indonesian.summary == "Kumpulkan tanda tangan 1 — PKS JKN 2027")
        #expect(
            indonesian.description == """
                Tenggat: 1 Desember 2026
                Untuk: PIC perangkat daerah, Sekretaris Daerah
                Diingatkan pada: 26 November 2026, 1 Desember 2026
                Perjanjian: PKS JKN 2027 (kupang)
                Daerah: Kota Kupang
                """)
        let english = try #require(
            story.history?.entry(at: story.now, in: kupang, .english, publicURL: "https://pks.example.go.id"))
        #expect(english.summary == "Collect signatures 1 — PKS JKN 2027")
        #expect(english.description?.hasPrefix("Deadline: 2026-12-01\nFor: PIC of the regional office") == true)
        #expect(english.url == "https://pks.example.go.id/agreements/kupang")
        // The sentence of a rule that has none of its own names the paper itself.
        story.title = "Kumpulkan"
        #expect(story.entry()?.summary == "Kumpulkan tanda tangan 1")
    }

    @Test func `another title is another version`() throws {
        var story = Story()
        story.plan(day("2026-12-01"))
        let before = try #require(story.entry())
        story.retitle("PKS JKN 2027 (perubahan)")
        let after = try #require(story.entry())
        #expect(after.summary.hasSuffix("PKS JKN 2027 (perubahan)"))
        #expect(after.sequence > before.sequence)
    }

    @Test func `uids differ where deadlines do, and are short whatever these are called`() throws {
        var uids: Set<String> = []
        let names = ["sla/0", "sla/1", "end/0", "funding/apbd ii; 2027/sla/0", String(repeating: "ü", count: 500)]
        for name in names {
            var story = Story()
            story.deadlineID = name
            story.plan(day("2026-12-01"))
            uids.insert(try #require(story.entry()).uid)
        }
        #expect(uids.count == names.count)
        #expect(uids.allSatisfy { $0.wholeMatch(of: /agr_1-[0-9a-f]{32}@pksd/) != nil }, "\(uids)")
    }

    /// As a calendar program does: of two versions of an entry it believes the one with the higher sequence, or the later one.
    private struct Subscriber {
        private var shown: [String: ICalendar.Entry] = [:]
        private(set) var changes = 0
        private(set) var statuses: Set<String> = []

        mutating func read(_ entry: ICalendar.Entry?, _ what: String) {
            guard let entry else { return }
            statuses.insert(entry.status)
            if let before = shown[entry.uid] {
                // The unit of LAST-MODIFIED is the second.
                let (old, new) = (before.modifiedAt.milliseconds / 1_000, entry.modifiedAt.milliseconds / 1_000)
                #expect(entry.sequence >= before.sequence, "\(what): the sequence fell")
                #expect(new >= old, "\(what): it is older than before")
                if (entry.day, entry.status, entry.summary) != (before.day, before.status, before.summary) {
                    changes += 1
                    #expect(
                        entry.sequence > before.sequence || new > old,
                        "\(what): \(before.status) \(before.day) became \(entry.status) \(entry.day) unnoticed")
                }
            }
            shown[entry.uid] = entry
        }
    }

    @Test func `whatever happens, a subscriber misses no change and sees no version twice`() {
        var changes = 0
        var statuses: Set<String> = []
        for seed in 0..<400 {
            let subscriber = life(seed)
            changes += subscriber.changes
            statuses.formUnion(subscriber.statuses)
        }
        #expect(changes > 4_000, "too little happened to prove anything")
        #expect(statuses == ["CONFIRMED", "TENTATIVE", "CANCELLED"])
    }

    /// Random plans, moves, answers and titles.
    private func life(_ seed: Int) -> Subscriber {
        var dice = Dice(seed: UInt64(seed))
        var story = Story()
        var subscriber = Subscriber()
        let roles: [Role] = [.unitPIC, .unitHead, .secretary]
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &dice) < percent }
        for step in 0..<80 {
            let choice = Int.random(in: 0..<12, using: &dice)
            switch choice {
            case 0, 1:
                let recipients = roles.filter { _ in chance(60) }
                story.plan(
                    Zone.wita.day(at: story.now) + .random(in: -20...60, using: &dice),
                    due: (0..<Int.random(in: 1...4, using: &dice)).map { _ in .random(in: -30...20, using: &dice) },
                    to: recipients.isEmpty ? [.coordinator] : recipients, isEstimated: chance(20))
            case 2:
                // One more reminder of the same deadline.
                if let present = story.history?.day {
                    story.plan(present, due: [3], to: [.regionHead], replacing: false)
                }
            case 3, 4, 5: story.fire { _ in chance(80) ? .sent : chance(50) ? .missed : .cancelled }
            case 6: story.acknowledge { _ in chance(40) }
            case 7: story.snooze { _ in chance(30) }
            case 8: story.moveOn { _ in chance(80) }
            case 9: story.withdraw(.superseded) { _ in chance(40) }
            case 10: story.retitle("PKS \(step)")
            default: break
            }
            if chance(70) { subscriber.read(story.entry(), "seed \(seed), step \(step), choice \(choice)") }
            story.pass(
                chance(50) ? .random(in: 0...12, using: &dice) : 0, seconds: .random(in: 1...3_600, using: &dice))
        }
        return subscriber
    }
}
