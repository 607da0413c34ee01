public import Calendars

/// How many of a region's residents are registered and active, as one source says for one day. Never capped at 100 %.
public struct CoverageFact: Sendable, Equatable, Codable {
    /// A day, a month or a year, as the source has it.
    public var asOf: String
    /// As printed.
    public var percent: Double?
    public var registered: Int64?
    /// Of these, people whose membership is active (*keaktifan*).
    public var active: Int64?
    public var residents: Int64?
    /// The scheme that BPJS Kesehatan has granted the region.
    public var scheme: Scheme?
    public var source: String?

    /// How soon a new member can be treated.
    public enum Scheme: String, Sendable, Codable, CaseIterable {
        /// *UHC Prioritas*, formerly non cut-off: the same day.
        case prioritas
        /// *UHC Cut Off*: after about a month.
        case cutOff = "cut_off"
    }

    public init(
        asOf: String, percent: Double? = nil, registered: Int64? = nil, active: Int64? = nil, residents: Int64? = nil,
        scheme: Scheme? = nil, source: String? = nil
    ) {
        self.asOf = asOf
        self.percent = percent
        self.registered = registered
        self.active = active
        self.residents = residents
        self.scheme = scheme
        self.source = source
    }

    /// The last day of what ``asOf`` names.
    public var asOfDay: Day? { Day(asOf) ?? Month(asOf)?.last ?? Month(asOf + "-12")?.last }

    /// Registered per hundred residents, from the head counts where they are known.
    public var computedPercent: Percent? {
        registered.flatMap { registered in residents.flatMap { Percent(registered, of: $0) } }
    }

    enum CodingKeys: String, CodingKey {
        case asOf = "as_of"
        case percent, registered, active, residents, scheme, source
    }
}
