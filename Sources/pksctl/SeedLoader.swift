import Agreements
import Documents

/// Enters seed files through the API, one request a step.
///
/// Keys are made of the reference and the step's number, so that a second run, or one after an interruption, repeats
/// requests that the server has already answered and changes nothing.
struct SeedLoader {
    let session: Session

    private var output: Output { session.output }

    /// Stops at the first refusal.
    func load(_ file: InputFile) async throws {
        let seed = try SeedFile(try file.node())
        guard try await create(seed) else { return }
        for (index, step) in seed.steps.enumerated() {
            let answer = try await refusing(step.origin) { try await take(step, index + 1, of: seed) }
            try tell(seed.ref, index + 1, of: seed.steps.count, step.title, answer)
        }
        try await close(seed)
    }

    /// - Returns: false if the agreement was there already, and not by this file.
    private func create(_ seed: SeedFile) async throws -> Bool {
        do {
            let answer = try await refusing(seed.agreement) {
                try await session.client.write("POST", ["agreements"], seed.agreement.json, key: key(seed, 0))
            }
            try tell(seed.ref, 0, of: seed.steps.count, output.word("dibuat", "created"), answer)
            return true
        } catch Failure.refused(let refusal) where refusal.status == 409 {
            // Only a reference that is taken is no error; anything else that conflicts is.
            guard (try? await session.client.get(["agreements", seed.ref])) != nil else {
                throw Failure.refused(refusal)
            }
            if output.wantsJSON {
                output.json(["ref": .text(seed.ref), "outcome": "left_alone"])
            } else {
                output.say(
                    "= \(seed.ref): sudah ada, dibiarkan apa adanya", "= \(seed.ref): already there, left as it is")
            }
            return false
        }
    }

    private func take(_ step: SeedFile.Step, _ number: Int, of seed: SeedFile) async throws -> Client.Answer {
        var client = session.client
        if let role = step.role { client.token = session.surroundings.token(of: role.rawValue) ?? client.token }
        switch step.content {
        case .fact(let path, let body):
            return try await client.change(seed.ref, "POST", path, body, key: key(seed, number))
        case .coverage(let region, let body):
            return try await client.write("POST", ["regions", region, "coverage"], body, key: key(seed, number))
        }
    }

    private func key(_ seed: SeedFile, _ step: Int) -> String { "load-\(seed.ref)-\(step)" }

    private func tell(_ ref: String, _ number: Int, of count: Int, _ title: String, _ answer: Client.Answer) throws {
        if output.wantsJSON {
            let outcome = answer.isReplay ? "repeated" : "done"
            return output.json([
                "ref": .text(ref), "step": .integer(Int64(number)), "title": .text(title), "outcome": .text(outcome),
            ])
        }
        let repeated = answer.isReplay ? output.word(" (sudah pernah)", " (already done)") : ""
        output.page("\(answer.isReplay ? "=" : "✓") \(ref) \(number)/\(count): \(title)\(repeated)")
    }

    private func close(_ seed: SeedFile) async throws {
        guard !output.wantsJSON else { return }
        let agreement = try await session.client.get(["agreements", seed.ref]).json()
        let state = agreement.spoken("state_label", output.language) ?? agreement.cell("state")
        let findings = agreement.cell("findings_count")
        output.say("  \(seed.ref): \(state), \(findings) temuan", "  \(seed.ref): \(state), \(findings) findings")
    }
}
