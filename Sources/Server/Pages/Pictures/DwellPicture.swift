import Agreements
import Calendars
import Diagrams
import Documents
import Ledger
import Workflows

/// How long the papers of a workflow stay in each of its states, with how many are there now.
enum DwellPicture {
    /// - Returns: SVG for a page, with the text of its two widths.
    static func svg(of workflow: Workflow, dwell: [DwellTime], tallies: [Tally], language: Language) -> String {
        let times = Dictionary(
            dwell.filter { $0.workflow == workflow.id }.map { ($0.state, $0) }, uniquingKeysWith: { first, _ in first })
        let now = tallies.filter { $0.workflow == workflow.id }
            .reduce(into: [String: Int64]()) { $0[$1.state, default: 0] += Int64($1.agreements) }
        let states = workflow.states.filter { !$0.isFinal }.map { state in
            let time = times[state.id]
            let count = now[state.id] ?? 0
            let here = count > 0 ? Bilingual(id: " (\(count.indonesian) kini)", en: " (\(count.english) now)") : nil
            return DwellChart.State(
                label: state.label.text(language) + (here?.text(language) ?? ""), median: time.map { .days($0.median) },
                ninetieth: time.map { .days($0.ninetieth) }, limit: state.sla.map { .days($0.calendarDays) },
                count: Int64(time?.stays ?? 0), link: "/agreements?state=\(state.id)")
        }
        func chart(_ breadth: Breadth) -> DwellChart {
            DwellChart(states, title: workflow.title.text(language), language: language, breadth: breadth)
        }
        return SVG.inline(wide: chart(.wide), narrow: chart(.narrow), id: "dwell-\(workflow.id)")
    }
}

extension Duration {
    fileprivate static func days(_ days: Int) -> Duration { .seconds(max(0, days) * 86_400) }
}

extension Span {
    /// About as many days of the calendar, since stays are measured in those.
    fileprivate var calendarDays: Int {
        switch unit {
        case .kerja: (count * 7 + 4) / 5
        case .hari: count
        case .bulan: count * 30
        }
    }
}
