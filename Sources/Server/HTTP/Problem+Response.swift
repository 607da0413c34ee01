import Agreements
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Webhooks
import Workflows

/// An error as RFC 9457 wants it told: `application/problem+json`, in the reader's language.
struct ProblemDetails: Encodable {
    var type: String
    var title: String
    var status: Int
    var detail: String
    /// What is wrong where, for bodies and queries.
    var errors: [FieldError]?
    /// What stands in the way of a transition.
    var requirements: [RequirementView]?
    /// The version that is stored now.
    var version: Int?

    struct FieldError: Encodable {
        /// A JSON Pointer into the body (RFC 6901), or the name of a query parameter after `?`.
        var pointer: String
        var detail: String
    }
}

extension ProblemDetails {
    init(_ error: any Error, _ language: Language) {
        switch error {
        case let error as EngineError: self.init(engine: error, language)
        case let error as DocumentError:
            self.init(
                "invalid-body", .badRequest,
                Bilingual(id: "Permintaan tidak dapat dibaca", en: "The request cannot be read"), error.problems,
                language)
        case let error as UnknownEventType:
            self.init("not-found", .notFound, Bilingual(id: "Tidak ada", en: "Not found"), error.message, language)
        case let error as SignInError:
            self.init(
                "sign-in", .forbidden, Bilingual(id: "Tidak dapat masuk", en: "Not signed in"), error.message, language)
        case let error as LedgerError: self.init(ledger: error, language)
        case let error as MoneyError:
            self.init(
                "too-large", .unprocessableContent,
                Bilingual(id: "Angka terlalu besar", en: "The figures are too large"),
                error.message, language)
        case let error as BodyTooLarge:
            self.init(
                "body-too-large", .contentTooLarge, Bilingual(id: "Isi terlalu besar", en: "The body is too large"),
                error.message, language)
        case let error as HTTPError:
            self.init(
                "http-\(error.status.code)", error.status,
                error.status == .notFound
                    ? Bilingual(id: "Alamat tidak ada", en: "No such address")
                    : Bilingual(id: error.status.reasonPhrase, en: error.status.reasonPhrase),
                Bilingual(id: error.body ?? "", en: error.body ?? ""), language)
        default:
            self.init(
                "internal", .internalServerError, Bilingual(id: "Kesalahan di dalam pksd", en: "An error inside pksd"),
                Bilingual(
                    id: "permintaan tidak dijalankan; catatan ada pada log",
                    en: "nothing was done; the log has the details"),
                language)
        }
    }

    private init(
        _ type: String, _ status: HTTPResponse.Status, _ title: Bilingual, _ detail: Bilingual, _ language: Language
    ) {
        self.type = "https://pksd.invalid/problems/\(type)"
        self.title = title.text(language)
        self.status = status.code
        self.detail = detail.text(language)
    }

    private init(
        _ type: String, _ status: HTTPResponse.Status, _ title: Bilingual, _ problems: [Problem], _ language: Language
    ) {
        let text = problems.map { $0.text(language) }.joined(separator: "; ")
        self.init(type, status, title, Bilingual(id: text, en: text), language)
        errors = problems.map { .init(pointer: $0.place.pointer, detail: $0.text(language)) }
    }

    private init(ledger error: LedgerError, _ language: Language) {
        switch error {
        case .full:
            self.init(
                "disk-full", .init(code: 507, reasonPhrase: "Insufficient Storage"),
                Bilingual(id: "Penyimpanan penuh", en: "The disk is full"),
                error.message, language)
        case .notFound:
            self.init("not-found", .notFound, Bilingual(id: "Tidak ada", en: "Not found"), error.message, language)
        case .accessChanged, .nameTaken:
            self.init(
                "impossible", .conflict, Bilingual(id: "Tidak mungkin sekarang", en: "Not possible now"),
                error.message, language)
        default:
            self.init(
                "ledger", .serviceUnavailable,
                Bilingual(id: "Buku tidak dapat ditulis", en: "The ledger cannot be written"), error.message, language)
        }
    }

    private init(engine error: EngineError, _ language: Language) {
        let message = error.message
        switch error {
        case .unauthorized:
            self.init(
                "unauthorized", .unauthorized, Bilingual(id: "Perlu token", en: "A token is needed"), message, language)
        case .forbidden:
            self.init("forbidden", .forbidden, Bilingual(id: "Tidak diizinkan", en: "Not allowed"), message, language)
        case .notFound:
            self.init("not-found", .notFound, Bilingual(id: "Tidak ada", en: "Not found"), message, language)
        case .invalid(let problems):
            self.init(
                "invalid", .unprocessableContent,
                Bilingual(id: "Isian tidak benar", en: "The request says something that cannot be"),
                problems, language)
        case .versionRequired:
            self.init(
                "version-required", .preconditionRequired,
                Bilingual(id: "Versi harus disebut", en: "The version must be named"), message, language)
        case .stale(let version):
            self.init(
                "stale", .preconditionFailed, Bilingual(id: "Versi sudah lama", en: "The version is stale"), message,
                language)
            self.version = version
        case .refTaken:
            self.init(
                "ref-taken", .conflict, Bilingual(id: "Ref sudah dipakai", en: "The ref is taken"), message, language)
        case .keyReused:
            self.init(
                "idempotency-key-reused", .unprocessableContent,
                Bilingual(id: "Idempotency-Key dipakai ulang", en: "The Idempotency-Key was reused"), message, language)
        case .impossible:
            self.init(
                "impossible", .conflict, Bilingual(id: "Tidak mungkin sekarang", en: "Not possible now"), message,
                language)
        case .unmet(_, let assessments):
            self.init(
                "requirements-unmet", .conflict,
                Bilingual(id: "Syarat belum terpenuhi", en: "Requirements are not met"),
                message, language)
            requirements = assessments.map { RequirementView($0, language) }
        }
    }

    func response() -> Response {
        var headers: HTTPFields = [.contentType: "application/problem+json"]
        if status == 401 { headers[.wwwAuthenticate] = "Bearer" }
        if status == 503 { headers[.retryAfter] = "5" }
        return Response(status: .init(code: status), headers: headers, body: .init(json: self))
    }
}
