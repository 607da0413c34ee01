public import Calendars
public import Documents

/// A bill past its due date, how old the debt is, and what that brings.
public struct OverdueBill: Sendable, Equatable {
    public var bill: Bill
    /// Whole months since it was due.
    public var monthsLate: Int
    public var consequence: Consequence

    /// - Returns: nil if it is paid, or not due yet on that day.
    public init?(_ bill: Bill, on day: Day) {
        guard bill.isOverdue(on: day) else { return nil }
        self.bill = bill
        var months = day.month - bill.dueOn.month
        if bill.dueOn.adding(months: months) > day { months -= 1 }
        monthsLate = months
        consequence = Consequence(monthsLate: months)
    }

    /// What a region has met at this age of a debt, by what was reported of 2017 to 2025; no fine was found in JKN.
    public enum Consequence: String, Sendable, Codable, CaseIterable {
        /// Letters every month; UHC Prioritas is refused or withdrawn while any arrears of PBPU Pemda are open (Pamekasan
        /// 2025).
        case prioritasAtRisk = "prioritas_at_risk"
        /// All members paid by the region were deactivated after four months, at a day's notice (Kabupaten Malang 2023).
        case massDeactivation = "mass_deactivation"
        /// Two months are left until the transfers can be cut.
        case transfersAtRisk = "transfers_at_risk"
        /// DAU and DBH can be cut after a year (PMK 183/PMK.07/2017).
        case transfersCut = "transfers_cut"

        init(monthsLate: Int) {
            self =
                switch monthsLate {
                case ..<4: .prioritasAtRisk
                case ..<10: .massDeactivation
                case ..<12: .transfersAtRisk
                default: .transfersCut
                }
        }

        /// The ages, in whole months, at which another begins.
        public static let turningMonths = [4, 10, 12]

        public var label: Bilingual {
            switch self {
            case .prioritasAtRisk: Bilingual(id: "UHC Prioritas terancam", en: "UHC Prioritas at risk")
            case .massDeactivation:
                Bilingual(id: "penonaktifan massal mungkin terjadi", en: "members may be deactivated in mass")
            case .transfersAtRisk:
                Bilingual(id: "pada 12 bulan DAU/DBH dapat dipotong", en: "at 12 months DAU/DBH can be cut")
            case .transfersCut: Bilingual(id: "DAU/DBH dapat dipotong", en: "DAU/DBH can be cut")
            }
        }
    }
}

extension Agreement {
    /// Bills past their due date on a day, the oldest first.
    public func overdueBills(on day: Day) -> [OverdueBill] { bills.compactMap { OverdueBill($0, on: day) } }
}
