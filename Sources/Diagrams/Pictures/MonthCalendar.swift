public import Calendars
import Documents

/// A month in whole weeks from Monday on, with what falls on each day: for a table in a page, and for a picture on paper.
public struct MonthCalendar: Sendable, Equatable {
    /// Something that falls on a day.
    public struct Entry: Sendable, Hashable {
        public enum Kind: Sendable, Hashable, CaseIterable {
            case deadline, termEnd, bill, other
        }

        public var day: Day
        public var kind: Kind
        public var text: String
        /// A path of the same site; anything else is not linked to.
        public var link: String?

        public init(day: Day, kind: Kind, text: String, link: String? = nil) {
            self.day = day
            self.kind = kind
            self.text = text
            self.link = link
        }
    }

    public struct Cell: Sendable, Equatable {
        public var day: Day
        /// Days of the months before and after fill the first and the last week, without entries.
        public var isInMonth: Bool
        public var isToday: Bool
        /// A holiday or joint leave, also where it falls on a weekend.
        public var holiday: Holidays.Holiday?
        /// Deadlines first, then what ends, then bills, in the order in which they were given.
        public var entries: [Entry]
        /// How many there are of each kind, also of those that are not among the entries.
        public var counts: [Entry.Kind: Int]

        public var count: Int { counts.values.reduce(0, +) }

        /// Whether nothing is signed or paid on it.
        public var isOff: Bool { holiday != nil || day.weekday == .saturday || day.weekday == .sunday }
    }

    public let month: Month
    /// Four to six, of seven days each.
    public let weeks: [[Cell]]

    /// - Parameters:
    ///   - entries: those of other months are left out.
    ///   - counts: how many there are on a day, where the entries are only the first of them.
    public init(
        _ month: Month, entries: [Entry], counts: [Day: [Entry.Kind: Int]] = [:], holidays: Holidays, today: Day
    ) {
        self.month = month
        let byDay = Dictionary(grouping: entries, by: \.day)
        let monday = month.first - (month.first.weekday.rawValue - 1)
        let count = (month.last - monday) / 7 + 1
        weeks = (0..<count).map { week in
            (0..<7).map { weekday in
                let day = monday + (week * 7 + weekday)
                let isInMonth = day.month == month
                let found = isInMonth ? byDay[day] ?? [] : []
                return Cell(
                    day: day, isInMonth: isInMonth, isToday: day == today, holiday: holidays[day],
                    entries: Entry.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } },
                    counts: (isInMonth ? counts[day] : nil)
                        ?? Dictionary(grouping: found, by: \.kind).mapValues(\.count))
            }
        }
    }

    /// The days of the month itself.
    public var days: [Cell] { weeks.joined().filter(\.isInMonth) }
}
