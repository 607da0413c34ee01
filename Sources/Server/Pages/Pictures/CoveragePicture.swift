import Agreements
import Calendars
import Diagrams
import Documents
import Engine

/// How far regions are covered, as pictures for pages.
enum CoveragePicture {
    /// All provinces as tiles: each by its own figure, or else by those of the regions in it that have one.
    static func map(
        _ standings: [RegionStanding], _ reference: ReferenceData, on day: Day, language: Language
    ) -> String {
        let provinces = Dictionary(grouping: standings) { String($0.region.code.prefix(2)) }
        let values = reference.regions.codes.filter { $0.utf8.count == 2 && $0 != "00" }.sorted().map { code in
            let found = provinces[code] ?? []
            let own = found.first { $0.region.code == code }
            let parts = found.filter { $0.region.code != code }
            let registered = parts.reduce(0 as Int128) { $0 + Int128($1.standing.registered?.value ?? 0) }
            let residents = parts.reduce(0 as Int128) { $0 + Int128($1.standing.residents?.value ?? 0) }
            let inside = Percent(Int64(clamping: registered), of: Int64(clamping: residents))
            let detail =
                own.map { $0.standing.status.label }
                ?? Bilingual(id: "dari \(parts.count) daerah dengan data", en: "of \(parts.count) regions with data")
            return ProvinceTiles.Value(
                code: code, name: reference.regions[code]?.name ?? code,
                percent: own?.standing.coverage ?? (parts.isEmpty ? nil : inside),
                detail: found.isEmpty ? "" : detail.text(language), link: "/coverage?region=\(code)")
        }
        let bar = reference.thresholds.row(on: day)?.coverage
        let bounds = [80, 90, 95].map { Percent(hundredths: $0 * 100) }.filter { bound in bar.map { bound < $0 } ?? true
        }
        func tiles(_ breadth: Breadth) -> ProvinceTiles {
            ProvinceTiles(
                values, bounds: bounds + [bar].compactMap { $0 },
                measure: Bilingual(id: "Cakupan JKN", en: "JKN coverage"),
                title: Bilingual(id: "Indonesia", en: "Indonesia").text(language), asOf: day, language: language,
                breadth: breadth)
        }
        return SVG.inline(wide: tiles(.wide), narrow: tiles(.narrow), id: "map")
    }

    /// What was reported of a region, over time.
    static func chart(
        of facts: [CoverageFact], region: String, _ thresholds: Thresholds, today: Day, language: Language
    ) -> String? {
        let reports = facts.compactMap { fact -> CoverageChart.Report? in
            guard let day = fact.asOfDay else { return nil }
            let activity = fact.active.flatMap { active in fact.registered.flatMap { Percent(active, of: $0) } }
            let coverage = fact.computedPercent ?? fact.percent.flatMap { Percent($0) }
            return coverage == nil && activity == nil ? nil : .init(day: day, coverage: coverage, activity: activity)
        }
        guard !reports.isEmpty else { return nil }
        func chart(_ breadth: Breadth) -> CoverageChart {
            CoverageChart(
                reports, thresholds: thresholds, title: region, today: today, language: language, breadth: breadth)
        }
        return SVG.inline(wide: chart(.wide), narrow: chart(.narrow), id: "coverage-chart")
    }
}
