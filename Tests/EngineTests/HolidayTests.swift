import Agreements
import Calendars
import Documents
import Ledger
import Logging
import Metrics
import Testing
import Workflows

@testable import Engine

/// A decree comes while agreements run.
@Suite struct HolidayTests {
    private static let name = "2027-revisi.csv"

    /// Eid is confirmed, and two of the days of joint leave around it are taken back.
    private static let decree = """
        date,name,kind,estimated
        2027-03-09,Cuti bersama dicabut,hari_kerja,false
        2027-03-10,Hari Raya Idul Fitri,libur_nasional,false
        2027-03-11,Hari kedua dari Hari Raya Idul Fitri,libur_nasional,false
        2027-03-15,Cuti bersama dicabut,hari_kerja,false

        """

    private func stage(_ start: String = "2027-03-01T09:00:00+08:00") async throws -> Stage {
        try await Stage(at: start, Letter.first)
    }

    private func preview(
        _ stage: Stage, _ csv: String = decree, named name: String = name, limit: Int = 200,
        as role: Role = .coordinator,
        regions: [String] = []
    ) async throws -> HolidaysPreview {
        try await stage.engine.preview(
            holidays: csv, named: name, limit: limit, for: stage.person(role, regions: regions))
    }

    @discardableResult
    private func accept(
        _ stage: Stage, _ csv: String = decree, named name: String = name, as role: Role = .coordinator,
        regions: [String] = [], key: String? = nil
    ) async throws -> AcceptedHolidays {
        try await stage.engine.accept(
            holidays: csv, named: name,
            Circumstances(
                principal: stage.person(role, regions: regions),
                idempotency: key.map { .init(key: $0, fingerprint: "\(name) \(csv)") }))
    }

    private func told(_ stage: Stage, _ type: EventType = .holidaysAccepted) async throws -> [Event] {
        try await stage.ledger.events(EventQuery(subject: .calendar, type: type, limit: .max))
    }

    private func changes(_ stage: Stage) async throws -> [HolidayChange] {
        try await told(stage).compactMap { if case .holidaysAccepted(let change) = $0.data { change } else { nil } }
    }

    /// Everything that accepting a file may touch.
    private struct Everything: Equatable {
        var rows: [Reminder]
        var files: [HolidayFile]
        var head: ChainLink?
        var digest: String?
        var days: [Holidays.Holiday]

        init(_ stage: Stage) async throws {
            rows = try await stage.ledger.reminderRows(after: nil, limit: .max)
            files = try await stage.ledger.holidayFiles()
            head = try await stage.ledger.head()
            digest = try await stage.ledger.rulesDigest()
            days = stage.engine.rules.calendar.holidays.all
        }
    }

    /// What somebody sees of a reminder that changes.
    private struct Seen: Hashable {
        var agreement: String
        var rule: String
        var recipient: Role
        var deadlines: [Day?]
        var due: [Instant?]

        init(_ move: ReminderMove) {
            (agreement, rule, recipient) = (move.agreement.rawValue, move.rule, move.recipient)
            (deadlines, due) = ([move.deadlineBefore, move.deadlineAfter], [move.dueBefore, move.dueAfter])
        }

        init(_ before: Reminder?, _ after: Reminder?) {
            agreement = (before ?? after)?.agreement.rawValue ?? ""
            rule = (after ?? before)?.rule ?? ""
            recipient = (after ?? before)?.recipient ?? .system
            (deadlines, due) = ([before?.deadline, after?.deadline], [before?.dueAt, after?.dueAt])
        }
    }

    /// What has become of reminders, row by row: which open ones ended, and which came for them.
    private func compare(_ before: [Reminder], _ after: [Reminder]) -> [Seen] {
        let key = { (reminder: Reminder) in "\(reminder.agreement) \(reminder.key)" }
        let known = Set(before.map(\.id))
        let new = Dictionary(after.filter { !known.contains($0.id) }.map { (key($0), $0) }) { $1 }
        let now = Dictionary(after.map { ($0.id, $0.state) }) { $1 }
        let gone = before.filter { $0.state.isOpen && now[$0.id] == .superseded }
        let came = Set(gone.map(key))
        return gone.map { Seen($0, new[key($0)]) }
            + new.filter { !came.contains($0.key) }.map { Seen(nil, $0.value) }
    }

