import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger
import Workflows

/// Questions 12 to 14: what is wrong.
extension QuestionPages {
    @Sendable func findings(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let code = asked.query.text("code")
        let after = asked.query.text("cursor")
        try asked.query.finish()
        var page = asked.page(
            .findings,
            asked.say(
                "Angka yang tidak cocok antara naskah, tagihan, daftar peserta dan berita, dan siapa yang membetulkannya.",
                "Figures that disagree between paper, bill, member list and news, and whose it is to put them right."))
        if let code {
            let (items, following) = try await engine.findings(
                code: code, region: asked.region, after: after, for: context.principal)
            var table = ListPage.Table(
                "findings", code,
                [
                    .init(asked.say("Naskah", "Paper")), .init(asked.say("Daerah", "Region")),
                    .init(asked.say("Temuan", "Finding")),
                ], none: asked.say("Tidak ada.", "None."))
            for row in items {
                table.append([
                    asked.agreement(row.agreement, row.title, row.ref, at: "#findings"),
                    .init(asked.region(row.region)),
                    .init(row.finding.say.text(asked.language)),
                ])
            }
            table.next = following.map { request.address("cursor", $0) }
            page.tables = [table]
            page.links.insert(
                .init(path: "/questions/findings", text: asked.say("Semua jenis temuan", "All kinds of findings")),
                at: 0)
            return answer(page, in: .agreements, asked)
        }
        let counts = try await engine.findingCounts(region: asked.region, for: context.principal)
        var table = ListPage.Table(
            "findings", asked.say("Jenis temuan", "Kinds of findings"),
            [
                .init(asked.say("Temuan", "Finding")), .init(asked.say("Milik", "Owner")),
                .init(asked.say("Berat", "Serious")), .init(asked.say("Jumlah", "How many"), isNumber: true),
            ], none: asked.say("Semuanya cocok.", "Everything adds up."))
        for count in counts {
            let region = asked.region.map { "&region=\($0)" } ?? ""
            table.append([
                .init(count.code, path: "/questions/findings?code=\(count.code.asQueryValue)\(region)"),
                .init(count.owner.label.text(asked.language)),
                .init(count.isSerious ? asked.say("ya", "yes") : "–", isBad: count.isSerious),
                .init(Int64(count.findings).text(asked.language)),
            ])
        }
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    @Sendable func officers(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let starts = (changed: asked.query.start(of: "changed"), unknown: asked.query.start(of: "unknown"))
        try asked.query.finish()
        let found = try await engine.officers(region: asked.region, for: context.principal)
        var page = asked.page(
            .officers,
            asked.say(
                "Nama pada naskah dibandingkan dengan pemegang jabatan yang tercatat sekarang. Kapan seseorang berganti tidak tercatat.",
                "Names on papers against who holds the office now. When somebody changed is not on record."))
        page.figures = [
            .init(
                figure: Int64(found.changed.count).text(asked.language),
                meaning: asked.say("penanda tangannya sudah berganti", "to be signed by somebody who left"),
                isBad: !found.changed.isEmpty),
            .init(
                figure: Int64(found.unknown.count).text(asked.language),
                meaning: asked.say("belum dapat dipastikan", "cannot be told")),
            .init(figure: Int64(found.confirmed).text(asked.language), meaning: asked.say("cocok", "agree")),
        ]
        func rows(
            _ id: String, _ heading: String, _ items: [(PendingSignatory, String)], from start: Int
        ) -> ListPage.Table {
            var table = ListPage.Table(
                id, heading,
                [
                    .init(asked.say("Naskah", "Paper")), .init(asked.say("Pihak", "Party")),
                    .init(asked.say("Pada naskah", "On the paper")), .init(asked.say("Pemegang jabatan", "In office")),
                ], none: asked.say("Tidak ada.", "None."))
            table.append(items, from: start, of: request) { signatory, holder in
                [
                    asked.agreement(
                        signatory.agreement, signatory.title,
                        asked.region(signatory.region),
                        at: "#parties"), .init(signatory.side.label.text(asked.language)),
                    .init(signatory.name, detail: signatory.office),
                    .init(holder),
                ]
            }
            return table
        }
        page.tables = [
            rows(
                "changed", asked.say("Sudah berganti", "Changed"),
                found.changed.map { ($0.signatory, $0.holders.map(\.name).joined(separator: ", ")) },
                from: starts.changed),
            rows(
                "unknown", asked.say("Belum ada pemegang jabatan yang tercatat", "Nobody is entered for the office"),
                found.unknown.map { ($0, "–") }, from: starts.unknown),
        ]
        return answer(page, in: .agreements, asked)
    }

    @Sendable func trouble(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let days = asked.query.integer("days", in: 1...365).map(Int.init) ?? 14
        try asked.query.finish()
        let found = try await engine.trouble(days: days, region: asked.region, for: context.principal)
        var page = asked.page(
            .trouble,
            asked.say(
                "Pengingat yang terlewat atau tidak dijawab dan diteruskan, surel dan webhook yang gagal.",
                "Reminders that were missed, or not answered and passed on; mails and webhooks that failed."))
        page.filters.append(.typed("days", asked.say("Dalam hari", "Within days"), String(days), "number"))
        var reminders = ListPage.Table(
            "reminders", asked.say("Pengingat", "Reminders"),
            [
                .init(asked.say("Pengingat", "Reminder")), .init(asked.say("Waktu", "Time")),
                .init(asked.say("Diteruskan kepada", "Passed on to")),
                .init(asked.say("Sebelumnya diminta", "Asked before")),
            ], none: asked.say("Tidak ada.", "None."))
        for reminder in found.reminders {
            let zone = engine.rules.reference.regions.zone(of: reminder.region)
            reminders.append([
                .init(
                    reminder.say.text(asked.language), path: "/agreements/\(reminder.agreement)#reminders",
                    detail: reminder.reason), .init(asked.date(zone.day(at: reminder.dueAt))),
                .init(reminder.recipient.label.text(asked.language)), .init(asked.offices(reminder.insteadOf)),
            ])
        }
        var mails = ListPage.Table(
            "mails", asked.say("Surel", "Mails"),
            [.init(asked.say("Perihal", "Subject")), .init(asked.say("Jawaban server", "The server's answer"))],
            none: asked.say("Tidak ada.", "None."))
        for mail in found.mails { mails.append([.init(mail.subject), .init(mail.lastReply)]) }
        var deliveries = ListPage.Table(
            "deliveries", asked.say("Webhook", "Webhooks"),
            [
                .init(asked.say("Peristiwa", "Event")), .init(asked.say("Tujuan", "Endpoint")),
                .init(asked.say("Galat", "Error")),
            ], none: asked.say("Tidak ada.", "None."))
        for delivery in found.deliveries {
            deliveries.append([
                .init(
                    delivery.eventType,
                    path: context.principal.may(.manageEndpoints) ? "/operations/webhooks/\(delivery.endpoint)" : nil),
                .init(try pages.endpointName(delivery.endpoint, context)),
                .init(delivery.lastError),
            ])
        }
        page.tables = [reminders, mails, deliveries]
        return answer(page, in: .operations, asked)
    }
}
