import Agreements
import Calendars
import Documents
import Engine
import Foundation
import Ledger

/// The forms by which people are entered, changed, and stood in for.
struct PersonForms {
    static let root = "/operations/people"

    static func path(_ person: Person) -> String { "\(root)/\(person.id)" }

    static let create = Form(
        id: "create", action: root, title: Bilingual(id: "Tambah orang", en: "Add somebody"),
        button: Bilingual(id: "Simpan", en: "Save"), fields: office(nil) + preferences(nil))

    static func change(_ person: Person) -> Form {
        Form(
            id: "change", action: path(person) + "/change", title: Bilingual(id: "Ubah", en: "Change"),
            button: Bilingual(id: "Simpan", en: "Save"), fields: office(person) + preferences(person), showsRecord: true
        )
    }

    /// What is their own affair.
    static func prefer(_ person: Person) -> Form {
        Form(
            id: "prefer", action: path(person) + "/prefer",
            title: Bilingual(id: "Cara diberi tahu", en: "How to be told"),
            button: Bilingual(id: "Simpan", en: "Save"), fields: preferences(person), showsRecord: true)
    }

    static func delete(_ person: Person) -> Form {
        Form(
            id: "delete", action: path(person) + "/delete",
            title: Bilingual(id: "Hapus orang ini", en: "Delete this person"),
            button: Bilingual(id: "Ya, hapus", en: "Yes, delete"), fields: [], isDangerous: true)
    }

    static func delegate(_ person: Person, _ today: Day) -> Form {
        Form(
            id: "delegate", action: path(person) + "/delegate",
            title: Bilingual(id: "Tunjuk pengganti", en: "Name a substitute"),
            button: Bilingual(id: "Simpan", en: "Save"),
            fields: [
                Form.Field("substitute", Bilingual(id: "Digantikan oleh (nama)", en: "Stood in for by (name)"), .text),
                Form.Field("from", Bilingual(id: "Dari", en: "From"), .day, value: today.description),
                Form.Field("until", Bilingual(id: "Sampai", en: "Until"), .day),
                Form.Field("reason", Bilingual(id: "Alasan", en: "Reason"), .text, isRequired: false),
            ])
    }

    private static func office(_ person: Person?) -> [Form.Field] {
        [
            Form.Field("name", Bilingual(id: "Nama", en: "Name"), .text, value: person?.name ?? ""),
            Form.Field(
                "roles", Bilingual(id: "Jabatan", en: "Offices"),
                .choices(
                    Role.allCases.filter { $0 != .system }.map { Form.Choice(value: $0.rawValue, label: $0.label) }),
                value: person?.roles.map(\.rawValue).joined(separator: ",") ?? ""),
            Form.Field(
                name: "regions", label: Bilingual(id: "Daerah", en: "Regions"), content: .regions, isRequired: false,
                hint: Bilingual(
                    id: "satu per baris, seperti Kota Kupang atau 53.71; kosong berarti seluruh Indonesia",
                    en: "one a line, such as Kota Kupang or 53.71; empty means all of Indonesia"),
                value: person?.regions.joined(separator: "\n") ?? ""),
            Form.Field(
                "email", Bilingual(id: "Surel", en: "Mail address"), .text, isRequired: false,
                value: person?.email ?? ""),
        ]
    }

    private static func preferences(_ person: Person?) -> [Form.Field] {
        func hour(_ name: String, _ label: Bilingual, _ value: Int) -> Form.Field {
            Form.Field(name, label, .integer, value: String(value))
        }
        return [
            Form.Field(
                "language", Bilingual(id: "Bahasa", en: "Language"), .choice(.all(Language.self, \.label)),
                value: (person?.language ?? .indonesian).rawValue),
            Form.Field(
                "mail", Bilingual(id: "Surel pengingat", en: "Mail"),
                .choice(.all(Person.MailPreference.self, \.label)),
                value: (person?.mail ?? .each).rawValue),
            hour(
                "digest_hour", Bilingual(id: "Rangkuman harian jam", en: "Daily digest at hour"),
                person?.digestHour ?? 9),
            hour("quiet_from", Bilingual(id: "Tanpa surel dari jam", en: "No mail from hour"), person?.quietFrom ?? 20),
            hour("quiet_until", Bilingual(id: "sampai jam", en: "until hour"), person?.quietUntil ?? 6),
        ]
    }

    /// What the form shows and somebody left empty is taken away.
    static func wish(_ map: MapReader, _ problems: Problems, isNew: Bool) -> PersonWish {
        var wish = PersonWish(map, problems, isNew: true)
        if !isNew {
            wish.regions = wish.regions ?? []
            wish.email = wish.email ?? .removed
        }
        return wish
    }
}
