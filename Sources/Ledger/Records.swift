public import Agreements
public import Calendars
public import Foundation

/// What lets somebody in. The token itself is never kept, only its SHA-256.
public struct Token: Sendable, Equatable {
    public var id: String
    public var name: String
    public var role: Role
    /// Codes; empty for everywhere.
    public var regions: [String]
    public var hash: Data
    public var createdAt: Instant
    /// Who made it; nil for one that was made on the machine itself.
    public var madeBy: Actor?
    /// From then on it lets nobody in.
    public var expiresAt: Instant?
    /// In western Indonesia; kept by the day, which is enough to see what nobody uses any more.
    public var lastUsedOn: Day?

    public init(
        id: String, name: String, role: Role, regions: [String], hash: Data, createdAt: Instant, madeBy: Actor? = nil,
        expiresAt: Instant? = nil, lastUsedOn: Day? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.regions = regions
        self.hash = hash
        self.createdAt = createdAt
        self.madeBy = madeBy
        self.expiresAt = expiresAt
        self.lastUsedOn = lastUsedOn
    }
}

/// How many agreements are in one state of one structure of a workflow.
public struct StateCount: Sendable, Equatable {
    public var workflow: String
    public var structure: String
    public var state: String
    public var agreements: Int

    public init(workflow: String, structure: String, state: String, agreements: Int) {
        self.workflow = workflow
        self.structure = structure
        self.state = state
        self.agreements = agreements
    }
}

/// A workflow file as it was when it was loaded, so that an agreement outlives the file it began under.
public struct WorkflowText: Sendable, Equatable {
    public var id: String
    public var structure: String
    public var policy: String
    public var text: String
    public var loadedAt: Instant

    public init(id: String, structure: String, policy: String, text: String, loadedAt: Instant) {
        self.id = id
        self.structure = structure
        self.policy = policy
        self.text = text
        self.loadedAt = loadedAt
    }
}
