import Agreements
import Calendars
import Documents
import Ledger

extension Notice.Content {
    /// How pressing it is; in a summary these are the headings.
    enum Pressure: Int, CaseIterable {
        case overdue, urgent, upcoming

        var label: Bilingual {
            switch self {
            case .overdue: Bilingual(id: "Lewat tenggat", en: "Overdue")
            case .urgent: Bilingual(id: "Mendesak", en: "Urgent")
            case .upcoming: Bilingual(id: "Akan datang", en: "Coming up")
            }
        }
    }

    func pressure(on today: Day) -> Pressure {
        if let deadline, deadline < today { return .overdue }
        return isUrgent || deadline == today ? .urgent : .upcoming
    }

    /// By what an agreement is called and found: its ref, or its id before it has one.
    var key: String { ref ?? agreement.rawValue }
}

extension [Notice] {
    /// The greatest harm first: people who lose their cover, then rupiah, then the earliest deadline, then the ref.
    func sortedByHarm() -> [Notice] {
        sorted { a, b in
            if a.content.harm != b.content.harm { return a.content.harm > b.content.harm }
            let (first, second) = (a.content.deadline?.number ?? .max, b.content.deadline?.number ?? .max)
            if first != second { return first < second }
            if a.content.key != b.content.key { return a.content.key < b.content.key }
            return a.id < b.id
        }
    }
}
