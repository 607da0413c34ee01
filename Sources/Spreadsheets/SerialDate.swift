import Foundation

/// Days as spreadsheet programs number them (ECMA-376-1, 18.17.4).
enum SerialDate {
    enum Epoch {
        /// 1 is 1 January 1900, and 60 is a 29 February that year did not have.
        case of1900
        /// 0 is 1 January 1904.
        case of1904
    }

    /// ISO 8601: `2026-01-31`, `2026-01-31T08:00:00` where there is a time of day, and `08:00:00` for a time alone.
    /// Nil for what is no day before the year 10000.
    static func text(_ serial: Double, epoch: Epoch) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        var day = Int(serial)
        var second = Int(((serial - Double(day)) * 86_400).rounded())
        if second == 86_400 { (day, second) = (day + 1, 0) }
        let time = clock(second)
        switch epoch {
        case .of1900:
            if day == 0 { return time }
            if day == 60 { return nil }
            // 25 567 days lie between 1 January 1900 and 1 January 1970.
            day -= day < 60 ? 25_568 : 25_569
        case .of1904:
            // As a day it would be 1 January 1904, which nobody means who enters a time.
            if day == 0, second > 0 { return time }
            day -= 24_107
        }
        guard let date = date(day) else { return nil }
        return second == 0 ? date : date + "T" + time
    }

    /// A date or time as ISO 8601, which newer files may hold; midnight is left out.
    static func text(iso text: String) -> String? {
        if let time = time(text[...]) { return time }
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let match = parts[0].wholeMatch(of: /(\d{4})-(\d{2})-(\d{2})/), let month = Int(match.2),
            let year = Int(match.1), let day = Int(match.3), (1...12).contains(month),
            (1...days(in: month, of: year)).contains(day)
        else { return nil }
        guard parts.count == 2 else { return text }
        guard let time = time(parts[1]) else { return nil }
        return time == "00:00:00" ? String(parts[0]) : parts[0] + "T" + time
    }

    private static func time(_ text: Substring) -> String? {
        text.wholeMatch(of: /((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?Z?/).map { String($0.1) }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func clock(_ second: Int) -> String {
        padded(second / 3_600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2)
    }

    /// The date in the Gregorian calendar of a day counted from 1 January 1970; nil after the year 9999.
    private static func date(_ day: Int) -> String? {
        // Years begin in March, so that the leap day is the last of its year; an era of 400 years has 146 097 days.
        let shifted = day + 719_468
        let (era, ofEra) = (shifted / 146_097, shifted % 146_097)
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        guard year <= 9_999 else { return nil }
        return padded(year, 4) + "-" + padded(month < 10 ? month + 3 : month - 9, 2) + "-"
            + padded(ofYear - (153 * month + 2) / 5 + 1, 2)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
