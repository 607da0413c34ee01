import Agreements
import Diagrams
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Workflows

/// The rules in force: each as a picture, a table and a text, and what a proposed file would change.
struct WorkflowPages {
    let pages: Pages

    private static let root = "/operations/workflows"
    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("operations/workflows") { _, context in try await list(context) }
        router.post("operations/workflows/check") { _, context in try await check(context) }
        router.get("operations/workflows/:id") { _, context in try await page(try workflow(context), context) }
        router.get("operations/workflows/:id/diagram.svg", use: diagram)
    }

    private func workflow(_ context: PageContext) throws -> Workflow {
        let id = try context.key()
        guard let workflow = engine.rules.current[id] else { throw EngineError.notFound(id) }
        return workflow
    }

    // MARK: All

    private struct ListModel {
        struct Row {
            var path: String
            var title: String
            var id: String
            var version: String
            var kinds: String
            var agreements: String
            /// On structures of earlier versions.
            var earlier: String?
        }

        var rows: [Row]
        var checkForm: FormModel?
        var findings: [Finding]
        var outcome: String?
        var tone: String
        var preview: [String]
    }

    private struct Finding {
        var place: String
        var sign: String
        var tone: String
        var text: String
        var fix: String?
    }

    private func list(
        _ context: PageContext, returned: ReturnedForm? = nil, _ checked: Checked? = nil
    ) async throws -> Response {
        let language = context.language
        let counts = try await engine.ledger.stateCounts(of: nil, within: context.principal.regions)
        let rows = engine.rules.current.values.sorted { $0.id < $1.id }.map { workflow in
            let own = counts.filter { $0.workflow == workflow.id }
            let earlier = own.filter { $0.structure != workflow.structureHash }.reduce(0) { $0 + $1.agreements }
            return ListModel.Row(
                path: "\(WorkflowPages.root)/\(workflow.id)", title: workflow.title.text(language), id: workflow.id,
                version: workflow.version,
                kinds: workflow.kinds.map { $0.label.text(language) }.joined(separator: ", "),
                agreements: Int64(own.reduce(0) { $0 + $1.agreements }).text(language),
                earlier: earlier == 0 ? nil : Int64(earlier).text(language))
        }
        let draw = FormDrawing(
            pages: pages, context: context,
            returned: returned ?? checked.map { _ in ReturnedForm(id: "check", refusal: FormRefusal()) })
        let model = ListModel(
            rows: rows, checkForm: context.principal.may(.previewRules) ? draw(WorkflowPages.form) : nil,
            findings: (checked?.findings ?? []).map { finding in
                Finding(
                    place: "\(finding.problem.place.line ?? 1):\(finding.problem.place.column ?? 1)",
                    sign: finding.severity == .error
                        ? context.say("salah", "error") : context.say("perhatian", "warning"),
                    tone: finding.severity == .error ? "bad" : "warn",
                    text: "\(finding.problem.text(language)) [\(finding.code.rawValue)]",
                    fix: finding.fix.id.isEmpty ? nil : finding.fix.text(language))
            }, outcome: checked?.outcome.text(language), tone: checked?.isUsable == false ? "bad" : "good",
            preview: checked?.preview.map { $0.text(language) } ?? [])
        return pages.page(
            "workflows", context.say("Alur kerja", "Workflows"), in: .operations, model, context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    // MARK: One

    private struct Model {
        struct StateRow {
            var label: String
            var id: String
            var phase: String
            var agreements: String
            var waitingOn: String
            var sla: String
        }

        struct VersionRow {
            var structure: String
            var loaded: String
            var agreements: String
            var isInForce: Bool
            var comparison: String?
        }

        struct MatrixRow {
            var label: String
            var cells: [Cell]
        }

        struct Cell { var isAllowed: Bool }

        var path: String
        var heading: String
        var id: String
        var version: String
        var dwell: String
        var states: [StateRow]
        var versions: [VersionRow]
        var roles: [String]
        var matrix: [MatrixRow]
        var source: String
    }

    private func page(_ workflow: Workflow, _ context: PageContext) async throws -> Response {
        let language = context.language
        let counts = try await engine.ledger.stateCounts(of: workflow.id, within: context.principal.regions)
        func count(_ matches: (StateCount) -> Bool) -> String {
            Int64(counts.filter(matches).reduce(0) { $0 + $1.agreements }).text(language)
        }
        let path = "\(WorkflowPages.root)/\(workflow.id)"
        let matrix = RoleMatrix(workflow, language: language)
        var seen: Set<String> = []
        let texts = try await engine.ledger.workflowTexts().filter { $0.id == workflow.id }.sorted {
            $0.loadedAt > $1.loadedAt
        }
        let model = Model(
            path: path, heading: workflow.title.text(language), id: workflow.id, version: workflow.version,
            dwell: DwellPicture.svg(
                of: workflow, dwell: try await engine.dwellTimes(for: context.principal),
                tallies: try await engine.tallies(for: context.principal), language: language),
            states: workflow.states.map { state in
                .init(
                    label: state.label.text(language), id: state.id, phase: state.phase.label.text(language),
                    agreements: count { $0.state == state.id },
                    waitingOn: state.waitingOn.map { $0.label.text(language) }.joined(separator: ", "),
                    sla: state.sla.map { $0.text(language) } ?? "–")
            },
            versions: texts.filter { seen.insert($0.structure).inserted }.map { text in
                let isInForce = text.structure == workflow.structureHash
                return .init(
                    structure: String(text.structure.prefix(12)), loaded: pages.text(text.loadedAt, context),
                    agreements: count { $0.structure == text.structure }, isInForce: isInForce,
                    comparison: isInForce ? nil : "\(path)/diagram.svg?against=\(text.structure.prefix(12))")
            }, roles: matrix.roles.map { $0.label.text(language) },
            matrix: matrix.rows.map { .init(label: $0.label, cells: $0.isAllowed.map { .init(isAllowed: $0) }) },
            source: workflow.text)
        return pages.page("workflow", model.heading, in: .operations, model, context)
    }

    @Sendable private func diagram(_ request: Request, _ context: PageContext) async throws -> Response {
        let workflow = try workflow(context)
        let query = Query(request)
        let before = query.text("against")
        try query.finish()
        if let before {
            guard let other = engine.rules.workflow(structurePrefix: before, of: workflow.id) else {
                throw EngineError.notFound(before)
            }
            return .svg(Diagram(workflow, language: context.language, overlay: .comparison(before: other)).svg)
        }
        let counts = try await engine.ledger.stateCounts(of: workflow.id, within: context.principal.regions)
        let totals = Dictionary(grouping: counts, by: \.state).mapValues { states in
            Diagram.Count(total: states.reduce(0) { $0 + $1.agreements }, overdue: 0)
        }
        return .svg(Diagram(workflow, language: context.language, overlay: .counts(totals)).svg)
    }

    // MARK: A proposed file

    private struct Checked {
        var findings: [WorkflowFinding]
        var isUsable: Bool
        var outcome: Bilingual
        var preview: [Bilingual] = []
    }

    private static let form = Form(
        id: "check", action: root + "/check",
        title: Bilingual(id: "Periksa berkas alur", en: "Check a workflow file"),
        button: Bilingual(id: "Periksa", en: "Check"),
        fields: [
            Form.Field("yaml", Bilingual(id: "Isi berkas (YAML)", en: "The file's text (YAML)"), .source),
            Form.Field(
                "replay",
                Bilingual(id: "Jalankan juga semua riwayat yang tercatat", en: "Also run every recorded history"),
                .flag, isRequired: false),
        ],
        hint: Bilingual(
            id: "Tidak ada yang diubah: berkas hanya dibaca, diperiksa, dan dibandingkan.",
            en: "Nothing is changed: the file is only read, checked and compared."))

    private func check(_ context: PageContext) async throws -> Response {
        var checked: Checked?
        let refusal = try await pages.carryOut(
            WorkflowPages.form, context,
            reading: { map, _ in
                let replays = map.optionalBool("replay") ?? false
                return map.text("yaml").map { ($0, replays) }
            },
            doing: { asked, circumstances in
                checked = try await check(asked.0, replays: asked.1, for: circumstances.principal)
            })
        return try await list(context, returned: refusal.map { ReturnedForm(id: "check", refusal: $0) }, checked)
    }

    private func check(_ text: String, replays: Bool, for principal: Principal) async throws -> Checked {
        let (workflow, findings) = try await engine.check(text, named: "-", for: principal)
        let errors = findings.count { $0.severity == .error }
        guard let workflow, errors == 0 else {
            return Checked(
                findings: findings, isUsable: false,
                outcome: Bilingual(
                    id: "\(errors) kesalahan: berkas ini tidak dapat dipakai",
                    en: "\(errors) errors: the file cannot be used"))
        }
        var checked = Checked(
            findings: findings, isUsable: true,
            outcome: Bilingual(
                id: "'\(workflow.id)' versi \(workflow.version) dapat dipakai",
                en: "'\(workflow.id)' version \(workflow.version) can be used"))
        do {
            checked.preview = sentences(
                try await engine.preview(text, of: workflow.id, replays: replays, for: principal))
        } catch let error as DocumentError {
            checked.isUsable = false
            checked.outcome = error.message
        }
        return checked
    }

    private func sentences(_ preview: WorkflowPreview) -> [Bilingual] {
        let reminders = preview.reminders
        var lines = [
            preview.changesStructure
                ? Bilingual(
                    id:
                        "Struktur berubah: perjanjian baru memakai yang baru, yang berjalan tetap pada yang lama sampai dipindahkan.",
                    en:
                        "The structure changes: new agreements begin under it, running ones keep theirs until they are migrated."
                )
                : Bilingual(id: "Struktur sama.", en: "The structure stays."),
            preview.changesPolicy
                ? Bilingual(id: "Label, batas waktu atau pengingat berubah.", en: "Labels, limits or reminders change.")
                : Bilingual(id: "Tidak ada yang lain berubah.", en: "Nothing else changes."),
            Bilingual(
                id:
                    "Pengingat: \(reminders.moved) bergeser, \(reminders.dropped) hilang, \(reminders.added) bertambah, \(reminders.late) terlambat.",
                en:
                    "Reminders: \(reminders.moved) moved, \(reminders.dropped) dropped, \(reminders.added) added, \(reminders.late) late."
            ),
        ]
        for (state, agreements) in preview.nowhere.sorted(by: { $0.key < $1.key }) {
            let names = agreements.prefix(10).joined(separator: ", ")
            lines.append(
                Bilingual(
                    id: "Keadaan '\(state)' tidak ada lagi; \(agreements.count) perjanjian berada di sana: \(names)",
                    en: "The state '\(state)' is gone; \(agreements.count) agreements are in it: \(names)"))
        }
        guard let replay = preview.replay else { return lines }
        lines.append(
            Bilingual(
                id:
                    "Riwayat: \(replay.steps) langkah dari \(replay.agreements) perjanjian, \(replay.refusals.count) akan ditolak.",
                en:
                    "Histories: \(replay.steps) steps of \(replay.agreements) agreements, \(replay.refusals.count) would be refused."
            ))
        return lines
            + replay.refusals.prefix(50).map { refusal in
                Bilingual(
                    id:
                        "\(refusal.agreement), \(refusal.transition), \(refusal.on.indonesian): \(refusal.why.map(\.id).joined(separator: "; "))",
                    en:
                        "\(refusal.agreement), \(refusal.transition), \(refusal.on.english): \(refusal.why.map(\.en).joined(separator: "; "))"
                )
            }
    }
}
