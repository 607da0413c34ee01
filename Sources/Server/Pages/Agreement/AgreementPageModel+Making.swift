import Agreements
import Calendars
import Documents
import Engine
import Ledger
import Workflows

/// A form that came back, to be drawn again where it stood.
struct ReturnedForm {
    var id: String
    var refusal: FormRefusal
}

/// Collects what the page of one agreement shows.
struct AgreementPageMaker {
    let pages: Pages
    let agreement: Agreement
    let workflow: Workflow
    let context: PageContext
    let returned: ReturnedForm?
    let rules: RuleBook
    let forms: AgreementForms
    private let facts: Facts
    private let now: Instant

    /// - Parameter back: where the reader is led once a form is done, on a page of many agreements; nil for its own page.
    init(
        _ pages: Pages, _ agreement: Agreement, _ context: PageContext, returned: ReturnedForm? = nil,
        back: String? = nil
    ) throws {
        self.pages = pages
        self.agreement = agreement
        self.context = context
        self.returned = returned
        workflow = try pages.engine.workflow(of: agreement)
        rules = pages.engine.rules
        now = pages.engine.clock.now()
        facts = rules.facts(agreement, at: now)
        let sent = context.input.text("back")
        forms = AgreementForms(
            agreement: agreement, workflow: workflow, today: facts.today,
            back: back ?? (sent.isEmpty ? "/agreements/\(agreement.id)" : sent),
            prefix: back == nil ? "" : "\(agreement.id)-")
    }

    private var language: Language { context.language }
    private var path: String { "/agreements/\(agreement.id)" }
    private var principal: Principal { context.principal }
    private func say(_ id: String, _ en: String) -> String { language == .indonesian ? id : en }
    private func date(_ day: Day?) -> String { day?.text(language) ?? "–" }

    /// A form to draw: as it came back, where it is that one.
    func draw(_ form: Form) -> FormModel {
        guard let returned, returned.id == form.id else { return pages.model(form, context) }
        return pages.model(form, context, input: context.input, refusal: returned.refusal)
    }

