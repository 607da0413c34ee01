import Agreements
import Documents
import Expressions

extension Requirement.Check {
    /// What to say where the file does not.
    var generalSentence: Bilingual {
        switch self {
        case .has(let name): Bilingual(id: "'\(name)' belum diisi", en: "'\(name)' has no value yet")
        case .document(let kind): Bilingual(id: "Dokumen '\(kind)' belum ada", en: "Document '\(kind)' is missing")
        case .anySigned: Bilingual(id: "Belum ada pihak yang menandatangani", en: "No party has signed yet")
        case .allSigned: Bilingual(id: "Belum semua pihak menandatangani", en: "Not all parties have signed")
        case .numbered:
            Bilingual(id: "Nomor naskah tiap pihak belum lengkap", en: "A party's document number is missing")
        case .signatoriesNamed: Bilingual(id: "Penanda tangan belum disebut", en: "A signatory has not been named")
        case .authority:
            Bilingual(id: "Surat kuasa penanda tangan belum ada", en: "A signatory's power of attorney is missing")
        case .field(let name, _):
            Bilingual(id: "'\(name)' belum memenuhi syarat", en: "'\(name)' does not meet its condition")
        case .funding(let stage, false):
            Bilingual(
                id: "Anggaran belum sampai tahap \(stage.rawValue)", en: "No funding line has reached \(stage.rawValue)"
            )
        case .funding(let stage, true):
            Bilingual(
                id: "Anggaran tahap \(stage.rawValue) belum cukup untuk peserta yang tercatat",
                en: "Funding at \(stage.rawValue) does not pay for the members on record")
        case .membersRecorded: Bilingual(id: "Jumlah peserta belum dicatat", en: "No head count is on record")
        case .olderThan(let span): Bilingual(id: "Belum \(span)", en: "Not yet \(span)")
        case .reached(let name): Bilingual(id: "'\(name)' belum tiba", en: "'\(name)' has not come yet")
        case .passed(let name): Bilingual(id: "'\(name)' belum lewat", en: "'\(name)' has not passed yet")
        case .billsSettled: Bilingual(id: "Masih ada tagihan yang belum lunas", en: "A bill is not settled yet")
        case .expression(let expression):
            Bilingual(
                id: "Belum benar: \(expression.expression.source)", en: "Not true yet: \(expression.expression.source)")
        case .any(let requirements):
            Bilingual(
                id: requirements.map(\.say.id).joined(separator: " / "),
                en: requirements.map(\.say.en).joined(separator: " / "))
        }
    }
}
