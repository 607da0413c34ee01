public import Documents

extension ExpressionError {
    public var message: Bilingual { reason.message }
}

extension ExpressionError.Reason {
    var message: Bilingual {
        switch self {
        case .unexpected("", let wanted):
            Bilingual(id: "ungkapan berakhir sebelum \(wanted.id)", en: "the expression ends before \(wanted.en)")
        case .unexpected(let found, let wanted):
            Bilingual(id: "'\(found)' di tempat \(wanted.id)", en: "'\(found)' in the place of \(wanted.en)")
        case .unreadable(let scalar):
            Bilingual(
                id: "\(scalar.name) bukan bagian dari ungkapan", en: "\(scalar.name) is no part of an expression")
        case .bidirectional(let scalar):
            Bilingual(
                id: "\(scalar.name) mengubah arah tulisan, sehingga yang terbaca bukan yang tertulis; hapus",
                en:
                    "\(scalar.name) changes the direction of text, so that what is read is not what is written; remove it"
            )
        case .unclosed(let quote):
            Bilingual(id: "teks tidak ditutup dengan \(quote)", en: "the text is not closed with \(quote)")
        case .badEscape(let escape):
            Bilingual(id: "'\(escape)' tidak dikenal dalam teks", en: "'\(escape)' is no escape sequence")
        case .reserved(let word):
            Bilingual(id: "'\(word)' adalah kata khusus", en: "'\(word)' is a reserved word")
        case .numberOutOfRange(let text):
            Bilingual(id: "bilangan \(text) terlalu besar", en: "the number \(text) is too large")
        case .macroVariable(let macro):
            Bilingual(
                id: "masukan pertama \(macro.rawValue) harus satu nama",
                en: "the first argument of \(macro.rawValue) must be a plain name")
        case .macroField:
            Bilingual(
                id: "has() memerlukan pilihan isian seperti has(a.b)", en: "has() needs a field, as in has(a.b)")
        case .macroArguments(.map):
            Bilingual(id: "map memerlukan 2 atau 3 masukan", en: "map takes 2 or 3 arguments")
        case .macroArguments(let macro):
            Bilingual(id: "\(macro.rawValue) memerlukan 2 masukan", en: "\(macro.rawValue) takes 2 arguments")
        case .tooLong(let limit):
            Bilingual(id: "lebih panjang dari \(limit) bita", en: "longer than \(limit) bytes")
        case .tooDeep(let limit):
            Bilingual(id: "bersarang lebih dari \(limit) tingkat", en: "nested more than \(limit) levels deep")
        case .tooManyTerms(let limit):
            Bilingual(id: "lebih dari \(limit) bagian", en: "more than \(limit) terms")
        default: meaning
        }
    }

    /// What is wrong with an expression that could be read.
    private var meaning: Bilingual {
        switch self {
        case .undeclared(let name, let suggestion):
            Bilingual(
                id: "'\(name)' tidak dikenal" + (suggestion.map { "; maksudnya '\($0)'?" } ?? ""),
                en: "'\(name)' is not declared" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""))
        case .noSuchFunction(let name, let suggestion):
            Bilingual(
                id: "fungsi '\(name)' tidak ada" + (suggestion.map { "; maksudnya '\($0)'?" } ?? ""),
                en: "there is no function '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""))
        case .noOverload(let function, let operands):
            Bilingual(
                id: "'\(function)' tidak berlaku untuk (\(operands.joined(separator: ", ")))",
                en: "'\(function)' does not apply to (\(operands.joined(separator: ", ")))")
        case .expected(let wanted, let found):
            Bilingual(id: "seharusnya \(wanted), bukan \(found)", en: "must be \(wanted), not \(found)")
        case .neverEqual(let a, let b):
            Bilingual(id: "\(a) dan \(b) tidak pernah sama", en: "\(a) and \(b) are never equal")
        case .noFields(let type):
            Bilingual(id: "\(type) tidak punya isian", en: "\(type) has no fields")
        case .noSuchKey(let key):
            Bilingual(id: "tidak ada \(key) di dalamnya", en: "there is no \(key) in it")
        case .outOfBounds(let index, let count):
            Bilingual(
                id: "tidak ada unsur \(index) dalam daftar \(count) unsur",
                en: "there is no element \(index) in a list of \(count)")
        case .unsupportedKey(let type):
            Bilingual(id: "\(type) tidak dapat menjadi kunci", en: "\(type) cannot be a key")
        case .duplicateKey(let key):
            Bilingual(id: "kunci \(key) muncul dua kali", en: "the key \(key) appears twice")
        case .overflow(let operation):
            Bilingual(
                id: "hasil '\(operation)' di luar jangkauan", en: "the result of '\(operation)' is out of range")
        case .divisionByZero:
            Bilingual(id: "dibagi nol", en: "division by zero")
        case .notConvertible(let value, let kind):
            Bilingual(id: "\(value) bukan \(kind.rawValue)", en: "\(value) is no \(kind.rawValue)")
        case .unknownZone(let zone):
            Bilingual(id: "zona waktu '\(zone.excerpt)' tidak dikenal", en: "unknown time zone '\(zone.excerpt)'")
        case .pattern(let pattern, let problem):
            Bilingual(id: "pola '\(pattern.excerpt)': \(problem.id)", en: "pattern '\(pattern.excerpt)': \(problem.en)")
        case .refused(let function, let problem):
            Bilingual(id: "\(function): \(problem.id)", en: "\(function): \(problem.en)")
        default:
            Bilingual(id: "terlalu banyak langkah untuk dihitung", en: "it takes too many steps to evaluate")
        }
    }
}

extension Unicode.Scalar {
    /// `U+202E` and its name, or the character itself where it can be shown.
    fileprivate var name: String {
        let code = "U+" + padded(hex: value)
        return properties.name.map { "\(code) (\($0))" } ?? code
    }
}

private func padded(hex number: UInt32) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
