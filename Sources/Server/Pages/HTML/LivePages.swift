import Agreements
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// Tells an open page that something it shows has changed. It says only that, never what: the page is asked for again, and
/// shows what its reader may see.
struct LivePages {
    let pages: Pages

    func add(to router: PageGroup) {
        router.get("live", use: live)
    }

    @Sendable private func live(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let after = query.integer("after", in: 0...Int64.max) ?? 0
        let agreement = query.text("agreement")
        try query.finish()
        let seen = request.headers[.lastEventID].flatMap { Int64($0) } ?? after
        var wanted = EventQuery(after: seen, within: context.principal.regions)
        wanted.subject = agreement.map { .agreement(.init(rawValue: $0)) }
        let cookie = pages.cookie.value(in: request) ?? ""
        let reader: @Sendable () async throws -> Principal? = { [engine = pages.engine] in
            try await engine.session(cookie: cookie, isSignOfLife: false)?.principal
        }
        return .eventStream(of: wanted, to: reader, pages.engine, request) { _ in ("change", "") }
    }
}
