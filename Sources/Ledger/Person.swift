public import Agreements
public import Calendars
public import Documents

/// Somebody who holds offices and is told by mail: an official, never a resident.
public struct Person: Sendable, Equatable, Codable {
    /// What mail somebody wants.
    public enum MailPreference: String, Sendable, Codable, CaseIterable {
        /// The urgent at once, the rest once a day.
        case each
        /// Everything once a day.
        case digest
        /// None; whoever looks after the offices is warned of that.
        case off
    }

    public var id: String
    public var name: String
    public var roles: [Role]
    /// Codes; empty for everywhere.
    public var regions: [String]
    public var email: String?
    public var language: Language
    public var mail: MailPreference
    /// 0 to 23, local time: when the daily digest comes.
    public var digestHour: Int
    /// Hours of the day, local time, between which no mail comes; from 20 until 6 is the night. Equal for none.
    public var quietFrom: Int
    public var quietUntil: Int
    /// Part of the address in each mail at which no more of them can be asked for; whoever has it can do only that.
    public var unsubscribeKey: String
    public var createdAt: Instant

    public init(
        id: String, name: String, roles: [Role], regions: [String] = [], email: String? = nil,
        language: Language = .indonesian, mail: MailPreference = .each, digestHour: Int = 9, quietFrom: Int = 20,
        quietUntil: Int = 6, unsubscribeKey: String, createdAt: Instant
    ) {
        self.id = id
        self.name = name
        self.roles = roles
        self.regions = regions
        self.email = email
        self.language = language
        self.mail = mail
        self.digestHour = digestHour
        self.quietFrom = quietFrom
        self.quietUntil = quietUntil
        self.unsubscribeKey = unsubscribeKey
        self.createdAt = createdAt
    }

    enum CodingKeys: String, CodingKey {
        case id, name, roles, regions, email, language, mail
        case digestHour = "digest_hour"
        case quietFrom = "quiet_from"
        case quietUntil = "quiet_until"
        case unsubscribeKey = "unsubscribe_key"
        case createdAt = "created_at"
    }

    public func holds(_ role: Role, in region: String) -> Bool {
        roles.contains(role) && (regions.isEmpty || regions.contains { Region.covers($0, region) })
    }
}

/// While somebody is away, another stands in for them.
public struct Delegation: Sendable, Equatable, Codable {
    public var id: String
    /// Who is away; ids of people.
    public var person: String
    public var substitute: String
    /// Both days included.
    public var from: Day
    public var until: Day
    public var reason: String?
    public var createdBy: Actor
    public var createdAt: Instant

    public init(
        id: String, person: String, substitute: String, from: Day, until: Day, reason: String?, createdBy: Actor,
        createdAt: Instant
    ) {
        self.id = id
        self.person = person
        self.substitute = substitute
        self.from = from
        self.until = until
        self.reason = reason
        self.createdBy = createdBy
        self.createdAt = createdAt
    }

    enum CodingKeys: String, CodingKey {
        case id, person, substitute, from, until, reason
        case createdBy = "created_by"
        case createdAt = "created_at"
    }
}

/// A role in some regions, as a token or a person has it.
public struct Office: Sendable, Hashable {
    public var role: Role
    /// Empty for everywhere.
    public var regions: [String]

    public init(role: Role, regions: [String]) {
        self.role = role
        self.regions = regions
    }
}
