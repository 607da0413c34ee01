import Agreements
import Calendars
import Documents
import Ledger
import Notices

extension DeadlineHistory {
    /// What a calendar shows of it; nil if it shows nothing.
    ///
    /// - Parameter publicURL: where people reach the pages.
    func entry(at now: Instant, in region: Region, _ language: Language, publicURL: String?) -> ICalendar.Entry? {
        guard let standing = standing(at: now, in: region.zone) else { return nil }
        let sentence = say.say.text(language)
        let link = publicURL.map { Links(base: $0).agreement(paper.ref ?? paper.id.rawValue) }
        return ICalendar.Entry(
            uid: uid, sequence: sequence, day: day,
            // The sentence of a rule that has none of its own names the paper already.
            summary: sentence.contains(paper.title) ? sentence : "\(sentence) — \(paper.title)",
            description: description(standing, region, language, link), url: link, isCancelled: standing != .open,
            isTentative: isEstimated, modifiedAt: modifiedAt)
    }

    private func description(
        _ standing: Standing, _ region: Region, _ language: Language, _ link: String?
    ) -> String {
        func line(_ id: String, _ en: String) -> String { Bilingual(id: id, en: en).text(language) }
        func written(_ day: Day) -> String { language == .indonesian ? day.indonesian : day.description }
        let offices = offices.map { $0.label.text(language) }.joined(separator: ", ")
        let days = reminderDays(in: region.zone).map(written).joined(separator: ", ")
        var lines = [
            line("Tenggat: \(written(day))", "Deadline: \(written(day))"),
            line("Untuk: \(offices)", "For: \(offices)"),
            line("Diingatkan pada: \(days)", "Reminded on: \(days)"),
            line("Perjanjian: ", "Agreement: ") + paper.title + (paper.ref.map { " (\($0))" } ?? ""),
            line("Daerah: ", "Region: ") + region.name,
        ]
        if case .cancelled(let end) = standing {
            let ended = written(region.zone.day(at: end))
            lines.insert(line("Tidak berlaku lagi sejak \(ended).", "No longer holds since \(ended)."), at: 0)
        } else if isEstimated {
            lines.append(
                line(
                    "Perkiraan: tanggal hari libur yang menentukannya belum ditetapkan.",
                    "Estimated: the date of a holiday that it depends on is not decreed yet."))
        }
        return (lines + [link].compactMap { $0 }).joined(separator: "\n")
    }
}
