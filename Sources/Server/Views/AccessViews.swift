import Agreements
import Calendars
import Engine
import Ledger

/// A token without what lets in, which is told only once.
struct TokenView: Encodable {
    let token: Token
    var text: String?

    enum CodingKeys: String, CodingKey {
        case id, name, role, regions, token
        case createdAt = "created_at"
        case madeBy = "made_by"
        case expiresAt = "expires_at"
        case lastUsedOn = "last_used_on"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(token.id, forKey: .id)
        try container.encode(token.name, forKey: .name)
        try container.encode(token.role, forKey: .role)
        try container.encode(token.regions, forKey: .regions)
        try container.encodeIfPresent(text, forKey: .token)
        try container.encode(token.createdAt, forKey: .createdAt)
        try container.encode(token.madeBy, forKey: .madeBy)
        try container.encode(token.expiresAt, forKey: .expiresAt)
        try container.encode(token.lastUsedOn, forKey: .lastUsedOn)
    }
}

struct InvitationView: Encodable {
    let link: InvitationLink
    /// nil where it is not known where others reach the daemon.
    let publicURL: String?

    enum CodingKeys: String, CodingKey {
        case person, path, url
        case expiresAt = "expires_at"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(PersonView.Name(link.person.id, [link.person.id: link.person]), forKey: .person)
        try container.encode(link.path, forKey: .path)
        try container.encode(publicURL.map { $0 + link.path }, forKey: .url)
        try container.encode(link.expiresAt, forKey: .expiresAt)
    }
}

struct SessionView: Encodable {
    let session: Session

    enum CodingKeys: String, CodingKey {
        case id, role, network, agent
        case createdAt = "created_at"
        case lastSeenAt = "last_seen_at"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(session.id, forKey: .id)
        try container.encode(session.role, forKey: .role)
        try container.encode(session.network, forKey: .network)
        try container.encode(session.agent, forKey: .agent)
        try container.encode(session.createdAt, forKey: .createdAt)
        try container.encode(session.lastSeenAt, forKey: .lastSeenAt)
    }
}

struct AccessEntryView: Encodable {
    let entry: AccessEntry

    enum CodingKeys: String, CodingKey {
        case seq, at, act, who, name, network, detail
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry.seq, forKey: .seq)
        try container.encode(entry.at, forKey: .at)
        try container.encode(entry.act, forKey: .act)
        try container.encode(entry.who, forKey: .who)
        try container.encode(entry.name, forKey: .name)
        try container.encode(entry.network, forKey: .network)
        try container.encode(entry.detail, forKey: .detail)
    }
}
