import Documents
import Testing

extension Processes {
    /// The pages as people use them: in a real Chromium.
    @Suite(.serialized) struct BrowserTests {}
}

extension Processes.BrowserTests {
    @Test(arguments: [true, false])
    func `a paper comes into force by the hands of those whose work it is, with scripts and without`(
        scripts: Bool
    ) async throws {
        let hall = try await TownHall()
        let browser = try await hall.browser(scripts: scripts)
        try await PageJourney(hall: hall, browser: browser).take()
        #expect(try await browser.complaints() == [])
        #expect(try await hall.daemon.verify().status == 0)
    }

    @Test func `somebody signs in by name and password, acts in another office, and signs out`() async throws {
        let hall = try await TownHall()
        let browser = try await hall.browser()
        let link = try await hall.invite("Siti Aminah", ["coordinator", "finance"])
        try await browser.go(link)
        try await browser.fill("#password", with: TownHall.password)
        try await browser.fill("#again", with: "jembatan kayu di atas kali")
        try await browser.press("main button[type=submit]")
        try await browser.see(text: "kedua kata sandi tidak sama")
        try await browser.fill("#password", with: TownHall.password)
        try await browser.fill("#again", with: TownHall.password)
        try await browser.press("main button[type=submit]")
        try await browser.see(text: "Siti Aminah", in: "header")
        try await browser.go(link)
        try await browser.see(text: "tautan undangan ini sudah dipakai")

        try await browser.click(".me > summary")
        try await browser.press("form[action='/sign-out'] button")
        try await browser.go("/agreements?phase=draft")
        #expect(try await browser.path == "/sign-in?to=%2Fagreements%3Fphase%3Ddraft")
        try await signIn(browser, "siti aminah", "jembatan kayu di atas kali")
        try await browser.see("[role=alert]")
        #expect(try await browser.value("#name") == "siti aminah")
        #expect(try await browser.value("#password") == "")
        try await signIn(browser, "siti aminah", TownHall.password)
        #expect(try await browser.path == "/agreements?phase=draft")

        try await browser.see(text: "Bagian Kerja Sama", in: ".me > summary")
        try await browser.click(".me > summary")
        try await browser.press("form[action='/session/role'] button")
        try await browser.see(text: "BPKAD", in: ".me > summary")
        try await browser.press(".language button")
        try await browser.see(text: "Today")
        #expect(try await browser.attribute("lang", of: "html") == "en")
        #expect(try await browser.complaints() == [])
    }

    @Test func `the whole way to a step is walked by keyboard alone`() async throws {
        let hall = try await TownHall()
        _ = try await hall.admin.enter("jkn")
        let browser = try await hall.browser()
        try await hall.seat("unit_pic", at: browser)
        try await browser.deleteCookies()
        try await browser.go("/sign-in")
        try await tab(browser, to: "#name")
        try await browser.type("unit_pic")
        try await tab(browser, to: "#password")
        try await browser.type(TownHall.password)
        try await tab(browser, to: "main button[type=submit]")
        try await browser.leaving { try await browser.type(Key.space) }
        try await tab(browser, to: ".skip")
        try await browser.type(Key.enter)
        try await tab(browser, to: ".work li a")
        try await tab(browser, to: ".work summary")
        try await browser.type(Key.enter)
        try await tab(browser, to: ".work button[type=submit]")
        try await browser.leaving { try await browser.type(Key.enter) }
        #expect(await hall.record("jkn")["state"]?.text == "review")
        #expect(try await browser.path == "/?saved")
        #expect(try await browser.complaints() == [])
    }

    /// Keys without a letter (WebDriver, 17.4.2).
    private enum Key {
        static let enter = "\u{E007}"
        static let tab = "\u{E004}"
        static let space = " "
    }

    /// Goes from one thing to the next until the right one has the focus, and shows it.
    private func tab(_ browser: Browser, to css: String) async throws {
        for _ in 0..<80 {
            try await browser.type(Key.tab)
            let there = try await browser.run(
                """
                const focused = document.activeElement;
                return focused.matches(arguments[0]) && getComputedStyle(focused).outlineStyle !== "none";
                """, .text(css))
            if there.bool == true { return }
        }
        throw Overdue(what: "\(css) by keyboard on \(try await browser.path)")
    }

    private func signIn(_ browser: Browser, _ name: String, _ password: String) async throws {
        try await browser.fill("#name", with: name)
        try await browser.fill("#password", with: password)
        try await browser.press("main button[type=submit]")
    }
}

/// The way of a yearly agreement, as pages take it. It asks of pages nothing that needs a script.
private struct PageJourney {
    let hall: TownHall
    let browser: Browser

    private static let title = "PKS kepesertaan JKN warga Kota Kupang 2026"

    private func by(_ role: String, _ work: () async throws -> Void) async throws {
        try await hall.seat(role, at: browser)
        // Found anew each time, as people do.
        try await browser.go("/agreements?q=kepesertaan")
        try await browser.press("main table a")
        try await work()
    }

    private func document(_ kind: String) async throws {
        try await browser.send(
            form: "document", ["kind": kind, "title": "Naskah \(kind)", "dated": "2026-11-02"])
    }

