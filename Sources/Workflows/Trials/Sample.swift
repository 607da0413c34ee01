import Agreements
import Calendars
import Documents

extension Workflow {
    /// A made-up record on which scenarios, simulations and checks of guards play: two parties, and whatever is given.
    func sample(_ given: Scenario.Given, zone: Zone = .wib) -> Agreement {
        let state = given.state.flatMap { self.state($0) } ?? self.state(initial)
        let at = zone.instant(of: given.on)
        let parties = Scenario.parties.map { key in
            let isRegion = key == "region"
            return Party(
                key: key, name: isRegion ? "Pemerintah daerah" : "BPJS", side: isRegion ? .localGovernment : .bpjs,
                required: true, signatory: Signatory(name: "N", office: isRegion ? "Bupati" : "Kepala Cabang"),
                number: given.isNumbered ? "1" : nil,
                signature: given.signed.contains(key) ? Signature(signedOn: given.on, method: .wet) : nil)
        }
        var agreement = Agreement(
            id: .init(rawValue: "sample"), ref: "contoh", workflow: .init(id: id, structure: structureHash),
            kind: kinds.first ?? .pks, programme: programmes.first ?? .jkn, title: title.id, region: "00",
            parties: parties, witnesses: [], validFrom: given.validFrom, validUntil: given.validUntil, parent: nil,
            renews: nil, source: nil, state: attached == nil ? state?.id ?? initial : "in-force",
            phase: attached == nil ? state?.phase ?? .draft : .active,
            entered: .init(on: given.on, at: at, by: .system), moves: [],
            fields: given.fields.mapValues { [Figure(value: $0)] }, funding: given.funding, members: [], bills: [],
            documents: given.documents.map { Document(kind: $0, title: $0) }, notes: [], version: 1,
            createdAt: at, updatedAt: at)
        if let count = given.members {
            let first = (given.validFrom ?? given.on).month
            agreement.members = [
                MemberCount(
                    segment: .pbpuBPPemda, from: first, until: (given.validUntil ?? given.on).month, count: count)
            ]
        }
        if let part = part(given, at: state?.id ?? initial, &agreement) {
            agreement.courses[part.key] = .init(entered: .init(on: given.on, at: at, by: .system))
        }
        return agreement
    }

    func sampleFacts(_ given: Scenario.Given, calendar: WorkingCalendar, rates: Rates) -> Facts {
        let agreement = sample(given)
        return Facts(
            agreement: agreement, part: attached == nil ? nil : agreement.parts.first, today: given.on,
            calendar: calendar, rates: rates)
    }

    private func part(_ given: Scenario.Given, at state: String, _ agreement: inout Agreement) -> Agreement.Part? {
        switch attached {
        case nil: return nil
        case .bill:
            let month = given.on.month
            agreement.bills = [Bill(month: month, amount: 1, dueOn: given.dueOn ?? given.on + 9, stage: state)]
            return .bill(month)
        case .funding:
            let line = FundingLine(
                source: .apbdII, fiscalYear: given.on.year, amount: given.funding.first?.amount ?? 0,
                stage: FundingStage(rawValue: state) ?? .proposed)
            agreement.funding = [line]
            return .funding(line.key)
        }
    }
}
