import Agreements
public import Calendars
public import Documents
public import Ledger

/// Which calendar somebody wants.
public struct FeedWish: Sendable {
    public enum Subject: Sendable {
        /// By id or name.
        case person(String)
        /// By its code.
        case region(String)
        /// By id or ref.
        case agreement(String)
    }

    public var subject: Subject
    public var language: Language

    public init(_ subject: Subject, _ language: Language) {
        self.subject = subject
        self.language = language
    }
}

/// A calendar that somebody may see in a list, with the name of what it is of.
public struct ListedFeed: Sendable {
    public var feed: CalendarFeed
    public var name: String
    /// Part of its address. Told once, when it is made; kept only as its SHA-256.
    public var secret: String?
}

/// A calendar as it is sent.
public struct CalendarText: Sendable {
    public var text: String
    /// When something that it shows changed last.
    public var modifiedAt: Instant
}

extension Engine {
    /// Makes a calendar with a new secret address.
    ///
    /// - Returns: the earlier one, without its secret, if the same request was made before.
    public func createFeed(_ wish: FeedWish, _ circumstances: Circumstances) async throws -> ListedFeed {
        let principal = circumstances.principal
        try principal.require(.subscribe)
        let scope = try await scope(wish.subject, for: principal)
        if let earlier = try await earlierFeed(circumstances) { return earlier }
        let now = clock.now()
        let feed = CalendarFeed(
            id: mint.id("cal", at: now), scope: scope, language: wish.language, createdBy: principal.actor,
            createdAt: now)
        let secret = FeedSecret.text(random.bytes(FeedSecret.byteCount))
        try await ledger.insert(feed, hash: Tokens.hash(secret))
        if let key = circumstances.remembering(feed.id) {
            do {
                try await commit(Change(idempotency: key))
            } catch LedgerError.duplicateKey {
                // The same request came twice at once; the other one was first, and nobody learns this one's address.
                try await ledger.revokeFeed(feed.id, at: now)
                guard let earlier = try await earlierFeed(circumstances) else { throw EngineError.keyReused }
                return earlier
            }
        }
        return ListedFeed(feed: feed, name: try await name(of: feed) ?? "", secret: secret)
    }

    /// The calendars that somebody has made; for an admin, all. Those that were revoked stay in the list.
    public func feeds(for principal: Principal) async throws -> [ListedFeed] {
        try principal.require(.subscribe)
        var listed: [ListedFeed] = []
        for feed in try await ledger.feeds() where principal.mayRevoke(feed) {
            listed.append(ListedFeed(feed: feed, name: try await name(of: feed) ?? ""))
        }
        return listed
    }

    /// From now on its address answers nothing.
    public func revokeFeed(_ id: String, by principal: Principal) async throws {
        try principal.require(.subscribe)
        guard try await ledger.feeds().contains(where: { $0.id == id && principal.mayRevoke($0) }) else {
            throw EngineError.notFound(id)
        }
        try await ledger.revokeFeed(id, at: clock.now())
    }

    /// What stands at a secret address; nil if nothing does, or does no longer.
    ///
    /// - Parameter publicURL: where people reach the pages, without a slash at the end.
    public func calendar(secret: String, publicURL: String? = nil) async throws -> CalendarText? {
        guard let feed = try await ledger.feed(hash: Tokens.hash(secret)), feed.revokedAt == nil,
            let name = try await name(of: feed), let scope = try await deadlineScope(of: feed)
        else { return nil }
        let now = clock.now()
        let rows = try await ledger.deadlines(scope, endedAfter: now + DeadlineHistory.reach)
        let regions = rules.reference.regions
        let entries = DeadlineHistory.all(in: rows).filter { $0.concerns(scope.roles) }.compactMap { history in
            let code = history.paper.region
            let region = regions[code] ?? Region(code: code, name: code, level: "", zone: regions.zone(of: code))
            return history.entry(at: now, in: region, feed.language, publicURL: publicURL)
        }
        let title = Bilingual(id: "Tenggat: \(name)", en: "Deadlines: \(name)").text(feed.language)
        let rehearsal = Bilingual(id: "LATIHAN: ", en: "REHEARSAL: ").text(feed.language)
        let calendar = ICalendar(
            name: isRehearsal ? rehearsal + title : title, language: feed.language.rawValue, entries: entries)
        return CalendarText(
            text: calendar.text(), modifiedAt: entries.map(\.modifiedAt).max() ?? feed.createdAt)
    }

