import Documents

/// What is wrong with a workbook apart from its cells.
enum PartFailure: Error {
    case tooLarge(part: String, bytes: Int)
    case declaration(part: String)
    case malformed(part: String, detail: String)
    /// A part that is pointed to and is not there, or the other way round.
    case missing(String)
    case other(Bilingual)

    static let encrypted = PartFailure.other(
        Bilingual(
            id: "berkas .xls lama atau berkas bersandi: di Excel simpan sebagai .xlsx tanpa kata sandi",
            en: "an old .xls file or one with a password: in Excel save it as .xlsx without a password"))

    static let notWorkbook = PartFailure.other(
        Bilingual(
            id: "ini bukan buku kerja .xlsx: di Excel atau LibreOffice simpan sebagai .xlsx",
            en: "this is no .xlsx workbook: save it as .xlsx in Excel or LibreOffice"))

    var message: Bilingual {
        switch self {
        case .tooLarge(let part, let bytes):
            Bilingual(
                id: "\(part) lebih besar dari \(bytes) byte setelah dibuka",
                en: "\(part) is larger than \(bytes) bytes when inflated")
        case .declaration(let part):
            Bilingual(
                id: "\(part) berisi deklarasi DOCTYPE, yang tidak boleh ada",
                en: "\(part) has a DOCTYPE declaration, which is not allowed")
        case .malformed(let part, let detail):
            Bilingual(
                id: "berkas rusak (\(part): \(detail)): buka di Excel, simpan lagi, lalu unggah ulang",
                en: "the file is damaged (\(part): \(detail)): open it in Excel, save it again and upload that")
        case .missing(let part):
            Bilingual(
                id: "berkas rusak (\(part) tidak ada): buka di Excel, simpan lagi, lalu unggah ulang",
                en: "the file is damaged (\(part) is missing): open it in Excel, save it again and upload that")
        case .other(let message): message
        }
    }

    func error(in file: String) -> DocumentError {
        DocumentError([Problem(at: Place(file: file), message)])
    }
}
