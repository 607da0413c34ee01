import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Workflows

/// Collects what the page of one agreement shows.
struct AgreementPageMaker {
    let pages: Pages
    let agreement: Agreement
    let workflow: Workflow
    let context: PageContext
    let draw: FormDrawing
    let rules: RuleBook
    let forms: AgreementForms
    let facts: Facts
    let now: Instant

    /// - Parameter back: where the reader is led once a form is done, on a page of many agreements; nil for its own page.
    init(
        _ pages: Pages, _ agreement: Agreement, _ context: PageContext, returned: ReturnedForm? = nil,
        back: String? = nil
    ) throws {
        self.pages = pages
        self.agreement = agreement
        self.context = context
        draw = FormDrawing(pages: pages, context: context, returned: returned)
        workflow = try pages.engine.workflow(of: agreement)
        rules = pages.engine.rules
        now = pages.engine.clock.now()
        facts = rules.facts(agreement, at: now)
        let sent = context.input.text("back").prefix { $0 != "#" }
        forms = AgreementForms(
            agreement: agreement, workflow: workflow, today: facts.today,
            back: back ?? (sent.isEmpty ? "/agreements/\(agreement.id)" : String(sent)),
            prefix: back == nil ? "" : "\(agreement.id)-")
    }

    var language: Language { context.language }
    private var path: String { "/agreements/\(agreement.id)" }
    var principal: Principal { context.principal }
    func say(_ id: String, _ en: String) -> String { context.say(id, en) }
    private func date(_ day: Day?) -> String { day?.text(language) ?? "–" }

    /// The form of this name, if it may stand on the page, or could before somebody else was faster.
    func form(_ id: String) -> Form? {
        present(id) ?? forms.former(context.input, machines: rules.machine).first { $0.id == id }
    }

    private func present(_ id: String) -> Form? {
        if let form = forms.all(machines: rules.machine).first(where: { $0.id == id }) { return form }
        return agreement.findings(rules.reference, today: facts.today).map { forms.resolve($0.key) }
            .first { $0.id == id }
    }

    /// The form that came back, where the page has no place for it any more.
    private func displaced(from model: AgreementPageModel) -> FormModel? {
        guard let returned = draw.returned, !model.forms.contains(where: { $0.id == returned.id }),
            let form = form(returned.id)
        else {
            return nil
        }
        var drawn = draw(form)
        drawn.isOver = present(returned.id) == nil
        return drawn
    }

    func finding(_ key: String) -> Finding? {
        agreement.findings(rules.reference, today: facts.today).first { $0.key == key }
    }

    // MARK: Parts

    func model(
        reminders: [ReminderView], moreReminders: Int?, deliveries: [Delivery], events: [Event],
        papers: [AgreementPageModel.PaperRow],
        timeline: String?, showsAll: Bool
    ) throws -> AgreementPageModel {
        let state = workflow.state(agreement.state)
        // A form that is asked for several times stands where it is first, as an id may stand on a page only once.
        var drawn: Set<String> = []
        var steps = self.steps
        for step in steps.indices {
            for mark in steps[step].marks.indices {
                steps[step].marks[mark].forms.removeAll { !drawn.insert($0.id).inserted }
            }
        }
        var fields = self.fields
        for row in fields.indices where fields[row].form.map({ drawn.contains($0.id) }) == true {
            fields[row].form = nil
        }
        let findings = self.findings
        let shown = showsAll ? events : Array(events.suffix(20))
        var model = AgreementPageModel(
            title: agreement.title, path: path, tags: tags, facts: summary(state), steps: steps,
            hasSteps: !steps.isEmpty,
            parties: parties,
            witnesses: agreement.witnesses.map(\.line),
            partyForms: [draw(forms.newParty, if: .amendPaper), draw(forms.witnesses, if: .amendPaper)]
                .compactMap { $0 },
            findings: findings, hasFindings: !findings.isEmpty,
            years: try years, funding: funding, fundForm: draw(forms.fund, if: .fund),
            members: agreement.members.map(member),
            memberForms: [draw(forms.members, if: .countMembers), draw(forms.memberChanges, if: .countMembers)]
                .compactMap { $0 }, bills: agreement.bills.map(bill), billForm: draw(forms.bill, if: .bill),
            documents: agreement.documents.map(document), documentForm: draw(forms.document(), if: .addDocument),
            notes: agreement.notes.map { .init(kind: $0.kind.label.text(language), text: $0.text) },
            noteForm: draw(forms.note, if: .addNote), fields: fields,
            termForm: isSettled ? nil : draw(forms.term, if: .amendPaper),
            reminders: reminders.map(reminder), moreReminders: moreReminders, deliveries: try deliveries.map(delivery),
            papers: papers,
            timeline: timeline, renewal: renewal, history: history(shown),
            earlier: events.count > shown.count ? events.count - shown.count : nil)
        model.returned = displaced(from: model)
        return model
    }

    private var tags: [String] {
        [
            agreement.kind.label.text(language), agreement.programme.label.text(language),
            rules.reference.regions[agreement.region]?.name ?? agreement.region,
            agreement.ref ?? agreement.id.rawValue,
        ]
    }

