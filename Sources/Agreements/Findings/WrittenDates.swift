import Calendars

/// Finds the dates in a text that a weekday is written beside, as papers and the press of Indonesia write them:
/// `Selasa, 22 Januari 2026`, `Selasa (23/1/2018)`, `hari Kamis tanggal 5 Maret 2026`, `Tuesday, 22 January 2026`, and
/// the long form of minutes, `Selasa tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh enam (22-01-2026)`.
///
/// Reads each byte a bounded number of times, whatever the text is.
struct WrittenDates {
    struct Date: Equatable {
        /// The text as written, with single spaces.
        var written: String
        var weekday: Weekday
        var day: Reading

        var fits: Bool { day.day.weekday == weekday || day.other?.weekday == weekday }
    }

    /// A date in figures, which in English may also be read with the month first.
    struct Reading: Equatable {
        var day: Day
        var other: Day?
    }

    private var words: WrittenWords
    /// The word before the next one, to tell `hari Minggu` from a week.
    private var before = ""

    init(_ text: String) { words = WrittenWords(text) }

    mutating func next() -> Date? {
        while true {
            let start = words
            guard let token = words.next() else { return nil }
            let wasBefore = before
            before = token.word
            if let weekday = WrittenDates.weekdays[token.word] {
                // In small letters it is the word for a week.
                if token.word == "minggu", !token.isCapital, wasBefore != "hari" { continue }
                if let date = date(after: weekday, from: start) { return date }
            } else if token.number != nil, let date = date(before: start) {
                return date
            }
        }
    }

    // MARK: Weekday first

    private static let fillers: Set<String> = [",", "(", "tanggal", "tgl", "the", "on", ":"]
    private static let longForm: Set<String> = [
        "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "belas",
        "puluh", "ratus", "ribu", "seribu", "bulan", "tahun", "tanggal", "tgl", "-", ",",
    ]
    /// The longest long form, such as `tanggal dua puluh sembilan bulan September tahun dua ribu dua puluh sembilan`.
    private static let longFormMax = 20

    private mutating func date(after weekday: (day: Weekday, isEnglish: Bool), from start: WrittenWords) -> Date? {
        var rest = words
        var filler = ""
        for _ in 0..<3 {
            let next = rest
            guard let token = rest.next() else { return nil }
            // A full stop ends a sentence, except behind `tgl`.
            guard WrittenDates.fillers.contains(token.word) || (token.word == "." && filler == "tgl") else {
                rest = next
                break
            }
            filler = token.word
        }
        if let day = WrittenDates.reading(&rest, isEnglish: weekday.isEnglish) {
            return take(start, upTo: rest, weekday.day, day)
        }
        // In words, with the figures in brackets behind them.
        for _ in 0..<WrittenDates.longFormMax {
            guard let token = rest.next() else { return nil }
            if token.word == "(" {
                guard let day = WrittenDates.reading(&rest, isEnglish: weekday.isEnglish) else { return nil }
                return take(start, upTo: rest, weekday.day, day)
            }
            guard WrittenDates.longForm.contains(token.word) || WrittenDates.months[token.word] != nil else {
                return nil
            }
        }
        return nil
    }

    // MARK: Date first

    /// `22 Januari 2026 (Kamis)`.
    private mutating func date(before start: WrittenWords) -> Date? {
        var rest = start
        guard let day = WrittenDates.reading(&rest, isEnglish: false), rest.next()?.word == "(",
            let word = rest.next()?.word, let weekday = WrittenDates.weekdays[word]
        else { return nil }
        let end = rest
        // What follows is a date of its own otherwise.
        guard rest.next()?.word == ")" else { return nil }
        return take(start, upTo: end, weekday.day, day)
    }

    private mutating func take(
        _ start: WrittenWords, upTo end: WrittenWords, _ weekday: Weekday, _ day: Reading
    ) -> Date {
        words = end
        before = ""
        return Date(written: start.text(upTo: end), weekday: weekday, day: day)
    }

    // MARK: Dates

    /// Reads a date and moves behind it, or leaves the words where they are.
    private static func reading(_ words: inout WrittenWords, isEnglish: Bool) -> Reading? {
        let start = words
        if let reading = named(&words) { return reading }
        words = start
        if let reading = figures(&words, isEnglish) { return reading }
        words = start
        return nil
    }

    /// `22 Januari 2026`, `22nd of January, 2026` or `January 22, 2026`.
    private static func named(_ words: inout WrittenWords) -> Reading? {
        guard let first = words.next() else { return nil }
        var day = first.number(digits: 1...2)
        var month = months[first.word]
        if day != nil {
            month = words.next(skipping: ["st", "nd", "rd", "th", "of", "bulan"]).flatMap { months[$0.word] }
        } else if month != nil {
            day = words.next(skipping: ["."])?.number(digits: 1...2)
        }
        guard let day, let month,
            let year = words.next(skipping: ["st", "nd", "rd", "th", ",", ".", "tahun"])?.number(digits: 4...4),
            let date = date(year, month, day)
        else { return nil }
        return Reading(day: date)
    }

    /// `22/1/2026`, `22-01-2026`, `22.01.2026` or `2026-01-22`.
    private static func figures(_ words: inout WrittenWords, _ isEnglish: Bool) -> Reading? {
        guard let first = words.next(), let separator = words.next()?.word, ["/", "-", "."].contains(separator),
            let second = words.next()?.number(digits: 1...2), words.next()?.word == separator, let third = words.next()
        else { return nil }
        if let year = first.number(digits: 4...4), let day = third.number(digits: 1...2) {
            return date(year, second, day).map { Reading(day: $0) }
        }
        guard let one = first.number(digits: 1...2), let year = third.number(digits: 4...4) else { return nil }
        let monthFirst = isEnglish ? date(year, one, second) : nil
        return date(year, second, one).map { Reading(day: $0, other: monthFirst) }
            ?? monthFirst.map { Reading(day: $0) }
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        Day.years.contains(year) ? Day(year: year, month: month, day: day) : nil
    }

    // MARK: Names

    private static let weekdays: [String: (day: Weekday, isEnglish: Bool)] = [
        "senin": (.monday, false), "selasa": (.tuesday, false), "rabu": (.wednesday, false),
        "kamis": (.thursday, false),
        "jumat": (.friday, false), "jum'at": (.friday, false), "sabtu": (.saturday, false), "minggu": (.sunday, false),
        "ahad": (.sunday, false), "monday": (.monday, true), "tuesday": (.tuesday, true),
        "wednesday": (.wednesday, true), "thursday": (.thursday, true), "friday": (.friday, true),
        "saturday": (.saturday, true), "sunday": (.sunday, true),
    ]

    private static let months: [String: Int] = [
        "januari": 1, "january": 1, "jan": 1, "februari": 2, "pebruari": 2, "february": 2, "feb": 2, "maret": 3,
        "march": 3, "mar": 3, "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7,
        "july": 7, "jul": 7, "agustus": 8, "august": 8, "agt": 8, "agu": 8, "aug": 8, "september": 9, "sep": 9,
        "sept": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10, "november": 11, "nopember": 11, "nov": 11,
        "desember": 12, "december": 12, "des": 12, "dec": 12,
    ]
}
