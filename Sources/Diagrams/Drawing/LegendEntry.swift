import Documents

/// One sign of the picture and what it means.
struct LegendEntry {
    static let sampleWidth = 38.0

    private enum Sample {
        case initial, final, line(String), written, pill(TextBlock.Tone), box(String), bolt
    }

    private var sign: Sample
    private(set) var text: String

    var width: Double { LegendEntry.sampleWidth + TextBlock.Style.row.lettering.width(text) + 18 }

    static func entries(for plan: Plan) -> [LegendEntry] {
        let arrows = plan.selection.arrows
        let lines = plan.chart.moves.flatMap(\.lines)
        var entries: [LegendEntry] = []
        func add(_ sign: Sample, _ text: Bilingual, if isNeeded: Bool = true) {
            if isNeeded { entries.append(LegendEntry(sign: sign, text: text.text(plan.chart.language))) }
        }
        add(.initial, Wording.initial, if: plan.chart.states.contains(where: \.isInitial))
        add(.final, Wording.final, if: plan.chart.states.contains(where: \.isFinal))
        add(.line("line"), Wording.forward, if: arrows.contains { !$0.isBack })
        add(.bolt, Wording.automatic, if: lines.contains(where: \.isAutomatic))
        add(.line("line back"), Wording.back, if: arrows.contains(where: \.isBack))
        add(.written, Wording.written, if: !plan.selection.written.isEmpty)
        switch plan.chart.overlay {
        case .none: break
        case .counts:
            add(.pill(.total), Wording.total)
            add(.pill(.overdue), Wording.overdueTotal)
        case .path:
            add(.line("line taken"), Wording.passed)
            add(.box("box current"), Wording.here)
        case .comparison:
            add(.box("box added"), Wording.added)
            add(.box("box removed"), Wording.removed)
            add(.box("box changed"), Wording.changed)
        }
        return entries
    }

    func sample(at corner: Point) -> String {
        let (x, y) = (corner.x, corner.y + 8)
        func stroke(_ name: String, length: Double) -> String {
            #"<path class="\#(name)" d="M\#(x.written) \#(y.written)h\#(length.written)"/>"#
        }
        func box(_ name: String, inset: Double = 0) -> String {
            #"<rect class="\#(name)" x="\#((x + inset).written)" y="\#((y - 9 + inset).written)" "#
                + #"width="\#((30 - 2 * inset).written)" height="\#((18 - 2 * inset).written)" rx="4"/>"#
        }
        switch sign {
        case .initial: return #"<circle class="head" cx="\#((x + 15).written)" cy="\#(y.written)" r="6"/>"#
        case .final: return box("box") + box("rim", inset: 3)
        case .line(let name):
            let head = name.replacing("line", with: "head")
            return stroke(name, length: 22)
                + #"<path class="\#(head)" d="M\#((x + 30).written) \#(y.written)l-9 -4.5v9z"/>"#
        case .bolt:
            let bolt = "M\((x + 24).written) \((y - 5.5).written)l-5 6h3l-1.5 5 5.5 -6.5h-3l2 -4.5z"
            return stroke("line automatic", length: 17) + #"<path class="sign" d="\#(bolt)"/>"#
        case .written: return box("box") + stroke("rim", length: 30)
        case .pill(let tone):
            return
                #"<rect class="pill \#(tone.rawValue)" x="\#(x.written)" y="\#((y - 8).written)" width="30" height="16" rx="8"/>"#
        case .box(let name): return box(name)
        }
    }
}
