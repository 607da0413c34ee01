import Agreements
import Calendars
import Documents
import Engine
import Workflows

/// A requirement that agreements wait for.
struct UnmetView: Encodable {
    var requirement: String
    var say: String?
    var owner: Role
    var agreements: Int

    init(_ unmet: Unmet, _ language: Language) {
        requirement = unmet.requirement
        say = unmet.say?.text(language)
        owner = unmet.owner
        agreements = unmet.agreements
    }
}

/// A requirement as clients see it.
struct RequirementView: Encodable {
    var id: String
    var say: String
    /// null where it cannot be told.
    var met: Bool?
    var owner: Role
    var reason: String?
    var waivableBy: [Role]
    var waiver: Waiver?

    init(_ assessment: Assessment, _ language: Language) {
        id = assessment.id
        waivableBy = assessment.waivableBy
        waiver = assessment.waiver
        say = assessment.say.text(language)
        met = assessment.verdict.isMet
        owner = assessment.owner
        if case .cannotTell(let why) = assessment.verdict { reason = why.text(language) }
    }

    enum CodingKeys: String, CodingKey {
        case id, say, met, owner, reason
        case waivableBy = "waivable_by"
        case waiver
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(say, forKey: .say)
        try container.encode(met, forKey: .met)
        try container.encode(owner, forKey: .owner)
        try container.encodeIfPresent(reason, forKey: .reason)
        if !waivableBy.isEmpty { try container.encode(waivableBy, forKey: .waivableBy) }
        try container.encodeIfPresent(waiver, forKey: .waiver)
    }
}

struct TransitionView: Encodable {
    var name: String
    var label: String
    var to: String
    var by: [Role]
    /// The daemon takes it by itself.
    var automatic: Bool
    /// Whether the one who asks may take it now.
    var allowed: Bool
    var requirements: [RequirementView]
}

struct FindingView: Encodable {
    var code: String
    var key: String
    var say: String
    var numbers: [String: JSON]
    /// Who has said why it may stand as it is.
    var resolution: ResolutionView?

    struct ResolutionView: Encodable {
        var reason: String
        var by: Actor
        var on: Day
    }

    init(_ finding: Finding, of agreement: Agreement, _ language: Language) {
        code = finding.code
        key = finding.key
        say = finding.say.text(language)
        numbers = finding.numbers
        resolution = agreement.resolution(of: finding).map { .init(reason: $0.reason, by: $0.by, on: $0.on) }
    }
}

/// An agreement with everything that follows from it: what it waits for, what can be done, what does not add up.
struct AgreementView: Encodable {
    let agreement: Agreement
    let regionName: String?
    let stateLabel: String
    let waitingOn: [Role]
    let deadline: Day?
    let transitions: [TransitionView]?
    let findings: [FindingView]

    /// - Parameter isWhole: with its transitions and findings; a list leaves both out.
    init(_ agreement: Agreement, _ engine: Engine, _ context: AuthenticatedContext, isWhole: Bool = true) {
        let rules = engine.rules
        let language = context.language
        let facts = rules.facts(agreement, at: engine.clock.now())
        let workflow = rules.workflow(of: agreement)
        self.agreement = agreement
        regionName = rules.reference.regions[agreement.region]?.name
        stateLabel = workflow?.label(agreement.state).text(language) ?? agreement.state
        waitingOn = workflow?.waitingOn(agreement) ?? []
        deadline = workflow.flatMap { workflow in
            workflow.state(agreement.state).flatMap { workflow.deadline(of: $0, facts) }
        }
        findings = agreement.findings(rules.reference, today: facts.today).map {
            FindingView($0, of: agreement, language)
        }
        transitions =
            isWhole
            ? workflow?.transitions(from: agreement.state).map { transition in
                let assessments = transition.assess(facts, actor: context.principal.actor)
                return TransitionView(
                    name: transition.name, label: transition.label.text(language), to: transition.to, by: transition.by,
                    automatic: transition.isAutomatic,
                    allowed: !transition.isAutomatic && transition.allows(context.principal.role)
                        && assessments.allSatisfy(\.isSatisfied),
                    requirements: assessments.map { RequirementView($0, language) })
            } : nil
    }

    enum CodingKeys: String, CodingKey {
        case regionName = "region_name"
        case stateLabel = "state_label"
        case waitingOn = "waiting_on"
        case deadline, transitions, findings
        case findingsCount = "findings_count"
    }

    func encode(to encoder: any Encoder) throws {
        try agreement.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(regionName, forKey: .regionName)
        try container.encode(stateLabel, forKey: .stateLabel)
        try container.encode(waitingOn, forKey: .waitingOn)
        try container.encodeIfPresent(deadline, forKey: .deadline)
        try container.encode(findings.count { $0.resolution == nil }, forKey: .findingsCount)
        guard let transitions else { return }
        try container.encode(transitions, forKey: .transitions)
        try container.encode(findings, forKey: .findings)
    }
}