    private func summary(_ state: Workflow.State?) -> [Fact] {
        let waiting = workflow.waitingOn(agreement).map { $0.label.text(language) }.joined(separator: ", ")
        let deadline = state.flatMap { workflow.deadline(of: $0, facts) }
        var lines = [
            Fact(
                label: say("Keadaan", "State"),
                value: "\(workflow.label(agreement.state).text(language)) (\(agreement.phase.label.text(language)))"),
            .init(
                label: say("Menunggu", "Waiting for"),
                value: waiting.isEmpty
                    ? "–" : waiting + say(", sejak ", ", since ") + date(agreement.entered.on)),
        ]
        if let deadline {
            let distance = facts.today.distance(to: deadline).text(language)
            lines.append(.init(label: say("Tenggat", "Due"), value: "\(date(deadline)) (\(distance))"))
        }
        lines.append(
            .init(
                label: say("Masa berlaku", "Term"),
                value: agreement.validFrom == nil && agreement.validUntil == nil
                    ? say("belum ditentukan", "not settled yet")
                    : "\(date(agreement.validFrom)) – \(date(agreement.validUntil))"))
        if let source = agreement.source { lines.append(.init(label: say("Menurut", "According to"), value: source)) }
        return lines
    }

    private var parties: [AgreementPageModel.PartyRow] {
        agreement.parties.map { party in
            AgreementPageModel.PartyRow(
                name: party.name, side: party.side.label.text(language),
                signatory: [party.signatory?.name, party.signatory?.office].compactMap { $0 }.joined(separator: ", "),
                authority: party.signatory?.authority.map { authority in
                    [authority.document, authority.number, authority.date.map { date($0) }].compactMap { $0 }
                        .joined(separator: ", ")
                },
                number: party.number ?? "–",
                signedOn: party.signature.map { "\(date($0.signedOn)), \($0.method.label.text(language))" } ?? "",
                isSigned: party.signature != nil, isRequired: party.required,
                form: maySign(party) ? draw(forms.sign(party)) : nil,
                changes: principal.may(.amendPaper) ? changes(party) : [])
        }
    }

    private func maySign(_ party: Party) -> Bool {
        let isOpen = party.signature == nil || party.number == nil
        return isOpen && principal.may(.sign) && party.side.letsSign(principal.role)
            && ![.draft, .closed].contains(agreement.phase)
    }

    /// All have signed: what the paper says is changed by another paper, and what was entered wrongly by an admin.
    private var isSettled: Bool { agreement.isFullySigned && principal.role != .admin }

    private func changes(_ party: Party) -> [FormModel] {
        guard party.signature == nil else { return principal.role == .admin ? [draw(forms.party(party))] : [] }
        return [draw(forms.party(party))] + (agreement.parties.count > 1 ? [draw(forms.removeParty(party))] : [])
    }

    private var findings: [AgreementPageModel.FindingRow] {
        agreement.findings(rules.reference, today: facts.today).map { finding in
            let resolution = agreement.resolution(of: finding)
            return AgreementPageModel.FindingRow(
                say: finding.say.text(language),
                resolution: resolution.map { "\($0.by.name), \(date($0.on)): \($0.reason)" },
                form: resolution == nil && finding.mayBeResolved(by: principal.role)
                    ? draw(forms.resolve(finding.key), if: .resolve) : nil)
        }
    }

    // MARK: Money and members

    private var years: [AgreementPageModel.YearRow] {
        get throws {
            let funded = agreement.funding.map(\.fiscalYear)
            let counted = agreement.members.flatMap { [$0.from.year, $0.until.year] }
            return try Set(funded + counted).sorted().suffix(4).map { year in
                let runway = try agreement.runway(year: year, rates: rules.reference.rates)
                let facts = self.facts(of: runway)
                return AgreementPageModel.YearRow(
                    facts: facts, picture: "\(path)/runway.svg?year=\(year)",
                    alternative: facts.map { "\($0.label): \($0.value)" }.joined(separator: "; "))
            }
        }
    }

    private func facts(of runway: Runway) -> [Fact] {
        var lines = [
            Fact(
                label: say("Perlu \(runway.year)", "Needed in \(runway.year)"), value: runway.needed.rupiah(language)),
            .init(label: say("Tersedia", "Available"), value: runway.available.rupiah(language)),
        ]
        if runway.shortfall > 0 {
            lines.append(.init(label: say("Kurang", "Short by"), value: runway.shortfall.rupiah(language)))
        } else {
            lines.append(.init(label: say("Lebih", "Left over"), value: runway.surplus.rupiah(language)))
        }
        if let month = runway.runsOutIn {
            lines.append(.init(label: say("Habis pada", "Runs out in"), value: month.text(language)))
        }
        if let carried = runway.peopleCarried {
            let people = runway.months.map(\.members).max() ?? 0
            lines.append(
                .init(
                    label: say("Terbiayai setahun penuh", "Carried for the whole year"),
                    value: say(
                        "\(min(carried, people).indonesian) dari \(people.indonesian) orang",
                        "\(min(carried, people).english) of \(people.english) people")))
        }
        return lines
    }

