import Agreements
import Calendars
import Courier
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Webhooks

/// Webhook endpoints: how each does, what it was told, and what is changed there.
struct EndpointPages {
    let pages: Pages
    let deliveries: DeliveryService

    private var engine: Engine { pages.engine }

    private enum Act: String, CaseIterable {
        case change
        case toggle = "switch"
        case rotate, test, verify, replay
        case replayConfirmed = "replay-confirmed"
        case delete
    }

    func add(to router: PageGroup) {
        router.get("operations/webhooks") { _, context in try await list(context) }
        router.post("operations/webhooks") { _, context in try await create(context) }
        router.get("operations/webhooks/:id") { request, context in
            let query = Query(request)
            let selection = EndpointPageMaker.Selection(
                after: query.text("after"), onlyFailed: query.choice("state") == Delivery.State.failed,
                event: query.integer("event", in: 1...Int64.max))
            try query.finish()
            return try await page(try endpoint(context), context, selection)
        }
        router.get("operations/webhooks/:id/delete") { _, context in confirmDeletion(try endpoint(context), context) }
        for act in Act.allCases {
            router.post("operations/webhooks/:id/\(act.rawValue)") { _, context in
                try await self.act(act, on: try endpoint(context), context)
            }
        }
        router.post("operations/webhooks/:id/replays/:replay/cancel") { _, context in
            let endpoint = try endpoint(context)
            _ = try await engine.cancelReplay(try context.key("replay"), of: endpoint.id, for: context.principal)
            return pages.done(EndpointForms.path(endpoint))
        }
    }

    private func endpoint(_ context: PageContext) throws -> WebhookEndpoint {
        try engine.endpoint(try context.key(), for: context.principal)
    }

    private func forms(_ context: PageContext) -> EndpointForms {
        EndpointForms(mayAllow: context.principal.role == .admin)
    }

    // MARK: Reading

    private struct ListModel {
        struct Row {
            var path: String
            var name: String
            var state: String
            var tone: String
            var events: String
            var open: String
            var failed: String
            var success: String
            var troubles: [String]
        }

        var rows: [Row]
        var createForm: FormModel
    }

