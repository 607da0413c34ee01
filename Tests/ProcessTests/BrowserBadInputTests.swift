import Courier
import Documents
import Testing

extension Processes.BrowserTests {
    @Test func `each mistake stands beside its field, which keeps what was typed and has the focus`() async throws {
        let hall = try await TownHall()
        let browser = try await hall.browser()
        try await hall.seat("coordinator", at: browser)
        try await browser.go("/agreements/new")
        let long = String(repeating: "panjang ", count: 1_250)
        try await browser.run("document.querySelector('[name=title]').value = arguments[0]", .text(long))
        try await browser.send(
            form: "new",
            [
                "workflow": "jkn-pd-pemda", "kind": "pks", "region": "Atlantis", "valid_from": "2027-01-01",
                "parties.0.name": "Pemkot", "parties.1.name": "BPJS",
            ])
        try await expectError("title", "paling panjang 500 huruf", browser)
        #expect(try await browser.value("[id='new-region']") == "Atlantis")
        #expect(try await browser.value("[id='new-title']").count >= 9_999)
        #expect(try await browser.value("[id='new-valid_from']") == "2027-01-01")
        #expect(try await browser.value("[id='new-parties.1.name']") == "BPJS")
        try await browser.send(form: "new", ["title": "PKS"])
        try await expectError("region", "tidak dikenal", browser)
        #expect(try await browser.value("[id='new-title']") == "PKS")
        #expect(await hall.admin.send("GET", "/v1/agreements").body["items"]?.list == [])

        try await browser.send(form: "new", ["region": "Kota Kupang", "ref": "jkn"])
        #expect(try await browser.text("h1") == "PKS")
        #expect(try await browser.complaints() == [])
    }

    /// The field knows of its error, and the reader stands in it.
    private func expectError(_ field: String, _ says: String, _ browser: Browser) async throws {
        let css = "[id='new-\(field)']"
        #expect(try await browser.attribute("aria-invalid", of: css) == "true")
        let described = try await browser.attribute("aria-describedby", of: css)?.split(separator: " ") ?? []
        #expect(described.contains("new-\(field)-error"))
        #expect(try await browser.text("[id='new-\(field)-error']").contains(says))
        #expect(try await browser.run("return document.activeElement.id") == .text("new-\(field)"))
    }

    @Test func `a figure that is none comes back with a word about it, on the page where it was typed`() async throws {
        let hall = try await TownHall()
        try await hall.admin.enter("jkn")
        let browser = try await hall.browser(scripts: false)
        try await hall.seat("finance", at: browser)
        try await browser.go("/agreements?q=jkn")
        try await browser.press("main table a")
        let version = await hall.record("jkn")["version"]
        for amount in ["lima ratus juta", "-1", "99.999.999.999.999.999.999", "1,5"] {
            try await browser.send(form: "fund", ["amount": amount, "fiscal_year": "2027"])
            let error = try await browser.text("[id='fund-amount-error']")
            #expect(!error.isEmpty, "\(amount)")
            #expect(try await browser.value("[id='fund-amount']") == amount)
            #expect(try await browser.count("#open-fund[open]") == 1)
        }
        #expect(await hall.record("jkn")["version"] == version)
        try await browser.send(form: "fund", ["amount": "Rp 500.000.000,00"])
        try await browser.see(text: "Rp500.000.000", in: "#money ~ .scroll")
    }

    @Test func `a session that ends while somebody types loses nothing of it`() async throws {
        let hall = try await TownHall()
        try await hall.admin.enter("jkn")
        let browser = try await hall.browser()
        try await hall.seat("unit_pic", at: browser)
        try await browser.go("/agreements?q=jkn")
        try await browser.press("main table a")
        let note = "Wali kota setuju \"lisan\" <b>hari ini</b>\nbaris kedua"
        try await browser.fill(form: "note", ["text": note])
        try await browser.deleteCookies()
        try await browser.press("#form-note button[type=submit]")
        try await browser.see(text: "Yang Anda ketik masih ada")
        for password in ["salah sama sekali ini", TownHall.password] {
            try await browser.fill("#name", with: "unit_pic")
            try await browser.fill("#password", with: password)
            try await browser.press("main button[type=submit]")
        }
        try await browser.see(text: "Belum ada yang diubah")
        try await browser.see(text: "<b>hari ini</b>")
        #expect(await hall.record("jkn")["notes"]?.list ?? [] == [])
        try await browser.press("main button[type=submit]")
        try await browser.see(text: "<b>hari ini</b>")
        let kept = await hall.record("jkn")["notes"]?.list?.first?["text"]?.text
        #expect(kept?.replacing("\r\n", with: "\n") == note)
        #expect(try await browser.complaints() == [])
    }

