import Documents
import Foundation
import Glibc

/// A Chromium of its own without a window, driven through Debian's `chromedriver` (W3C WebDriver). It reaches the loopback
/// and nothing else, and ends with its test.
final class Browser {
    private let directory: String
    private let driver: Process
    private let chromium: pid_t
    private let session: Client

    /// Where the paths of pages begin.
    private let site: String

    /// - Parameters:
    ///   - site: such as `http://127.0.0.1:7480`.
    ///   - scripts: whether pages may run any.
    init(at site: String, scripts: Bool = true) async throws {
        self.site = site
        let directory = try Programs.scratch("browser")
        self.directory = directory
        let (driver, port) = try await Browser.driver(in: directory)
        self.driver = driver
        let answer = await Client(address: "http://127.0.0.1:\(port)").send(
            "POST", "/session", try CanonicalJSON.text(Browser.wishes(scripts: scripts)))
        guard let id = answer.body["value"]?["sessionId"]?.text,
            let pid = answer.body["value"]?["capabilities"]?["goog:processID"]?.integer
        else {
            kill(driver.processIdentifier, SIGKILL)
            throw Overdue(what: "a browser: \(answer.text)")
        }
        chromium = pid_t(pid)
        session = Client(address: "http://127.0.0.1:\(port)/session/\(id)")
    }

    /// Starts a driver on a free port. It wants the same one for both kinds of addresses and ends where the second is taken
    /// already, which another try settles.
    private static func driver(in directory: String) async throws -> (Process, port: Int) {
        for attempt in 1...5 {
            let output = directory + "/out-\(attempt)"
            let driver = try Programs.start(
                "/usr/bin/chromedriver", ["--port=0"], ["TMPDIR": directory, "HOME": directory], output: output,
                errors: directory + "/errors")
            let port: Int? = try await eventually("chromedriver listens or ends") {
                let said = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
                guard let start = said.range(of: "successfully on port ") else {
                    return driver.isRunning ? nil : .some(nil)
                }
                let digits = said[start.upperBound...].prefix { $0.isNumber }
                return said[start.upperBound...].dropFirst(digits.count).first == "." ? .some(Int(digits)) : nil
            }
            if let port { return (driver, port) }
        }
        let said = (try? String(contentsOfFile: directory + "/out-5", encoding: .utf8)) ?? ""
        throw Overdue(what: "chromedriver ended: \(said)")
    }

    deinit {
        // There is nothing to save.
        kill(chromium, SIGKILL)
        kill(driver.processIdentifier, SIGKILL)
        // Its own processes end after it, and write until then.
        for _ in 0..<200 where FileManager.default.fileExists(atPath: directory) {
            try? FileManager.default.removeItem(atPath: directory)
            usleep(10_000)
        }
    }

    private static func wishes(scripts: Bool) -> JSON {
        let arguments: JSON = [
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking",
            "--disable-component-update", "--no-first-run", "--disable-sync",
            // A page that glides is not yet where it is clicked.
            "--force-prefers-reduced-motion",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ]
        // 2 blocks them, as a reader's own setting would.
        let settings: JSON = scripts ? [:] : ["profile.managed_default_content_settings.javascript": 2]
        return [
            "capabilities": [
                "alwaysMatch": [
                    "goog:loggingPrefs": ["browser": "ALL"],
                    "goog:chromeOptions": ["args": arguments, "prefs": settings],
                ]
            ]
        ]
    }

    // MARK: The protocol

    /// What the driver says cannot be done, in the protocol's words.
    struct Refusal: Error {
        var error: String
        var message: String

        /// It may well be possible in a moment, as when news puts a new page in place of the old.
        var passes: Bool {
            [
                "no such element", "stale element reference", "element not interactable", "element click intercepted",
            ].contains(error)
        }
    }

    @discardableResult
    private func command(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        let answer = await session.send(method, path, try body.map { try CanonicalJSON.text($0) })
        let value = answer.body["value"] ?? .null
        guard answer.status == 200 else {
            throw Refusal(error: value["error"]?.text ?? "no answer", message: value["message"]?.text ?? "")
        }
        return value
    }

