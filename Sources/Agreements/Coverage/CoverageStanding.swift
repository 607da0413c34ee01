public import Calendars
public import Documents

/// Where a region stands on a day: who is registered and active, against the bar in force that day.
public struct CoverageStanding: Sendable, Equatable {
    public enum Status: String, Sendable, Codable, CaseIterable {
        /// No count is on record.
        case unknown
        /// Coverage is below the bar.
        case none
        /// Coverage is reached; nothing more is asked, or what is asked is not known.
        case uhc
        /// Coverage is reached, but activity is not, or arrears are open: new members wait about a month.
        case cutOff = "cut_off"
        /// All is reached and BPJS Kesehatan has granted it: new members are covered the same day.
        case prioritas
    }

    /// A number with the day it was true and who says so.
    public struct Count: Sendable, Equatable, Codable {
        public var value: Int64
        public var asOf: String
        public var source: String?
        /// Reckoned from a percentage that was printed, not counted.
        public var isReckoned: Bool

        enum CodingKeys: String, CodingKey {
            case value
            case asOf = "as_of"
            case source
            case isReckoned = "reckoned"
        }
    }

    public var registered: Count?
    public var active: Count?
    public var residents: Count?
    public var scheme: CoverageFact.Scheme?
    /// What the region owes past due, in rupiah.
    public var arrears: Int64
    public var bar: Thresholds.Row?
    /// People who lose their cover when papers end; nil where none are known.
    public var falling: Falling?

    /// Losing members lowers activity and not coverage: they stay registered.
    public struct Falling: Sendable, Equatable {
        public var people: Int64
        public var on: Day

        public init(people: Int64, on: Day) {
            self.people = people
            self.on = on
        }
    }

    /// - Parameters:
    ///   - facts: what sources say of the region, in any order.
    ///   - population: the civil registry's figure, for when no source brings its own.
    ///   - day: facts of later days do not count yet.
    public init(_ facts: [CoverageFact], population: Count?, arrears: Int64, thresholds: Thresholds, on day: Day) {
        // In an order of their own, so that it does not matter in which they were entered.
        let known = facts.filter { $0.asOfDay.map { $0 <= day } ?? false }.sorted { $0.isListedBefore($1) }
        active = CoverageStanding.newest(known, \.active)
        scheme = known.filter { $0.scheme != nil }.max { $0.schemeOrder < $1.schemeOrder }?.scheme
        self.arrears = arrears
        bar = thresholds.row(on: day)
        let counted = CoverageStanding.newest(known, \.registered)
        let printed = known.filter { $0.percent != nil && $0.registered == nil }
            .max { $0.percentOrder < $1.percentOrder }
        if let printed, let percent = printed.percent.flatMap({ Percent($0) }),
            counted.map({ ($0.asOfDay ?? day) < (printed.asOfDay ?? day) }) ?? true
        {
            // A share says nothing without what it is a share of.
            residents = CoverageStanding.residents(known, besides: printed, population: population)
            registered = residents.map {
                Count(value: percent.of($0.value), asOf: printed.asOf, source: printed.source, isReckoned: true)
            }
        } else {
            registered = counted
            let fact = known.filter { $0.registered == counted?.value && $0.asOf == counted?.asOf }
                .max { $0.residents ?? 0 < $1.residents ?? 0 }
            residents = CoverageStanding.residents(known, besides: fact, population: population)
        }
    }

    /// The denominator that came with the count, else the newest on record.
    private static func residents(_ facts: [CoverageFact], besides fact: CoverageFact?, population: Count?) -> Count? {
        if let fact, let residents = fact.residents {
            return Count(value: residents, asOf: fact.asOf, source: fact.source, isReckoned: false)
        }
        return newest(facts, \.residents, isMoreCareful: >) ?? population
    }

    /// Of several figures for one day the smaller, and the larger of residents: what is promised to people must hold by
    /// every source.
    private static func newest(
        _ facts: [CoverageFact], _ figure: KeyPath<CoverageFact, Int64?>,
        isMoreCareful: (Int64, Int64) -> Bool = { $0 < $1 }
    ) -> Count? {
        let newest = facts.filter { $0[keyPath: figure] != nil }.max { a, b in
            let (day, other) = (a.asOfDay?.number ?? 0, b.asOfDay?.number ?? 0)
            return day == other ? isMoreCareful(b[keyPath: figure] ?? 0, a[keyPath: figure] ?? 0) : day < other
        }
        guard let newest, let value = newest[keyPath: figure] else { return nil }
        return Count(value: value, asOf: newest.asOf, source: newest.source, isReckoned: false)
    }

    // MARK: What follows

    /// Registered of residents; may exceed 100 %.
    public var coverage: Percent? {
        registered.flatMap { registered in residents.flatMap { Percent(registered.value, of: $0.value) } }
    }

