public import Documents

/// What sort of paper it is. The same business lives under several: PKS between a region and BPJS, or since
/// Permendagri 22/2020 a Nota Kesepakatan with yearly Rencana Kerja.
public enum AgreementKind: String, Sendable, Codable, CaseIterable {
    case pks
    case notaKesepakatan = "nota_kesepakatan"
    case rencanaKerja = "rencana_kerja"
    case addendum
}

/// Which social security programme: JKN (health, BPJS Kesehatan) or Jamsostek (work, BPJS Ketenagakerjaan).
public enum Programme: String, Sendable, Codable, CaseIterable {
    case jkn, jamsostek
}

/// The five parts of an agreement's life, in order.
public enum Phase: String, Sendable, Codable, CaseIterable {
    case draft, signing, funding, active, closed

    /// What people call it.
    public var label: Bilingual {
        switch self {
        case .draft: Bilingual(id: "Penyusunan", en: "Draft")
        case .signing: Bilingual(id: "Penandatanganan", en: "Signing")
        case .funding: Bilingual(id: "Penganggaran", en: "Funding")
        case .active: Bilingual(id: "Berlaku", en: "In force")
        case .closed: Bilingual(id: "Selesai", en: "Closed")
        }
    }
}

/// The group of people an agreement insures.
public enum Segment: String, Sendable, Codable, CaseIterable {
    /// Residents paid by the region, class III (earlier names: PBI APBD, PD Pemda).
    case pbpuBPPemda = "pbpu_bp_pemda"
    case pbpuMandiri = "pbpu_mandiri"
    /// The poor, paid by the centre.
    case pbiJK = "pbi_jk"
    case nonASN = "non_asn"
    case villageOfficials = "village_officials"
    /// Vulnerable workers.
    case pekerjaRentan = "pekerja_rentan"
}

/// Where money comes from.
public enum FundingSource: String, Sendable, Codable, CaseIterable {
    case apbdII = "apbd_ii"
    case apbdI = "apbd_i"
    case pajakRokok = "pajak_rokok"
    case dbhSawit = "dbh_sawit"
    case dbhcht
    case apbdes, csr, apbn
}

/// How far money has come on its way from plan to cash, in order.
public enum FundingStage: String, Sendable, Codable, CaseIterable, Comparable {
    case proposed, rka, apbd, dpa, spd, spending, exhausted, closed

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    /// Voted by the council, so that it can be counted on.
    public var isEnacted: Bool { self >= .apbd && self != .closed }
}

/// What somebody may be; each may be limited to regions.
public enum Role: String, Sendable, Codable, CaseIterable {
    /// Bagian Kerja Sama, keeper of the register, or BPJS's relationship officer.
    case coordinator
    /// PIC of the regional office (perangkat daerah).
    case unitPIC = "unit_pic"
    case unitHead = "unit_head"
    case legal
    /// Tim Koordinasi Kerja Sama Daerah.
    case tkksd
    /// Sekretaris Daerah.
    case secretary
    /// Gubernur, Bupati or Wali Kota.
    case regionHead = "region_head"
    /// BPKAD.
    case finance
    case bpjsPIC = "bpjs_pic"
    case bpjsHead = "bpjs_head"
    /// Reads everything, writes nothing.
    case auditor
    /// Another system.
    case integration
    case admin
    /// The daemon itself.
    case system
}
