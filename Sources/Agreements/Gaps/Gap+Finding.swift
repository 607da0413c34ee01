public import Calendars
import Documents

extension Gap {
    /// The hole as something to be told about, with the numbers.
    public func finding(on day: Day) -> Finding {
        let people =
            people.map { ($0.indonesian, $0.english) } ?? ("jumlah peserta tidak tercatat", "an unrecorded number of")
        let money = cost.map { ("; perlu \($0.rupiah)", "; \($0.rupiahEnglish) would close it") } ?? ("", "")
        return Finding(
            code: "gap_predicted", key: "gap_predicted:\(day)",
            say: Bilingual(
                id: "Pada \(day.indonesian) perlindungan putus bagi \(people.0) orang: \(cause.label.id)\(money.0).",
                en: "On \(day) \(people.1) people lose their cover: \(cause.label.en)\(money.1)."),
            numbers: [
                "on": .text(day.description), "people": self.people.map { .integer($0) } ?? .null,
                "cost": cost.map { .integer($0) } ?? .null, "cause": .text(cause.rawValue),
                "successor": successor.map { .text($0.ref ?? $0.agreement.rawValue) } ?? .null,
                "waits_for": .list(waitsFor.map { .text($0.rawValue) }),
            ])
    }
}
