import Agreements
import Calendars
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Workflows

/// All agreements: a board by phase, a table that is found, filtered and kept, and steps taken for many at once.
struct AgreementListPages {
    private static let rowsMax = 50
    private static let cardsMax = 8

    let pages: Pages

    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("agreements", use: list)
        router.get("agreements/board", use: board)
        router.post("agreements/views", use: keep)
        router.post("agreements/bulk", use: bulk)
    }

    private struct Row {
        /// As a step for many names it.
        var item: String
        var isChosen: Bool
        var path: String
        var title: String
        var ref: String
        var region: String
        var state: String
        var phase: String
        var waiting: String
        var deadline: String
        var isLate: Bool
        var until: String
        var findings: Int
    }

    private struct ViewRow {
        var path: String
        var name: String
    }

    private struct ListModel {
        var filters: [ListPage.Filter]
        /// The filters as they stand, to be kept or taken along.
        var query: String
        var rows: [Row]
        var views: [ViewRow]
        var next: String?
        var formToken: String
        var steps: [FormModel.Option]
        var hasSteps: Bool
        /// What was typed beside the step.
        var remark: String
        var mayCreate: Bool
        var error: String?
    }

    private func row(_ agreement: Agreement, _ context: PageContext) -> Row {
        let rules = engine.rules
        let language = context.language
        let facts = rules.facts(agreement, at: engine.clock.now())
        let workflow = rules.workflow(of: agreement)
        let state = workflow?.state(agreement.state)
        let deadline = state.flatMap { workflow?.deadline(of: $0, facts) }
        let item = "\(agreement.id)@\(agreement.version)"
        return Row(
            item: item, isChosen: context.input["agreement"].contains(item), path: "/agreements/\(agreement.id)",
            title: agreement.title, ref: agreement.ref ?? agreement.id.rawValue,
            region: rules.reference.regions[agreement.region]?.name ?? agreement.region,
            state: workflow?.label(agreement.state).text(language) ?? agreement.state,
            phase: agreement.phase.label.text(language),
            waiting: (workflow?.waitingOn(agreement) ?? []).map { $0.label.text(language) }.joined(separator: ", "),
            deadline: deadline?.text(language) ?? "–", isLate: deadline.map { $0 < facts.today } ?? false,
            until: agreement.validUntil?.text(language) ?? "–",
            findings: agreement.findings(rules.reference, today: facts.today).count {
                agreement.resolution(of: $0) == nil
            })
    }

    // MARK: The table

    @Sendable private func list(_ request: Request, _ context: PageContext) async throws -> Response {
        try await list(query: request.uri.query ?? "", Query(form: request), context)
    }

    /// The list around a form that came back, as it was.
    private func list(_ context: PageContext, refusal: FormRefusal) async throws -> Response {
        let texts =
            refusal.errors.map { $0.text(context.language) } + refusal.problems.map { $0.text(context.language) }
        let query = context.path.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
        return try await list(query: query, Query(form: query), context, error: texts.joined(separator: "; "))
    }

    private func list(
        query text: String, _ query: Query, _ context: PageContext, error: String? = nil
    ) async throws -> Response {
        let head = try await engine.ledger.head()?.seq ?? 0
        var wanted = try AgreementQuery(query)
        wanted.limit = AgreementListPages.rowsMax
        let found = try await engine.find(wanted, for: context.principal)
        let kept = AgreementListPages.withoutCursor(text)
        let steps = self.steps(of: found.agreements, context)
        let views = try await engine.savedViews(of: context.principal)
        let model = ListModel(
            filters: filters(wanted, context), query: kept, rows: found.agreements.map { row($0, context) },
            views: views.map { ViewRow(path: "/agreements?\($0.query)", name: $0.name) },
            next: found.next.map { next in
                "/agreements?\(kept)\(kept.isEmpty ? "" : "&")cursor=\(next.asQueryValue)"
            }, formToken: context.signedIn.formToken, steps: steps, hasSteps: !steps.isEmpty,
            remark: context.input.text("reason"), mayCreate: context.principal.may(.create), error: error)
        let title = Section.agreements.label.text(context.language)
        return pages.page(
            "agreements", title, in: .agreements, model, context, news: .init(after: head),
            status: error == nil ? .ok : .unprocessableContent)
    }

    private func filters(_ wanted: AgreementQuery, _ context: PageContext) -> [ListPage.Filter] {
        let language = context.language
        let say = context.say
        func all<Kind: CaseIterable & RawRepresentable>(
            _ name: String, _ label: String, _ value: Kind?, _ text: (Kind) -> Bilingual
        ) -> ListPage.Filter where Kind.RawValue == String {
            .chosen(
                name, label, value?.rawValue ?? "",
                from: [("", say("semua", "all"))] + Kind.allCases.map { ($0.rawValue, text($0).text(language)) })
        }
        var filters: [ListPage.Filter] = [
            .typed("q", say("Cari", "Find"), wanted.text ?? "", "search"),
            all("phase", say("Tahap", "Phase"), wanted.phase, \.label),
            all("kind", say("Jenis", "Kind"), wanted.kind, \.label),
            all("waiting_on", say("Menunggu", "Waiting for"), wanted.waitingOn, \.label),
            .typed("region", say("Kode daerah", "Code of the region"), wanted.region ?? ""),
            .typed("ends_before", say("Berakhir sebelum", "Ends before"), wanted.endsBefore?.description ?? "", "date"),
            .chosen(
                "sort", say("Urut", "Order"), wanted.order.rawValue,
                from: AgreementOrder.allCases.map { ($0.rawValue, $0.label.text(language)) }),
        ]
        // These are asked by links from elsewhere: they stand here to be seen, carried along and taken away.
        if let state = wanted.state {
            let label = engine.rules.current.values.lazy.compactMap { $0.state(state) }.first?.label.text(language)
            filters.append(
                .chosen(
                    "state", say("Keadaan", "State"), state, from: [("", say("semua", "all")), (state, label ?? state)])
            )
        }
        if let awaited = wanted.awaiting {
            let says = engine.rules.current.values.lazy.flatMap(\.transitions).flatMap(\.requirements)
                .first { $0.id == awaited }?.say.text(language)
            filters.append(
                .chosen(
                    "unmet", say("Yang kurang", "Missing"), awaited,
                    from: [("", say("semua", "all")), (awaited, says ?? awaited)]))
        }
        return filters
    }

    /// The steps that the reader's office takes from the states that are shown.
    private func steps(of agreements: [Agreement], _ context: PageContext) -> [FormModel.Option] {
        var seen: Set<String> = []
        return agreements.flatMap { agreement in
            engine.rules.workflow(of: agreement)?.transitions(from: agreement.state) ?? []
        }.filter { !$0.isAutomatic && $0.allows(context.principal.role) && seen.insert($0.name).inserted }
            .map { step in
                FormModel.Option(
                    value: step.name, label: step.label.text(context.language),
                    isChosen: step.name == context.input.text("transition"))
            }
    }

    /// Empty fields of the filter say nothing, and a kept view begins at its beginning.
    private static func withoutCursor(_ query: String) -> String {
        query.split(separator: "&").filter { !$0.hasPrefix("cursor=") && !$0.hasSuffix("=") }.joined(separator: "&")
    }

    // MARK: The board

    private struct BoardModel {
        struct Column {
            var name: String
            var count: String
            var path: String
            var states: [String]
            var cards: [Row]
        }

        var columns: [Column]
    }

    @Sendable private func board(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let region = query.text("region").map(engine.rules.reference.regions.code)
        try query.finish()
        let head = try await engine.ledger.head()?.seq ?? 0
        let tallies = try await engine.tallies(for: context.principal, region: region)
        var columns: [BoardModel.Column] = []
        for phase in Phase.allCases {
            var wanted = AgreementQuery()
            (wanted.phase, wanted.region, wanted.order) = (phase, region, .deadline)
            wanted.limit = AgreementListPages.cardsMax
            let found = try await engine.find(wanted, for: context.principal).agreements
            let own = tallies.filter { $0.phase == phase }
            let labels = Dictionary(grouping: own) { tally in
                engine.rules.current[tally.workflow]?.label(tally.state).text(context.language) ?? tally.state
            }.mapValues { $0.reduce(0) { $0 + $1.agreements } }
            columns.append(
                .init(
                    name: phase.label.text(context.language),
                    count: Int64(own.reduce(0) { $0 + $1.agreements }).text(context.language),
                    path: "/agreements?phase=\(phase.rawValue)&sort=deadline" + (region.map { "&region=\($0)" } ?? ""),
                    states: labels.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { label, count in
                        "\(label): \(Int64(count).text(context.language))"
                    }, cards: found.map { row($0, context) }))
        }
        let title = Section.agreements.label.text(context.language)
        return pages.page(
            "board", title, in: .agreements, BoardModel(columns: columns), context, news: .init(after: head))
    }

    // MARK: Views

    @Sendable private func keep(_ request: Request, _ context: PageContext) async throws -> Response {
        if !context.input.text("delete").isEmpty {
            try await engine.deleteView(context.input.text("delete"), of: context.principal)
            return pages.done("/agreements")
        }
        let refusal = try await pages.carryOut(
            AgreementListPages.viewForm, context,
            reading: { map, _ in
                let query = map.optionalText("query") ?? ""
                return map.text("name").map { SavedView(name: $0, query: query) }
            }, doing: { view, _ in try await engine.save(view, of: context.principal) })
        if let refusal { return try await list(context, refusal: refusal) }
        return pages.done("/agreements?\(context.input.text("query"))")
    }

    private static let viewForm = Form(
        id: "keep", action: "/agreements/views", title: Bilingual(id: "Simpan tampilan ini", en: "Keep this view"),
        button: Bilingual(id: "Simpan", en: "Keep"),
        fields: [Form.Field("name", Bilingual(id: "Nama", en: "Name"), .text), .hidden("query", "")])

    // MARK: Many at once

    private struct BulkModel {
        struct Result {
            var path: String
            var title: String
            var outcome: String
            var isDone: Bool
        }

        var step: String
        var results: [Result]
        /// What confirms it; nil once it is done.
        var confirmation: FormModel?
        var summary: String
    }

    private func bulkForm(_ label: Bilingual, button: Bilingual, _ input: FormInput) -> Form {
        Form(
            id: "bulk", action: "/agreements/bulk", title: label, button: button,
            fields: [
                .hidden("transition", input.text("transition")), .hidden("reason", input.text("reason")),
                .hidden("confirmed", "true"), Form.Field("agreement", label, .choices([]), isRequired: false),
            ])
    }

    /// The first sending only looks, and says what would become of each; the second does it.
    @Sendable private func bulk(_ request: Request, _ context: PageContext) async throws -> Response {
        let input = context.input
        let isConfirmed = input.text("confirmed") == "true"
        let step = input.text("transition")
        let language = context.language
        let say = context.say
        guard !input["agreement"].isEmpty, !step.isEmpty else {
            let what = Bilingual(id: "pilih perjanjian dan langkahnya", en: "choose agreements and a step")
            return try await list(context, refusal: FormRefusal(errors: [what]))
        }
        var results: [BulkResult] = []
        let asked = bulkForm(Bilingual(id: step, en: step), button: Bilingual(id: "", en: ""), input)
        let refusal = try await pages.carryOut(asked, context, reading: AgreementListPages.bulk) {
            wish, circumstances in
            results = try await engine.advance(many: wish.items, wish.step, dryRun: !isConfirmed, circumstances)
        }
        if let refusal { return try await list(context, refusal: refusal) }
        let fit = results.filter(\.isDone)
        let label =
            results.lazy.compactMap { $0.record }.compactMap { self.engine.rules.workflow(of: $0) }
            .flatMap(\.transitions).first { $0.name == step }?.label.text(language) ?? step
        var form = bulkForm(
            Bilingual(id: label, en: label),
            button: Bilingual(id: "Lakukan untuk \(fit.count)", en: "Do it for \(fit.count)"), input)
        form.fields.removeLast()
        var confirmation = isConfirmed || fit.isEmpty ? nil : pages.model(form, context)
        confirmation?.hidden += fit.map { .init(name: "agreement", value: "\($0.agreement)@\($0.seen ?? 0)") }
        let model = BulkModel(
            step: label,
            results: results.map { result in
                .init(
                    path: "/agreements/\(result.record?.id.rawValue ?? result.agreement)",
                    title: result.record?.title ?? result.agreement,
                    outcome: result.refusal?.message.text(language)
                        ?? (isConfirmed ? say("dilakukan", "done") : say("bisa", "possible")), isDone: result.isDone)
            }, confirmation: confirmation,
            summary: isConfirmed
                ? say("\(fit.count) dari \(results.count) dilakukan.", "\(fit.count) of \(results.count) done.")
                : say(
                    "\(fit.count) dari \(results.count) bisa; belum ada yang diubah.",
                    "\(fit.count) of \(results.count) possible; nothing has been changed yet."))
        return pages.page("bulk", label, in: .agreements, model, context)
    }

    /// Reads a step for many as strictly as the API does.
    private static func bulk(
        _ map: MapReader, _ problems: Problems
    ) -> (step: BulkAdvance, items: [BulkAdvance.Item])? {
        _ = map.optional("confirmed")
        let reason = map.optionalText("reason")
        let items = map.list("agreement", max: Engine.bulkMax, problems).compactMap { problems.text($0) }.map { text in
            let parts = text.split(separator: "@", maxSplits: 1)
            return BulkAdvance.Item(
                agreement: parts.first.map(String.init) ?? "", version: parts.dropFirst().first.flatMap { Int($0) })
        }
        return map.text("transition").map { (BulkAdvance(transition: $0, reason: reason), items) }
    }
}

extension AgreementOrder {
    var label: Bilingual {
        switch self {
        case .created: Bilingual(id: "urutan dicatat", en: "as entered")
        case .deadline: Bilingual(id: "tenggat", en: "deadline")
        case .validUntil: Bilingual(id: "akhir masa berlaku", en: "end of the term")
        case .title: Bilingual(id: "judul", en: "title")
        case .people: Bilingual(id: "jumlah orang", en: "people")
        }
    }
}
