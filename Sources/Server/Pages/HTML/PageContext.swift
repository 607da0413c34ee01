import Agreements
import Documents
import Engine
import Hummingbird
import Ledger

typealias PageGroup = RouterGroup<PageContext>

/// A request for a page by somebody who has signed in; pages behind it cannot see an anonymous one.
struct PageContext: ChildRequestContext {
    var coreContext: CoreRequestContextStorage
    let language: Language
    let signedIn: SignedIn
    /// What a form brought; empty where there is none.
    let input: FormInput
    /// Where they come from.
    let visitor: Visitor
    /// The page that the reader looks at, for ways back: it can be asked for, even where this is a form that came back.
    let path: String
    /// The address under which they reach us, without a slash at the end.
    let site: String

    init(context: AppContext) throws {
        guard let signedIn = context.signedIn else { throw SignInNeeded() }
        coreContext = context.coreContext
        language = context.language
        self.signedIn = signedIn
        input = context.input
        path = context.shown
        site = context.site
        visitor = context.visitor
    }

    var principal: Principal { signedIn.principal }

    /// The region that a page is about: the one asked for, by its code or its name, else the reader's own where they have
    /// but one.
    func region(_ query: Query, _ regions: Regions) -> String? {
        let own = principal.regions.count == 1 ? principal.regions.first : nil
        return query.text("region").map(regions.code) ?? own
    }

    func scope(_ query: Query, _ regions: Regions) -> Scope {
        let region = region(query, regions)
        return Scope(region: region == "00" ? nil : region, programme: query.choice("program"))
    }
}

/// The page is for people who have signed in, and this one has not, or not lately.
struct SignInNeeded: Error {}
