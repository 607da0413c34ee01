public import Documents

/// Why the ledger did not do what it was asked. Nothing has changed when one of these is thrown.
public enum LedgerError: ExplainedError, Equatable {
    /// Somebody else changed the agreement first; the stored version comes along.
    case stale(version: Int)
    case duplicateRef(String)
    /// The idempotency key has been used before.
    case duplicateKey
    /// The reminder has ended meanwhile.
    case reminderEnded(String)
    /// A notice that was to go into a mail is part of another already.
    case noticeTaken
    /// Of an account, a session or an invitation; somebody else was first.
    case accessChanged
    /// Somebody else signs in by this name.
    case nameTaken(String)
    case notFound(String)
    /// Other rules have come into force since the change was worked out.
    case rulesChanged
    /// The disk has no room; reads go on.
    case full
    case readOnly
    /// The state directory belongs to the other kind of ledger.
    case wrongKind(found: String, wanted: String)
    /// The ledger was written by a newer program.
    case tooNew(String)
    case failed(String)

    public var message: Bilingual {
        switch self {
        case .stale(let version):
            Bilingual(
                id: "sudah diubah orang lain; versi sekarang \(version)",
                en: "changed by somebody else; the version is now \(version)")
        case .duplicateRef(let ref):
            Bilingual(id: "ref '\(ref)' sudah dipakai", en: "the ref '\(ref)' is taken")
        case .duplicateKey:
            Bilingual(id: "kunci idempotensi sudah dipakai", en: "the idempotency key has been used")
        case .reminderEnded(let id):
            Bilingual(id: "pengingat \(id) sudah selesai", en: "the reminder \(id) has ended")
        case .noticeTaken:
            Bilingual(id: "pemberitahuan sudah masuk surel lain", en: "the notice is part of another mail already")
        case .accessChanged:
            Bilingual(
                id: "akun, sesi atau undangan ini baru saja berubah",
                en: "this account, session or invitation has just changed")
        case .nameTaken(let name):
            Bilingual(id: "nama masuk '\(name)' sudah dipakai", en: "the sign-in name '\(name)' is taken")
        case .notFound(let what):
            Bilingual(id: "'\(what)' tidak ada", en: "'\(what)' does not exist")
        case .rulesChanged:
            Bilingual(id: "aturan baru saja berubah; ulangi", en: "the rules have just changed; try again")
        case .full:
            Bilingual(id: "penyimpanan penuh; data tetap dapat dibaca", en: "the disk is full; reading goes on")
        case .readOnly:
            Bilingual(id: "penyimpanan hanya dapat dibaca", en: "the disk is read-only")
        case .wrongKind(let found, let wanted):
            Bilingual(
                id: "direktori ini milik buku \(found), bukan \(wanted); pakai state directory lain",
                en: "this directory holds a \(found) ledger, not a \(wanted) one; use another state directory")
        case .tooNew(let migration):
            Bilingual(
                id: "buku ini ditulis versi yang lebih baru (\(migration)); pasang pksd yang lebih baru",
                en: "this ledger was written by a newer version (\(migration)); install a newer pksd")
        case .failed(let reason):
            Bilingual(id: "buku gagal: \(reason)", en: "the ledger failed: \(reason)")
        }
    }
}
