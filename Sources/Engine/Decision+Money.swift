import Agreements
import Calendars
import Documents
import Workflows

/// What is decided about money: funding lines and bills, which move by workflows of their own.
extension Decision {
    mutating func fund(_ line: FundingLine) throws {
        guard let before = agreement.funding.first(where: { $0.key == line.key }), before.stage != line.stage else {
            record(.fundingRecorded(line), effectiveOn: today, by: actor)
            return
        }
        if let machine = rules.machine(of: .funding(line.key)),
            !machine.reaches(line.stage.rawValue, from: before.stage.rawValue)
        {
            throw EngineError.impossible(
                Bilingual(
                    id: "anggaran tahap \(before.stage.rawValue) tidak dapat menjadi \(line.stage.rawValue)",
                    en: "a funding line at \(before.stage.rawValue) cannot become \(line.stage.rawValue)"))
        }
        record(.fundingStageChanged(FundingMove(line: line, from: before.stage)), effectiveOn: today, by: actor)
    }

    mutating func revise(_ key: String, _ revision: BudgetRevision) throws {
        guard let line = agreement.fundingLine(key) else {
            throw EngineError.invalid(
                "/line", Bilingual(id: "baris anggaran '\(key)' tidak ada", en: "there is no funding line '\(key)'"),
                suggestion: nearest(to: key, among: agreement.funding.map(\.key)))
        }
        try refuseFuture(revision.effectiveOn, "/effective_on")
        record(
            .fundingRevised(RevisedBudget(line: key, from: line.amount, revision: revision)),
            effectiveOn: revision.effectiveOn, by: actor)
    }

    mutating func issue(_ bill: NewBill) throws {
        guard agreement.bill(of: bill.month) == nil else {
            throw EngineError.impossible(
                Bilingual(id: "tagihan \(bill.month) sudah ada", en: "there is a bill for \(bill.month) already"))
        }
        let machine = rules.machine(of: .bill(bill.month))
        let stage = bill.stage ?? machine?.initial ?? "issued"
        if let machine, machine.state(stage) == nil {
            throw EngineError.invalid(
                "/stage", Bilingual(id: "tahap '\(stage)' tidak ada", en: "there is no state '\(stage)'"),
                suggestion: nearest(to: stage, among: machine.states.map(\.id)))
        }
        let issued = Bill(
            month: bill.month, amount: bill.amount, heads: bill.heads, dueOn: dueDay(of: bill.month), stage: stage,
            paid: bill.paid, reference: bill.reference)
        if machine?.state(stage)?.isFinal == true, !issued.isSettled {
            throw EngineError.invalid(
                "/paid",
                Bilingual(
                    id: "\(bill.paid.rupiah) kurang dari tagihan \(bill.amount.rupiah): belum lunas",
                    en:
                        "\(bill.paid.rupiahEnglish) is less than the bill of \(bill.amount.rupiahEnglish): it is not paid"
                ))
        }
        record(.billIssued(issued), effectiveOn: today, by: actor)
    }

    mutating func pay(_ payment: Payment, of month: Month) throws {
        guard let bill = agreement.bill(of: month) else { throw EngineError.notFound(Agreement.Part.bill(month).key) }
        try refuseFuture(payment.paidOn, "/paid_on")
        let owed = Int64(clamping: max(0, Int128(bill.amount) - Int128(bill.paid) - Int128(payment.amount)))
        record(
            .billPaid(PayingAct(month: month, payment: payment, owed: owed)), effectiveOn: payment.paidOn, by: actor)
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

    mutating func advance(
        _ part: Agreement.Part, _ name: String, paid: Int64?, reference: String?
    ) throws {
        guard let state = agreement.state(of: part) else { throw EngineError.notFound(part.key) }
        let machine = rules.machine(of: part)
        guard let machine, let transition = machine.transition(name), !transition.isAutomatic else {
            throw EngineError.invalid(
                "/transition", Bilingual(id: "transisi '\(name)' tidak ada", en: "there is no transition '\(name)'"),
                suggestion: nearest(to: name, among: machine?.transitions.map(\.name) ?? []))
        }
        guard transition.from.contains(state) else {
            let label = machine.label(state)
            throw EngineError.impossible(
                Bilingual(
                    id: "\(part.label.id) pada tahap \(label.id); '\(transition.label.id)' tidak mungkin",
                    en: "\(part.label.en) is at \(label.en); '\(transition.label.en)' is not possible"))
        }
        try require(transition, transition.assess(facts(of: part), actor: actor))
        if case .bill(let month) = part, let paid, let bill = agreement.bill(of: month), paid < bill.paid {
            throw EngineError.invalid(
                "/paid",
                Bilingual(
                    id: "\(paid.rupiah) kurang dari yang sudah dibayar, \(bill.paid.rupiah)",
                    en: "\(paid.rupiahEnglish) is less than what has been paid, \(bill.paid.rupiahEnglish)"))
        }
        if case .bill(let month) = part, transition.to == "paid", let paid, let bill = agreement.bill(of: month),
            paid < bill.amount
        {
            throw EngineError.invalid(
                "/paid",
                Bilingual(
                    id: "\(paid.rupiah) kurang dari tagihan \(bill.amount.rupiah): belum lunas",
                    en: "\(paid.rupiahEnglish) is less than the bill of \(bill.amount.rupiahEnglish): it is not paid"))
        }
        move(part, transition, paid: paid, reference: reference, by: actor)
    }
}
