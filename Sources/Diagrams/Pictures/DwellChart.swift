import Agreements
public import Documents

/// How long papers stay in each state of a workflow: half of them at most so long, nine of ten at most so long, against the
/// time that the workflow allows. What is beyond it is hatched.
public struct DwellChart: Illustration {
    public struct State: Sendable, Hashable {
        public var label: String
        /// nil where no paper has left the state yet.
        public var median: Duration?
        /// The 90th percentile.
        public var ninetieth: Duration?
        /// What the workflow allows.
        public var limit: Duration?
        /// How many stays were measured.
        public var count: Int64
        /// A path of the same site; anything else is not linked to.
        public var link: String?

        public init(
            label: String, median: Duration?, ninetieth: Duration?, limit: Duration?, count: Int64, link: String? = nil
        ) {
            self.label = label
            self.median = median
            self.ninetieth = ninetieth
            self.limit = limit
            self.count = count
            self.link = link
        }

        fileprivate var isSlow: Bool { limit.map { limit in ninetieth.map { $0 > limit } ?? false } ?? false }
    }

    public let picture: SVG

    /// - Parameters:
    ///   - states: in the order of the workflow; of more than 30 the first are drawn.
    ///   - title: of which workflow; three lines of it are shown.
    public init(_ states: [State], title: String, language: Language, breadth: Breadth = .wide) {
        let shown = states.prefix(ChartPage.mostRows)
        var page = ChartPage(
            title: title, heading: Bilingual(id: "Lama di tiap keadaan", en: "Time in each state"),
            verdict: DwellChart.verdict(states),
            tone: states.contains(where: \.isSlow) ? .removed : states.contains { $0.count > 0 } ? .added : .plain,
            language: language, breadth: breadth)
        let longest = shown.flatMap { [$0.median, $0.ninetieth, $0.limit] }.compactMap { $0?.spent }.max() ?? 1
        for state in shown { DwellChart.draw(state, longest: longest, on: &page) }
        if states.count > shown.count {
            let rest = states.count - shown.count
            page.remark(Bilingual(id: "… dan \(rest) keadaan lagi", en: "… and \(rest) more states"))
        }
        page.legend(DwellChart.legend(language))
        picture = page.picture
    }

    private static func verdict(_ states: [State]) -> Bilingual {
        guard
            let slowest = states.filter({ $0.median != nil }).max(by: { ($0.median ?? .zero) < ($1.median ?? .zero) }),
            let median = slowest.median
        else { return Bilingual(id: "Belum ada yang dapat diukur", en: "Nothing to measure yet") }
        let slow = states.count(where: \.isSlow)
        let label = slowest.label.brief
        let longest = Bilingual(
            id: "Paling lama: \(label), median \(median.text(.indonesian))",
            en: "Longest: \(label), median \(median.text(.english))")
        return slow == 0
            ? longest
            : Bilingual(
                id: "\(slow) dari \(states.count) keadaan melewati SLA. \(longest.id)",
                en: "\(slow) of \(states.count) states exceed the SLA. \(longest.en)")
    }

    private static func draw(_ state: State, longest: Int64, on page: inout ChartPage) {
        let language = page.language
        func words(_ name: Bilingual, _ length: Duration?) -> [String] {
            length.map { ["\(name.text(language)) \($0.text(language))"] } ?? []
        }
        let parts =
            words(Bilingual(id: "median", en: "median"), state.median)
            + words(Bilingual(id: "90% dalam", en: "90% within"), state.ninetieth)
            + words(Bilingual(id: "SLA", en: "SLA"), state.limit)
        let figures = parts + ["n \(state.count.text(language))"]
        let sentence = "\(state.label.brief): \(figures.listed)"
        page.say(sentence)
        page.begin(sentence, link: state.link)
        page.label(state.label, figures: figures, tone: state.isSlow ? .removed : .plain)
        func x(_ length: Duration) -> Double { page.left + page.width * Double(length.spent) / Double(max(1, longest)) }
        func bar(_ name: String, from start: Double, to end: Double, inset: Double) -> Rectangle {
            Rectangle(x: start, y: page.y + inset, width: max(0, end - start), height: 16 - 2 * inset)
        }
        page.canvas.add(
            Markup.rectangle(
                "track", Rectangle(x: page.left, y: page.y, width: page.width, height: 16), radius: 2))
        if let ninetieth = state.ninetieth {
            let allowed = state.limit.map { min($0, ninetieth) } ?? ninetieth
            page.canvas.add(Markup.rectangle("light", bar("light", from: page.left, to: x(allowed), inset: 1)))
            if allowed < ninetieth {
                let place = bar("gap", from: x(allowed), to: x(ninetieth), inset: 1)
                page.canvas.add(Markup.hatched("gap", place))
            }
        }
        if let median = state.median {
            page.canvas.add(Markup.rectangle("solid", bar("solid", from: page.left, to: x(median), inset: 5)))
        }
        if let limit = state.limit {
            let points = [Point(x: x(limit), y: page.y - 1), Point(x: x(limit), y: page.y + 17)]
            page.canvas.add(Markup.path("mark", Markup.straight(points)))
        }
        page.finish()
        page.y += 26
    }

    private static func legend(_ language: Language) -> [LegendEntry] {
        [
            LegendEntry(Bilingual(id: "median (setengahnya)", en: "median (half of them)").text(language)) { place in
                Markup.rectangle(
                    "solid", Rectangle(x: place.x, y: place.y + 6, width: place.width, height: place.height - 12))
            },
            LegendEntry(Bilingual(id: "90% paling lama", en: "90% at most"), language, bar: "light"),
            LegendEntry(Bilingual(id: "melewati SLA", en: "beyond the SLA"), language, bar: "gap", isHatched: true),
            LegendEntry(Bilingual(id: "SLA", en: "SLA"), language, line: "mark", isUpright: true),
        ]
    }
}

extension Duration {
    /// Whole seconds, never less than none.
    fileprivate var spent: Int64 { max(0, components.seconds) }

    /// `6 jam`, `3,5 hari`, `12 hari`.
    func text(_ language: Language) -> String {
        let hours = spent / 3_600
        guard hours >= 24 else {
            return hours.text(language) + Bilingual(id: " jam", en: hours == 1 ? " hour" : " hours").text(language)
        }
        let (days, rest) = spent.quotientAndRemainder(dividingBy: 86_400)
        let tenth = rest / 8_640
        guard days < 10, tenth > 0 else { return days.days(language) }
        return Bilingual(id: "\(days),\(tenth) hari", en: "\(days).\(tenth) days").text(language)
    }
}
