/// One thing that is wrong in a document, where it stands, and what was probably meant.
public struct Problem: Sendable, Equatable {
    public var place: Place
    public var message: Bilingual
    public var suggestion: String?

    public init(at place: Place, _ message: Bilingual, suggestion: String? = nil) {
        self.place = place
        self.message = message
        self.suggestion = suggestion
    }

    /// The message, with "did you mean" where there is something to suggest.
    public func text(_ language: Language) -> String {
        guard let suggestion else { return message.text(language) }
        return switch language {
        case .indonesian: "\(message.id); maksud Anda '\(suggestion)'?"
        case .english: "\(message.en); did you mean '\(suggestion)'?"
        }
    }

    /// `file:line:column: error: message`, as editors and compilers understand it.
    public func line(_ language: Language) -> String {
        "\(place): error: \(text(language))"
    }
}

/// A document that cannot be used, with every problem found in it.
public struct DocumentError: ExplainedError, Equatable {
    public var problems: [Problem]

    public init(_ problems: [Problem]) {
        self.problems = problems
    }

    public var message: Bilingual {
        Bilingual(
            id: problems.map { $0.line(.indonesian) }.joined(separator: "\n"),
            en: problems.map { $0.line(.english) }.joined(separator: "\n"))
    }
}

/// The nearest of the known names, where one is near enough to have been meant.
public func nearest(to name: String, among known: some Sequence<String>) -> String? {
    // Nobody mistypes so long a name, and comparing costs the product of the lengths.
    guard name.utf8.count <= 64 else { return nil }
    let limit = max(1, name.count / 3)
    return known.map { (name: $0, distance: editDistance(Array(name.lowercased()), Array($0.lowercased()))) }
        .filter { $0.distance <= limit }
        .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// Optimal string alignment distance: insert, delete, replace, and swap of two neighbours cost 1 each.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [Array(0...b.count)]
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, rows[i - 1][j - 1] + 1) }
            row.append(best)
        }
        rows.append(row)
    }
    return rows[a.count][b.count]
}
