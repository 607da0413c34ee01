import Documents

/// Why a command did not do what it was asked; each case has its exit code.
enum Failure: Error {
    /// The server said no.
    case refused(Refusal)
    /// The command did its work and found errors, which it has already told.
    case errorsFound
    /// What was typed, or a file that was named, cannot be used.
    case usage(Bilingual)
    /// No answer came from the server.
    case unreachable(server: String, detail: String)

    var exitCode: Int32 {
        switch self {
        case .refused, .errorsFound: 1
        case .usage: 2
        case .unreachable: 3
        }
    }

    /// What a person is told; nil where everything has been said.
    func text(_ language: Language) -> String? {
        switch self {
        case .refused(let refusal): refusal.text(language)
        case .errorsFound: nil
        case .usage(let message): message.text(language)
        case .unreachable(let server, let detail):
            Bilingual(
                id:
                    "\(server) tidak terjangkau: \(detail)\nApakah pksd berjalan? Alamat lain: --server atau PKSCTL_SERVER.",
                en:
                    "\(server) cannot be reached: \(detail)\nIs pksd running? Another address: --server or PKSCTL_SERVER."
            ).text(language)
        }
    }
}
