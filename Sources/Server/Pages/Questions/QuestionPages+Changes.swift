import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger
import Workflows

/// Questions 9 and 11: what changed in money and members.
extension QuestionPages {
    @Sendable func budgetChanges(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let since = asked.query.day("since") ?? engine.today(in: asked.region) - 30
        let start = asked.query.start(of: "changes")
        try asked.query.finish()
        let changes = try await engine.budgetChanges(since: since, region: asked.region, for: context.principal)
        var page = asked.page(
            .budgetChanges,
            asked.say(
                "Pagu yang diubah, dan naskah yang karena itu perlu adendum.",
                "Ceilings that were revised, and the papers that need an addendum for it."))
        page.filters.append(.typed("since", asked.say("Sejak", "Since"), since.description, "date"))
        page.figures = [
            .init(
                figure: Int64(changes.count(where: \.needsAddendum)).text(asked.language),
                meaning: asked.say("perlu adendum atau tambahan dana", "need an addendum or more money"),
                isBad: changes.contains(where: \.needsAddendum))
        ]
        var table = ListPage.Table(
            "changes", asked.say("Perubahan", "Changes"),
            [
                .init(asked.say("Naskah", "Paper")), .init(asked.say("Karena", "Because of")),
                .init(asked.say("Sebelum", "Before"), isNumber: true),
                .init(asked.say("Sesudah", "After"), isNumber: true),
                .init(asked.say("Kurang setahun", "Short in the year"), isNumber: true),
                .init(asked.say("Adendum", "Addendum")),
            ], none: asked.say("Tidak ada pagu yang diubah.", "No ceiling was revised."))
        table.append(changes, from: start, of: request) { change in
            let addendum: ListPage.Cell =
                change.addendum.map { .init($0.title, path: "/agreements/\($0.id)") }
                ?? (change.needsAddendum
                    ? .init(
                        asked.say("siapkan", "prepare"),
                        path: "/agreements/new?parent=\(change.agreement.id)&kind=addendum") : .init("–"))
            return [
                asked.agreement(change.agreement.id, change.agreement.title, change.line, at: "#money"),
                .init(change.revision.kind.label.text(asked.language), detail: asked.date(change.revision.effectiveOn)),
                .init(change.before.rupiah(asked.language)), .init(change.revision.amount.rupiah(asked.language)),
                .init(
                    change.shortfall > 0 ? change.shortfall.rupiah(asked.language) : "–", isBad: change.shortfall > 0),
                addendum,
            ]
        }
        page.tables = [table]
        return answer(page, in: .money, asked)
    }

    @Sendable func memberChanges(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let month = asked.query.month("month")
        try asked.query.finish()
        let found = try await engine.memberChanges(of: month, region: asked.region, for: context.principal)
        var page = asked.page(
            .memberChanges,
            asked.say(
                "Mutasi \(found.month.indonesian) diserahkan paling lambat \(found.dueOn.indonesian).",
                "Changes of \(found.month.english) are to be handed in by \(found.dueOn.english)."))
        page.filters.append(.typed("month", asked.say("Bulan", "Month"), found.month.description, "month"))
        page.figures = [
            .init(
                figure: Int64(found.total.missingCount).text(asked.language),
                meaning: asked.say("belum menyerahkan", "have handed nothing in"), isBad: found.total.missingCount > 0),
            .init(figure: Int64(found.total.reported).text(asked.language), meaning: asked.say("sudah", "have")),
        ]
        var reasons = ListPage.Table(
            "reasons", asked.say("Mutasi", "Changes"),
            [
                .init(asked.say("Sebab", "Reason")), .init(found.month.text(asked.language), isNumber: true),
                .init(found.month.adding(-1).text(asked.language), isNumber: true),
            ], none: "")
        for reason in MemberChange.Reason.allCases {
            reasons.append([
                .init(reason.label.capitalised.text(asked.language)),
                .init((found.total.heads[reason] ?? 0).text(asked.language)),
                .init((found.before.heads[reason] ?? 0).text(asked.language)),
            ])
        }
        var missing = ListPage.Table(
            "missing", asked.say("Belum menyerahkan", "Not handed in yet"),
            [
                .init(asked.say("Naskah", "Paper")), .init(asked.say("Daerah", "Region")),
                .init(asked.say("Peserta", "Members"), isNumber: true),
            ], none: asked.say("Semua sudah.", "All have."))
        for row in found.total.missing {
            missing.append([
                asked.agreement(row.agreement, row.title, row.ref, at: "#members"), .init(asked.region(row.region)),
                .init(row.members.text(asked.language)),
            ])
        }
        page.tables = [reasons, missing]
        return answer(page, in: .money, asked)
    }
}