    private func advance(_ step: String) async throws { try await browser.send(form: "advance-\(step)") }

    private func fund(_ stage: String, _ amount: String) async throws {
        try await browser.send(
            form: "fund",
            ["source": "apbd_ii", "fiscal_year": "2026", "amount": amount, "stage": stage, "reference": "1.02"])
    }

    private func expectState(_ state: String) async throws {
        let record = await hall.record("jkn")
        guard record["state"]?.text == state else {
            let page = try await browser.text("main")
            throw Overdue(what: "\(state) instead of \(record["state"]?.text ?? "nothing"): \(page)")
        }
    }

    func take() async throws {
        try await create()
        try await by("unit_pic") {
            try await browser.see(text: "KAK belum dilampirkan")
            #expect(try await browser.count("#form-advance-submit") == 0)
            try await browser.send(form: "amend-subject", ["fields.subject": "Kepesertaan JKN"])
            try await browser.send(form: "amend-people_target", ["fields.people_target": "1.000"])
            try await browser.send(
                form: "document-terms_of_reference", ["title": "KAK", "dated": "2026-11-02"])
            try await advance("submit")
        }
        try await expectState("review")
        try await by("tkksd") {
            try await document("review_minutes")
            try await advance("find-workable")
        }
        try await negotiate()
        try await by("unit_head") {
            try await browser.send(form: "sign-pemda", ["signed_on": "2026-11-02", "number": "12/PKS/2026"])
            try await browser.see(text: "2 November 2026, ", in: "#parties ~ div")
        }
        try await expectState("partly-signed")
        try await by("bpjs_head") {
            try await browser.send(form: "sign-bpjs", ["signed_on": "2026-11-02", "number": "7/KTR/2026"])
        }
        try await expectState("signed")
        try await by("unit_pic") { try await document("member_decree") }
        try await by("coordinator") {
            try await document("signed_copy")
            try await advance("register")
        }
        try await expectState("funding")
        try await settle()
        try await renew()
    }

    private func create() async throws {
        try await hall.seat("coordinator", at: browser)
        try await browser.go("/agreements/new")
        try await browser.send(
            form: "new",
            [
                "workflow": "jkn-pd-pemda", "kind": "pks", "program": "jkn", "title": Self.title,
                "region": "kota kupang",
                "ref": "jkn", "valid_from": "2026-01-01", "valid_until": "2026-12-31",
                "parties.0.name": "Pemerintah Kota Kupang", "parties.0.signatory.name": "dr. Retno",
                "parties.0.signatory.office": "Wali Kota Kupang", "parties.1.name": "BPJS Kesehatan Cabang Kupang",
                "parties.1.signatory.name": "dr. Fauzi", "parties.1.signatory.office": "Kepala Cabang Kupang",
            ])
        #expect(try await browser.text("h1") == Self.title)
    }

    /// The money does not pay for everybody, and the secretary answers for that.
    private func negotiate() async throws {
        try await by("unit_pic") {
            try await browser.send(
                form: "members",
                ["segment": "pbpu_bp_pemda", "from": "2026-01", "until": "2026-12", "count": "1.000", "source": "SK"])
        }
        try await by("finance") { try await fund("rka", "100.000.000") }
        try await by("legal") { try await document("final_draft") }
        try await by("secretary") {
            try await browser.send(
                form: "amend-needs_council_consent", ["fields.needs_council_consent": "false"])
            try await browser.send(form: "waive-budget", ["reason": "Selisih ditutup APBD perubahan"])
            try await browser.see(text: "dikesampingkan: Selisih ditutup APBD perubahan")
        }
        try await by("coordinator") { try await advance("finalise") }
        try await by("secretary") { try await advance("finish-initials") }
        try await expectState("ready-to-sign")
    }

    private func settle() async throws {
        try await by("finance") {
            try await fund("apbd", "500.000.000")
            try await fund("dpa", "500.000.000")
            try await browser.send(form: "bill", ["month": "2026-11", "amount": "37.800.000", "heads": "1.000"])
            try await browser.send(form: "pay-2026-11", ["amount": "37.000.000", "paid_on": "2026-11-02"])
            try await browser.see(text: "Rp800.000", in: "#bills ~ div")
            try await browser.send(form: "note", ["text": "Sisa dibayar minggu depan"])
            try await browser.see(text: "Sisa dibayar minggu depan")
        }
        try await expectState("in-force")
    }

    private func renew() async throws {
        try await by("coordinator") {
            try await browser.press("#papers ~ p a.button")
            #expect(try await browser.value("[id='new-valid_from']") == "2027-01-01")
            #expect(try await browser.value("[id='new-valid_until']") == "2027-12-31")
            #expect(try await browser.value("[id='new-parties.1.signatory.name']") == "dr. Fauzi")
            try await browser.send(form: "new", ["ref": "jkn-2027"])
            try await browser.see(text: "Memperpanjang", in: "#papers ~ ul")
        }
        let (earlier, later) = (await hall.record("jkn"), await hall.record("jkn-2027"))
        #expect(later["renews"] == earlier["id"])
        #expect(later["funding"]?.list ?? [] == [])
    }
}
