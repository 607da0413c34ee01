public import Documents

/// Something in a record that does not add up, with the numbers that show it.
public struct Finding: Sendable, Equatable, Codable {
    /// What kind of contradiction, such as `sum_of_parts`.
    public var code: String
    /// Tells one finding of a kind from another, such as `budget_short:2021`; raised once.
    public var key: String
    public var say: Bilingual
    public var numbers: [String: JSON]

    public init(code: String, key: String? = nil, say: Bilingual, numbers: [String: JSON] = [:]) {
        self.code = code
        self.key = key ?? code
        self.say = say
        self.numbers = numbers
    }
}

/// What findings are judged against: prices and places, by effective date.
public struct ReferenceData: Sendable, Equatable {
    public var regions: Regions
    public var rates: Rates
    public var thresholds: Thresholds

    public init(regions: Regions = Regions(), rates: Rates = Rates(), thresholds: Thresholds = Thresholds()) {
        self.regions = regions
        self.rates = rates
        self.thresholds = thresholds
    }
}
