import Agreements
public import Calendars
public import Documents

/// How much of the money is spent against how much of the time is over, of each agreement or region.
///
/// The thick bar is the money, the thin one below it the time; both begin at nothing and the line is at 100%.
public struct MoneyAgainstTime: Illustration {
    public struct Share: Sendable, Hashable {
        public var label: String
        /// In rupiah.
        public var spent: Int64
        /// In rupiah; the share of none is not known.
        public var budget: Int64
        public var from: Day
        /// The last day.
        public var until: Day
        /// A path of the same site; anything else is not linked to.
        public var link: String?

        public init(label: String, spent: Int64, budget: Int64, from: Day, until: Day, link: String? = nil) {
            self.label = label
            self.spent = spent
            self.budget = budget
            self.from = from
            self.until = until
            self.link = link
        }

        fileprivate var money: Percent? { Percent(max(0, spent), of: budget) }

        /// How much of the time is over at the end of a day.
        fileprivate func time(on day: Day) -> Percent {
            let whole = max(1, until - from + 1)
            return Percent(Int64(min(max(0, day - from + 1), whole)), of: Int64(whole)) ?? Percent(hundredths: 0)
        }

        /// By how many points the money is behind the time, or before it where that is negative.
        fileprivate func lag(on day: Day) -> Int64? { money.map { time(on: day).hundredths - $0.hundredths } }
    }

    public let picture: SVG

    /// Money and time this far apart are told, in hundredths of a percent.
    private static let noticed: Int64 = 1_000
    /// The bar of what is spent beyond ends here, with its number.
    private static let highest: Int64 = 15_000

    /// - Parameters:
    ///   - shares: of more than 30 the first are drawn.
    ///   - title: three lines of it are shown.
    public init(_ shares: [Share], title: String, today: Day, language: Language, breadth: Breadth = .wide) {
        let shown = shares.prefix(ChartPage.mostRows)
        let behind = shares.count { $0.lag(on: today) ?? 0 > MoneyAgainstTime.noticed }
        let ahead = shares.count { $0.lag(on: today) ?? 0 < -MoneyAgainstTime.noticed }
        var page = ChartPage(
            title: title, heading: Bilingual(id: "Uang terhadap waktu", en: "Money against time"),
            verdict: MoneyAgainstTime.verdict(behind: behind, ahead: ahead, of: shares.count),
            tone: behind + ahead > 0 ? .removed : shares.isEmpty ? .plain : .added,
            notes: [Bilingual(id: "Per \(today.long(.indonesian))", en: "As of \(today.long(.english))")],
            language: language, breadth: breadth)
        let most = max(10_000, min(MoneyAgainstTime.highest, shown.compactMap { $0.money?.hundredths }.max() ?? 0))
        let (top, level) = (page.y, page.canvas.level)
        for share in shown { MoneyAgainstTime.draw(share, today, most: most, on: &page) }
        if !shown.isEmpty {
            let x = page.left + page.width * 10_000 / Double(most)
            page.upright("axis", x: x, from: top, to: page.y - 4, beneath: level)
        }
        if shares.count > shown.count {
            let rest = shares.count - shown.count
            page.remark(Bilingual(id: "… dan \(rest) lagi", en: "… and \(rest) more"))
        }
        page.legend([
            LegendEntry(Bilingual(id: "uang terpakai", en: "money spent"), language, bar: "solid"),
            LegendEntry(Bilingual(id: "waktu berjalan", en: "time over").text(language)) { place in
                Markup.rectangle("quiet", Rectangle(x: place.x, y: place.y + 6, width: place.width, height: 5))
            },
            LegendEntry(Bilingual(id: "100%", en: "100%"), language, line: "axis", isUpright: true),
            LegendEntry(Bilingual(id: "belum ada anggaran", en: "no budget").text(language)) { place in
                Markup.unknown(place)
            },
        ])
        picture = page.picture
    }

    private static func verdict(behind: Int, ahead: Int, of count: Int) -> Bilingual {
        guard count > 0 else { return Bilingual(id: "Tidak ada perjanjian", en: "No agreements") }
        var parts: [Bilingual] = []
        if behind > 0 {
            parts.append(
                Bilingual(
                    id: "\(behind) dari \(count) tertinggal lebih dari 10 poin",
                    en: "\(behind) of \(count) more than 10 points behind"))
        }
        if ahead > 0 {
            parts.append(
                Bilingual(
                    id: "\(ahead) dari \(count) mendahului waktu lebih dari 10 poin",
                    en: "\(ahead) of \(count) more than 10 points ahead of time"))
        }
        guard !parts.isEmpty else {
            return Bilingual(id: "Uang berjalan seiring waktu", en: "Money keeps up with time")
        }
        return Bilingual(id: parts.map(\.id).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; "))
    }

    private static func draw(_ share: Share, _ today: Day, most: Int64, on page: inout ChartPage) {
        let language = page.language
        let (money, time) = (share.money, share.time(on: today))
        let lag = share.lag(on: today).flatMap { abs($0) > noticed ? $0 : nil }
        let (spent, budget) = (Amount(share.spent), Amount(share.budget))
        func words(_ name: Bilingual, _ value: Percent) -> String { "\(name.text(language)) \(value.short(language))" }
        let parts = [
            money.map { words(Bilingual(id: "uang", en: "money"), $0) }
                ?? Bilingual(id: "belum ada anggaran", en: "no budget").text(language),
            words(Bilingual(id: "waktu", en: "time"), time),
        ]
        let gap = lag.map { lag in
            let points = Percent(hundredths: abs(lag)).hundredths / 100
            return lag > 0
                ? Bilingual(id: "tertinggal \(points) poin", en: "\(points) points behind").text(language)
                : Bilingual(id: "mendahului \(points) poin", en: "\(points) points ahead").text(language)
        }
        let figures = parts + [gap].compactMap { $0 }
        let sums = Bilingual(
            id: "\(spent.rupiah(.indonesian)) dari \(budget.rupiah(.indonesian))",
            en: "\(spent.rupiah(.english)) of \(budget.rupiah(.english))"
        ).text(language)
        let sentence = "\(share.label.brief): \(figures.listed); \(sums)"
        page.say(sentence)
        page.begin(sentence, link: share.link)
        page.label(share.label, figures: figures, tone: lag == nil ? .plain : .removed)
        func bar(_ value: Int64, _ y: Double, _ height: Double) -> Rectangle {
            Rectangle(
                x: page.left, y: page.y + y, width: page.width * Double(min(value, most)) / Double(most), height: height
            )
        }
        let whole = bar(10_000, 0, 13)
        if let money {
            page.canvas.add(Markup.rectangle("track", whole))
            page.canvas.add(Markup.rectangle("solid", bar(money.hundredths, 0, 13)))
        } else {
            page.canvas.add(Markup.unknown(whole))
        }
        page.canvas.add(Markup.rectangle("quiet", bar(time.hundredths, 15, 5)))
        page.finish()
        page.y += 30
    }
}
