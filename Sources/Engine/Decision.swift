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
    private let replacing: Int

    private var zone: Zone { rules.reference.regions.zone(of: agreement.region) }
    private var today: Day { zone.day(at: now) }
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
            record(.amended(amendment), effectiveOn: today, by: actor)
        case .advance(let name, let reason, let effectiveOn):
            try advance(name, reason: reason, effectiveOn: effectiveOn)
        case .sign(let act):
            try sign(act)
        case .fund(let line):
            try fund(line)
        case .countMembers(let count):
            record(.membersRecorded(count), effectiveOn: today, by: actor)
        case .issueBill(let bill):
            try issue(bill)
        case .advanceBill(let month, let transition, let paid, let reference):
            try advanceBill(month, transition, paid: paid, reference: reference)
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
        while let transition = workflow.transitions(from: agreement.state).first(where: { transition in
            transition.isAutomatic && transition.requirements.allSatisfy { $0.check.verdict(facts) == .met }
        }), entered.insert(transition.to).inserted {
            move(transition, reason: nil, effectiveOn: effectiveOn, by: .system)
        }
        for finding in agreement.findings(rules.reference, today: today) where !agreement.raised.contains(finding.key) {
            let data: EventData = finding.code == "budget_short" ? .runwayShort(finding) : .inconsistent(finding)
            record(data, effectiveOn: today, by: .system)
        }
    }

    /// The change to commit, with the reminders that the new record calls for.
    ///
    /// - Parameter reminders: those of the agreement that were not superseded.
    func change(superseding reminders: [Reminder]) -> Change {
        var change = Change(events: events)
        guard !events.isEmpty else { return change }
        change.agreement = AgreementWrite(
            agreement: agreement, replacing: replacing, waitingOn: workflow.waitingOn(agreement))
        change.reminders = replan(reminders)
        return change
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
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }

    private mutating func sign(_ act: SigningAct) throws {
        guard let party = agreement.parties.first(where: { $0.key == act.party }) else {
            throw EngineError.invalid(
                "/party", Bilingual(id: "pihak '\(act.party)' tidak ada", en: "there is no party '\(act.party)'"),
                suggestion: nearest(to: act.party, among: agreement.parties.map(\.key)))
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

    private mutating func fund(_ line: FundingLine) throws {
        guard let before = agreement.funding.first(where: { $0.key == line.key }), before.stage != line.stage else {
            record(.fundingRecorded(line), effectiveOn: today, by: actor)
            return
        }
        if let machine = rules.current["funding"], !machine.reaches(line.stage.rawValue, from: before.stage.rawValue) {
            throw EngineError.impossible(
                Bilingual(
                    id: "anggaran tahap \(before.stage.rawValue) tidak dapat menjadi \(line.stage.rawValue)",
                    en: "a funding line at \(before.stage.rawValue) cannot become \(line.stage.rawValue)"))
        }
        record(.fundingStageChanged(FundingMove(line: line, from: before.stage)), effectiveOn: today, by: actor)
    }

    private mutating func issue(_ bill: NewBill) throws {
        guard !agreement.bills.contains(where: { $0.month == bill.month }) else {
            throw EngineError.impossible(
                Bilingual(id: "tagihan \(bill.month) sudah ada", en: "there is a bill for \(bill.month) already"))
        }
        let bill = Bill(
            month: bill.month, amount: bill.amount, heads: bill.heads, dueOn: dueDay(of: bill.month),
            stage: rules.current["bill"]?.initial ?? "issued", reference: bill.reference)
        record(.billIssued(bill), effectiveOn: today, by: actor)
    }

    /// JKN is due on the 10th, before a closed day; Jamsostek on the 15th, after it: of the same month for those who
    /// pay for themselves or are paid for (BPU), of the next for wage earners (PP 44/2015).
    private func dueDay(of month: Month) -> Day {
        switch agreement.programme {
        case .jkn:
            return rules.calendar.shift(month.first + 9, .before)
        case .jamsostek:
            let isSelfPaid = !agreement.members.isEmpty && agreement.members.allSatisfy { $0.segment == .pekerjaRentan }
            return rules.calendar.shift((isSelfPaid ? month : month.adding(1)).first + 14, .after)
        }
    }

    private mutating func advanceBill(_ month: Month, _ name: String, paid: Int64?, reference: String?) throws {
        guard let bill = agreement.bills.first(where: { $0.month == month }) else {
            throw EngineError.notFound("bill \(month)")
        }
        guard let machine = rules.current["bill"], let transition = machine.transition(name) else {
            throw EngineError.invalid(
                "/transition", Bilingual(id: "transisi '\(name)' tidak ada", en: "there is no transition '\(name)'"),
                suggestion: nearest(to: name, among: rules.current["bill"]?.transitions.map(\.name) ?? []))
        }
        guard transition.from.contains(bill.stage) else {
            throw EngineError.impossible(
                Bilingual(
                    id: "tagihan \(month) pada tahap \(bill.stage); '\(name)' tidak mungkin",
                    en: "the bill of \(month) is at \(bill.stage); '\(name)' is not possible"))
        }
        try require(transition, transition.requirements.map { $0.assess(facts) })
        let total = paid ?? (transition.to == "paid" ? bill.amount : bill.paid)
        record(
            .billStageChanged(
                BillMove(
                    month: month, transition: name, from: bill.stage, to: transition.to, paid: total,
                    reference: reference)), effectiveOn: today, by: actor)
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

    private mutating func record(_ data: EventData, effectiveOn: Day, by actor: Actor) {
        let event = Event(
            id: .init(rawValue: mint.id("evt", at: now)), subject: .agreement(agreement.id), ref: agreement.ref,
            region: agreement.region, version: replacing + 1, recordedAt: now, effectiveOn: effectiveOn, actor: actor,
            workflow: workflow.structureHash, data: data)
        agreement.apply(event)
        events.append(event)
    }

    /// - Throws: if the role may not take a transition, or something stands in its way.
    private func require(_ transition: Workflow.Transition, _ assessments: [Assessment]) throws {
        guard transition.allows(actor.role) else {
            let roles = transition.by.map(\.rawValue).joined(separator: ", ")
            throw EngineError.forbidden(
                Bilingual(
                    id: "'\(transition.label.id)' dilakukan oleh \(roles), bukan \(actor.role.rawValue)",
                    en: "'\(transition.label.en)' is for \(roles), not for \(actor.role.rawValue)"))
        }
        let open = assessments.filter { $0.verdict != .met }
        guard open.isEmpty else { throw EngineError.unmet(transition: transition.label, open) }
    }

    private func refuseFuture(_ day: Day?, _ pointer: String) throws {
        guard let day, day > today else { return }
        throw EngineError.invalid(
            pointer,
            Bilingual(id: "\(day) belum tiba (hari ini \(today))", en: "\(day) has not come yet (today is \(today))"))
    }

    // MARK: Reminders

    /// What was planned and still holds stays; what no longer holds is superseded; what is new and lies ahead is planned.
    private func replan(_ existing: [Reminder]) -> [ReminderWrite] {
        let plan = workflow.plan(facts, zone: zone)
        let wanted = Dictionary(plan.map { ($0.key, $0) }) { first, _ in first }
        var kept: Set<String> = []
        var writes: [ReminderWrite] = []
        for reminder in existing {
            let planned = wanted[reminder.key]
            let isSame = planned != nil && planned?.deadline == reminder.deadline
            if !reminder.state.isOpen {
                if isSame { kept.insert(reminder.key) }
            } else if isSame && (reminder.state == .snoozed || planned?.dueAt == reminder.dueAt) {
                kept.insert(reminder.key)
            } else {
                writes.append(.end(id: reminder.id, as: .superseded, reason: nil, at: now))
            }
        }
        for reminder in plan where reminder.dueAt > now && kept.insert(reminder.key).inserted {
            writes.append(
                .plan(
                    Reminder(
                        id: mint.id("rem", at: now), agreement: agreement.id, ref: agreement.ref,
                        region: agreement.region,
                        key: reminder.key, rule: reminder.rule, dueAt: reminder.dueAt, deadline: reminder.deadline,
                        recipient: reminder.recipient, agreementState: reminder.state, say: reminder.say,
                        planVersion: agreement.version)))
        }
        return writes
    }
}
