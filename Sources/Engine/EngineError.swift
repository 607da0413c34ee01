import Agreements
public import Documents
public import Workflows

/// Why the engine refused. Nothing has changed when one of these is thrown.
public enum EngineError: ExplainedError {
    case unauthorized
    case forbidden(Bilingual)
    case notFound(String)
    /// The body is understood but says something that cannot be.
    case invalid([Problem])
    /// A write to an existing record must say which version it means.
    case versionRequired
    case stale(version: Int)
    case refTaken(String)
    /// The idempotency key was used for another request.
    case keyReused
    /// The record does not allow it now.
    case impossible(Bilingual)
    /// The transition exists, but these stand in its way.
    case unmet(transition: Bilingual, [Assessment])

    public static func invalid(_ pointer: String, _ message: Bilingual, suggestion: String? = nil) -> EngineError {
        .invalid([Problem(at: Place(pointer: pointer), message, suggestion: suggestion)])
    }

    public var message: Bilingual {
        switch self {
        case .unauthorized:
            Bilingual(id: "token tidak ada atau tidak dikenal", en: "the token is missing or unknown")
        case .forbidden(let why), .impossible(let why): why
        case .notFound(let what): Bilingual(id: "'\(what)' tidak ada", en: "'\(what)' does not exist")
        case .invalid(let problems):
            Bilingual(
                id: problems.map { $0.text(.indonesian) }.joined(separator: "; "),
                en: problems.map { $0.text(.english) }.joined(separator: "; "))
        case .versionRequired:
            Bilingual(
                id: "sertakan If-Match dengan ETag dari pembacaan terakhir",
                en: "send If-Match with the ETag you read last")
        case .stale(let version):
            Bilingual(
                id: "sudah diubah orang lain; versi sekarang \(version), baca ulang lalu coba lagi",
                en: "changed by somebody else; the version is now \(version), read it again and retry")
        case .refTaken(let ref): Bilingual(id: "ref '\(ref)' sudah dipakai", en: "the ref '\(ref)' is taken")
        case .keyReused:
            Bilingual(
                id: "Idempotency-Key ini sudah dipakai untuk permintaan lain",
                en: "this Idempotency-Key was used for another request")
        case .unmet(let transition, let assessments):
            Bilingual(
                id:
                    "'\(transition.id)' belum bisa: \(assessments.filter { !$0.isSatisfied }.map(\.say.id).joined(separator: "; "))",
                en:
                    "'\(transition.en)' is not possible yet: \(assessments.filter { !$0.isSatisfied }.map(\.say.en).joined(separator: "; "))"
            )
        }
    }
}
