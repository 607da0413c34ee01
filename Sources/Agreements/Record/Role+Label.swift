public import Documents

extension Role {
    /// The office, as people call it within a sentence.
    public var label: Bilingual {
        switch self {
        case .coordinator: Bilingual(id: "Bagian Kerja Sama", en: "cooperation office")
        case .unitPIC: Bilingual(id: "PIC perangkat daerah", en: "PIC of the regional office")
        case .unitHead: Bilingual(id: "kepala perangkat daerah", en: "head of the regional office")
        case .legal: Bilingual(id: "Bagian Hukum", en: "legal office")
        case .tkksd: Bilingual(id: "TKKSD", en: "TKKSD")
        case .secretary: Bilingual(id: "Sekretaris Daerah", en: "regional secretary")
        case .regionHead: Bilingual(id: "kepala daerah", en: "head of region")
        case .finance: Bilingual(id: "BPKAD", en: "treasury office")
        case .bpjsPIC: Bilingual(id: "PIC BPJS", en: "PIC of BPJS")
        case .bpjsHead: Bilingual(id: "kepala cabang BPJS", en: "head of the BPJS branch")
        case .auditor: Bilingual(id: "pemeriksa", en: "auditor")
        case .integration: Bilingual(id: "sistem lain", en: "another system")
        case .admin: Bilingual(id: "admin pksd", en: "admin of pksd")
        case .system: Bilingual(id: "pksd", en: "pksd")
        }
    }
}
