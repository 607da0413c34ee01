import Agreements
import Calendars
import Documents
import Engine
import Ledger

/// What stands around each page: menu, who is signed in, language.
struct Frame {
    struct Link {
        var path: String
        var label: String
        var isCurrent: Bool
    }

    struct Reader {
        var name: String
        var office: String
        /// The other offices that they hold, to act in.
        var offices: [Office]
        var formToken: String
    }

    struct Office {
        var role: String
        var label: String
    }

    var title: String
    var language: String
    /// The language to switch to, in its own words.
    var otherLanguage: String
    var otherLanguageCode: String
    var path: String
    var menu: [Link]
    var reader: Reader?
    var rehearsal: Bool
    var today: String
    var style: String
    var script: String
    var icon: String
    var news: News?
    /// What was just entered is kept.
    var isSaved: Bool

    /// Stands in the address of a page to which a form led.
    static let saved = "saved"

    /// What makes the page stale: events after this number, of one agreement or of any.
    struct News {
        var after: Int64
        var agreement: String?
    }

    init(_ pages: Pages, title: String, _ language: Language, path: String) {
        self.title = title
        self.language = language.rawValue
        otherLanguage = language == .indonesian ? "English" : "Bahasa Indonesia"
        otherLanguageCode = language == .indonesian ? "en" : "id"
        self.path = path
        menu = []
        rehearsal = pages.engine.isRehearsal
        today = Zone.wib.day(at: pages.engine.clock.now()).text(language)
        style = pages.assets.style.path
        script = pages.assets.script.path
        icon = pages.assets.icon.path
        isSaved = path.contains("?\(Frame.saved)") || path.contains("&\(Frame.saved)")
    }

    init(_ pages: Pages, title: String, section: Section?, _ context: PageContext) {
        self.init(pages, title: title, context.language, path: context.path)
        menu = Section.allCases.map {
            Link(path: $0.path, label: $0.label.text(context.language), isCurrent: $0 == section)
        }
        let signedIn = context.signedIn
        reader = Reader(
            name: signedIn.person.name, office: context.principal.role.label.text(context.language),
            offices: signedIn.otherRoles.map {
                Office(role: $0.rawValue, label: $0.label.text(context.language))
            }, formToken: signedIn.formToken)
    }
}
