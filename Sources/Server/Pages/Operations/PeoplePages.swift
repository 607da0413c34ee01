import Agreements
import Calendars
import Documents
import Engine
import Foundation
import HTTPTypes
import Hummingbird
import Ledger

/// The people who hold the offices: who they are, what reaches them, and who stands in for them.
struct PeoplePages {
    let pages: Pages

    private static let rowsMax = 50
    private var engine: Engine { pages.engine }

    private struct Row {
        var path: String
        var name: String
        var offices: String
        var regions: String
        var reach: String
        var isReached: Bool
        var away: String?
    }

    private struct ListModel {
        var rows: [Row]
        var further: String?
        var asked: String
        var createForm: FormModel?
    }

    private struct DelegationRow {
        var sentence: String
        var reason: String?
        var action: String?
    }

    private struct Model {
        var name: String
        var facts: [Fact]
        var delegations: [DelegationRow]
        var forms: [FormModel]
        var deletePath: String?
        var access: PersonAccess?
        var mails: [MailRow]
    }

    private struct MailRow {
        var when: String
        var subject: String
        var state: String
        var reply: String
    }

    func add(to router: PageGroup) {
        router.get("operations/people") { request, context in
            let query = Query(form: request)
            let (asked, after) = (query.text("q"), query.text("after"))
            try query.finish()
            return try await list(context, asked: asked ?? "", after: after)
        }
        router.post("operations/people") { _, context in try await create(context) }
        router.get("operations/people/:id") { _, context in try await page(try await person(context), context) }
        router.get("operations/people/:id/delete") { _, context in confirmDeletion(try await person(context), context) }
        router.post("operations/people/:id/change") { _, context in try await change(context, isWhole: true) }
        router.post("operations/people/:id/prefer") { _, context in try await change(context, isWhole: false) }
        router.post("operations/people/:id/delegate") { _, context in try await delegate(context) }
        router.post("operations/people/:id/delete") { _, context in
            try await engine.deletePerson(try context.key(), for: context.principal, from: context.visitor)
            return pages.done(PersonForms.root)
        }
        router.post("operations/people/:id/delegations/:delegation/end") { _, context in
            try await engine.endDelegation(try context.key("delegation"), for: context.principal)
            return pages.done(PersonForms.path(try await person(context)))
        }
    }

    private func person(_ context: PageContext) async throws -> Person {
        try await engine.person(try context.key(), for: context.principal)
    }

    private func today(_ person: Person) -> Day { engine.today(in: person.regions.first) }

    // MARK: Everybody

