import Calendars
import Documents
import Engine
import Ledger
import Webhooks

extension WebhookFormat {
    var label: Bilingual {
        switch self {
        case .standard: Bilingual(id: "Standard Webhooks", en: "Standard Webhooks")
        case .structured: Bilingual(id: "CloudEvents, terstruktur", en: "CloudEvents, structured")
        case .binary: Bilingual(id: "CloudEvents, biner", en: "CloudEvents, binary")
        case .batch: Bilingual(id: "CloudEvents, bersama", en: "CloudEvents, batch")
        }
    }
}

extension WebhookKey.Kind {
    var label: Bilingual {
        switch self {
        case .hmac: Bilingual(id: "rahasia bersama (HMAC-SHA256)", en: "shared secret (HMAC-SHA256)")
        case .ed25519: Bilingual(id: "kunci publik (Ed25519)", en: "public key (Ed25519)")
        }
    }
}

extension Delivery.State {
    var label: Bilingual {
        switch self {
        case .waiting: Bilingual(id: "menunggu giliran", en: "waiting its turn")
        case .pending: Bilingual(id: "akan dikirim", en: "to be sent")
        case .inFlight: Bilingual(id: "sedang dikirim", en: "on its way")
        case .delivered: Bilingual(id: "sampai", en: "delivered")
        case .failed: Bilingual(id: "menyerah", en: "given up")
        case .held: Bilingual(id: "ditahan", en: "held")
        }
    }

    /// A class of the stylesheet.
    var tone: String {
        switch self {
        case .waiting, .pending, .inFlight: "soft"
        case .delivered: "good"
        case .failed: "bad"
        case .held: "warn"
        }
    }
}

extension DeliveryReplay.State {
    var label: Bilingual {
        switch self {
        case .running: Bilingual(id: "sedang berjalan", en: "running")
        case .done: Bilingual(id: "selesai", en: "done")
        case .cancelled: Bilingual(id: "dihentikan", en: "stopped")
        }
    }
}

extension Mail.State {
    var label: Bilingual {
        switch self {
        case .pending: Bilingual(id: "menunggu", en: "waiting")
        case .inFlight: Bilingual(id: "sedang dikirim", en: "on its way")
        case .sent: Bilingual(id: "terkirim", en: "sent")
        case .failed: Bilingual(id: "gagal", en: "failed")
        }
    }
}

extension Span {
    func text(_ language: Language) -> String {
        switch (unit, language) {
        case (.kerja, .indonesian): "\(count) hari kerja"
        case (.kerja, .english): "\(count) working days"
        case (.hari, .indonesian): "\(count) hari"
        case (.hari, .english): "\(count) days"
        case (.bulan, .indonesian): "\(count) bulan"
        case (.bulan, .english): "\(count) months"
        }
    }
}

extension Holidays.Kind {
    var label: Bilingual {
        switch self {
        case .nationalHoliday: Bilingual(id: "libur nasional", en: "national holiday")
        case .jointLeave: Bilingual(id: "cuti bersama", en: "joint leave")
        case .workingDay: Bilingual(id: "hari kerja", en: "working day")
        }
    }
}

extension ReminderMove.Kind {
    var label: Bilingual {
        switch self {
        case .moved: Bilingual(id: "bergeser", en: "moved")
        case .dropped: Bilingual(id: "hilang", en: "dropped")
        case .added: Bilingual(id: "bertambah", en: "added")
        case .late: Bilingual(id: "terlambat", en: "late")
        }
    }
}

extension Person.MailPreference {
    var label: Bilingual {
        switch self {
        case .each:
            Bilingual(id: "yang mendesak segera, sisanya sekali sehari", en: "the urgent at once, the rest once a day")
        case .digest: Bilingual(id: "semua sekali sehari", en: "everything once a day")
        case .off: Bilingual(id: "tidak ada surel", en: "no mail")
        }
    }
}

extension Language {
    /// In its own words.
    var label: Bilingual {
        switch self {
        case .indonesian: Bilingual(id: "Bahasa Indonesia", en: "Bahasa Indonesia")
        case .english: Bilingual(id: "English", en: "English")
        }
    }
}
