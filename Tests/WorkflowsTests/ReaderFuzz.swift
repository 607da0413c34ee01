import Calendars
import Documents
import Foundation
import Testing

@testable import Workflows

/// The shipped files with their parts swapped, dropped and garbled, in thousands of ways that repeat: each is refused at
/// a place, or is a workflow that can be read again and checked.
@Suite struct `A garbled workflow file` {
    private static let casesEach = 250

    @Test(.timeLimit(.minutes(1)), arguments: 1...12) func `is refused at a place, or is read`(seed: UInt64) throws {
        let texts = [SoundFile.text, WorkflowFileMistakes.good] + (try Shipped.names.map { try Shipped.text($0) })
        let trees = try texts.map { try Node(yaml: $0, file: "f.yaml").json }
        try #require(trees.count >= 10)
        var garbler = Garbler(seed: seed, trees: trees)
        var (accepted, reasons, codes) = (0, Set<String>(), Set<WorkflowFinding.Code>())
        for _ in 0..<Self.casesEach {
            let text = try garbler.garbled()
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            func isTold(_ problem: Problem) -> Bool {
                problem.place.file == "f.yaml" && (1...lines + 1).contains(problem.place.line ?? 0)
                    && problem.place.column ?? 0 >= 1 && !problem.message.id.isEmpty && !problem.message.en.isEmpty
            }
            do {
                let file = try WorkflowFile(yaml: text, file: "f.yaml")
                accepted += 1
                #expect(try WorkflowFile(yaml: file.workflow.text, file: "f.yaml").workflow == file.workflow)
                let findings = WorkflowCheck(file, SoundFile.surroundings).findings()
                #expect(findings.allSatisfy { isTold($0.problem) && !$0.fix.id.isEmpty }, "\(text)")
                codes.formUnion(findings.map(\.code))
            } catch let error as DocumentError {
                let allTold = !error.problems.isEmpty && error.problems.allSatisfy(isTold)
                #expect(allTold, "\(error.message.en.prefix(500))\n\(text)")
                reasons.formUnion(error.problems.map { String($0.message.en.suffix(16)) })
            }
        }
        // Always the same answer would prove nothing.
        #expect(accepted > 10 && reasons.count > 10 && codes.count > 5, "\(accepted) \(reasons.count) \(codes)")
    }
}

/// Takes a file's tree, makes it smaller, and garbles it in up to three places.
private struct Garbler {
    private var dice: Dice
    private let trees: [JSON]
    /// All that stands somewhere in a file, to put it somewhere else.
    private let values: [JSON]
    private let keys: [String]

    init(seed: UInt64, trees: [JSON]) {
        dice = Dice(seed: seed)
        self.trees = trees
        values = trees.flatMap(\.descendants)
        keys = Set(values.flatMap { ($0.object ?? [:]).keys }).sorted()
    }

    private static let strange: [JSON] = [
        .null, .bool(true), .bool(false), .integer(0), .integer(.max), .integer(.min), .number(1e308), .number(-0.5),
        .text(""), .text(" "), .text("\u{202E}"), .text("a\u{200B}b"), .text("\n"), .text("é😀"), .text("H-2147483648"),
        .text("9999999999999999999 kerja"), .text("3660 hari"), .text("2610 kerja"), .text("H+3660"), .text("02-29"),
        .text("2200-12-31"), .text("waiting_on"), .text("system"), .text("a by b"),
        .text(String(repeating: "a", count: 5_000)), .text(String(repeating: "(", count: 300)),
        .text("1/0 > 0"), .text("people > 5"), .text("today"), .text("kerja(today, -3660) < valid_from"), .list([]),
        .object([:]), .list([.list([])]), deep(20), deep(40), .list(Array(repeating: .text("a"), count: 300)),
    ]

    private static func deep(_ levels: Int) -> JSON {
        (0..<levels).reduce(JSON.text("a")) { inner, level in level % 2 == 0 ? .list([inner]) : ["any": inner] }
    }

    mutating func garbled() throws -> String {
        // The first two are small, so that most of the time goes into garbling and not into reading.
        let few = Int.random(in: 0..<5, using: &dice) > 0 ? trees[..<2] : trees[...]
        var tree = smaller(few.randomElement(using: &dice) ?? .null)
        for _ in 0..<Int.random(in: 0...3, using: &dice) { tree = garble(tree) }
        var lines = String(decoding: try CanonicalJSON.indented(tree), as: UTF8.self).split(separator: "\n")
        if Int.random(in: 0..<10, using: &dice) == 0 { garble(&lines) }
        return lines.joined(separator: "\n")
    }

    /// With few of its reminders, requirements and stories, since most of the time goes into reading them.
    private mutating func smaller(_ json: JSON) -> JSON {
        switch json {
        case .list(let list):
            let kept = list.first?.object == nil ? list : list.filter { _ in Int.random(in: 0..<5, using: &dice) == 0 }
            return .list(kept.map { smaller($0) })
        // In order, since a dictionary has another in each run.
        case .object(let object):
            return .object(.init(uniqueKeysWithValues: object.keys.sorted().map { ($0, smaller(object[$0] ?? .null)) }))
        default: return json
        }
    }

    /// Goes down at random, and changes what is there.
    private mutating func garble(_ json: JSON) -> JSON {
        switch json {
        case .list(var list) where !list.isEmpty && Int.random(in: 0..<8, using: &dice) > 0:
            let index = Int.random(in: list.indices, using: &dice)
            switch Int.random(in: 0..<8, using: &dice) {
            case 0: list.remove(at: index)
            case 1: list.append(list[index])
            case 2: list.swapAt(index, 0)
            default: list[index] = garble(list[index])
            }
            return .list(list)
        case .object(var object) where !object.isEmpty && Int.random(in: 0..<12, using: &dice) > 0:
            let names = object.keys.sorted()
            let (key, other) = (names.randomElement(using: &dice) ?? "", names.randomElement(using: &dice) ?? "")
            switch Int.random(in: 0..<14, using: &dice) {
            case 0: object[key] = nil
            case 1: (object[key], object[other]) = (object[other], object[key])
            case 2:
                object[keys.randomElement(using: &dice) ?? "", default: .null] =
                    values.randomElement(using: &dice) ?? .null
            case 3: object[key + "x"] = object.removeValue(forKey: key)
            default: object[key] = garble(object[key] ?? .null)
            }
            return .object(object)
        default:
            return (Bool.random(using: &dice) ? values : Self.strange).randomElement(using: &dice) ?? .null
        }
    }

    private mutating func garble(_ lines: inout [Substring]) {
        let index = Int.random(in: lines.indices, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: index)
        case 2: lines.insert("\u{202E}", at: index)
        default: lines.swapAt(index, 0)
        }
    }
}

extension JSON {
    fileprivate var descendants: [JSON] {
        switch self {
        case .list(let list): [self] + list.flatMap(\.descendants)
        case .object(let object): [self] + object.keys.sorted().flatMap { object[$0]?.descendants ?? [] }
        default: [self]
        }
    }
}
