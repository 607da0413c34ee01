import Courier
import Documents
import Foundation
import Testing

extension Processes {
    /// Signing in by an institution's own accounts: from the page to a real provider, and back to the page.
    @Suite struct OpenIDPageTests {
        private static let site = "http://localhost:7480"

        private final class Institution {
            let daemon: Daemon
            let client: Client
            private let provider: Process
            private let folder: String

            init() async throws {
                folder = try Programs.scratch("provider")
                let python = try await Python.with(
                    ["oidc-provider-mock==0.3.4", "authlib<2"], importing: "oidc_provider_mock", for: "provider")
                provider = try Programs.start(
                    python, ["-B", Programs.root + "/Tests/ProcessTests/Scripts/provider.py"],
                    output: folder + "/out", errors: folder + "/errors")
                let (running, out) = (provider, folder + "/out")
                let issuer: String = try await eventually("the provider listens") {
                    guard running.isRunning else { throw Overdue(what: "the provider ended") }
                    let text = (try? String(contentsOfFile: out, encoding: .utf8)) ?? ""
                    return text.hasSuffix("\n") ? text.trimmingCharacters(in: .newlines) : nil
                }
                try Data("rahasia".utf8).write(to: URL(filePath: folder + "/secret"))
                try Data(
                    """
                    public_url: \(OpenIDPageTests.site)
                    sign_on:
                      - id: kabupaten
                        label: { id: "Akun Pemda", en: "Regional account" }
                        issuer: "\(issuer)"
                        client_id: pksd
                        secret: \(folder)/secret
                        allow: ["127.0.0.0/8", "::1/128"]

                    """.utf8
                ).write(to: URL(filePath: folder + "/pksd.yaml"))
                daemon = try await Daemon(["--config", folder + "/pksd.yaml"])
                client = Client(address: daemon.address, token: try await daemon.token("admin"))
            }

            deinit {
                if provider.isRunning { provider.terminate() }
                try? FileManager.default.removeItem(atPath: folder)
            }

            func enter(_ name: String, _ email: String) async {
                let answer = await client.send(
                    "POST", "/v1/people", #"{"name":"\#(name)","roles":["finance"],"email":"\#(email)"}"#)
                #expect(answer.status == 201, "\(answer.text)")
            }
        }

        /// A browser without a script: what it was given to keep, and where it is led.
        private struct Browser {
            let address: String
            var cookies: [String: String] = [:]

            /// - Parameter form: sends one; asks for a page where there is none.
            mutating func go(_ url: String, form: String? = nil) async -> Client.Answer {
                let isOurs = url.hasPrefix(OpenIDPageTests.site) || url.hasPrefix("/")
                let path = url.hasPrefix(OpenIDPageTests.site) ? String(url.dropFirst(OpenIDPageTests.site.count)) : url
                var client = Client(address: isOurs ? address : "")
                if isOurs, !cookies.isEmpty {
                    let kept = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
                    client.headers.append(Lease.Header("Cookie", kept))
                }
                if form != nil { client.headers.append(.init("Content-Type", "application/x-www-form-urlencoded")) }
                let answer = await client.send(form == nil ? "GET" : "POST", path, form)
                for header in answer.headers where isOurs && header.name.lowercased() == "set-cookie" {
                    let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
                    cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : nil
                }
                return answer
            }

            /// From the page for signing in to the provider, where somebody says who they are; the address that leads back.
            mutating func agree(as subject: String, to page: String) async throws -> String {
                let begun = await go("/sign-in/kabupaten?to=\(page)")
                let address = try #require(begun.header("location"), "\(begun.text)")
                #expect(!address.hasPrefix("/"))
                let agreed = await go(address, form: "sub=\(subject)")
                return try #require(agreed.header("location"), "\(agreed.text)")
            }
        }

        @Test
        func
            `somebody whose address the provider vouches for comes to the page they asked for, and is known from then on`()
            async throws
        {
            let institution = try await Institution()
            await institution.enter("Anna Ndun", "anna@kab.example")
            var browser = Browser(address: institution.daemon.address)
            #expect(await browser.go("/sign-in").text.contains("Akun Pemda"))
            let back = try await browser.agree(as: "anna", to: "/questions")
            let arrived = await browser.go(back)
            #expect(arrived.status == 303 && arrived.header("location") == "/questions", "\(arrived.text)")
            let page = await browser.go("/questions")
            #expect(page.status == 200 && page.text.contains("Anna Ndun"))
            // The answer of the provider is good once.
            var other = Browser(address: institution.daemon.address)
            #expect(await other.go(back).status == 403)
            #expect(await browser.go(back).status == 403)
            // Her address changes; it is the account at the provider that counts.
            let people = await institution.client.send("GET", "/v1/people").body["items"]?.list ?? []
            let id = try #require(people.first?["id"]?.text)
            _ = await institution.client.send("PATCH", "/v1/people/\(id)", #"{"email":"lain@kab.example"}"#)
            var later = Browser(address: institution.daemon.address)
            #expect(await later.go(try await later.agree(as: "anna", to: "/")).header("location") == "/")
        }

        @Test(arguments: ["budi", "cici"])
        func `a stranger, and whoever has no verified address, is told so and stays outside`(
            subject: String
        ) async throws {
            let institution = try await Institution()
            await institution.enter("Cici", "cici@kab.example")
            var browser = Browser(address: institution.daemon.address)
            let refused = await browser.go(try await browser.agree(as: subject, to: "/"))
            #expect(refused.status == 403)
            #expect(refused.text.contains("role=\"alert\""))
            #expect(await browser.go("/").status == 303, "nobody has signed in")
        }

        @Test(arguments: [
            "?error=access_denied", "?code=x&state=y", "?", "?code=%00&state=%FF", "?code=a&code=b&state=c",
        ])
        func `an answer that nobody asked for changes nothing`(query: String) async throws {
            let institution = try await Institution()
            var browser = Browser(address: institution.daemon.address)
            _ = await browser.go("/sign-in/kabupaten?to=//evil.example/")
            let answer = await browser.go("/sign-in/kabupaten/callback" + query)
            #expect(answer.status == 403, "\(answer.text)")
            #expect(!answer.text.contains("evil.example"))
            #expect(await browser.go("/").status == 303)
        }
    }
}
