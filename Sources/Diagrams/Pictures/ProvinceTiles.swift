public import Agreements
public import Calendars
public import Documents

/// All 38 provinces as tiles, each about where it lies, with a share that is told three times: by its number, by how dark
/// the tile is, and by how many squares it has. What is not known is hatched.
///
/// Numbers are cut, not rounded, so that 97.99% is never read as the 98% that it has not reached.
public struct ProvinceTiles: Illustration {
    public struct Value: Sendable, Hashable {
        /// Of the province: `53`.
        public var code: String
        public var name: String
        /// nil where it is not known.
        public var percent: Percent?
        /// What else is told of it, to the pointer and to a screen reader.
        public var detail: String
        /// A path of the same site; anything else is not linked to.
        public var link: String?

        public init(code: String, name: String, percent: Percent?, detail: String = "", link: String? = nil) {
            self.code = code
            self.name = name
            self.percent = percent
            self.detail = detail
            self.link = link
        }
    }

    public let picture: SVG

    /// - Parameters:
    ///   - values: of provinces; one that is missing is drawn as unknown.
    ///   - bounds: where the second class begins, and each further one; of more than four the last four count.
    ///   - measure: what the share is: `Cakupan JKN`.
    ///   - title: three lines of it are shown.
    public init(
        _ values: [Value], bounds: [Percent], measure: Bilingual, title: String, asOf day: Day? = nil,
        language: Language, breadth: Breadth = .wide
    ) {
        picture =
            TilesDrawing(values, bounds, measure: measure, title: title, asOf: day, language, breadth).picture
    }
}
