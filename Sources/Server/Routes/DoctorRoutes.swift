import Calendars
import Documents
import Engine
import Hummingbird
import Ledger

/// Whether all is well with the daemon and its record.
struct DoctorRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("doctor", use: examine)
    }

    @Sendable func examine(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        try Query(request).finish()
        return .json(
            CheckupView(checkup: try await engine.checkup(for: context.principal), language: context.language))
    }
}

/// What the examination found, in one language.
private struct CheckupView: Encodable {
    var checkup: Checkup
    var language: Language

    enum CodingKeys: String, CodingKey {
        case at, outcome, reminders, summary, checks
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(checkup.at, forKey: .at)
        try container.encode(checkup.outcome, forKey: .outcome)
        var counts = Dictionary(
            uniqueKeysWithValues: Reminder.State.allCases.filter { !$0.isOpen }.map {
                ($0.rawValue, checkup.counts[$0])
            })
        counts["planned"] = checkup.counts.planned
        counts["open"] = checkup.counts.open
        counts["unaccounted"] = checkup.counts.unaccounted
        try container.encode(counts, forKey: .reminders)
        try container.encode(checkup.counts.sentence.text(language), forKey: .summary)
        try container.encode(checkup.checks.map { CheckView(check: $0, language: language) }, forKey: .checks)
    }

    struct CheckView: Encodable {
        var check: Checkup.Check
        var language: Language

        enum CodingKeys: String, CodingKey {
            case id, claim, outcome, count, findings
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(check.id, forKey: .id)
            try container.encode(check.claim.text(language), forKey: .claim)
            try container.encode(check.outcome, forKey: .outcome)
            try container.encode(check.count, forKey: .count)
            try container.encode(check.findings.map { $0.text(language) }, forKey: .findings)
        }
    }
}
