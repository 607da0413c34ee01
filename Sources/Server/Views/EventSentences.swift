import Agreements
import Calendars
import Documents
import Workflows

/// Events told to people, one line each.
struct EventSentences {
    let language: Language
    /// The rules of the agreement, for the names of its states and steps.
    let workflow: Workflow?

    func sentence(_ event: Event) -> String {
        switch event.data {
        case .created(let agreement):
            say("Dicatat sebagai \(agreement.kind.label.id)", "Entered as \(agreement.kind.label.en)")
        case .stateChanged(let change):
            "\(step(change.transition)): \(state(change.from)) → \(state(change.to))" + reason(change.reason)
        case .amended(let amendment): say("Diubah: ", "Changed: ") + parts(of: amendment)
        case .signed(let act):
            say("\(act.party) menandatangani pada ", "\(act.party) signed on ") + date(act.signedOn)
                + (act.number.map { say(", nomor ", ", number ") + $0 } ?? "")
        case .fundingRecorded(let line):
            say("Anggaran dicatat: ", "Budget recorded: ")
                + "\(line.source.label.text(language)) \(line.fiscalYear), \(rupiah(line.amount)), \(line.stage.label.text(language))"
        case .fundingRevised(let revised):
            "\(revised.revision.kind.label.text(language)): \(rupiah(revised.from)) → \(rupiah(revised.revision.amount))"
        case .fundingStageChanged(let move):
            "\(move.line.source.label.text(language)) \(move.line.fiscalYear): \(move.from.label.text(language)) → \(move.line.stage.label.text(language))"
        case .membersRecorded(let count):
            say("Peserta dicatat: ", "Members recorded: ")
                + "\(number(count.count)) \(count.segment.label.text(language)), \(month(count.from)) – \(month(count.until))"
        case .membersChanged(let change):
            say("Mutasi peserta ", "Change of members ") + month(change.month) + ": "
                + change.heads.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\($0.key.label.text(language)) \(number($0.value))" }.joined(separator: ", ")
        case .billIssued(let bill):
            say("Tagihan ", "Bill of ") + "\(month(bill.month)): \(rupiah(bill.amount))"
        case .billStageChanged(let move):
            say("Tagihan ", "Bill of ") + "\(month(move.month)): \(move.from) → \(move.to)"
        case .billPaid(let act):
            say("Dibayar untuk ", "Paid for ")
                + "\(month(act.month)): \(rupiah(act.payment.amount)) (\(date(act.payment.paidOn)))"
        case .documentAdded(let document): say("Dokumen: ", "Document: ") + document.title
        case .noteAdded(let note): "\(note.kind.label.text(language)): \(note.text)"
        case .waived(let act): say("Syarat dikesampingkan", "Requirement waived") + reason(act.reason)
        case .migrated: say("Pindah ke aturan baru", "Moved to new rules")
        case .runwayShort(let finding), .billOverdue(let finding), .gapPredicted(let finding),
            .inconsistent(let finding):
            finding.say.text(language)
        case .expiring(let expiry):
            say("Berakhir dalam \(expiry.days) hari, ", "Ends in \(expiry.days) days, on ") + date(expiry.validUntil)
        case .resolved(let act): say("Temuan dijelaskan", "Finding explained") + reason(act.reason)
        case .coverageRecorded(let fact):
            say("Cakupan dicatat per ", "Coverage recorded as of ") + fact.asOf
        case .thresholdCrossed(let change): "UHC: \(change.from.rawValue) → \(change.to.rawValue)"
        case .reminderDue(let notice), .reminderEscalated(let notice):
            notice.say.text(language) + " → " + notice.recipient.label.text(language)
        case .reminderAcknowledged(let act):
            say("Pengingat ditanggapi oleh ", "Reminder acknowledged for ") + act.recipient.label.text(language)
        case .reminderSnoozed(let act): say("Pengingat ditunda", "Reminder snoozed") + reason(act.reason)
        case .roleVacant(let vacancy):
            say("Jabatan kosong: ", "Vacant office: ") + vacancy.role.label.text(language)
        case .holidaysAccepted: say("Hari libur diterima", "Holidays accepted")
        case .holidaysMissing: say("Hari libur belum diketahui", "Holidays are not known yet")
        case .endpointDisabled(let stop):
            say("Webhook dimatikan: ", "Webhook disabled: ") + stop.reason
        }
    }

    private func say(_ id: String, _ en: String) -> String { language == .indonesian ? id : en }
    private func date(_ day: Day) -> String { day.text(language) }
    private func month(_ month: Month) -> String { month.text(language) }
    private func rupiah(_ amount: Int64) -> String { amount.rupiah(language) }
    private func number(_ number: Int64) -> String { number.text(language) }
    private func reason(_ reason: String?) -> String { reason.map { ". \($0)" } ?? "" }
    private func state(_ id: String) -> String { workflow?.label(id).text(language) ?? id }

    private func step(_ name: String) -> String {
        workflow?.transitions.first { $0.name == name }?.label.text(language) ?? name
    }

    private func parts(of amendment: Amendment) -> String {
        var parts: [String] = []
        if amendment.title != nil { parts.append(say("judul", "title")) }
        if amendment.validFrom != nil || amendment.validUntil != nil { parts.append(say("masa berlaku", "term")) }
        if amendment.parties != nil { parts.append(say("para pihak", "parties")) }
        if amendment.witnesses != nil { parts.append(say("saksi", "witnesses")) }
        parts += (amendment.fields ?? [:]).keys.sorted().map { name in
            workflow?.fields.first { $0.name == name }?.label.text(language) ?? name
        }
        return parts.joined(separator: ", ")
    }
}

extension Day {
    func text(_ language: Language) -> String { language == .indonesian ? indonesian : english }
}

extension Month {
    func text(_ language: Language) -> String { language == .indonesian ? indonesian : english }
}

extension Int64 {
    func rupiah(_ language: Language) -> String { language == .indonesian ? rupiah : rupiahEnglish }
    func text(_ language: Language) -> String { language == .indonesian ? indonesian : english }
}
