/// Where the columns and the two panels of a year's chart stand.
struct RunwayFrame {
    /// What is left, and below it what each month needs.
    var upper: Rectangle
    var lower: Rectangle
    let columns: Int

    static let plotWidth = 864.0
    static let upperHeight = 220.0
    static let lowerHeight = 110.0

    init(left: Double, columns: Int) {
        upper = Rectangle(x: left, y: 0, width: RunwayFrame.plotWidth, height: RunwayFrame.upperHeight)
        lower = Rectangle(x: left, y: 0, width: RunwayFrame.plotWidth, height: RunwayFrame.lowerHeight)
        self.columns = columns
    }

    var columnWidth: Double { RunwayFrame.plotWidth / Double(max(1, columns)) }

    func x(_ column: Int) -> Double { upper.x + Double(column) * columnWidth }

    func middle(_ column: Int) -> Double { x(column) + columnWidth / 2 }

    /// Bars beside each other in the middle of a column: where the one of several stands.
    func bar(_ index: Int, of count: Int, in column: Int, from base: Double, to top: Double) -> Rectangle {
        let width = min(48, columnWidth * 0.7 / Double(count))
        let all = width * Double(count) + 4 * Double(count - 1)
        return Rectangle(
            x: middle(column) - all / 2 + Double(index) * (width + 4), y: min(base, top), width: width,
            height: abs(base - top))
    }
}

extension Rectangle {
    /// The height at which an amount stands on a scale that fills this rectangle.
    func y(_ amount: some BinaryInteger, on scale: Scale) -> Double {
        maxY - scale.share(Int128(clamping: amount)) * height
    }
}
