import Calendars
import Documents

/// What is wrong with the dates that are written out.
extension Agreement {
    /// More of the same say nothing new, and a hostile text may hold thousands.
    private static let mismatchesMax = 20

    /// A weekday that is written beside a date does not fit it: one of the two is a slip, and nobody knows which.
    var weekdaysThatDoNotFit: [Finding] {
        var told: [String] = []
        var findings: [Finding] = []
        for text in writtenTexts {
            var dates = WrittenDates(text)
            while findings.count < Agreement.mismatchesMax, let date = dates.next() {
                guard !date.fits, !told.contains(date.written) else { continue }
                told.append(date.written)
                findings.append(date.finding)
            }
        }
        return findings
    }

    /// Whatever people have written, with the newest value of each field.
    private var writtenTexts: [String] {
        [title] + fields.keys.sorted().compactMap { value($0)?.text } + notes.map(\.text)
            + documents.flatMap { [$0.title, $0.note].compactMap { $0 } }
    }
}

extension WrittenDates.Date {
    fileprivate var finding: Finding {
        let (day, weekday) = (day.day, day.day.weekday)
        return Finding(
            code: "weekday_mismatch", key: "weekday_mismatch:\(written)",
            say: Bilingual(
                id: "Tertulis \"\(written)\", padahal \(day.indonesian) hari \(weekday.indonesian).",
                en: "\"\(written)\" is written, but \(day) is a \(weekday.english)."),
            numbers: [
                "written": .text(written), "date": .text(day.description),
                "weekday": .text(weekday.english.lowercased()),
            ])
    }
}

extension Weekday {
    /// `Selasa`.
    var indonesian: String { ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][rawValue - 1] }
    /// `Tuesday`.
    var english: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
    }
}
