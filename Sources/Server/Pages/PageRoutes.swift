import Hummingbird

/// All pages, each under its own address; what is written there is a form, what is read there is HTML.
struct PageRoutes {
    let pages: Pages

    init(_ pages: Pages) {
        self.pages = pages
    }

    func add(to router: Router<AppContext>) {
        pages.assets.add(to: router)
        let open = router.group().add(middleware: PageMiddleware(pages: pages))
        SignInPages(pages: pages).add(to: open)
        let signedIn = open.group(context: PageContext.self)
        PasswordPages(pages: pages).add(to: open, signedIn)
        TodayPages(pages: pages).add(to: signedIn)
        LivePages(pages: pages).add(to: signedIn)
        AgreementListPages(pages: pages).add(to: signedIn)
        NewAgreementPages(pages: pages).add(to: signedIn)
        CoveragePages(pages: pages).add(to: signedIn)
        MoneyPages(pages: pages).add(to: signedIn)
        AgreementPages(pages: pages).add(to: signedIn)
        MonthPages(pages: pages).add(to: signedIn)
        ReportPages(pages: pages).add(to: signedIn)
    }
}
