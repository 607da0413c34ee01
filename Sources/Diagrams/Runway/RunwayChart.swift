public import Agreements
import Calendars
public import Documents

/// The money of one year as a picture: what is left of it month by month, what each month needs, and when it runs out.
///
/// The same input always gives the same bytes. Where the money does not reach it is hatched and labelled, so that it can be read without colours; the title and the
/// description inside say the same in words.
public struct RunwayChart: Illustration {
    public let picture: SVG

    /// - Parameter title: whose money it is; three lines of it are shown.
    public init(_ year: Year, title: String, language: Language) {
        picture = RunwayDrawing(year, title: title, language: language).picture
    }

    /// - Parameter title: whose money it is; three lines of it are shown.
    public init(_ runway: Runway, title: String, language: Language) {
        self.init(Year(runway), title: title, language: language)
    }
}
