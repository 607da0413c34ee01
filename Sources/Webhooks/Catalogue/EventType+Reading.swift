public import Agreements
public import Documents

extension EventType {
    /// The type of this name.
    ///
    /// - Throws: ``UnknownEventType`` with the name that was perhaps meant.
    public init(named name: String) throws(UnknownEventType) {
        guard let type = EventType(rawValue: name) else { throw UnknownEventType(name: name) }
        self = type
    }
}

public struct UnknownEventType: ExplainedError {
    public let name: String

    public var problem: Problem {
        Problem(
            at: Place(), Bilingual(id: "'\(name)' bukan jenis peristiwa", en: "'\(name)' is not a type of event"),
            suggestion: nearest(to: name, among: EventType.allCases.map(\.rawValue)))
    }

    public var message: Bilingual { Bilingual(id: problem.text(.indonesian), en: problem.text(.english)) }
}
