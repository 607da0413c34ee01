import Agreements
import Calendars
import Documents
import Ledger
import Workflows

/// Decides a command: from a record, its rules and the date to the events that follow. Pure, and so the same in a
/// rehearsal, a replay and the real thing.
struct Decision {
    let rules: RuleBook
    let workflow: Workflow
    let actor: Actor
    let now: Instant
    let mint: Mint
    /// The record as the events so far have made it.
    private(set) var agreement: Agreement
    private(set) var events: [Event] = []
    /// What does not add up, where that has been looked at.
    private var findings: [Finding]?
    private let replacing: Int
    /// The record does not exist yet.
    var isNew: Bool { replacing == 0 }

    var today: Day { rules.zone(of: agreement).day(at: now) }
    private var facts: Facts { rules.facts(agreement, at: now) }

    /// Begins with a record that exists.
    init(_ agreement: Agreement, _ workflow: Workflow, rules: RuleBook, actor: Actor, now: Instant, mint: Mint) {
        self.agreement = agreement
        self.workflow = workflow
        self.rules = rules
        self.actor = actor
        self.now = now
        self.mint = mint
        replacing = agreement.version
    }

    /// Begins with a record that does not exist yet.
    init(creating agreement: Agreement, _ workflow: Workflow, rules: RuleBook, actor: Actor, now: Instant, mint: Mint) {
        var seed = agreement
        seed.version = 0
        self.init(seed, workflow, rules: rules, actor: actor, now: now, mint: mint)
        var created = agreement
        created.version = 1
        record(.created(created), effectiveOn: created.entered.on, by: actor)
    }

    /// - Throws: ``EngineError`` if the record does not allow the command.
    mutating func decide(_ command: Command) throws {
        switch command {
        case .create:
            break
        case .amend(let amendment):
            try check(amendment)
            let news = agreement.news(in: amendment)
            guard !news.isEmpty else {
                throw EngineError.invalid("", Bilingual(id: "tidak ada yang diubah", en: "nothing is changed"))
            }
            record(.amended(news), effectiveOn: today, by: actor)
        case .advance(let name, let reason, let effectiveOn):
            try advance(name, reason: reason, effectiveOn: effectiveOn)
        case .sign(let act):
            try sign(act)
        case .fund(let line):
            try fund(line)
        case .reviseFunding(let key, let revision):
            try revise(key, revision)
        case .countMembers(let count):
            try refuseFuture(count.asOf, "/as_of")
            record(.membersRecorded(count), effectiveOn: today, by: actor)
        case .changeMembers(let change):
            try refuseFuture(change.asOf, "/as_of")
            record(.membersChanged(change), effectiveOn: today, by: actor)
        case .issueBill(let bill):
            try issue(bill)
        case .pay(let month, let payment):
            try pay(payment, of: month)
        case .advancePart(let part, let transition, let paid, let reference):
            try advance(part, transition, paid: paid, reference: reference)
        case .waive(let requirement, let reason):
            try waive(requirement, because: reason)
        case .resolve(let finding, let reason):
            try resolve(finding, because: reason)
        case .acknowledge(let act):
            record(.reminderAcknowledged(act), effectiveOn: today, by: actor)
        case .addDocument(let document):
            record(.documentAdded(document), effectiveOn: today, by: actor)
        case .addNote(let note):
            record(.noteAdded(note), effectiveOn: today, by: actor)
        }
    }

    /// Takes the automatic transitions that have become possible, then tells of contradictions that are new.
    mutating func settle() {
        let effectiveOn = events.last?.effectiveOn ?? today
        // A workflow that circles through automatic transitions stops here; each state is entered once.
        var entered: Set<String> = [agreement.state]
        var enteredByParts = Set(agreement.parts.map { "\($0.key) \(agreement.state(of: $0) ?? "")" })
        var hasMoved = true
        // What a part does can open a step of the agreement, and the reverse.
        while hasMoved {
            hasMoved = false
            while let transition = open(workflow, facts), entered.insert(transition.to).inserted {
                move(transition, reason: nil, effectiveOn: effectiveOn, by: .system)
                hasMoved = true
            }
            for part in agreement.parts {
                guard let machine = rules.machine(of: part) else { continue }
                while let transition = open(machine, facts(of: part)),
                    enteredByParts.insert("\(part.key) \(transition.to)").inserted
                {
                    let openedOn = transition.openedOn(facts(of: part))
                    move(part, transition, paid: nil, reference: nil, effectiveOn: openedOn, by: .system)
                    hasMoved = true
                }
            }
        }
        tellOfFindings()
    }

    /// Tells of what does not add up and has not been told, or with other numbers.
    mutating func tellOfFindings() {
        let findings = agreement.findings(rules.reference, today: today)
        self.findings = findings
        for finding in findings { tell(of: finding) }
    }

