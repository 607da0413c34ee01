public import Agreements
import Calendars
public import Documents

/// The money of one year as a picture: what is left of it month by month, what each month needs, and when it runs out.
///
/// The same input always gives the same bytes. The picture is one SVG text without ids, script or outside resource. Where
/// the money does not reach it is hatched and labelled, so that it can be read without colours; the title and the
/// description inside say the same in words.
public struct RunwayChart: Sendable {
    public var svg: String

    /// - Parameter title: whose money it is; three lines of it are shown.
    public init(_ year: Year, title: String, language: Language) {
        svg = RunwayDrawing(year, title: title, language: language).svg
    }

    /// - Parameter title: whose money it is; three lines of it are shown.
    public init(_ runway: Runway, title: String, language: Language) {
        self.init(Year(runway), title: title, language: language)
    }
}
