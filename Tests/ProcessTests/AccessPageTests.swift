import Documents
import Foundation
import Testing

extension Processes {
    /// The pages about who is let in: tokens, people's accounts, and the access log, without a script.
    @Suite struct AccessPageTests {
        private static let tokens = "/operations/tokens"
        private static let log = "/operations/access-log"
        private static let hostile = "\"><img src=x onerror=alert(1)>{{frame.title}}[[a|b]]"
        private static let bytesMax = 100_000

        private struct Office {
            let daemon: Daemon
            /// With a token, to see what is there.
            let client: Client
            let admin: PageReader

            init() async throws {
                daemon = try await Daemon()
                client = Client(address: daemon.address, token: try await daemon.token("admin", name: "pembuat"))
                admin = try await PageReader(daemon, named: "Rangga", role: "admin")
            }

            func reader(_ name: String, _ role: String, _ regions: String...) async throws -> PageReader {
                try await PageReader(daemon, named: name, role: role, regions: regions)
            }

            func tokens() async -> [JSON] { await client.send("GET", "/v1/tokens").body["items"]?.list ?? [] }

            /// The page about somebody.
            func page(of name: String) async throws -> String {
                let people = await client.send("GET", "/v1/people").body["items"]?.list ?? []
                let person = try #require(people.first { $0["name"]?.text == name })
                return "/operations/people/\(person["id"]?.text ?? "")"
            }
        }

        private static func token(_ changes: [String: String] = [:]) -> [(String, String)] {
            [("name", "SIPD"), ("role", "integration"), ("regions", "53.71"), ("expires_at", "")]
                .map { ($0.0, changes[$0.0] ?? $0.1) }
        }

        /// What no page may hold, whoever typed what.
        private func check(_ answer: Client.Answer, _ status: Int = 200, _ what: String) {
            #expect(answer.status == status, "\(what): \(answer.status ?? 0) \(answer.text.prefix(2_000))")
            #expect(answer.header("cache-control") == "no-store", "\(what)")
            #expect(!answer.text.contains("<img"), "\(what)")
            #expect(!answer.text.replacing("[[a|b]]", with: "").contains("[["), "\(what)")
            #expect(answer.text.utf8.count < Self.bytesMax, "\(what)")
        }

        // MARK: Who sees what

        @Test func `each office reaches what is its own, and nothing links to the rest`() async throws {
            let office = try await Office()
            let readers = [
                ("admin", office.admin, true, true),
                ("coordinator", try await office.reader("Siti", "coordinator", "53.71"), true, false),
                ("auditor", try await office.reader("Agus", "auditor"), false, true),
                ("auditor of a region", try await office.reader("Tuti", "auditor", "53"), false, false),
                ("PIC", try await office.reader("Budi", "bpjs_pic", "53.71"), false, false),
            ]
            for (name, reader, mayManage, mayRead) in readers {
                for language in ["id", "en"] {
                    let overview = await reader.get("/operations", language: language)
                    check(overview, 200, name)
                    for (path, may) in [(Self.tokens, mayManage), (Self.log, mayRead)] {
                        check(await reader.get(path, language: language), may ? 200 : 403, "\(name) \(path)")
                        #expect(overview.text.contains("href=\"\(path)\"") == may, "\(name) \(path)")
                    }
                }
                guard !mayManage else { continue }
                check(await reader.post(Self.tokens, Self.token()), 403, "\(name) makes a token")
                let revoke = "\(Self.tokens)/\(await office.tokens()[0]["id"]?.text ?? "")/revoke"
                check(await reader.get(revoke), 403, "\(name) asks to revoke")
                check(await reader.post(revoke), 403, "\(name) revokes")
            }
            #expect(await office.tokens().count == 1, "only the one that this test looks with")
        }