    private var funding: [AgreementPageModel.FundingRow] {
        agreement.funding.map { line in
            let part = Agreement.Part.funding(line.key)
            return AgreementPageModel.FundingRow(
                source: line.source.label.text(language), year: String(line.fiscalYear),
                amount: line.amount.rupiah(language), stage: line.stage.label.text(language),
                reference: line.reference ?? "",
                revisions: line.revisions.map { revision in
                    "\(date(revision.effectiveOn)): \(revision.kind.label.text(language)), \(revision.amount.rupiah(language))"
                }, forms: partForms(part) + [draw(forms.revise(line), if: .fund)].compactMap { $0 })
        }
    }

    /// The steps of a bill or a funding line that the reader may take now.
    private func partForms(_ part: Agreement.Part) -> [FormModel] {
        guard let machine = rules.machine(of: part), let state = agreement.state(of: part) else { return [] }
        let facts = rules.facts(agreement, part: part, at: now)
        return machine.transitions(from: state).filter { transition in
            !transition.isAutomatic && transition.allows(principal.role)
                && transition.assess(facts, actor: principal.actor).allSatisfy(\.isSatisfied)
        }.map { draw(forms.part(part, $0)) }
    }

    private func member(_ count: MemberCount) -> AgreementPageModel.MemberRow {
        .init(
            segment: count.segment.label.text(language),
            term: "\(count.from.text(language)) – \(count.until.text(language))",
            count: count.count.text(language),
            source: [count.source, count.asOf.map { date($0) }].compactMap { $0 }.joined(separator: ", "))
    }

    private func bill(_ bill: Bill) -> AgreementPageModel.BillRow {
        let pay = bill.isSettled ? nil : draw(forms.pay(bill), if: .bill)
        return .init(
            month: bill.month.text(language), amount: bill.amount.rupiah(language), paid: bill.paid.rupiah(language),
            owed: bill.owed.rupiah(language), due: date(bill.dueOn),
            stage: rules.label(ofBillAt: bill.stage).text(language),
            isOverdue: bill.isOverdue(on: facts.today),
            forms: partForms(.bill(bill.month)) + [pay].compactMap { $0 })
    }

    // MARK: Papers

    private func document(_ document: Document) -> AgreementPageModel.DocumentRow {
        .init(
            kind: Document.label(of: document.kind).text(language), title: document.title, dated: date(document.dated),
            reference: document.reference ?? "–", note: document.note ?? "–")
    }

    private var fields: [AgreementPageModel.FieldRow] {
        workflow.fields.compactMap { field in
            let figures = agreement.fields[field.name] ?? []
            let form = mayFill(field) ? draw(forms.field(field)) : nil
            guard !figures.isEmpty || field.fills == principal.role else { return nil }
            return AgreementPageModel.FieldRow(
                label: field.label.text(language),
                value: figures.map { field.text($0.value, language) }.joined(separator: " / "),
                source: figures.compactMap { figure in
                    [figure.source, figure.asOf.map { date($0) }].compactMap { $0 }.joined(separator: ", ")
                }.filter { !$0.isEmpty }.joined(separator: " / "),
                form: form)
        }
    }

    private var renewal: AgreementPageModel.Renewal? {
        guard principal.may(.create) else { return nil }
        return .init(
            path: "/agreements/new?renews=\(agreement.id)",
            cloned: say(
                "alur, jenis, program, daerah, para pihak dengan penanda tangannya, saksi",
                "workflow, kind, programme, region, parties with their signatories, witnesses"),
            left: say(
                "nomor, tanda tangan, surat kuasa, isian naskah, anggaran, peserta, tagihan, dokumen, catatan, riwayat",
                "numbers, signatures, powers of attorney, what the paper says, budgets, members, bills, documents, notes, history"
            ))
    }

    // MARK: What came and will come

    private func reminder(_ view: ReminderView) -> AgreementPageModel.ReminderRow {
        let reminder = view.reminder
        return .init(
            when: rules.zone(of: agreement).day(at: reminder.dueAt).text(language), say: reminder.say.text(language),
            recipient: reminder.recipient.label.text(language), state: view.explanation.text(language),
            isOpen: reminder.state == .sent && principal.may(.answerReminder), id: reminder.id)
    }

    private func delivery(_ delivery: Delivery) throws -> AgreementPageModel.DeliveryRow {
        .init(
            event: delivery.eventType, endpoint: try pages.endpointName(delivery.endpoint, context),
            state: delivery.state.label.text(language),
            when: rules.zone(of: agreement).text(delivery.createdAt, language))
    }

    private func history(_ events: [Event]) -> [AgreementPageModel.EventRow] {
        let sentences = EventSentences(language: language, workflow: workflow, agreement: agreement)
        let zone = rules.zone(of: agreement)
        return events.reversed().map { event in
            .init(
                recorded: zone.text(event.recordedAt, language), effective: date(event.effectiveOn),
                actor: "\(event.actor.name) (\(event.actor.role.label.text(language)))",
                sentence: sentences.sentence(event))
        }
    }
}