    /// Tells of people who will lose their cover when this paper ends.
    mutating func predict(_ gap: Gap, on day: Day) { tell(of: gap.finding(on: day)) }

    /// Tells that the paper is about to end, and what follows it.
    mutating func announceEnd(followedBy successor: PaperCover?) {
        guard agreement.phase == .active, let until = agreement.validUntil, until >= today else { return }
        let expiry = Expiry(
            validUntil: until, days: until - today, successor: successor.map { $0.ref ?? $0.agreement.rawValue },
            successorPhase: successor?.phase)
        record(.expiring(expiry), effectiveOn: today, by: .system)
    }

    /// What has been told is told again only with other numbers.
    private mutating func tell(of finding: Finding) {
        guard agreement.told[finding.key] != finding.numbers else { return }
        record(EventData(telling: finding), effectiveOn: today, by: .system)
    }

    /// What an addendum changes in its parent: it carries a new end of term, and this is the moment it takes effect.
    var amendmentOfParent: Amendment? {
        let tookEffect = events.contains {
            if case .stateChanged(let change) = $0.data { change.phase == .active } else { false }
        }
        guard agreement.kind == .addendum, tookEffect, let until = agreement.day("new_valid_until") else { return nil }
        var amendment = Amendment()
        amendment.validUntil = until
        return amendment
    }

    /// The change to commit, with the reminders that the new record calls for.
    ///
    /// Where nothing has happened, the plan is renewed all the same: a timer that opened nothing is followed by the next.
    ///
    /// - Parameter reminders: those of the agreement that were not superseded.
    /// - Throws: ``EngineError`` if the figures are too large to add up.
    func change(superseding reminders: [Reminder]) throws -> Change {
        var change = Change(events: events)
        let findings = findings ?? agreement.findings(rules.reference, today: today)
        change.agreement = AgreementWrite(
            agreement: agreement, replacing: replacing, waitingOn: workflow.waitingOn(agreement),
            awaited: workflow.awaited(facts), work: rules.work(of: agreement, workflow, findings: findings, at: now),
            deadline: deadline,
            words: events.contains { $0.data.concernsWords } ? rules.searchForms(of: agreement) : nil,
            findings: findings)
        if events.contains(where: { $0.data.concernsMoney }) {
            do throws(MoneyError) {
                change.agreement?.runways = try rules.runways(of: agreement)
            } catch {
                throw EngineError.invalid("", error.message)
            }
        }
        change.rules = rules.digest
        change.reminders = difference(reminders).writes(mint)
        return change
    }

    /// When the present state must be left.
    private var deadline: Day? {
        guard let state = workflow.state(agreement.state), !state.isFinal else { return nil }
        return workflow.deadline(of: state, facts)
    }

    func difference(_ reminders: [Reminder]) -> ReminderDifference {
        ReminderDifference(
            agreement, wanted: rules.plan(agreement, workflow, at: now), existing: reminders, at: now, today: today)
    }

    /// Moves the record to the structure of this decision's workflow.
    mutating func migrate(_ move: WorkflowMove) {
        record(.migrated(move), effectiveOn: today, by: actor)
    }

    // MARK: Commands

    private mutating func advance(_ name: String, reason: String?, effectiveOn: Day?) throws {
        guard let transition = workflow.transition(name), !transition.isAutomatic else {
            let possible = workflow.transitions(from: agreement.state).filter { !$0.isAutomatic }.map(\.name)
            throw EngineError.invalid(
                "/transition",
                Bilingual(
                    id: "transisi '\(name)' tidak ada; yang mungkin sekarang: \(possible.joined(separator: ", "))",
                    en: "there is no transition '\(name)'; possible now: \(possible.joined(separator: ", "))"),
                suggestion: nearest(to: name, among: workflow.transitions.map(\.name)))
        }
        guard transition.from.contains(agreement.state) else {
            throw EngineError.impossible(
                Bilingual(
                    id: "'\(transition.label.id)' tidak dapat dari tahap \(workflow.label(agreement.state).id)",
                    en: "'\(transition.label.en)' is not possible in the state \(workflow.label(agreement.state).en)"))
        }
        try refuseFuture(effectiveOn, "/effective_on")
        try require(transition, transition.assess(facts, actor: actor))
        move(transition, reason: reason, effectiveOn: effectiveOn ?? today, by: actor)
    }

