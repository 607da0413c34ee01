import Courier
import Documents

extension Outcome.Failure {
    /// What happened, with what can be done where that is known.
    var advice: Bilingual {
        switch kind {
        case .forbiddenAddress:
            Bilingual(
                id: "\(detail): jika penyedia memang di sana, tambahkan ke 'allow'",
                en: "\(detail): if the provider is meant to be there, add it to 'allow'")
        case .tls:
            Bilingual(
                id: "\(detail): untuk otoritas sertifikat sendiri, tunjuk berkasnya dengan 'ca'",
                en: "\(detail): for an authority of your own, name its file as 'ca'")
        case .timeout, .connectTimeout:
            Bilingual(id: "tidak menjawab pada waktunya (\(detail))", en: "no answer in time (\(detail))")
        default: Bilingual(id: "tidak ada jawaban: \(detail)", en: "no answer: \(detail)")
        }
    }
}

extension Refusal {
    /// - Parameter refusal: nil where the provider gave no reason.
    static func message(_ refusal: Refusal?, status: Int) -> Bilingual {
        if let refusal { return refusal.message }
        if (300..<400).contains(status) {
            return Bilingual(
                id: "penyedia mengalihkan ke alamat lain (\(status)), yang tidak diikuti: perbaiki 'issuer'",
                en: "the provider redirects elsewhere (\(status)), which is not followed: correct 'issuer'")
        }
        return Bilingual(id: "penyedia menjawab \(status)", en: "the provider answers \(status)")
    }

    var message: Bilingual {
        let said = description.map { "\(error): \($0)" } ?? "\(error)"
        guard let advice else {
            return Bilingual(id: "penyedia menolak (\(said))", en: "the provider refuses (\(said))")
        }
        return Bilingual(
            id: "penyedia menolak (\(said)): \(advice.id)", en: "the provider refuses (\(said)): \(advice.en)")
    }

    /// What an operator can mend, by the codes of RFC 6749 and OpenID Connect Core 1.0.
    private var advice: Bilingual? {
        switch error.description {
        case "access_denied":
            Bilingual(
                id: "orangnya membatalkan, atau tidak diizinkan di sana", en: "the person declined, or may not there")
        case "invalid_client", "unauthorized_client":
            Bilingual(
                id: "periksa 'client_id' dan rahasianya, dan bahwa alur kode diizinkan untuk klien ini",
                en: "check 'client_id' and its secret, and that this client may use the code flow")
        case "invalid_grant":
            Bilingual(
                id:
                    "kode sudah dipakai atau terlalu lama, atau alamat kembali tidak terdaftar persis seperti yang dikirim",
                en:
                    "the code was used already or is too old, or the redirect address is not registered exactly as it is sent"
            )
        case "redirect_uri_mismatch", "invalid_request":
            Bilingual(
                id: "daftarkan alamat kembali di penyedia persis seperti yang dikirim",
                en: "register the redirect address at the provider exactly as it is sent")
        case "invalid_scope": Bilingual(id: "periksa 'scopes'", en: "check 'scopes'")
        case "server_error", "temporarily_unavailable":
            Bilingual(id: "gangguan di penyedia", en: "the provider is out of order")
        default: nil
        }
    }
}
