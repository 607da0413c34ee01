public import Documents

extension AgreementKind {
    public var label: Bilingual {
        switch self {
        case .pks: Bilingual(id: "Perjanjian Kerja Sama", en: "Cooperation agreement (PKS)")
        case .notaKesepakatan: Bilingual(id: "Nota Kesepakatan", en: "Memorandum (Nota Kesepakatan)")
        case .rencanaKerja: Bilingual(id: "Rencana Kerja", en: "Work plan (Rencana Kerja)")
        case .addendum: Bilingual(id: "Adendum", en: "Addendum")
        }
    }
}

extension Programme {
    public var label: Bilingual {
        switch self {
        case .jkn: Bilingual(id: "JKN", en: "JKN (health)")
        case .jamsostek: Bilingual(id: "Jamsostek", en: "Jamsostek (work)")
        }
    }
}

extension Segment {
    public var label: Bilingual {
        switch self {
        case .pbpuBPPemda: Bilingual(id: "PBPU dan BP Pemda", en: "residents paid by the region (PBPU dan BP Pemda)")
        case .pbpuMandiri: Bilingual(id: "PBPU mandiri", en: "self-paying members (PBPU mandiri)")
        case .pbiJK: Bilingual(id: "PBI JK", en: "the poor, paid by the centre (PBI JK)")
        case .nonASN: Bilingual(id: "non-ASN", en: "staff who are no civil servants (non-ASN)")
        case .villageOfficials: Bilingual(id: "perangkat desa", en: "village officials")
        case .pekerjaRentan: Bilingual(id: "pekerja rentan", en: "vulnerable workers")
        }
    }
}

extension FundingSource {
    public var label: Bilingual {
        switch self {
        case .apbdII: Bilingual(id: "APBD kabupaten/kota", en: "district budget (APBD II)")
        case .apbdI: Bilingual(id: "APBD provinsi", en: "provincial budget (APBD I)")
        case .pajakRokok: Bilingual(id: "pajak rokok", en: "cigarette tax")
        case .dbhSawit: Bilingual(id: "DBH sawit", en: "palm oil share (DBH sawit)")
        case .dbhcht: Bilingual(id: "DBH CHT", en: "tobacco excise share (DBH CHT)")
        case .apbdes: Bilingual(id: "APBDes", en: "village budget (APBDes)")
        case .csr: Bilingual(id: "CSR", en: "CSR")
        case .apbn: Bilingual(id: "APBN", en: "state budget (APBN)")
        }
    }
}

extension FundingStage {
    public var label: Bilingual {
        switch self {
        case .proposed: Bilingual(id: "diusulkan", en: "proposed")
        case .rka: Bilingual(id: "RKA", en: "budget request (RKA)")
        case .apbd: Bilingual(id: "APBD ditetapkan", en: "enacted (APBD)")
        case .dpa: Bilingual(id: "DPA", en: "execution document (DPA)")
        case .spd: Bilingual(id: "SPD", en: "released (SPD)")
        case .spending: Bilingual(id: "realisasi", en: "spending")
        case .exhausted: Bilingual(id: "habis", en: "exhausted")
        case .closed: Bilingual(id: "ditutup", en: "closed")
        }
    }
}

extension BudgetRevision.Kind {
    public var label: Bilingual {
        switch self {
        case .refocusing: Bilingual(id: "refocusing", en: "reallocation (refocusing)")
        case .shift: Bilingual(id: "pergeseran", en: "shift (pergeseran)")
        case .revisedBudget: Bilingual(id: "perubahan APBD", en: "revised budget (perubahan APBD)")
        case .correction: Bilingual(id: "koreksi pencatatan", en: "correction of the record")
        }
    }
}

