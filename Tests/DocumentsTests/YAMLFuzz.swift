import Documents
import Foundation
import Testing

/// The shipped files, spoilt in thousands of ways that repeat: whatever comes of it is read, or refused with its place.
@Suite struct `A spoilt YAML file` {
    private static let casesEach = 420

    @Test(.timeLimit(.minutes(1)), arguments: 1...12) func `is read or refused where it is spoilt`(seed: UInt64) throws
    {
        var spoiler = Spoiler(seed: seed, files: try Shipped.files())
        var (readable, reasons) = (0, Set<String>())
        for _ in 0..<`A spoilt YAML file`.casesEach {
            let bytes = spoiler.spoilt()
            do {
                _ = try Node(yaml: bytes, file: "f.yaml")
                readable += 1
            } catch let error as DocumentError {
                let allTold = !error.problems.isEmpty && error.problems.allSatisfy { isTold($0, bytes) }
                #expect(allTold, "\(error.message.en)\n\(String(decoding: bytes, as: UTF8.self))")
                reasons.formUnion(error.problems.map { String($0.message.en.prefix(24)) })
            }
        }
        // Nothing but readable files, or the same refusal again and again, would prove nothing.
        #expect(readable > 10 && reasons.count > 10, "\(readable) readable; \(reasons)")
    }

    @Test func `is read as long as it is not spoilt`() throws {
        let files = try Shipped.files()
        #expect(files.count >= 10)
        for file in files { _ = try Node(yaml: Data(file), file: "f.yaml") }
    }

    private func isTold(_ problem: Problem, _ bytes: Data) -> Bool {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return problem.place.file == "f.yaml" && (1...lines.count + 1).contains(problem.place.line ?? 0)
            && problem.place.column ?? 0 >= 1 && !problem.message.id.isEmpty && !problem.message.en.isEmpty
    }
}

private enum Shipped {
    /// The bytes of the workflows and of the agreements that the project ships.
    static func files() throws -> [[UInt8]] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try ["Workflows", "Config/seeds"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil
            ).filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }.map { Array(try Data(contentsOf: $0)) }
        }
    }
}

/// Takes a piece of a file and spoils it in one to four places.
private struct Spoiler {
    private var dice: Dice
    private let files: [[UInt8]]

    init(seed: UInt64, files: [[UInt8]]) {
        dice = Dice(seed: seed)
        self.files = files
    }

    /// What means something to YAML, or to nobody.
    private static let pieces: [[UInt8]] =
        [
            "\t", "\n", "\r", "\r\n", " ", "  ", ":", ": ", "- ", "? ", "&a ", "*a", "!t ", "!!int ", "|", ">-\n", "'",
            "\"",
            "\\", "\\u202E", "#", "%TAG ", "---\n", "...\n", "[", "]", "{", "}", ",", "<<: *a\n", "yes", "~",
            "a: 1\na: 2\n",
            "\u{202E}", "\u{200F}", "\u{FEFF}", "\u{2028}", "🇮🇩", "\u{0}", "\u{1B}", "`", "@", "9223372036854775808",
            "1e999",
            String(repeating: "[", count: 40), String(repeating: "- ", count: 40),
            String(repeating: "{a: ", count: 1_100),
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    /// Some lines that follow each other; all of a file would take all the time.
    private mutating func lines() -> [UInt8] {
        let lines = (files.randomElement(using: &dice) ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
        let start = Int.random(in: 0..<lines.count, using: &dice)
        let part = lines[start..<min(lines.count, start + Int.random(in: 1...24, using: &dice))]
        // Without the indentation that its first line has, most of it can still be read.
        let indentation = part.first?.prefix { $0 == 0x20 }.count ?? 0
        return Array(
            part.map { $0.dropFirst($0.prefix(indentation).prefix { $0 == 0x20 }.count) }.joined(separator: [0x0A]))
    }

    private mutating func range(of bytes: [UInt8], atMost count: Int) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &dice)
        return start..<min(bytes.count, start + Int.random(in: 0...count, using: &dice))
    }

    mutating func spoilt() -> Data {
        var bytes = lines()
        for _ in 0..<Int.random(in: 0...3, using: &dice) {
            let range = range(of: bytes, atMost: 20)
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: bytes.removeSubrange(range)
            case 1: bytes.insert(contentsOf: bytes[range], at: Int.random(in: 0...bytes.count, using: &dice))
            case 2:
                let other = self.range(of: bytes, atMost: 20)
                let (first, second) = range.lowerBound < other.lowerBound ? (range, other) : (other, range)
                guard first.upperBound <= second.lowerBound else { continue }
                bytes = Array(
                    bytes[..<first.lowerBound] + bytes[second] + bytes[first.upperBound..<second.lowerBound]
                        + bytes[first] + bytes[second.upperBound...])
            case 3: bytes.insert(contentsOf: Spoiler.pieces.randomElement(using: &dice) ?? [], at: range.lowerBound)
            case 4: bytes.replaceSubrange(range, with: Spoiler.pieces.randomElement(using: &dice) ?? [])
            default: bytes.insert(contentsOf: lines(), at: range.lowerBound)
            }
        }
        return Data(bytes)
    }
}
