import Documents

/// The texts that cells point to by number.
final class SharedStrings: PartReader {
    private(set) var texts: [String] = []
    private var runs = TextRuns()

    func begin(_ element: XMLElement) throws {
        runs.begin(element.name)
        guard element.name == "si", texts.count >= Sheet.cellsMax else { return }
        throw PartFailure.other(Bilingual(id: "terlalu banyak teks", en: "too many texts"))
    }

    func end(_ name: String, text: String) {
        runs.end(name, text: text)
        // Trimmed once, so that cells with the same text share it.
        if name == "si" { texts.append(runs.take().trimmed) }
    }
}
