import Testing

/// A feed as its octets say, read the plain way of RFC 5545: unfold, split at the first colon, unescape.
struct ReadFeed {
    /// Without their line breaks.
    var physicalLines: [[UInt8]]
    var lines: [String]

    init(_ text: String) throws {
        let octets = Array(text.utf8)
        var line: [UInt8] = []
        physicalLines = []
        var index = 0
        while index < octets.count {
            if octets[index] == 0x0D {
                try #require(index + 1 < octets.count && octets[index + 1] == 0x0A, "a CR without LF")
                physicalLines.append(line)
                line = []
                index += 2
            } else {
                try #require(octets[index] != 0x0A, "a LF without CR")
                line.append(octets[index])
                index += 1
            }
        }
        try #require(line.isEmpty, "the last line does not end")
        var logical: [[UInt8]] = []
        for line in physicalLines {
            if line.first == 0x20, let last = logical.indices.last {
                logical[last] += line.dropFirst()
            } else {
                logical.append(line)
            }
        }
        lines = try logical.map { try #require(String(validating: $0, as: UTF8.self)) }
    }

    /// The values of a property in each of its places, with whatever parameters, as they are written.
    func values(_ name: String) -> [String] {
        lines.filter { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
            .map { String($0.unicodeScalars.drop { $0 != ":" }.dropFirst()) }
    }

    /// The same, unescaped.
    func texts(_ name: String) -> [String] { values(name).map(ReadFeed.unescaped) }

    static func unescaped(_ value: String) -> String {
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                text.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                text.append(scalar)
            }
        }
        return String(text)
    }
}

/// Whether two texts have the same octets: `==` also holds for other ways to write the same characters.
func identical(_ a: String, _ b: String) -> Bool { Array(a.utf8) == Array(b.utf8) }
