public import Calendars
public import Documents

/// Somebody who may has let a requirement be, and says why.
public struct Waiver: Sendable, Equatable, Codable {
    /// The requirement's id inside its workflow.
    public var requirement: String
    public var say: Bilingual
    public var reason: String
    public var by: Actor
    public var on: Day
}

/// The act of waiving, as its event keeps it.
public struct WaivingAct: Sendable, Equatable, Codable {
    public var requirement: String
    public var say: Bilingual
    public var reason: String

    public init(requirement: String, say: Bilingual, reason: String) {
        self.requirement = requirement
        self.say = say
        self.reason = reason
    }
}

extension KeyedDecodingContainer {
    /// What was written before requirements could be waived has none.
    func decode(_ type: [Waiver].Type, forKey key: Key) throws -> [Waiver] {
        try decodeIfPresent(type, forKey: key) ?? []
    }
}
