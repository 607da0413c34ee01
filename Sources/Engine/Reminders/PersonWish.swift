public import Agreements
public import Calendars
public import Documents
public import Ledger

/// What somebody wants to be known of a person; nil keeps what there is.
public struct PersonWish: Sendable {
    public var name: String?
    public var roles: [Role]?
    public var regions: [String]?
    public var email: Email?
    public var language: Language?
    public var mail: Person.MailPreference?
    public var digestHour: Int?
    public var quietFrom: Int?
    public var quietUntil: Int?

    public enum Email: Sendable, Equatable {
        case address(String)
        /// They have no address any more.
        case removed
    }

    public init(
        name: String? = nil, roles: [Role]? = nil, regions: [String]? = nil, email: Email? = nil,
        language: Language? = nil, mail: Person.MailPreference? = nil, digestHour: Int? = nil, quietFrom: Int? = nil,
        quietUntil: Int? = nil
    ) {
        self.name = name
        self.roles = roles
        self.regions = regions
        self.email = email
        self.language = language
        self.mail = mail
        self.digestHour = digestHour
        self.quietFrom = quietFrom
        self.quietUntil = quietUntil
    }

    /// Only how somebody wants to be told, which is their own affair.
    var isPreference: Bool { name == nil && roles == nil && regions == nil && email == nil }

    func changed(_ person: Person) -> Person {
        var person = person
        person.name = name ?? person.name
        person.roles = roles ?? person.roles
        person.regions = regions ?? person.regions
        switch email {
        case nil: break
        case .address(let address): person.email = address
        case .removed: person.email = nil
        }
        person.language = language ?? person.language
        person.mail = mail ?? person.mail
        person.digestHour = digestHour ?? person.digestHour
        person.quietFrom = quietFrom ?? person.quietFrom
        person.quietUntil = quietUntil ?? person.quietUntil
        return person
    }
}

/// Who is to stand in for somebody, and when.
public struct DelegationWish: Sendable {
    /// By id or name.
    public var substitute: String
    /// Both days included.
    public var from: Day
    public var until: Day
    public var reason: String?

    public init(substitute: String, from: Day, until: Day, reason: String? = nil) {
        self.substitute = substitute
        self.from = from
        self.until = until
        self.reason = reason
    }
}
