import Documents

/// What people, tokens and saved views may be called.
extension Problems {
    private static let nameMax = 200

    /// Reports what no name may be: nothing to see, too long, or with characters that show as nothing or turn others round.
    ///
    /// - Returns: whether the name is one.
    @discardableResult
    func checkName(_ name: String, at pointer: String) -> Bool {
        let fault: Bilingual? =
            if name.allSatisfy(\.isWhitespace) {
                Bilingual(id: "tidak boleh kosong", en: "must not be empty")
            } else if name.count > Problems.nameMax || name.unicodeScalars.count > 4 * Problems.nameMax {
                Bilingual(
                    id: "paling panjang \(Problems.nameMax) huruf", en: "at most \(Problems.nameMax) characters")
            } else if name.unicodeScalars.contains(where: \.isUnseen) {
                Bilingual(id: "tidak boleh memuat karakter kendali", en: "must not hold control characters")
            } else {
                nil
            }
        if let fault { report(Place(pointer: pointer), fault) }
        return fault == nil
    }
}
