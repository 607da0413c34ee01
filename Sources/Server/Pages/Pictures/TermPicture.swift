import Agreements
import Calendars
import Diagrams
import Documents
import Ledger

/// The terms of papers as they stand in a page, each with a link to its own.
enum TermPicture {
    /// All papers of a region.
    static func svg(of papers: [PaperTerm], region: String, today: Day, language: Language) -> String? {
        let terms = papers.compactMap { TermTimeline.Term($0, as: $0.kind == .notaKesepakatan ? .umbrella : .paper) }
        return svg(terms.sorted { $0.from < $1.from }, title: region, today: today, language)
    }

    /// An agreement with the paper above it, those that change it, what it renews and what follows it.
    static func svg(
        of agreement: Agreement, among papers: [PaperTerm], today: Day, language: Language
    ) -> String? {
        let terms = papers.compactMap { paper -> TermTimeline.Term? in
            let kind: TermTimeline.Term.Kind =
                if paper.agreement == agreement.parent, agreement.kind != .addendum {
                    .umbrella
                } else if paper.kind == .addendum {
                    .addendum
                } else if paper.renews == agreement.id {
                    .renewal
                } else {
                    .paper
                }
            return TermTimeline.Term(paper, as: kind)
        }
        return svg(terms, title: agreement.title, today: today, language)
    }

    private static func svg(
        _ terms: [TermTimeline.Term], title: String, today: Day, _ language: Language
    ) -> String? {
        guard !terms.isEmpty else { return nil }
        // What stands above and what changes a paper insures nobody by itself.
        let insuring = terms.filter { $0.kind == .paper || $0.kind == .renewal }
        var gaps = TermTimeline.gaps(between: insuring)
        let signed = insuring.filter(\.isSigned)
        let ends = signed.compactMap(\.until)
        if ends.count == signed.count, let last = ends.max(), last < today + 365 {
            gaps.append(TermTimeline.Gap(from: last + 1, until: nil))
        }
        func timeline(_ breadth: Breadth) -> TermTimeline {
            TermTimeline(terms, gaps: gaps, title: title, today: today, language: language, breadth: breadth)
        }
        return SVG.inline(wide: timeline(.wide), narrow: timeline(.narrow), id: "terms")
    }
}

extension TermTimeline.Term {
    /// - Returns: nil for a paper whose first day is not known.
    fileprivate init?(_ paper: PaperTerm, as kind: Kind) {
        guard let from = paper.from else { return nil }
        self.init(
            label: paper.title, kind: kind, from: from, until: paper.until, isSigned: paper.isSigned,
            link: "/agreements/\(paper.agreement)")
    }
}
