import Foundation
import Testing

extension Processes {
    /// The unit under a real systemd, with the daemon as it was just built; what is checked stands in the script.
    @Suite struct SystemdTests {
        private static let script = Programs.root + "/Tests/ProcessTests/Scripts/systemd.sh"

        /// Nothing is passed over in silence: where it cannot run, the reason is printed and the test counts as skipped.
        private static let isPossible: @Sendable () async throws -> Bool = {
            let result = try await Programs.run("/bin/bash", [script, "possible"])
            if result.status != 0 {
                print("*** NOT TESTED: pksd under a real systemd: \(result.output)\(result.errors)")
            }
            return result.status == 0
        }

        @Test(.enabled("needs root, namespaces, overlays and control groups; see the line NOT TESTED", isPossible))
        func `the unit starts when ready, keeps its rights, reloads, is watched, comes back and stops`() async throws {
            let result = try await Programs.run(
                "/bin/bash", [SystemdTests.script, "check", Programs.products, Programs.root])
            let checks = result.output.split(separator: "\n")
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(checks.count { $0.hasPrefix("ok ") } == 25 && !checks.contains { $0.hasPrefix("FAIL ") })
        }
    }
}
