import Documents
public import Engine
import Hummingbird
public import Logging

typealias API = RouterGroup<AuthenticatedContext>

/// Everything that answers over HTTP.
public struct Routes: Sendable {
    let engine: Engine
    let prometheus: Prometheus
    let deliveries: DeliveryService
    let rehearsal: Rehearsal?
    let logger: Logger
    let signOn: SignOnProviders
    /// Where others reach the daemon, without a slash at the end; nil where that is not known.
    let publicURL: String?

    public init(
        engine: Engine, prometheus: Prometheus, deliveries: DeliveryService, rehearsal: Rehearsal? = nil,
        signOn: SignOnProviders, publicURL: String? = nil, logger: Logger
    ) {
        self.engine = engine
        self.deliveries = deliveries
        self.prometheus = prometheus
        self.rehearsal = rehearsal
        self.signOn = signOn
        self.publicURL = publicURL
        self.logger = logger
    }

    func router() throws -> Router<AppContext> {
        let router = Router(context: AppContext.self)
        router.addMiddleware {
            RequestMetrics(factory: prometheus)
            ProblemMiddleware(logger: logger)
            TokenMiddleware(engine: engine, isBehindProxy: publicURL != nil)
        }
        OperationsRoutes(engine: engine, prometheus: prometheus).add(to: router)
        let pages = try Pages(engine: engine, signOn: signOn, publicURL: publicURL)
        let desk = SheetDesk()
        PageRoutes(pages: pages, desk: desk, deliveries: deliveries, rehearsal: rehearsal).add(to: router)
        try UnsubscribeRoutes(engine: engine).add(to: router)
        let calendars = CalendarRoutes(engine: engine, publicURL: publicURL)
        calendars.add(to: router)
        let api = router.group("v1", context: AuthenticatedContext.self)
        AgreementRoutes(engine: engine).add(to: api)
        WorkRoutes(engine: engine).add(to: api)
        ListRoutes(engine: engine).add(to: api)
        QuestionRoutes(engine: engine).add(to: api)
        FactRoutes(engine: engine).add(to: api)
        EventRoutes(engine: engine, deliveryService: deliveries).add(to: api)
        CatalogueRoutes().add(to: api)
        ReminderRoutes(engine: engine).add(to: api)
        PeopleRoutes(engine: engine).add(to: api)
        AccessRoutes(engine: engine, publicURL: publicURL).add(to: api)
        calendars.add(to: api)
        EndpointRoutes(engine: engine, deliveryService: deliveries).add(to: api)
        PullRoutes(engine: engine).add(to: api)
        RegionRoutes(engine: engine).add(to: api)
        MoneyRoutes(engine: engine).add(to: api)
        RateRoutes(engine: engine).add(to: api)
        HolidayRoutes(engine: engine).add(to: api)
        ImportRoutes(engine: engine, desk: desk).add(to: api)
        WorkflowRoutes(engine: engine).add(to: api)
        ClockRoutes(engine: engine, rehearsal: rehearsal).add(to: api)
        DoctorRoutes(engine: engine).add(to: api)
        return router
    }
}
