public import Agreements
public import Calendars
public import Documents

/// One thing that must be so before a transition may be made, with the sentence for people and the office that owns it.
public struct Requirement: Sendable, Equatable {
    /// Names it inside its workflow, such as `document:final_draft`: in waivers, and to find whatever waits for it.
    public var id: String
    public var check: Check
    public var say: Bilingual
    public var owner: Role
    /// Who may let it be, with a reason that is recorded.
    public var waivableBy: [Role]

    /// - Parameter id: nil for the usual one, made of what the check asks.
    init(id: String? = nil, check: Check, say: Bilingual, owner: Role, waivableBy: [Role] = []) {
        self.id = id ?? check.usualID
        self.check = check
        self.say = say
        self.owner = owner
        self.waivableBy = waivableBy
    }

    public indirect enum Check: Sendable, Equatable {
        case has(String)
        case document(String)
        case anySigned
        case allSigned
        case numbered
        case signatoriesNamed
        case authority
        case field(String, Comparison)
        case funding(FundingStage, coversMembers: Bool)
        case membersRecorded
        case olderThan(Span)
        case reached(String)
        case passed(String)
        case billsSettled
        case expression(Guard)
        case any([Requirement])
    }

    public enum Comparison: Sendable, Equatable {
        case atLeast(Double)
        case atMost(Double)
        case equals(FieldValue)
    }
}

/// What a requirement says about a record. A missing value is never a silent yes or no.
public enum Verdict: Sendable, Equatable {
    case met
    case notMet
    case cannotTell(Bilingual)

    /// true, false, or nil where it cannot be told.
    public var isMet: Bool? {
        switch self {
        case .met: true
        case .notMet: false
        case .cannotTell: nil
        }
    }
}

extension Requirement.Check {
    public func verdict(_ facts: Facts) -> Verdict {
        let agreement = facts.agreement
        switch self {
        case .has(let name):
            return .init(agreement.has(name))
        case .document(let kind):
            return .init(agreement.documents.contains { $0.kind == kind })
        case .anySigned:
            return .init(agreement.parties.contains { $0.signature != nil })
        case .allSigned:
            return .init(agreement.isFullySigned)
        case .numbered:
            return .init(agreement.requiredParties.allSatisfy { $0.number != nil })
        case .signatoriesNamed:
            return .init(agreement.requiredParties.allSatisfy { $0.signatory?.name != nil })
        case .authority:
            let signatories = agreement.requiredParties.filter { $0.side == .localGovernment }.map(\.signatory)
            if signatories.contains(nil) {
                return .cannotTell(
                    Bilingual(id: "penanda tangan belum disebut", en: "a signatory has not been named"))
            }
            return .init(signatories.allSatisfy { $0.map { $0.isHeadOfRegion || $0.authority != nil } ?? false })
        case .field(let name, let comparison):
            guard let value = agreement.value(name) else {
                return .cannotTell(Bilingual(id: "'\(name)' belum diisi", en: "'\(name)' has no value"))
            }
            return comparison.verdict(value)
        case .funding(let stage, let coversMembers):
            let lines = agreement.funding.filter { $0.stage >= stage && $0.stage != .closed }
            guard !lines.isEmpty else { return .notMet }
            return coversMembers ? coverage(of: facts, stage: stage) : .met
        case .membersRecorded:
            return .init(!agreement.members.isEmpty)
        case .olderThan(let span):
            return .init(facts.today >= facts.calendar.adding(span, to: facts.course.entered.on))
        case .reached(let name):
            return dated(name, facts) { facts.today >= $0 }
        case .passed(let name):
            return dated(name, facts) { facts.today > $0 }
        case .billsSettled:
            return .init(agreement.bills.allSatisfy(\.isSettled))
        case .expression(let expression):
            return expression.verdict(facts)
        case .any(let requirements):
            let verdicts = requirements.map { $0.check.verdict(facts) }
            if verdicts.contains(.met) { return .met }
            return verdicts.first { $0 != .notMet } ?? .notMet
        }
    }

    /// The moment from which a check that waits for a date can change its mind; nil if no date decides.
    public func turningDay(_ facts: Facts) -> Day? {
        switch self {
        case .olderThan(let span): facts.calendar.adding(span, to: facts.course.entered.on)
        case .reached(let name): facts.day(name)
        case .passed(let name): facts.day(name).map { $0 + 1 }
        case .expression(let expression): expression.dependsOnDate ? facts.today + 1 : nil
        case .any(let requirements):
            requirements.compactMap { $0.check.turningDay(facts) }.filter { $0 > facts.today }.min()
        default: nil
        }
    }

    /// Whether days that pass can change the answer by themselves.
    public var dependsOnDate: Bool {
        switch self {
        case .olderThan, .reached, .passed: true
        case .expression(let expression): expression.dependsOnDate
        case .any(let requirements): requirements.contains { $0.check.dependsOnDate }
        default: false
        }
    }

    private func dated(_ name: String, _ facts: Facts, _ holds: (Day) -> Bool) -> Verdict {
        guard let day = facts.day(name) else {
            return .cannotTell(Bilingual(id: "tanggal '\(name)' belum ada", en: "the date '\(name)' is not known"))
        }
        return .init(holds(day))
    }

    /// Whether the lines at a stage pay for the head-months on record, in each year that has any.
    private func coverage(of facts: Facts, stage: FundingStage) -> Verdict {
        var agreement = facts.agreement
        agreement.funding = agreement.funding.filter { $0.stage >= stage }
        guard !agreement.members.isEmpty else {
            return .cannotTell(Bilingual(id: "jumlah peserta belum dicatat", en: "no head count is on record"))
        }
        for year in agreement.fiscalYears {
            let runway: Runway
            do throws(MoneyError) {
                runway = try agreement.runway(year: year, rates: facts.rates)
            } catch {
                return .cannotTell(error.message)
            }
            if let segment = runway.unpriced.first {
                return .cannotTell(
                    Bilingual(
                        id: "tidak ada tarif rupiah untuk \(segment.rawValue)",
                        en: "no rate in rupiah for \(segment.rawValue)"))
            }
            if runway.needed > runway.available + (stage.isEnacted ? 0 : runway.proposed) { return .notMet }
        }
        return .met
    }
}

extension Verdict {
    fileprivate init(_ holds: Bool) { self = holds ? .met : .notMet }
}

extension Requirement.Comparison {
    fileprivate func verdict(_ value: FieldValue) -> Verdict {
        switch self {
        case .equals(let wanted): return .init(value == wanted)
        case .atLeast(let limit), .atMost(let limit):
            guard let number = value.number else {
                return .cannotTell(Bilingual(id: "nilainya bukan bilangan", en: "its value is no number"))
            }
            if case .atLeast = self { return .init(number >= limit) }
            return .init(number <= limit)
        }
    }
}

extension Agreement {
    fileprivate func has(_ name: String) -> Bool {
        switch name {
        case "valid_from": validFrom != nil
        case "valid_until": validUntil != nil
        case "parent": parent != nil
        default: value(name) != nil
        }
    }
}
