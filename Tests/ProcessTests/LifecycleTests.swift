import Documents
import Foundation
import Glibc
import Testing

extension Processes {
    /// Starting, stopping, reloading, and what the service manager is told.
    @Suite struct LifecycleTests {
        /// A copy of the workflow files that a test may spoil.
        private func workflows() throws -> String {
            let path = try Programs.scratch("workflows") + "/Workflows"
            try FileManager.default.copyItem(atPath: Programs.root + "/Workflows", toPath: path)
            return path
        }

        private func edit(_ file: String, _ change: (String) -> String) throws {
            try change(String(contentsOfFile: file, encoding: .utf8)).write(
                toFile: file, atomically: true, encoding: .utf8)
        }

        @Test func `SIGTERM under load ends it in time with nothing lost`() async throws {
            let daemon = try await Daemon()
            let client = Client(address: daemon.address, token: try await daemon.token("admin"))
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let pid = daemon.process.processIdentifier
            let acknowledged = await withTaskGroup(of: Int.self) { group in
                group.addTask {
                    var version = 1
                    while true {
                        let answer = await client.send(
                            "POST", "/v1/agreements/a/notes", "{\"text\":\"note \(version)\"}", version: version)
                        guard answer.status == 201 else { return version }
                        version += 1
                        if version == 20 { kill(pid, SIGTERM) }
                    }
                }
                return await group.next() ?? 0
            }
            let started = ContinuousClock.now
            await daemon.process.end()
            #expect(daemon.process.terminationStatus == 0, "\(daemon.log)")
            #expect(daemon.process.terminationReason == .exit)
            #expect(started.duration(to: .now) < .seconds(10))
            try await daemon.start()
            let stored = await Client(address: daemon.address, token: client.token).send("GET", "/v1/agreements/a")
            #expect((stored.version ?? 0) >= acknowledged)
            #expect(try await daemon.verify().status == 0)
        }

        @Test func `listeners that never leave do not hold up the end`() async throws {
            let daemon = try await Daemon()
            let token = try await daemon.token("admin")
            let client = Client(address: daemon.address, token: token)
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            func curl(_ name: String, _ arguments: String...) throws -> (process: Process, output: String) {
                let output = daemon.directory + "/" + name
                let common = ["--silent", "--no-buffer", "--verbose", "--header", "Authorization: Bearer \(token)"]
                return (
                    try Programs.start("/usr/bin/curl", common + arguments, output: output, errors: output + "-errors"),
                    output
                )
            }
            let stream = try curl("stream", "--header", "Accept: text/event-stream", daemon.address + "/v1/events")
            let poll = try curl("poll", "--header", "Prefer: wait=60", daemon.address + "/v1/events?after=1")
            for (file, words) in [
                (stream.output, "event: agreement.created"), (poll.output + "-errors", "> Prefer: wait=60"),
            ] {
                _ = try await eventually(words) {
                    try String(contentsOfFile: file, encoding: .utf8).contains(words) ? true : nil
                }
            }
            let started = ContinuousClock.now
            daemon.signal(SIGTERM)
            await daemon.process.end()
            #expect(daemon.process.terminationStatus == 0, "\(daemon.log)")
            #expect(started.duration(to: .now) < .seconds(10))
            await stream.process.end()
            #expect(stream.process.terminationStatus == 0, "the stream was cut off instead of ended")
            await poll.process.end()
            // curl's 52 is a request that had not been read when the daemon stopped listening.
            #expect([0, 52].contains(poll.process.terminationStatus))
        }

