import Agreements
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import SignOn

/// Signing in and out. What somebody typed while their session ended is kept through it.
struct SignInPages {
    let pages: Pages

    private struct Model {
        var to: String
        var name: String
        var error: String?
        var providers: [Provider]
        /// Fields of a form that waits for its sender to sign in.
        var kept: [FormModel.Hidden]
        var hasKept: Bool
        /// It cannot be kept.
        var isLost: Bool
        /// Where that form stood.
        var shown: String
    }

    private struct Provider {
        var path: String
        var label: String
    }

    private struct ResumeModel {
        var to: String
        var hidden: [FormModel.Hidden]
        var shown: [FormModel.Hidden]
        /// Where it is to be typed once more, if it was not kept.
        var again: String?
    }

    /// What is sent before anybody has signed in.
    static func isPublic(_ path: String) -> Bool {
        ["/sign-in", "/language"].contains(path) || path.hasPrefix("/invitation/")
    }

    /// What a form that waits is called while it waits.
    private static let keptPrefix = "kept."

    func add(to router: RouterGroup<AppContext>) {
        router.get("sign-in") { request, context in
            if context.signedIn != nil { return pages.done(SignInPages.local(request.uri.queryParameters["to"])) }
            return page(to: SignInPages.local(request.uri.queryParameters["to"]), context)
        }
        router.post("sign-in", use: signIn)
        router.post("language", use: language)
        router.group(context: PageContext.self).post("sign-out", use: signOut).post("session/role", use: role)
    }

    /// A page was asked for, or a form sent, by somebody who has to sign in first.
    func ask(_ request: Request, _ context: AppContext) -> Response {
        guard request.method == .post else {
            return pages.done(SignInPages.path(to: context.path))
        }
        let kept = SignInPages.kept(context.input)
        return page(
            to: kept.isEmpty ? context.shown : context.path, kept: kept, isLost: kept.isEmpty, context,
            status: .forbidden)
    }

    private static func path(to path: String) -> String {
        path == "/" ? "/sign-in" : "/sign-in?to=\(path.asQueryValue)"
    }

    /// What is kept of a form: no secret, and nothing of one that would be half of itself without its file.
    private static func kept(_ input: FormInput) -> [(name: String, value: String)] {
        guard input.files.allSatisfy(\.bytes.isEmpty) else { return [] }
        let kept = input.fields.filter { $0.name != FormFields.token && !FormFields.secrets.contains($0.name) }
        return kept.allSatisfy { FormFields.unseen.contains($0.name) } ? [] : kept
    }

    @Sendable private func signIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let input = context.input
        let to = SignInPages.local(Substring(input.text("to")))
        let kept = input.fields.filter { $0.name.hasPrefix(SignInPages.keptPrefix) }.map { field in
            (name: String(field.name.dropFirst(SignInPages.keptPrefix.count)), value: field.value)
        }
        do {
            let signedIn = try await pages.engine.signIn(
                name: input.text("name"), password: input.verbatim("password"), from: context.visitor)
            var context = context
            context.signedIn = signedIn
            var response = kept.isEmpty ? pages.done(to) : resume(to, kept, try PageContext(context: context))
            response.headers[values: .setCookie].append(pages.cookie.setting(signedIn.cookie ?? ""))
            return response
        } catch let error as SignInError {
            return page(
                to: to, kept: kept, name: input.text("name"), error: error.message.text(context.language), context,
                status: .forbidden)
        }
    }

    private func page(
        to: String, kept: [(name: String, value: String)] = [], isLost: Bool = false, name: String = "",
        error: String? = nil, _ context: AppContext, status: HTTPResponse.Status = .ok
    ) -> Response {
        let title = Bilingual(id: "Masuk", en: "Sign in").text(context.language)
        // What is sent elsewhere, or asked for in another language, is a page.
        let back = kept.isEmpty ? to : context.shown
        let model = Model(
            to: to, name: name, error: error,
            providers: pages.signOn.parties.map { party in
                Provider(
                    path: "/sign-in/\(party.provider.id)?to=\(back.asQueryValue)",
                    label: party.provider.label.text(context.language))
            },
            kept: kept.map { .init(name: SignInPages.keptPrefix + $0.name, value: $0.value) }, hasKept: !kept.isEmpty,
            isLost: isLost, shown: context.shown)
        return pages.publicPage(
            "sign-in", title, model, context.language, path: SignInPages.path(to: back), status: status)
    }

    /// - Parameter error: why another way to sign in did not work.
    func page(telling error: String, _ context: AppContext) -> Response {
        page(to: "/", error: error, context, status: .forbidden)
    }

    /// What was typed before, to be sent once more by its sender: nothing is sent unseen.
    private func resume(_ to: String, _ kept: [(name: String, value: String)], _ context: PageContext) -> Response {
        let model = ResumeModel(
            to: to,
            hidden: [.init(name: FormFields.token, value: context.signedIn.formToken)]
                + kept.map { .init(name: $0.name, value: $0.value) },
            shown: kept.filter { !FormFields.unseen.contains($0.name) && !$0.value.isEmpty }.map {
                .init(name: $0.name, value: $0.value)
            }, again: kept.isEmpty ? context.path : nil)
        let title = Bilingual(id: "Lanjutkan", en: "Go on").text(context.language)
        return pages.page("resume", title, in: nil, model, context)
    }

    /// - Parameter input: what was sent in a session that has ended.
    func resume(_ to: String, _ input: FormInput, _ context: PageContext) -> Response {
        resume(to, SignInPages.kept(input), context)
    }

    @Sendable private func signOut(_ request: Request, _ context: PageContext) async throws -> Response {
        try await pages.engine.signOut(context.signedIn, from: context.visitor)
        var response = pages.done("/sign-in")
        response.headers[values: .setCookie].append(pages.cookie.ending)
        return response
    }

    @Sendable private func role(_ request: Request, _ context: PageContext) async throws -> Response {
        guard let role = Role(rawValue: context.input.text("role")) else {
            throw EngineError.notFound(context.input.text("role"))
        }
        let signedIn = try await pages.engine.switchRole(
            to: role, context.signedIn, from: context.visitor)
        var response = pages.done("/")
        if let cookie = signedIn.cookie { response.headers[values: .setCookie].append(pages.cookie.setting(cookie)) }
        return response
    }

    @Sendable private func language(_ request: Request, _ context: AppContext) async throws -> Response {
        var response = pages.done(SignInPages.local(Substring(context.input.text("to"))))
        if let language = Language(rawValue: context.input.text("language")) {
            response.headers[values: .setCookie].append(LanguageCookie.setting(language.rawValue))
        }
        return response
    }

    /// A path of this site; anything else leads to the first page.
    static func local(_ path: Substring?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), !path.hasPrefix("/\\"),
            path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
        else { return "/" }
        return String(path)
    }
}
