import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird

/// What time it is for the daemon; in a rehearsal, also the hands of the clock.
struct ClockRoutes {
    let engine: Engine
    let rehearsal: Rehearsal?

    func add(to api: API) {
        api.get("clock", use: read)
        api.post("clock", use: move)
    }

    private struct ClockView: Encodable {
        var now: Instant
        var rehearsal: Bool
    }

    @Sendable func read(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        .json(ClockView(now: engine.clock.now(), rehearsal: rehearsal != nil))
    }

    @Sendable func move(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        let body = try await RequestBody(request, context)
        guard let rehearsal else {
            throw EngineError.impossible(
                Bilingual(
                    id: "jam hanya dapat diputar pada latihan (pksd serve --rehearsal)",
                    en: "the clock can be moved only in a rehearsal (pksd serve --rehearsal)"))
        }
        let now = engine.clock.now()
        let target: Instant = try body.read { map, problems in
            let to = map.optional("to").flatMap { problems.parsed($0, as: .instant) { Instant($0) } }
            let what = Bilingual(id: "lama seperti P30D atau PT2H", en: "a length such as P30D or PT2H")
            let by = map.optional("advance").flatMap { problems.parsed($0, as: what) { Period($0) } }
            return to ?? by?.after(now, in: .wib)
        }
        return .json(
            ClockView(now: try await rehearsal.advance(to: target, for: context.principal), rehearsal: true))
    }
}
