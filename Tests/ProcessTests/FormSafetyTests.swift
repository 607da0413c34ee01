import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// What a form brings with it, whoever sends it: how much, in whose name, and what becomes of it when a session is over.
    @Suite struct FormSafetyTests {
        private static let form = "application/x-www-form-urlencoded"

        private func hall(_ role: String = "admin") async throws -> (Daemon, PageReader) {
            let daemon = try await Daemon()
            return (daemon, try await PageReader(daemon, named: "Siti Aminah", role: role))
        }

        private func stranger(_ daemon: Daemon, _ type: String = form) -> Client {
            Client(address: daemon.address, headers: [.init("Content-Type", type)])
        }

        private static func file(_ name: String, _ text: String, boundary: String = "batas") -> String {
            """
            --\(boundary)\r\nContent-Disposition: form-data; name="kind"\r\n\r\nagreements\r
            --\(boundary)\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\n\r\n\(text)\r
            --\(boundary)--\r\n
            """
        }

        // MARK: A session that is over

        @Test func `passwords that were typed are never shown or kept`() async throws {
            let (daemon, siti) = try await hall()
            let typed = [("old", "rahasia yang lama sekali"), ("password", "rahasia baru sekali")]
            let body = PageReader.encoded(typed + [("request", "r1")])
            let asked = await stranger(daemon).send("POST", "/me/password", body)
            let resumed = await siti.post("/me/password", typed, isOurs: false)
            for answer in [asked, resumed] {
                #expect(answer.text.contains("ata sandi"))
                #expect(!answer.text.contains("rahasia"))
            }
            #expect(asked.text.contains("elum ada yang diubah"))
            #expect(resumed.text.contains("href=\"/me\"") || resumed.text.contains("href=\"/\""))
        }

        @Test func `what is kept through signing in shows what was typed, and nothing of ours`() async throws {
            let (daemon, siti) = try await hall()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            try await client.enter("a")
            let path = "/agreements/\(await client.send("GET", "/v1/agreements/a").body["id"]?.text ?? "")"
            let page = await siti.get(path)
            let signedOut = await siti.post("/sign-out")
            #expect(signedOut.status == 303)
            let asked = try await siti.fill("note", on: page, [("kind", "comment"), ("text", "Wali kota setuju")])
            #expect(asked.status == 403 && asked.text.contains("Wali kota setuju"))
            // The language is switched on a page that can be asked for.
            #expect(!asked.text.contains("name=\"to\" value=\"\(path)/note\"><input type=\"hidden\" name=\"language\""))
            let kept = asked.text.matches(of: #/name="(kept\.[^"]*)" value="([^"]*)"/#).map {
                (String($0.output.1), String($0.output.2))
            }
            let resumed = await stranger(daemon).send(
                "POST", "/sign-in",
                PageReader.encoded(
                    kept + [("to", path + "/note"), ("name", "siti aminah"), ("password", PageReader.password)]))
            #expect(resumed.status == 200, "\(resumed.text)")
            #expect(resumed.text.contains("<dd>Wali kota setuju</dd>"))
            for name in ["form", "back", "shown", "seen", "version", "request"] {
                #expect(!resumed.text.contains("<dt>\(name)</dt>"), "\(name)")
            }
        }

        @Test func `a refused form stands on a page that can be asked for again`() async throws {
            let (daemon, siti) = try await hall()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            try await client.enter("a")
            let path = "/agreements/\(await client.send("GET", "/v1/agreements/a").body["id"]?.text ?? "")"
            var page = await siti.get(path)
            for _ in 0..<2 {
                page = try await siti.fill(
                    "fund", on: page,
                    [("source", "apbd_ii"), ("fiscal_year", "2027"), ("amount", "banyak"), ("stage", "dpa")])
                #expect(page.status == 422)
                #expect(page.text.contains("name=\"to\" value=\"\(path)\""), "the language")
                #expect(page.text.contains("<a href=\"\(path)\">Muat ulang"), "the news")
            }
        }

        // MARK: How much

        @Test func `a stranger brings no more than a page of text, and hears what was not kept`() async throws {
            let (daemon, siti) = try await hall()
            let many = (0..<3_000).map { "f\($0)=x" }.joined(separator: "&")
            #expect(await stranger(daemon).send("POST", "/sign-in", many).status == 413)
            #expect(await siti.client.send("POST", "/agreements/bulk", many).status == 413)
            let large = "content=" + String(repeating: "x", count: 2_000_000)
            let sheet = Self.file("a.csv", String(repeating: "x", count: 2_000_000))
            let small = Self.file("a.csv", "judul\nA")
            for (type, body) in [
                (Self.form, large), ("multipart/form-data; boundary=batas", sheet),
                ("multipart/form-data; boundary=batas", small),
            ] {
                let answer = await stranger(daemon, type).send("POST", "/import", body)
                #expect(answer.status == 403, "\(answer.text.prefix(1_000))")
                #expect(answer.text.contains("erkas"), "\(answer.text.prefix(1_000))")
                #expect(answer.text.utf8.count < 100_000)
            }
        }

        @Test func `a file may have a semicolon in its name`() async throws {
            let (daemon, siti) = try await hall()
            let token = try #require(
                await siti.get("/import").text.firstMatch(of: #/name="form_token" value="([^"]*)"/#)
            ).output.1
            var client = siti.client
            client.headers.append(.init("Content-Type", "multipart/form-data; boundary=batas"))
            let body = Self.file("rekap; 2026.csv", "apa,itu\n1,2").replacing(
                "--batas--",
                with: "--batas\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(token)\r\n--batas--")
            let answer = await client.send("POST", "/import", body)
            #expect(answer.text.contains("name=\"name\" value=\"rekap; 2026.csv\""), "\(answer.text.prefix(3_000))")
            #expect(daemon.process.isRunning)
        }

        @Test func `a page that fails leaves no secret of its address in the log`() async throws {
            let (daemon, _) = try await hall()
            let invited = try await Programs.pksd(
                ["invite", "--name", "Budi", "--role", "legal", "--state-dir", daemon.state])
            let link = try #require(invited.output.firstRange(of: "/invitation/"), "\(invited.errors)")
            let path = invited.output[link.lowerBound...].prefix { !$0.isWhitespace }.description
            // Somebody else writes, for longer than the daemon waits.
            let program = """
                import sqlite3, time
                ledger = sqlite3.connect("\(daemon.state)/pksd.sqlite", isolation_level=None)
                ledger.execute("BEGIN IMMEDIATE")
                print("held", flush=True)
                time.sleep(600)
                """
            let output = daemon.directory + "/held"
            let holder = try Programs.start(
                "/usr/bin/env", ["python3", "-c", program], output: output, errors: output + "-errors")
            defer { holder.terminate() }
            _ = try await eventually("the ledger is held") {
                try String(contentsOfFile: output, encoding: .utf8).contains("held") ? true : nil
            }
            let typed = [("password", PageReader.password), ("again", PageReader.password)]
            let answer = await stranger(daemon).send("POST", path + "?x=rahasia", PageReader.encoded(typed))
            #expect((answer.status ?? 0) >= 500)
            #expect(daemon.log.contains("a page failed") && daemon.log.contains("/invitation/"))
            #expect(!daemon.log.contains(path) && !daemon.log.contains("rahasia"))
        }

        // MARK: In whose name

        @Test func `a form from nowhere is refused, one by the public address is not`() async throws {
            let daemon = try await Daemon([], ["PKSD_PUBLIC_URL": "https://pksd.contoh.go.id"])
            func signIn(_ origin: String) async -> Client.Answer {
                var client = stranger(daemon)
                client.headers.append(.init("Origin", origin))
                return await client.send("POST", "/sign-in", "name=siti&password=x")
            }
            #expect(await signIn("null").text.contains("bukan dari sini"))
            #expect(await signIn("https://pksd.contoh.go.id.example").text.contains("bukan dari sini"))
            for origin in ["https://pksd.contoh.go.id", daemon.address] {
                #expect(await !signIn(origin).text.contains("bukan dari sini"), "\(origin)")
            }
        }
    }
}