    private func list(
        _ context: PageContext, asked: String = "", after: String? = nil, returned: ReturnedForm? = nil
    ) async throws -> Response {
        let everybody = try await engine.people(for: context.principal)
        let found = everybody.filter { person in
            (after.map { person.id > $0 } ?? true)
                && (asked.isEmpty || "\(person.name) \(person.email ?? "")".localizedCaseInsensitiveContains(asked))
        }.sorted { $0.id < $1.id }
        let delegations = try await engine.ledger.delegations()
        let names = Dictionary(try await engine.ledger.people().map { ($0.id, $0.name) }) { $1 }
        let rows = found.prefix(PeoplePages.rowsMax).map { person in
            let today = today(person)
            let away = delegations.last { $0.person == person.id && $0.from <= today && today <= $0.until }
            let isReached = person.email != nil && person.mail != .off
            return Row(
                path: PersonForms.path(person), name: person.name,
                offices: person.roles.map { $0.label.text(context.language) }.joined(separator: ", "),
                regions: pages.regionNames(person.regions, context),
                reach: person.email ?? context.say("tanpa surel", "no mail address"), isReached: isReached,
                away: away.map {
                    context.say("digantikan ", "stood in for by ") + (names[$0.substitute] ?? $0.substitute)
                        + context.say(" sampai ", " until ") + $0.until.text(context.language)
                })
        }
        let draw = FormDrawing(pages: pages, context: context, returned: returned)
        let further = found.count > rows.count ? found[rows.count - 1].id : nil
        let model = ListModel(
            rows: Array(rows), further: further.map { "\(PersonForms.root)?q=\(asked.asQueryValue)&after=\($0)" },
            asked: asked,
            createForm: context.principal.may(.managePeople) ? draw(PersonForms.create) : nil)
        return pages.page(
            "people", context.say("Orang dan jabatan", "People and offices"), in: .operations, model, context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    private func create(_ context: PageContext) async throws -> Response {
        var made: Person?
        let refusal = try await pages.carryOut(
            PersonForms.create, context, reading: { PersonForms.wish($0, $1, isNew: true) },
            doing: { wish, circumstances in made = try await engine.createPerson(wish, circumstances) })
        guard let made, refusal == nil else {
            return try await list(context, returned: refusal.map { ReturnedForm(id: "create", refusal: $0) })
        }
        return pages.done(PersonForms.path(made))
    }

    // MARK: One

    private func page(_ person: Person, _ context: PageContext, returned: ReturnedForm? = nil) async throws -> Response
    {
        let language = context.language
        let names = Dictionary(try await engine.ledger.people().map { ($0.id, $0.name) }) { $1 }
        let own = try await engine.delegations(for: context.principal).filter {
            $0.person == person.id || $0.substitute == person.id
        }
        let draw = FormDrawing(pages: pages, context: context, returned: returned)
        let mayChange = context.principal.mayLook(after: person)
        let hasAccount = try await engine.ledger.account(of: person.id) != nil
        let isSelf = context.principal.isThemselves(person)
        var forms: [Form] = []
        if mayChange || isSelf { forms.append(PersonForms.delegate(person, today(person))) }
        if mayChange {
            forms.append(PersonForms.change(person))
        } else if isSelf {
            forms.append(PersonForms.prefer(person))
        }
        var query = MailQuery()
        query.limit = 10
        let mails = try await engine.mails(query, to: person.id, for: context.principal).mails
        let model = Model(
            name: person.name, facts: facts(person, context),
            delegations: own.map { delegation in
                DelegationRow(
                    sentence: context.say(
                        "\(names[delegation.substitute] ?? delegation.substitute) menggantikan \(names[delegation.person] ?? delegation.person), \(delegation.from.indonesian) sampai \(delegation.until.indonesian)",
                        "\(names[delegation.substitute] ?? delegation.substitute) stands in for \(names[delegation.person] ?? delegation.person), \(delegation.from.english) to \(delegation.until.english)"
                    ),
                    reason: delegation.reason,
                    action: delegation.person == person.id && (mayChange || isSelf)
                        ? "\(PersonForms.path(person))/delegations/\(delegation.id)/end" : nil)
            }, forms: forms.map { draw($0) },
            deletePath: mayChange && (context.principal.may(.manageAccounts) || !hasAccount)
                ? PersonForms.path(person) + "/delete" : nil,
            access: try await PersonAccess(person, pages, context),
            mails: mails.map {
                MailRow(
                    when: pages.text($0.createdAt, context), subject: $0.subject, state: $0.state.label.text(language),
                    reply: $0.lastReply ?? "")
            })
        return pages.page(
            "person", person.name, in: .operations, model, context,
            status: returned == nil ? .ok : .unprocessableContent)
    }

    private func facts(_ person: Person, _ context: PageContext) -> [Fact] {
        let language = context.language
        return [
            .init(
                label: context.say("Jabatan", "Offices"),
                value: person.roles.map { $0.label.text(language) }.joined(separator: ", ")),
            .init(label: context.say("Daerah", "Regions"), value: pages.regionNames(person.regions, context)),
            .init(label: context.say("Surel", "Mail address"), value: person.email ?? "–"),
            .init(label: context.say("Surel pengingat", "Mail"), value: person.mail.label.text(language)),
            .init(
                label: context.say("Jam", "Hours"),
                value: context.say(
                    "rangkuman pukul \(person.digestHour), tenang \(person.quietFrom)–\(person.quietUntil)",
                    "digest at \(person.digestHour), quiet \(person.quietFrom)–\(person.quietUntil)")),
            .init(label: context.say("Bahasa", "Language"), value: person.language.label.text(language)),
        ]
    }

    private func change(_ context: PageContext, isWhole: Bool) async throws -> Response {
        let person = try await person(context)
        let form = isWhole ? PersonForms.change(person) : PersonForms.prefer(person)
        return try await carryOut(form, on: person, context) { map, problems in
            isWhole ? PersonForms.wish(map, problems, isNew: false) : PersonWish(map, problems, isNew: false)
        } doing: {
            _ = try await engine.changePerson(person.id, $0, $1)
        }
    }

    private func delegate(_ context: PageContext) async throws -> Response {
        let person = try await person(context)
        return try await carryOut(PersonForms.delegate(person, today(person)), on: person, context) {
            DelegationWish($0, $1)
        } doing: {
            _ = try await engine.delegate(person.id, $0, $1)
        }
    }

    private func carryOut<Value>(
        _ form: Form, on person: Person, _ context: PageContext,
        reading: (MapReader, Problems) throws -> Value?, doing act: (Value, Circumstances) async throws -> Void
    ) async throws -> Response {
        guard let refusal = try await pages.carryOut(form, context, reading: reading, doing: act) else {
            return pages.done(PersonForms.path(person))
        }
        return try await page(person, context, returned: ReturnedForm(id: form.id, refusal: refusal))
    }

    private func confirmDeletion(_ person: Person, _ context: PageContext) -> Response {
        let form = PersonForms.delete(person)
        return pages.confirm(
            form,
            person.name,
            context.say(
                "Pengingat untuk jabatannya tidak lagi sampai kepadanya; penggantiannya berakhir. Riwayat tetap.",
                "Reminders to their offices no longer reach them; their delegations end. The history stays."),
            back: .init(path: PersonForms.path(person), label: person.name), context)
    }
}
