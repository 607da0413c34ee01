import Yams

/// A YAML text in which equal keys have been told apart.
///
/// Yams refuses a mapping with equal keys and names the first of them only. Behind a tag of its own that key equals no
/// other; then the mapping is composed, and we find the second key where it stands.
struct TaggedText {
    /// Each costs another reading, so there is an end to it.
    private static let tagsMax = 4

    private(set) var text: String
    private var tags: [(line: Int, column: Int, width: Int)] = []

    init(_ text: String) { self.text = text }

    /// Puts a tag before a key.
    ///
    /// - Returns: false where no more can be told apart.
    mutating func tag(_ key: Mark) -> Bool {
        guard tags.count < TaggedText.tagsMax, let index = index(of: key) else { return false }
        let tag = "!\(tags.count) "
        tags.append((key.line, key.column, tag.utf8.count))
        text.unicodeScalars.insert(contentsOf: tag.unicodeScalars, at: index)
        return true
    }

    /// Where something stands in the text as it was written.
    func written(_ mark: Mark) -> (line: Int, column: Int) {
        let shift = tags.filter { $0.line == mark.line && $0.column < mark.column }.map(\.width).reduce(0, +)
        return (mark.line, mark.column - shift)
    }

    private func index(of mark: Mark) -> String.Index? {
        var line = 1
        var index = text.startIndex
        while line < mark.line {
            guard let end = text[index...].firstIndex(where: \.isNewline) else { return nil }
            (line, index) = (line + 1, text.index(after: end))
        }
        return text.unicodeScalars.index(index, offsetBy: mark.column - 1, limitedBy: text.endIndex)
    }
}
