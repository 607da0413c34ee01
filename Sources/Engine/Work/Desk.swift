import Agreements
import Calendars
import Documents
import Ledger
import Workflows

/// An agreement on somebody's desk: what they can do about it. Pure.
struct Desk {
    let rules: RuleBook
    let principal: Principal
    let workflow: Workflow
    let facts: Facts

    init(_ agreement: Agreement, _ workflow: Workflow, of principal: Principal, rules: RuleBook, facts: Facts) {
        self.rules = rules
        self.principal = principal
        self.workflow = workflow
        self.facts = facts
    }

    private var agreement: Agreement { facts.agreement }

    /// What is to be done about one thing.
    func step(for task: WorkItem.Task) -> NextStep {
        switch task {
        case .step: step
        case .bill(let month): desk(of: .bill(month))?.step ?? ended
        case .funding(let line): desk(of: .funding(line))?.step ?? ended
        case .renewal:
            NextStep(.renew, Bilingual(id: "Mulai naskah pengganti", en: "Begin the paper that follows"))
        case .finding(let key):
            agreement.findings(rules.reference, today: facts.today).first { $0.key == key }
                .map { NextStep(.resolve(finding: key), $0.say) } ?? step
        }
    }

    /// The first thing that they can supply or do on the usual way; else what it waits for.
    var step: NextStep {
        guard let state = workflow.state(facts.state), !state.isFinal else { return ended }
        let usual = usualTransitions
        for transition in usual {
            let assessments = transition.assess(facts, actor: principal.actor)
            if assessments.allSatisfy(\.isSatisfied), !transition.isAutomatic, mayTake(transition) {
                return NextStep(act(transition.name), transition.label)
            }
            for (requirement, assessment) in zip(transition.requirements, assessments) where !assessment.isSatisfied {
                if let act = supply(requirement.check, owner: requirement.owner) {
                    return NextStep(act, requirement.say)
                }
            }
        }
        return waiver(among: usual) ?? waiting(for: usual, in: state)
    }

    private var ended: NextStep { NextStep(.nothing, Bilingual(id: "Sudah selesai", en: "It has ended")) }

    /// Those that lead on before those that lead back.
    private var usualTransitions: [Workflow.Transition] {
        let place = Dictionary(uniqueKeysWithValues: workflow.states.enumerated().map { ($1.id, $0) })
        let here = place[facts.state] ?? 0
        let usual = workflow.transitions(from: facts.state).filter { !$0.isExceptional }
        return usual.filter { place[$0.to] ?? 0 > here } + usual.filter { place[$0.to] ?? 0 <= here }
    }

    private func mayTake(_ transition: Workflow.Transition) -> Bool {
        let act: Principal.Act? =
            switch facts.part {
            case nil: nil
            case .bill: .bill
            case .funding: .fund
            }
        return transition.allows(principal.role) && act.map(principal.may) ?? true
    }

    private func act(_ transition: String) -> NextStep.Act {
        switch facts.part {
        case nil: .transition(transition)
        case .bill(let month): .bill(month, transition: transition)
        case .funding(let line): .fundingStep(line: line, transition: transition)
        }
    }

    private func desk(of part: Agreement.Part) -> Desk? {
        guard agreement.state(of: part) != nil, let machine = rules.machine(of: part) else { return nil }
        var about = facts
        about.part = part
        return Desk(agreement, machine, of: principal, rules: rules, facts: about)
    }

    // MARK: What is missing

    /// What they can bring so that a requirement is met; nil where it is not theirs, or a matter of days or of a decision
    /// that has been made.
    private func supply(_ check: Requirement.Check, owner: Role) -> NextStep.Act? {
        if let party = partyToSign(check, owner: owner) { return .sign(party: party.key) }
        guard owner == principal.role || principal.role == .admin else { return nil }
        switch check {
        case .document(let kind): return principal.may(.addDocument) ? .document(kind: kind) : nil
        case .has(let name): return principal.may(.amend) ? .field(name) : nil
        case .field(let name, let comparison):
            if case .equals = comparison, agreement.value(name) != nil { return nil }
            return principal.may(.amend) ? .field(name) : nil
        case .expression(let expression):
            return principal.may(.amend) ? expression.missingFields(facts).first.map { .field($0) } : nil
        case .signatoriesNamed:
            return partyToName { $0.signatory?.name == nil }
        case .authority:
            return partyToName {
                $0.side == .localGovernment
                    && !($0.signatory.map { $0.isHeadOfRegion || $0.authority != nil } ?? false)
            }
        case .membersRecorded: return principal.may(.countMembers) ? .countMembers : nil
        case .funding(let stage, _):
            guard principal.may(.fund) else { return nil }
            return stepOfParts(agreement.funding.filter { $0.stage < stage }.map { .funding($0.key) }) ?? .fund
        case .billsSettled: return stepOfParts(agreement.bills.filter { !$0.isSettled }.map { .bill($0.month) })
        // The first of several ways is the usual one.
        case .any(let ways): return ways.first.flatMap { supply($0.check, owner: owner) }
        case .anySigned, .allSigned, .numbered, .olderThan, .reached, .passed: return nil
        }
    }

    /// Whose signature or number they may record: their own before another's.
    private func partyToSign(_ check: Requirement.Check, owner: Role) -> Party? {
        let parties: [Party] =
            switch check {
            case .anySigned, .allSigned: agreement.unsignedParties
            case .numbered: agreement.requiredParties.filter { $0.number == nil }
            default: []
            }
        guard principal.may(.sign), agreement.phase != .draft else { return nil }
        let own = parties.first { $0.signingRoles.contains(principal.role) }
        let other = parties.first { $0.side.letsSign(principal.role) }
        return own ?? (owner == principal.role || principal.role == .admin ? other : nil)
    }

    private func partyToName(_ lacks: (Party) -> Bool) -> NextStep.Act? {
        guard principal.may(.amendPaper) else { return nil }
        return agreement.requiredParties.first(where: lacks).map { .nameSignatory(party: $0.key) }
    }

    private func stepOfParts(_ parts: [Agreement.Part]) -> NextStep.Act? {
        parts.lazy.compactMap { desk(of: $0)?.step }.first { $0.isTheirs }?.act
    }

    private func waiver(among transitions: [Workflow.Transition]) -> NextStep? {
        guard facts.part == nil else { return nil }
        let open = transitions.flatMap(\.requirements).first { requirement in
            (requirement.waivableBy.contains(principal.role))
                && !requirement.assess(facts).isSatisfied
        }
        return open.map { NextStep(.waive(requirement: $0.id), $0.say) }
    }

    private func waiting(for transitions: [Workflow.Transition], in state: Workflow.State) -> NextStep {
        for transition in transitions {
            let open = transition.assess(facts, actor: principal.actor).filter { !$0.isSatisfied }
            guard let first = open.first else {
                return NextStep(.waits(on: transition.by, requirement: nil), transition.label)
            }
            let dated = Set(transition.requirements.filter(\.check.dependsOnDate).map(\.id))
            let owners = open.filter { !dated.contains($0.id) }.map(\.owner)
            let roles = owners.reduce(into: [Role]()) { if !$0.contains($1) { $0.append($1) } }
            return NextStep(.waits(on: roles, requirement: first.id), first.say)
        }
        return NextStep(.waits(on: state.waitingOn, requirement: nil), state.label)
    }
}