    // MARK: Scopes

    private func scope(_ subject: FeedWish.Subject, for principal: Principal) async throws -> CalendarFeed.Scope {
        switch subject {
        case .person(let key):
            let people = try await ledger.people()
            let found = people.filter { $0.id == key }
            let named = found.isEmpty ? people.filter { $0.name == key } : found
            // Who may not subscribe for others does not learn from the answer who there is.
            let allowed = named.filter(principal.maySubscribe)
            guard let person = allowed.first else {
                if principal.role == .admin || principal.role == .coordinator, named.isEmpty {
                    throw EngineError.invalid(
                        "/person", Bilingual(id: "tidak ada orang '\(key)'", en: "there is nobody '\(key)'"))
                }
                throw EngineError.forbidden(
                    Bilingual(
                        id: "kalender seseorang dibuat oleh orang itu sendiri, admin atau koordinator daerahnya",
                        en: "somebody's calendar is made by themselves, an admin or the coordinator of their regions"))
            }
            guard allowed.count == 1 else {
                throw EngineError.invalid(
                    "/person",
                    Bilingual(
                        id: "ada \(allowed.count) orang bernama '\(key)'; sebut id-nya",
                        en: "there are \(allowed.count) people called '\(key)'; say the id"))
            }
            return .person(person.id)
        case .region(let code):
            guard code == "00" || rules.reference.regions[code] != nil else {
                throw EngineError.invalid(
                    "/region", Bilingual(id: "daerah '\(code)' tidak ada", en: "there is no region '\(code)'"))
            }
            try principal.require(region: code)
            return .region(code)
        case .agreement(let key):
            return .agreement(try await agreement(key, for: principal).id)
        }
    }

    private func earlierFeed(_ circumstances: Circumstances) async throws -> ListedFeed? {
        guard let earlier = try await earlierResult(circumstances) else { return nil }
        guard let feed = try await ledger.feeds().first(where: { $0.id == earlier.subject }) else {
            throw EngineError.notFound(earlier.subject)
        }
        return ListedFeed(feed: feed, name: try await name(of: feed) ?? "")
    }

    /// - Returns: nil if it is of something that is gone.
    private func name(of feed: CalendarFeed) async throws -> String? {
        switch feed.scope {
        case .person(let id): try await ledger.people().first { $0.id == id }?.name
        case .region("00"): "Indonesia"
        case .region(let code): rules.reference.regions[code]?.name ?? code
        case .agreement(let id): try await ledger.agreement(id.rawValue)?.title
        }
    }

    private func deadlineScope(of feed: CalendarFeed) async throws -> DeadlineScope? {
        switch feed.scope {
        case .person(let id):
            guard let person = try await ledger.people().first(where: { $0.id == id }) else { return nil }
            // To the ledger no roles are all roles; who holds no office is reminded of nothing.
            return DeadlineScope(within: person.regions, roles: person.roles.isEmpty ? [.system] : person.roles)
        case .region(let code): return DeadlineScope(within: [code])
        case .agreement(let id): return DeadlineScope(agreement: id)
        }
    }
}

extension DeadlineHistory {
    /// How far back something must have happened to a deadline that is still shown: a paper may move on until a deadline has
    /// passed by so many days, and what is cancelled then is shown for as many.
    fileprivate static let reach = Duration.seconds(-(2 * daysKept + 2) * 86_400)
}

extension Principal {
    fileprivate func mayRevoke(_ feed: CalendarFeed) -> Bool { role == .admin || feed.createdBy == actor }

    /// Themselves, an admin, or the coordinator of all their regions.
    fileprivate func maySubscribe(for person: Person) -> Bool {
        role == .admin || isThemselves(person) || mayLook(after: person)
    }
}

/// The part of a calendar's address that nobody can guess.
enum FeedSecret {
    /// 160 bits, which are 32 characters.
    static let byteCount = 20

    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")

    /// Base32 (RFC 4648, section 6) in lower case, without padding.
    static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        var (buffer, bits) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return text
    }
}
