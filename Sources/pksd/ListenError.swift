import Documents
import Glibc
import NIOCore
import Server

/// Why the daemon cannot listen where it was told to, and what can be done.
struct ListenError: ExplainedError {
    let message: Bilingual

    /// - Returns: nil for an error of another kind.
    init?(_ error: any Error, at address: ListenAddress) {
        let reason: Bilingual
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE:
            reason = Bilingual(
                id: "\(address) sedang dipakai program lain, mungkin pksd juga",
                en: "\(address) is in use by another program, perhaps another pksd")
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
            reason = Bilingual(
                id: "komputer ini tidak mempunyai alamat \(address.host)",
                en: "this machine has no address \(address.host)")
        case let error as IOError where error.errnoCode == EACCES:
            reason = Bilingual(
                id: "tidak berhak mendengarkan di \(address)", en: "not permitted to listen on \(address)")
        case is SocketAddressError.UnknownHost:
            reason = Bilingual(id: "nama \(address.host) tidak dikenal", en: "the name \(address.host) is not known")
        default: return nil
        }
        message = Bilingual(
            id: "\(reason.id); pilih alamat lain dengan --listen atau 'listen' di berkas pengaturan",
            en: "\(reason.en); choose another address with --listen or 'listen' in the settings file")
    }
}
