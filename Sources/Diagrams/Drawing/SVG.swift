import Documents

/// A picture as SVG text: a file of its own, or a piece of a page.
///
/// It has no script and nothing from outside, and tells in its title and description what it shows.
public struct SVG: Sendable, Equatable {
    /// Which of the style sheets it needs; the name is a class of theirs.
    enum Kind: String, CaseIterable {
        case workflow, runway, chart
    }

    var kind: Kind
    var title: String
    var summary: String
    var language: Language
    var size: Size
    var body: String
    var breadth: Breadth?

    private var hasLinks: Bool { body.contains("<a href") }

    /// A whole file, with its style sheet.
    ///
    /// It has no ids, so that many of them can stand in one page.
    public var file: String {
        text(#" xmlns="http://www.w3.org/2000/svg""#, "<style>\(StyleSheet.text(kind))</style>\n")
    }

    /// A piece of an HTML page that has the rules of ``Diagram/styleSheet`` in a style sheet of its own, as a content
    /// security policy without inline styles asks for.
    ///
    /// - Parameter id: what no other element of the page has as its id; what is not of `A-Z a-z 0-9 _ -` becomes `-`.
    public func inline(id: String) -> String {
        let id = String(id.prefix(100).map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
        return text(
            #" aria-labelledby="\#(id)-title" aria-describedby="\#(id)-words""#, "",
            (#" id="\#(id)-title""#, #" id="\#(id)-words""#))
    }

    /// Both of a picture that was drawn for two widths; the style sheet shows the one that fits the window.
    public static func inline(wide: some Illustration, narrow: some Illustration, id: String) -> String {
        #"<div class="pksd-breadths">"# + "\n" + wide.inline(id: id + "-wide") + narrow.inline(id: id + "-narrow")
            + "</div>\n"
    }

    /// A picture is one thing to a screen reader, unless it has links: those would be lost in an image.
    private func text(
        _ attributes: String, _ style: String, _ ids: (title: String, summary: String) = ("", "")
    ) -> String {
        """
        <svg\(attributes) class="pksd-diagram pksd-\(kind.rawValue)\(breadth.map { " pksd-\($0.rawValue)" } ?? "")" \
        role="\(hasLinks ? "group" : "img")" lang="\(language.rawValue)" \
        viewBox="0 0 \(size.width.written) \(size.height.written)" \
        width="\(shown.width.written)" height="\(shown.height.written)">
        <title\(ids.title)>\(title.escaped)</title>
        <desc\(ids.summary)>\(summary.escaped)</desc>
        \(style)\(body)
        </svg>

        """
    }

    private var shown: Size {
        let scale = min(1, 1_200 / size.width)
        return Size(width: size.width * scale, height: size.height * scale)
    }
}

/// What can be looked at: a value that was drawn.
public protocol Illustration: Sendable {
    var picture: SVG { get }
}

extension Illustration {
    /// The picture as a file of its own.
    public var svg: String { picture.file }

    /// The picture as a piece of a page; see ``SVG/inline(id:)``.
    public func inline(id: String) -> String { picture.inline(id: id) }
}

/// For how wide a place a picture is drawn.
public enum Breadth: String, Sendable, CaseIterable {
    /// A page on a desk or on paper, and a telephone.
    case wide, narrow

    /// In pixels at which nothing is made smaller.
    var width: Double { self == .wide ? 760 : 358 }
}

extension Diagram {
    /// The rules of all pictures, for the style sheet of a page that has pictures in it. Every selector begins with a class
    /// of theirs (`.pksd-…`), and colours are custom properties of `.pksd-diagram`, dark where the reader prefers that.
    public static let styleSheet = StyleSheet.all
}
