import Documents
import Foundation
import Testing

@testable import Workflows

/// The schema says the same as the reader. One test after the other, since the first makes the validator.
@Suite(.serialized) struct `The schema of workflow files` {
    @Test func `is the one beside the files`() throws {
        let shipped = try String(contentsOfFile: Papers.root + "/Workflows/workflow.schema.json", encoding: .utf8)
        let isSame = try CanonicalJSON.decode(JSON.self, from: shipped) == WorkflowSchema.json
        #expect(isSame, "write it anew: pksctl workflow schema > Workflows/workflow.schema.json")
    }

    @Test func `accepts what the reader accepts`() throws {
        let texts =
            try Shipped.names.map { ($0, try Shipped.text($0)) } + [
                ("sound", SoundFile.text), ("good", WorkflowFileMistakes.good),
                ("golden", `A mistake in a workflow file`.sound),
            ]
        try #require(texts.count >= 11)
        for (name, problem) in try SchemaValidator().problems(of: texts) { #expect(problem == nil, "\(name)") }
    }

    static let mistakes: [(String, String)] = [
        ("title: {", "tilte: {"), ("format: 1", "format: 2"), ("version: \"1\"", "version: 1"),
        ("kinds: [pks]", "kinds: [pksx]"), ("type: integer", "type: number"), ("fills: legal", "fills: lawyer"),
        ("phase: draft", "phase: drafts"), ("{ id: Rancangan, en: Drafted }", "{ id: Rancangan }"),
        ("{ id: Rancangan, en: Drafted }", "Rancangan"), ("sla: 10 kerja", "sla: 10 days"),
        ("sla: 10 kerja", "sla: 10"), ("waiting_on: [finance]", "waiting_on: [cashier]"), ("max: 2", "max: 51"),
        ("max: 2", "max: \"2\""), ("every: 3 kerja", "every: [3 kerja]"), ("to: waiting_on", "to: waiting"),
        ("{ every: 3 kerja, after", "{ shift: later, every: 3 kerja, after"), ("final: true", "final: \"true\""),
        ("four_eyes: true", "four_eyes: 1"), ("by: [legal]\n    ", ""), ("exceptional: true", "exceptional: 1"),
        ("all_signed: true", "all_signed: false"), ("all_signed: true", "all_signed: true, any_signed: true"),
        ("all_signed: true, ", ""), ("document: final_draft", "funding: abpd"),
        ("document: final_draft", "members: counted"), ("document: final_draft", "docment: final_draft"),
        ("in: [draft, signing]", "in: [drafts]"), ("on: [\"12-10\"]", "at: [sla]"), ("at: [sla-5 kerja, sla], ", ""),
        ("{ every: 3 kerja, after", "{ at: [sla], every: 3 kerja, after"), ("pass: 12 kerja", "pass: twelve"),
        ("expect: { state: drafted, reminded: [unit_pic] }", "expects: { state: drafted }"),
        ("given: { state: drafted }", "given: { stat: drafted }"),
        ("{ unanswered: 2, to: [region_head] }", "{ unanswered: 51, to: [region_head] }"),
        ("{ unanswered: 2, to: [region_head] }", "{ unanswered: 2, after: sla, to: [region_head] }"),
        ("{ unanswered: 2, to: [region_head] }", "{ to: [region_head] }"),
        ("{ unanswered: 2, to: [region_head] }", "{ unanswered: 2, to: waiting_on }"),
        ("{ unanswered: 2, to: [region_head] }", "{ unansweredd: 2, to: [region_head] }"),
        ("unless: successor", "unles: successor"), ("after: sla+4 kerja, to: [secretary]", "after: sla+4 kerja"),
        ("reminded: [unit_pic]", "escalated: [unit_pic]"),
        ("given: { state: drafted }", "given: { on: \"2026-3-1\" }"),
        ("given: { state: drafted }", "given: { signed: nobody }"),
        ("given: { state: drafted }", "given: { funding: [{ amount: 1 }] }"),
    ]

    @Test func `refuses what the reader refuses`() throws {
        let texts = try Self.mistakes.map { ("\($0.0) → \($0.1)", try SoundFile.text([$0])) }
        let said = try SchemaValidator().problems(of: texts)
        for (name, text) in texts {
            #expect(said[name] ?? nil != nil, "the schema accepts \(name)")
            #expect(throws: DocumentError.self, "the reader accepts \(name)") {
                try WorkflowFile(yaml: text, file: "sample.yaml")
            }
        }
    }

    // MARK: Keys

    /// A part of a file that has keys of its own.
    struct Level: Sendable, CustomTestStringConvertible {
        /// Where it stands in the schema.
        var schema: [String]
        /// Where it stands in the sound file.
        var path: [String]
        /// What to put there, where one form does not take all keys.
        var forms: [String] = []

        var testDescription: String { path.joined(separator: "/") }
    }

    private static let checks = [
        "has": "people", "document": "a", "field": "people, at_least: 1", "funding": "apbd", "members": "recorded",
        "older_than": "1 hari", "reached": "valid_from", "passed": "valid_from", "bills": "settled",
        "cel": "agreed, say: { id: A, en: B }", "any": "[{ document: a }]",
    ]
    private static let story = ["properties", "scenarios", "items"]
    private static let given = story + ["properties", "given"]

