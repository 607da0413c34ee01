public import Agreements
public import ArgumentParser
public import Calendars
public import Documents
import Foundation

extension Language: ExpressibleByArgument {}
extension Phase: ExpressibleByArgument {}
extension AgreementKind: ExpressibleByArgument {}
extension Programme: ExpressibleByArgument {}
extension Segment: ExpressibleByArgument {}
extension FundingSource: ExpressibleByArgument {}
extension FundingStage: ExpressibleByArgument {}
extension BudgetRevision.Kind: ExpressibleByArgument {}
extension CoverageFact.Scheme: ExpressibleByArgument {}
extension CoverageStanding.Status: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Signature.Method: ExpressibleByArgument {}
extension Note.Kind: ExpressibleByArgument {}
extension Day: ExpressibleByArgument {}
extension Month: ExpressibleByArgument {}
extension Instant: ExpressibleByArgument {}

/// Whole rupiah, typed as `2000000000` or as people write it, `2.000.000.000` or `Rp2.000.000.000`.
struct Rupiah: ExpressibleByArgument {
    let value: Int64

    init?(argument: String) {
        let digits = argument.hasPrefix("Rp") ? argument.dropFirst(2) : argument[...]
        let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isGrouped = groups.count > 1
        guard digits.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }),
            !isGrouped || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 }),
            let value = Int64(groups.joined())
        else { return nil }
        self.value = value
    }
}

/// The agreement that a command is about.
struct AgreementArgument: ParsableArguments {
    @Argument(help: "The agreement: its reference, such as kota-kupang-2019, or its id.")
    var ref: String
}

/// For a write that may be sent twice by accident.
struct KeyOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Repeating a command with the same key does it only once. (default: a new key)", valueName: "key"))
    var idempotencyKey: String?

    var key: String { idempotencyKey ?? UUID().uuidString.lowercased() }
}

/// For a write on an agreement that is already there.
struct ChangeOptions: ParsableArguments {
    @OptionGroup var keys: KeyOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Do it only if the agreement is still at this version. (default: the version it has now)",
            valueName: "version"))
    var ifMatch: Int?

    var key: String { keys.key }
}

extension Session {
    /// Sends a write on an agreement and tells what stands in the record now.
    func change(
        _ ref: String, _ method: String = "POST", _ steps: [String] = [], _ body: JSON, _ options: ChangeOptions,
        done: Bilingual
    ) async throws {
        let answer = try await client.change(
            ref, method, steps, body, key: options.key, version: options.ifMatch)
        try output.show(answer) { agreement in
            var line = "✓ \(ref): \(done.text(language))"
            let state = agreement.spoken("state_label", language) ?? agreement["state"]?.text
            if let state, agreement["phase"] != nil { line += " — \(state)" }
            let waiting = agreement.cell("waiting_on")
            if !waiting.isEmpty { line += output.word("; menunggu ", "; waiting on ") + waiting }
            return line
        }
    }
}