        @Test func `a broken workflow file is told with its place and changes nothing; a mended one takes effect`()
            async throws
        {
            let workflows = try workflows()
            let file = workflows + "/jkn-pd-pemda.yaml"
            let daemon = try await Daemon([], ["PKSD_WORKFLOWS": workflows])
            var client = Client(address: daemon.address, token: try await daemon.token("admin"))
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let before = await client.send("GET", "/v1/workflows/jkn-pd-pemda")
            #expect(before.status == 200)
            try edit(file) { $0.replacing("to: review\n", with: "to: revieww\n") }
            daemon.signal(SIGHUP)
            _ = try await eventually("the log names the mistake") {
                daemon.log.range(of: #"jkn-pd-pemda\.yaml:\d+:\d+: error: .*review"#, options: .regularExpression)
            }
            #expect(await client.send("GET", "/v1/workflows/jkn-pd-pemda").text == before.text)
            // Even a new start goes on with what was good.
            daemon.signal(SIGTERM)
            await daemon.process.end()
            try await daemon.start()
            client.address = daemon.address
            #expect(await client.send("GET", "/v1/workflows/jkn-pd-pemda").text == before.text)
            try edit(file) {
                $0.replacing("to: revieww\n", with: "to: review\n").replacing("id: Prakarsa", with: "id: Mula")
            }
            daemon.signal(SIGHUP)
            _ = try await eventually("the new label is in force") {
                await client.send("GET", "/v1/workflows/jkn-pd-pemda").text.contains("Mula") ? true : nil
            }
            // A label is policy, which reaches running agreements at once.
            #expect(await client.send("GET", "/v1/agreements/a").body["state_label"]?.text == "Mula")
            #expect(daemon.process.isRunning)
        }

        @Test func `with nothing good to fall back to it does not start, and says where the mistake is`() async throws {
            let workflows = try workflows()
            try edit(workflows + "/addendum.yaml") { $0.replacing("format: 1", with: "format: 9") }
            let state = try Programs.scratch("state")
            for command in [["check-config"], ["serve", "--listen", "127.0.0.1:0"]] {
                let result = try await Programs.pksd(
                    command + ["--state-dir", state, "--lang", "en"], ["PKSD_WORKFLOWS": workflows])
                #expect(result.status == 78)
                #expect(result.errors.contains("addendum.yaml:") && result.errors.contains("format 9 is unknown"))
            }
        }

        @Test func `the service manager is told when it is ready, alive, reloading and stopping`() async throws {
            let manager = try ServiceManager()
            let daemon = try await Daemon([], ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "200000"])
            #expect(try await manager.expect("READY=1").contains("STATUS=listening on 127.0.0.1:\(daemon.port)"))
            try await manager.expect("WATCHDOG=1")
            try await manager.expect("WATCHDOG=1")
            let earliest = monotonicMicroseconds
            daemon.signal(SIGHUP)
            let reloading = try await manager.expect("RELOADING=1")
            let latest = monotonicMicroseconds
            let moment = reloading.firstMatch(of: /MONOTONIC_USEC=(\d+)/).flatMap { UInt64($0.1) }
            #expect((earliest...latest).contains(try #require(moment)))
            try await manager.expect("READY=1")
            // However many there are, they end nothing.
            for _ in 1...20 { daemon.signal(SIGHUP) }
            try await manager.expect("RELOADING=1")
            try await manager.expect("READY=1")
            daemon.signal(SIGTERM)
            try await manager.expect("STOPPING=1")
            await daemon.process.end()
            #expect(daemon.process.terminationStatus == 0)
        }

        private var monotonicMicroseconds: UInt64 {
            var now = timespec()
            unsafe clock_gettime(CLOCK_MONOTONIC, &now)
            return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1_000
        }

