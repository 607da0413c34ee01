import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// Setting a password by an invitation, changing it, and where one is signed in.
struct PasswordPages {
    let pages: Pages

    private var engine: Engine { pages.engine }

    private struct InvitationModel {
        var name: String
        var signInName: String
        var action: String
        var error: String?
    }

    private struct Model {
        struct SessionRow {
            var id: String
            var since: String
            var seen: String
            var from: String
            var agent: String
            var isThis: Bool
        }

        var name: String
        var signInName: String
        var done: Bool
        var password: FormModel
        var sessions: [SessionRow]
        var formToken: String
    }

    func add(to open: RouterGroup<AppContext>, _ signedIn: PageGroup) {
        open.get("invitation/:secret") { _, context in try await invitation(context) }
        open.post("invitation/:secret", use: accept)
        signedIn.get("me") { request, context in
            try await me(context, done: request.uri.queryParameters["done"] != nil)
        }
        signedIn.post("me/password", use: change)
        signedIn.post("me/sessions/:id/end", use: end)
    }

    // MARK: Invitations

    private func invitation(
        _ context: AppContext, error: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let secret = try context.parameters.require("secret")
        guard let invited = try await engine.invitation(link: secret) else { throw SignInError.invitationOver }
        let title = Bilingual(id: "Selamat datang", en: "Welcome").text(context.language)
        let model = InvitationModel(
            name: invited.person.name, signInName: invited.signInName, action: "/invitation/\(secret)", error: error)
        return pages.publicPage("invitation", title, model, context.language, path: "/", status: status)
    }

    @Sendable private func accept(_ request: Request, _ context: AppContext) async throws -> Response {
        let language = context.language
        guard context.input.verbatim("password") == context.input.verbatim("again") else {
            let text = Bilingual(id: "kedua kata sandi tidak sama", en: "the two passwords differ").text(language)
            return try await invitation(context, error: text, status: .unprocessableContent)
        }
        do {
            let signedIn = try await engine.acceptInvitation(
                link: try context.parameters.require("secret"), password: context.input.verbatim("password"),
                from: context.visitor)
            var response = pages.done("/")
            response.headers[values: .setCookie].append(pages.cookie.setting(signedIn.cookie ?? ""))
            return response
        } catch EngineError.invalid(let problems) {
            return try await invitation(
                context, error: problems.map { $0.text(language) }.joined(separator: "; "),
                status: .unprocessableContent)
        } catch SignInError.busy {
            return try await invitation(
                context, error: SignInError.busy.message.text(language), status: .serviceUnavailable)
        }
    }

    // MARK: One's own

    private static let form = Form(
        id: "password", action: "/me/password", title: Bilingual(id: "Ganti kata sandi", en: "Change the password"),
        button: Bilingual(id: "Ganti", en: "Change"),
        fields: [
            Form.Field(
                name: "old", label: Bilingual(id: "Kata sandi lama", en: "Old password"), content: .password,
                autocomplete: "current-password"),
            Form.Field(
                name: "password", label: Bilingual(id: "Kata sandi baru", en: "New password"), content: .password,
                hint: Bilingual(id: "sedikitnya 12 huruf", en: "at least 12 characters"), autocomplete: "new-password"),
        ])

    private func me(
        _ context: PageContext, done: Bool = false, refusal: FormRefusal? = nil
    ) async throws -> Response {
        let language = context.language
        let signedIn = context.signedIn
        let sessions = try await engine.sessions(of: signedIn.person.id, for: context.principal)
        let model = Model(
            name: signedIn.person.name, signInName: signedIn.account.name, done: done,
            password: pages.model(
                PasswordPages.form, context, input: refusal.map { _ in context.input }, refusal: refusal),
            sessions: sessions.map { session in
                .init(
                    id: session.id, since: Zone.wib.text(session.createdAt, language),
                    seen: Zone.wib.text(session.lastSeenAt, language), from: session.network, agent: session.agent,
                    isThis: session.id == signedIn.session.id)
            }, formToken: signedIn.formToken)
        let title = Bilingual(id: "Kata sandi dan sesi", en: "Password and sessions").text(language)
        return pages.page(
            "me", title, in: nil, model, context, status: refusal == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func change(_ request: Request, _ context: PageContext) async throws -> Response {
        do {
            let signedIn = try await engine.setPassword(
                old: context.input.verbatim("old"), new: context.input.verbatim("password"), context.signedIn,
                from: context.visitor)
            var response = pages.done("/me?done")
            if let cookie = signedIn.cookie {
                response.headers[values: .setCookie].append(pages.cookie.setting(cookie))
            }
            return response
        } catch EngineError.invalid(let problems) {
            return try await me(context, refusal: FormRefusal(problems: problems))
        } catch let error as SignInError {
            return try await me(context, refusal: FormRefusal(errors: [error.message]))
        }
    }

    @Sendable private func end(_ request: Request, _ context: PageContext) async throws -> Response {
        try await engine.endSession(
            try context.parameters.require("id"), of: context.signedIn.person.id, by: context.principal,
            from: context.visitor)
        return pages.done("/me")
    }
}
