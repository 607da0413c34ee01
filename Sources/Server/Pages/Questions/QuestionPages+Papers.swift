import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger
import Workflows

/// Questions 2 and 4 to 6: about the papers.
extension QuestionPages {
    @Sendable func expiring(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let days = asked.query.integer("days", in: 1...180).map(Int.init) ?? 90
        let after = asked.query.parsed("cursor", as: .place) { DayCursor($0) }
        try asked.query.finish()
        let found = try await engine.expiring(within: days, region: asked.region, after: after, for: context.principal)
        var page = asked.page(
            .expiring,
            asked.say(
                "Berakhir dalam \(days) hari, dan belum ada naskah pengganti, juga belum rancangannya.",
                "They end within \(days) days, and nothing follows, not even a draft."))
        page.filters.append(.typed("days", asked.say("Dalam hari", "Within days"), String(days), "number"))
        page.figures = found.horizons.map { horizon in
            .init(
                figure: Int64(horizon.papers).text(asked.language),
                meaning: asked.say(
                    "dalam \(horizon.days) hari (\(horizon.people.indonesian) orang)",
                    "within \(horizon.days) days (\(horizon.people.english) people)"), isBad: horizon.papers > 0)
        }
        var table = ListPage.Table(
            "papers", asked.say("Naskah", "Papers"),
            [
                .init(asked.say("Naskah", "Paper")), .init(asked.say("Daerah", "Region")),
                .init(asked.say("Berakhir", "Ends")), .init(asked.say("Orang", "People"), isNumber: true),
                .init(asked.say("Tindakan", "Action")),
            ], none: asked.say("Tidak ada.", "None."))
        for row in found.items {
            table.append([
                asked.agreement(row.agreement, row.title, row.ref), .init(asked.region(row.region)),
                .init(
                    asked.date(row.endsOn),
                    detail: found.today.distance(to: row.endsOn).text(asked.language)),
                .init(row.people.text(asked.language)),
                .init(
                    asked.say("Siapkan perpanjangan", "Prepare the renewal"),
                    path: "/agreements/new?renews=\(row.agreement)"),
            ])
        }
        table.next = found.next.map { request.address("cursor", $0.description) }
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    @Sendable func waiting(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let role: Role? = asked.query.choice("role")
        let after = asked.query.parsed("cursor", as: .place) { DayCursor($0) }
        try asked.query.finish()
        let (items, following) = try await engine.waiting(
            on: role, region: asked.region, after: after, for: context.principal)
        var page = asked.page(
            .waiting,
            asked.say(
                "Sejak kapan, apa yang kurang, dan apa yang terakhir diminta dari yang ditunggu.",
                "Since when, what is missing, and the last that those were asked."))
        page.filters.append(
            .chosen(
                "role", asked.say("Yang ditunggu", "Waiting for"), role?.rawValue ?? "",
                from: [("", asked.say("semua", "all"))]
                    + Role.allCases.map { ($0.rawValue, $0.label.text(asked.language)) }))
        var table = ListPage.Table(
            "papers", asked.say("Naskah", "Papers"),
            [
                .init(asked.say("Naskah", "Paper")), .init(asked.say("Menunggu", "Waiting for")),
                .init(asked.say("Sejak", "Since")), .init(asked.say("Tenggat", "Due")),
                .init(asked.say("Yang kurang", "Missing")), .init(asked.say("Terakhir diminta", "Asked last")),
            ], none: asked.say("Tidak ada yang menunggu.", "Nothing waits."))
        for item in items {
            let zone = engine.rules.zone(of: item.agreement)
            let today = zone.day(at: engine.clock.now())
            let told = item.lastTold.first
            table.append([
                asked.agreement(item.agreement.id, item.agreement.title, asked.region(item.agreement.region)),
                .init(asked.offices(item.roles)), .init(asked.date(item.since)),
                .init(asked.date(item.deadline), isBad: item.deadline.map { $0 < today } ?? false),
                .init(item.missing?.text(asked.language)),
                .init(
                    told.map { asked.date(zone.day(at: $0.sentAt ?? $0.dueAt)) },
                    detail: told?.say.text(asked.language)),
            ])
        }
        table.next = following.map { request.address("cursor", $0.description) }
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    @Sendable func unmet(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let start = asked.query.start(of: "requirements")
        try asked.query.finish()
        let found = try await engine.unmet(for: context.principal)
        var page = asked.page(
            .unmet,
            asked.say(
                "Surat kuasa, nomor, persetujuan DPRD, rapat TKKSD: apa yang kurang, milik siapa, dan pada berapa naskah.",
                "A power of attorney, a number, the consent of the council, a meeting: what is missing, whose it is, and of how many papers."
            ))
        page.filters = []
        var table = ListPage.Table(
            "requirements", asked.say("Yang kurang", "What is missing"),
            [
                .init(asked.say("Syarat", "Requirement")), .init(asked.say("Milik", "Owner")),
                .init(asked.say("Perjanjian", "Agreements"), isNumber: true),
            ], none: asked.say("Tidak ada yang kurang.", "Nothing is missing."))
        table.append(found, from: start, of: request) { unmet in
            [
                .init(
                    unmet.say?.text(asked.language) ?? unmet.requirement,
                    path: "/agreements?unmet=\(unmet.requirement.asQueryValue)"),
                .init(unmet.owner.label.text(asked.language)), .init(Int64(unmet.agreements).text(asked.language)),
            ]
        }
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    @Sendable func signatures(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        var wanted = AgreementQuery()
        (wanted.phase, wanted.order, wanted.region, wanted.limit) = (.signing, .deadline, asked.region, 50)
        wanted.after = asked.query.text("cursor")
        try asked.query.finish()
        let found = try await engine.find(wanted, for: context.principal)
        var page = asked.page(
            .signatures,
            asked.say(
                "Naskah dalam penandatanganan: siapa sudah, siapa belum, dan di mana aslinya.",
                "Papers being signed: who has, who has not, and where the originals are."))
        var table = ListPage.Table(
            "papers", asked.say("Naskah", "Papers"),
            [
                .init(asked.say("Naskah", "Paper")), .init(asked.say("Sudah", "Signed")),
                .init(asked.say("Belum", "Not signed")), .init(asked.say("Salinan dan aslinya", "Copy and originals")),
            ], none: asked.say("Tidak ada naskah dalam penandatanganan.", "No paper is being signed."))
        for agreement in found.agreements {
            let signed = agreement.parties.filter { $0.signature != nil }
            let copies = agreement.documents.filter { $0.kind == "signed_copy" }
            table.append([
                asked.agreement(agreement.id, agreement.title, asked.region(agreement.region), at: "#parties"),
                .init(
                    signed.map { party in
                        "✓ \(party.name) (\(asked.date(party.signature?.signedOn)), \(party.number ?? asked.say("tanpa nomor", "no number")))"
                    }.joined(separator: "; ")),
                .init(agreement.unsignedParties.map { "✗ \($0.name)" }.joined(separator: "; "), isBad: false),
                .init(
                    copies.isEmpty
                        ? asked.say("belum ada salinan", "no copy yet") : copies.map(\.title).joined(separator: "; "),
                    detail: copies.compactMap(\.note).joined(separator: "; ")),
            ])
        }
        table.next = found.next.map { request.address("cursor", $0) }
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }
}
