/// The words of an office or a title in small letters, so that `Wali  Kota` and `WALI KOTA,` are the same and `kotak` is
/// another.
struct Words {
    private let text: String

    init(_ written: String) {
        var text = " "
        for character in written.lowercased() {
            if character.isLetter || character.isNumber {
                text.append(character)
            } else if text.last != " " {
                text.append(" ")
            }
        }
        self.text = text.last == " " ? text : text + " "
    }

    func contains(_ phrase: String) -> Bool { text.contains(" \(phrase) ") }
    func contains(anyOf phrases: [String]) -> Bool { phrases.contains { contains($0) } }

    /// Whether they begin so, whoever is acting for whom.
    func begin(withAnyOf phrases: [String]) -> Bool {
        let acting = [
            "penjabat sementara ", "penjabat ", "pelaksana tugas ", "pelaksana harian ", "pjs ", "pj ", "plt ", "plh ",
        ]
        var rest = text.dropFirst()
        if let title = acting.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(title.count) }
        return phrases.contains { rest.hasPrefix($0 + " ") }
    }
}
