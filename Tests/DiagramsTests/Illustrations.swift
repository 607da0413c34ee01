import Documents
import Testing

@testable import Diagrams

/// What holds of every chart, whatever it shows.
enum Illustrations {
    /// - Parameter most: bytes of it inside a page.
    static func check(_ illustration: some Illustration, most: Int = 20_000) throws -> Picture {
        let (file, piece) = (illustration.svg, illustration.inline(id: "p-1"))
        let picture = try Picture(file)
        #expect(picture.view.width <= 760)
        for place in picture.places where !isInside(place, picture.view) {
            Issue.record("\(place) leaves the picture of \(picture.view)")
        }
        `A diagram`.checkTexts(of: picture)
        #expect(picture.elements.count { $0.name == "title" && $0.path == ["svg"] && !$0.text.isEmpty } == 1)
        #expect(!words(picture).isEmpty)
        #expect(!picture.elements.contains { $0.name == "script" })
        #expect(!file.contains(/"[^"]*\b(nan|inf|infinity)\b[^"]*"/))
        #expect(!file.unicodeScalars.contains { $0.isUnsafeInMarkup && $0 != "\n" })
        #expect(!file.contains(" id=") && !file.contains(/<[^>]* style=/))
        for link in links(picture) { #expect(link.isLocalLink) }
        try checkPiece(piece, most: most)
        return picture
    }

    /// No ids but its own two, and nothing that a content security policy without inline styles would stop.
    private static func checkPiece(_ piece: String, most: Int) throws {
        #expect(piece.utf8.count < most)
        let elements = try XMLReader(piece).elements
        #expect(!elements.contains { $0.name == "style" || $0.attributes["style"] != nil })
        #expect(elements.compactMap { $0.attributes["id"] } == ["p-1-title", "p-1-words"])
        let root = try #require(elements.first)
        #expect(root.attributes["aria-labelledby"] == "p-1-title")
        #expect(root.attributes["aria-describedby"] == "p-1-words")
        // A link inside an image could be reached and not be heard.
        let hasLinks = elements.contains { $0.name == "a" }
        #expect(root.attributes["role"] == (hasLinks ? "group" : "img"))
        for element in elements where element.name == "a" {
            #expect(element.path == ["svg"])
        }
        #expect(elements.count { $0.name == "title" && $0.path.last == "a" } == elements.count { $0.name == "a" })
        for name in elements.flatMap({ ($0.attributes["class"] ?? "").split(separator: " ") })
        where !silent.contains(String(name)) {
            #expect(Diagram.styleSheet.contains(".\(name)"), "no rule for .\(name)")
        }
    }

    /// Names that say what something is and need no rule.
    private static let silent: Set<String> = ["plain", "pksd-wide", "pksd-narrow", "link", "pill"]

    /// A tenth of a pixel may be lost in writing.
    private static func isInside(_ place: Rectangle, _ view: Rectangle) -> Bool {
        let air = 0.2
        return place.x >= view.x - air && place.y >= view.y - air && place.maxX <= view.maxX + air
            && place.maxY <= view.maxY + air && place.width >= 0 && place.height >= 0
    }

    static func words(_ picture: Picture) -> String {
        picture.elements.first { $0.name == "desc" }?.text ?? ""
    }

    static func links(_ picture: Picture) -> [String] {
        picture.elements.filter { $0.name == "a" }.compactMap { $0.attributes["href"] }
    }

    /// What a title or a name could do to a picture.
    static let hostile =
        Samples.hostileLabels + [
            String(repeating: "panjang ", count: 1_250), String(repeating: "عربي ", count: 2_000),
            "e" + String(repeating: "\u{301}", count: 10_000), String(repeating: "👩‍👩‍👧", count: 2_000),
        ]
    static let hostileLinks = [
        "javascript:alert(1)", "//evil.example/", "/\t/evil.example", "/\\evil.example", "https://evil.example",
        "", "/ok\" onclick=\"x", "/a b",
    ]
}

/// In both languages and for both widths.
struct Look: Sendable, CustomTestStringConvertible {
    var language: Language
    var breadth: Breadth

    static let all = Language.allCases.flatMap { language in
        Breadth.allCases.map { Look(language: language, breadth: $0) }
    }

    var testDescription: String { "\(language.rawValue) \(breadth.rawValue)" }
}
