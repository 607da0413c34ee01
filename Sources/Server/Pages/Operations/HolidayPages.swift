import Agreements
import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// The days off, and decrees that change them: pasted, looked at, accepted.
struct HolidayPages {
    let pages: Pages

    private static let root = "/operations/holidays"
    private static let movesMax = 50
    private var engine: Engine { pages.engine }

    private struct Row {
        var day: String
        var name: String
        var kind: String
        var isEstimated: Bool
        var file: String
    }

    private struct Year {
        var year: String
        var path: String
        var isCurrent: Bool
    }

    private struct Model {
        var year: String
        var years: [Year]
        var missing: [String]
        var rows: [Row]
        var files: [String]
        var proposalForm: FormModel?
    }

    private struct Move {
        var title: String
        var path: String
        var change: String
        var recipient: String
        var before: String
        var after: String
    }

    private struct PreviewModel {
        var name: String
        var added: [Row]
        var removed: [Row]
        var changesNothing: Bool
        var reminders: String
        var moves: [Move]
        var more: String?
        var acceptForm: FormModel?
    }

    func add(to router: PageGroup) {
        router.get("operations/holidays") { request, context in
            let query = Query(request)
            let year = query.year("year")
            try query.finish()
            return try await page(year, context)
        }
        router.post("operations/holidays/preview") { _, context in try await preview(context) }
        router.post("operations/holidays/accept") { _, context in try await accept(context) }
    }

    // MARK: In force

    private func page(_ asked: Int?, _ context: PageContext, returned: ReturnedForm? = nil) async throws -> Response {
        let holidays = engine.rules.calendar.holidays
        let year = asked ?? Zone.wib.day(at: engine.clock.now()).year
        let accepted = try await engine.ledger.holidayFiles()
        let draw = FormDrawing(pages: pages, context: context, returned: returned)
        let days = (holidays.all + holidays.takenBack).filter { $0.day.year == year }.sorted { $0.day < $1.day }
        let model = Model(
            year: String(year),
            years: holidays.years.union([year]).sorted().map {
                .init(year: String($0), path: "\(HolidayPages.root)?year=\($0)", isCurrent: $0 == year)
            }, missing: engine.missingYears.map(String.init),
            rows: days.map { row($0, context, file: holidays.file(naming: $0.day)) },
            files: holidays.files.filter { !$0.name.isEmpty }.map { file in
                let acceptance = accepted.first { $0.name == file.name }.map {
                    context.say("diterima ", "accepted ")
                        + "\(pages.text($0.acceptedAt, context)), \($0.acceptedBy.name)"
                }
                return [file.name, acceptance].compactMap { $0 }.joined(separator: ": ")
            }, proposalForm: context.principal.may(.previewRules) ? draw(HolidayPages.proposal) : nil)
        return pages.page(
            "holidays", context.say("Hari libur", "Holidays"), in: .operations, model, context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    private func row(_ holiday: Holidays.Holiday, _ context: PageContext, file: String? = nil) -> Row {
        Row(
            day: holiday.day.text(context.language), name: holiday.name,
            kind: holiday.kind.label.text(context.language),
            isEstimated: holiday.isEstimated, file: file ?? "")
    }

    // MARK: Proposed

    private static let proposal = Form(
        id: "proposal", action: root + "/preview",
        title: Bilingual(id: "Muat keputusan baru", en: "Load a new decree"),
        button: Bilingual(id: "Lihat akibatnya", en: "See what it does"),
        fields: [
            Form.Field(
                name: "name", label: Bilingual(id: "Nama berkas", en: "Name of the file"), content: .text,
                hint: Bilingual(id: "seperti 2027-revisi.csv", en: "such as 2027-revisi.csv")),
            Form.Field(
                name: "csv", label: Bilingual(id: "Isi CSV", en: "The CSV text"), content: .source,
                hint: Bilingual(
                    id: "baris pertama: date,name,kind,estimated; kind: libur_nasional, cuti_bersama atau hari_kerja",
                    en: "first line: date,name,kind,estimated; kind: libur_nasional, cuti_bersama or hari_kerja")),
        ])

    private static func acceptance(_ input: FormInput) -> Form {
        Form(
            id: "proposal", action: root + "/accept",
            title: Bilingual(id: "Terima berkas ini", en: "Accept this file"),
            button: Bilingual(id: "Berlakukan dan geser pengingat", en: "Put it in force and move the reminders"),
            fields: proposal.fields.map { $0.carrying(input.text($0.name)) })
    }

    private static func read(_ map: MapReader) -> (name: String, csv: String)? {
        let (name, csv) = (map.text("name"), map.text("csv"))
        return name.flatMap { name in csv.map { (name, $0) } }
    }

    private func preview(_ context: PageContext) async throws -> Response {
        var found: HolidaysPreview?
        let refusal = try await pages.carryOut(
            HolidayPages.proposal, context, reading: { map, _ in HolidayPages.read(map) },
            doing: { file, circumstances in
                found = try await engine.preview(
                    holidays: file.csv, named: file.name, limit: HolidayPages.movesMax, for: circumstances.principal)
            })
        guard let found, refusal == nil else { return try await back(refusal, context) }
        let reminders = found.reminders
        let mayAccept = context.principal.may(.acceptHolidays) && context.principal.regions.isEmpty
        let model = PreviewModel(
            name: found.name, added: found.difference.added.map { row($0, context) },
            removed: found.difference.removed.map { row($0, context) }, changesNothing: found.difference.isEmpty,
            reminders: context.say(
                "\(reminders.moved) pengingat bergeser, \(reminders.dropped) hilang, \(reminders.added) bertambah, \(reminders.late) terlambat",
                "\(reminders.moved) reminders moved, \(reminders.dropped) dropped, \(reminders.added) added, \(reminders.late) late"
            ),
            moves: found.deadlines.map { move($0, context) },
            more: found.more == 0 ? nil : Int64(found.more).text(context.language),
            acceptForm: mayAccept ? pages.model(HolidayPages.acceptance(context.input), context) : nil)
        return pages.page(
            "holidays-preview", context.say("Akibat berkas libur", "What the holiday file does"), in: .operations,
            model,
            context)
    }

    private func move(_ move: ReminderMove, _ context: PageContext) -> Move {
        let zone = engine.rules.reference.regions.zone(of: move.region)
        func text(_ instant: Instant?) -> String { instant.map { zone.text($0, context.language) } ?? "–" }
        return Move(
            title: move.title, path: "/agreements/\(move.agreement)", change: move.kind.label.text(context.language),
            recipient: move.recipient.label.text(context.language), before: text(move.dueBefore),
            after: text(move.dueAfter))
    }

    private func accept(_ context: PageContext) async throws -> Response {
        var accepted: AcceptedHolidays?
        let refusal = try await pages.carryOut(
            HolidayPages.proposal, context, reading: { map, _ in HolidayPages.read(map) },
            doing: { file, circumstances in
                accepted = try await engine.accept(holidays: file.csv, named: file.name, circumstances)
            })
        guard let accepted, refusal == nil else { return try await back(refusal, context) }
        let year = accepted.change.added.first?.day.year ?? accepted.change.removed.first?.day.year
        return pages.done(HolidayPages.root + (year.map { "?year=\($0)" } ?? ""))
    }

    private func back(_ refusal: FormRefusal?, _ context: PageContext) async throws -> Response {
        try await page(nil, context, returned: refusal.map { ReturnedForm(id: "proposal", refusal: $0) })
    }
}
