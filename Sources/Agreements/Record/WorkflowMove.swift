/// An agreement has been moved from one structure of its workflow to another.
public struct WorkflowMove: Sendable, Equatable, Codable {
    /// Which migration this was part of; all that it moved share it.
    public var migration: String
    /// The migration that this one takes back.
    public var undoes: String?
    public var fromStructure: String
    public var toStructure: String
    public var fromState: String
    public var toState: String
    public var phase: Phase

    public init(
        migration: String, undoes: String? = nil, fromStructure: String, toStructure: String, fromState: String,
        toState: String, phase: Phase
    ) {
        self.migration = migration
        self.undoes = undoes
        self.fromStructure = fromStructure
        self.toStructure = toStructure
        self.fromState = fromState
        self.toState = toState
        self.phase = phase
    }

    enum CodingKeys: String, CodingKey {
        case migration, undoes
        case fromStructure = "from_structure"
        case toStructure = "to_structure"
        case fromState = "from_state"
        case toState = "to_state"
        case phase
    }
}
