import Agreements
import Calendars
import Documents

/// Numbers as each language writes them.
extension Language {
    func number(_ value: Int64) -> String { self == .indonesian ? value.indonesian : value.english }

    func rupiah(_ value: Int64) -> String { self == .indonesian ? value.rupiah : value.rupiahEnglish }

    func decimal(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return number(whole) }
        return self == .indonesian ? String(value).replacing(".", with: ",") : String(value)
    }
}

/// Dates in sentences; tables keep them as they came.
extension Language {
    /// `Maret 2027`.
    func month(_ text: String) -> String { self == .indonesian ? Month(text)?.indonesian ?? text : text }

    /// `1 Januari 2027`.
    func day(_ text: String) -> String { self == .indonesian ? Day(text)?.indonesian ?? text : text }
}

/// How pages pick from answers: a missing key is an empty cell, never an error, so that an older pksctl can read a newer
/// server.
extension JSON {
    func items() -> [JSON] { self["items"]?.list ?? list ?? [] }

    /// A text in the language asked for, whether the server already chose or sent both.
    func spoken(_ language: Language) -> String? {
        text ?? self[language.rawValue]?.text
    }

    func spoken(_ key: String, _ language: Language) -> String? { self[key]?.spoken(language) }

    /// A cell's content.
    func cell(_ key: String, _ language: Language = .indonesian) -> String { self[key]?.cell(language) ?? "" }

    func cell(_ language: Language) -> String {
        switch self {
        case .null: ""
        case .bool(let bool): Bilingual(id: bool ? "ya" : "tidak", en: bool ? "yes" : "no").text(language)
        case .integer(let integer): String(integer)
        case .number(let number): language.decimal(number)
        case .text(let text): text
        case .list(let list): list.map { $0.cell(language) }.joined(separator: ", ")
        case .object(let members):
            spoken(language)
                ?? members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.cell(language))" }
                .joined(separator: ", ")
        }
    }

    func count(_ key: String, _ language: Language) -> String {
        self[key]?.integer.map { language.number($0) } ?? cell(key, language)
    }

    func rupiah(_ key: String, _ language: Language) -> String {
        self[key]?.integer.map { language.rupiah($0) } ?? cell(key, language)
    }

    /// The name an agreement is called by: the coordinator's own, or its id.
    var name: String { self["ref"]?.text ?? self["id"]?.text ?? self["agreement_id"]?.text ?? "" }

    /// The members that are not nil, for a request's body.
    static func body(_ members: [String: JSON?]) -> JSON { .object(members.compactMapValues { $0 }) }
}

/// Whatever an answer holds, name by name, where its shape is not worth a page of its own.
func particulars(_ answer: JSON, _ language: Language) -> [String] {
    pairs((answer.object ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value.cell(language)) })
}
