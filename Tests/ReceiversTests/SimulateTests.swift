import Courier
import Documents
import Foundation
import Testing

@testable import Receivers

/// The real program, as a person would run it.
@Suite(.timeLimit(.minutes(3))) struct `pksctl webhooks simulate` {
    /// The running program and the address it listens on.
    private func start(_ arguments: [String], _ extra: [String: String] = [:]) async throws -> (Programs.Run, String) {
        let run = try Programs.pksctl(["simulate"] + arguments + ["--listen", "127.0.0.1:0"], extra)
        let url = try await eventually {
            run.errors.split(whereSeparator: \.isWhitespace).last { $0.hasPrefix("http://") && $0.hasSuffix("/") }
        }
        return (run, String(url))
    }

    @Test func `lists the receivers there are`() async throws {
        let run = try Programs.pksctl(["simulate"])
        #expect(try await run.end() == 0)
        for kind in Behaviour.kinds {
            #expect(run.output.contains("\n\(kind.name)\(kind.parameters) "), "\(kind.name)")
            #expect(run.output.contains(kind.summary.en))
        }
    }

    @Test func `prints each request, keeps a ledger and counts at the end`() async throws {
        let log = FileManager.default.temporaryDirectory.path + "/simulate-\(UUID().uuidString).jsonl"
        defer { try? FileManager.default.removeItem(atPath: log) }
        let (run, url) = try await start(["ok", "--log", log], ["PKSCTL_WEBHOOK_SECRET": Vector.secret])
        for _ in 1...2 { #expect(await send(event("kota", 4), id: "evt_1", to: url).answer?.status == 204) }
        run.interrupt()
        #expect(try await run.end() == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines[0].hasSuffix("POST /  evt_1  signature.recorded  kota #4  ✗ unsigned  204"), "\(lines[0])")
        #expect(lines[1].hasSuffix("204  accepted before"))
        #expect(run.output.contains("accepted more than once  1\n"))
        #expect(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count == 2)
    }

    @Test func `finds duplicates, says only them, and ends with 1`() async throws {
        let (run, url) = try await start(["duplicate-check", "--json"])
        for id in ["a", "b", "a"] { _ = await send(id: id, to: url) }
        run.interrupt()
        #expect(try await run.end() == 1)
        let lines = try run.output.split(separator: "\n").map { try CanonicalJSON.decode(JSON.self, from: String($0)) }
        #expect(lines.count == 2)
        #expect(lines.first?["id"] == "a" && lines.first?["n"] == 3)
        #expect(lines.last?["duplicates"] == 1 && lines.last?["requests"] == 3)
    }

    @Test func `is strict with the key of a file`() async throws {
        let file = FileManager.default.temporaryDirectory.path + "/key-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try (Vector.secret + "\n" + Vector.publicKey + "\n").write(toFile: file, atomically: true, encoding: .utf8)
        let (run, url) = try await start(["strict", "--secret-file", file])
        #expect(await send(id: "evt_1", to: url).answer?.status == 401)
        run.interrupt()
        #expect(try await run.end() == 0)
        #expect(!run.output.contains(Vector.secret) && !run.errors.contains(Vector.secret))
    }

    @Test(arguments: [
        (["flaping"], "did you mean 'flapping'?"), (["slow"], "is written slow=MS"), (["strict"], "needs a secret"),
        (["ok", "--listen", "0.0.0.0:9000"], "listen"), (["ok", "--secret-file", "/nowhere"], "cannot be read"),
        (["ok", "--log", "/nowhere/log"], "cannot start"),
    ]) func `says what is wrong with what was typed`(arguments: [String], complaint: String) async throws {
        let run = try Programs.pksctl(["simulate"] + arguments)
        #expect(try await run.end() == 2)
        #expect(run.errors.contains(complaint), "\(run.errors)")
    }

    @Test func `takes no key that is none, and does not repeat it`() async throws {
        let run = try Programs.pksctl(["simulate", "ok"], ["PKSCTL_WEBHOOK_SECRET": "whsec_short"])
        #expect(try await run.end() == 2)
        #expect(run.errors.contains("PKSCTL_WEBHOOK_SECRET") && !run.errors.contains("whsec_short"))
    }
}
