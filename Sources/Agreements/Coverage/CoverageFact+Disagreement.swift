import Documents

extension CoverageFact {
    /// Where another source gives other figures for the same day, what the two say.
    public func disagreements(with other: CoverageFact) -> [Finding] {
        guard source != other.source, let day = asOfDay, day == other.asOfDay else { return [] }
        let figures: [(name: Bilingual, key: String, own: Int64?, other: Int64?)] = [
            (Bilingual(id: "terdaftar", en: "registered"), "registered", registered, other.registered),
            (Bilingual(id: "aktif", en: "active"), "active", active, other.active),
            (Bilingual(id: "penduduk", en: "residents"), "residents", residents, other.residents),
        ]
        return figures.compactMap { figure in
            guard let own = figure.own, let others = figure.other, own != others else { return nil }
            let names = (other.source ?? "-", source ?? "-")
            return Finding(
                code: "sources_disagree", key: "sources_disagree:\(figure.key):\(asOf)",
                say: Bilingual(
                    id:
                        "Jumlah \(figure.name.id) \(asOf) berbeda: \(others.indonesian) menurut \(names.0), \(own.indonesian) menurut \(names.1).",
                    en:
                        "The number of \(figure.name.en) of \(asOf) differs: \(others.english) by \(names.0), \(own.english) by \(names.1)."
                ),
                numbers: ["first": .integer(others), "second": .integer(own), "as_of": .text(asOf)])
        }
    }
}
