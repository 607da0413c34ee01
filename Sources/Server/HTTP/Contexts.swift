import Documents
import Engine
import Hummingbird

/// What is known about every request.
struct AppContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    var language = Language.indonesian
    /// Who asks, where a token came along.
    var principal: Principal?
    /// Who has signed in to the pages.
    var signedIn: SignedIn?
    /// What a form brought.
    var input = FormInput()
    /// Who stands at the other end of the connection.
    let address: String?
    /// The address that was asked for, with its query.
    var path = "/"
    var visitor = Visitor()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress
    }
}

/// A request by somebody with a token; handlers behind it cannot see an anonymous one.
struct AuthenticatedContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let language: Language
    let principal: Principal

    init(context: AppContext) throws {
        guard let principal = context.principal else { throw EngineError.unauthorized }
        coreContext = context.coreContext
        language = context.language
        self.principal = principal
    }
}
