import Agreements
import Calendars
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Ledger

/// How the daemon and its record do: what is waiting, what was examined, and in a rehearsal the hands of the clock.
struct StatusPages {
    let pages: Pages
    let rehearsal: Rehearsal?

    private static let root = "/operations/status"
    private var engine: Engine { pages.engine }

    private struct Check {
        var mark: AnswerPage.Mark
        var count: String?
        var findings: [String]
    }

    private struct Model {
        var facts: [Fact]
        var queues: [Fact]
        var clockForm: FormModel?
        var mayExamine: Bool
        var summary: String?
        /// Not called as what a field has: a name that a field leaves out is looked for here.
        var examined: [Check]
    }

    func add(to router: PageGroup) {
        router.get("operations/status") { _, context in try await page(context) }
        router.get("operations/status/checkup") { _, context in
            try await page(context, checkup: try await engine.checkup(for: context.principal))
        }
        router.post("operations/status/clock") { _, context in try await advance(context) }
    }

    private func page(
        _ context: PageContext, checkup: Checkup? = nil, returned: ReturnedForm? = nil
    ) async throws -> Response {
        let principal = context.principal
        let mayMove = rehearsal != nil && principal.may(.moveClock)
        let draw = FormDrawing(pages: pages, context: context, returned: returned)
        let model = Model(
            facts: try await facts(context), queues: try await queues(context),
            clockForm: mayMove ? draw(StatusPages.clock) : nil,
            mayExamine: principal.may(.examine) && principal.regions.isEmpty,
            summary: checkup?.counts.sentence.text(context.language),
            examined: (checkup?.checks ?? []).sorted { $0.outcome > $1.outcome }.map { check($0, context) })
        return pages.page(
            "status", context.say("Status", "Status"), in: .operations, model, context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    private func facts(_ context: PageContext) async throws -> [Fact] {
        let (now, started) = (engine.clock.now(), engine.startedAt)
        let megabytes = Int64((Double(try await engine.ledger.size()) / 1_000_000).rounded(.up))
        let head = try await engine.ledger.head()
        let last = try head.map { try CanonicalJSON.decode(Event.self, from: $0.body) }
        let digits = head.map {
            $0.hash.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        let all: [(String, String)] = [
            (context.say("Versi", "Version"), "pksd \(Version.current)"),
            (context.say("Sekarang", "Now"), pages.text(now, context)),
            (
                context.say("Berjalan sejak", "Running since"),
                "\(pages.text(started, context)) (\(length(now - started, context)))"
            ),
            (context.say("Catatan", "Record"), "\(megabytes.text(context.language)) MB"),
            (context.say("Peristiwa", "Events"), (head?.seq ?? 0).text(context.language)),
            (context.say("Kepala rantai", "Head of the chain"), digits.map { $0 + "…" } ?? "–"),
            (
                context.say("Peristiwa terakhir", "Last event"),
                last.map { "\($0.type.rawValue), \(pages.text($0.recordedAt, context))" } ?? "–"
            ),
        ]
        return all.map { .init(label: $0.0, value: $0.1) }
    }

    private func length(_ duration: Duration, _ context: PageContext) -> String {
        let minutes = duration.components.seconds / 60
        let (days, hours) = (minutes / 1_440, minutes / 60 % 24)
        return days > 0
            ? context.say("\(days) hari \(hours) jam", "\(days) days \(hours) hours")
            : context.say("\(hours) jam \(minutes % 60) menit", "\(hours) hours \(minutes % 60) minutes")
    }

    private func queues(_ context: PageContext) async throws -> [Fact] {
        let ledger = engine.ledger
        let undelivered = try await ledger.undelivered(
            of: engine.endpoints.map(\.id), limit: UndeliveredCount.countMax
        ).values.reduce((0, 0)) { ($0.0 + $1.open, $0.1 + $1.failed) }
        let mails = try await ledger.mailCounts()
        func number(_ count: Int) -> String { Int64(count).text(context.language) }
        func moment(_ instant: Instant?) -> String { instant.map { pages.text($0, context) } ?? "–" }
        let all: [(String, String)] = [
            (
                context.say("Kiriman webhook yang belum sampai", "Webhook deliveries not arrived yet"),
                number(undelivered.0)
            ),
            (context.say("Kiriman webhook yang menyerah", "Webhook deliveries given up"), number(undelivered.1)),
            (context.say("Pengingat berikut", "Next reminder"), moment(try await ledger.nextReminderDue())),
            (context.say("Surel menunggu", "Mail waiting"), number((mails[.pending] ?? 0) + (mails[.inFlight] ?? 0))),
            (context.say("Surel gagal", "Mail that failed"), number(mails[.failed] ?? 0)),
            (
                context.say("Server surel", "Mail server"),
                engine.sendsMail
                    ? context.say("diatur", "set")
                    : context.say("belum diatur: tidak ada yang menerima surel", "not set: nobody gets mail")
            ),
        ]
        return all.map { .init(label: $0.0, value: $0.1) }
    }

    private func check(_ check: Checkup.Check, _ context: PageContext) -> Check {
        let claim = check.claim.text(context.language)
        let mark: AnswerPage.Mark =
            switch check.outcome {
            case .fine: .init(sign: "✓", word: context.say("baik", "fine"), tone: "good", text: claim)
            case .warning: .init(sign: "!", word: context.say("perhatian", "warning"), tone: "warn", text: claim)
            case .fault: .init(sign: "✗", word: context.say("salah", "fault"), tone: "bad", text: claim)
            }
        return Check(
            mark: mark, count: check.count == 0 ? nil : Int64(check.count).text(context.language),
            findings: check.findings.map { $0.text(context.language) })
    }

    // MARK: The rehearsal's clock

    private static let lengths: [(String, Bilingual)] = [
        ("P1D", Bilingual(id: "satu hari", en: "a day")), ("P7D", Bilingual(id: "satu minggu", en: "a week")),
        ("P1M", Bilingual(id: "satu bulan", en: "a month")), ("P3M", Bilingual(id: "tiga bulan", en: "three months")),
        ("P1Y", Bilingual(id: "satu tahun", en: "a year")),
    ]

    private static let clock = Form(
        id: "clock", action: root + "/clock",
        title: Bilingual(id: "Majukan jam latihan", en: "Move the rehearsal's clock"),
        button: Bilingual(id: "Majukan", en: "Move"),
        fields: [
            Form.Field(
                "advance", Bilingual(id: "Maju", en: "Forward by"),
                .choice(lengths.map { Form.Choice(value: $0.0, label: $0.1) })),
            Form.Field(
                name: "to", label: Bilingual(id: "Atau sampai tanggal", en: "Or up to a day"), content: .day,
                isRequired: false,
                hint: Bilingual(id: "pukul 08.00", en: "at 08:00")),
        ])

    private func advance(_ context: PageContext) async throws -> Response {
        guard let rehearsal else { throw EngineError.notFound("clock") }
        let (now, zone) = (engine.clock.now(), pages.zone(context))
        let refusal = try await pages.carryOut(
            StatusPages.clock, context,
            reading: { map, problems -> Instant? in
                let to = map.optional("to").flatMap { problems.day($0) }.map { zone.instant(of: $0, hour: 8) }
                let what = Bilingual(id: "lama seperti P30D", en: "a length such as P30D")
                let by = map.optional("advance").flatMap { problems.parsed($0, as: what) { Period($0) } }
                return to ?? by?.after(now, in: zone)
            },
            doing: { target, circumstances in
                _ = try await rehearsal.advance(to: target, for: circumstances.principal)
            })
        guard let refusal else { return pages.done(StatusPages.root) }
        return try await page(context, returned: ReturnedForm(id: "clock", refusal: refusal))
    }
}
