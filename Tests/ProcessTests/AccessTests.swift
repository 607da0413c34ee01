import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// Who is let in where, over HTTP and on the command line.
    @Suite struct AccessTests {
        private struct Operation {
            var method: String
            var path: String
        }

        /// Everything under `/v1` that the description names, about an agreement that there is.
        private func operations(_ client: Client) async throws -> [Operation] {
            let paths = try #require(await client.send("GET", "/openapi.json").body["paths"]?.object)
            return paths.flatMap { path, methods in
                guard path.hasPrefix("/v1/") else { return [Operation]() }
                let target = path.replacing("/agreements/{id}", with: "/agreements/a")
                    .replacing(#/\{[a-z_]+\}/#, with: "x")
                return (methods.object ?? [:]).keys
                    .filter { ["get", "post", "put", "patch", "delete"].contains($0) }
                    .map { Operation(method: $0.uppercased(), path: target) }
            }
        }

        @Test func `no path answers a stranger, none lets an auditor write, none shows another region's paper`()
            async throws
        {
            let daemon = try await Daemon()
            let admin = Client(address: daemon.address, token: try await daemon.token("admin"))
            #expect(await admin.send("POST", "/v1/agreements", Client.agreement(ref: "a")).status == 201)
            let operations = try await operations(admin)
            #expect(operations.count > 80)
            let auditor = Client(address: daemon.address, token: try await daemon.token("auditor"))
            let elsewhere = Client(
                address: daemon.address, token: try await daemon.token("coordinator", regions: ["17"]))
            let cookie = Client(address: daemon.address, headers: [.init("Cookie", "pksd=x")])
            for operation in operations {
                let (method, path) = (operation.method, operation.path)
                let body = method == "GET" ? nil : "{}"
                for stranger in [Client(address: daemon.address), cookie] {
                    #expect(await stranger.send(method, path, body).status == 401, "\(method) \(path)")
                }
                if method != "GET" {
                    let status = await auditor.send(method, path, body, version: 1).status ?? 0
                    #expect((400..<500).contains(status), "\(method) \(path): \(status)")
                }
                if path.hasPrefix("/v1/agreements/a") {
                    let status = await elsewhere.send(method, path, body, version: 1).status ?? 0
                    #expect((400..<500).contains(status), "\(method) \(path): \(status)")
                }
            }
            #expect(await admin.send("GET", "/v1/agreements/a").version == 1)
        }

        @Test func `tokens, invitations and the log, by pksctl`() async throws {
            let daemon = try await Daemon()
            let settings = [
                "PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": try await daemon.token("admin"), "PKSCTL_LANG": "en",
            ]
            func pksctl(_ arguments: String...) async throws -> Programs.Result {
                try await Programs.pksctl(arguments, settings)
            }
            let made = try await pksctl("tokens", "create", "--name", "SIPD", "--role", "integration")
            let token = try #require(made.output.split(whereSeparator: \.isWhitespace).last.map(String.init))
            #expect(token.hasPrefix("pksd_"))
            let client = Client(address: daemon.address, token: token)
            #expect(await client.send("GET", "/v1/agreements").status == 200)
            let id = try #require(made.output.split(separator: " ").first { $0.hasPrefix("tok_") }).dropLast()
            #expect(try await pksctl("tokens", "list").output.contains("SIPD"))
            #expect(try await pksctl("tokens", "revoke", String(id)).status == 0)
            #expect(await client.send("GET", "/v1/agreements").status == 401)
            #expect(try await pksctl("people", "add", "--name", "Siti", "--role", "legal").status == 0)
            let link = try await pksctl("people", "invite", "Siti")
            #expect(link.output.contains(daemon.address + "/invitation/"))
            #expect(try await pksctl("people", "sessions", "Siti").output.contains("None."))
            let log = try await pksctl("access-log").output
            for act in ["token_made", "token_revoked", "invitation_made"] { #expect(log.contains(act)) }
            #expect(!log.contains(token))
        }

        @Test func `the first administrator's link is printed on the machine`() async throws {
            let daemon = try await Daemon()
            let result = try await Programs.pksd(["invite", "--state-dir", daemon.state, "--lang", "en"])
            #expect(result.status == 0, "\(result.errors)")
            let link = result.output.split(whereSeparator: \.isWhitespace).last ?? ""
            #expect(link.firstMatch(of: #/^http://127\.0\.0\.1:7480/invitation/[A-Za-z0-9_-]{43}$/#) != nil)
            #expect(result.output.contains("Administrator (admin)"))
        }
    }
}
