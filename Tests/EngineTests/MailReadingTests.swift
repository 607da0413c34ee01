import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing

@testable import Engine

/// Who may read what people are told by mail.
@Suite struct MailReadingTests {
    /// A mail to each of these people, with one notice in it.
    private func told(_ stage: Stage, _ people: Person...) async throws {
        let agreement = try await stage.create()
        for person in people {
            var change = Change()
            let notice = Notice(
                id: "ntc_\(person.name)", person: person.id,
                content: .init(
                    reminder: "rem_1", agreement: agreement.id, ref: nil, title: agreement.title,
                    region: agreement.region, role: person.roles[0], say: Bilingual(id: "Halo", en: "Hello"),
                    deadline: nil, isUrgent: false, harm: Harm(), createdAt: stage.clock.now()),
                dueAt: stage.clock.now())
            change.notices = [notice]
            _ = try await stage.ledger.commit(change)
            try await stage.ledger.compose(
                Mail(
                    id: "mail_\(person.name)", person: person.id, address: "a@b.id", subject: "Halo \(person.name)",
                    message: Data("secret".utf8), dueAt: stage.clock.now(), createdAt: stage.clock.now()),
                of: [notice.id])
        }
    }

    @Test func `mails are read by those who look after their readers, and by these`() async throws {
        let stage = try await Stage()
        let kupang = try await stage.enter(named: "Kupang", in: ["53.71"])
        let bengkulu = try await stage.enter(named: "Bengkulu", in: ["17"])
        let everywhere = try await stage.enter(named: "Nasional", in: [])
        try await told(stage, kupang, bengkulu, everywhere)
        func subjects(_ principal: Principal, to key: String? = nil) async throws -> Set<String> {
            Set(try await stage.engine.mails(MailQuery(), to: key, for: principal).mails.map(\.subject))
        }
        let all: Set = ["Halo Kupang", "Halo Bengkulu", "Halo Nasional"]
        #expect(try await subjects(stage.person(.admin)) == all)
        #expect(try await subjects(stage.person(.auditor)) == all)
        #expect(try await subjects(stage.person(.coordinator, regions: ["53"])) == ["Halo Kupang"])
        #expect(try await subjects(stage.person(.coordinator, regions: ["32"])).isEmpty, "nobody is not everybody")
        #expect(try await subjects(stage.person(.finance)).isEmpty)
        #expect(try await subjects(stage.person(.legal, "Bengkulu")) == ["Halo Bengkulu"])
        #expect(try await subjects(stage.person(.admin), to: "kupang") == ["Halo Kupang"])
        await #expect(throws: EngineError.self) {
            try await subjects(stage.person(.coordinator, regions: ["53"]), to: bengkulu.id)
        }
    }

    @Test func `a reminder tells who was told of it, and in which mail`() async throws {
        let stage = try await Stage()
        let (siti, budi) = (try await stage.enter(named: "Siti"), try await stage.enter(named: "Budi"))
        try await told(stage, siti, budi)
        var reminder = try #require(try await stage.ledger.reminders(ReminderQuery(limit: 1)).first)
        reminder.id = "rem_1"
        let (notices, mails) = try await stage.engine.notices(of: reminder)
        #expect(Set(notices.map(\.person)) == [siti.id, budi.id])
        #expect(notices.allSatisfy { notice in notice.mail.flatMap { mails[$0] }?.person == notice.person })
        let (hers, _) = try await stage.engine.notices(NoticeQuery(), to: "Siti", for: stage.person(.legal, "Siti"))
        #expect(hers.map(\.id) == ["ntc_Siti"])
    }

    @Test func `reminders are found by office and by region`() async throws {
        let stage = try await Stage()
        let (kupang, bengkulu) = (try await stage.create(), try await stage.create(stage.new(region: "17.01")))
        func found(_ change: (inout ReminderQuery) -> Void) async throws -> [Reminder] {
            var query = ReminderQuery(limit: 1_000)
            change(&query)
            return try await stage.ledger.reminders(query)
        }
        let all = try await found { _ in }
        for region in ["53", "53.71"] {
            let here = try await found { $0.region = region }
            #expect(!here.isEmpty && here == all.filter { $0.agreement == kupang.id })
        }
        #expect(try await found { $0.region = "17" } == all.filter { $0.agreement == bengkulu.id })
        #expect(try await found { ($0.region, $0.within) = ("17", ["53"]) }.isEmpty)
        let heads = try await found { $0.recipient = .unitHead }
        #expect(!heads.isEmpty && heads == all.filter { $0.recipient == .unitHead })
    }
}
