import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Logging

/// Around every page: who has signed in, in which language, and that a form is one of ours. Errors become pages.
struct PageMiddleware: RouterMiddleware {
    let pages: Pages

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.path = request.uri.path + (request.uri.query.map { "?" + $0 } ?? "")
        context.language = .indonesian
        do {
            if let cookie = pages.cookie.value(in: request) {
                context.signedIn = try await pages.engine.session(cookie: cookie)
            }
            let chosen = request.cookies[LanguageCookie.name].flatMap { Language(rawValue: $0.value) }
            context.language = chosen ?? context.signedIn?.person.language ?? .indonesian
            if request.method != .get, request.method != .head {
                guard PageMiddleware.isOurs(request) else { throw ForeignForm() }
                context.input = try await FormInput(request)
                if let signedIn = context.signedIn, !SignInPages.isPublic(request.uri.path),
                    !signedIn.accepts(formToken: context.input.text(FormFields.token))
                {
                    // Drawn for a session that has ended since; its sender has signed in again elsewhere.
                    return SignInPages(pages: pages).resume(
                        context.path, context.input, try PageContext(context: context))
                }
            }
            return try await next(request, context)
        } catch is SignInNeeded {
            return SignInPages(pages: pages).ask(request, context)
        } catch {
            return pages.errorPage(error, context)
        }
    }

    /// A form of another site is refused twice over: by what browsers say about it, and by the token it cannot know.
    private static func isOurs(_ request: Request) -> Bool {
        if let site = request.headers[.secFetchSite], !["same-origin", "none"].contains(site) { return false }
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        guard let host = request.head.authority else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}

/// A form that another site sent in somebody's name.
struct ForeignForm: Error {}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
    static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
}
