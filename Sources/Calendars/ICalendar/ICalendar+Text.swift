extension ICalendar {
    /// The feed as it is sent, of the media type `text/calendar; charset=utf-8`.
    ///
    /// Lines end with CRLF and are folded at 75 octets, never inside a character's UTF-8 (RFC 5545, section 3.1). Entries stand
    /// in the order of their days, whatever order they were given in. Deadlines are dates without a time (section 3.3.4), which
    /// a program shows on the same day in every zone.
    public func text() -> String {
        var lines = ContentLines()
        lines.append("BEGIN:VCALENDAR")
        lines.append("VERSION:2.0")
        lines.append("PRODID:-//pksd//Deadlines//\(languageTag?.uppercased() ?? "EN")")
        lines.append("CALSCALE:GREGORIAN")
        lines.append("METHOD:PUBLISH")
        lines.append("NAME\(languageParameter):\(name.asICalendarText)")
        lines.append("X-WR-CALNAME:\(name.asICalendarText)")
        if let description = description?.asICalendarText, !description.isEmpty {
            lines.append("DESCRIPTION\(languageParameter):\(description)")
            lines.append("X-WR-CALDESC:\(description)")
        }
        // RFC 7986, section 5.7, and what programs knew before it.
        lines.append("REFRESH-INTERVAL;VALUE=DURATION:PT6H")
        lines.append("X-PUBLISHED-TTL:PT6H")
        let events = sortedEvents()
        if events.isEmpty { lines.appendZone() }
        for event in events { lines.append(event) }
        lines.append("END:VCALENDAR")
        return lines.text
    }

    /// By day, and within a day by their octets: texts that Unicode holds equal may differ in these, and the feed with them.
    private func sortedEvents() -> [ContentLines] {
        entries.compactMap { entry in event(entry).map { (day: entry.day, lines: $0) } }
            .sorted { a, b in
                a.day == b.day ? a.lines.octets.lexicographicallyPrecedes(b.lines.octets) : a.day < b.day
            }
            .map(\.lines)
    }

    private func event(_ entry: Entry) -> ContentLines? {
        let uid = entry.uid.asICalendarText
        guard !uid.isEmpty, let start = entry.day.asICalendarDate else { return nil }
        let summary = entry.summary.asICalendarText
        let categories = entry.categories.map(\.asICalendarText).filter { !$0.isEmpty }
        var lines = ContentLines()
        lines.append("BEGIN:VEVENT")
        lines.append("UID:\(uid)")
        lines.append("DTSTAMP:\(entry.modifiedAt.asICalendarDateTime)")
        lines.append("LAST-MODIFIED:\(entry.modifiedAt.asICalendarDateTime)")
        lines.append("SEQUENCE:\(min(max(0, entry.sequence), Int(Int32.max)))")
        lines.append("DTSTART;VALUE=DATE:\(start)")
        // The last day of year 9999 has no day after; an event without an end lasts its one day too (section 3.6.1).
        if let end = (entry.day + 1).asICalendarDate { lines.append("DTEND;VALUE=DATE:\(end)") }
        lines.append("SUMMARY\(languageParameter):\(summary)")
        if let description = entry.description?.asICalendarText, !description.isEmpty {
            lines.append("DESCRIPTION\(languageParameter):\(description)")
        }
        if let url = entry.url.flatMap(WebAddress.init) { lines.append("URL:\(url.text)") }
        if !categories.isEmpty {
            lines.append("CATEGORIES\(languageParameter):\(categories.joined(separator: ","))")
        }
        lines.append("STATUS:\(entry.isCancelled ? "CANCELLED" : entry.isTentative ? "TENTATIVE" : "CONFIRMED")")
        lines.append("TRANSP:TRANSPARENT")
        // A feed's address is a secret: whoever shares a calendar further shows others no more than that there is something.
        lines.append("CLASS:PRIVATE")
        for days in entry.alarmDays {
            lines.appendAlarm(days: days, text: "DESCRIPTION\(languageParameter):\(summary)")
        }
        lines.append("END:VEVENT")
        return lines
    }

    private var languageParameter: String { languageTag.map { ";LANGUAGE=\($0)" } ?? "" }

    /// - Returns: nil for what has not the form of a language tag (RFC 5646, section 2.1).
    private var languageTag: String? {
        let subtags = language.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isTag = subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy(\.isASCIILetterOrDigit) }
        return isTag && language.utf8.count <= 35 ? language : nil
    }
}

extension ICalendar.Entry {
    /// The days before that can be reminded of, the earliest reminder first.
    fileprivate var alarmDays: [Int] {
        isCancelled ? [] : Set(alarmDaysBefore.filter((0...36_525).contains)).sorted(by: >)
    }
}

extension ContentLines {
    /// At 08:00 that many days before. A trigger is relative to the midnight with which the day begins in the reader's own zone
    /// (RFC 5545, section 3.8.6.3), so that 08:00 of the day before is 16 hours earlier.
    fileprivate mutating func appendAlarm(days: Int, text: String) {
        append("BEGIN:VALARM")
        append("ACTION:DISPLAY")
        append("TRIGGER:\(days == 0 ? "PT8H" : days == 1 ? "-PT16H" : "-P\(days - 1)DT16H")")
        append(text)
        append("END:VALARM")
    }

    /// What stands in a feed without entries, since a calendar has at least one component (RFC 5545, section 3.6).
    fileprivate mutating func appendZone() {
        append("BEGIN:VTIMEZONE")
        append("TZID:Etc/UTC")
        append("BEGIN:STANDARD")
        append("DTSTART:19700101T000000")
        append("TZOFFSETFROM:+0000")
        append("TZOFFSETTO:+0000")
        append("END:STANDARD")
        append("END:VTIMEZONE")
    }
}
