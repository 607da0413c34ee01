import Agreements
import Calendars
import Documents
import Engine
import HTTPTypes
import Hummingbird
import Ledger
import Workflows

/// The first page: what the person who has signed in must do today, the gravest first, each with the one step that moves it.
struct TodayPages {
    let pages: Pages

    private var engine: Engine { pages.engine }

    struct Model {
        struct Item {
            var path: String
            var title: String
            var region: String
            var reference: String?
            /// People, rupiah and days, as far as there are any.
            var harm: String
            var due: String?
            var isLate: Bool
            /// What is to be done, each in a line.
            var tasks: [String]
            var step: FormModel?
            /// Where the step is taken, if it is no form.
            var way: ListPage.Link?
            /// For whom it waits, where there is nothing to do here.
            var waits: String?
        }

        var office: String
        var figures: [ListPage.Figure]
        var items: [Item]
        var next: String?
        var questions: [ListPage.Link]
        /// The lists of other offices.
        var offices: [ListPage.Link]
    }

    func add(to router: PageGroup) {
        router.get("/", use: today)
    }

    @Sendable private func today(_ request: Request, _ context: PageContext) async throws -> Response {
        let query = Query(form: request)
        let after = query.parsed("after", as: .place) { WorkCursor($0) }
        let role: Role? = query.choice("role")
        try query.finish()
        let head = try await engine.ledger.head()?.seq ?? 0
        let page = try await engine.work(for: context.principal, role: role, after: after, limit: 25)
        let language = context.language
        let say = context.say
        let totals = page.totals
        let model = Model(
            office: (role ?? context.principal.role).label.text(language),
            figures: [
                .init(
                    figure: totals.people.text(language),
                    meaning: say("orang yang perlindungannya bergantung", "people whose cover depends on it"),
                    isBad: totals.people > 0),
                .init(
                    figure: totals.rupiah.rupiah(language), meaning: say("kurang atau belum dibayar", "short or unpaid")
                ),
                .init(figure: Int64(totals.agreements).text(language), meaning: say("perjanjian", "agreements")),
                .init(
                    figure: Int64(totals.overdue).text(language), meaning: say("lewat tenggat", "past their deadline"),
                    isBad: totals.overdue > 0),
            ],
            items: try page.entries.map { try item($0, back: TodayPages.path(of: role), context) },
            next: page.next.map { next in
                "/?after=\(next)" + (role.map { "&role=\($0.rawValue)" } ?? "")
            },
            questions: after == nil && role == nil
                ? try await engine.questions(for: context.principal, todo: totals).filter { $0.name != .today }.map {
                    question in
                    .init(
                        path: question.name.path,
                        text: question.ask.text(language)
                            + (question.count.map { " (\(Int64($0).text(language)))" } ?? ""))
                } : [],
            offices: Role.allCases.filter { $0 != (role ?? context.principal.role) && $0.holdsDesk }.map {
                .init(
                    path: TodayPages.path(of: $0 == context.principal.role ? nil : $0), text: $0.label.text(language))
            })
        let title = Section.today.label.text(language)
        return pages.page("today", title, in: .today, model, context, news: .init(after: head))
    }

    /// - Parameter role: another office than the reader's own.
    private static func path(of role: Role?) -> String { role.map { "/?role=\($0.rawValue)" } ?? "/" }

    /// - Parameter back: where the reader is led once the step is taken.
    private func item(_ entry: WorkPage.Entry, back: String, _ context: PageContext) throws -> Model.Item {
        let language = context.language
        let say = context.say
        let agreement = entry.agreement
        let today = engine.rules.zone(of: agreement).day(at: engine.clock.now())
        let gravest = entry.items[0]
        let due = gravest.dueOn.map { "\($0.text(language)), \(today.distance(to: $0).text(language))" }
        var harm: [String] = []
        if gravest.harm.people > 0 { harm.append(gravest.harm.people.text(language) + say(" orang", " people")) }
        if gravest.harm.rupiah > 0 { harm.append(gravest.harm.rupiah.rupiah(language)) }
        let path = "/agreements/\(agreement.id)"
        let maker = try AgreementPageMaker(pages, agreement, context, back: back)
        let form = maker.form(of: entry.next.act)
        var way: ListPage.Link?
        if form == nil, entry.next.isTheirs {
            let target = entry.next.act == .renew ? "/agreements/new?renews=\(agreement.id)" : path
            way = .init(path: target, text: entry.next.say.text(language))
        }
        return Model.Item(
            path: path, title: agreement.title,
            region: engine.rules.reference.regions[agreement.region]?.name ?? agreement.region,
            reference: agreement.ref, harm: harm.joined(separator: " · "), due: due,
            isLate: gravest.dueOn.map { $0 < today } ?? false,
            tasks: entry.items.prefix(4).map { maker.sentence($0.task) },
            step: form, way: way,
            waits: entry.next.isTheirs ? nil : maker.waiting(entry.next))
    }
}

extension AgreementPageMaker {
    /// What is to be done, in words.
    func sentence(_ task: WorkItem.Task) -> String {
        switch task {
        case .step: return workflow.label(agreement.state).text(language)
        case .bill(let month): return say("Tagihan ", "Bill of ") + month.text(language)
        case .funding(let key):
            guard let line = agreement.fundingLine(key) else { return key }
            return say("Anggaran ", "Budget: ") + "\(line.source.label.text(language)) \(line.fiscalYear)"
        case .renewal: return say("Berakhir tanpa naskah pengganti", "Ends and nothing follows")
        case .finding(let key): return finding(key)?.say.text(language) ?? key
        }
    }

    func waiting(_ step: NextStep) -> String? {
        guard case .waits(let roles, _) = step.act else { return nil }
        let offices = roles.map { $0.label.text(context.language) }.joined(separator: ", ")
        return step.say.text(context.language) + (offices.isEmpty ? "" : " (\(offices))")
    }

    /// The form by which a step is taken; nil where it has a page of its own.
    func form(of act: NextStep.Act) -> FormModel? {
        switch act {
        case .transition(let name):
            return workflow.transitions(from: agreement.state).first { $0.name == name }.map { draw(forms.advance($0)) }
        case .sign(let key): return agreement.parties.first { $0.key == key }.map { draw(forms.sign($0)) }
        case .document(let kind): return draw(forms.document(kind))
        case .fund: return draw(forms.fund)
        case .countMembers: return draw(forms.members)
        case .field(let name): return workflow.field(name).map { draw(forms.field($0)) } ?? draw(forms.term)
        case .bill(let month, let transition): return partForm(.bill(month), transition)
        case .fundingStep(let line, let transition): return partForm(.funding(line), transition)
        case .waive(let requirement): return draw(forms.waive(requirement))
        case .resolve(let finding): return draw(forms.resolve(finding))
        case .nameSignatory(let key): return agreement.parties.first { $0.key == key }.map { draw(forms.party($0)) }
        case .renew, .waits, .nothing: return nil
        }
    }

    private func partForm(_ part: Agreement.Part, _ transition: String) -> FormModel? {
        rules.machine(of: part)?.transitions(from: agreement.state(of: part) ?? "").first { $0.name == transition }
            .map { draw(forms.part(part, $0)) }
    }
}

extension Role {
    /// Whether agreements wait for it.
    fileprivate var holdsDesk: Bool { ![.auditor, .integration, .admin, .system].contains(self) }
}