    @Test func `the decree that moves the leave around Eid moves the reminders that count across it`() async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        let done = try await stage.letter("done")
        let dates = { (moves: [ReminderMove]) in
            moves.map { "\($0.dueBefore!) \($0.deadlineBefore!) > \($0.dueAfter!) \($0.deadlineAfter!)" }
        }
        let said = try await preview(stage)
        // Ten working days from 1 March, counted by hand; offices in Kupang open at 00:00 UTC.
        #expect(
            dates(said.deadlines) == [
                "2027-03-16T00:00:00.000Z 2027-03-23 > 2027-03-09T00:00:00.000Z 2027-03-19",
                "2027-03-23T00:00:00.000Z 2027-03-23 > 2027-03-19T00:00:00.000Z 2027-03-19",
                "2027-04-01T00:00:00.000Z 2027-03-23 > 2027-03-30T00:00:00.000Z 2027-03-19",
                "2027-04-08T00:00:00.000Z 2027-03-23 > 2027-04-06T00:00:00.000Z 2027-03-19",
            ])
        #expect(said.deadlines.allSatisfy { $0.agreement == letter.id && $0.kind == .moved })
        #expect(said.reminders.moved == 4)
        #expect(said.difference.added.map(\.day.description) == ["2027-03-10", "2027-03-11"])
        #expect(
            said.difference.removed.map(\.day.description) == ["2027-03-09", "2027-03-10", "2027-03-11", "2027-03-15"])
        let accepted = try await accept(stage)
        #expect(accepted.change.remindersMoved == 4)
        #expect(try await stage.open(letter).map(\.dueAt) == said.deadlines.map(\.dueAfter))
        #expect(try await stage.open(done).isEmpty)
        try await stage.expectFreshPlan(letter, done)
        try await stage.expectSoundLedger()
    }

    @Test(arguments: [
        ("2027-03-02T09:00:00+08:00", false), ("2027-03-10T09:00:00+08:00", true), ("2027-03-22T09:00:00+08:00", true),
    ])
    func `accepting does exactly what the preview said, row by row`(_ now: String, _ isLate: Bool) async throws {
        let stage = try await stage("2027-02-22T09:00:00+08:00")
        _ = try await stage.letter("parked")
        _ = try await stage.letter("review")
        try await stage.rehearse(until: "2027-03-01T09:00:00+08:00")
        _ = try await stage.letter()
        let billed = try await stage.letter("review")
        try await stage.submit(
            .issueBill(NewBill(month: Month("2027-04")!, amount: 1_000)), billed, as: .bpjsPIC)
        _ = try await stage.readyToSign()
        try await stage.rehearse(until: now)
        let before = try await Everything(stage)
        let said = try await preview(stage)
        #expect(try await Everything(stage) == before, "looking changes nothing")
        #expect(said.more == 0)
        #expect(said.deadlines.contains { $0.kind == .late } == isLate)
        #expect(said.deadlines.map { $0.dueAfter! } == said.deadlines.map { $0.dueAfter! }.sorted())
        let kinds = Dictionary(grouping: said.deadlines, by: \.kind).mapValues(\.count)
        #expect(kinds[.moved] ?? 0 == said.reminders.moved)
        #expect(kinds[.late] ?? 0 == said.reminders.late)
        #expect(kinds[.added] ?? 0 == said.reminders.added)
        #expect(kinds[.dropped] ?? 0 == said.reminders.dropped)
        #expect(said.reminders.moved > 5)
        let accepted = try await accept(stage)
        let after = try await Everything(stage)
        let done = compare(before.rows.filter { !$0.isTimer }, after.rows.filter { !$0.isTimer })
        #expect(Set(done) == Set(said.deadlines.map(Seen.init)))
        #expect(done.count == said.deadlines.count)
        #expect(accepted.change.remindersMoved == said.reminders.moved)
        #expect(try await preview(stage).deadlines.isEmpty, "nothing is left to move")
        try await stage.expectSoundLedger()
    }

    @Test func `a preview names the first, and says how many there are besides`() async throws {
        let stage = try await stage()
        for _ in 0..<3 { _ = try await stage.letter() }
        _ = try await stage.letter(region: "17.01")
        let all = try await preview(stage)
        #expect(all.deadlines.count == 16)
        let some = try await preview(stage, limit: 5)
        #expect(some.deadlines == Array(all.deadlines.prefix(5)))
        #expect(some.more == 11)
        #expect(some.reminders == all.reminders)
        let own = try await preview(stage, regions: ["17"])
        #expect(own.reminders.moved == 4)
        #expect(own.deadlines.allSatisfy { $0.region == "17.01" })
    }

    @Test func `an accepted file is on record as a whole`() async throws {
        let stage = try await stage()
        _ = try await stage.letter()
        try await accept(stage)
        let file = try #require(try await stage.ledger.holidayFiles().first)
        #expect(file.name == Self.name)
        #expect(file.csv == Self.decree)
        #expect(file.acceptedBy == stage.person(.coordinator).actor)
        #expect(file.acceptedAt == stage.clock.now())
        let event = try #require(try await told(stage).first)
        #expect(event.subject == .calendar)
        #expect(event.region == nil)
        #expect(event.actor == file.acceptedBy)
        #expect(event.effectiveOn == Day("2027-03-01"))
        let change = try #require(try await changes(stage).first)
        #expect(change.file == Self.name)
        #expect(change.added.map(\.isEstimated) == [false, false])
        #expect(change.removed.map(\.isEstimated) == [false, true, true, false])
        #expect(change.remindersMoved == 4)
        #expect(try await stage.ledger.rulesDigest() == stage.engine.rules.digest)
    }

    @Test func `when the commit fails nothing has changed, and the next attempt does all of it`() async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        let before = try await Everything(stage)
        stage.interruptible.interrupt { throw LedgerError.full }
        await #expect(throws: LedgerError.full) { try await accept(stage, key: "k") }
        #expect(stage.interruptible.hasInterrupted)
        #expect(try await Everything(stage) == before)
        let accepted = try await accept(stage, key: "k")
        #expect(!accepted.isReplayed)
        #expect(accepted.change.remindersMoved == 4)
        try await stage.expectFreshPlan(letter)
    }

    @Test func `somebody who writes meanwhile is planned by the new calendar`() async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        stage.interruptible.interrupt {
            try await stage.submit(.addNote(Note(kind: .comment, text: "halo")), letter, as: .coordinator)
        }
        try await accept(stage)
        #expect(stage.interruptible.hasInterrupted)
        try await stage.expectFreshPlan(letter)
        #expect(try await stage.open(letter).map(\.deadline).allSatisfy { $0 == Day("2027-03-19") })
        #expect(try await changes(stage).count == 1)
        try await stage.expectSoundLedger()
    }

    @Test func `the same request is done once, and answered alike`() async throws {
        let stage = try await stage()
        _ = try await stage.letter()
        let first = try await accept(stage, key: "k")
        let before = try await Everything(stage)
        let second = try await accept(stage, key: "k")
        #expect(try await Everything(stage) == before)
        #expect(!first.isReplayed && second.isReplayed)
        #expect(second.change == first.change)
        #expect([second.name, second.by.name] == [first.name, first.by.name])
        #expect(second.at == first.at)
        await #expect {
            try await accept(stage, Self.decree.replacing("false", with: "true"), key: "k")
        } throws: { if case EngineError.keyReused = $0 { true } else { false } }
    }

    @Test func `twenty at once accept it once where they share a key`() async throws {
        let stage = try await stage()
        _ = try await stage.letter()
        let replayed = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 { group.addTask { try await accept(stage, key: "k").isReplayed } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(replayed == 19)
        #expect(try await told(stage).count == 1)
    }

    @Test func `a corrected file of the same name takes the place of the one before`() async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        let before = try await stage.open(letter).map(\.dueAt)
        try await accept(stage)
        #expect(try await stage.open(letter).map(\.dueAt) != before)
        let confirmed = Self.decree.split(separator: "\n").filter { !$0.contains("hari_kerja") }.joined(separator: "\n")
        try await accept(stage, confirmed)
        #expect(try await stage.open(letter).map(\.dueAt) == before)
        #expect(try await stage.ledger.holidayFiles().map(\.csv) == [confirmed])
        #expect(try await changes(stage).map { [$0.added.count, $0.removed.count] } == [[2, 4], [2, 0]])
    }

    @Test func `a file that changes no day is kept and told of all the same`() async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        let before = try await stage.open(letter)
        try await accept(stage)
        let known = stage.engine.rules.digest
        try await accept(stage, Self.decree.replacing("2027-03-15,Cuti bersama", with: "2027-03-15,Leave"))
        #expect(stage.engine.rules.digest == known)
        #expect(try await changes(stage).map(\.remindersMoved) == [4, 0])
        #expect(try await stage.open(letter).count == before.count)
    }

    // MARK: Refusals

    @Test(arguments: [
        ("2027.csv", "", "/csv"), ("2027.csv", "date,name,kind,estimated\n", "/csv"),
        ("2027.csv", "date,name,kind\n2027-03-10,A,libur_nasional\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated,note\n2027-03-10,A,libur_nasional,true,x\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated\n2027-02-30,A,libur_nasional,true\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated\n2072-03-10,A,libur_nasional,true\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated\n2025-12-31,A,libur_nasional,true\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated\n2027-03-10,A,libur,true\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated\n2027-03-10,A,libur_nasional,maybe\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated\n2027-03-10,\u{1B}[2J,libur_nasional,true\n", "/csv"),
        ("2027.csv", "date,name,kind,estimated\n2027-03-10,\"A,libur_nasional,true\n", "/csv"),
        (
            "2027.csv", "date,name,kind,estimated\n2027-03-10,A,libur_nasional,true\n2027-03-10,A,hari_kerja,false\n",
            "/csv"
        ),
        ("2027-b.csv", "date,name,kind,estimated\n2027-03-16,A,hari_kerja,false\n", "/csv"),
        ("2027-b.csv", "date,name,kind,estimated\n2027-03-13,A,hari_kerja,false\n", "/csv"),
        ("../2027.csv", decree, "/name"), ("a/b.csv", decree, "/name"), ("..\\b.csv", decree, "/name"),
        (".csv", decree, "/name"), (".b.csv", decree, "/name"), ("2027.txt", decree, "/name"), ("", decree, "/name"),
        ("2027\0.csv", decree, "/name"), ("２０２７.csv", decree, "/name"),
        (String(repeating: "a", count: 80) + ".csv", decree, "/name"),
    ])
    func `what is wrong is refused with its place and changes nothing`(
        _ name: String, _ csv: String, _ pointer: String
    ) async throws {
        let stage = try await stage()
        let before = try await Everything(stage)
        for isPreview in [true, false] {
            let error = await #expect(throws: EngineError.self) {
                if isPreview {
                    _ = try await preview(stage, csv, named: name)
                } else {
                    try await accept(stage, csv, named: name)
                }
            }
            guard case .invalid(let problems) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(problems.map(\.place.pointer).allSatisfy { $0 == pointer })
            #expect(!problems.isEmpty)
            #expect(problems.allSatisfy { pointer == "/name" || $0.message.en.hasPrefix("line ") })
            #expect(problems.allSatisfy { pointer == "/name" || $0.message.id.hasPrefix("baris ") })
        }
        #expect(try await Everything(stage) == before)
    }

    @Test func `a mistake names its line, and a file of nothing but mistakes is not told as a whole`() async throws {
        let stage = try await stage()
        func problems(_ csv: String) async throws -> [Problem] {
            do { _ = try await preview(stage, csv) } catch EngineError.invalid(let problems) { return problems }
            return []
        }
        let bad = Self.decree.replacing("2027-03-11", with: "2027-03-32")
        #expect(try await problems(bad).map(\.message.en) == ["line 4: column 'date': cannot read '2027-03-32'"])
        let worse = "date,name,kind,estimated\n" + String(repeating: "x,y,z,w\n", count: 499)
        #expect(try await problems(worse).count == HolidayProposal.problemsMax)
        for large in [worse + "x\nx\n", "date,name,kind,estimated\n" + String(repeating: "x", count: 70_000)] {
            #expect(try await problems(large).map(\.message.en) == ["at most 65536 bytes and 500 lines"])
        }
    }

    @Test(arguments: Role.allCases)
    func `looking is for those who preview rules, accepting for admins and coordinators of all regions`(
        _ role: Role
    ) async throws {
        let stage = try await stage()
        let before = try await Everything(stage)
        func isForbidden(_ act: () async throws -> Void) async throws -> Bool {
            do { try await act() } catch EngineError.forbidden { return true }
            return false
        }
        let looks: [Role] = [.admin, .coordinator, .legal, .secretary, .auditor]
        #expect(try await isForbidden { _ = try await preview(stage, as: role) } == !looks.contains(role))
        #expect(try await isForbidden { try await accept(stage, as: role, regions: ["53"]) })
        #expect(try await Everything(stage) == before)
        let accepts: [Role] = [.admin, .coordinator]
        #expect(try await isForbidden { try await accept(stage, as: role) } == !accepts.contains(role))
    }

    // MARK: The directory

    /// The daemon, started again on the same ledger with other files in the directory.
    private func restart(_ stage: Stage, with file: (name: String, csv: String)? = nil) async throws -> Engine {
        var rules = try Stage.rules().with([Letter.first])
        if let file {
            rules = rules.on(rules.calendar.holidays.with(try Holidays.File(name: file.name, csv: file.csv)))
        }
        let engine = Engine(
            ledger: stage.ledger, rules: rules, clock: stage.clock, random: SeededRandom(seed: 11), isRehearsal: true,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, metrics: NOOPMetricsHandler.instance)
        try await engine.start()
        return engine
    }

    @Test func `the first start tells of no day, nor does another with the same files`() async throws {
        let stage = try await stage()
        #expect(try await told(stage).isEmpty)
        _ = try await restart(stage)
        try await stage.engine.adopt(try Stage.rules().with([Letter.first]))
        #expect(try await told(stage).isEmpty)
    }

    @Test(arguments: [true, false])
    func `a file that has changed in the directory is told of once, at the start or when files are reread`(
        _ isStart: Bool
    ) async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        let file = (Self.name, Self.decree)
        if isStart {
            _ = try await restart(stage, with: file)
        } else {
            let rules = try await restart(stage, with: file).rules
            try await stage.engine.adopt(rules)
        }
        let event = try #require(try await told(stage).first)
        #expect(event.actor == .system)
        #expect(try await changes(stage).map(\.file) == [Self.name])
        #expect(try await changes(stage).map(\.remindersMoved) == [4])
        #expect(try await changes(stage).map { [$0.added.count, $0.removed.count] } == [[2, 4]])
        _ = try await restart(stage, with: file)
        #expect(try await told(stage).count == 1)
        #expect(try await stage.open(letter).map(\.deadline).allSatisfy { $0 == Day("2027-03-19") })
        // And back again.
        _ = try await restart(stage)
        #expect(try await changes(stage).map { [$0.added.count, $0.removed.count] } == [[2, 4], [4, 2]])
        #expect(try await changes(stage).map(\.file) == [Self.name, "2027.csv"])
        try await stage.expectSoundLedger()
    }

    @Test func `a name alone is a difference too, and moves nothing`() async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        let before = try await stage.open(letter)
        let text = "date,name,kind,estimated\n2027-03-08,Nyepi,libur_nasional,false\n"
        _ = try await restart(stage, with: ("2027-nama.csv", text))
        #expect(try await changes(stage).map(\.remindersMoved) == [0])
        #expect(try await changes(stage).first?.added.map(\.name) == ["Nyepi"])
        #expect(try await stage.open(letter) == before)
    }

    @Test func `what was accepted outlives a restart, and a reread of files that were read before`() async throws {
        let stage = try await stage()
        let letter = try await stage.letter()
        let readBefore = try Stage.rules().with([Letter.first])
        try await accept(stage)
        try await stage.engine.adopt(readBefore)
        let engine = try await restart(stage)
        for rules in [stage.engine.rules, engine.rules] {
            #expect(rules.calendar.isWorkingDay(Day("2027-03-09")!))
            #expect(rules.calendar.holidays.files.map(\.name).last == Self.name)
        }
        #expect(try await told(stage).count == 1)
        try await stage.expectFreshPlan(letter)
    }

    @Test func `an accepted file stands in the place of one of its name in the directory`() async throws {
        let stage = try await stage()
        let only = "date,name,kind,estimated\n2027-03-10,Idul Fitri,libur_nasional,false\n"
        try await accept(stage, only, named: "2027.csv")
        var tolerated: [Problem] = []
        let rules = try RuleBook(
            workflows: Stage.root + "/Workflows", data: Stage.root + "/Config",
            accepted: try await stage.ledger.holidayFiles(), tolerated: &tolerated)
        #expect(rules.replacedFiles == ["2027.csv"])
        #expect(try Stage.rules().replacedFiles.isEmpty)
        #expect(rules.calendar.holidays.all.filter { $0.day.year == 2027 }.map(\.name) == ["Idul Fitri"])
        #expect(rules.calendar.holidays == stage.engine.rules.calendar.holidays)
    }
}
