import Agreements
import Documents
import Engine
import Hummingbird
import Ledger

/// Letting somebody in, and out: invitations, accounts, and the browsers in which they are signed in.
struct PersonAccessPages {
    let pages: Pages

    private var engine: Engine { pages.engine }

    func add(to router: PageGroup) {
        router.post("operations/people/:id/invite") { _, context in try await invite(context) }
        router.get("operations/people/:id/disable") { _, context in
            try await confirmDisabling(try await person(context), context)
        }
        router.post("operations/people/:id/disable") { _, context in
            try await engine.disableAccount(of: try context.key(), by: context.principal, from: context.visitor)
            return pages.done(PersonForms.path(try await person(context)))
        }
        router.post("operations/people/:id/enable") { _, context in
            try await engine.enableAccount(of: try context.key(), by: context.principal, from: context.visitor)
            return pages.done(PersonForms.path(try await person(context)))
        }
        router.get("operations/people/:id/sessions") { _, context in
            try await sessions(try await person(context), context)
        }
        router.get("operations/people/:id/sessions/:session/end") { _, context in
            confirmEnding(try context.key("session"), of: try await person(context), context)
        }
        router.post("operations/people/:id/sessions/:session/end") { _, context in
            let person = try await person(context)
            try await engine.endSession(
                try context.key("session"), of: person.id, by: context.principal, from: context.visitor)
            return pages.done(PersonForms.path(person))
        }
    }

    private func person(_ context: PageContext) async throws -> Person {
        try await engine.person(try context.key(), for: context.principal)
    }

    private func back(_ person: Person) -> AnswerPage.Back {
        .init(path: PersonForms.path(person), label: person.name)
    }

    // MARK: Invitations

    private func invite(_ context: PageContext) async throws -> Response {
        let link = try await engine.invite(try context.key(), by: context.principal, from: context.visitor)
        let lines = [
            context.say(
                "Berikan tautan ini hanya kepada \(link.person.name): di sana ia memilih kata sandinya.",
                "Give this link to \(link.person.name) only: there they choose their password."),
            context.say(
                "Berlaku sekali, sampai \(pages.text(link.expiresAt, context)); tautan sebelumnya tidak berlaku lagi, dan yang ini tidak akan ditunjukkan lagi.",
                "Good once, until \(pages.text(link.expiresAt, context)); an earlier link has ended, and this one is not shown again."
            ),
        ]
        return pages.answer(
            AnswerPage(
                back: back(link.person), heading: context.say("Tautan undangan", "Invitation link"), lines: lines,
                secret: context.site + link.path), context)
    }

    // MARK: Accounts

    private func confirmDisabling(_ person: Person, _ context: PageContext) async throws -> Response {
        let tokens = try await engine.tokens(of: person, for: context.principal)
        func names(_ tokens: [Token]) -> String { tokens.map(\.name).joined(separator: ", ") }
        let form = Form(
            id: "disable", action: PersonForms.path(person) + "/disable",
            title: Bilingual(id: "Nonaktifkan akun", en: "Disable the account"),
            button: Bilingual(id: "Ya, nonaktifkan", en: "Yes, disable it"), fields: [], isDangerous: true)
        return pages.confirm(
            form,
            person.name,
            context.say(
                "Ia langsung dikeluarkan dari semua peramban dan tidak dapat masuk lagi. Jabatan dan riwayatnya tetap.",
                "They are signed out of every browser at once and cannot sign in. Their offices and history stay."
            ),
            tokens.own.isEmpty
                ? nil
                : context.say(
                    "Token atas namanya dicabut: \(names(tokens.own)).",
                    "Tokens in their name are revoked: \(names(tokens.own))."),
            tokens.made.isEmpty
                ? nil
                : context.say(
                    "Token yang ia buat untuk sistem lain tetap berlaku: \(names(tokens.made)).",
                    "Tokens that they made for other systems stay valid: \(names(tokens.made))."),
            back: back(person), context)
    }

    // MARK: Sessions

    private func sessions(_ person: Person, _ context: PageContext) async throws -> Response {
        let sessions = try await engine.sessions(of: person.id, for: context.principal, from: context.visitor)
        var page = ListPage(title: context.say("Sesi \(person.name)", "Sessions of \(person.name)"))
        page.introduction = context.say(
            "Peramban tempat ia sedang masuk. Membaca halaman ini dicatat.",
            "The browsers in which they are signed in. Reading this page is written down.")
        var table = ListPage.Table(
            "sessions", context.say("Sedang masuk", "Signed in"),
            [
                .init(context.say("Masuk", "Since")), .init(context.say("Sebagai", "As")),
                .init(context.say("Terakhir terlihat", "Last seen")), .init(context.say("Dari", "From")),
                .init(context.say("Tindakan", "Act")),
            ], none: context.say("Tidak sedang masuk di mana pun.", "Not signed in anywhere."))
        for session in sessions {
            table.append([
                .init(pages.text(session.createdAt, context)), .init(session.role.label.text(context.language)),
                .init(pages.text(session.lastSeenAt, context)),
                .init(session.network.isEmpty ? nil : session.network, detail: session.agent),
                .init(
                    context.say("Akhiri", "End it"), path: "\(PersonForms.path(person))/sessions/\(session.id)/end"),
            ])
        }
        page.tables = [table]
        page.links = [.init(path: PersonForms.path(person), text: person.name)]
        return pages.page("list", page.title, in: .operations, page, context)
    }

    private func confirmEnding(_ session: String, of person: Person, _ context: PageContext) -> Response {
        let form = Form(
            id: "end", action: "\(PersonForms.path(person))/sessions/\(session.asQueryValue)/end",
            title: Bilingual(id: "Akhiri sesi", en: "End the session"),
            button: Bilingual(id: "Ya, akhiri", en: "Yes, end it"), fields: [], isDangerous: true)
        return pages.confirm(
            form,
            person.name,
            context.say(
                "Di peramban itu ia harus masuk lagi.", "In that browser they have to sign in again."),
            back: back(person), context)
    }
}