        @Test func `the page about somebody offers what its reader may do, and no address does more`() async throws {
            let office = try await Office()
            let budi = try await office.reader("Budi", "bpjs_pic", "53.71")
            let siti = try await office.reader("Siti", "coordinator", "53.71")
            let agus = try await office.reader("Agus", "auditor")
            let page = try await office.page(of: "Budi")
            let acts = ["invite", "disable", "sessions"]
            for (name, reader, offered) in [
                ("admin", office.admin, acts), ("coordinator", siti, []), ("auditor", agus, []),
                ("themselves", budi, []),
            ] {
                let answer = await reader.get(page)
                check(answer, 200, name)
                #expect(answer.text.contains("Masuk dengan nama"), "\(name)")
                for act in acts {
                    #expect(answer.text.contains("\(page)/\(act)\"") == offered.contains(act), "\(name) \(act)")
                }
            }
            let rangga = try await office.page(of: "Rangga")
            check(await budi.get(rangga), 404, "somebody else")
            #expect(!(await siti.get(rangga)).text.contains("Masuk dengan nama"), "who is not theirs to look after")
            for (reader, path) in [
                (siti, page + "/disable"), (siti, page + "/invite"), (siti, page + "/delete"),
                (siti, rangga + "/invite"), (agus, page + "/invite"),
                (budi, page + "/invite"),
                (agus, page + "/disable"), (siti, page + "/enable"), (siti, page + "/sessions/x/end"),
            ] { check(await reader.post(path), 403, path) }
            check(await siti.get(page + "/sessions"), 403, "sessions")
            check(await office.admin.post(rangga + "/disable"), 409, "their own account")
            check(await office.admin.post(page + "/sessions/x/end"), 404, "a session that is not there")
            check(await budi.get("/"), 200, "nobody was let out")
        }

        // MARK: Tokens

        @Test func `a token made on the page is shown once, lets in, and is revoked`() async throws {
            let office = try await Office()
            let form = await office.admin.get(Self.tokens)
            check(form, 200, "the form")
            let made = await office.admin.post(
                Self.tokens, Self.token(["name": Self.hostile, "expires_at": "2099-12-31"]))
            check(made, 200, "made")
            let text = try #require(made.text.firstMatch(of: #/pksd_[A-Za-z0-9_-]{43}/#)).output
            let bearer = Client(address: office.daemon.address, token: String(text))
            #expect(await bearer.send("GET", "/v1/agreements").status == 200)
            for language in ["id", "en"] {
                let list = await office.admin.get(Self.tokens, language: language)
                check(list, 200, "list")
                #expect(!list.text.contains(text) && list.text.contains("onerror") && list.text.contains("Rangga"))
            }
            #expect(!office.daemon.log.contains(text))
            let id = try #require(await office.tokens().last?["id"]?.text)
            let revoke = "\(Self.tokens)/\(id)/revoke"
            check(await office.admin.get(revoke), 200, "confirm")
            #expect(await bearer.send("GET", "/v1/agreements").status == 200, "asking revokes nothing")
            #expect(await office.admin.post(revoke).status == 303)
            #expect(await bearer.send("GET", "/v1/agreements").status == 401)
            check(await office.admin.post(revoke), 404, "a second time")
        }

