import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// From a reminder to the mail in somebody's box, through a real mail server.
    @Suite struct MailTests {
        private static let arguments = ["--rehearsal", "--clock", "2026-11-02T07:30:00+08:00"]

        private struct Office {
            let mailbox: Mailbox
            let daemon: Daemon
            let client: Client

            init(_ environment: [String: String] = [:]) async throws {
                mailbox = try await Mailbox()
                daemon = try await Daemon(
                    MailTests.arguments, mailbox.environment.merging(environment) { $1 })
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
            }

            func enter(_ name: String, _ roles: String, _ more: String = "") async throws -> String {
                let answer = await client.send(
                    "POST", "/v1/people",
                    """
                    {"name":"\(name)","roles":["\(roles)"],"regions":["53.71"],"email":"\(name.lowercased())@contoh.go.id"\(more)}
                    """)
                return try #require(answer.body["id"]?.text, "\(answer.text)")
            }

            func advance(_ period: String) async {
                let answer = await client.send("POST", "/v1/clock", "{\"advance\":\"\(period)\"}")
                #expect(answer.status == 200, "\(answer.text)")
            }
        }

        @Test func `a reminder reaches whoever holds the office, with what to do, by when, and the link`() async throws
        {
            let office = try await Office()
            _ = try await office.enter("Budi", "unit_pic")
            _ = try await office.enter("Sari", "unit_head", ",\"language\":\"en\"")
            #expect(
                await office.client.send("POST", "/v1/agreements", Client.agreement(ref: "kupang-2027")).status == 201)
            await office.advance("P30D")
            let mails = office.mailbox.mails
            let budi = mails.filter { $0.to == ["budi@contoh.go.id"] }
            let sari = mails.filter { $0.to == ["sari@contoh.go.id"] }
            #expect(!budi.isEmpty)
            #expect(!sari.isEmpty, "who is over the SLA goes to the next office")
            #expect(budi.count + sari.count == mails.count)
            for mail in mails {
                #expect(mail.isEncrypted)
                #expect(mail.defects == [])
                #expect(mail.oneClick == "List-Unsubscribe=One-Click")
                for body in [mail.text, mail.html] {
                    #expect(body.contains("PKS kupang-2027"))
                    #expect(body.contains("https://pksd.contoh.go.id/agreements/kupang-2027"))
                }
            }
            #expect(budi[0].text.contains("November 2026"))
            #expect(Set(mails.map(\.id)).count == mails.count)
            #expect(!office.daemon.log.contains("rahasia"))
            let listed = await office.client.send("GET", "/v1/mails?state=sent&limit=200").body["items"]?.list ?? []
            #expect(listed.count == mails.count)
        }

        @Test func `whoever asks for no more mail gets none, and the record says so`() async throws {
            let office = try await Office()
            let budi = try await office.enter("Budi", "unit_pic")
            _ = await office.client.send("POST", "/v1/agreements", Client.agreement(ref: "a"))
            await office.advance("P8D")
            let mail = try #require(office.mailbox.mails.first)
            let key = try #require(mail.unsubscribe.dropLast().split(separator: "/").last)
            var nobody = office.client
            nobody.token = nil
            nobody.headers = [.init("Content-Type", "application/x-www-form-urlencoded")]
            let page = await nobody.send("GET", "/unsubscribe/\(key)")
            #expect(page.status == 200)
            #expect(page.text.contains("Budi"))
            #expect(await nobody.send("POST", "/unsubscribe/\(key)", "List-Unsubscribe=One-Click").status == 200)
            #expect(await nobody.send("POST", "/unsubscribe/nobody", "List-Unsubscribe=One-Click").status == 404)
            let before = office.mailbox.mails.count
            await office.advance("P30D")
            #expect(office.mailbox.mails.count == before)
            let person = await office.client.send("GET", "/v1/people/\(budi)")
            #expect(person.body["mail"]?.text == "off")
            let notices =
                await office.client.send("GET", "/v1/people/\(budi)/notices?limit=200").body["items"]?.list ?? []
            #expect(notices.contains { $0["state"]?.text == "dropped" })
        }

        @Test func `a mail server that is away loses nothing, and everybody else goes on`() async throws {
            let office = try await Office(["PKSD_MAIL_SERVER": "smtp://127.0.0.1:9"])
            _ = try await office.enter("Budi", "unit_pic")
            _ = await office.client.send("POST", "/v1/agreements", Client.agreement(ref: "a"))
            await office.advance("P8D")
            let mails = await office.client.send("GET", "/v1/mails?limit=200").body["items"]?.list ?? []
            #expect(!mails.isEmpty)
            #expect(mails.allSatisfy { ["pending", "failed"].contains($0["state"]?.text ?? "") })
            #expect(mails.allSatisfy { $0["last_reply"]?.text?.hasPrefix("unreachable") == true })
            let sent = await office.client.send("GET", "/v1/reminders?state=sent&limit=200").body["items"]?.list ?? []
            #expect(!sent.isEmpty)
        }
    }
}
