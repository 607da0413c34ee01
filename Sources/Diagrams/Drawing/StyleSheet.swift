/// The colours of the pictures, light and dark. All rules are below a class of theirs, so that they can stand in a page.
enum StyleSheet {
    /// Of every picture.
    static let shared = """
        .pksd-diagram{--paper:#fff;--band:#f3f6f9;--card:#fff;--ink:#17212b;--muted:#55636f;--faint:#8a96a1;\
        --line:#3e4c59;--back:#8794a0;--edge:#7b8894;--accent:#0b5fa5;--good:#1a7f37;--bad:#b42318;--warn:#8a5a00;\
        --goodground:#e9f7ec;--badground:#fdeceb;--warnground:#fdf3dc;--accentground:#e3f0fb;\
        --heat:#0b5fa5;--on:#fff;font-family:sans-serif;max-width:100%;height:auto}
        @media screen and (prefers-color-scheme:dark){.pksd-diagram{--paper:#12171c;--band:#1a2129;--card:#222b34;--ink:#e8edf2;\
        --muted:#a9b5c0;--faint:#75828e;--line:#b4c0cb;--back:#6d7a87;--edge:#8593a0;--accent:#6cb4f5;--good:#5bd07a;\
        --bad:#ff8f85;--warn:#e6b450;--goodground:#16301d;--badground:#3a1d1b;--warnground:#332a14;\
        --accentground:#16304a;--heat:#6cb4f5;--on:#0d1216}}
        .pksd-diagram text{fill:var(--ink);unicode-bidi:isolate;white-space:pre}
        .pksd-diagram .heading{font-size:17px;font-weight:700}
        .pksd-diagram .lane{font-size:13px;font-weight:700}
        .pksd-diagram .title{font-size:14px;font-weight:700}
        .pksd-diagram .id{font-size:11px;font-family:monospace}
        .pksd-diagram .row,.pksd-diagram .caption{font-size:12px}
        .pksd-diagram .badge{font-size:11px;font-weight:700;text-anchor:middle}
        .pksd-diagram .figure{font-size:11px;text-anchor:middle}
        .pksd-diagram .tick{font-size:11px;text-anchor:end}
        .pksd-diagram .paper{fill:var(--paper)}
        .pksd-diagram .band{fill:var(--band)}
        .pksd-diagram text.muted{fill:var(--muted)}
        .pksd-diagram text.added{fill:var(--good)}
        .pksd-diagram text.removed{fill:var(--bad)}
        .pksd-diagram text.changed{fill:var(--warn)}
        .pksd-diagram .pill.total,.pksd-diagram .pill.here{fill:var(--accent)}
        .pksd-diagram .pill.overdue{fill:var(--bad)}
        .pksd-diagram text.total,.pksd-diagram text.here,.pksd-diagram text.overdue{fill:var(--on)}
        """

    /// Of a picture that is drawn twice, the one for the width of the window; see ``SVG/inline(wide:narrow:id:)``.
    static let breadths = """
        @media(max-width:620px){.pksd-breadths>.pksd-wide{display:none}}
        @media(min-width:620.1px){.pksd-breadths>.pksd-narrow{display:none}}
        """

    static let workflow = """
        .pksd-diagram .box{fill:var(--card);stroke:var(--edge);stroke-width:1.3}
        .pksd-diagram .rim{fill:none;stroke:var(--edge)}
        .pksd-diagram .heat{fill:var(--heat)}
        .pksd-diagram .line{fill:none;stroke:var(--line);stroke-width:1.5}
        .pksd-diagram .head{fill:var(--line)}
        .pksd-diagram .line.back{stroke:var(--back)}
        .pksd-diagram .head.back{fill:var(--back)}
        .pksd-diagram .line.automatic{stroke-dasharray:6 4}
        .pksd-diagram .sign{fill:var(--muted)}
        .pksd-diagram text.untouched{fill:var(--muted)}
        .pksd-diagram .box.untouched,.pksd-diagram .rim.untouched{stroke:var(--faint);stroke-width:1}
        .pksd-diagram .line.untouched{stroke:var(--faint);stroke-width:1}
        .pksd-diagram .head.untouched{fill:var(--faint)}
        .pksd-diagram text.taken{fill:var(--accent);font-weight:700}
        .pksd-diagram .line.taken{stroke:var(--accent);stroke-width:2.6}
        .pksd-diagram .head.taken{fill:var(--accent)}
        .pksd-diagram .box.passed{stroke:var(--accent);stroke-width:1.8}
        .pksd-diagram .box.current{stroke:var(--accent);stroke-width:3;fill:var(--accentground)}
        .pksd-diagram .box.added{stroke:var(--good);fill:var(--goodground);stroke-width:2}
        .pksd-diagram .box.removed{stroke:var(--bad);fill:var(--badground);stroke-width:2;stroke-dasharray:3 3}
        .pksd-diagram .box.changed{stroke:var(--warn);fill:var(--warnground);stroke-width:2}
        .pksd-diagram .line.added{stroke:var(--good);stroke-width:2}
        .pksd-diagram .line.removed{stroke:var(--bad);stroke-width:2;stroke-dasharray:2 4}
        .pksd-diagram .line.changed{stroke:var(--warn);stroke-width:2}
        .pksd-diagram .head.added{fill:var(--good)}
        .pksd-diagram .head.removed{fill:var(--bad)}
        .pksd-diagram .head.changed{fill:var(--warn)}
        """

    /// Filled, outlined and hatched differ without colour too; figures on a line have a rim of paper.
    static let runway = """
        .pksd-runway .grid,.pksd-runway .zero{fill:none;stroke:var(--faint);stroke-width:.6;stroke-opacity:.6}
        .pksd-runway .zero{stroke:var(--line);stroke-width:1.2;stroke-opacity:1}
        .pksd-runway .left{fill:var(--accentground)}
        .pksd-runway .short{fill:var(--badground);stroke:var(--bad);stroke-width:1.2}
        .pksd-runway .level{fill:none;stroke:var(--accent);stroke-width:2.4}
        .pksd-runway .hatch{fill:none;stroke:var(--bad);stroke-width:1.5}
        .pksd-runway .gap{fill:var(--badground);stroke:var(--bad);stroke-width:1.2}
        .pksd-runway .need{fill:var(--back);stroke:var(--back);stroke-width:1.2}
        .pksd-runway .paid{fill:var(--accent)}
        .pksd-runway .billed{fill:none;stroke:var(--ink);stroke-width:1.6}
        .pksd-runway .ceiling{fill:none;stroke:var(--ink);stroke-width:1.6;stroke-dasharray:8 4}
        .pksd-runway .proposed{fill:none;stroke:var(--muted);stroke-width:1.6;stroke-dasharray:2 4}
        .pksd-runway .mark{fill:none;stroke:var(--bad);stroke-width:1.6;stroke-dasharray:5 3}
        .pksd-runway .hint{fill:none;pointer-events:all}
        .pksd-runway .caption,.pksd-runway .tick{paint-order:stroke;stroke:var(--paper);stroke-width:3px}
        """
}

extension StyleSheet {
    /// What a picture of its own carries.
    static func text(_ kind: SVG.Kind) -> String {
        switch kind {
        case .workflow: shared + "\n" + workflow
        case .runway: shared + "\n" + runway
        case .chart: shared + "\n" + chart
        }
    }

    static var all: String { [shared, breadths, workflow, runway, chart].joined(separator: "\n") + "\n" }
}
