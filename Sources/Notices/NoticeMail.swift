public import Agreements
public import Calendars
import Documents
public import Ledger

/// One mail to one person about everything that waits for them: a single notice, or a summary sorted by harm.
public struct NoticeMail: Sendable {
    public var subject: String
    public var text: String
    public var html: String

    private let person: Person
    private let zone: Zone
    private let now: Instant
    private let unsubscribe: String

    /// - Parameters:
    ///   - zone: where the person's clock hangs.
    ///   - regions: what regions are called; one that is not listed is told by its code.
    /// - Returns: nil without notices, since nobody wants an empty mail.
    public init?(
        to person: Person, about notices: [Notice], zone: Zone, at now: Instant, links: Links,
        regions: Regions = Regions()
    ) {
        guard !notices.isEmpty else { return nil }
        let wording = Wording(language: person.language, zone: zone, today: zone.day(at: now))
        let page = NoticePage(to: person, about: notices, wording, links: links, regions: regions)
        subject = page.subject
        text = page.text
        html = page.html
        unsubscribe = page.footer.unsubscribeLink
        self.person = person
        self.zone = zone
        self.now = now
    }

    /// The mail as it travels. It names no receiver where the person's address is none.
    ///
    /// - Parameters:
    ///   - id: of the mail, unique; the first half of its Message-ID.
    public func message(id: String, from: Mailbox) -> MailMessage {
        let address = person.email.flatMap(Mailbox.init)?.address
        return MailMessage(
            id: id, from: from,
            to: address.flatMap { Mailbox(address: $0, name: person.name.tidied.clipped(to: NoticeMail.nameMax)) },
            date: now, zone: zone, language: person.language, subject: subject, text: text, html: html,
            unsubscribe: unsubscribe)
    }

    static let nameMax = 80
}
