import Engine
import Hummingbird

/// All pages, each under its own address; what is written there is a form, what is read there is HTML.
struct PageRoutes {
    let pages: Pages
    let desk: SheetDesk
    let deliveries: DeliveryService
    let rehearsal: Rehearsal?

    func add(to router: Router<AppContext>) {
        pages.assets.add(to: router)
        let open = router.group().add(middleware: PageMiddleware(pages: pages))
        SignInPages(pages: pages).add(to: open)
        SignOnPages(pages: pages).add(to: open)
        let signedIn = open.group(context: PageContext.self)
        PasswordPages(pages: pages).add(to: open, signedIn)
        TodayPages(pages: pages).add(to: signedIn)
        LivePages(pages: pages).add(to: signedIn)
        AgreementListPages(pages: pages).add(to: signedIn)
        AgreementExport(pages: pages).add(to: signedIn)
        ImportPages(pages: pages, desk: desk).add(to: signedIn)
        NewAgreementPages(pages: pages).add(to: signedIn)
        CoveragePages(pages: pages).add(to: signedIn)
        QuestionPages(pages: pages).add(to: signedIn)
        MoneyPages(pages: pages).add(to: signedIn)
        AgreementPages(pages: pages).add(to: signedIn)
        OperationsPages(pages: pages, deliveries: deliveries, rehearsal: rehearsal).add(to: signedIn)
        MonthPages(pages: pages).add(to: signedIn)
        ReportPages(pages: pages).add(to: signedIn)
    }
}