    static let levels = [
        Level(schema: [], path: []),
        Level(schema: ["properties", "title"], path: ["title"]),
        Level(schema: ["properties", "fields", "additionalProperties"], path: ["fields", "people"]),
        Level(schema: ["properties", "states", "additionalProperties"], path: ["states", "drafted"]),
        Level(schema: ["properties", "transitions", "additionalProperties"], path: ["transitions", "finish"]),
        Level(
            schema: ["$defs", "requirement"], path: ["transitions", "finish", "when", "1"],
            forms: WorkflowReader.checks.map { "{ \($0): \(checks[$0] ?? "true") }" }),
        Level(
            schema: ["properties", "states", "additionalProperties", "properties", "remind", "items"],
            path: ["states", "drafted", "remind", "0"],
            forms: ["at: [sla]", "every: 1 hari, after: sla, max: 1", "on: [\"12-31\"]"].map { "{ \($0), to: legal }" }),
        Level(
            schema: ["properties", "states", "additionalProperties", "properties", "escalate", "items"],
            path: ["states", "drafted", "escalate", "0"],
            forms: ["after: sla", "unanswered: 1"].map { "{ \($0), to: legal }" }),
        Level(
            schema: ["properties", "remind", "items"], path: ["remind", "0"],
            // On the ladder nothing is counted from a deadline.
            forms: ["{ on: [\"12-10\"], in: [draft], to: [tkksd] }"]),
        Level(schema: story, path: ["scenarios", "0"]),
        Level(schema: given, path: ["scenarios", "0", "given"]),
        Level(
            schema: given + ["properties", "funding", "items"], path: ["scenarios", "0", "given"],
            forms: ["{ funding: [{ stage: apbd }] }"]),
        Level(schema: story + ["properties", "expect"], path: ["scenarios", "0", "expect"]),
    ]

    @Test(arguments: levels) func `has the keys that the reader knows, and no others`(level: Level) throws {
        let words = try Self.vocabulary()
        try #require(words.count > 90)
        let sound = try Node(yaml: SoundFile.text, file: "sample.yaml").json
        let files = try level.forms.map { form -> JSON in
            let part = try Node(yaml: form, file: "form.yaml").json
            return sound.changing(level.path) { _ in part }
        }
        let isLine = level.schema.last == "items" && level.schema.contains("given")
        var known: Set<String> = []
        for file in files.isEmpty ? [sound] : files {
            known.formUnion(try Self.known(level.path + (isLine ? ["funding", "0"] : []), in: file, among: words))
        }
        let schema = level.schema.reduce(WorkflowSchema.json as JSON?) { $0?[$1] }
        #expect(known == Set(try #require(schema?["properties"]?.object).keys))
        #expect(schema?["additionalProperties"] == .bool(false))
    }

    /// Every word that the reader's source quotes, every key of the schema, and a word of neither.
    private static func vocabulary() throws -> Set<String> {
        let folder = Papers.root + "/Sources/Workflows/Reading"
        let sources = try FileManager.default.contentsOfDirectory(atPath: folder).map {
            try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
        }.joined()
        func keys(_ json: JSON) -> [String] {
            switch json {
            case .object(let object): object.flatMap { [$0.key] + keys($0.value) }
            case .list(let list): list.flatMap(keys)
            default: []
            }
        }
        return Set(sources.matches(of: /"([a-z_]+)"/).map { String($0.1) } + keys(WorkflowSchema.json) + ["nonsense"])
    }

    /// The words that the reader takes for keys of a part: those that are there, and of all others, with nothing behind
    /// them, those that it does not call unknown.
    private static func known(_ path: [String], in file: JSON, among words: Set<String>) throws -> Set<String> {
        var here: Set<String> = []
        var tried: Set<String> = []
        let probe = file.changing(path) { part in
            here = Set((part.object ?? [:]).keys)
            // Each of these decides which others there may be, and has a form of its own.
            let isForm = !here.isDisjoint(with: Self.decisive)
            tried = words.subtracting(here).subtracting(isForm ? Self.decisive : [])
            return .object((part.object ?? [:]).merging(tried.map { ($0, .null) }) { $1 })
        }
        let text = String(decoding: try CanonicalJSON.indented(probe), as: UTF8.self)
        let error = #expect(throws: DocumentError.self) { try WorkflowFile(yaml: text, file: "sample.yaml") }
        let unknown = (error?.problems ?? []).compactMap {
            $0.message.en.firstMatch(of: /^unknown key '(.*)'$/).map { String($0.1) }
        }
        #expect(unknown.contains("nonsense"))
        return here.union(tried.subtracting(unknown))
    }

    private static let decisive = Set(WorkflowReader.checks).union(["at", "every", "on"])
}

extension JSON {
    /// With another value at a place that it has.
    fileprivate func changing(_ path: [String], _ change: (JSON) throws -> JSON) rethrows -> JSON {
        guard let step = path.first else { return try change(self) }
        switch self {
        case .object(var object):
            object[step] = try object[step]?.changing(Array(path.dropFirst()), change)
            return .object(object)
        case .list(var list):
            guard let index = Int(step), list.indices.contains(index) else { return self }
            list[index] = try list[index].changing(Array(path.dropFirst()), change)
            return .list(list)
        default: return self
        }
    }
}
