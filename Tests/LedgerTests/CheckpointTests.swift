import Agreements
import Foundation
import GRDB
import Ledger
import Testing

@testable import SQLiteLedger

@Suite struct CheckpointTests {
    @Test(.timeLimit(.minutes(2))) func `a long log is carried into the database beside the commits, and begins anew`()
        async throws
    {
        let fixture = try Fixture()
        let file = fixture.directory + "/pksd.sqlite"
        _ = try await fixture.ledger.commit(Fixture.creation("agr_a"))
        func size(_ path: String) -> Int {
            (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        }
        let before = size(file)
        // About three thousand pages of 4 KiB, three times what is waited for.
        let text = String(repeating: "x", count: 4_000)
        for number in 0..<60 {
            try await fixture.sqlite.commits.write { db in
                for part in 0..<50 {
                    try db.execute(
                        sql: "INSERT INTO note (name, value) VALUES (?, ?)",
                        arguments: ["filler-\(number)-\(part)", text])
                }
            }
        }
        // It happens on a thread of its own; without it the file stays as it was until the ledger is closed.
        while size(file) < before + 4_000_000 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await fixture.ledger.note("filler-59-49") == text)
        try await fixture.ledger.close()
        let again = try SQLiteLedger(directory: fixture.directory, kind: .real, vault: fixture.sqlite.vault)
        #expect(try await again.note("filler-0-0") == text)
        try await again.close()
    }
}
