import Agreements
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// The first page: what the person who has signed in must do today.
struct TodayPages {
    let pages: Pages

    private struct Model {
        struct Row {
            var path: String
            var title: String
        }
        var rows: [Row]
    }

    func add(to router: PageGroup) {
        router.get("/", use: today)
    }

    @Sendable private func today(_ request: Request, _ context: PageContext) async throws -> Response {
        var query = AgreementQuery()
        query.waitingOn = context.principal.role == .admin ? nil : context.principal.role
        query.within = context.principal.regions
        let found = try await pages.engine.ledger.agreements(query)
        let model = Model(rows: found.map { .init(path: "/agreements/\($0.id)", title: $0.title) })
        let title = Section.today.label.text(context.language)
        return pages.page("today", title, in: .today, model, context)
    }
}
