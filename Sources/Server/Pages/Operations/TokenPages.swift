import Agreements
import Documents
import Engine
import Hummingbird
import Ledger

/// The tokens by which programs are let in: which there are, a new one told once, and their end.
struct TokenPages {
    let pages: Pages

    private static let root = "/operations/tokens"
    private static let rowsMax = 50
    private var engine: Engine { pages.engine }

    private struct Model {
        var table: ListPage.Table
        var createForm: FormModel
    }

    func add(to router: PageGroup) {
        router.get("operations/tokens") { request, context in
            let query = Query(request)
            let after = query.text("after")
            try query.finish()
            return try await list(context, after: after)
        }
        router.post("operations/tokens") { _, context in try await create(context) }
        router.get("operations/tokens/:id/revoke") { _, context in
            confirmRevocation(try await token(context), context)
        }
        router.post("operations/tokens/:id/revoke") { _, context in
            try await engine.revokeToken(try context.key(), by: context.principal, from: context.visitor)
            return pages.done(TokenPages.root)
        }
    }

    private func token(_ context: PageContext) async throws -> Token {
        let id = try context.key()
        guard let token = try await engine.tokens(for: context.principal).first(where: { $0.id == id }) else {
            throw EngineError.notFound(id)
        }
        return token
    }

    // MARK: All

    private func list(
        _ context: PageContext, after: String? = nil, returned: ReturnedForm? = nil
    ) async throws -> Response {
        let newestFirst = try await engine.tokens(for: context.principal).reversed()
        let found = after.map { after in newestFirst.drop { $0.id != after }.dropFirst() } ?? newestFirst[...]
        var table = ListPage.Table(
            "tokens", context.say("Terbaru di atas", "Newest first"),
            [
                .init(context.say("Nama", "Name")), .init(context.say("Sebagai", "As")),
                .init(context.say("Daerah", "Regions")), .init(context.say("Dibuat", "Made")),
                .init(context.say("Terakhir dipakai", "Last used")), .init(context.say("Berakhir", "Ends")),
                .init(context.say("Tindakan", "Act")),
            ], none: context.say("Belum ada token.", "There are no tokens yet."))
        for token in found.prefix(TokenPages.rowsMax) { table.append(cells(token, context)) }
        if found.count > table.rows.count, let last = found.prefix(TokenPages.rowsMax).last {
            table.next = "\(TokenPages.root)?after=\(last.id)"
        }
        let draw = FormDrawing(pages: pages, context: context, returned: returned)
        return pages.page(
            "tokens", context.say("Token API", "API tokens"), in: .operations,
            Model(table: table, createForm: draw(TokenPages.form(context))), context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    private func cells(_ token: Token, _ context: PageContext) -> [ListPage.Cell] {
        let isOver = engine.isOver(token)
        return [
            .init(token.name), .init(token.role.label.text(context.language)),
            .init(pages.regionNames(token.regions, context)),
            .init(
                pages.text(token.createdAt, context),
                detail: token.madeBy?.name ?? context.say("di mesin pksd sendiri", "on the machine itself")),
            .init(token.lastUsedOn?.text(context.language) ?? context.say("belum pernah", "never")),
            .init(
                token.expiresAt.map { pages.text($0, context) } ?? context.say("tidak", "never"),
                detail: isOver ? context.say("sudah berakhir", "is over") : nil, isBad: isOver),
            .init(context.say("Cabut", "Revoke"), path: "\(TokenPages.root)/\(token.id)/revoke"),
        ]
    }

    // MARK: Making

    private static func form(_ context: PageContext) -> Form {
        let principal = context.principal
        return Form(
            id: "create", action: root, title: Bilingual(id: "Buat token", en: "Make a token"),
            button: Bilingual(id: "Buat dan tunjukkan", en: "Make it and show it"),
            fields: [
                Form.Field(
                    name: "name", label: Bilingual(id: "Nama", en: "Name"), content: .text,
                    hint: Bilingual(
                        id: "program yang memakainya, seperti SIPD; tercatat di samping semua yang dilakukannya",
                        en: "the program that uses it, such as SIPD; stands in the record beside all it does")),
                Form.Field(
                    "role", Bilingual(id: "Sebagai", en: "As"),
                    .choice(principal.rolesToGive.map { Form.Choice(value: $0.rawValue, label: $0.label) }),
                    value: Role.integration.rawValue),
                Form.Field(
                    name: "regions", label: Bilingual(id: "Daerah", en: "Regions"), content: .regions,
                    isRequired: !principal.regions.isEmpty,
                    hint: principal.regions.isEmpty
                        ? Bilingual(
                            id: "satu per baris, seperti Kota Kupang atau 53.71; kosong berarti seluruh Indonesia",
                            en: "one a line, such as Kota Kupang or 53.71; empty means all of Indonesia")
                        : Bilingual(id: "satu per baris", en: "one a line"),
                    value: principal.regions.joined(separator: "\n")),
                Form.Field(
                    name: "expires_at", label: Bilingual(id: "Berlaku sampai", en: "Good until"), content: .day,
                    isRequired: false,
                    hint: Bilingual(
                        id: "hari terakhirnya; kosong berarti sampai dicabut",
                        en: "its last day; empty means until it is revoked")),
            ],
            hint: Bilingual(
                id: "Tokennya ditunjukkan satu kali saja, pada halaman berikut.",
                en: "The token is shown once only, on the next page."))
    }

    private func create(_ context: PageContext) async throws -> Response {
        var made: (token: Token, text: String)?
        let refusal = try await pages.carryOut(
            TokenPages.form(context), context,
            reading: { TokenWish($0, $1, untilDayIn: pages.zone(context)) },
            doing: { wish, circumstances in
                made = try await engine.makeToken(wish, by: circumstances.principal, from: context.visitor)
            })
        guard let made, refusal == nil else {
            return try await list(context, returned: refusal.map { ReturnedForm(id: "create", refusal: $0) })
        }
        return pages.answer(
            AnswerPage(
                back: back(context), heading: context.say("Token baru", "The new token"),
                lines: [
                    described(made.token, context),
                    context.say(
                        "Salin sekarang ke tempat yang aman: tidak akan ditunjukkan lagi.",
                        "Copy it to a safe place now: it is not shown again."),
                ], secret: made.text), context)
    }

    // MARK: Revoking

    private func confirmRevocation(_ token: Token, _ context: PageContext) -> Response {
        let form = Form(
            id: "revoke", action: "\(TokenPages.root)/\(token.id)/revoke",
            title: Bilingual(id: "Cabut token", en: "Revoke the token"),
            button: Bilingual(id: "Ya, cabut", en: "Yes, revoke it"), fields: [], isDangerous: true)
        return pages.confirm(
            form,
            described(token, context),
            context.say(
                "Program yang memakainya langsung ditolak; ini tidak dapat dibatalkan.",
                "The program that uses it is turned away at once; this cannot be undone."),
            back: back(context), context)
    }

    private func back(_ context: PageContext) -> AnswerPage.Back {
        .init(path: TokenPages.root, label: context.say("Token API", "API tokens"))
    }

    private func described(_ token: Token, _ context: PageContext) -> String {
        "\(token.name): \(token.role.label.text(context.language)), \(pages.regionNames(token.regions, context))"
    }
}
