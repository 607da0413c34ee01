extension Agreement {
    /// Folds one event into the record. Pure: the same events in the same order always give the same record.
    public mutating func apply(_ event: Event) {
        switch event.data {
        case .created(let agreement):
            self = agreement
        case .stateChanged(let change):
            moves.append(
                Move(
                    transition: change.transition, from: change.from, to: change.to, on: event.effectiveOn,
                    by: event.actor))
            state = change.to
            phase = change.phase
            entered = Entry(on: event.effectiveOn, at: event.recordedAt, by: event.actor)
            waivers = []
        case .amended(let amendment):
            apply(amendment)
        case .signed(let act):
            guard let index = parties.firstIndex(where: { $0.key == act.party }) else { break }
            // A signature is never overwritten; a second record of it can only bring the number.
            if parties[index].signature == nil {
                parties[index].signature = Signature(signedOn: act.signedOn, method: act.method)
            }
            if let number = act.number { parties[index].number = number }
        case .fundingRecorded(let line):
            record(line, event)
            begin(.funding(line.key), event)
        case .fundingRevised(let revised):
            guard let index = funding.firstIndex(where: { $0.key == revised.line }) else { break }
            funding[index].revise(revised.revision)
        case .fundingStageChanged(let move):
            record(move.line, event)
            advance(
                .funding(move.line.key), move.transition ?? "record", from: move.from.rawValue,
                to: move.line.stage.rawValue, event)
        case .membersRecorded(var count):
            count.asOf = count.asOf ?? event.effectiveOn
            members.removeAll { count.corrects($0) }
            members.append(count)
        case .membersChanged(var change):
            change.asOf = change.asOf ?? event.effectiveOn
            memberChanges.removeAll { change.corrects($0) }
            memberChanges.append(change)
        case .billIssued(let bill):
            bills.removeAll { $0.month == bill.month }
            bills.append(bill)
            bills.sort { $0.month < $1.month }
            begin(.bill(bill.month), event)
        case .billStageChanged(let move):
            guard let index = bills.firstIndex(where: { $0.month == move.month }) else { break }
            bills[index].stage = move.to
            bills[index].paid = move.paid
            advance(.bill(move.month), move.transition, from: move.from, to: move.to, event)
            if let reference = move.reference { bills[index].reference = reference }
        case .billPaid(let act):
            guard let index = bills.firstIndex(where: { $0.month == act.month }) else { break }
            bills[index].payments.append(act.payment)
            bills[index].paid = Int64(clamping: Int128(bills[index].paid) + Int128(act.payment.amount))
        case .documentAdded(let document):
            documents.append(document)
        case .noteAdded(let note):
            notes.append(note)
        case .waived(let act):
            waivers.append(
                Waiver(
                    requirement: act.requirement, say: act.say, reason: act.reason, by: event.actor,
                    on: event.effectiveOn))
        case .migrated(let move):
            workflow.structure = move.toStructure
            state = move.toState
            phase = move.phase
        // Since when it waits stays as it was, and what was waived: a change of rules is no move of the paper.
        case .runwayShort(let finding), .billOverdue(let finding), .gapPredicted(let finding),
            .inconsistent(let finding):
            told[finding.key] = finding.numbers
        case .resolved(let act):
            resolutions.removeAll { $0.finding == act.finding }
            resolutions.append(
                Resolution(
                    finding: act.finding, numbers: act.numbers, reason: act.reason, by: event.actor,
                    on: event.effectiveOn))
        case .reminderAcknowledged(let act):
            acknowledgements.removeAll { $0.part == act.part }
            let moves = course(of: act.part.flatMap(part)).moves.count
            acknowledgements.append(
                Acknowledgement(part: act.part, moves: moves, on: event.effectiveOn, by: event.actor))
        case .expiring, .reminderDue, .reminderEscalated, .reminderSnoozed, .roleVacant, .holidaysAccepted,
            .holidaysMissing, .coverageRecorded, .thresholdCrossed, .endpointDisabled:
            break
        }
        guard event.data.makesVersion else { return }
        version = event.version
        updatedAt = event.recordedAt
    }

    /// The record that a history adds up to; nil if it does not begin with a creation.
    public init?(folding events: some Sequence<Event>) {
        var iterator = events.makeIterator()
        guard let first = iterator.next(), case .created(var agreement) = first.data else { return nil }
        agreement.apply(first)
        while let event = iterator.next() { agreement.apply(event) }
        self = agreement
    }

    private mutating func begin(_ part: Part, _ event: Event) {
        guard courses[part.key] == nil else { return }
        courses[part.key] = Course(entered: Entry(on: event.effectiveOn, at: event.recordedAt, by: event.actor))
    }

    private mutating func advance(_ part: Part, _ transition: String, from: String, to: String, _ event: Event) {
        let entered = Entry(on: event.effectiveOn, at: event.recordedAt, by: event.actor)
        courses[part.key, default: Course(entered: entered)].moves.append(
            Move(transition: transition, from: from, to: to, on: event.effectiveOn, by: event.actor))
        courses[part.key]?.entered = entered
    }

    /// A line that is recorded again has come further, and where its amount differs it was corrected.
    private mutating func record(_ line: FundingLine, _ event: Event) {
        guard let index = funding.firstIndex(where: { $0.key == line.key }) else {
            funding.append(line)
            return
        }
        funding[index].stage = line.stage
        funding[index].reference = line.reference ?? funding[index].reference
        guard line.amount != funding[index].amount else { return }
        funding[index].revise(
            BudgetRevision(
                kind: .correction, amount: line.amount, effectiveOn: event.effectiveOn, reference: line.reference))
    }

    /// What of an amendment says something else than this record does.
    public func news(in amendment: Amendment) -> Amendment {
        var amended = self
        amended.apply(amendment)
        var news = amendment
        if amended.title == title { news.title = nil }
        if amended.validFrom == validFrom { news.validFrom = nil }
        if amended.validUntil == validUntil { news.validUntil = nil }
        if amended.parties == parties { news.parties = nil }
        if amended.witnesses == witnesses { news.witnesses = nil }
        let figures = (amendment.fields ?? [:]).filter { name, figure in fields[name]?.contains(figure) != true }
        news.fields = figures.isEmpty ? nil : figures
        return news
    }

    private mutating func apply(_ amendment: Amendment) {
        title = amendment.title ?? title
        validFrom = amendment.validFrom ?? validFrom
        validUntil = amendment.validUntil ?? validUntil
        if let amended = amendment.parties {
            // What a party has signed stays signed, whatever else is corrected about it.
            let signatures = Dictionary(parties.map { ($0.key, $0.signature) }) { first, _ in first }
            parties = amended.map { party in
                var party = party
                party.signature = signatures[party.key] ?? nil
                return party
            }
        }
        witnesses = amendment.witnesses ?? witnesses
        for (name, figure) in amendment.fields ?? [:] { fields[name, default: []].append(figure) }
    }
}
