extension StyleSheet {
    /// Of charts in rows, of timelines, tiles and months. Filled, outlined, hatched and thin differ without colour too, and
    /// words on a line have a rim of paper.
    static let chart = """
        .pksd-chart{--c1:#e9f1f8;--c2:#bcd7ee;--c3:#7fb3df;--c4:#1464a8;--c5:#07355e;--o1:#17212b;--o2:#17212b;\
        --o3:#0b1620;--o4:#fff;--o5:#fff}
        @media screen and (prefers-color-scheme:dark){.pksd-chart{--c1:#1b2733;--c2:#204564;--c3:#2c6a9c;--c4:#79bbf3;\
        --c5:#cfe7fd;--o1:#e8edf2;--o2:#e8edf2;--o3:#fff;--o4:#0b1620;--o5:#0b1620}}
        .pksd-chart .number{font-size:14px;font-weight:700;text-anchor:middle}
        .pksd-chart .grid{fill:none;stroke:var(--faint);stroke-width:.7;stroke-opacity:.6}
        .pksd-chart .axis{fill:none;stroke:var(--line);stroke-width:1.2}
        .pksd-chart .today{fill:none;stroke:var(--accent);stroke-width:1.8;stroke-dasharray:5 3}
        .pksd-chart .limit{fill:none;stroke:var(--ink);stroke-width:1.6;stroke-dasharray:8 4}
        .pksd-chart .limit.second{stroke:var(--muted);stroke-dasharray:2 4}
        .pksd-chart .curve{fill:none;stroke:var(--accent);stroke-width:2.4}
        .pksd-chart .curve.second{stroke:var(--muted);stroke-width:1.8}
        .pksd-chart .dot{fill:var(--accent);stroke:var(--paper)}
        .pksd-chart .dot.second{fill:var(--paper);stroke:var(--muted);stroke-width:1.8}
        .pksd-chart .track{fill:var(--band)}
        .pksd-chart .solid{fill:var(--accent)}
        .pksd-chart .light{fill:var(--accentground);stroke:var(--accent);stroke-width:1.2}
        .pksd-chart .quiet{fill:var(--back)}
        .pksd-chart .outline{fill:var(--paper);stroke:var(--ink);stroke-width:1.5;stroke-dasharray:5 3}
        .pksd-chart .gap{fill:var(--badground);stroke:var(--bad);stroke-width:1.2}
        .pksd-chart .hole{fill:var(--badground)}
        .pksd-chart .hatch{fill:none;stroke:var(--bad);stroke-width:1.5}
        .pksd-chart .stripes{fill:none;stroke:var(--bad);stroke-dasharray:2 5}
        .pksd-chart .sign{fill:var(--ink)}
        .pksd-chart .mark{fill:none;stroke:var(--ink);stroke-width:2.4}
        .pksd-chart .tile{stroke:var(--edge)}
        .pksd-chart .unknown{fill:var(--paper)}
        .pksd-chart .veil{fill:none;stroke:var(--faint);stroke-width:1}
        .pksd-chart .cell{fill:var(--card);stroke:var(--faint);stroke-width:.8}
        .pksd-chart .cell.off{fill:var(--band)}
        .pksd-chart .cell.now{stroke:var(--accent);stroke-width:2.4}
        .pksd-chart .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
        .pksd-chart a{text-decoration:none}
        .pksd-chart a:hover .link,.pksd-chart a:focus-visible .link{text-decoration:underline}
        .pksd-chart a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        \((1...5).map { ".pksd-chart .c\($0){fill:var(--c\($0))}.pksd-chart .pips\($0){fill:var(--o\($0))}" }
            .joined(separator: "\n"))
        \((1...5).map { ".pksd-chart text.o\($0){fill:var(--o\($0))}" }.joined())
        """
}
