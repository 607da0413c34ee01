import Documents

/// The words of a diagram that come from no file.
enum Wording {
    static let waitsFor = Bilingual(id: "menunggu", en: "waits for")
    static let phase = Bilingual(id: "fase", en: "phase")
    static let otherRules = Bilingual(id: "aturan lain", en: "other rules")
    static let roles = Bilingual(id: "peran", en: "roles")
    static let guards = Bilingual(id: "syarat", en: "guards")
    static let here = Bilingual(id: "di sini", en: "here")
    static let initial = Bilingual(id: "awal", en: "start")
    static let final = Bilingual(id: "akhir", en: "end")
    static let forward = Bilingual(id: "maju", en: "move")
    static let automatic = Bilingual(id: "otomatis", en: "automatic")
    static let back = Bilingual(id: "kembali", en: "send back")
    static let written = Bilingual(id: "A → B: langkah tanpa anak panah", en: "A → B: a move without an arrow")
    static let total = Bilingual(id: "jumlah dokumen", en: "papers")
    static let overdueTotal = Bilingual(id: "lewat tenggat", en: "overdue")
    static let passed = Bilingual(id: "sudah dilalui", en: "passed")
    static let added = Bilingual(id: "+ baru", en: "+ new")
    static let removed = Bilingual(id: "− dihapus", en: "− removed")
    static let changed = Bilingual(id: "~ berubah", en: "~ changed")

    static func overdue(_ count: Int) -> Bilingual { Bilingual(id: "\(count) lewat", en: "\(count) overdue") }

    static func more(_ count: Int) -> Bilingual { Bilingual(id: "… dan \(count) lagi", en: "… and \(count) more") }

    static func states(_ count: Int) -> Bilingual { Bilingual(id: "\(count) keadaan", en: "\(count) states") }

    static func summary(states: Int, transitions: Int) -> Bilingual {
        Bilingual(
            id: "Diagram alur: \(states) keadaan, \(transitions) langkah.",
            en: "Workflow diagram: \(states) states, \(transitions) moves.")
    }
}
