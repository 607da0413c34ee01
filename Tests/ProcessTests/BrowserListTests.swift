import Documents
import Testing

extension Processes.BrowserTests {
    @Test func `a step is taken for many at once after a look at what comes of each`() async throws {
        let hall = try await TownHall()
        for ref in ["a", "b"] { try await hall.admin.enter(ref) }
        let lacking = Client.agreement(ref: "c").replacing("\"people_target\":1000,", with: "")
        #expect(await hall.admin.send("POST", "/v1/agreements", lacking).status == 201)
        let browser = try await hall.browser()
        try await hall.seat("unit_pic", at: browser)
        try await browser.go("/agreements")
        try await browser.press("main form[action='/agreements/bulk'] button")
        try await browser.see(text: "pilih perjanjian dan langkahnya")
        for row in 1...3 { try await browser.click("tbody tr:nth-child(\(row)) input[type=checkbox]") }
        try await browser.fill("#transition", with: "submit")
        try await browser.press("main form[action='/agreements/bulk'] button")
        try await browser.see(text: "2 dari 3 bisa; belum ada yang diubah.")
        try await browser.see(text: "Sasaran peserta belum diisi", in: ".marks")
        #expect(await hall.record("a")["state"]?.text == "initiated")
        try await browser.press("#form-bulk button")
        try await browser.see(text: "2 dari 2 dilakukan.")
        for (ref, state) in [("a", "review"), ("b", "review"), ("c", "initiated")] {
            #expect(await hall.record(ref)["state"]?.text == state, "\(ref)")
        }
        #expect(try await browser.complaints() == [])
    }

    @Test func `what was found is kept under a name of one's own`() async throws {
        let hall = try await TownHall()
        for ref in ["satu", "dua"] { try await hall.admin.enter(ref) }
        let browser = try await hall.browser()
        try await hall.seat("coordinator", at: browser)
        try await browser.go("/agreements")
        #expect(try await browser.count("tbody tr") == 2)
        try await browser.fill("#filter-q", with: "satu")
        try await browser.press("main form[method=get] button")
        #expect(try await browser.count("tbody tr") == 1)
        try await browser.click("#keep > summary")
        try await browser.fill("#view-name", with: "Punya saya & \"satu\"")
        try await browser.press("#keep button")
        try await browser.go("/agreements")
        #expect(try await browser.text("main p a[href*='q=satu']") == "Punya saya & \"satu\"")
        try await browser.press("main p a[href*='q=satu']")
        #expect(try await browser.count("tbody tr") == 1)

        try await browser.go("/agreements/board")
        try await browser.press(".board article a")
        #expect(try await browser.text("h1").hasPrefix("PKS "))
        #expect(try await browser.complaints() == [])
    }

    @Test func `another window changes by itself, but not under the hands of somebody who types`() async throws {
        let hall = try await TownHall()
        try await hall.admin.enter("jkn")
        let (reader, writer) = (try await hall.browser(), try await hall.browser())
        try await hall.seat("coordinator", at: reader)
        try await hall.seat("unit_pic", at: writer)
        let id = await hall.record("jkn")["id"]?.text ?? ""
        // A page that were loaded anew would forget this.
        for browser in [reader, writer] {
            try await browser.go("/agreements/\(id)")
            try await browser.run("window.stays = true")
        }
        try await writer.fill(form: "note", ["text": "Baru setengah"])
        try await hall.admin.note("Dari seberang", on: "jkn")
        try await reader.see(text: "Dari seberang")
        #expect(try await reader.run("return window.stays") == true)
        #expect(try await reader.count("[data-news][hidden]") == 1)
        try await writer.see("[data-news]:not([hidden])")
        #expect(try await writer.value("#form-note textarea") == "Baru setengah")
        #expect(try await writer.count("main:not(:empty)") == 1)

        // Pressing the button all the same is a race, which is said and can be gone on with.
        try await writer.press("#form-note button[type=submit]")
        try await writer.see(text: "admin: ", in: "#form-note [role=alert]")
        try await writer.see(text: "Dari seberang", in: "#form-note [role=alert]")
        #expect(try await writer.value("#form-note textarea") == "Baru setengah")
        #expect(try await writer.run("return document.activeElement.matches('[role=alert]')") == true)
        try await writer.press("#form-note button[type=submit]")
        try await reader.see(text: "Baru setengah")
        for browser in [reader, writer] { #expect(try await browser.complaints() == []) }
    }

    @Test func `a page that nobody looks at holds no connection, and catches up when it is shown`() async throws {
        let hall = try await TownHall()
        try await hall.admin.enter("jkn")
        let browser = try await hall.browser()
        try await hall.seat("coordinator", at: browser)
        try await browser.begin(
            pagesWith: """
                window.sources = [];
                window.EventSource = class extends EventSource { constructor(url) { super(url); sources.push(this); } };
                window.turn = (isHidden) => {
                  Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
                  document.dispatchEvent(new Event("visibilitychange"));
                  return sources.map((source) => source.readyState === EventSource.CLOSED);
                };
                """)
        try await browser.go("/agreements/\(await hall.record("jkn")["id"]?.text ?? "")")
        try await browser.run("window.stays = true")
        #expect(try await browser.run("return turn(true)") == [true])
        try await hall.admin.note("Dari seberang", on: "jkn")
        #expect(try await browser.run("return turn(false)") == [true, false])
        try await browser.see(text: "Dari seberang")
        #expect(try await browser.run("return window.stays") == true)
        // What was heard is not told again.
        #expect(try await browser.run("turn(true); return turn(false)") == [true, true, false])
        let after =
            try await browser.run(
                "return sources.map((source) => Number(new URL(source.url).searchParams.get('after')))"
            ).list ?? []
        #expect(after.count == 3 && after.first != after.last, "\(after)")
        #expect(try await browser.complaints() == [])
    }

    @Test func `news takes away no form that came back, and leads to a page that is there`() async throws {
        let hall = try await TownHall()
        try await hall.admin.enter("jkn")
        let browser = try await hall.browser()
        try await hall.seat("finance", at: browser)
        try await browser.go("/agreements/\(await hall.record("jkn")["id"]?.text ?? "")")
        try await browser.send(form: "fund", ["amount": "lima ratus juta", "fiscal_year": "2027"])
        try await hall.admin.note("Dari seberang", on: "jkn")
        try await browser.see("[data-news]:not([hidden])")
        #expect(try await browser.value("[id='fund-amount']") == "lima ratus juta")
        try await browser.press("[data-news] a")
        try await browser.see(text: "Dari seberang")
        #expect(try await browser.text("h1") == "PKS jkn")
    }
}
