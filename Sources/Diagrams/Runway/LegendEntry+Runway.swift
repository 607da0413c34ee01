import Documents

extension LegendEntry {
    /// The signs that a year's chart has, and what they mean.
    static func entries(for year: RunwayChart.Year, _ language: Language) -> [LegendEntry] {
        func level(_ name: String) -> (Rectangle) -> String {
            { place in
                let y = place.y + place.height / 2
                return Markup.path(name, Markup.straight([Point(x: place.x, y: y), Point(x: place.maxX, y: y)]))
            }
        }
        func bar(_ name: String) -> (Rectangle) -> String { { Markup.rectangle(name, $0) } }
        var entries: [LegendEntry] = []
        func add(_ text: Bilingual, if isNeeded: Bool = true, _ sample: @escaping (Rectangle) -> String) {
            if isNeeded { entries.append(LegendEntry(text.text(language), sample: sample)) }
        }
        add(RunwayWording.availableSign, level("ceiling"))
        add(RunwayWording.proposedSign, if: year.proposed > 0, level("proposed"))
        add(RunwayWording.leftSign) { place in
            Markup.rectangle("left", place)
                + Markup.path(
                    "level", Markup.straight([Point(x: place.x, y: place.y), Point(x: place.maxX, y: place.y)]))
        }
        add(RunwayWording.neededSign, bar("need"))
        add(RunwayWording.uncoveredSign, if: year.columns.contains { $0.left < 0 }) { place in
            Markup.rectangle("gap", place) + Markup.hatch("hatch", place)
        }
        add(RunwayWording.billedSign, if: year.hasBills, bar("billed"))
        add(RunwayWording.paidSign, if: year.hasBills, bar("paid"))
        return entries
    }
}
