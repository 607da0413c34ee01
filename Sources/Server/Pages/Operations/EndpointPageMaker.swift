import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Webhooks

/// What the page of one endpoint shows.
struct EndpointPageModel {
    struct KeyRow {
        var kind: String
        var standing: String
    }

    struct DeliveryRow {
        var when: String
        var event: String
        /// Why it went where, by the event's number.
        var why: String
        var subject: String
        var subjectPath: String?
        var state: String
        var tone: String
        var last: String
        var attempts: [String]
        var hasAttempts: Bool
        var next: String?
    }

    struct ReplayRow {
        var when: String
        var by: String
        var state: String
        var sent: String
        var cancelForm: FormModel?
    }

    /// Where one event went, and where not and why.
    struct Explanation {
        var event: String
        var verdicts: [String]
    }

    var path: String
    var name: String
    var state: String
    var tone: String
    var troubles: [String]
    var figures: [Fact]
    var facts: [Fact]
    var keys: [KeyRow]
    /// Forms that ask for nothing.
    var buttons: [FormModel]
    var forms: [FormModel]
    var replayForm: FormModel
    var rows: [DeliveryRow]
    var onlyFailed: Bool
    var further: String?
    var replays: [ReplayRow]
    var explanation: Explanation?
}

/// Collects it.
struct EndpointPageMaker {
    struct Selection {
        var after: String?
        var onlyFailed = false
        /// The number of an event that somebody wonders about.
        var event: Int64?
    }

    private static let rowsMax = 50
    private static let replaysMax = 10

    let pages: Pages
    let deliveries: DeliveryService
    let endpoint: WebhookEndpoint
    let context: PageContext
    let forms: EndpointForms
    let draw: FormDrawing

    private var language: Language { context.language }
    private var ledger: any Ledger { pages.engine.ledger }

    func model(_ selection: Selection) async throws -> EndpointPageModel {
        let (health, condition) = deliveries.health(of: endpoint.id)
        let undelivered =
            try await ledger.undelivered(of: [endpoint.id], limit: UndeliveredCount.countMax)[endpoint.id]
            ?? UndeliveredCount()
        let standing = EndpointStanding(
            endpoint: endpoint, health: health, condition: condition, undelivered: undelivered)
        var query = DeliveryQuery(endpoint: endpoint.id, after: selection.after, isNewestFirst: true)
        query.states = selection.onlyFailed ? [.failed] : []
        query.limit = EndpointPageMaker.rowsMax + 1
        let found = try await ledger.deliveries(query)
        let shown = found.prefix(EndpointPageMaker.rowsMax)
        var rows: [EndpointPageModel.DeliveryRow] = []
        for delivery in shown { rows.append(try await row(delivery)) }
        let path = EndpointForms.path(endpoint)
        let more =
            found.count > shown.count
            ? shown.last.map { path + "?after=\($0.id)" + (selection.onlyFailed ? "&state=failed" : "") } : nil
        return EndpointPageModel(
            path: path, name: standing.name, state: standing.state.text(language), tone: standing.tone,
            troubles: standing.troubles { pages.text($0, context) }.map { $0.text(language) },
            figures: figures(standing), facts: facts, keys: endpoint.secrets.signing.map(key),
            buttons: [forms.test(endpoint), forms.verify(endpoint), forms.toggle(endpoint)].map { draw($0) },
            forms: [forms.change(endpoint), forms.rotate(endpoint)].map { draw($0) },
            replayForm: draw(forms.replay(endpoint)), rows: rows, onlyFailed: selection.onlyFailed, further: more,
            replays: try await replays(), explanation: try await explanation(selection.event))
    }

    private func figures(_ standing: EndpointStanding) -> [Fact] {
        [
            .init(
                label: context.say("belum sampai", "not arrived yet"),
                value: UndeliveredCount.text(standing.undelivered.open, language)),
            .init(
                label: context.say("menyerah", "given up"),
                value: UndeliveredCount.text(standing.undelivered.failed, language)),
            .init(
                label: context.say("sedang dikirim", "on their way"),
                value: Int64(standing.condition?.inFlight ?? 0).text(language)),
            .init(
                label: context.say("terakhir berhasil", "last success"),
                value: standing.health.lastSuccessAt.map { pages.text($0, context) } ?? "–"),
        ]
    }

