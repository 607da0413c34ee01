import ArgumentParser
import Calendars
import Documents

struct AgreementAdvanceMany: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "advance-many",
        abstract: "Take one step for many agreements, each for itself.",
        discussion: """
            Whatever refuses one leaves the others as they are; the exit code is 1 then, and each refusal is told. With \
            --dry-run nothing is changed.

              pksctl agreements advance-many register kota-kupang-2027 kab-kupang-2027 --dry-run
              pksctl agreements advance-many register kota-kupang-2027 kab-kupang-2027
            """)

    @Argument(help: "The step to take, such as register.") var transition: String
    @Argument(help: "The agreements.") var agreements: [String]
    @Option(help: "Why; some steps, such as suspending, ask for it.") var reason: String?
    @Option(help: ArgumentHelp("The day it really happened, such as 2026-01-29. (default: today)", valueName: "date"))
    var effectiveOn: Day?
    @Flag(help: "Only say what would become of each.") var dryRun = false
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        // What would become of each also says the versions that the step is then taken from.
        let preview = try await send(agreements.map { (name: $0, version: nil) }, dryRun: true, session)
        let seen = try preview.json().items().map { (name: $0.cell("agreement"), version: $0["seen"]?.integer) }
        let answer = dryRun ? preview : try await send(seen, dryRun: false, session)
        try session.output.show(answer) { page($0, session.output) }
        if try answer.json()["refused"]?.integer ?? 0 > 0 { throw Failure.errorsFound }
    }

    private func send(
        _ items: [(name: String, version: Int64?)], dryRun: Bool, _ session: Session
    ) async throws -> Client.Answer {
        let list = items.map { item in
            JSON.body(["agreement": .text(item.name), "version": item.version.map { .integer($0) }])
        }
        let body = JSON.body([
            "transition": .text(transition), "reason": reason.map { .text($0) },
            "effective_on": effectiveOn.map { .text($0.description) }, "dry_run": .bool(dryRun), "items": .list(list),
        ])
        return try await session.client.write("POST", ["agreements", "bulk-transitions"], body, key: keys.key)
    }

    private func page(_ answer: JSON, _ output: Output) -> String {
        let lines = answer.items().map { item in
            let name = item.cell("agreement")
            guard item["done"] == .bool(true) else {
                return "✗ \(name): \(item["problem"]?.cell("detail") ?? "")"
            }
            return "✓ \(name): " + (item.spoken("state_label", output.language) ?? item.cell("state"))
        }
        let (done, refused) = (answer.count("done", output.language), answer.count("refused", output.language))
        let closing =
            dryRun
            ? output.word("\(done) akan berpindah, \(refused) ditolak.", "\(done) would move, \(refused) are refused.")
            : output.word("\(done) berpindah, \(refused) ditolak.", "\(done) moved, \(refused) were refused.")
        return (lines + ["", closing]).joined(separator: "\n")
    }
}