    private func list(_ context: PageContext, returned: ReturnedForm? = nil) async throws -> Response {
        let rows = try await engine.standings(deliveries, for: context.principal).map { standing in
            ListModel.Row(
                path: EndpointForms.path(standing.endpoint), name: standing.name,
                state: standing.state.text(context.language), tone: standing.tone,
                events: standing.endpoint.filter.events.joined(separator: ", "),
                open: UndeliveredCount.text(standing.undelivered.open, context.language),
                failed: UndeliveredCount.text(standing.undelivered.failed, context.language),
                success: standing.health.lastSuccessAt.map { pages.text($0, context) } ?? "–",
                troubles: standing.troubles { pages.text($0, context) }.map { $0.text(context.language) })
        }
        let draw = FormDrawing(pages: pages, context: context, returned: returned)
        return pages.page(
            "endpoints", "Webhook", in: .operations, ListModel(rows: rows, createForm: draw(forms(context).create)),
            context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    private func page(
        _ endpoint: WebhookEndpoint, _ context: PageContext, _ selection: EndpointPageMaker.Selection = .init(),
        returned: ReturnedForm? = nil
    ) async throws -> Response {
        let maker = EndpointPageMaker(
            pages: pages, deliveries: deliveries, endpoint: endpoint, context: context, forms: forms(context),
            draw: FormDrawing(pages: pages, context: context, returned: returned))
        return pages.page(
            "endpoint", endpoint.url ?? endpoint.id, in: .operations, try await maker.model(selection), context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    // MARK: Writing

    private func create(_ context: PageContext) async throws -> Response {
        let form = forms(context).create
        var made: WebhookEndpoint?
        let refusal = try await pages.carryOut(
            form, context, reading: { forms(context).wish($0, $1, isNew: true) },
            doing: { wish, circumstances in made = try await engine.createEndpoint(wish, circumstances) })
        guard let made, refusal == nil else {
            return try await list(context, returned: refusal.map { ReturnedForm(id: form.id, refusal: $0) })
        }
        return secret(of: made, context)
    }

    /// The one page on which a secret ever stands.
    private func secret(of endpoint: WebhookEndpoint, _ context: PageContext) -> Response {
        let key = endpoint.secrets.signing.first.flatMap { try? WebhookKey($0.text) }
        return pages.answer(
            AnswerPage(
                back: back(endpoint), heading: context.say("Rahasia webhook", "The webhook's secret"),
                lines: [
                    key?.publicText == nil
                        ? context.say(
                            "Salin sekarang ke penerima: tidak akan ditunjukkan lagi.",
                            "Copy it to the receiver now: it is not shown again.")
                        : context.say(
                            "Kunci publik ini diberikan kepada penerima; kunci rahasianya tidak pernah keluar.",
                            "Give this public key to the receiver; the secret one never leaves.")
                ], secret: key.map { $0.publicText ?? $0.text }), context)
    }

    private func back(_ endpoint: WebhookEndpoint) -> AnswerPage.Back {
        .init(path: EndpointForms.path(endpoint), label: endpoint.url ?? endpoint.id)
    }

    private func act(_ act: Act, on endpoint: WebhookEndpoint, _ context: PageContext) async throws -> Response {
        switch act {
        case .change:
            return try await carryOut(forms(context).change(endpoint), on: endpoint, context) {
                forms(context).wish($0, $1, isNew: false)
            } doing: {
                _ = try await engine.changeEndpoint(endpoint.id, $0, $1)
            }
        case .toggle:
            return try await carryOut(forms(context).toggle(endpoint), on: endpoint, context) { map, _ in
                var wish = EndpointWish()
                wish.enabled = map.text("enabled").map { $0 == "true" }
                return wish
            } doing: {
                _ = try await engine.changeEndpoint(endpoint.id, $0, $1)
            }
        case .rotate: return try await rotate(endpoint, context)
        case .test: return try await test(endpoint, context)
        case .verify: return await verify(endpoint, context)
        case .replay: return try await countReplay(endpoint, context)
        case .replayConfirmed:
            return try await carryOut(forms(context).replay(endpoint), on: endpoint, context) {
                EndpointForms.replayWish($0, $1, pages.zone(context))
            } doing: {
                _ = try await engine.beginReplay($0, to: endpoint.id, $1)
            }
        case .delete:
            try await engine.deleteEndpoint(endpoint.id, for: context.principal)
            return pages.done(EndpointForms.root)
        }
    }

    private func carryOut<Value>(
        _ form: Form, on endpoint: WebhookEndpoint, _ context: PageContext,
        reading: (MapReader, Problems) throws -> Value?, doing act: (Value, Circumstances) async throws -> Void
    ) async throws -> Response {
        guard let refusal = try await pages.carryOut(form, context, reading: reading, doing: act) else {
            return pages.done(EndpointForms.path(endpoint))
        }
        return try await page(endpoint, context, returned: ReturnedForm(id: form.id, refusal: refusal))
    }

    private func rotate(_ endpoint: WebhookEndpoint, _ context: PageContext) async throws -> Response {
        let form = forms(context).rotate(endpoint)
        var rotated: WebhookEndpoint?
        let refusal = try await pages.carryOut(
            form, context, reading: { RotationWish($0, $1) },
            doing: { wish, circumstances in
                rotated = try await engine.rotateSecret(
                    of: endpoint.id, to: wish.key, overlap: wish.overlap, circumstances)
            })
        guard let rotated, refusal == nil else {
            return try await page(
                endpoint, context, returned: refusal.map { ReturnedForm(id: form.id, refusal: $0) })
        }
        return secret(of: rotated, context)
    }

    private func confirmDeletion(_ endpoint: WebhookEndpoint, _ context: PageContext) -> Response {
        let form = forms(context).delete(endpoint)
        return pages.confirm(
            form,
            endpoint.url ?? endpoint.id,
            context.say(
                "Kiriman yang belum sampai tidak akan dikirim lagi, dan rahasianya hilang.",
                "What has not arrived is never sent, and its secrets are gone."),
            back: back(endpoint), context)
    }

    // MARK: Trials

    private func test(_ endpoint: WebhookEndpoint, _ context: PageContext) async throws -> Response {
        var answer = AnswerPage(back: back(endpoint), heading: context.say("Kiriman percobaan", "A test"))
        guard endpoint.url != nil else {
            answer.lines = [
                context.say(
                    "Webhook ini hanya menarik; tidak ada alamatnya.", "This webhook only pulls; it has no address.")
            ]
            return pages.answer(answer, context)
        }
        let outcome = await EndpointVerification(endpoint, engine, deliveries).trial()
        let milliseconds = Int64(outcome.timings.totalMilliseconds).text(context.language)
        switch outcome.result {
        case .answered(let reply):
            answer.marks = [
                .init(
                    (200...299).contains(reply.status) ? .passed : .failed,
                    context.say(
                        "menjawab \(reply.status) dalam \(milliseconds) ms",
                        "answered \(reply.status) in \(milliseconds) ms"),
                    context)
            ]
        case .failed(let failure):
            answer.marks = [.init(.failed, "\(failure.kind.rawValue): \(failure.detail)", context)]
        }
        return pages.answer(answer, context)
    }

    private func verify(_ endpoint: WebhookEndpoint, _ context: PageContext) async -> Response {
        let findings = await EndpointVerification(endpoint, engine, deliveries).run()
        return pages.answer(
            AnswerPage(
                back: back(endpoint), heading: context.say("Pemeriksaan penerima", "Verification of the receiver"),
                lines: [
                    findings.contains { $0.verdict == .failed }
                        ? context.say("Ada yang harus diperbaiki penerima.", "The receiver has something to mend.")
                        : context.say("Penerima lulus.", "The receiver passes.")
                ], marks: findings.map { .init($0.verdict, "\($0.step): \($0.detail.text(context.language))", context) }
            ),
            context)
    }

    // MARK: Sending again

    private func countReplay(_ endpoint: WebhookEndpoint, _ context: PageContext) async throws -> Response {
        let form = forms(context).replay(endpoint)
        var count = 0
        let refusal = try await pages.carryOut(
            form, context, reading: { EndpointForms.replayWish($0, $1, pages.zone(context)) },
            doing: { wish, circumstances in
                count = try await engine.replayCount(wish, to: endpoint.id, for: circumstances.principal)
            })
        if let refusal {
            return try await page(endpoint, context, returned: ReturnedForm(id: form.id, refusal: refusal))
        }
        let number = Int64(count).text(context.language)
        return pages.answer(
            AnswerPage(
                back: back(endpoint), heading: context.say("Kirim ulang?", "Send again?"),
                lines: [
                    context.say(
                        "\(number) peristiwa akan dikirim ke \(endpoint.url ?? endpoint.id).",
                        "\(number) events will be sent to \(endpoint.url ?? endpoint.id).")
                ], form: count == 0 ? nil : pages.model(forms(context).confirm(endpoint, context.input), context)),
            context)
    }
}

extension AnswerPage.Mark {
    init(_ verdict: EndpointFinding.Verdict, _ text: String, _ context: PageContext) {
        switch verdict {
        case .passed: self.init(sign: "✓", word: context.say("lulus", "passed"), tone: "good", text: text)
        case .failed: self.init(sign: "✗", word: context.say("gagal", "failed"), tone: "bad", text: text)
        case .noted: self.init(sign: "·", word: context.say("catatan", "noted"), tone: "soft", text: text)
        }
    }
}
