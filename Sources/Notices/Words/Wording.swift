import Agreements
import Calendars
import Documents
import Ledger

/// How days, moments and amounts are written for somebody: in their language, by their clock.
struct Wording {
    var language: Language
    var zone: Zone
    /// From which days are counted.
    var today: Day

    func callAsFunction(id: String, en: String) -> String { Bilingual(id: id, en: en).text(language) }

    func number(_ number: Int64) -> String { self(id: number.indonesian, en: number.english) }

    func rupiah(_ amount: Int64) -> String { self(id: amount.rupiah, en: amount.rupiahEnglish) }

    /// `5 Maret 2027`.
    func date(_ day: Day) -> String {
        self(id: day.indonesian, en: "\(day.dayOfMonth) \(day.month.englishName) \(day.year)")
    }

    /// `Jumat, 5 Maret 2027`.
    func weekdayAndDate(_ day: Day) -> String {
        "\(self(id: day.weekday.indonesian, en: day.weekday.english)), \(date(day))"
    }

    /// `12 Maret 2027 pukul 08.00`, without the zone.
    func moment(_ instant: Instant) -> String {
        let clock = zone.clock(at: instant)
        let (hour, minute) = (twoDigits(clock.hour), twoDigits(clock.minute))
        return date(zone.day(at: instant)) + self(id: " pukul \(hour).\(minute)", en: " at \(hour):\(minute)")
    }

    /// `07.00`.
    func hour(_ hour: Int) -> String { twoDigits(hourOfDay(hour)) + self(id: ".00", en: ":00") }

    /// `tinggal 3 hari`, `hari ini`, `lewat 2 hari`.
    func daysLeft(to deadline: Day) -> String {
        let days = deadline - today
        let count = number(Int64(days.magnitude))
        let unit = days.magnitude == 1 ? "day" : "days"
        if days == 0 { return self(id: "hari ini", en: "today") }
        return days > 0
            ? self(id: "tinggal \(count) hari", en: "\(count) \(unit) left")
            : self(id: "lewat \(count) hari", en: "\(count) \(unit) overdue")
    }

    /// Who may lose what; nil where it is not known that anything is lost.
    func harm(_ harm: Harm) -> String? {
        let people =
            harm.people > 0
            ? self(
                id: "\(number(harm.people)) orang dapat kehilangan perlindungan",
                en: "\(number(harm.people)) \(harm.people == 1 ? "person" : "people") may lose their cover") : nil
        let money =
            harm.rupiah > 0
            ? self(id: "dana kurang \(rupiah(harm.rupiah))", en: "\(rupiah(harm.rupiah)) short") : nil
        let parts = [people, money].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// When it should have come, and what kept it.
    func lateness(_ late: Lateness, of dueAt: Instant?) -> String {
        let (from, to) = (moment(late.from), "\(moment(late.to)) \(zone.rawValue)")
        switch late.cause {
        case .outage:
            let due = dueAt.map {
                self(id: "seharusnya dikirim \(moment($0)); ", en: "should have been sent \(moment($0)); ")
            }
            return (due ?? "")
                + self(id: "layanan tidak berjalan \(from) – \(to)", en: "the service was down \(from) – \(to)")
        case .enteredLate:
            return self(
                id: "seharusnya dikirim \(from); datanya baru dicatat \(to)",
                en: "should have been sent \(from); its facts were entered \(to)")
        case .delayed:
            return self(
                id: "seharusnya dikirim \(from); layanan baru dapat mengirim \(to)",
                en: "should have been sent \(from); the service could not send until \(to)")
        }
    }
}

extension Weekday {
    /// `Jumat`.
    var indonesian: String { ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][rawValue - 1] }
    /// `Friday`.
    var english: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
    }
}
