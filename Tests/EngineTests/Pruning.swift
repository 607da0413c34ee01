import Testing

/// Shipped workflow files with something taken out.
enum Pruning {
    /// Without a state, and without the transitions that lead there or leave only it.
    static func text(_ text: String, without state: String) throws -> String {
        var text = try block(state, cutFrom: text)
        let names = text.split(separator: "\n", omittingEmptySubsequences: false)
        var transition = ""
        var doomed: [String] = []
        for line in names {
            if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") {
                transition = String(line.dropFirst(2).dropLast())
            }
            if line == "    to: \(state)" || line == "    from: \(state)" { doomed.append(transition) }
        }
        for name in doomed { text = try block(name, cutFrom: text) }
        return text.replacing(", \(state),", with: ",").replacing("[\(state), ", with: "[")
            .replacing(", \(state)]", with: "]")
    }

    static func text(_ text: String, withoutTransition name: String) throws -> String {
        try block(name, cutFrom: text)
    }

    /// Takes out a key of the second level with everything in it; scenarios go too, since they may tell of it.
    private static func block(_ key: String, cutFrom text: String) throws -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "  \(key):"))
        let end = lines[(start + 1)...].firstIndex { !$0.isEmpty && !$0.hasPrefix("    ") } ?? lines.endIndex
        let kept = Array(lines[..<start] + lines[end...])
        return kept[..<(kept.firstIndex(of: "scenarios:") ?? kept.endIndex)].joined(separator: "\n")
    }
}
