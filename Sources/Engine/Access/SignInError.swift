public import Calendars
public import Documents

/// Why somebody is not let in.
public enum SignInError: ExplainedError, Equatable {
    /// No such name, another password, or an account that is disabled: which of them is nobody's business.
    case wrong
    /// Too many failures; not even the right password is looked at before then.
    case tooMany(until: Instant)
    case busy
    /// The provider says who they are, and nobody here is that.
    case stranger
    /// The link was used, has run out or was replaced by another.
    case invitationOver

    public var message: Bilingual {
        switch self {
        case .wrong:
            Bilingual(id: "nama atau kata sandi tidak benar", en: "the name or the password is wrong")
        case .tooMany:
            Bilingual(
                id: "terlalu banyak percobaan yang gagal; tunggu sebentar lalu coba lagi",
                en: "too many attempts have failed; wait a little and try again")
        case .busy:
            Bilingual(
                id: "terlalu banyak orang masuk saat ini; coba lagi sebentar lagi",
                en: "too many people are signing in just now; try again in a moment")
        case .stranger:
            Bilingual(
                id: "tidak ada orang di sini dengan alamat itu; hubungi koordinator",
                en: "nobody here has that address; ask a coordinator")
        case .invitationOver:
            Bilingual(
                id:
                    "tautan undangan ini sudah dipakai atau tidak berlaku lagi; minta yang baru kepada koordinator atau admin",
                en: "this invitation has been used or is no longer valid; ask a coordinator or an admin for another")
        }
    }
}
