import Documents

/// What the head counts make of the coverage that is printed or aimed at.
extension Agreement {
    /// The percentage printed is not the one that the two head counts give.
    var coverageRecomputed: Finding? {
        guard let registered = value("registered")?.integer, let population = value("population")?.integer,
            let computed = Percent(registered, of: population)
        else { return nil }
        let stated = value("coverage_percent")?.percent
        let unregistered = Int64(clamping: Int128(population) - Int128(registered))
        var numbers: [String: JSON] = [
            "registered": .integer(registered), "population": .integer(population), "percent": computed.json,
            "unregistered": .integer(unregistered),
        ]
        guard let stated else {
            guard value("coverage_percent") == nil, Int128(registered) * 100 < Int128(population) * 95 else {
                return nil
            }
            return Finding(
                code: "coverage_gap",
                say: Bilingual(
                    id:
                        "\(registered.indonesian) dari \(population.indonesian) penduduk terdaftar: \(computed.indonesian)%, \(unregistered.indonesian) orang belum.",
                    en:
                        "\(registered.english) of \(population.english) residents are registered: \(computed.english)%, \(unregistered.english) are not."
                ),
                numbers: numbers)
        }
        // Within a twentieth of a percentage point is rounding.
        let apart = Int128(stated.hundredths) * Int128(population) - Int128(registered) * 10_000
        guard apart.magnitude >= UInt128(population) * 5 else { return nil }
        numbers["stated"] = stated.json
        return Finding(
            code: "coverage_recomputed",
            say: Bilingual(
                id: "Cakupan ditulis \(stated.indonesian)%, hitungannya \(computed.indonesian)%.",
                en: "Coverage is given as \(stated.english)%, the counts give \(computed.english)%."
            ),
            numbers: numbers)
    }

    /// How many people are missing from the paper's own target.
    var coverageBelowTarget: Finding? {
        guard let target = value("target_coverage_percent")?.percent, let population = value("population")?.integer
        else {
            return nil
        }
        let registered =
            value("registered")?.integer
            ?? value("coverage_percent")?.percent?.of(population)
        guard let registered else { return nil }
        let wanted = target.reached(in: population)
        let missing = Int64(clamping: Int128(wanted) - Int128(registered))
        guard missing > 0 else { return nil }
        return Finding(
            code: "coverage_below_target",
            say: Bilingual(
                id:
                    "Target \(target.indonesian)% dari \(population.indonesian) penduduk: masih kurang \(missing.indonesian) orang.",
                en:
                    "Target \(target.english)% of \(population.english) residents: \(missing.english) people are missing."
            ),
            numbers: [
                "registered": .integer(registered), "wanted": .integer(wanted),
                "missing": .integer(missing),
            ])
    }
}
