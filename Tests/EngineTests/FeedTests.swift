import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing

@testable import Engine

extension Stage {
    /// A reminder of a deadline, as a rule would plan it.
    fileprivate func plan(
        _ id: String, of agreement: Agreement, _ deadline: String, to recipient: Role = .unitPIC,
        deadlineID: String = "test/0", superseding: [String] = []
    ) async throws {
        let day = try #require(Day(deadline))
        let reminder = Reminder(
            id: id, agreement: agreement.id, ref: agreement.ref, region: agreement.region, key: id, rule: "test",
            dueAt: Zone.wita.instant(of: day, hour: 8), deadline: day, deadlineID: deadlineID, recipient: recipient,
            agreementState: agreement.state, say: Bilingual(id: "Tugas \(deadlineID)", en: "Task \(deadlineID)"),
            planVersion: agreement.version, plannedAt: clock.now())
        _ = try await ledger.commit(
            Change(
                reminders: superseding.map { .end(id: $0, as: .superseded, at: clock.now()) } + [.plan(reminder)]))
    }

    fileprivate func save(_ name: String, _ roles: [Role], regions: [String] = [], id: String? = nil) async throws {
        try await ledger.save(
            Person(
                id: id ?? "per_\(name)", name: name, roles: roles, regions: regions, unsubscribeKey: "u",
                createdAt: clock.now()))
    }

    @discardableResult
    fileprivate func subscribe(
        _ subject: FeedWish.Subject, as principal: Principal, _ language: Language = .indonesian
    ) async throws -> ListedFeed {
        try await engine.createFeed(FeedWish(subject, language), Circumstances(principal: principal))
    }

