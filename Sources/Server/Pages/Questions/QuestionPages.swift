import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Ledger
import Workflows

/// The fifteen questions that coordinators ask every week, each with a page of its own.
struct QuestionPages {
    let pages: Pages

    var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.get("questions", use: questions)
        router.get("questions/expiring", use: expiring)
        router.get("questions/waiting", use: waiting)
        router.get("questions/unmet", use: unmet)
        router.get("questions/signatures", use: signatures)
        router.get("questions/budget-changes", use: budgetChanges)
        router.get("questions/member-changes", use: memberChanges)
        router.get("questions/findings", use: findings)
        router.get("questions/officers", use: officers)
        router.get("questions/trouble", use: trouble)
    }

    /// What a page of a question is made with.
    struct Asked {
        let engine: Engine
        let context: PageContext
        let query: Query
        let region: String?

        var language: Language { context.language }

        func say(_ id: String, _ en: String) -> String { language == .indonesian ? id : en }
        func date(_ day: Day?) -> String { day?.text(language) ?? "–" }
        func offices(_ roles: [Role]) -> String { roles.map { $0.label.text(language) }.joined(separator: ", ") }
        func region(_ code: String) -> String { engine.rules.reference.regions[code]?.name ?? code }

        func page(_ name: Question.Name, _ introduction: String) -> ListPage {
            var page = ListPage(title: name.ask.text(language), introduction: introduction)
            page.filters = [.typed("region", say("Kode daerah", "Code of the region"), region ?? "")]
            page.links = [
                .init(path: "/questions", text: say("Semua pertanyaan minggu ini", "All questions of the week"))
            ]
            return page
        }

        func agreement(_ id: Agreement.ID, _ title: String, _ detail: String?, at part: String = "") -> ListPage.Cell {
            .init(title, path: "/agreements/\(id)\(part)", detail: detail)
        }
    }

    /// - Throws: `DocumentError`, and ``EngineError/notFound(_:)`` for a region that there is not.
    private func asked(_ request: Request, _ context: PageContext) throws -> Asked {
        let query = Query(form: request)
        let region = query.text("region")
        try engine.check(Scope(region: region == "00" ? nil : region))
        return Asked(engine: engine, context: context, query: query, region: region)
    }

    private func answer(_ page: ListPage, in section: Section?, _ asked: Asked) -> Response {
        pages.page("list", page.title, in: section, page, asked.context)
    }

    /// The same page from another place on.
    private func next(_ request: Request, _ cursor: String?, as name: String = "cursor") -> String? {
        cursor.map { cursor in
            let others = (request.uri.query ?? "").split(separator: "&").filter {
                !$0.hasPrefix(name + "=") && !$0.hasSuffix("=")
            }
            return request.uri.path + "?"
                + (others.map(String.init) + ["\(name)=\(cursor.asQueryValue)"]).joined(separator: "&")
        }
    }

    // MARK: All of them

    @Sendable private func questions(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        try asked.query.finish()
        let questions = try await engine.questions(region: asked.region, for: context.principal)
        var page = ListPage(
            title: asked.say("Pertanyaan minggu ini", "Questions of the week"),
            introduction: asked.say(
                "Setiap pertanyaan terjawab di halamannya; angka di samping adalah jumlah yang ada di baliknya.",
                "Each is answered on its page; the number beside it is how many stand behind it."))
        page.filters = [.typed("region", asked.say("Kode daerah", "Code of the region"), asked.region ?? "")]
        var table = ListPage.Table(
            "questions", asked.say("Pertanyaan", "Questions"),
            [.init(asked.say("Pertanyaan", "Question")), .init(asked.say("Jumlah", "How many"), isNumber: true)],
            none: "")
        for question in questions {
            table.append([
                .init(question.ask.text(asked.language), path: question.name.path),
                .init(question.count.map { Int64($0).text(asked.language) }),
            ])
        }
        page.tables = [table]
        return answer(page, in: .today, asked)
    }

    // MARK: 2 and 4 to 6: the paper

    @Sendable private func expiring(_ request: Request, _ context: PageContext) async throws -> Response {
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
                    detail: asked.say("\(row.endsOn - found.today) hari lagi", "in \(row.endsOn - found.today) days")),
                .init(row.people.text(asked.language)),
                .init(
                    asked.say("Siapkan perpanjangan", "Prepare the renewal"),
                    path: "/agreements/new?renews=\(row.agreement)"),
            ])
        }
        table.next = next(request, found.next?.description)
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    @Sendable private func waiting(_ request: Request, _ context: PageContext) async throws -> Response {
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
        table.next = next(request, following?.description)
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    @Sendable private func unmet(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
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
        for unmet in found.prefix(200) {
            table.append([
                .init(
                    unmet.say?.text(asked.language) ?? unmet.requirement,
                    path: "/agreements?unmet=\(unmet.requirement.asQueryValue)", detail: unmet.requirement),
                .init(unmet.owner.label.text(asked.language)), .init(Int64(unmet.agreements).text(asked.language)),
            ])
        }
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    @Sendable private func signatures(_ request: Request, _ context: PageContext) async throws -> Response {
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
        table.next = next(request, found.next)
        page.tables = [table]
        return answer(page, in: .agreements, asked)
    }

    // MARK: 9 and 11: money and members

    @Sendable private func budgetChanges(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
        let since = asked.query.day("since") ?? engine.today(in: asked.region ?? "00") - 30
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
        for change in changes.prefix(100) {
            let addendum: ListPage.Cell =
                change.addendum.map { .init($0.title, path: "/agreements/\($0.id)") }
                ?? (change.needsAddendum
                    ? .init(
                        asked.say("siapkan", "prepare"),
                        path: "/agreements/new?parent=\(change.agreement.id)&kind=addendum") : .init("–"))
            table.append([
                asked.agreement(change.agreement.id, change.agreement.title, change.line, at: "#money"),
                .init(change.revision.kind.label.text(asked.language), detail: asked.date(change.revision.effectiveOn)),
                .init(change.before.rupiah(asked.language)), .init(change.revision.amount.rupiah(asked.language)),
                .init(
                    change.shortfall > 0 ? change.shortfall.rupiah(asked.language) : "–", isBad: change.shortfall > 0),
                addendum,
            ])
        }
        page.tables = [table]
        return answer(page, in: .money, asked)
    }

    @Sendable private func memberChanges(_ request: Request, _ context: PageContext) async throws -> Response {
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

    // MARK: 12 to 14: what is wrong

    @Sendable private func findings(_ request: Request, _ context: PageContext) async throws -> Response {
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
            table.next = next(request, following)
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

    @Sendable private func officers(_ request: Request, _ context: PageContext) async throws -> Response {
        let asked = try asked(request, context)
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
        func rows(_ id: String, _ heading: String, _ items: [(PendingSignatory, String)]) -> ListPage.Table {
            var table = ListPage.Table(
                id, heading,
                [
                    .init(asked.say("Naskah", "Paper")), .init(asked.say("Pihak", "Party")),
                    .init(asked.say("Pada naskah", "On the paper")), .init(asked.say("Pemegang jabatan", "In office")),
                ], none: asked.say("Tidak ada.", "None."))
            for (signatory, holder) in items.prefix(100) {
                table.append([
                    asked.agreement(
                        signatory.agreement, signatory.ref ?? signatory.agreement.rawValue,
                        asked.region(signatory.region),
                        at: "#parties"), .init(signatory.party), .init(signatory.name, detail: signatory.office),
                    .init(holder),
                ])
            }
            return table
        }
        page.tables = [
            rows(
                "changed", asked.say("Sudah berganti", "Changed"),
                found.changed.map { ($0.signatory, $0.holders.map(\.name).joined(separator: ", ")) }),
            rows(
                "unknown", asked.say("Belum ada pemegang jabatan yang tercatat", "Nobody is entered for the office"),
                found.unknown.map { ($0, "–") }),
        ]
        return answer(page, in: .agreements, asked)
    }

    @Sendable private func trouble(_ request: Request, _ context: PageContext) async throws -> Response {
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
                .init(delivery.eventType, path: "/operations/webhooks/\(delivery.endpoint)"),
                .init(engine.endpoints.first { $0.id == delivery.endpoint }?.url ?? delivery.endpoint),
                .init(delivery.lastError),
            ])
        }
        page.tables = [reminders, mails, deliveries]
        return answer(page, in: .operations, asked)
    }
}

extension Question.Name {
    /// The page that answers it.
    var path: String {
        switch self {
        case .today: "/"
        case .gaps: "/gaps"
        case .runway: "/money"
        case .arrears: "/money/arrears"
        case .coverage: "/coverage"
        case .report: "/report"
        case .budgetChanges: "/questions/budget-changes"
        case .memberChanges: "/questions/member-changes"
        case .expiring, .waiting, .unmet, .signatures, .findings, .officers, .trouble: "/questions/\(rawValue)"
        }
    }
}

extension Bilingual {
    fileprivate static let place = Bilingual(id: "tempat dalam daftar", en: "a place in the list")
}
