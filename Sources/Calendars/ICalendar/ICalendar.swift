/// A feed of all-day deadlines, as calendar programs subscribe to it (iCalendar, RFC 5545, with the properties of a whole
/// calendar that RFC 7986 adds).
///
/// Any text may stand in any field: what iCalendar cannot carry is removed (control characters) or escaped, so that no field
/// can add a property or an entry.
public struct ICalendar: Sendable, Equatable {
    /// What a program shows as the calendar's name: `NAME` (RFC 7986, section 5.1), and `X-WR-CALNAME` for older programs.
    public var name: String
    /// What the calendar is for: `DESCRIPTION` (RFC 7986, section 5.2), and `X-WR-CALDESC` for older programs.
    public var description: String?
    /// The language of all texts, `id` or `en`: the parameter `LANGUAGE` (RFC 5545, section 3.2.10) and the end of `PRODID`.
    /// What is no language tag (RFC 5646) is left out.
    public var language: String
    /// In any order; `text()` puts them in its own.
    public var entries: [Entry]

    public init(name: String, description: String? = nil, language: String, entries: [Entry]) {
        self.name = name
        self.description = description
        self.language = language
        self.entries = entries
    }

    /// One deadline: a `VEVENT` (RFC 5545, section 3.6.1) that lasts one whole day and blocks no time.
    public struct Entry: Sendable, Equatable {
        /// By which programs know the entry again: `UID` (RFC 5545, section 3.8.4.7; RFC 7986, section 5.3). It stays the same
        /// for ever, and no two entries of a feed share one; at best it has no more than 255 octets.
        /// An entry without one is left out of the feed.
        public var uid: String
        /// `SEQUENCE` (RFC 5545, section 3.8.7.4): 0 at first, and greater after each move or cancellation. Held within 0 to
        /// 2,147,483,647.
        public var sequence: Int
        /// `DTSTART;VALUE=DATE` (RFC 5545, section 3.8.2.4); `DTEND` (section 3.8.2.2) is the day after, since it is exclusive.
        /// An entry on a day outside the years 1 to 9999, which cannot be written (section 3.3.4), is left out of the feed
        /// rather than shown on another day.
        public var day: Day
        /// `SUMMARY` (RFC 5545, section 3.8.1.12).
        public var summary: String
        /// `DESCRIPTION` (RFC 5545, section 3.8.1.5).
        public var description: String?
        /// `URL` (RFC 5545, section 3.8.4.6): where to read more, by http or https. What no URI may hold is percent-encoded
        /// (RFC 3986, section 2.1); what is no address of the web, or carries a user's name or password, is left out.
        public var url: String?
        /// `CATEGORIES` (RFC 5545, section 3.8.1.2), in their order.
        public var categories: [String]
        /// `STATUS:CANCELLED` (RFC 5545, section 3.8.1.11), whatever `isTentative` says. Such an entry reminds nobody.
        public var isCancelled: Bool
        /// `STATUS:TENTATIVE`; otherwise the status is `CONFIRMED`.
        public var isTentative: Bool
        /// `DTSTAMP` (RFC 5545, section 3.8.7.2) and `LAST-MODIFIED` (section 3.8.7.3), to the second. No clock is read, so the
        /// same entries give the same bytes.
        public var modifiedAt: Instant
        /// Days before at which a program may remind, at 08:00 by its own clock: a `VALARM` each (RFC 5545, section 3.6.6).
        /// 0 is the day itself; numbers outside 0 to 36,525 (a century) and repetitions are left out.
        public var alarmDaysBefore: [Int]

        public init(
            uid: String, sequence: Int = 0, day: Day, summary: String, description: String? = nil, url: String? = nil,
            categories: [String] = [], isCancelled: Bool = false, isTentative: Bool = false, modifiedAt: Instant,
            alarmDaysBefore: [Int] = []
        ) {
            self.uid = uid
            self.sequence = sequence
            self.day = day
            self.summary = summary
            self.description = description
            self.url = url
            self.categories = categories
            self.isCancelled = isCancelled
            self.isTentative = isTentative
            self.modifiedAt = modifiedAt
            self.alarmDaysBefore = alarmDaysBefore
        }
    }
}
