import Agreements
public import Ledger

/// What people were told by mail.
extension Engine {
    /// Mails to those whom somebody looks after, and to themselves; newest first. Who reads all, reads all.
    ///
    /// - Parameter key: only those to this person, by id or name.
    public func mails(
        _ query: MailQuery, to key: String?, for principal: Principal
    ) async throws -> (mails: [Mail], people: [String: Person]) {
        let people = try await ledger.people()
        let known = people.filter { principal.mayRead($0) }
        var query = query
        if let key {
            query.people = [try known.person(key).id]
        } else if !principal.readsEverything {
            query.people = known.map(\.id)
        }
        return (try await ledger.mails(query), Dictionary(known.map { ($0.id, $0) }) { $1 })
    }

    /// What a person was told and will be, oldest first, with the mails that it went into.
    public func notices(
        _ query: NoticeQuery, to key: String, for principal: Principal
    ) async throws -> (notices: [Notice], mails: [String: Mail]) {
        let person = try await person(key, for: principal)
        var query = query
        query.person = person.id
        return try await withMails(try await ledger.notices(query))
    }

    /// Who was told of a reminder and will be.
    public func notices(of reminder: Reminder) async throws -> (notices: [Notice], mails: [String: Mail]) {
        var query = NoticeQuery()
        query.reminder = reminder.id
        query.limit = .max
        return try await withMails(try await ledger.notices(query))
    }

    private func withMails(_ notices: [Notice]) async throws -> (notices: [Notice], mails: [String: Mail]) {
        var query = MailQuery()
        query.ids = Array(Set(notices.compactMap(\.mail)))
        query.limit = .max
        return (notices, Dictionary(try await ledger.mails(query).map { ($0.id, $0) }) { $1 })
    }
}

extension Principal {
    var readsEverything: Bool { regions.isEmpty && (may(.managePeople) || role == .auditor) }

    /// A mail tells of all of somebody's regions.
    fileprivate func mayRead(_ person: Person) -> Bool {
        readsEverything || mayLook(after: person) || isThemselves(person)
            || role == .auditor && !person.regions.isEmpty && person.regions.allSatisfy(mayTouch)
    }
}