    /// Chromium's own, beyond the standard.
    private func chromium(_ name: String, _ settings: JSON) async throws {
        try await command("POST", "/goog/cdp/execute", ["cmd": .text(name), "params": settings])
    }

    // MARK: Pages

    func go(_ path: String) async throws { try await visit(site + path) }

    /// - Parameter address: of any site, or of none.
    func visit(_ address: String) async throws { try await command("POST", "/url", ["url": .text(address)]) }

    /// Without the site.
    var path: String {
        get async throws { String((try await command("GET", "/url").text ?? "").dropFirst(site.count)) }
    }

    /// The value of a script's `return`; it runs even where pages may run none.
    @discardableResult
    func run(_ script: String, _ arguments: JSON...) async throws -> JSON {
        try await command("POST", "/execute/sync", ["script": .text(script), "args": .list(arguments)])
    }

    /// The same, where the script tells its value to its last argument.
    func wait(_ script: String, _ arguments: JSON...) async throws -> JSON {
        try await command("POST", "/execute/async", ["script": .text(script), "args": .list(arguments)])
    }

    /// Runs a script in every page to come, before its own.
    func begin(pagesWith script: String) async throws {
        try await chromium("Page.addScriptToEvaluateOnNewDocument", ["source": .text(script)])
    }

    func resize(width: Int64, height: Int64 = 900) async throws {
        try await chromium(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .integer(width), "height": .integer(height), "deviceScaleFactor": 1,
                "mobile": .bool(width < 600),
            ])
    }

    func prefer(dark: Bool) async throws {
        let feature: JSON = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
        try await chromium("Emulation.setEmulatedMedia", ["features": [feature]])
    }

    /// Keeps a picture of the page, to be looked at, outside the project.
    func picture(_ name: String) async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pksd-pictures"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let data = Data(base64Encoded: try await command("GET", "/screenshot").text ?? "") ?? Data()
        try data.write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    }

    /// What Chromium has complained of since it was last asked: broken scripts and policies, and what it could not load. That
    /// a form came back with its errors, or a link is over, is no complaint.
    func complaints() async throws -> [String] {
        let entries = try await command("POST", "/se/log", ["type": "browser"]).list ?? []
        let messages = entries.filter { ["SEVERE", "WARNING"].contains($0["level"]?.text) }.compactMap {
            $0["message"]?.text
        }
        return messages.filter { message in !["403", "410", "422"].contains { message.contains("status of \($0)") } }
    }

    // MARK: Cookies

    func cookie(_ name: String) async throws -> JSON { try await command("GET", "/cookie/\(name)") }

    func set(cookie: JSON) async throws { try await command("POST", "/cookie", ["cookie": cookie]) }

    func deleteCookies() async throws { try await command("DELETE", "/cookie") }

    // MARK: What stands on a page

    private func reference(_ value: JSON) -> String { value.object?.first?.value.text ?? "" }

    private func look(for css: String) async throws -> String {
        reference(try await command("POST", "/element", ["using": "css selector", "value": .text(css)]))
    }

    func count(_ css: String) async throws -> Int {
        try await command("POST", "/elements", ["using": "css selector", "value": .text(css)]).list?.count ?? 0
    }

    /// Does something with the first that fits, as soon as it is there and lets it be done.
    @discardableResult
    private func with<Value>(_ css: String, _ act: (String) async throws -> Value) async throws -> Value {
        do {
            return try await eventually(css, within: .seconds(20)) {
                do {
                    return try await act(try await look(for: css))
                } catch let refusal as Refusal where refusal.passes {
                    return nil
                }
            }
        } catch is Overdue {
            let page = try await run(
                "return (document.querySelector('main') ?? document.documentElement).innerText")
            throw Overdue(what: "\(css) on \(try await path): \(page.text?.prefix(2_000) ?? "")")
        }
    }

    func text(_ css: String) async throws -> String {
        try await with(css) { try await command("GET", "/element/\($0)/text").text ?? "" }
    }

    func value(_ css: String) async throws -> String {
        try await with(css) { try await command("GET", "/element/\($0)/property/value").text ?? "" }
    }

    func attribute(_ name: String, of css: String) async throws -> String? {
        try await with(css) { try await command("GET", "/element/\($0)/attribute/\(name)").text }
    }

    /// Waits for it.
    func see(_ css: String) async throws { try await with(css) { _ in } }

    /// Waits until the page says something.
    func see(text: String, in css: String = "main") async throws {
        do {
            _ = try await eventually(text, within: .seconds(20)) {
                try await run("return document.querySelector(arguments[0])?.innerText ?? ''", .text(css)).text?
                    .contains(text) == true ? true : nil
            }
        } catch is Overdue {
            throw Overdue(what: "“\(text)” on \(try await path): \(try await self.text(css).prefix(2_000))")
        }
    }

    // MARK: What is done there

    func click(_ css: String) async throws {
        try await with(css) { try await command("POST", "/element/\($0)/click", [:]) }
    }

    /// Clicks what leads to another page, and returns when that is there.
    func press(_ css: String) async throws { try await leaving { try await click(css) } }

    /// Returns when another page is there, be it of the same address.
    func leaving(_ act: () async throws -> Void) async throws {
        let page = try await look(for: "html")
        try await act()
        do {
            _ = try await eventually("another page", within: .seconds(20)) {
                do {
                    try await command("GET", "/element/\(page)/name")
                    return nil as Bool?
                } catch is Refusal {
                    return true
                }
            }
        } catch is Overdue {
            let wrong = try await run("return document.querySelector(':invalid:not(form, fieldset)')?.outerHTML")
            throw Overdue(what: "another page than \(try await path); \(wrong.text ?? "no field is invalid")")
        }
    }

    /// Types into whatever has the focus. Keys without a letter have code points of their own (WebDriver, 17.4.2).
    func type(_ keys: String) async throws {
        let focused = reference(try await command("GET", "/element/active"))
        try await command("POST", "/element/\(focused)/value", ["text": .text(keys)])
    }

    /// Puts a value into a field in place of what stood there, as its kind asks.
    func fill(_ css: String, with value: String) async throws {
        try await with(css) { field in
            let kind = try await command("GET", "/element/\(field)/property/type").text ?? ""
            if ["date", "month", "select-one", "checkbox"].contains(kind) {
                try await run(
                    """
                    const [field, value] = arguments;
                    if (field.type === "checkbox") field.checked = value === "true"; else field.value = value;
                    field.dispatchEvent(new Event("input", { bubbles: true }));
                    """, [Browser.elementKey: .text(field)], .text(value))
                let now = try await command("GET", "/element/\(field)/property/value").text
                if kind != "checkbox", now != value { throw Overdue(what: "\(css) does not take \(value)") }
            } else {
                try await command("POST", "/element/\(field)/clear", [:])
                try await command("POST", "/element/\(field)/value", ["text": .text(value)])
            }
        }
    }

    /// By what the protocol tells that a value is an element (WebDriver, 12.2).
    private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

    // MARK: Forms as pages draw them

    /// Opens a form, where it waits behind its title, and fills in some of its fields.
    func fill(form: String, _ fields: KeyValuePairs<String, String>) async throws {
        let frame = "form[id='form-\(form)']"
        try await see(frame)
        let closed = "details:not([open]):has(\(frame)) > summary"
        if try await count(closed) > 0 { try await click(closed) }
        for (name, value) in fields { try await fill("\(frame) [name='\(name)']", with: value) }
    }

    /// Does the same and sends it.
    func send(form: String, _ fields: KeyValuePairs<String, String> = [:]) async throws {
        try await fill(form: form, fields)
        try await press("form[id='form-\(form)'] button[type=submit]")
    }
}