    private func check(_ amendment: Amendment) throws {
        let problems = Problems()
        let parties = amendment.parties ?? agreement.parties
        problems.checkParties(parties)
        problems.checkTerm(amendment.validFrom ?? agreement.validFrom, amendment.validUntil ?? agreement.validUntil)
        for party in agreement.parties where party.signature != nil && !parties.contains(where: { $0.key == party.key })
        {
            problems.report(
                Place(pointer: "/parties"),
                Bilingual(id: "'\(party.key)' sudah menandatangani", en: "'\(party.key)' has signed already"))
        }
        checkSigned(amendment, problems)
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }

    /// What has been signed stays as it was signed; another text is another paper. An admin may mend what was entered wrongly.
    private func checkSigned(_ amendment: Amendment, _ problems: Problems) {
        guard actor.role != .admin, actor != .system else { return }
        for (index, party) in (amendment.parties ?? []).enumerated() {
            guard let signed = agreement.parties.first(where: { $0.key == party.key && $0.signature != nil }),
                (signed.name, signed.side) != (party.name, party.side) || signed.signatory != party.signatory
            else { continue }
            problems.report(
                Place(pointer: "/parties/\(index)"),
                Bilingual(
                    id: "\(signed.name) sudah menandatangani: nama dan penanda tangannya tetap",
                    en: "\(signed.name) has signed: its name and signatory stay"))
        }
        guard agreement.isFullySigned else { return }
        func keep<Value: Equatable>(_ old: Value?, _ new: Value?, _ pointer: String) {
            guard let old, let new, old != new else { return }
            problems.report(
                Place(pointer: pointer),
                Bilingual(
                    id: "naskah sudah ditandatangani; ini diubah dengan adendum",
                    en: "the paper has been signed; this is changed by an addendum"))
        }
        keep(agreement.title, amendment.title, "/title")
        keep(agreement.validFrom, amendment.validFrom, "/valid_from")
        keep(agreement.validUntil, amendment.validUntil, "/valid_until")
    }

    private mutating func sign(_ act: SigningAct) throws {
        guard let party = agreement.parties.first(where: { $0.key == act.party }) else {
            throw EngineError.invalid(
                "/party", Bilingual(id: "pihak '\(act.party)' tidak ada", en: "there is no party '\(act.party)'"),
                suggestion: nearest(to: act.party, among: agreement.parties.map(\.key)))
        }
        guard party.side.letsSign(actor.role) else {
            throw EngineError.forbidden(
                Bilingual(
                    id: "tanda tangan \(party.name) dicatat oleh pihak itu sendiri atau Bagian Kerja Sama",
                    en: "the signature of \(party.name) is recorded by that party itself or by the cooperation office"))
        }
        guard agreement.phase != .draft else {
            throw EngineError.impossible(
                Bilingual(
                    id: "naskah masih tahap \(workflow.label(agreement.state).id); belum dapat ditandatangani",
                    en: "the paper is still in the state \(workflow.label(agreement.state).en); it cannot be signed yet"
                ))
        }
        guard party.signature == nil || party.number == nil else {
            throw EngineError.impossible(
                Bilingual(
                    id: "\(party.name) sudah menandatangani pada \(party.signature?.signedOn.indonesian ?? "")",
                    en: "\(party.name) has signed already on \(party.signature?.signedOn.description ?? "")"))
        }
        try refuseFuture(act.signedOn, "/signed_on")
        record(.signed(act), effectiveOn: act.signedOn, by: actor)
    }

    private mutating func resolve(_ key: String, because reason: String) throws {
        let findings = agreement.findings(rules.reference, today: today)
        guard let finding = findings.first(where: { $0.key == key }) else {
            throw EngineError.invalid(
                "/finding",
                Bilingual(id: "temuan '\(key)' tidak ada sekarang", en: "there is no finding '\(key)' now"),
                suggestion: nearest(to: key, among: findings.map(\.key)))
        }
        guard finding.mayBeResolved(by: actor.role) else {
            throw EngineError.forbidden(
                Bilingual(
                    id: "temuan ini dijelaskan oleh \(finding.owner.label.id), bukan \(actor.role.label.id)",
                    en: "this finding is explained by the \(finding.owner.label.en), not by the \(actor.role.label.en)")
            )
        }
        if let earlier = agreement.resolution(of: finding) {
            throw EngineError.impossible(
                Bilingual(
                    id: "sudah diselesaikan oleh \(earlier.by.name) pada \(earlier.on.indonesian)",
                    en: "resolved by \(earlier.by.name) on \(earlier.on) already"))
        }
        record(
            .resolved(ResolvingAct(finding: key, numbers: finding.numbers, reason: reason)), effectiveOn: today,
            by: actor)
    }