    /// Active of registered.
    public var activity: Percent? {
        active.flatMap { active in registered.flatMap { Percent(active.value, of: $0.value) } }
    }

    /// How many more must be registered to reach the bar; 0 once it is reached.
    public var missingRegistered: Int64? { missing(bar?.coverage, in: residents, has: registered) }

    /// How many more of the registered must be active.
    public var missingActive: Int64? { missing(bar?.activity, in: registered, has: active) }

    private func missing(_ bar: Percent?, in whole: Count?, has part: Count?) -> Int64? {
        guard let bar, let whole, let part, whole.value > 0 else { return nil }
        return max(0, bar.reached(in: whole.value) - part.value)
    }

    public var status: Status {
        guard let bar, let missingRegistered else { return .unknown }
        if missingRegistered > 0 { return .none }
        guard bar.activity != nil else { return .uhc }
        if missingActive ?? 0 > 0 || (bar.allowsNoArrears && arrears > 0) || scheme == .cutOff { return .cutOff }
        return missingActive != nil && scheme == .prioritas ? .prioritas : .uhc
    }

    /// What would be lost with how many people, and what is lost already.
    public var warnings: [Warning] {
        var warnings: [Warning] = []
        if let bar, let registered, let residents, missingRegistered == 0 {
            let spare = registered.value - bar.coverage.reached(in: residents.value)
            // Half a percentage point.
            if Int128(spare) * 200 < Int128(residents.value) { warnings.append(.coverageThin(spare: spare)) }
        }
        if let active, let registered, let missingActive, let needed = bar?.activity {
            let spare = active.value - needed.reached(in: registered.value)
            if missingActive > 0 {
                warnings.append(.activityMissing(missingActive))
            } else if Int128(spare) * 100 < Int128(registered.value) {
                warnings.append(.activityThin(spare: spare))
            }
        }
        if arrears > 0, bar?.allowsNoArrears == true { warnings.append(.arrears(arrears)) }
        if let falling { warnings.append(.falling(falling, activity: activityAfterwards)) }
        return warnings
    }

    /// The activity that is left once those who fall are inactive.
    public var activityAfterwards: Percent? {
        guard let falling, let active, let registered else { return nil }
        return Percent(max(0, active.value - falling.people), of: registered.value)
    }

    public enum Warning: Sendable, Equatable {
        /// Fewer than half a percentage point above the bar: so many may leave.
        case coverageThin(spare: Int64)
        /// Less than one percentage point above the bar: so many may become inactive.
        case activityThin(spare: Int64)
        case activityMissing(Int64)
        case arrears(Int64)
        case falling(Falling, activity: Percent?)

        public var say: Bilingual {
            switch self {
            case .coverageThin(let spare):
                Bilingual(
                    id: "cakupan hilang bila lebih dari \(spare.indonesian) orang keluar",
                    en: "coverage is lost if more than \(spare.english) people leave")
            case .activityThin(let spare):
                Bilingual(
                    id: "keaktifan hilang bila lebih dari \(spare.indonesian) orang nonaktif",
                    en: "activity is lost if more than \(spare.english) people become inactive")
            case .activityMissing(let people):
                Bilingual(
                    id: "\(people.indonesian) orang lagi harus aktif untuk Prioritas",
                    en: "\(people.english) more people must be active for Prioritas")
            case .arrears(let rupiah):
                Bilingual(
                    id: "tunggakan \(rupiah.rupiah) menghalangi Prioritas",
                    en: "arrears of \(rupiah.rupiahEnglish) stand in the way of Prioritas")
            case .falling(let falling, let activity):
                Bilingual(
                    id: "\(falling.people.indonesian) orang kehilangan perlindungan pada \(falling.on.indonesian)"
                        + (activity.map { "; keaktifan menjadi \($0.indonesian)%" } ?? ""),
                    en: "\(falling.people.english) people lose their cover on \(falling.on)"
                        + (activity.map { "; activity falls to \($0.english)%" } ?? ""))
            }
        }
    }
}

extension CoverageStanding.Count {
    fileprivate var asOfDay: Day? { CoverageFact(asOf: asOf).asOfDay }
}

extension CoverageFact {
    /// The newest last, and of one day the one that promises less.
    fileprivate var schemeOrder: (Int, Int) { (asOfDay?.number ?? 0, scheme == .cutOff ? 1 : 0) }
    fileprivate var percentOrder: (Int, Double) { (asOfDay?.number ?? 0, -(percent ?? 0)) }

    fileprivate func isListedBefore(_ other: CoverageFact) -> Bool {
        let own = (asOf, source ?? "", registered ?? -1, active ?? -1, residents ?? -1, percent ?? -1)
        let others = (
            other.asOf, other.source ?? "", other.registered ?? -1, other.active ?? -1, other.residents ?? -1,
            other.percent ?? -1
        )
        return own == others ? (scheme?.rawValue ?? "") < (other.scheme?.rawValue ?? "") : own < others
    }
}
