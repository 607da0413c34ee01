public import Documents

/// Why a sum of money cannot be told.
public enum MoneyError: ExplainedError, Equatable {
    /// The figures are larger than whole rupiah can be kept in (about 9.2 quintillion).
    case tooLarge(year: Int)

    public var message: Bilingual {
        switch self {
        case .tooLarge(let year):
            Bilingual(
                id: "angka tahun \(year) terlalu besar untuk dijumlahkan; periksa jumlah peserta, tarif, dan anggaran",
                en: "the figures of \(year) are too large to add up; check heads, rates and budget")
        }
    }
}

extension Int64 {
    /// - Throws: ``MoneyError/tooLarge(year:)`` where the sum is beyond what 64 bits hold.
    init(sum: Int128, year: Int) throws(MoneyError) {
        guard let exact = Int64(exactly: sum) else { throw .tooLarge(year: year) }
        self = exact
    }
}