        @Test func `a signal to reload while it still starts does not end it`() async throws {
            let manager = try ServiceManager()
            let (process, isReady) = try await starting(manager)
            defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
            #expect(!isReady, "the signal must come before it is ready")
            kill(process.processIdentifier, SIGHUP)
            kill(process.processIdentifier, SIGCONT)
            try await manager.expect("READY=1") { process.isRunning }
            // From now on it rereads its files.
            kill(process.processIdentifier, SIGHUP)
            try await manager.expect("RELOADING=1") { process.isRunning }
            try await manager.expect("READY=1") { process.isRunning }
            kill(process.processIdentifier, SIGTERM)
            await process.end()
            #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        }

        /// A daemon that has been stopped (SIGSTOP) while it starts; tried again where it was too quick for us.
        private func starting(_ manager: ServiceManager) async throws -> (process: Process, isReady: Bool) {
            var attemptsLeft = 50
            while true {
                let directory = try Programs.scratch("starting")
                let process = try Programs.start(
                    Programs.products + "/pksd",
                    ["serve", "--listen", "127.0.0.1:0", "--state-dir", directory + "/state"],
                    ["NOTIFY_SOCKET": manager.path], output: directory + "/out", errors: directory + "/log")
                // The lock of its ledger is the last that can be seen of it before it is ready.
                while process.isRunning, !FileManager.default.fileExists(atPath: directory + "/state/pksd.lock") {
                    try await Task.sleep(for: .milliseconds(1))
                }
                kill(process.processIdentifier, SIGSTOP)
                let isReady = manager.messages.contains { $0.contains("READY=1") }
                attemptsLeft -= 1
                if !isReady || attemptsLeft == 0 { return (process, isReady) }
                kill(process.processIdentifier, SIGKILL)
                await process.end()
            }
        }

        @Test func `whatever is wrong in settings, workflows and data is said at once`() async throws {
            let workflows = try workflows()
            try edit(workflows + "/addendum.yaml") { $0.replacing("format: 1", with: "format: 9") }
            let settings = workflows + "/../pksd.yaml"
            try "listen: nowhere\nlog_levle: info\nledger: paper\nsign_on: [{ id: A, issuer: http://sso.example }]\n"
                .write(
                    toFile: settings, atomically: true, encoding: .utf8)
            let result = try await Programs.pksd(
                ["check-config", "--config", settings, "--lang", "en"],
                ["PKSD_WORKFLOWS": workflows, "PKSD_LOG_LEVEL": "loud"])
            #expect(result.status == 78)
            for words in [
                "pksd.yaml:1:9: error: 'nowhere' is not an address", "pksd.yaml:2:1: error: unknown key 'log_levle'",
                "pksd.yaml:3:9: error: 'paper' is not one of sqlite", "pksd.yaml:4:17: error: 'A' is not a name of",
                "pksd.yaml:4:28: error: 'http://sso.example' is not an https address",
                "PKSD_LOG_LEVEL: error: 'loud' is not one of",
                "addendum.yaml:5:9: error: format 9 is unknown",
            ] {
                #expect(result.errors.contains(words), "\(words) in \(result.errors)")
            }
            let unreadable = try await Programs.pksd(
                ["check-config", "--config", "/nonexistent.yaml", "--lang", "en"], ["PKSD_LISTEN": "nowhere"])
            #expect(unreadable.status == 78)
            #expect(unreadable.errors.contains("/nonexistent.yaml: error: the file cannot be read"))
            #expect(unreadable.errors.contains("PKSD_LISTEN: error: 'nowhere' is not an address"))
        }

        @Test func `a client secret that only the daemon can read keeps nobody from the ledger`() async throws {
            let settings = try Programs.scratch("settings") + ".yaml"
            try """
            sign_on:
              - { id: pemda, label: { id: Pemda, en: Region }, issuer: "https://sso.example", client_id: pksd }
            """.write(toFile: settings, atomically: true, encoding: .utf8)
            let place = ["--config", settings, "--state-dir", try Programs.scratch("state"), "--lang", "en"]
            let token = try await Programs.pksd(["token", "create", "--name", "x", "--role", "admin"] + place)
            #expect(token.status == 0, "\(token.errors)")
            for command in ["check-config", "serve"] {
                let result = try await Programs.pksd([command] + place)
                #expect(result.status == 78)
                #expect(result.errors.contains("no client secret"), "\(command): \(result.errors)")
            }
        }

        @Test func `where it cannot listen it says why and what to do, in both languages, and never that it is ready`()
            async throws
        {
            let first = try await Daemon()
            let manager = try ServiceManager()
            let cases = [
                ("127.0.0.1:\(first.port)", "dipakai program lain", "is in use by another program"),
                ("192.0.2.1:0", "tidak mempunyai alamat", "has no address"),
            ]
            for (address, indonesian, english) in cases {
                for (language, words) in [("id", indonesian), ("en", english)] {
                    let result = try await Programs.pksd(
                        [
                            "serve", "--listen", address, "--state-dir", try Programs.scratch("state"), "--lang",
                            language,
                        ], ["NOTIFY_SOCKET": manager.path])
                    #expect(result.status == 69)
                    let told = result.errors.split(separator: "\n").last { $0.hasPrefix("pksd: ") } ?? ""
                    #expect(told.contains(words) && told.contains("--listen"), "\(result.errors)")
                    #expect(told.contains(address.prefix { $0 != ":" }), "\(result.errors)")
                }
            }
            #expect(!manager.messages.contains { $0.contains("READY=1") })
        }

        @Test(
            arguments: [
                (["serve", "--listen", "nowhere"], 78), (["serve", "--rehearsal"], 64),
                (["token", "create", "--name", "x"], 64),
                (["frobnicate"], 64), (["serve", "--config", "/nonexistent.yaml"], 78),
            ] as [([String], Int32)])
        func `what cannot be is refused with a reason`(_ arguments: [String], _ status: Int32) async throws {
            let result = try await Programs.pksd(arguments)
            #expect(result.status == status)
            #expect(!result.errors.isEmpty)
        }
    }
}

/// Listens where a daemon reports to, as systemd does.
private final class ServiceManager {
    let path: String
    private let descriptor: Int32

    init() throws {
        path = try Programs.scratch("notify") + "/socket"
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
        let bound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw Overdue(what: "a socket to listen at") }
    }

    deinit { close(descriptor) }

    /// What has come and was not read yet.
    var messages: [String] {
        var messages: [String] = []
        while let message = next() { messages.append(message) }
        return messages
    }

    private func next() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }

    /// Reads until a message with this line comes; those before it are passed over.
    ///
    /// - Parameter isAlive: whether there is still somebody to send it.
    @discardableResult
    func expect(_ line: String, while isAlive: () -> Bool = { true }) async throws -> String {
        try await eventually(line) {
            while let message = next() {
                if message.split(separator: "\n").contains(Substring(line)) { return message }
            }
            guard isAlive() else { throw Overdue(what: "\(line): its sender has ended") }
            return nil
        }
    }
}