    private mutating func waive(_ id: String, because reason: String) throws {
        let requirements = workflow.transitions(from: agreement.state).flatMap(\.requirements)
        guard
            let requirement = requirements.first(where: { $0.id == id && !$0.waivableBy.isEmpty })
                ?? requirements.first(where: { $0.id == id })
        else {
            throw EngineError.invalid(
                "/requirement",
                Bilingual(id: "syarat '\(id)' tidak berlaku sekarang", en: "there is no requirement '\(id)' now"),
                suggestion: nearest(to: id, among: requirements.map(\.id)))
        }
        guard !requirement.waivableBy.isEmpty else {
            throw EngineError.impossible(
                Bilingual(
                    id: "syarat ini tidak dapat dikesampingkan: \(requirement.say.id)",
                    en: "this requirement cannot be waived: \(requirement.say.en)"))
        }
        guard requirement.waivableBy.contains(actor.role) || actor.role == .admin else {
            let roles = requirement.waivableBy.map(\.rawValue).joined(separator: ", ")
            throw EngineError.forbidden(
                Bilingual(
                    id: "dikesampingkan oleh \(roles), bukan \(actor.role.rawValue)",
                    en: "to be waived by \(roles), not by \(actor.role.rawValue)"))
        }
        guard !requirement.assess(facts).isSatisfied else {
            throw EngineError.impossible(
                Bilingual(
                    id: "syarat ini sudah terpenuhi atau dikesampingkan",
                    en: "this requirement is met or waived already"))
        }
        record(
            .waived(WaivingAct(requirement: id, say: requirement.say, reason: reason)), effectiveOn: today, by: actor)
    }

    // MARK: Events

    private mutating func move(_ transition: Workflow.Transition, reason: String?, effectiveOn: Day, by actor: Actor) {
        guard let target = workflow.state(transition.to) else { return }
        record(
            .stateChanged(
                StateChange(
                    transition: transition.name, from: agreement.state, to: target.id, phase: target.phase,
                    reason: reason)), effectiveOn: effectiveOn, by: actor)
    }

    /// - Parameter effectiveOn: nil for today.
    mutating func move(
        _ part: Agreement.Part, _ transition: Workflow.Transition, paid: Int64?, reference: String?,
        effectiveOn: Day? = nil, by actor: Actor
    ) {
        let effectiveOn = effectiveOn ?? today
        switch part {
        case .bill(let month):
            guard let bill = agreement.bill(of: month) else { return }
            let total = paid ?? (transition.to == "paid" ? max(bill.amount, bill.paid) : bill.paid)
            let move = BillMove(
                month: month, transition: transition.name, from: bill.stage, to: transition.to, paid: total,
                reference: reference)
            record(.billStageChanged(move), effectiveOn: effectiveOn, by: actor)
        case .funding(let key):
            guard var line = agreement.fundingLine(key), let stage = FundingStage(rawValue: transition.to) else {
                return
            }
            let from = line.stage
            line.stage = stage
            line.reference = reference ?? line.reference
            let move = FundingMove(line: line, from: from, transition: transition.name)
            record(.fundingStageChanged(move), effectiveOn: effectiveOn, by: actor)
        }
    }

    private func open(_ machine: Workflow, _ facts: Facts) -> Workflow.Transition? {
        machine.transitions(from: facts.state).first { $0.isAutomatic && $0.isOpen(facts) }
    }

    func facts(of part: Agreement.Part) -> Facts { rules.facts(agreement, part: part, at: now) }

    mutating func record(_ data: EventData, effectiveOn: Day, by actor: Actor) {
        let event = Event(
            id: .init(rawValue: mint.id("evt", at: now)), subject: .agreement(agreement.id), ref: agreement.ref,
            region: agreement.region, version: data.makesVersion ? replacing + 1 : agreement.version, recordedAt: now,
            effectiveOn: effectiveOn, actor: actor,
            workflow: workflow.structureHash, data: data)
        agreement.apply(event)
        events.append(event)
    }

    /// - Throws: if the role may not take a transition, or something stands in its way.
    func require(_ transition: Workflow.Transition, _ assessments: [Assessment]) throws {
        guard transition.allows(actor.role) else {
            let roles = transition.by.map(\.rawValue).joined(separator: ", ")
            throw EngineError.forbidden(
                Bilingual(
                    id: "'\(transition.label.id)' dilakukan oleh \(roles), bukan \(actor.role.rawValue)",
                    en: "'\(transition.label.en)' is for \(roles), not for \(actor.role.rawValue)"))
        }
        let open = assessments.filter { !$0.isSatisfied }
        guard open.isEmpty else { throw EngineError.unmet(transition: transition.label, open) }
    }

    func refuseFuture(_ day: Day?, _ pointer: String) throws {
        guard let day, day > today else { return }
        throw EngineError.invalid(
            pointer,
            Bilingual(id: "\(day) belum tiba (hari ini \(today))", en: "\(day) has not come yet (today is \(today))"))
    }
}
