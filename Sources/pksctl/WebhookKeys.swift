import ArgumentParser
import Documents
import Foundation
import Receivers

/// With which keys the signatures of webhooks are checked. Never taken from the arguments, which every user of the machine
/// can read.
struct WebhookKeyOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file of keys, whsec_… or whpk_…, one a line. (default: $PKSCTL_WEBHOOK_SECRET)", valueName: "file"))
    var secretFile: String?

    /// Nil where no key is given.
    func verifier(_ surroundings: Surroundings) throws -> SignatureVerifier? {
        let text = try secretFile.map { try InputFile($0).text() } ?? surroundings.variable("PKSCTL_WEBHOOK_SECRET")
        guard let text else { return nil }
        do {
            return try SignatureVerifier(text.split(whereSeparator: \.isWhitespace).map(String.init))
        } catch {
            let name = secretFile ?? "PKSCTL_WEBHOOK_SECRET"
            throw Failure.usage(Bilingual(id: "\(name): \(error.message.id)", en: "\(name): \(error.message.en)"))
        }
    }
}

extension SignatureVerifier.Verdict {
    /// For a column: ✓, ✗ or a word.
    func mark(_ output: Output) -> String {
        switch self {
        case .valid: "✓"
        case .stale: output.word("✓ (waktunya meleset)", "✓ (out of time)")
        case .wrong: output.word("✗ tanda tangan salah", "✗ wrong signature")
        case .unsigned: output.word("✗ tanpa tanda tangan", "✗ unsigned")
        case .unchecked: output.word("tidak diperiksa", "not verified")
        }
    }
}