    private func draw(_ form: Form, if act: Principal.Act) -> FormModel? { principal.may(act) ? draw(form) : nil }

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
        guard let returned, !model.forms.contains(where: { $0.id == returned.id }), let form = form(returned.id) else {
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
            title: agreement.title, path: path, done: nil, tags: tags,
            state: workflow.label(agreement.state).text(language),
            phase: agreement.phase.label.text(language), facts: summary(state), steps: steps, hasSteps: !steps.isEmpty,
            parties: parties,
            witnesses: agreement.witnesses.map { witness in
                [witness.name, witness.office].compactMap { $0 }.joined(separator: ", ")
            }, partyForms: [draw(forms.newParty, if: .amend), draw(forms.witnesses, if: .amend)].compactMap { $0 },
            findings: findings, hasFindings: !findings.isEmpty,
            years: try years, funding: funding, fundForm: draw(forms.fund, if: .fund),
            members: agreement.members.map(member),
            memberForms: [draw(forms.members, if: .countMembers), draw(forms.memberChanges, if: .countMembers)]
                .compactMap { $0 }, bills: agreement.bills.map(bill), billForm: draw(forms.bill, if: .bill),
            documents: agreement.documents.map(document), documentForm: draw(forms.document(), if: .addDocument),
            notes: agreement.notes.map { .init(kind: $0.kind.label.text(language), text: $0.text) },
            noteForm: draw(forms.note, if: .addNote), fields: fields, termForm: draw(forms.term, if: .amend),
            reminders: reminders.map(reminder), moreReminders: moreReminders, deliveries: deliveries.map(delivery),
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

    private func summary(_ state: Workflow.State?) -> [AgreementPageModel.Line] {
        let waiting = workflow.waitingOn(agreement).map { $0.label.text(language) }.joined(separator: ", ")
        let deadline = state.flatMap { workflow.deadline(of: $0, facts) }
        var lines = [
            AgreementPageModel.Line(
                label: say("Keadaan", "State"),
                value: "\(workflow.label(agreement.state).text(language)) (\(agreement.phase.label.text(language)))"),
            .init(
                label: say("Menunggu", "Waiting for"),
                value: waiting.isEmpty
                    ? "–" : waiting + say(", sejak ", ", since ") + date(agreement.entered.on)),
        ]
        if let deadline {
            let days = deadline - facts.today
            let distance =
                days < 0
                ? say(" (lewat \(-days) hari)", " (\(-days) days late)")
                : say(" (\(days) hari lagi)", " (in \(days) days)")
            lines.append(.init(label: say("Tenggat", "Due"), value: date(deadline) + distance))
        }
        lines.append(
            .init(
                label: say("Masa berlaku", "Term"),
                value: "\(date(agreement.validFrom)) – \(date(agreement.validUntil))"))
        if let source = agreement.source { lines.append(.init(label: say("Menurut", "According to"), value: source)) }
        return lines
    }

    private var steps: [AgreementPageModel.Step] {
        workflow.transitions(from: agreement.state).map { transition in
            let assessments = transition.assess(facts, actor: principal.actor)
            let mayTake = !transition.isAutomatic && transition.allows(principal.role)
            return AgreementPageModel.Step(
                id: transition.name, label: transition.label.text(language), isAutomatic: transition.isAutomatic,
                by: transition.by.map { $0.label.text(language) }.joined(separator: ", "),
                marks: assessments.map { mark($0, transition) },
                form: mayTake && assessments.allSatisfy(\.isSatisfied) ? draw(forms.advance(transition)) : nil)
        }
    }

    private func mark(_ assessment: Assessment, _ transition: Workflow.Transition) -> AgreementPageModel.Mark {
        var mark = AgreementPageModel.Mark(
            sign: "✓", word: say("terpenuhi", "met"), isMet: assessment.isSatisfied, say: assessment.say.text(language),
            owner: assessment.owner.label.text(language), reason: nil, forms: [])
        let requirement = transition.requirements.first { $0.id == assessment.id }
        if assessment.verdict == .met {
            mark.say =
                requirement.flatMap { what($0) }?.text(language)
                ?? say("Syarat lain terpenuhi", "Another requirement is met")
        }
        if let waiver = assessment.waiver {
            mark.say += say(" — dikesampingkan: ", " — waived: ") + waiver.reason
        } else if case .cannotTell(let why) = assessment.verdict {
            mark.sign = "?"
            mark.word = say("belum dapat dipastikan", "cannot be told")
            mark.reason = why.text(language)
        } else if !assessment.isSatisfied {
            mark.sign = "✗"
            mark.word = say("belum terpenuhi", "not met")
        }
        guard !assessment.isSatisfied else { return mark }
        if let requirement { mark.forms = remedies(requirement) }
        if (assessment.waivableBy + [.admin]).contains(principal.role), !assessment.waivableBy.isEmpty {
            mark.forms.append(draw(forms.waive(assessment.id)))
        }
        return mark
    }

    /// What a requirement asks for, without saying that it is missing; nil where only its own sentence can say it.
    private func what(_ requirement: Requirement) -> Bilingual? {
        switch requirement.check {
        case .document(let kind): return Document.label(of: kind).capitalised
        case .field(let name, _), .has(let name): return workflow.field(name)?.label ?? Bilingual(id: name, en: name)
        case .anySigned, .allSigned: return Bilingual(id: "Tanda tangan", en: "Signatures")
        case .numbered: return Bilingual(id: "Nomor naskah tiap pihak", en: "Each party's number of the paper")
        case .signatoriesNamed: return Bilingual(id: "Nama penanda tangan", en: "Names of the signatories")
        case .authority: return Bilingual(id: "Surat kuasa", en: "Power of attorney")
        case .funding: return Bilingual(id: "Anggaran", en: "Budget")
        case .membersRecorded: return Bilingual(id: "Jumlah peserta", en: "Number of members")
        case .billsSettled: return Bilingual(id: "Tagihan lunas", en: "Bills settled")
        case .olderThan, .reached, .passed: return Bilingual(id: "Waktunya sudah tiba", en: "Its time has come")
        case .any(let others):
            let met = others.first { $0.assess(facts).isSatisfied }
            return met.flatMap(what)
        case .expression: return nil
        }
    }

    /// What the reader can enter here to meet a requirement.
    private func remedies(_ requirement: Requirement) -> [FormModel] {
        switch requirement.check {
        case .document(let kind): return [draw(forms.document(kind), if: .addDocument)].compactMap { $0 }
        case .field(let name, _), .has(let name):
            guard let field = workflow.field(name), mayFill(field) else { return [] }
            return [draw(forms.field(field))]
        case .any(let others): return others.flatMap(remedies)
        case .anySigned, .allSigned, .numbered, .signatoriesNamed, .authority, .funding, .membersRecorded, .olderThan,
            .reached, .passed, .billsSettled, .expression:
            // These are entered in their own parts of the page.
            return []
        }
    }

    private func mayFill(_ field: Workflow.Field) -> Bool {
        principal.may(.amend) && (field.fills == principal.role || [.coordinator, .admin].contains(principal.role))
    }

    private var parties: [AgreementPageModel.PartyRow] {
        agreement.parties.map { party in
            AgreementPageModel.PartyRow(
                name: party.name, side: party.side.label.text(language),
                signatory: [party.signatory?.name, party.signatory?.office].compactMap { $0 }.joined(separator: ", "),
                number: party.number ?? "–",
                signedOn: party.signature.map { "\(date($0.signedOn)), \($0.method.label.text(language))" } ?? "",
                isSigned: party.signature != nil, isRequired: party.required,
                form: party.signature == nil && principal.may(.sign) && agreement.phase != .closed
                    ? draw(forms.sign(party)) : nil,
                changes: principal.may(.amend) ? changes(party) : [])
        }
    }

    private func changes(_ party: Party) -> [FormModel] {
        let isRemovable = party.signature == nil && agreement.parties.count > 1
        return [draw(forms.party(party))] + (isRemovable ? [draw(forms.removeParty(party))] : [])
    }

    private var findings: [AgreementPageModel.FindingRow] {
        agreement.findings(rules.reference, today: facts.today).map { finding in
            let resolution = agreement.resolution(of: finding)
            return AgreementPageModel.FindingRow(
                say: finding.say.text(language),
                resolution: resolution.map { "\($0.by.name), \(date($0.on)): \($0.reason)" },
                form: resolution == nil ? draw(forms.resolve(finding.key), if: .resolve) : nil)
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
                    year: String(year), facts: facts, picture: "\(path)/runway.svg?year=\(year)",
                    alternative: facts.map { "\($0.label): \($0.value)" }.joined(separator: "; "))
            }
        }
    }

    private func facts(of runway: Runway) -> [AgreementPageModel.Line] {
        var lines = [
            AgreementPageModel.Line(
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
                        "\(carried.indonesian) dari \(people.indonesian) orang",
                        "\(carried.english) of \(people.english) people")))
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
                value: figures.map { figure in
                    value(figure.value, field)
                }.joined(separator: " / "),
                source: figures.compactMap { figure in
                    [figure.source, figure.asOf.map { date($0) }].compactMap { $0 }.joined(separator: ", ")
                }.filter { !$0.isEmpty }.joined(separator: " / "), owner: field.fills?.label.text(language) ?? "",
                form: form)
        }
    }

    private func value(_ value: FieldValue, _ field: Workflow.Field) -> String {
        switch value {
        case .integer(let integer) where field.kind == .rupiah: integer.rupiah(language)
        case .integer(let integer): integer.text(language)
        case .text(let text): (field.kind == .date ? Day(text)?.text(language) : nil) ?? text
        case .bool(let bool): bool ? say("ya", "yes") : say("tidak", "no")
        case .decimal(let number): language == .indonesian ? "\(number)".replacing(".", with: ",") : "\(number)"
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

    private func delivery(_ delivery: Delivery) -> AgreementPageModel.DeliveryRow {
        .init(
            event: delivery.eventType,
            endpoint: pages.engine.endpoints.first { $0.id == delivery.endpoint }?.url ?? delivery.endpoint,
            state: delivery.state.rawValue, when: rules.zone(of: agreement).text(delivery.createdAt, language))
    }

    private func history(_ events: [Event]) -> [AgreementPageModel.EventRow] {
        let sentences = EventSentences(language: language, workflow: workflow)
        let zone = rules.zone(of: agreement)
        return events.reversed().map { event in
            .init(
                recorded: zone.text(event.recordedAt, language), effective: date(event.effectiveOn),
                actor: "\(event.actor.name) (\(event.actor.role.label.text(language)))",
                sentence: sentences.sentence(event))
        }
    }
}

extension Zone {
    /// `31 Desember 2026 08.00 WIB`.
    func text(_ instant: Instant, _ language: Language) -> String {
        let minutes = (instant.milliseconds - self.instant(of: day(at: instant)).milliseconds) / 60_000
        let (hour, minute) = (minutes / 60, minutes % 60)
        let separator = language == .indonesian ? "." : ":"
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(day(at: instant).text(language)) \(two(Int64(hour)))\(separator)\(two(Int64(minute))) \(rawValue.uppercased())"
    }
}