extension MemberChange.Reason {
    public var label: Bilingual {
        switch self {
        case .additions: Bilingual(id: "tambahan", en: "additions")
        case .deaths: Bilingual(id: "meninggal", en: "deaths")
        case .moves: Bilingual(id: "pindah", en: "moved away")
        case .doubles: Bilingual(id: "ganda", en: "registered twice")
        case .invalidNIK: Bilingual(id: "NIK tidak padan", en: "NIK does not match")
        case .otherRemovals: Bilingual(id: "dikeluarkan karena hal lain", en: "other removals")
        }
    }
}

extension Note.Kind {
    public var label: Bilingual {
        switch self {
        case .comment: Bilingual(id: "catatan", en: "comment")
        case .context: Bilingual(id: "latar belakang", en: "context")
        case .missing: Bilingual(id: "yang belum ada", en: "missing")
        case .inconsistency: Bilingual(id: "yang tidak cocok", en: "inconsistency")
        }
    }
}

extension Signature.Method {
    public var label: Bilingual {
        switch self {
        case .wet: Bilingual(id: "basah", en: "wet")
        case .electronic: Bilingual(id: "elektronik (TTE)", en: "electronic (TTE)")
        }
    }
}

extension Party.Side {
    public var label: Bilingual {
        switch self {
        case .localGovernment: Bilingual(id: "pemerintah daerah", en: "local government")
        case .bpjs: Bilingual(id: "BPJS", en: "BPJS")
        case .other: Bilingual(id: "pihak lain", en: "another party")
        }
    }
}

extension Document {
    /// What people call the kinds of documents that the shipped workflows ask for; another kind is called as it is kept.
    public static func label(of kind: String) -> Bilingual { labels[kind] ?? Bilingual(id: kind, en: kind) }

    private static let labels: [String: Bilingual] = [
        "terms_of_reference": Bilingual(id: "KAK", en: "terms of reference (KAK)"),
        "review_minutes": Bilingual(id: "risalah penilaian TKKSD", en: "minutes of the TKKSD review"),
        "offer_letter": Bilingual(id: "surat penawaran", en: "letter of offer"),
        "reply_letter": Bilingual(id: "surat jawaban", en: "letter of reply"),
        "final_draft": Bilingual(id: "naskah final", en: "final draft"),
        "council_letter": Bilingual(id: "surat persetujuan DPRD", en: "letter of consent of the council"),
        "signed_copy": Bilingual(id: "salinan bertanda tangan", en: "signed copy"),
        "member_decree": Bilingual(id: "SK peserta", en: "decree with the list of members"),
        "member_update_minutes": Bilingual(
            id: "berita acara pemutakhiran peserta", en: "minutes of the update of members"),
        "closing_reconciliation": Bilingual(id: "rekonsiliasi akhir", en: "closing reconciliation"),
        "final_report": Bilingual(id: "laporan akhir", en: "final report"),
        "suspension_letter": Bilingual(id: "surat penangguhan", en: "letter of suspension"),
        "termination_letter": Bilingual(id: "surat pengakhiran", en: "letter of termination"),
        "arrears_settlement": Bilingual(id: "penyelesaian tunggakan", en: "settlement of arrears"),
        "regulation": Bilingual(id: "peraturan daerah", en: "regulation of the region"),
        "news_report": Bilingual(id: "berita", en: "news report"),
        "other": Bilingual(id: "dokumen lain", en: "another document"),
    ]
}

extension CoverageStanding.Status {
    public var label: Bilingual {
        switch self {
        case .unknown: Bilingual(id: "belum ada data", en: "not known")
        case .none: Bilingual(id: "belum UHC", en: "below UHC")
        case .uhc: Bilingual(id: "UHC", en: "UHC")
        case .cutOff: Bilingual(id: "UHC Cut Off", en: "UHC Cut Off")
        case .prioritas: Bilingual(id: "UHC Prioritas", en: "UHC Prioritas")
        }
    }
}

extension CoverageFact.Scheme {
    public var label: Bilingual {
        switch self {
        case .prioritas: Bilingual(id: "UHC Prioritas", en: "UHC Prioritas")
        case .cutOff: Bilingual(id: "UHC Cut Off", en: "UHC Cut Off")
        }
    }
}
