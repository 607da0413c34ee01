import Documents
import Foundation
import Glibc
import Testing

extension Processes {
    /// The rules of papers, changed from the command line as their authors would.
    @Suite struct WorkflowTests {
        private let workflows: String

        init() throws {
            workflows = try Programs.scratch("rules") + "/Workflows"
            try FileManager.default.copyItem(atPath: Programs.root + "/Workflows", toPath: workflows)
        }

        private var file: String { workflows + "/jkn-pd-pemda.yaml" }

        private func edit(_ change: (String) -> String) throws {
            let before = try String(contentsOfFile: file, encoding: .utf8)
            let after = change(before)
            try #require(after != before)
            try after.write(toFile: file, atomically: true, encoding: .utf8)
        }

        private func daemon() async throws -> (Daemon, [String: String]) {
            let daemon = try await Daemon([], ["PKSD_WORKFLOWS": workflows])
            let token = try await daemon.token("admin")
            let client = Client(address: daemon.address, token: token)
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            return (daemon, ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": token, "PKSCTL_LANG": "en"])
        }

        private func reload(_ daemon: Daemon) async throws {
            let before = daemon.log.components(separatedBy: "rules reread").count
            daemon.signal(SIGHUP)
            _ = try await eventually("the rules are reread") {
                daemon.log.components(separatedBy: "rules reread").count > before ? true : nil
            }
        }

        @Test func `a picture of what is there comes as it is`() async throws {
            let (daemon, environment) = try await daemon()
            for overlay in [["--live"], ["--agreement", "a"], []] {
                let result = try await Programs.pksctl(["workflow", "graph", file] + overlay, environment)
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.output.hasPrefix("<svg") && result.output.contains("</svg>"))
            }
            #expect(daemon.process.isRunning)
        }

        @Test func `a file that the check refuses is not put in force`() async throws {
            let (daemon, environment) = try await daemon()
            let before = try await Programs.pksctl(["workflow", "list", "--json"], environment).output
            try edit {
                $0.replacing(
                    "      - { has: subject,",
                    with: "      - { cel: \"1 > 2\", say: { id: Tidak bisa, en: Not so } }\n      - { has: subject,")
            }
            let check = try await Programs.pksctl(["workflow", "check", file], environment)
            #expect(check.status == 1)
            #expect(check.output.contains("[always-false]"))
            try await reload(daemon)
            #expect(daemon.log.contains("never met") || daemon.log.contains("tidak pernah terpenuhi"))
            #expect(try await Programs.pksctl(["workflow", "list", "--json"], environment).output == before)
        }

        @Test func `a structure is previewed, applied, listed and undone, and the record stays sound`() async throws {
            let (daemon, environment) = try await daemon()
            try edit {
                $0.replacing("\n  initiated:\n", with: "\n  begun:\n    was: initiated\n")
                    .replacing("initial: initiated", with: "initial: begun")
                    .replacing("to: initiated\n", with: "to: begun\n").replacing(
                        "from: initiated\n", with: "from: begun\n"
                    )
                    .replacing("[initiated,", with: "[begun,").replacing("state: initiated", with: "state: begun")
            }
            let preview = try await Programs.pksctl(["workflow", "preview", file, "--replay"], environment)
            #expect(preview.status == 0, "\(preview.errors)")
            #expect(preview.output.contains("The structure changes"))
            try await reload(daemon)
            let plan = workflows + "/plan.yaml.txt"
            let drafted = try await Programs.pksctl(["workflow", "migrate", "plan", "jkn-pd-pemda"], environment)
            try drafted.output.write(toFile: plan, atomically: true, encoding: .utf8)
            func state() async throws -> String? {
                let shown = try await Programs.pksctl(["agreements", "show", "a", "--json"], environment).output
                return try CanonicalJSON.decode(JSON.self, from: shown)["state"]?.text
            }
            for (command, wanted) in [("preview", "initiated"), ("apply", "begun")] {
                let result = try await Programs.pksctl(["workflow", "migrate", command, plan], environment)
                #expect(result.status == 0, "\(result.errors)")
                #expect(result.output.contains("initiated  begun"))
                #expect(try await state() == wanted)
                #expect(try await daemon.verify().status == 0)
            }
            let list = try await Programs.pksctl(
                ["workflow", "migrate", "list", "jkn-pd-pemda", "--json"], environment)
            let id = try #require(
                try CanonicalJSON.decode(JSON.self, from: list.output)["items"]?.list?.first?["id"]?.text)
            let undone = try await Programs.pksctl(["workflow", "migrate", "undo", "jkn-pd-pemda", id], environment)
            #expect(undone.status == 0, "\(undone.errors)")
            #expect(try await state() == "initiated")
            #expect(try await daemon.verify().status == 0)
        }

        @Test(arguments: [
            (["-1 + 2"], #"{"value":{"int":"1"}}"#, 0), (["--", "-1 + 2"], #"{"value":{"int":"1"}}"#, 0),
            (["y", "--container", "x"], #"{"value":{"bool":true}}"#, 0),
            (["has", "--no-macros"], #"{"error":"#, 1), (["1 / 0"], #"{"error":"1:1: "#, 1),
        ])
        func `an expression is evaluated where there is no server`(
            _ arguments: [String], _ wanted: String, _ status: Int32
        ) async throws {
            let bindings = workflows + "/bindings.json"
            try #"{"x.y":{"bool":true}}"#.write(toFile: bindings, atomically: true, encoding: .utf8)
            let options = ["--json", "--bindings", bindings]
            let result = try await Programs.pksctl(["expression", "eval"] + options + arguments, [:])
            #expect(result.output.hasPrefix(wanted), "\(result)")
            #expect(result.status == status)
        }
    }
}