    /// The lines of what stands at an address; nil if nothing does.
    fileprivate func read(_ feed: ListedFeed) async throws -> [String]? {
        try await engine.calendar(secret: try #require(feed.secret))?.text.replacing("\r\n ", with: "")
            .split(separator: "\r\n").map(String.init)
    }

    /// Which of the tasks above stand at an address.
    fileprivate func tasks(_ feed: ListedFeed) async throws -> Set<String> {
        let lines = try #require(try await read(feed))
        return Set(
            lines.compactMap { $0.firstMatch(of: /^SUMMARY.*:(?:Tugas|Task) ([^ ]+)/).map { String($0.output.1) } })
    }
}

@Suite struct FeedTests {
    @Test func `a calendar shows what is in its scope and nothing else`() async throws {
        let stage = try await Stage()
        let kupang = try await stage.create(stage.new(ref: "kupang"))
        let kabupaten = try await stage.create(stage.new(ref: "kabupaten", region: "53.01"))
        let elsewhere = try await stage.create(stage.new(ref: "elsewhere", region: "35.73"))
        try await stage.plan("rem_1", of: kupang, "2026-12-01", to: .unitPIC, deadlineID: "kupang-pic")
        try await stage.plan("rem_2", of: kupang, "2026-12-01", to: .secretary, deadlineID: "kupang-sekda")
        try await stage.plan("rem_3", of: kabupaten, "2026-12-01", deadlineID: "kabupaten")
        try await stage.plan("rem_4", of: elsewhere, "2026-12-01", deadlineID: "elsewhere")
        let admin = stage.person(.admin)
        try await stage.save("Retno", [.unitPIC], regions: ["53.71"])
        try await stage.save("Nobody", [])
        #expect(try await stage.tasks(stage.subscribe(.person("Retno"), as: admin)) == ["kupang-pic"])
        #expect(try await stage.tasks(stage.subscribe(.person("per_Retno"), as: admin)) == ["kupang-pic"])
        #expect(try await stage.tasks(stage.subscribe(.person("Nobody"), as: admin)).isEmpty)
        #expect(
            try await stage.tasks(stage.subscribe(.region("53"), as: admin))
                == ["kupang-pic", "kupang-sekda", "kabupaten"])
        #expect(try await stage.tasks(stage.subscribe(.region("53.01"), as: admin)) == ["kabupaten"])
        #expect(try await stage.tasks(stage.subscribe(.region("00"), as: admin)).count == 4)
        #expect(
            try await stage.tasks(stage.subscribe(.agreement("kupang"), as: admin)) == ["kupang-pic", "kupang-sekda"])
    }

    @Test func `it speaks the language that was asked for, and says that it is a rehearsal`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        try await stage.plan("rem_1", of: agreement, "2026-12-01")
        let region = FeedWish.Subject.region("53.71")
        let indonesian = try #require(try await stage.read(stage.subscribe(region, as: stage.person(.auditor))))
        #expect(indonesian.contains("X-WR-CALNAME:LATIHAN: Tenggat: Kota Kupang"))
        #expect(indonesian.contains("SUMMARY;LANGUAGE=id:Tugas test/0 — PKS JKN 2027"))
        #expect(indonesian.contains("DTSTART;VALUE=DATE:20261201"))
        let english = try #require(try await stage.read(stage.subscribe(region, as: stage.person(.auditor), .english)))
        #expect(english.contains("X-WR-CALNAME:REHEARSAL: Deadlines: Kota Kupang"))
        #expect(english.contains("SUMMARY;LANGUAGE=en:Task test/0 — PKS JKN 2027"))
    }

    @Test func `a moved deadline keeps its uid and counts up, also where most of its past is years ago`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        try await stage.plan("rem_0", of: agreement, "2026-11-20")
        let feed = try await stage.subscribe(.agreement(agreement.id.rawValue), as: stage.person(.admin))
        func entry() async throws -> (uid: String, sequence: Int, day: String)? {
            let lines = try #require(try await stage.read(feed))
            guard let summary = lines.firstIndex(where: { $0.contains("Tugas test/0") }),
                let begin = lines[..<summary].lastIndex(of: "BEGIN:VEVENT")
            else { return nil }
            func value(_ name: String) -> String {
                lines[begin..<summary].first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) } ?? ""
            }
            return (value("UID:"), try #require(Int(value("SEQUENCE:"))), value("DTSTART;VALUE=DATE:"))
        }
        var last = try #require(try await entry())
        #expect(last.sequence == 0)
        for (number, deadline) in ["2026-11-25", "2026-11-20", "2027-11-20", "2029-01-31"].enumerated() {
            stage.clock.advance(to: stage.clock.now() + .seconds(200 * 86_400))
            try await stage.plan(
                "rem_\(number + 1)", of: agreement, deadline, superseding: ["rem_\(number)"])
            let next = try #require(try await entry())
            #expect(next.uid == last.uid)
            #expect(next.sequence > last.sequence)
            #expect(next.day == deadline.filter(\.isNumber))
            last = next
        }
    }

    @Test func `another title shows, and as another version`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create()
        try await stage.plan("rem_1", of: agreement, "2026-12-01")
        let scope = DeadlineScope(agreement: agreement.id)
        func rows() async throws -> [DeadlineRow] {
            try await stage.ledger.deadlines(scope, endedAfter: stage.clock.now()).filter { $0.deadlineID == "test/0" }
        }
        #expect(try await rows().map(\.paper.timesRetitled) == [0])
        var amendment = Amendment()
        amendment.validUntil = Day("2027-11-30")
        try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        #expect(try await rows().map(\.paper.timesRetitled) == [0])
        stage.clock.advance(to: stage.clock.now() + .seconds(60))
        amendment.title = "PKS JKN Kota Kupang"
        try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        let paper = try #require(try await rows().first?.paper)
        #expect(paper.title == "PKS JKN Kota Kupang")
        #expect(paper.timesRetitled == 1)
        #expect(paper.retitledAt == stage.clock.now())
    }

    // MARK: Who may

    @Test func `somebody's calendar is theirs, an admin's or their coordinator's to make`() async throws {
        let stage = try await Stage()
        try await stage.save("Retno", [.unitPIC], regions: ["53.71"])
        try await stage.save("Everywhere", [.legal])
        let retno = FeedWish.Subject.person("Retno")
        try await stage.subscribe(retno, as: stage.person(.unitPIC, "Retno"))
        try await stage.subscribe(retno, as: stage.person(.admin))
        try await stage.subscribe(retno, as: stage.person(.coordinator, regions: ["53"]))
        try await stage.subscribe(.person("Everywhere"), as: stage.person(.coordinator))
        for other in [
            stage.person(.unitPIC, "Budi"), stage.person(.coordinator, regions: ["35"]),
            stage.person(.coordinator, regions: ["53.01"]), stage.person(.auditor),
        ] {
            await #expect(throws: EngineError.self) { try await stage.subscribe(retno, as: other) }
        }
        await #expect(throws: EngineError.self) {
            try await stage.subscribe(.person("Everywhere"), as: stage.person(.coordinator, regions: ["53"]))
        }
        await #expect(throws: EngineError.self) { try await stage.subscribe(.person("X"), as: stage.person(.admin)) }
        try await stage.save("Retno", [.legal], id: "per_other")
        await #expect(throws: EngineError.self, "two people have this name") {
            try await stage.subscribe(retno, as: stage.person(.admin))
        }
        #expect(
            try await stage.subscribe(.person("per_other"), as: stage.person(.admin)).feed.scope == .person("per_other")
        )
    }

    @Test func `a region or an agreement is for whoever may read it`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.create(stage.new(ref: "kupang"))
        let auditor = stage.person(.auditor, regions: ["53"])
        try await stage.subscribe(.region("53.71"), as: auditor)
        try await stage.subscribe(.agreement("kupang"), as: auditor)
        let stranger = stage.person(.auditor, regions: ["35"])
        let subjects: [FeedWish.Subject] = [
            .region("53.71"), .region("00"), .region("99.99"), .agreement("kupang"), .agreement(agreement.id.rawValue),
            .agreement("none"),
        ]
        for subject in subjects {
            await #expect(throws: EngineError.self) { try await stage.subscribe(subject, as: stranger) }
        }
        #expect(try await stage.engine.feeds(for: stranger).isEmpty)
    }

    @Test func `everybody sees and revokes what they have made, an admin all`() async throws {
        let stage = try await Stage()
        let (legal, finance, admin) = (stage.person(.legal), stage.person(.finance), stage.person(.admin))
        let first = try await stage.subscribe(.region("53.71"), as: legal)
        let second = try await stage.subscribe(.region("53.71"), as: finance)
        #expect(try await stage.engine.feeds(for: legal).map(\.feed.id) == [first.feed.id])
        #expect(
            try await stage.engine.feeds(for: admin).map(\.feed.id).sorted()
                == [first.feed.id, second.feed.id].sorted())
        #expect(try await stage.engine.feeds(for: admin).allSatisfy { $0.secret == nil })
        await #expect(throws: EngineError.self) { try await stage.engine.revokeFeed(first.feed.id, by: finance) }
        #expect(try await stage.read(first) != nil)
        try await stage.engine.revokeFeed(first.feed.id, by: legal)
        #expect(try await stage.read(first) == nil)
        try await stage.engine.revokeFeed(second.feed.id, by: admin)
        #expect(try await stage.read(second) == nil)
        #expect(try await stage.engine.feeds(for: legal).first?.feed.revokedAt == stage.clock.now())
    }

    @Test func `an address cannot be guessed, and is kept nowhere`() async throws {
        let stage = try await Stage()
        var secrets: Set<String> = []
        for _ in 0..<20 {
            let feed = try await stage.subscribe(.region("53.71"), as: stage.person(.admin))
            secrets.insert(try #require(feed.secret))
        }
        #expect(secrets.count == 20)
        #expect(secrets.allSatisfy { $0.wholeMatch(of: /[a-z2-7]{32}/) != nil })
        for secret in secrets {
            #expect(try await stage.engine.calendar(secret: secret) != nil)
            #expect(try await stage.engine.calendar(secret: secret.uppercased()) == nil)
            #expect(try await stage.engine.calendar(secret: String(secret.dropLast())) == nil)
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: stage.directory) {
            let bytes = try Data(contentsOf: URL(filePath: stage.directory + "/" + name))
            for secret in secrets { #expect(bytes.firstRange(of: Data(secret.utf8)) == nil, "\(name)") }
        }
    }

    /// The examples of RFC 4648, section 10.
    @Test(arguments: ["f": "my", "fo": "mzxq", "foo": "mzxw6", "foob": "mzxw6yq", "fooba": "mzxw6ytb", "": ""])
    func `secrets are base32`(_ text: String, _ encoded: String) {
        #expect(FeedSecret.text(Array(text.utf8)) == encoded)
    }

    @Test func `the same request makes one calendar, and tells its address once`() async throws {
        let stage = try await Stage()
        let wish = FeedWish(.region("53.71"), .indonesian)
        func circumstances(_ fingerprint: String) -> Circumstances {
            Circumstances(
                principal: stage.person(.admin), idempotency: .init(key: "k", fingerprint: fingerprint))
        }
        let first = try await stage.engine.createFeed(wish, circumstances("a"))
        let second = try await stage.engine.createFeed(wish, circumstances("a"))
        #expect(first.secret != nil && second.secret == nil)
        #expect(second.feed == first.feed)
        #expect(try await stage.engine.feeds(for: stage.person(.admin)).count == 1)
        await #expect(throws: EngineError.self) { try await stage.engine.createFeed(wish, circumstances("b")) }
        // Of two that come at once, the second one's is revoked before anybody knows it.
        let racer = Circumstances(
            principal: stage.person(.admin), idempotency: .init(key: "race", fingerprint: "c"))
        let engine = stage.engine
        stage.interruptible.interrupt { _ = try await engine.createFeed(wish, racer) }
        let slower = try await stage.engine.createFeed(wish, racer)
        #expect(stage.interruptible.hasInterrupted)
        #expect(slower.secret == nil)
        let raced = try await stage.engine.feeds(for: stage.person(.admin)).dropFirst()
        #expect(raced.count == 2 && raced.count { $0.feed.revokedAt == nil } == 1)
        #expect(raced.first { $0.feed.revokedAt == nil }?.feed.id == slower.feed.id)
    }
}
