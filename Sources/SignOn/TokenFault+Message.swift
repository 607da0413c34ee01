import Documents

extension TokenFault {
    var message: Bilingual {
        switch self {
        case .malformed: Bilingual(id: "token rusak", en: "the token is malformed")
        case .algorithm(let name):
            Bilingual(
                id:
                    "token ditandatangani dengan '\(name)': aturlah RS256, ES256 atau EdDSA untuk klien ini di penyedia",
                en: "the token is signed with '\(name)': set RS256, ES256 or EdDSA for this client at the provider")
        case .unknownKey(let name?):
            Bilingual(
                id: "kunci '\(name)' dari token tidak diumumkan penyedia",
                en: "the provider does not publish the token's key '\(name)'")
        case .unknownKey(nil):
            Bilingual(
                id: "token tidak menyebut kuncinya, dan penyedia tidak mengumumkan tepat satu",
                en: "the token names no key, and the provider does not publish just one")
        case .unusableKey:
            Bilingual(
                id: "kunci penyedia rusak atau terlalu lemah (RSA di bawah 2.048 bit)",
                en: "the provider's key is broken or too weak (RSA below 2,048 bits)")
        case .signature: Bilingual(id: "tanda tangan token tidak sah", en: "the token's signature is not valid")
        case .issuer(let said):
            Bilingual(id: "token diterbitkan oleh '\(said)'", en: "the token was issued by '\(said)'")
        case .audience, .authorizedParty:
            Bilingual(
                id: "token untuk klien lain ('aud' atau 'azp' bukan 'client_id' kita)",
                en: "the token is for another client ('aud' or 'azp' is not our 'client_id')")
        case .expired:
            Bilingual(id: "token kedaluwarsa: periksa jam kedua mesin", en: "the token has expired: check both clocks")
        case .early:
            Bilingual(
                id: "token belum berlaku: periksa jam kedua mesin", en: "the token is not valid yet: check both clocks")
        case .stale:
            Bilingual(
                id: "token lebih tua dari proses masuk: periksa jam kedua mesin",
                en: "the token is older than the sign-in: check both clocks")
        case .nonce: Bilingual(id: "token milik proses masuk yang lain", en: "the token belongs to another sign-in")
        case .accessToken:
            Bilingual(
                id: "token tidak cocok dengan token akses yang menyertainya",
                en: "the token does not match the access token that came with it")
        case .noSubject: Bilingual(id: "token tidak memuat 'sub'", en: "the token lacks 'sub'")
        }
    }
}
