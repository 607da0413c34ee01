import Agreements
import Calendars
import Documents
import Engine
import Foundation
import Workflows

/// What can be entered of an agreement, by a form of its page or a body of the API: each becomes a command.
enum AgreementAct: String, CaseIterable {
    case advance, sign, fund, revise, members
    case memberChanges = "member-changes"
    case bill, pay, part, document, note, amend, term, party
    case removeParty = "remove-party"
    case witnesses, waive, resolve

    func command(
        _ map: MapReader, _ problems: Problems, on agreement: Agreement, _ workflow: Workflow
    ) -> Command? {
        switch self {
        case .advance:
            let reason = map.optionalText("reason")
            let effectiveOn = map.optional("effective_on").flatMap { problems.day($0) }
            return map.text("transition").map { .advance(transition: $0, reason: reason, effectiveOn: effectiveOn) }
        case .sign: return SigningAct(map, problems).map { .sign($0) }
        case .fund: return FundingLine(map, problems).map { .fund($0) }
        case .revise:
            let line = map.text("line")
            let revision = BudgetRevision(map, problems)
            return line.flatMap { line in revision.map { .reviseFunding(line, $0) } }
        case .members: return MemberCount(map, problems).map { .countMembers($0) }
        case .memberChanges: return MemberChange(map, problems).map { .changeMembers($0) }
        case .bill: return NewBill(map, problems).map { .issueBill($0) }
        case .pay:
            let month = map.required("month").flatMap { problems.month($0) }
            let payment = Payment(map, problems)
            return month.flatMap { month in payment.map { .pay(month, $0) } }
        case .part:
            let part = map.text("part").flatMap { agreement.part($0) }
            let transition = map.text("transition")
            let paid = map.optional("paid") != nil ? map.rupiah("paid", problems) : nil
            let reference = map.optionalText("reference")
            return part.flatMap { part in
                transition.map { .advancePart(part, transition: $0, paid: paid, reference: reference) }
            }
        case .document: return Document(map, problems).map { .addDocument($0) }
        case .note: return Note(map, problems).map { .addNote($0) }
        case .amend: return .amend(Amendment(map, problems, workflow: workflow))
        case .term:
            // A day that is set can be changed, and not taken away.
            if agreement.validFrom != nil { _ = map.required("valid_from") }
            if agreement.validUntil != nil { _ = map.required("valid_until") }
            return .amend(Amendment(map, problems, workflow: workflow))
        case .party: return map.required("party").flatMap { Party($0, problems) }.map { .amend(agreement.with($0)) }
        case .removeParty:
            return map.text("party").map { key in
                var amendment = Amendment()
                amendment.parties = agreement.parties.filter { $0.key != key }
                return .amend(amendment)
            }
        case .witnesses:
            let lines = map.optionalText("witnesses") ?? ""
            var amendment = Amendment()
            amendment.witnesses = lines.split(whereSeparator: \.isNewline).compactMap { agreement.witness(String($0)) }
            return .amend(amendment)
        case .waive:
            let requirement = map.text("requirement")
            let reason = map.text("reason", max: 2_000, problems)
            return requirement.flatMap { requirement in reason.map { .waive(requirement: requirement, reason: $0) } }
        case .resolve:
            let finding = map.text("finding")
            let reason = map.text("reason", max: 2_000, problems)
            return finding.flatMap { finding in reason.map { .resolve(finding: finding, reason: $0) } }
        }
    }
}

extension Agreement {
    /// A party put in the place of the one that has its key, or after all others. What no form asks stays as it was.
    fileprivate func with(_ party: Party) -> Amendment {
        var amendment = Amendment()
        var parties = parties
        if let place = parties.firstIndex(where: { $0.key == party.key }) {
            parties[place] = party
            parties[place].required = self.parties[place].required
            parties[place].number = self.parties[place].number
        } else {
            parties.append(party)
        }
        amendment.parties = parties
        return amendment
    }

    /// Somebody as a line of the form names them; nil for an empty line.
    fileprivate func witness(_ line: String) -> Witness? {
        let parts = line.split(separator: ";", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard let name = parts.first, !name.isEmpty else { return nil }
        let office = parts.dropFirst().first.flatMap { $0.isEmpty ? nil : $0 }
        return Witness(name: name, office: office, role: witnesses.first { $0.name == name }?.role)
    }
}

extension Witness {
    /// As a form and a page show them: name, and office. A name may have commas of its own.
    var line: String { [name, office].compactMap { $0 }.joined(separator: "; ") }
}
