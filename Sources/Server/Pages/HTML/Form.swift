import Agreements
import Calendars
import Documents
import Foundation

/// What a page asks somebody to fill in: it is drawn from this, and what comes back is read by it.
struct Form: Sendable {
    /// Names the form on its page; a page can have several.
    var id: String
    /// The address it is sent to.
    var action: String
    var title: Bilingual
    var button: Bilingual
    var fields: [Field]
    /// What is said before it is filled in.
    var hint: Bilingual?
    /// The version of the record that it changes.
    var version: Int?
    /// It changes a record that has no versions: its fields show what stands there.
    var showsRecord = false
    /// It takes something away, or cannot be taken back.
    var isDangerous = false

    struct Field: Sendable {
        /// As the API calls it; `fields.population` stands inside `fields`, `parties.0.name` in the first of a list.
        var name: String
        var label: Bilingual
        var content: Content
        var isRequired = true
        var hint: Bilingual?
        /// Begins a group of fields.
        var heading: Bilingual?
        /// What stands there before anybody has typed.
        var value = ""
        /// It is carried along unseen, and read as what it is.
        var isHidden = false
        /// What browsers may fill in (WCAG 1.3.5).
        var autocomplete: String?
    }

    enum Content: Sendable {
        case text
        /// Several lines.
        case prose
        /// Several values, one on each line.
        case lines
        /// By its code or its name.
        case region
        /// Several, one on each line.
        case regions
        /// A file pasted as text.
        case source
        case integer
        /// Whole rupiah, as people write them.
        case rupiah
        case decimal
        case day
        case month
        case moment
        case flag
        /// Yes or no, and neither before it is answered.
        case answer
        case password
        case choice([Choice])
        /// Several of a list.
        case choices([Choice])
        case file
    }

    struct Choice: Sendable {
        var value: String
        var label: Bilingual
    }
}

extension Form {
    /// The value of a text as the strict readers expect it; what is not understood stays text, so that they say what is wrong.
    private static func value(_ texts: [String], of content: Content, _ regions: Regions) -> JSON? {
        if case .choices = content { return .list(texts.filter { !$0.isEmpty }.map { .text($0) }) }
        guard let text = texts.last, !text.isEmpty else { return nil }
        func read(_ content: ImportKind.Column.Content) -> JSON {
            Node(Cell(text: text).value(as: content), at: Place()).json
        }
        return switch content {
        case .lines: .list(lines(text).map { .text($0) })
        case .region: .text(regions.code(of: text))
        case .regions: .list(lines(text).map { .text(regions.code(of: $0)) })
        case .text, .prose, .source, .moment, .password, .choice, .choices, .file: .text(text)
        case .integer, .rupiah: read(.integer)
        case .decimal: read(.decimal)
        case .day: read(.day)
        case .month: read(.month)
        case .flag, .answer: .bool(text == "true")
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split { $0.isNewline || $0 == "," }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// What somebody typed as a document, each value at the pointer of its field; what was left empty is left out.
    func document(of input: FormInput, regions: Regions) -> Node {
        var document = JSON.object([:])
        for field in fields {
            guard let value = Form.value(input[field.name], of: field.content, regions) else { continue }
            document.set(value, at: field.name.split(separator: ".")[...])
        }
        return Node(document)
    }
}

extension Form.Field {
    /// The JSON Pointer at which the readers find it.
    var pointer: String { "/" + name.replacing(".", with: "/") }

    /// The same, unseen, with what was typed before: it is only to be confirmed.
    func carrying(_ value: String) -> Form.Field {
        var field = self
        field.value = value
        field.isHidden = true
        return field
    }
}

extension JSON {
    /// Puts a value at a path of keys and places in lists.
    fileprivate mutating func set(_ value: JSON, at path: ArraySlice<Substring>) {
        guard let step = path.first else {
            self = value
            return
        }
        if let place = Int(step) {
            var list = self.list ?? []
            while list.count <= place { list.append(.object([:])) }
            list[place].set(value, at: path.dropFirst())
            self = .list(list)
        } else {
            var object = self.object ?? [:]
            object[String(step), default: .object([:])].set(value, at: path.dropFirst())
            self = .object(object)
        }
    }
}
