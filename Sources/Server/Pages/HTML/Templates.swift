import Documents
import Foundation
import Mustache

/// The pages' templates, made once for each language. `[[Indonesian|English]]` in a template is one text in both.
struct Templates: Sendable {
    private let libraries: [Language: MustacheLibrary]

    /// - Parameter sources: Mustache by name.
    /// - Throws: `MustacheTemplate.ParserError` where one cannot be read.
    init(_ sources: [String: [UInt8]] = Templates.embedded) throws {
        // The library keeps these for the whole process; the same is put there each time.
        MustacheContentTypes.register(PageEscaping(), named: PageEscaping.name)
        var libraries: [Language: MustacheLibrary] = [:]
        for language in Language.allCases {
            var library = MustacheLibrary()
            for (name, bytes) in sources {
                let text = Templates.text(String(decoding: bytes, as: UTF8.self), in: language)
                try library.register("{{% CONTENT_TYPE:\(PageEscaping.name)}}\n" + text, named: name)
            }
            libraries[language] = library
        }
        self.libraries = libraries
    }

    /// - Parameter name: one of ``embedded``; a page without a template is a mistake of ours that the tests find.
    func render(_ name: String, _ model: Any, in language: Language) -> String {
        libraries[language]?.render(Templates.plain(model) ?? [:], withTemplate: name) ?? ""
    }

    /// A model as dictionaries, each looked into once: the library would do that again for every name in a template.
    ///
    /// - Returns: nil for an optional without a value.
    private static func plain(_ value: Any) -> Any? {
        if value is String || value is Bool || value is any BinaryInteger { return value }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { plain($0.value) }
        case .collection: return mirror.children.compactMap { plain($0.value) }
        case .struct:
            return Dictionary(
                mirror.children.compactMap { name, value in name.flatMap { name in plain(value).map { (name, $0) } } }
            ) { first, _ in first }
        default: return value
        }
    }

    static func text(_ source: String, in language: Language) -> String {
        var text = ""
        var rest = source[...]
        while let start = rest.range(of: "[["), let end = rest[start.upperBound...].range(of: "]]") {
            text += rest[..<start.lowerBound]
            let both = rest[start.upperBound..<end.lowerBound].split(
                separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            text += (language == .indonesian ? both.first : both.last) ?? ""
            rest = rest[end.upperBound...]
        }
        return text + rest
    }
}

extension Templates {
    /// Every template, by the name that others call it by.
    static let embedded: [String: [UInt8]] = [
        "layout": PackageResources.layout_mustache, "form": PackageResources.form_mustache,
        "error": PackageResources.error_mustache, "sign-in": PackageResources.sign_in_mustache,
        "resume": PackageResources.resume_mustache, "today": PackageResources.today_mustache,
        "list": PackageResources.list_mustache, "filters": PackageResources.filters_mustache,
        "agreements": PackageResources.agreements_mustache, "board": PackageResources.board_mustache,
        "import": PackageResources.import_mustache,
        "bulk": PackageResources.bulk_mustache, "invitation": PackageResources.invitation_mustache,
        "me": PackageResources.me_mustache, "table": PackageResources.table_mustache,
        "region": PackageResources.region_mustache, "month": PackageResources.month_mustache,
        "report": PackageResources.report_mustache,
        "agreement": PackageResources.agreement_mustache, "new-agreement": PackageResources.new_agreement_mustache,
        "operations": PackageResources.operations_mustache, "answer": PackageResources.answer_mustache,
        "endpoints": PackageResources.endpoints_mustache, "endpoint": PackageResources.endpoint_mustache,
        "workflows": PackageResources.workflows_mustache, "workflow": PackageResources.workflow_mustache,
        "holidays": PackageResources.holidays_mustache,
        "holidays-preview": PackageResources.holidays_preview_mustache,
        "people": PackageResources.people_mustache, "person": PackageResources.person_mustache,
        "status": PackageResources.status_mustache, "tokens": PackageResources.tokens_mustache,
    ]
}
