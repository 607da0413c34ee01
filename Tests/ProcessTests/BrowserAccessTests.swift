import Documents
import Foundation
import Testing

extension Processes.BrowserTests {
    @Test(arguments: ["id", "en"])
    func `axe finds nothing wrong with any page, wide and narrow, light and dark`(language: String) async throws {
        let hall = try await TownHall()
        let axe = try await Axe()
        let seeds = Programs.root + "/Config/seeds/"
        var tokens = hall.admin.environment
        for role in [
            "coordinator", "unit_pic", "unit_head", "legal", "tkksd", "secretary", "region_head", "finance", "bpjs_pic",
            "bpjs_head",
        ] {
            tokens["PKSCTL_TOKEN_\(role.uppercased())"] = try await hall.daemon.token(role)
        }
        let loaded = try await Programs.pksctl(
            ["agreements", "load"] + FileManager.default.contentsOfDirectory(atPath: seeds).map { seeds + $0 }, tokens)
        try #require(loaded.status == 0, "\(loaded.errors)")
        try await hall.admin.enter("jkn")
        let browser = try await hall.browser()
        let link = try await hall.invite("Orang Baru", ["legal"])
        func check(_ path: String) async throws {
            try await browser.go(path)
            try await axe.check(browser, path)
        }
        try await browser.go("/sign-in")
        if language == "en" { try await browser.press(".language button") }
        let chosen = try? await browser.cookie("language")
        for path in ["/sign-in", link] { try await check(path) }
        try await hall.seat("unit_pic", at: browser)
        if let chosen { try await browser.set(cookie: chosen) }
        let agreements = try await hall.admin.all("/v1/agreements?limit=50").compactMap { $0["id"]?.text }
        let paths = [
            "/", "/me", "/agreements", "/agreements/board", "/agreements/new", "/agreements?q=tidak-ada", "/money",
            "/money/arrears", "/coverage", "/agreements/new?renews=\(agreements.first ?? "")",
        ]
        for path in paths + agreements.map({ "/agreements/\($0)" }) { try await check(path) }
        // What was wrong with a form, and a look at many.
        try await browser.go("/agreements/new")
        try await browser.send(
            form: "new", ["title": "x", "region": "Atlantis", "parties.0.name": "A", "parties.1.name": "B"])
        try await axe.check(browser, "a form that came back")
        try await browser.go("/agreements")
        try await browser.click("tbody input[type=checkbox]")
        try await browser.press("main form[action='/agreements/bulk'] button")
        try await axe.check(browser, "many at once")
        #expect(try await browser.complaints() == [])
        try await check("/agreements/tidak-ada")
    }
}

/// axe-core (Deque), as a package of PyPI carries it; the rules of WCAG 2.2 A and AA.
private struct Axe {
    private static let rules: JSON = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

    private let script: String

    init() async throws {
        let python = try await Python.with(
            ["--no-deps", "axe-playwright-python"],
            importing: "importlib.util as u; assert u.find_spec('axe_playwright_python')",
            for: "axe")
        let found = try await Programs.run(
            python, ["-c", "import importlib.util as u; print(u.find_spec('axe_playwright_python').origin)"])
        let folder = URL(fileURLWithPath: found.output.trimmingCharacters(in: .whitespacesAndNewlines))
            .deletingLastPathComponent().path
        script =
            try String(contentsOfFile: folder + "/axe.min.js", encoding: .utf8) + """
                ;const [rules, tell] = arguments;
                document.querySelectorAll("details").forEach((details) => { details.open = true; });
                axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then(({ violations }) => tell(violations.map(({ help, nodes }) =>
                  help + ": " + nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" "))),
                  (error) => tell([String(error)]));
                """
    }

    /// At the width of a telephone and of a desk, by day and by night; nothing sticks out sideways, and no id is there twice.
    func check(_ browser: Browser, _ page: String) async throws {
        for width: Int64 in [390, 1280] {
            try await browser.resize(width: width)
            try await browser.prefer(dark: false)
            #expect(try await browser.wait(script, Axe.rules) == [], "\(page) at \(width)")
            // Only colours are others in the dark.
            try await browser.prefer(dark: true)
            #expect(try await browser.wait(script, ["color-contrast"]) == [], "\(page) at \(width) in the dark")
            let wide = try await browser.run("return document.documentElement.scrollWidth > innerWidth")
            #expect(wide == false, "\(page) at \(width) is wider than its window")
            let name = page.map { $0.isLetter || $0.isNumber ? $0 : "-" }
            try await browser.picture("\(String(name))-\(width)")
        }
        let twice = try await browser.run(
            """
            const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
            return ids.filter((id, place) => ids.indexOf(id) !== place);
            """)
        #expect(twice == [], "\(page)")
    }
}
