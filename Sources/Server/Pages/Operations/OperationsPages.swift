import Agreements
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger

/// Everything about the running of the house on one page: what is wrong first, then a way to each part.
struct OperationsPages {
    let pages: Pages
    let deliveries: DeliveryService
    let rehearsal: Rehearsal?

    private static let troublesMax = 20
    private var engine: Engine { pages.engine }

    private struct Trouble {
        var path: String
        var name: String
        var text: String
    }

    private struct Part {
        var path: String
        var label: String
        var figure: String
        var about: String
    }

    private struct Model {
        var troubles: [Trouble]
        var hasTroubles: Bool
        var parts: [Part]
    }

    func add(to router: PageGroup) {
        router.get("operations") { _, context in try await overview(context) }
        EndpointPages(pages: pages, deliveries: deliveries).add(to: router)
        WorkflowPages(pages: pages).add(to: router)
        HolidayPages(pages: pages).add(to: router)
        PeoplePages(pages: pages).add(to: router)
        PersonAccessPages(pages: pages).add(to: router)
        TokenPages(pages: pages).add(to: router)
        AccessLogPages(pages: pages).add(to: router)
        StatusPages(pages: pages, rehearsal: rehearsal).add(to: router)
    }

    private func overview(_ context: PageContext) async throws -> Response {
        let language = context.language
        let principal = context.principal
        let standings =
            principal.may(.manageEndpoints) ? try await engine.standings(deliveries, for: principal) : []
        var parts: [Part] = []
        func add(_ path: String, _ label: Bilingual, _ count: Int?, _ about: Bilingual) {
            parts.append(
                Part(
                    path: "/operations/" + path, label: label.text(language),
                    figure: count.map { Int64($0).text(language) } ?? "", about: about.text(language)))
        }
        if principal.may(.manageEndpoints) {
            add(
                "webhooks", Bilingual(id: "Webhook", en: "Webhooks"), standings.count,
                Bilingual(id: "siapa diberi tahu, dan apakah sampai", en: "who is told, and whether it arrives"))
        }
        add(
            "workflows", Bilingual(id: "Alur kerja", en: "Workflows"), engine.rules.current.count,
            Bilingual(
                id: "aturan tiap jenis naskah, gambar dan teksnya",
                en: "the rules of each kind of paper, as picture and text"))
        add(
            "people", Bilingual(id: "Orang dan jabatan", en: "People and offices"),
            try await engine.people(for: principal).count,
            Bilingual(
                id: "siapa memegang jabatan apa, dan penggantinya", en: "who holds which office, and who stands in"))
        if principal.may(.manageTokens) {
            add(
                "tokens", Bilingual(id: "Token API", en: "API tokens"), try await engine.tokens(for: principal).count,
                Bilingual(id: "sistem apa yang dapat masuk, dan sebagai apa", en: "which systems get in, and as what"))
        }
        if AccessLogPages.mayRead(principal) {
            add(
                "access-log", Bilingual(id: "Catatan akses", en: "Access log"), nil,
                Bilingual(
                    id: "siapa masuk, ditolak, atau membaca yang peka",
                    en: "who signed in, was refused, or read what is sensitive"))
        }
        add(
            "holidays", Bilingual(id: "Hari libur", en: "Holidays"), nil,
            Bilingual(id: "hari libur tiap tahun, dan keputusan baru", en: "the days off of each year, and new decrees")
        )
        add(
            "status", Bilingual(id: "Status", en: "Status"), nil,
            Bilingual(id: "catatan, antrean, surel, pemeriksaan", en: "record, queues, mail, examination"))
        let troubles = try await troubles(standings, context)
        return pages.page(
            "operations", Section.operations.label.text(language), in: .operations,
            Model(troubles: troubles, hasTroubles: !troubles.isEmpty, parts: parts), context)
    }

    /// What can be seen without examining the whole record.
    private func troubles(_ standings: [EndpointStanding], _ context: PageContext) async throws -> [Trouble] {
        let language = context.language
        var troubles: [Trouble] = []
        func add(_ path: String, _ name: String, _ text: Bilingual) {
            troubles.append(Trouble(path: path, name: name, text: text.text(language)))
        }
        for standing in standings {
            for trouble in standing.troubles({ pages.text($0, context) }) {
                add(EndpointForms.path(standing.endpoint), standing.name, trouble)
            }
        }
        for year in engine.missingYears {
            add(
                "/operations/holidays?year=\(year)", context.say("Hari libur", "Holidays"),
                Bilingual(id: "hari libur \(year) belum dimuat", en: "the days off of \(year) are not loaded"))
        }
        let vacancies = try await engine.ledger.vacancies().filter { context.principal.mayTouch(region: $0.region) }
        for vacancy in vacancies.sorted(by: { ($0.region, $0.role.rawValue) < ($1.region, $1.role.rawValue) }) {
            let region = pages.regionNames([vacancy.region], context)
            add(
                "/operations/people", context.say("Orang", "People"),
                Bilingual(
                    id: "belum ada \(vacancy.role.label.id) di \(region)",
                    en: "nobody is entered for the \(vacancy.role.label.en) in \(region)"))
        }
        if context.principal.may(.managePeople) {
            if let failed = try await engine.ledger.mailCounts()[.failed], failed > 0 {
                add(
                    "/operations/status", context.say("Surel", "Mail"),
                    Bilingual(id: "\(failed) surel gagal terkirim", en: "\(failed) mails could not be sent"))
            }
            if !engine.sendsMail {
                add(
                    "/operations/status", context.say("Surel", "Mail"),
                    Bilingual(id: "server surel belum diatur", en: "the mail server is not set"))
            }
        }
        return Array(troubles.prefix(OperationsPages.troublesMax))
    }
}
