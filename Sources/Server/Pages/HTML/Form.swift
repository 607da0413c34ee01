import Calendars
import Documents

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
    /// It takes something away, or cannot be taken back.
    var isDangerous = false

    struct Field: Sendable {
        /// As the API calls it; `fields.population` stands inside `fields`.
        var name: String
        var label: Bilingual
        var content: Content
        var isRequired = true
        var hint: Bilingual?
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
        case hidden
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
    private static func value(_ texts: [String], of content: Content) -> Node.Value? {
        if case .choices = content {
            return .list(texts.filter { !$0.isEmpty }.map { Node(Node.Value.text($0), at: Place()) })
        }
        guard let text = texts.last, !text.isEmpty else { return nil }
        return switch content {
        case .lines: .list(lines(text).map { Node(Node.Value.text($0), at: Place()) })
        case .text, .prose, .source, .moment, .password, .hidden, .choice, .choices, .file: .text(text)
        case .integer, .rupiah: Cell(text: text).value(as: .integer)
        case .decimal: Cell(text: text).value(as: .decimal)
        case .day: Cell(text: text).value(as: .day)
        case .month: Cell(text: text).value(as: .month)
        case .flag, .answer: .bool(text == "true")
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split { $0.isNewline || $0 == "," }.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    /// What somebody typed as a document, each value at the pointer of its field; what was left empty is left out.
    func document(of input: FormInput) -> Node {
        var map: [Node.Entry] = []
        var inner: [String: [Node.Entry]] = [:]
        for field in fields {
            guard let value = Form.value(input[field.name], of: field.content) else { continue }
            let path = field.name.split(separator: ".").map(String.init)
            let place = Place(pointer: field.pointer)
            let entry = Node.Entry(key: path.last ?? "", keyPlace: place, value: Node(value, at: place))
            if path.count > 1 { inner[path[0], default: []].append(entry) } else { map.append(entry) }
        }
        for (key, entries) in inner.sorted(by: { $0.key < $1.key }) {
            let place = Place(pointer: "/" + key)
            map.append(Node.Entry(key: key, keyPlace: place, value: Node(.map(entries), at: place)))
        }
        return Node(.map(map), at: Place())
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