    private var facts: [Fact] {
        let (filter, limits) = (endpoint.filter, endpoint.limits)
        func list(_ texts: [String], _ none: String) -> String { texts.isEmpty ? none : texts.joined(separator: ", ") }
        let all: [(String, String)] = [
            ("id", endpoint.id),
            (context.say("Peristiwa", "Events"), list(filter.events, "–")),
            (context.say("Daerah", "Regions"), pages.regionNames(filter.regions, context)),
            (
                context.say("Jenis naskah", "Kinds of papers"),
                list(filter.kinds.map { $0.label.text(language) }, context.say("semua", "all"))
            ),
            (context.say("Syarat", "Condition"), filter.condition ?? "–"),
            (
                context.say("Bentuk", "Format"),
                endpoint.format.label.text(language) + (endpoint.isThin ? context.say(", ringkas", ", thin") : "")
            ),
            (context.say("Alamat dalam yang diizinkan", "Inner addresses allowed"), list(endpoint.allow, "–")),
            (
                context.say("Batas", "Limits"),
                context.say(
                    "\(limits.inFlight) sekaligus, \(limits.perMinute.map { "\($0) per menit, " } ?? "")\(limits.timeoutSeconds) detik, HTTP/\(limits.httpVersion.rawValue)",
                    "\(limits.inFlight) at a time, \(limits.perMinute.map { "\($0) a minute, " } ?? "")\(limits.timeoutSeconds) seconds, HTTP/\(limits.httpVersion.rawValue)"
                )
            ),
            (
                context.say("Sertifikat klien", "Client certificate"),
                endpoint.clientCertificate == nil
                    ? context.say("tidak ada", "none") : context.say("ada", "there is one")
            ),
            (context.say("Dibuat", "Made"), pages.text(endpoint.createdAt, context)),
        ]
        return all.map { .init(label: $0.0, value: $0.1) }
    }

    /// What is known of a key without its value.
    private func key(_ key: EndpointSecrets.SigningKey) -> EndpointPageModel.KeyRow {
        .init(
            kind: (try? WebhookKey(key.text))?.kind.label.text(language) ?? "?",
            standing: key.expiresAt.map {
                context.say("masih berlaku sampai ", "goes on until ") + pages.text($0, context)
            }
                ?? context.say("berlaku", "in force"))
    }

    private func row(_ delivery: Delivery) async throws -> EndpointPageModel.DeliveryRow {
        let isPlain = delivery.state == .delivered && delivery.attempts == 1
        let attempts = isPlain || delivery.attempts == 0 ? [] : try await ledger.attempts(of: delivery.id)
        let isAgreement = delivery.lane.hasPrefix("agr_")
        return .init(
            when: pages.text(delivery.createdAt, context), event: delivery.eventType,
            why: "\(EndpointForms.path(endpoint))?event=\(delivery.seq)#why", subject: delivery.lane,
            subjectPath: isAgreement ? "/agreements/\(delivery.lane)" : nil, state: delivery.state.label.text(language),
            tone: delivery.state.tone,
            last: [delivery.lastStatus.map(String.init), delivery.lastError].compactMap { $0 }.joined(separator: " · "),
            attempts: attempts.suffix(20).map(sentence), hasAttempts: !attempts.isEmpty,
            next: deliveries.preview(delivery).first.map { pages.text($0, context) })
    }

    private func sentence(_ attempt: Attempt) -> String {
        let outcome = [
            attempt.status.map(String.init), attempt.error, attempt.timings.map { "\(Int64($0.total)) ms" },
            attempt.excerpt.map { "“\($0.prefix(200))”" },
        ].compactMap { $0 }
        return "\(attempt.number). \(pages.text(attempt.startedAt, context)): "
            + (attempt.finishedAt == nil
                ? context.say("akibatnya tidak diketahui", "outcome unknown") : outcome.joined(separator: " · "))
    }

    private func replays() async throws -> [EndpointPageModel.ReplayRow] {
        try await ledger.replays(of: endpoint.id).suffix(EndpointPageMaker.replaysMax).reversed().map { replay in
            .init(
                when: pages.text(replay.createdAt, context), by: replay.createdBy,
                state: replay.state.label.text(language), sent: Int64(replay.sent).text(language),
                cancelForm: replay.state == .running ? draw(forms.cancel(replay, of: endpoint)) : nil)
        }
    }

    private func explanation(_ number: Int64?) async throws -> EndpointPageModel.Explanation? {
        guard let number else { return nil }
        let found = try await pages.engine.destinations(of: String(number), for: context.principal)
        let name = { id in pages.engine.endpoints.first { $0.id == id }?.url ?? id }
        return .init(
            event: "\(number) · \(found.event.type.rawValue)",
            verdicts: found.deliveries.map { "\(name($0.endpoint)): \($0.state.label.text(language))" }
                + found.notSent.sorted { $0.key < $1.key }.map {
                    "\(name($0.key)): \(context.say("tidak dikirim", "not sent")): \($0.value)"
                })
    }
}
