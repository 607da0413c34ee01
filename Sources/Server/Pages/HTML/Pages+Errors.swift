import Documents
import Engine
import HTTPTypes
import Hummingbird
import Logging

extension Pages {
    private struct Model {
        var title: String
        var detail: String
        var details: [String]
    }

    /// An error as a page: what is wrong, and a way on.
    func errorPage(_ error: any Error, _ context: AppContext) -> Response {
        let language = context.language
        if error is ForeignForm {
            return self.error(
                Bilingual(id: "Formulir ini bukan dari sini", en: "This form is not one of ours"),
                Bilingual(
                    id: "Formulir dikirim oleh situs lain; tidak ada yang diubah.",
                    en: "Another site sent it; nothing was changed."), .forbidden, context)
        }
        if let error = error as? SignInError {
            return self.error(
                Bilingual(id: "Tidak bisa masuk", en: "No way in"), error.message,
                error == .invitationOver ? .gone : .forbidden, context)
        }
        let problem = ProblemDetails(error, language)
        if problem.status >= 500 {
            engine.logger.error(
                "a page failed", metadata: ["path": "\(path(context))", "error": "\(error)"])
        }
        let model = Model(
            title: problem.title, detail: problem.detail, details: problem.errors?.map(\.detail) ?? [])
        return render(model, .init(code: problem.status), context)
    }

    fileprivate func noSuchPage(_ context: AppContext) -> Response {
        error(
            Bilingual(id: "Halaman tidak ada", en: "No such page"),
            Bilingual(
                id: "Alamat ini tidak ada di pksd; mungkin salah ketik atau sudah dipindahkan.",
                en: "There is nothing at this address; perhaps it was mistyped or has moved."), .notFound, context)
    }

    /// Without what is secret in it.
    private func path(_ context: AppContext) -> String {
        ProblemMiddleware.shown(String(context.path.prefix { $0 != "?" }))
    }

    private func error(
        _ title: Bilingual, _ detail: Bilingual, _ status: HTTPResponse.Status, _ context: AppContext
    ) -> Response {
        render(
            Model(title: title.text(context.language), detail: detail.text(context.language), details: []), status,
            context)
    }

    private func render(_ model: Model, _ status: HTTPResponse.Status, _ context: AppContext) -> Response {
        guard let page = try? PageContext(context: context) else {
            return publicPage("error", model.title, model, context.language, path: "/", status: status)
        }
        return self.page("error", model.title, in: nil, model, page, status: status)
    }
}

/// An address that is none of ours, for people; programs are told in their own words.
struct UnknownAddress: RouterMiddleware {
    let pages: Pages

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            guard request.headers[.accept]?.contains("text/html") == true else { throw error }
            var context = context
            context.language =
                request.cookies[LanguageCookie.name].flatMap { Language(rawValue: $0.value) } ?? .indonesian
            return pages.noSuchPage(context)
        }
    }
}
