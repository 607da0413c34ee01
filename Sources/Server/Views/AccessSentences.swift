import Agreements
import Documents
import Engine
import Ledger

extension AccessEntry.Act {
    var label: Bilingual {
        switch self {
        case .signIn: Bilingual(id: "masuk", en: "signed in")
        case .signInRefused: Bilingual(id: "ditolak masuk", en: "was turned away")
        case .signOut: Bilingual(id: "keluar", en: "signed out")
        case .roleSwitched: Bilingual(id: "berganti jabatan", en: "went on in another office")
        case .passwordSet: Bilingual(id: "menetapkan kata sandi", en: "set their password")
        case .identityLinked: Bilingual(id: "menghubungkan akun lembaga", en: "linked their institution's account")
        case .invitationMade: Bilingual(id: "membuat undangan", en: "made an invitation")
        case .accountDisabled: Bilingual(id: "menonaktifkan akun", en: "disabled an account")
        case .accountEnabled: Bilingual(id: "mengaktifkan akun", en: "enabled an account")
        case .sessionEnded: Bilingual(id: "mengakhiri sesi", en: "ended a session")
        case .tokenMade: Bilingual(id: "membuat token", en: "made a token")
        case .tokenRevoked: Bilingual(id: "mencabut token", en: "revoked a token")
        case .personSaved: Bilingual(id: "menyimpan data orang", en: "saved a person")
        case .personDeleted: Bilingual(id: "menghapus orang", en: "deleted a person")
        case .export: Bilingual(id: "membawa data keluar", en: "took data out")
        case .readSensitive: Bilingual(id: "membaca yang peka", en: "read what is sensitive")
        case .report: Bilingual(id: "membuka laporan", en: "opened a report")
        }
    }
}

extension AccessEntry {
    /// What was done, in words.
    func sentence(_ language: Language) -> String {
        let object = object.text(language)
        return act.label.text(language) + (object.isEmpty ? "" : ": " + object)
    }

    /// What it was done to, or how; as it is written where we have no words for it.
    private var object: Bilingual {
        switch (act, detail) {
        case (.signIn, _): Role(rawValue: detail)?.label ?? asWritten
        case (.roleSwitched, _):
            Role(rawValue: detail).map {
                Bilingual(id: "sebelumnya \($0.label.id)", en: "before that \($0.label.en)")
            } ?? asWritten
        case (.signInRefused, "name"): Bilingual(id: "tidak ada nama itu", en: "there is no such name")
        case (.signInRefused, "password"): Bilingual(id: "kata sandi salah", en: "the password was wrong")
        case (.signInRefused, "disabled"): Bilingual(id: "akun dinonaktifkan", en: "the account is disabled")
        case (.signInRefused, "stranger"):
            Bilingual(id: "tidak ada orang dengan alamat itu", en: "nobody has that address")
        case (.signInRefused, "another identity"):
            Bilingual(
                id: "akun itu sudah terhubung dengan identitas lain", en: "the account is linked to another identity")
        case (.passwordSet, "invitation"): Bilingual(id: "lewat undangan", en: "by an invitation")
        case (.readSensitive, AccessEntry.ofLog): Bilingual(id: "catatan akses", en: "the access log")
        case (.readSensitive, _) where detail.hasPrefix(AccessEntry.ofSessions):
            name(after: AccessEntry.ofSessions)
        default: asWritten
        }
    }

    private var asWritten: Bilingual { Bilingual(id: detail, en: detail) }

    private func name(after prefix: String) -> Bilingual {
        let name = detail.dropFirst(prefix.count)
        return Bilingual(id: "sesi \(name)", en: "the sessions of \(name)")
    }
}