    private static let titles = [
        "</title><script>window.harm = 1</script>", "\"><img src=x onerror=\"window.harm = 2\">",
        // A quotation mark that wears an accent is one character to Swift, and the end of an attribute to a browser.
        "\"\u{301} onfocus=window.harm=3 autofocus x=\"\u{301}", "'\u{301} onmouseover=window.harm=4 '",
        "{{title}} {{{frame}}} [[Indonesia|English]]", "Perjanjian 👩🏽‍⚕️🇮🇩 e\u{301}",
        "مذكرة تفاهم \u{202E}terbalik", "&lt;b&gt; &amp;amp;",
    ]

    @Test func `titles that look like code, emoji and letters from the right are shown as they are`() async throws {
        let hall = try await TownHall()
        var ids: [String] = []
        for (number, title) in Self.titles.enumerated() {
            let quoted = try CanonicalJSON.text(JSON.text(title))
            let body = Client.agreement(ref: "t\(number)")
                .replacing("\"PKS t\(number)\"", with: quoted).replacing("\"Pemerintah Kota Kupang\"", with: quoted)
            let answer = await hall.admin.send("POST", "/v1/agreements", body)
            #expect(answer.status == 201, "\(answer.text)")
            ids.append(answer.body["id"]?.text ?? "")
        }
        let browser = try await hall.browser()
        try await hall.seat("unit_pic", at: browser)
        func check(_ path: String, shows css: String, _ titles: [String], attribute: String? = nil) async throws {
            try await browser.go(path)
            let texts = try await browser.run(
                """
                const [css, attribute] = arguments;
                return [...document.querySelectorAll(css)].map((e) => attribute ? e.getAttribute(attribute) : e.textContent);
                """, .text(css), attribute.map { .text($0) } ?? .null)
            let shown = Set(texts.list?.compactMap { $0.text?.unicodeScalars.map(\.value) } ?? [])
            for title in titles { #expect(shown.contains(title.unicodeScalars.map(\.value)), "\(path) \(title)") }
            #expect(try await browser.run("return window.harm ?? null") == .null)
            let foreign = "main script, main img[onerror], [onfocus], [onmouseover], main b:not(.figures b)"
            #expect(try await browser.count(foreign) == 0, "\(path)")
        }
        try await check("/", shows: "main h2 bdi", Self.titles)
        try await check("/agreements", shows: "main table bdi", Self.titles)
        try await check("/agreements", shows: "tbody input", Self.titles, attribute: "aria-label")
        try await check("/agreements/board", shows: "main h3 bdi", Self.titles)
        for (id, title) in zip(ids, Self.titles) {
            try await check("/agreements/\(id)", shows: "h1 bdi", [title])
            try await check("/agreements/\(id)", shows: "#parties ~ div th bdi", [title])
            try await check("/agreements/\(id)", shows: "#term-title", [title], attribute: "value")
        }
        #expect(try await browser.complaints() == [])
    }

    @Test func `a form of another site, or with a token that is not ours, changes nothing`() async throws {
        let hall = try await TownHall()
        try await hall.admin.enter("jkn")
        let browser = try await hall.browser()
        try await hall.seat("coordinator", at: browser)
        let record = await hall.record("jkn")
        let path = "/agreements/\(record["id"]?.text ?? "")"
        try await browser.go(path)
        let token = try await browser.value("#form-note [name=form_token]")
        let cookie = try await browser.cookie("pksd")["value"]?.text ?? ""
        func send(token: String, _ headers: [(String, String)]) async -> Client.Answer {
            var client = Client(address: hall.daemon.address, token: nil)
            client.headers = [.init("Cookie", "pksd=\(cookie)"), .init("Accept", "text/html")]
            client.headers += headers.map { .init($0.0, $0.1) }
            let version = record["version"]?.integer ?? 0
            return await client.send(
                "POST", path + "/note", "form=note&version=\(version)&kind=comment&text=asing&form_token=\(token)")
        }
        let port = hall.daemon.address.split(separator: ":").last ?? ""
        let foreign = ["http://evil.example", "http://127.0.0.1:1", "http://127.0.0.1.evil.example:\(port)"]
        for origin in foreign { #expect(await send(token: token, [("Origin", origin)]).status == 403, "\(origin)") }
        #expect(await send(token: token, [("Sec-Fetch-Site", "cross-site")]).status == 403)
        for wrong in ["", "x", String(token.dropLast()), token + "x"] {
            #expect(await send(token: wrong, []).text.contains("Belum ada yang diubah"), "\(wrong)")
        }
        // A page from nowhere, with the reader signed in beside it.
        let form = "<form method=post action=\(hall.daemon.address)\(path)/note><input name=text value=asing></form>"
        try await browser.visit("data:text/html,\(form)")
        try await browser.leaving { try await browser.run("document.forms[0].submit()") }
        try await browser.see(text: "bukan dari sini")
        #expect(await hall.record("jkn") == record)
        #expect(await send(token: token, [("Origin", hall.daemon.address)]).status == 303)
        #expect(await hall.record("jkn")["notes"]?.list?.count == 1)
    }
}
