public import Documents

extension SignOnError: ExplainedError {
    public var message: Bilingual {
        switch self {
        case .noAnswer(let step, let failure): step.failed(failure.advice)
        case .refused(let step, let status, let refusal): step.failed(Refusal.message(refusal, status: status))
        case .oversized(let step):
            step.failed(
                Bilingual(
                    id: "jawabannya lebih dari \(Backchannel.answerBytesMax) bita",
                    en: "the answer is larger than \(Backchannel.answerBytesMax) bytes"))
        case .unreadable(let step, .noObject):
            step.failed(Bilingual(id: "jawabannya bukan objek JSON", en: "the answer is no JSON object"))
        case .unreadable(let step, .missing(let member)):
            step.failed(Bilingual(id: "jawabannya tidak memuat '\(member)'", en: "the answer lacks '\(member)'"))
        case .unsupported(let need): need.message
        case .unsafeAddress(let member):
            Bilingual(
                id: "'\(member)' dari penyedia bukan alamat https", en: "the provider's '\(member)' is no https address"
            )
        case .wrongIssuer(let said):
            Bilingual(
                id: "penyedia menyebut dirinya '\(said)': tulislah 'issuer' persis seperti itu, atau alamatnya salah",
                en: "the provider calls itself '\(said)': write 'issuer' exactly so, or the address is wrong")
        case .unknownPending:
            Bilingual(
                id: "peramban tidak membawa kembali proses masuk yang dimulai di sini",
                en: "the browser did not bring back a sign-in that began here")
        case .expired:
            Bilingual(id: "proses masuk berlangsung lebih dari 10 menit", en: "the sign-in took more than 10 minutes")
        case .wrongState:
            Bilingual(
                id: "jawaban ini milik proses masuk yang lain ('state' berbeda)",
                en: "the answer belongs to another sign-in ('state' differs)")
        case .answerOfAnother(let said?):
            Bilingual(
                id: "jawaban menyebut penyedia lain, '\(said)': mungkin sebuah serangan",
                en: "the answer names another provider, '\(said)': perhaps an attack")
        case .answerOfAnother(nil):
            Bilingual(
                id: "jawaban tidak menyebut penyedianya ('iss'), padahal seharusnya",
                en: "the answer does not name its provider ('iss'), although it must")
        case .brokenQuery:
            Bilingual(
                id: "alamat kembali tidak memuat tepat satu kode",
                en: "the address come back to holds not just one code")
        case .declined(let refusal): refusal.message
        case .badToken(let fault): fault.message
        case .otherSubject:
            Bilingual(
                id: "UserInfo dari penyedia tentang orang lain ('sub' berbeda)",
                en: "the provider's UserInfo is about somebody else ('sub' differs)")
        }
    }
}

extension SignOnError.Step {
    private var label: Bilingual {
        switch self {
        case .discovery: Bilingual(id: "keterangan penyedia", en: "the provider's description")
        case .keys: Bilingual(id: "kunci penyedia", en: "the provider's keys")
        case .token: Bilingual(id: "penukaran kode", en: "redeeming the code")
        case .userInfo: Bilingual(id: "UserInfo", en: "UserInfo")
        }
    }

    fileprivate func failed(_ reason: Bilingual) -> Bilingual {
        Bilingual(id: "\(label.id): \(reason.id)", en: "\(label.en): \(reason.en)")
    }
}

extension SignOnError.Need {
    fileprivate var message: Bilingual {
        let lacking =
            switch self {
            case .code: Bilingual(id: "alur kode ('code')", en: "the code flow ('code')")
            case .proofKey: Bilingual(id: "PKCE dengan S256", en: "PKCE with S256")
            case .signing:
                Bilingual(
                    id: "token bertanda tangan RS256, ES256 atau EdDSA", en: "tokens signed with RS256, ES256 or EdDSA")
            case .clientSecret:
                Bilingual(
                    id: "client_secret_basic atau client_secret_post", en: "client_secret_basic or client_secret_post")
            }
        return Bilingual(
            id: "penyedia tidak menawarkan \(lacking.id): aktifkan di sana",
            en: "the provider does not offer \(lacking.en): turn it on there")
    }
}
