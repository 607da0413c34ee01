public import Calendars
public import Documents

/// Somebody has looked into a finding and says why it may stand. It holds for the numbers it was given for: with others
/// the finding is open again.
public struct Resolution: Sendable, Equatable, Codable {
    /// The finding's key.
    public var finding: String
    public var numbers: [String: JSON]
    public var reason: String
    public var by: Actor
    public var on: Day
}

/// The act of resolving, as its event keeps it.
public struct ResolvingAct: Sendable, Equatable, Codable {
    public var finding: String
    public var numbers: [String: JSON]
    public var reason: String

    public init(finding: String, numbers: [String: JSON], reason: String) {
        self.finding = finding
        self.numbers = numbers
        self.reason = reason
    }
}

extension Agreement {
    /// Who has resolved a finding as it stands now.
    public func resolution(of finding: Finding) -> Resolution? {
        resolutions.last { $0.finding == finding.key && $0.numbers == finding.numbers }
    }
}

/// What was written before there were these has none.
extension KeyedDecodingContainer {
    func decode(_ type: [Resolution].Type, forKey key: Key) throws -> [Resolution] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [Acknowledgement].Type, forKey key: Key) throws -> [Acknowledgement] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [MemberChange].Type, forKey key: Key) throws -> [MemberChange] {
        try decodeIfPresent(type, forKey: key) ?? []
    }

    func decode(_ type: [String: [String: JSON]].Type, forKey key: Key) throws -> [String: [String: JSON]] {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }
}
