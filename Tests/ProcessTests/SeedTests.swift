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
                // Each step of a walk is by the one whose role it names, never by the admin who loads.
                let movers = (agreement["moves"]?.list ?? []).compactMap { $0["by"]?["role"]?.text }
                #expect(movers.isEmpty == (state == "initiated") && !movers.contains("admin"), "\(ref)")
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
    }
}