        @Test func `a wrong form says what is wrong beside its field, keeps what was typed, and makes nothing`()
            async throws
        {
            let office = try await Office()
            let siti = try await office.reader("Siti", "coordinator", "53.71")
            let count = await office.tokens().count
            for (reader, field, value, says) in [
                (office.admin, "name", "", "wajib diisi"),
                (office.admin, "name", String(repeating: "é", count: 201), "200"),
                (office.admin, "name", "5371014107900001", "NIK"), (office.admin, "name", "a\u{7}b", "kendali"),
                (office.admin, "role", "rajah", "bukan salah satu"), (office.admin, "role", "system", "pksd sendiri"),
                (office.admin, "regions", "99.99", "99.99"), (office.admin, "regions", Self.hostile, "tidak ada"),
                (office.admin, "expires_at", "2020-01-01", "sudah lewat"),
                (office.admin, "expires_at", "9999999999-99-99", "tanggal"),
                (siti, "role", "admin", "melebihi"), (siti, "regions", "", "melebihi"),
                (siti, "regions", "17", "melebihi"),
                (siti, "name", "Rangga", "nama seseorang"),
            ] {
                let answer = await reader.post(Self.tokens, Self.token([field: value]))
                check(answer, 422, "\(field) \(value)")
                #expect(answer.text.contains(says), "\(field) \(value)")
                #expect(answer.text.contains("aria-invalid") || answer.text.contains("role=\"alert\""))
                if field != "name" { #expect(answer.text.contains("value=\"SIPD\"")) }
            }
            _ = await office.admin.post(Self.tokens, Self.token(), isOurs: false)
            #expect(await office.tokens().count == count)
        }

        // MARK: Accounts and the log

        @Test func `an invitation from the page lets in, disabling lets out, and the log tells all of it in words`()
            async throws
        {
            let office = try await Office()
            let name = "Dewi <img src=x>"
            let person = await office.client.send(
                "POST", "/v1/people", "{\"name\":\"\(name)\",\"roles\":[\"legal\"],\"regions\":[\"53.71\"]}")
            #expect(person.status == 201)
            let page = try await office.page(of: name)
            func invite() async throws -> String {
                let answer = await office.admin.post(page + "/invite")
                check(answer, 200, "invitation")
                return String(try #require(answer.text.firstMatch(of: #/\/invitation\/[A-Za-z0-9_-]{43}/#)).output)
            }
            let earlier = try await invite()
            let dewi = try await PageReader(office.daemon, invitation: try await invite())
            await #expect(throws: Overdue.self) { try await PageReader(office.daemon, invitation: earlier) }
            check(await dewi.get("/"), 200, "signed in")

            let sessions = await office.admin.get(page + "/sessions")
            check(sessions, 200, "sessions")
            let end = try #require(sessions.text.firstMatch(of: #/href="([^"]+\/end)"/#)).output.1
            check(await office.admin.get(String(end)), 200, "confirm")
            check(await dewi.get("/"), 200, "asking ends nothing")
            #expect(await office.admin.post(String(end)).status == 303)
            #expect(await dewi.get("/").status == 303, "signed out")

            let again = try await PageReader(office.daemon, invitation: try await invite())
            check(await office.admin.get(page + "/disable"), 200, "confirm")
            #expect(await office.admin.post(page + "/disable").status == 303)
            #expect(await again.get("/").status == 303, "let out")
            let disabled = await office.admin.get(page)
            #expect(disabled.text.contains("dinonaktifkan sejak") && disabled.text.contains("\(page)/enable\""))
            check(await office.admin.post(page + "/invite"), 409, "a disabled account is not invited")
            #expect(await office.admin.post(page + "/enable").status == 303)

            let indonesian = await office.admin.get(Self.log)
            let english = await office.admin.get(Self.log, language: "en")
            for (answer, words) in [
                (
                    indonesian,
                    [
                        "membuat undangan: Dewi", "mengakhiri sesi: Dewi", "menonaktifkan akun: Dewi",
                        "mengaktifkan akun: Dewi",
                        "menetapkan kata sandi: lewat undangan", "masuk: Bagian Hukum", "membaca yang peka: sesi Dewi",
                    ]
                ),
                (
                    english,
                    [
                        "signed in: legal office", "disabled an account: Dewi",
                        "read what is sensitive: the access log", "the sessions of Dewi",
                    ]
                ),
            ] {
                check(answer, 200, "log")
                for word in words { #expect(answer.text.contains(word), "\(word)") }
            }
        }

        @Test func `the log is asked by act and by name, and goes on where its page ends`() async throws {
            let office = try await Office()
            check(await office.admin.get(Self.log + "?act=steal"), 400, "no such act")
            check(await office.admin.get(Self.log + "?before=-1"), 400, "no such place")
            _ = await office.admin.post(Self.tokens, Self.token(["name": Self.hostile]))
            func rows(_ answer: Client.Answer) -> Int {
                answer.text.components(separatedBy: "<tr><th scope=\"row\"").count - 1
            }
            let made = await office.admin.get(Self.log + "?act=token_made")
            check(made, 200, "by act")
            // That of the command line on the machine, and this one.
            #expect(rows(made) == 2 && made.text.contains("onerror"))
            #expect(rows(await office.admin.get(Self.log + "?who=rangga&act=sign_in")) == 1)
            #expect(rows(await office.admin.get(Self.log + "?who=nobody%22%3E%3Cimg%3E")) == 0)
            for _ in 0..<55 { _ = await office.admin.get(Self.log) }
            let first = await office.admin.get(Self.log + "?act=read_sensitive&who=Rangga")
            check(first, 200, "first")
            #expect(rows(first) == 50)
            let next = try #require(first.text.firstMatch(of: #/href="([^"]+before=[0-9]+)"/#)).output.1
            let second = await office.admin.get(String(next.replacing("&amp;", with: "&")))
            check(second, 200, "second")
            // 55, and the three before them.
            #expect(rows(second) == 8 && !second.text.contains("Selanjutnya"))
        }
    }
}
