import Agreements
import Documents
import Engine
import Hummingbird
import Ledger

/// The access log: who was let in or turned away, and who read what is sensitive.
struct AccessLogPages {
    let pages: Pages

    private static let root = "/operations/access-log"
    private static let rowsMax = 50
    private var engine: Engine { pages.engine }

    static func mayRead(_ principal: Principal) -> Bool {
        principal.may(.readAccessLog) && principal.regions.isEmpty
    }

    func add(to router: PageGroup) {
        router.get("operations/access-log") { request, context in
            let query = Query(form: request)
            var wanted = AccessQuery()
            let act: AccessEntry.Act? = query.choice("act")
            let who = query.text("who")
            wanted.before = query.integer("before", in: 0...Int64.max)
            try query.finish()
            wanted.acts = act.map { [$0] } ?? []
            wanted.limit = AccessLogPages.rowsMax + 1
            return try await page(wanted, act, who ?? "", context)
        }
    }

    private func page(
        _ query: AccessQuery, _ act: AccessEntry.Act?, _ who: String, _ context: PageContext
    ) async throws -> Response {
        let language = context.language
        var query = query
        try context.principal.require(.readAccessLog)
        query.who = who.isEmpty ? nil : try await id(of: who)
        let entries = try await engine.accessLog(query, for: context.principal, from: context.visitor)
        var page = ListPage(title: context.say("Catatan akses", "Access log"))
        page.introduction = context.say(
            "Siapa masuk atau ditolak, dan siapa membaca atau membawa keluar yang peka. Membaca halaman ini pun dicatat.",
            "Who was let in or turned away, and who read or took out what is sensitive. Reading this page is written down too."
        )
        page.filters = [
            .chosen(
                "act", context.say("Perbuatan", "Act"), act?.rawValue ?? "",
                from: [("", context.say("semua", "all"))]
                    + AccessEntry.Act.allCases.map { ($0.rawValue, $0.label.text(language)) }),
            .typed("who", context.say("Nama orang atau token", "Name of a person or token"), who),
        ]
        var table = ListPage.Table(
            "entries", context.say("Terbaru di atas", "Newest first"),
            [
                .init(context.say("Waktu", "When")), .init(context.say("Siapa", "Who")),
                .init(context.say("Apa", "What")), .init(context.say("Dari jaringan", "From the network")),
            ], none: context.say("Tidak ada yang cocok.", "Nothing matches."))
        for entry in entries.prefix(AccessLogPages.rowsMax) {
            table.append([
                .init(pages.text(entry.at, context)),
                .init(
                    entry.name.isEmpty ? nil : entry.name,
                    path: entry.who.map { "\(AccessLogPages.root)?who=\($0.asQueryValue)" }),
                .init(entry.sentence(language), isBad: entry.act == .signInRefused),
                .init(entry.network.isEmpty ? nil : entry.network),
            ])
        }
        if entries.count > AccessLogPages.rowsMax {
            let last = entries[AccessLogPages.rowsMax - 1].seq
            table.next = "\(AccessLogPages.root)?act=\(act?.rawValue ?? "")&who=\(who.asQueryValue)&before=\(last)"
        }
        page.tables = [table]
        page.links = [.init(path: "/operations", text: context.say("Pengelolaan", "Operations"))]
        return pages.page("list", page.title, in: .operations, page, context)
    }

    /// Somebody who is gone is still found by the id under which the log has them.
    private func id(of who: String) async throws -> String {
        func isCalled(_ id: String, _ name: String) -> Bool { id == who || name.lowercased() == who.lowercased() }
        if let person = try await engine.ledger.people().first(where: { isCalled($0.id, $0.name) }) { return person.id }
        return try await engine.ledger.tokens().last { isCalled($0.id, $0.name) }?.id ?? who
    }
}
