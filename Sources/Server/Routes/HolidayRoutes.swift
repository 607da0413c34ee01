import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// The days off, and decrees that change them.
struct HolidayRoutes {
    let engine: Engine

    func add(to api: API) {
        api.get("holidays", use: list)
        api.post("holidays", use: accept)
        api.post("holidays/preview", use: preview)
    }

    @Sendable func list(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let year = query.year("year")
        try query.finish()
        return .json(
            HolidayPageView(
                engine.rules.calendar.holidays, of: year, missing: engine.missingYears,
                accepted: try await engine.ledger.holidayFiles()))
    }

    @Sendable func preview(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let query = Query(request)
        let limit = query.limit()
        try query.finish()
        let file = try await ProposedFile(request, context)
        return .json(
            HolidaysPreviewView(
                try await engine.preview(holidays: file.csv, named: file.name, limit: limit, for: context.principal)))
    }

    @Sendable func accept(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let file = try await ProposedFile(request, context)
        let accepted = try await engine.accept(holidays: file.csv, named: file.name, file.circumstances)
        var headers: HTTPFields = [:]
        if accepted.isReplayed { headers[.idempotencyReplayed] = "true" }
        return .json(AcceptedHolidaysView(accepted), status: .created, headers: headers)
    }

    private struct ProposedFile {
        let name: String
        let csv: String
        let circumstances: Circumstances

        init(_ request: Request, _ context: AuthenticatedContext) async throws {
            let body = try await RequestBody(request, context)
            (name, csv) = try body.read { map, _ in
                let (name, csv) = (map.text("name"), map.text("csv"))
                return name.flatMap { name in csv.map { (name, $0) } }
            }
            circumstances = body.circumstances
        }
    }
}
