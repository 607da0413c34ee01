public import Agreements
public import Calendars
public import Documents

/// Where running agreements are to go when the structure of their workflow has changed.
public struct MigrationPlan: Sendable, Equatable {
    /// The workflow's id. Agreements go to its structure in force.
    public var workflow: String
    /// The structure they leave, whole or its first letters; nil for all but the one in force.
    public var from: String?
    /// States by where they go, for those that no longer exist or are to change.
    public var states: [String: String]

    public init(workflow: String, from: String? = nil, states: [String: String] = [:]) {
        self.workflow = workflow
        self.from = from
        self.states = states
    }
}

/// What a migration does, or would do.
public struct MigrationReport: Sendable, Equatable {
    /// Its id once it has been applied; the moves and the undoing are known by it.
    public var id: String?
    public var undoes: String?
    /// How many agreements go from one state to another.
    public var moves: [Move]
    /// Agreements that stay where they are, and why.
    public var leftBehind: [LeftBehind]
    public var reminders: ReminderChanges

    public struct Move: Sendable, Hashable {
        public var fromStructure: String
        public var toStructure: String
        public var fromState: String
        public var toState: String
        public var agreements: Int
    }

    public struct LeftBehind: Sendable, Equatable {
        /// The coordinator's reference, or the id.
        public var agreement: String
        public var state: String
        public var why: Bilingual
        /// A plan that says where its state goes would move it.
        public var needsState: Bool
    }
}

/// A migration that has been applied, as the events tell it.
public struct MigrationRecord: Sendable, Equatable {
    public var id: String
    public var undoes: String?
    public var workflow: String
    public var agreements: Int
    public var by: Actor
    public var at: Instant
}
