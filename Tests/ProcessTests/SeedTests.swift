import Documents
import Foundation
import Testing

extension Processes {
    /// The five real agreements, entered by the command line as a person would.
    @Suite struct SeedTests {
        private static let roles = [
            "coordinator", "unit_pic", "unit_head", "legal", "tkksd", "secretary", "region_head", "finance", "bpjs_pic",
            "bpjs_head",
        ]

        private func environment(_ daemon: Daemon) async throws -> [String: String] {
            var environment = ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": try await daemon.token("admin")]
            for role in SeedTests.roles {
                environment["PKSCTL_TOKEN_" + role.uppercased()] = try await daemon.token(role)
            }
            return environment
        }

        private var seeds: [String] {
            get throws {
                try FileManager.default.contentsOfDirectory(atPath: Programs.root + "/Config/seeds").sorted()
                    .map { Programs.root + "/Config/seeds/" + $0 }
            }
        }

        @Test func `all five are walked to where they really are, with what does not add up, and loaded once`()
            async throws
        {
            let daemon = try await Daemon()
            let environment = try await environment(daemon)
            let client = Client(address: daemon.address, token: environment["PKSCTL_TOKEN"])
            let load = try await Programs.pksctl(["agreements", "load"] + seeds, environment)
            #expect(load.status == 0, "\(load.output)\(load.errors)")
            let wanted: [(ref: String, state: String, findings: Set<String>)] = [
                (
                    "kab-konawe-2018", "initiated",
                    ["sum_of_parts", "programme_words_mismatch", "members_without_paper"]
                ),
                ("kab-kupang-2021", "initiated", ["budget_short", "members_without_paper"]),
                ("kota-kupang-2019", "signed", ["retroactive_term", "budget_surplus", "authority_missing"]),
                ("kota-malang-2018", "signed", ["coverage_gap"]),
                ("prov-bengkulu-2022", "signed", ["coverage_below_target"]),
            ]
            for (ref, state, codes) in wanted {
                let agreement = await client.send("GET", "/v1/agreements/\(ref)").body
                #expect(agreement["state"]?.text == state, "\(ref)")
                let findings = agreement["findings"]?.list ?? []
                let found = Set(findings.compactMap { $0["code"]?.text })
                #expect(found.isSuperset(of: codes), "\(ref)")
                func number(_ code: String, _ name: String) -> Int64? {
                    findings.first { $0["code"]?.text == code }?["numbers"]?[name]?.integer
                }
                if ref == "kab-konawe-2018" { #expect(number("sum_of_parts", "unexplained") == 1_540) }
                if ref == "kab-kupang-2021" {
                    #expect(number("budget_short", "shortfall") == 518_400_000)
                    #expect(number("budget_short", "people_carried") == 17_857)
                }
                if ref == "kota-kupang-2019" {
                    #expect(number("retroactive_term", "days") == 28)
                    #expect(number("budget_surplus", "surplus") == 620_000_000)
                }
                if ref == "prov-bengkulu-2022" { #expect(number("coverage_below_target", "missing") == 353_295) }
            }
            let before = await client.eventCount()
            let again = try await Programs.pksctl(["agreements", "load"] + seeds, environment)
            #expect(again.status == 0, "\(again.output)\(again.errors)")
            #expect(await client.eventCount() == before)
            #expect(try await daemon.verify().status == 0)
        }

        @Test func `a paper goes from draft into funding, and another system hears of each step in order`() async throws
        {
            let daemon = try await Daemon()
            let environment = try await environment(daemon)
            let receiver = try await Receiver(of: daemon, token: environment["PKSCTL_TOKEN"] ?? "", events: ["*"])
            let client = Client(address: daemon.address, token: environment["PKSCTL_TOKEN"])
            #expect(await client.send("POST", "/v1/agreements", Client.agreement(ref: "jkn-2027")).status == 201)
            let today = String(Date.now.ISO8601Format().prefix(10))
            func pksctl(_ role: String, _ arguments: String...) async throws {
                var environment = environment
                environment["PKSCTL_TOKEN"] = environment["PKSCTL_TOKEN_" + role.uppercased()]
                let result = try await Programs.pksctl(["agreements"] + arguments, environment)
                #expect(result.status == 0, "\(arguments): \(result.output)\(result.errors)")
            }
            try await pksctl("unit_pic", "advance", "jkn-2027", "submit")
            try await pksctl("tkksd", "advance", "jkn-2027", "find-workable")
            try await pksctl("coordinator", "document", "jkn-2027", "--kind", "final_draft", "--title", "Naskah")
            try await pksctl("coordinator", "advance", "jkn-2027", "finalise")
            try await pksctl("legal", "advance", "jkn-2027", "finish-initials")
            try await pksctl("unit_head", "sign", "jkn-2027", "pemkot", "--on", today, "--number", "440/1")
            try await pksctl("bpjs_head", "sign", "jkn-2027", "bpjs", "--on", today, "--number", "1/KTR")
            try await pksctl("coordinator", "document", "jkn-2027", "--kind", "signed_copy", "--title", "Salinan")
            try await pksctl("coordinator", "document", "jkn-2027", "--kind", "member_decree", "--title", "SK")
            try await pksctl("coordinator", "advance", "jkn-2027", "register")
            try await pksctl(
                "finance", "fund", "jkn-2027", "--source", "apbd_ii", "--year", "2027", "--amount", "453600000",
                "--stage", "dpa")
            let stored = await client.send("GET", "/v1/agreements/jkn-2027").body
            #expect(["funding", "active"].contains(stored["phase"]?.text))
            let history = await client.send("GET", "/v1/agreements/jkn-2027/events").body["items"]?.list ?? []
            let arrived = try await eventually("every step has arrived") {
                receiver.arrivals.count >= history.count ? receiver.arrivals : nil
            }
            #expect(receiver.refused == [])
            #expect(arrived.map(\.agreementSeq) == (1...Int64(history.count)).map { $0 })
            #expect(arrived.map(\.id) == history.compactMap { $0["id"]?.text })
        }
    }
}
