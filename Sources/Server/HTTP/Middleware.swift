import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Metrics

/// Tells every error as a problem, in the reader's language; what nobody foresaw is logged.
struct ProblemMiddleware: RouterMiddleware {
    let logger: Logger

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.language = Language(acceptLanguage: request.headers[.acceptLanguage])
        do {
            return try await next(request, context)
        } catch {
            let problem = ProblemDetails(error, context.language)
            if problem.status >= 500 {
                logger.error(
                    "a request failed",
                    metadata: [
                        "method": "\(request.method)", "path": "\(ProblemMiddleware.shown(request.uri.path))",
                        "error": "\(error)",
                    ])
            }
            return problem.response()
        }
    }

    /// A path without what is secret in it: the addresses of calendars, those in mails, and those of invitations.
    private static func shown(_ path: String) -> String {
        // The router overlooks empty steps too.
        guard let first = path.split(separator: "/").first, ["calendar", "unsubscribe", "invitation"].contains(first)
        else {
            return path
        }
        return "/\(first)/…"
    }
}

/// Finds out who asks, and from where: a bearer token (RFC 6750). Cookies are the pages', and mean nothing here.
struct TokenMiddleware: RouterMiddleware {
    let engine: Engine
    let isBehindProxy: Bool

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.visitor = Visitor(request, from: context.remoteAddress, isBehindProxy: isBehindProxy)
        if let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw EngineError.unauthorized }
            context.principal = try await engine.principal(token: String(parts[1]))
        }
        return try await next(request, context)
    }
}

/// Counts and times every request by method, route and status.
struct RequestMetrics: RouterMiddleware {
    let factory: any MetricsFactory

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let route = context.endpointPath ?? "none"
        Counter(
            label: "pksd_http_requests_total",
            dimensions: [
                ("method", request.method.rawValue), ("route", route), ("status", String(response.status.code)),
            ],
            factory: factory
        ).increment()
        Timer(label: "pksd_http_request_seconds", dimensions: [("route", route)], factory: factory)
            .recordNanoseconds(start.duration(to: .now).nanoseconds)
        return response
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
