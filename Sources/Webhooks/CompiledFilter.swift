public import Agreements
public import Documents
import Expressions
public import Ledger

/// An endpoint's filter, checked and ready to judge events.
public struct CompiledFilter: Sendable {
    public enum Verdict: Sendable, Equatable {
        case wanted
        /// `type`, `region`, `kind`, or `condition: ` and why.
        case unwanted(reason: String)
    }

    private let types: Set<EventType>
    private let regions: [String]
    private let kinds: Set<AgreementKind>
    private let condition: EventCondition?

    /// - Parameter place: of the filter in what was written; problems are told at `events` and `condition` in it.
    /// - Throws: everything that is wrong with it.
    public init(_ filter: EndpointFilter, at place: Place = Place()) throws(DocumentError) {
        func inside(_ path: String) -> Place { Place(file: place.file, pointer: "\(place.pointer)/\(path)") }
        var problems: [Problem] = []
        var types: Set<EventType> = []
        for (index, pattern) in filter.events.enumerated() {
            let matches = EventType.allCases.filter { $0.fits(pattern) }
            if matches.isEmpty { problems.append(.unknownType(pattern, at: inside("events/\(index)"))) }
            types.formUnion(matches)
        }
        var condition: EventCondition?
        if let source = filter.condition {
            do throws(ExpressionError) {
                condition = try EventCondition(source)
            } catch {
                problems.append(.condition(error, in: source, at: inside("condition")))
            }
        }
        if !problems.isEmpty { throw DocumentError(problems) }
        self.types = types
        self.condition = condition
        regions = filter.regions
        kinds = Set(filter.kinds)
    }

    /// - Parameter kind: of the paper that the event is about; nil where it is about none.
    public func verdict(of event: Event, kind: AgreementKind?) -> Verdict {
        if !types.contains(event.type) { return .unwanted(reason: "type") }
        if !regions.isEmpty, !regions.contains(where: { Region.covers($0, event.region ?? "00") }) {
            return .unwanted(reason: "region")
        }
        if !kinds.isEmpty, let kind, !kinds.contains(kind) { return .unwanted(reason: "kind") }
        return condition?.objection(to: event, kind: kind).map { .unwanted(reason: "condition: \($0)") } ?? .wanted
    }
}

extension EventType {
    /// Whether a pattern means this type: its name, `*`, or a family such as `agreement.*`.
    fileprivate func fits(_ pattern: String) -> Bool {
        pattern == "*" || pattern == rawValue || pattern.hasSuffix(".*") && rawValue.hasPrefix(pattern.dropLast())
    }

    fileprivate static var families: Set<String> {
        Set(allCases.compactMap { $0.rawValue.split(separator: ".").first.map { "\($0).*" } })
    }
}

extension Problem {
    fileprivate static func unknownType(_ pattern: String, at place: Place) -> Problem {
        Problem(
            at: place,
            Bilingual(
                id: "tidak ada jenis peristiwa '\(pattern.prefix(64))'",
                en: "there is no event type '\(pattern.prefix(64))'"),
            suggestion: nearest(to: pattern, among: EventType.allCases.map(\.rawValue) + EventType.families))
    }

    fileprivate static func condition(_ error: ExpressionError, in source: String, at place: Place) -> Problem {
        let position = error.position(in: source)
        return Problem(
            at: place,
            Bilingual(
                id: "baris \(position.line), kolom \(position.column): \(error.message.id)",
                en: "line \(position.line), column \(position.column): \(error.message.en)"))
    }
}
