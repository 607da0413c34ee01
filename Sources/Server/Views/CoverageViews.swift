import Agreements
import Calendars
import Documents
import Engine

/// What sources say of a region, and where it stands by that.
struct CoverageView: Encodable {
    struct Item: Encodable {
        let fact: CoverageFact

        enum CodingKeys: String, CodingKey { case computedPercent = "computed_percent" }

        func encode(to encoder: any Encoder) throws {
            try fact.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(fact.computedPercent, forKey: .computedPercent)
        }
    }

    var region: String
    var name: String
    /// Dukcapil's figure in `Config/population.csv`.
    var residents: Int64?
    var standing: StandingView?
    var items: [Item]
}

struct StandingsView: Encodable {
    var on: Day
    var items: [StandingView]
}

/// A region against the bar in force on a day.
struct StandingView: Encodable {
    let region: Region
    let standing: CoverageStanding
    let costToReach: Int64?
    let warnings: [String]

    init(_ region: RegionStanding, _ language: Language) {
        self.region = region.region
        standing = region.standing
        costToReach = region.costToReach
        warnings = region.standing.warnings.map { $0.say.text(language) }
    }

    private struct Falling: Encodable {
        var people: Int64
        var on: Day
        var activity: Percent?

        enum CodingKeys: String, CodingKey {
            case people, on
            case activity = "active_percent_afterwards"
        }
    }

    enum CodingKeys: String, CodingKey {
        case region, name, status, registered, active, residents
        case coverage = "coverage_percent"
        case activity = "active_percent"
        case scheme, bar
        case missingRegistered = "missing_registered"
        case missingActive = "missing_active"
        case costToReach = "cost_to_reach"
        case arrears, warnings, falling
    }

    /// All keys are always written; clients rely on a null rather than on an absence.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(region.code, forKey: .region)
        try container.encode(region.name, forKey: .name)
        try container.encode(standing.status, forKey: .status)
        try container.encode(standing.registered, forKey: .registered)
        try container.encode(standing.active, forKey: .active)
        try container.encode(standing.residents, forKey: .residents)
        try container.encode(standing.coverage, forKey: .coverage)
        try container.encode(standing.activity, forKey: .activity)
        try container.encode(standing.scheme, forKey: .scheme)
        try container.encode(standing.bar, forKey: .bar)
        try container.encode(standing.missingRegistered, forKey: .missingRegistered)
        try container.encode(standing.missingActive, forKey: .missingActive)
        try container.encode(costToReach, forKey: .costToReach)
        try container.encode(standing.arrears, forKey: .arrears)
        try container.encode(warnings, forKey: .warnings)
        let falling = standing.falling.map {
            Falling(people: $0.people, on: $0.on, activity: standing.activityAfterwards)
        }
        try container.encode(falling, forKey: .falling)
    }
}
