import Agreements
import Calendars
import Documents
import Foundation
import Testing
import Workflows

@testable import Diagrams

@Suite struct `A diagram` {
    @Test(arguments: Sample.all) func `of a shipped workflow fits its page and can be read`(_ sample: Sample) throws {
        let plan = try sample.plan()
        `A layout`.check(plan)
        `A layout`.checkLines(plan)
        let svg = Drawing(plan).picture.file
        let picture = try Picture(svg)
        // At 1200 pixels nothing is made smaller, and no letter is smaller than 11 pixels.
        if sample.top != .comparison { #expect(picture.view.width <= 1_200) }
        #expect(!svg.contains(/font-size:(\d|10)px/))
        #expect(picture.places.allSatisfy { picture.view.contains($0) })
        Self.checkTexts(of: picture)
        #expect(picture.elements.contains { $0.name == "title" && $0.path == ["svg"] && !$0.text.isEmpty })
        #expect(picture.elements.contains { $0.name == "desc" && $0.path == ["svg"] && !$0.text.isEmpty })
        #expect(picture.elements.first?.attributes["role"] == "img")
        Self.checkIndependence(of: svg)
    }

    /// No script and nothing from outside: looked for in all that is not shown as text.
    static func checkIndependence(of svg: String) {
        let frame = svg.replacing("http://www.w3.org/2000/svg", with: "").replacing(
            /<(text|title|desc)\b[^>]*>[^<]*/, with: "")
        for word in ["<script", "href", "src=", "url(", "@import", "<image", "<foreignObject", "http"] {
            #expect(!frame.contains(word), "\(word)")
        }
        #expect(!frame.contains(/\ on[a-z]+=/))
    }

    /// No text lies on another one, and each is inside a box or outside of all.
    static func checkTexts(of picture: Picture) {
        let (texts, boxes) = (picture.texts, picture.boxes)
        for (one, text) in texts.enumerated() {
            for other in texts[(one + 1)...] where other.place.overlaps(text.place) {
                Issue.record("'\(text.text)' lies on '\(other.text)'")
            }
            for box in boxes where box.overlaps(text.place) && !box.contains(text.place) {
                Issue.record("'\(text.text)' leaves its box")
            }
        }
    }

    @Test(arguments: 1...20) func `of any workflow can be read`(_ seed: Int) throws {
        let workflow = try Samples.random(seed: UInt64(seed + 100), states: 4 + seed, transitions: seed * 3, tails: 4)
        let picture = try Picture(Diagram(workflow, language: .indonesian).svg)
        #expect(picture.places.allSatisfy { picture.view.contains($0) })
        Self.checkTexts(of: picture)
    }

    @Test func `is drawn of every file that is shipped`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Samples.directory)
        #expect(files.filter { $0.hasSuffix(".yaml") }.sorted() == Samples.shipped.map { $0 + ".yaml" })
    }

    @Test(arguments: Samples.shipped) func `is the same every time`(_ name: String) throws {
        let sample = Sample(name: name, language: .indonesian, top: .counts)
        #expect(try sample.svg() == sample.svg())
    }

    @Test(arguments: Samples.shipped) func `names every state and transition`(_ name: String) throws {
        let workflow = try Samples.workflow(name)
        let picture = try Picture(Diagram(workflow, language: .english).svg)
        let hints = picture.elements.filter { $0.name == "title" }.map(\.text)
        for state in workflow.states {
            #expect(hints.contains { $0 == state.id || $0.hasPrefix(state.id + ";") })
            #expect(picture.texts.contains { $0.text == state.id })
        }
        for transition in workflow.transitions { #expect(hints.contains { $0.hasPrefix(transition.name + ": ") }) }
        #expect(picture.count("rect", withClass: "rim") == workflow.states.count(where: \.isFinal) + 1)
        #expect(picture.count("circle", withClass: "head") == 2)
        #expect(
            (picture.count("path", withClass: "automatic") > 0) == workflow.transitions.contains(where: \.isAutomatic))
    }

    @Test(arguments: Language.allCases) func `survives every label`(_ language: Language) throws {
        let svg = Diagram(try Samples.hostile(), language: language).svg
        let picture = try Picture(svg)
        #expect(picture.places.allSatisfy { picture.view.contains($0) })
        Self.checkTexts(of: picture)
        #expect(!picture.elements.contains { $0.name == "script" })
        #expect(!svg.unicodeScalars.contains { $0.isUnsafeInMarkup && $0 != "\n" })
        #expect(picture.texts.contains { $0.text == "<script>alert(1)</script>" })
    }

    @Test func `of nothing, of strangers and of loops is still a picture`() throws {
        var workflow = try Samples.workflow("bill")
        workflow.transitions[0].from = ["nobody", "issued", "issued"]
        workflow.transitions[1].to = "nowhere"
        workflow.transitions[2].to = workflow.transitions[2].from[0]
        workflow.initial = "nobody"
        let svg = Diagram(workflow, language: .english, overlay: .path([], current: "nobody")).svg
        Self.checkTexts(of: try Picture(svg))
        #expect(svg.contains("Order payment → Payment requested"))
        workflow.states.append(workflow.states[0])
        _ = try Picture(Diagram(workflow, language: .english).svg)
        workflow.states = []
        #expect(try Picture(Diagram(workflow, language: .english).svg).boxes.isEmpty)
    }

    @Test func `of a monster is drawn with as many arrows as can be followed`() throws {
        let workflow = try Samples.random(seed: 5, states: 200, transitions: 1_000, tails: 5)
        let plan = Plan(Chart(workflow, language: .indonesian, overlay: .none))
        `A layout`.check(plan)
        var ends: [Int: Int] = [:]
        for arrow in plan.selection.arrows { for end in arrow.sources + [arrow.target] { ends[end, default: 0] += 1 } }
        #expect(ends.values.max() ?? 0 <= 8)
        #expect(
            Set(`The choice of arrows`.steps(of: plan.selection, in: plan.chart))
                == `The choice of arrows`.steps(of: workflow))
    }

    // MARK: What lies on top

    @Test func `shows how many papers stand where`() throws {
        let counts = ["initiated": Diagram.Count(total: 12, overdue: 3), "review": .init(total: 4, overdue: 0)]
        let workflow = try Samples.workflow("jamsostek")
        let picture = try Picture(Diagram(workflow, language: .english, overlay: .counts(counts)).svg)
        let texts = picture.texts.map(\.text)
        #expect(["12", "3 overdue", "4"].allSatisfy(texts.contains))
        #expect(!texts.contains("0 overdue"))
        // Two of each in the legend and the cards.
        #expect(picture.count("rect", withClass: "total") == 3)
        #expect(picture.count("rect", withClass: "overdue") == 2)
        #expect(picture.count("rect", withClass: "heat") == 2)
    }

    @Test func `shows the way of one paper`() throws {
        let steps = [
            try Samples.move("initiated", "submit", "review"),
            try Samples.move("review", "send-back-to-initiated", "initiated"),
            try Samples.move("initiated", "cancel", "cancelled"),
        ]
        let workflow = try Samples.workflow("jamsostek")
        let picture = try Picture(
            Diagram(workflow, language: .english, overlay: .path(steps, current: "cancelled")).svg)
        #expect(picture.count("path", withClass: "line") > 0)
        // Two arrows and the legend; the third move is written in two cards.
        #expect(picture.elements.count { $0.attributes["class"] == "line taken" } == 3)
        #expect(
            picture.elements.filter { $0.name == "text" && ($0.attributes["class"] ?? "").hasSuffix(" taken") }
                .map(\.text) == [
                    "Submit to TKKSD", "Send back to the initiator", "Cancel → Cancelled", "Cancel ← 8 states",
                ])
        #expect(picture.elements.count { $0.attributes["class"] == "box passed" } == 2)
        // The card and the legend.
        #expect(picture.elements.count { $0.attributes["class"] == "box current" } == 2)
        #expect(picture.elements.count { $0.attributes["class"] == "box untouched" } == workflow.states.count - 3)
    }

    @Test func `shows what is new, gone and different`() throws {
        let old = try Samples.workflow("addendum")
        var new = old
        let initiated = try #require(new.states.firstIndex { $0.id == "initiated" })
        let negotiation = try #require(new.states.firstIndex { $0.id == "negotiation" })
        let superseded = try #require(new.states.firstIndex { $0.id == "superseded" })
        new.states[initiated].sla = Span(12, .kerja)
        new.states[negotiation].label = Bilingual(id: "Bahas", en: "Talks")
        new.states[superseded].id = "replaced"
        for index in new.transitions.indices where new.transitions[index].to == "superseded" {
            new.transitions[index].to = "replaced"
        }
        let submit = try #require(new.transitions.firstIndex { $0.name == "submit" })
        new.transitions[submit].by.append(.tkksd)
        let finalise = try #require(new.transitions.firstIndex { $0.name == "finalise" })
        new.transitions[finalise].requirements = []
        let chart = Chart(new, language: .english, overlay: .comparison(before: old))
        var states: [String: Chart.Change] = [:]
        for state in chart.states where state.change != .none { states[state.id] = state.change }
        #expect(states == ["initiated": .changed, "negotiation": .changed, "replaced": .added, "superseded": .removed])
        #expect(
            chart.states.first { $0.id == "initiated" }?.details == [
                "SLA: \(old.states[initiated].sla.map { "\($0)" } ?? "") → 12 kerja"
            ])
        #expect(chart.states.first { $0.id == "negotiation" }?.details == ["label: Negotiation → Talks"])
        #expect(
            chart.states.firstIndex { $0.id == "superseded" }
                == chart.states.firstIndex { $0.id == "terminated" }.map { $0 + 1 })
        let lines = chart.moves.flatMap(\.lines).filter { $0.change != .none }
        #expect(
            Set(lines.map { "\($0.name) \($0.change)" }) == [
                "submit changed", "finalise changed", "supersede added", "supersede removed",
            ])
        #expect(lines.first { $0.name == "submit" }?.text.hasSuffix("(roles)") == true)
        #expect(lines.first { $0.name == "finalise" }?.text.hasSuffix("(guards)") == true)
        let picture = try Picture(Diagram(new, language: .english, overlay: .comparison(before: old)).svg)
        let texts = picture.texts.map(\.text)
        // Marks besides the colours, in the cards and in the legend.
        #expect(
            ["+ Superseded", "− Superseded", "~ Talks", "+ new", "− removed", "~ changed"].allSatisfy(texts.contains))
    }

    @Test(arguments: Samples.shipped) func `finds no difference between a file and itself`(_ name: String) throws {
        let workflow = try Samples.workflow(name)
        let chart = Chart(workflow, language: .indonesian, overlay: .comparison(before: workflow))
        #expect(chart.states.allSatisfy { $0.change == .none })
        #expect(chart.moves.flatMap(\.lines).allSatisfy { $0.change == .none })
    }
}
