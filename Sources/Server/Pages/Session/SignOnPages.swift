import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Logging
public import SignOn

/// Signing in by an OpenID Provider: to it and back (OpenID Connect Core 1.0, 3.1).
struct SignOnPages {
    /// Keeps what was begun until the browser comes back; only on the way that leads there.
    private static let cookie = "pksd_sign_on"

    let pages: Pages

    func add(to router: RouterGroup<AppContext>) {
        router.get("sign-in/:provider", use: begin)
        router.get("sign-in/:provider/callback", use: finish)
    }

    private func party(_ context: AppContext) throws -> RelyingParty {
        let id = try context.parameters.require("provider")
        guard let party = pages.signOn.parties.first(where: { $0.provider.id == id }) else {
            throw EngineError.notFound(id)
        }
        return party
    }

    @Sendable private func begin(_ request: Request, _ context: AppContext) async throws -> Response {
        let party = try party(context)
        do {
            let (address, pending) = try await party.begin(
                returnTo: SignInPages.local(request.uri.queryParameters["to"]), at: SystemClock().now())
            var response = pages.done(address)
            let sealed = try pages.signOn.seal.seal(pending)
            response.headers[values: .setCookie].append(
                setting(sealed, seconds: PendingSignOn.lifetime.components.seconds))
            return response
        } catch let error as SignOnError {
            return refuse(error, party, context)
        }
    }

    @Sendable private func finish(_ request: Request, _ context: AppContext) async throws -> Response {
        let party = try party(context)
        let now = SystemClock().now()
        do {
            let sealed = request.cookies[SignOnPages.cookie]?.value ?? ""
            let pending = try pages.signOn.seal.open(sealed, at: now)
            let identity = try await party.finish(query: request.uri.query ?? "", pending: pending, at: now)
            let signedIn = try await pages.engine.signIn(
                issuer: identity.issuer, subject: identity.subject, email: identity.email,
                isEmailVerified: identity.isEmailVerified, from: context.visitor)
            var response = pages.done(SignInPages.local(Substring(pending.returnTo)))
            response.headers[values: .setCookie].append(pages.cookie.setting(signedIn.cookie ?? ""))
            response.headers[values: .setCookie].append(setting("", seconds: 0))
            return response
        } catch let error as SignOnError {
            return refuse(error, party, context)
        } catch let error as SignInError {
            return page(error.message.text(context.language), context)
        }
    }

    /// What an operator must mend stands in the log; a stranger is told nothing of it.
    private func refuse(_ error: SignOnError, _ party: RelyingParty, _ context: AppContext) -> Response {
        pages.engine.logger.log(
            level: error.needsMending ? .warning : .info, "signing in by a provider did not work",
            metadata: ["provider": "\(party.provider.id)", "reason": "\(error.message.en)"])
        return page(error.publicMessage.text(context.language), context)
    }

    private func page(_ detail: String, _ context: AppContext) -> Response {
        var response = SignInPages(pages: pages).page(telling: detail, context)
        response.headers[values: .setCookie].append(setting("", seconds: 0))
        return response
    }

    private func setting(_ value: String, seconds: Int64) -> String {
        "\(SignOnPages.cookie)=\(value); Path=/sign-in; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (pages.cookie.isSecure ? "; Secure" : "")
    }
}

/// The providers by which people may sign in, and what keeps a sign-in until it comes back.
public struct SignOnProviders: Sendable {
    let parties: [RelyingParty]
    let seal: PendingSeal

    /// - Parameter seal: under a key of this start; one that is begun before a restart is begun again after it.
    public init(_ parties: [RelyingParty], seal: PendingSeal) {
        self.parties = parties
        self.seal = seal
    }
}
