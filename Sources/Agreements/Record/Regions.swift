public import Calendars
import Documents

/// A region by its code of Kemendagri (Kepmendagri 300.2.2-2430/2025): `53` a province, `53.71` a kabupaten or kota,
/// `00` the nation.
public struct Region: Sendable, Equatable {
    public var code: String
    public var name: String
    public var level: String
    public var zone: Zone
    /// The civil registry's count of residents.
    public var population: Int64?
    public var populationAsOf: String?
    public var populationSource: String?

    /// A province, a kabupaten or a kota of its own; the cities inside Jakarta are administrative, and no party to a paper
    /// (UU 29/2007, UU 2/2024).
    public var isAutonomous: Bool { !code.hasPrefix("31.") }

    public init(
        code: String, name: String, level: String, zone: Zone, population: Int64? = nil, populationAsOf: String? = nil,
        populationSource: String? = nil
    ) {
        self.code = code
        self.name = name
        self.level = level
        self.zone = zone
        self.population = population
        self.populationAsOf = populationAsOf
        self.populationSource = populationSource
    }

    /// The code of the province that a code lies in; the nation's of a province.
    public static func parent(of code: String) -> String { code.contains(".") ? String(code.prefix(2)) : "00" }

    /// Whether a person limited to `scope` may touch `code`: the same region, or one inside the province.
    public static func covers(_ scope: String, _ code: String) -> Bool {
        scope == code || scope == "00" || code.hasPrefix(scope + ".")
    }
}

public struct Regions: Sendable, Equatable {
    private let byCode: [String: Region]

    public init(_ regions: [Region] = []) {
        byCode = .init(regions.map { ($0.code, $0) }) { first, _ in first }
    }

    /// Reads `code,name,level,zone` and `code,population,as_of,source`.
    ///
    /// - Throws: `DocumentError` naming each row that cannot be read.
    public init(regions: String, population: String) throws {
        let problems = Problems()
        var heads: [String: (count: Int64, row: Table.Row)] = [:]
        for row in try Table(
            csv: population, file: "population.csv", columns: ["code", "population", "as_of", "source"]
        ).rows {
            guard let code = row.required("code", problems, { $0.isEmpty ? nil : $0 }),
                let count = row.required("population", problems, { Int64($0) })
            else { continue }
            heads[code] = (count, row)
        }
        var all: [Region] = []
        for row in try Table(csv: regions, file: "regions.csv", columns: ["code", "name", "level", "zone"]).rows {
            guard let code = row.required("code", problems, { $0.isEmpty ? nil : $0 }),
                let name = row.required("name", problems, { $0.isEmpty ? nil : $0 }),
                let zone = row.required("zone", problems, Zone.init(rawValue:))
            else { continue }
            let counted = heads[code]
            all.append(
                Region(
                    code: code, name: name, level: row["level"] ?? "", zone: zone, population: counted?.count,
                    populationAsOf: counted?.row["as_of"], populationSource: counted?.row["source"]))
        }
        try problems.check()
        self.init(all)
    }

    public subscript(code: String) -> Region? { byCode[code] }
    public var codes: some Collection<String> { byCode.keys }

    /// Who lives there, as the civil registry counts.
    public func residents(of code: String) -> CoverageStanding.Count? {
        byCode[code].flatMap { region in
            region.population.map {
                CoverageStanding.Count(
                    value: $0, asOf: region.populationAsOf ?? "", source: region.populationSource, isReckoned: false)
            }
        }
    }

    /// Regions are three zones; one that is not listed counts as WIB.
    public func zone(of code: String) -> Zone { byCode[code]?.zone ?? .wib }
}
