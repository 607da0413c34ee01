import Agreements
import Calendars
import Documents

/// Numbers and dates as charts write them.
extension Int64 {
    func text(_ language: Language) -> String { language == .indonesian ? indonesian : english }

    /// `19.000 orang`.
    func people(_ language: Language) -> String {
        text(language) + Bilingual(id: " orang", en: self == 1 ? " person" : " people").text(language)
    }

    /// `92 hari`.
    func days(_ language: Language) -> String {
        text(language) + Bilingual(id: " hari", en: self == 1 ? " day" : " days").text(language)
    }

    /// `3 naskah`.
    func papers(_ language: Language) -> String {
        text(language) + Bilingual(id: " naskah", en: self == 1 ? " paper" : " papers").text(language)
    }
}

extension Percent {
    /// `98,6%`.
    func text(_ language: Language) -> String { (language == .indonesian ? indonesian : english) + "%" }

    /// To the nearest whole: `99%`.
    func short(_ language: Language) -> String {
        let whole = hundredths / 100 + (hundredths % 100 >= 50 ? 1 : 0)
        return whole.text(language) + "%"
    }

    var share: Double { Double(hundredths) / 10_000 }
}

extension Day {
    /// `1 Jan 2026`.
    func short(_ language: Language) -> String { "\(dayOfMonth) \(month.short(language)) \(year)" }

    /// `1 Januari 2026`.
    func long(_ language: Language) -> String { "\(dayOfMonth) \(month.long(language))" }
}

extension Month {
    /// `Januari 2026`.
    func long(_ language: Language) -> String { language == .indonesian ? indonesian : english }
}

extension String {
    /// So much of it as a title or a row can hold, also where a letter has thousands of marks.
    var brief: String {
        let most = 200
        guard unicodeScalars.count > most else { return self }
        return String(String(unicodeScalars.prefix(most)).dropLast()) + "…"
    }

    /// Whether it leads to another page of the same site, and cannot lead anywhere else.
    var isLocalLink: Bool {
        guard let first = unicodeScalars.first, "/?#".unicodeScalars.contains(first), utf8.count <= 2_000 else {
            return false
        }
        return !hasPrefix("//") && !unicodeScalars.contains { $0.value <= 0x20 || $0 == "\\" || $0.isUnsafeInMarkup }
    }
}
