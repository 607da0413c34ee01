import Agreements
import HTTPTypes
import Hummingbird
import Webhooks

/// What events there are and what they hold, for whoever writes a consumer.
struct CatalogueRoutes {
    func add(to api: API) {
        api.get("events/catalogue", use: catalogue)
        api.get("events/schemas/:type", use: schema)
    }

    @Sendable func catalogue(_ request: Request, _ context: AuthenticatedContext) throws -> Response {
        try Query(request).finish()
        return .json(try EventCatalogue.asyncAPI())
    }

    @Sendable func schema(_ request: Request, _ context: AuthenticatedContext) throws -> Response {
        try Query(request).finish()
        var response = Response.json(
            try EventCatalogue.schema(of: EventType(named: try context.parameters.require("type"))))
        response.headers[.contentType] = "application/schema+json"
        return response
    }
}
