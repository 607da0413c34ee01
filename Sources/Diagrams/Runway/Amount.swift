import Agreements
import Documents

/// Rupiah or heads, written as short as a chart needs it: `8,62 M` (miliar), `518.4 m` (million).
struct Amount {
    let value: Int128

    init(_ value: some BinaryInteger) { self.value = Int128(clamping: value) }

    struct Unit {
        var size: Int128
        var name: Bilingual
        var meaning: Bilingual

        fileprivate var least: UInt128 { (size > 1_000_000 ? size - size / 20_000 : size).magnitude }
    }

    /// From the largest on.
    static let units = [
        Unit(
            size: 1_000_000_000_000_000_000, name: Bilingual(id: "jt T", en: "m tn"),
            meaning: Bilingual(id: "jt T = juta triliun", en: "m tn = million trillion")),
        Unit(
            size: 1_000_000_000_000_000, name: Bilingual(id: "rb T", en: "k tn"),
            meaning: Bilingual(id: "rb T = ribu triliun", en: "k tn = thousand trillion")),
        Unit(
            size: 1_000_000_000_000, name: Bilingual(id: "T", en: "tn"),
            meaning: Bilingual(id: "T = triliun", en: "tn = trillion")),
        Unit(
            size: 1_000_000_000, name: Bilingual(id: "M", en: "bn"),
            meaning: Bilingual(id: "M = miliar", en: "bn = billion")),
        Unit(
            size: 1_000_000, name: Bilingual(id: "jt", en: "m"),
            meaning: Bilingual(id: "jt = juta", en: "m = million")),
    ]

    /// The largest unit in which the number is at least 1, also where rounding would carry a smaller one to a thousand; nil
    /// below a million.
    var unit: Unit? { Amount.units.first { value.magnitude >= $0.least } }

    /// In a unit of its own.
    func short(_ language: Language) -> String { short(language, in: unit) }

    /// Two decimals below ten, one above, none where they are zero.
    func short(_ language: Language, in unit: Unit?) -> String {
        guard let unit, value != 0 else { return (value < 0 ? "−" : "") + grouped(value.magnitude, language) }
        let size = unit.size.magnitude
        let parts: UInt128 = value.magnitude < size * 10 ? 100 : 10
        let rounded = (value.magnitude * parts + size / 2) / size
        var rest = String(rounded % parts)
        while rest.count < (parts == 100 ? 2 : 1) { rest = "0" + rest }
        while rest.last == "0" { rest.removeLast() }
        let point = rest.isEmpty ? "" : language == .indonesian ? "," : "."
        return (value < 0 ? "−" : "") + grouped(rounded / parts, language) + point + rest + " "
            + unit.name.text(language)
    }

    /// `Rp8,1 M`.
    func shortRupiah(_ language: Language) -> String {
        value < 0 ? "−Rp" + short(language).dropFirst() : "Rp" + short(language)
    }

    /// `Rp518.400.000`; shortened where it is beyond what 64 bits hold.
    func rupiah(_ language: Language) -> String {
        guard let exact = Int64(exactly: value) else { return shortRupiah(language) }
        return language == .indonesian ? exact.rupiah : exact.rupiahEnglish
    }

    /// `19.000`; shortened where it is beyond what 64 bits hold.
    func whole(_ language: Language) -> String {
        guard let exact = Int64(exactly: value) else { return short(language) }
        return language == .indonesian ? exact.indonesian : exact.english
    }

    private func grouped(_ number: UInt128, _ language: Language) -> String {
        let number = Int64(clamping: number)
        return language == .indonesian ? number.indonesian : number.english
    }
}
