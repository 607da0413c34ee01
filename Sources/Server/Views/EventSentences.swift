import Agreements
import Calendars
import Documents
import Workflows

/// Events told to people, one line each.
struct EventSentences {
    let language: Language
    /// The rules of the agreement, for the names of its states and steps.
    let workflow: Workflow?
    /// Whose events they are, for the names of its parties.
    var agreement: Agreement?

    func sentence(_ event: Event) -> String {
        switch event.data {
        case .created(let agreement):
            say("Dicatat sebagai \(agreement.kind.label.id)", "Entered as \(agreement.kind.label.en)")
        case .stateChanged(let change):
            "\(step(change.transition)): \(state(change.from)) → \(state(change.to))" + reason(change.reason)
        case .amended(let amendment): say("Diubah: ", "Changed: ") + parts(of: amendment)
        case .signed(let act):
            name(act.party) + say(" menandatangani pada ", " signed on ") + date(act.signedOn)
                + (act.number.map { say(", nomor ", ", number ") + $0 } ?? "")
        case .fundingRecorded(let line):
            say("Anggaran dicatat: ", "Budget recorded: ")
                + "\(line.source.label.text(language)) \(line.fiscalYear), \(rupiah(line.amount)), \(line.stage.label.text(language))"
        case .fundingRevised(let revised):
            "\(revised.revision.kind.label.text(language)): \(rupiah(revised.from)) → \(rupiah(revised.revision.amount))"
        case .fundingStageChanged(let move):
            "\(move.line.source.label.text(language)) \(move.line.fiscalYear): \(move.from.label.text(language)) → "
                + "\(move.line.stage.label.text(language)), \(rupiah(move.line.amount))"
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
        if let title = amendment.title { parts.append(say("judul: ", "title: ") + title) }
        if let from = amendment.validFrom { parts.append(say("berlaku dari ", "in force from ") + date(from)) }
        if let until = amendment.validUntil { parts.append(say("berlaku sampai ", "in force until ") + date(until)) }
        if let parties = amendment.parties {
            parts.append(say("para pihak: ", "parties: ") + parties.map(party).joined(separator: "; "))
        }
        if let witnesses = amendment.witnesses {
            parts.append(say("saksi: ", "witnesses: ") + witnesses.map(\.line).joined(separator: " · "))
        }
        parts += (amendment.fields ?? [:]).sorted { $0.key < $1.key }.map { name, figure in
            guard let field = workflow?.field(name) else { return name }
            return "\(field.label.text(language)): \(field.text(figure.value, language))"
        }
        return parts.joined(separator: "; ")
    }

    /// A party with who signs for it, and by which paper.
    private func party(_ party: Party) -> String {
        let signatory = party.signatory
        let signs = [signatory?.name, signatory?.office, signatory?.authority?.document].compactMap { $0 }
        return party.name + (signs.isEmpty ? "" : " (\(signs.joined(separator: ", ")))")
    }

    private func name(_ party: String) -> String { agreement?.parties.first { $0.key == party }?.name ?? party }
}

extension Workflow.Field {
    /// A value of it, as people write that.
    func text(_ value: FieldValue, _ language: Language) -> String {
        switch value {
        case .integer(let integer) where kind == .rupiah: integer.rupiah(language)
        case .integer(let integer): integer.text(language)
        case .text(let text): (kind == .date ? Day(text)?.text(language) : nil) ?? text
        case .bool(let bool): (bool ? Bilingual(id: "ya", en: "yes") : Bilingual(id: "tidak", en: "no")).text(language)
        case .decimal(let number): language == .indonesian ? "\(number)".replacing(".", with: ",") : "\(number)"
        }
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
