import Documents

/// Who may sign for whom, and whether the region may have such a paper at all.
extension Agreement {
    var missingAuthorities: [Finding] {
        parties.compactMap { party in
            guard party.side == .localGovernment, party.signature != nil, let signatory = party.signatory,
                !signatory.isHeadOfRegion, signatory.authority == nil
            else { return nil }
            return Finding(
                code: "authority_missing", key: "authority_missing:\(party.key)",
                say: Bilingual(
                    id:
                        "\(signatory.office) menandatangani untuk \(party.name) tanpa surat kuasa kepala daerah yang tercatat.",
                    en:
                        "\(signatory.office) signed for \(party.name) without a power of attorney of the head of region on record."
                ),
                numbers: ["party": .text(party.key)])
        }
    }

    /// Offices of another level than the paper needs: on a Nota Kesepakatan, and of government on any paper.
    var signatoryLevels: [Finding] {
        let levels = kind == .notaKesepakatan ? parties.compactMap(levelOfNota) : []
        return levels + parties.compactMap(otherLevel) + witnesses.compactMap(otherLevel)
    }

    /// A Nota Kesepakatan is signed by the head of region in person (Permendagri 22/2020; a delegate may sign only a PKS or a
    /// work plan), and for BPJS by the office that stands at the region's level.
    private func levelOfNota(_ party: Party) -> Finding? {
        guard let office = party.signatory?.office else { return nil }
        let level = SignatoryLevel(region: region)
        let wanted: Bilingual
        switch party.side {
        case .localGovernment:
            guard !SignatoryLevel.isHead(office) else { return nil }
            wanted = Bilingual(id: "kepala daerah sendiri", en: "the head of region in person")
        case .bpjs:
            guard level != .nation, let own = SignatoryLevel.ofBPJS(office), own != level else { return nil }
            wanted =
                level == .province
                ? Bilingual(id: "Deputi Direksi Wilayah", en: "the regional deputy (Deputi Direksi Wilayah)")
                : Bilingual(id: "Kepala Cabang", en: "the head of the branch (Kepala Cabang)")
        case .other: return nil
        }
        return Finding(
            code: "signatory_level", key: "signatory_level:\(party.key)",
            say: Bilingual(
                id: "Nota Kesepakatan ini ditandatangani \(wanted.id), bukan \(office) (\(party.name)).",
                en: "This Nota Kesepakatan is for \(wanted.en) to sign, not for \(office) (\(party.name))."),
            numbers: ["party": .text(party.key), "office": .text(office), "level": .text(level.rawValue)])
    }

    private func otherLevel(_ party: Party) -> Finding? {
        guard party.side != .bpjs, let office = party.signatory?.office else { return nil }
        return otherLevel(party.key, office)
    }

    /// Who is only quoted, or was there among others, says nothing about the paper.
    private func otherLevel(_ witness: Witness) -> Finding? {
        guard let office = witness.office else { return nil }
        let role = witness.role?.lowercased() ?? "saksi"
        let isWitness = ["saksi", "menyaksi", "damping", "tanda", "witness", "sign"].contains { role.contains($0) }
        return isWitness ? otherLevel(witness.name, office) : nil
    }

    private func otherLevel(_ who: String, _ office: String) -> Finding? {
        let level = SignatoryLevel(region: region)
        guard let own = SignatoryLevel.ofGovernment(office), own != level, level != .nation else { return nil }
        // The offices of a kabupaten are many in its province; only its head stands for it.
        if level == .province, !SignatoryLevel.namesRegent(office) { return nil }
        return Finding(
            code: "signatory_other_level", key: "signatory_other_level:\(who)",
            say: Bilingual(
                id:
                    "\(who) (\(office)) berasal dari tingkat \(own.label.id), padahal naskah ini milik \(level.label.id).",
                en:
                    "\(who) (\(office)) is of the level of a \(own.label.en), though the paper is of a \(level.label.en)."
            ),
            numbers: ["who": .text(who), "office": .text(office), "level": .text(own.rawValue)])
    }

    /// The administrative cities of Jakarta have no budget and no head who could bind them.
    func regionNotAutonomous(_ regions: Regions) -> Finding? {
        guard let place = regions[region], !place.isAutonomous else { return nil }
        return Finding(
            code: "region_not_autonomous",
            say: Bilingual(
                id: "\(place.name) bukan daerah otonom: yang mengikat perjanjian adalah provinsinya.",
                en: "\(place.name) is not autonomous: its province is the party to a paper."),
            numbers: ["region": .text(region), "province": .text(Region.parent(of: region))])
    }
}
