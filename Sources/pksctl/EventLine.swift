import Agreements
import Documents

extension Output {
    /// One event: a line to read, or a line of JSON.
    func event(_ event: JSON) throws {
        if wantsJSON { json(event) } else { page(eventLine(event, self)) }
    }
}

/// `42  2019-01-29 09:12 WITA  signature.recorded  kota-kupang-2019  pemkot menandatangani 2019-01-29 (Budi, unit_head)`
func eventLine(_ event: JSON, _ output: Output) -> String {
    let subject =
        event["ref"]?.text ?? event["agreement_id"]?.text ?? event["endpoint_id"]?.text ?? event.cell("region")
    let actor = [event["actor"]?.cell("name") ?? "", event["actor"]?.cell("role") ?? ""].filter { !$0.isEmpty }
    let effective = event["effective_on"]?.text
    var sentence = eventSentence(event.cell("type"), event["data"] ?? .null, output)
    if let effective, let recorded = event["recorded_at"]?.text, !output.moment(recorded).hasPrefix(effective) {
        sentence += output.word(", berlaku ", ", as of ") + effective
    }
    if !actor.isEmpty { sentence += " (\(actor.joined(separator: ", ")))" }
    return [event.cell("seq"), output.moment(event["recorded_at"]?.text), event.cell("type"), subject, sentence]
        .filter { !$0.isEmpty }.joined(separator: "  ")
}

private func eventSentence(_ type: String, _ data: JSON, _ output: Output) -> String {
    let language = output.language
    switch EventType(rawValue: type) {
    case .agreementCreated: return data.cell("title")
    case .agreementStateChanged:
        let reason = data["reason"]?.text.map { ": \($0)" } ?? ""
        return "\(data.cell("from")) → \(data.cell("to")), \(data.cell("transition"))\(reason)"
    case .agreementAmended:
        let names = (data.object ?? [:]).flatMap { name, value in
            name == "fields" ? (value.object ?? [:]).map(\.key) : [name]
        }
        return output.word("diubah: ", "amended: ") + names.sorted().joined(separator: ", ")
    case .signatureRecorded:
        let number = data["number"]?.text.map { output.word(", nomor ", ", number ") + $0 } ?? ""
        return "\(data.cell("party")) \(output.word("menandatangani", "signed on")) \(data.cell("signed_on"))\(number)"
    case .fundingRecorded: return fundingSentence(data, language)
    case .fundingRevised:
        let revision = data["revision"] ?? .null
        return "\(data.cell("line")): \(data.rupiah("from", language)) → \(revisionSentence(revision, output))"
    case .fundingStageChanged: return fundingSentence(data["line"] ?? data, language)
    case .membersRecorded:
        return "\(data.cell("segment")) \(data.cell("from"))–\(data.cell("until")): \(data.count("count", language))"
    case .membersChanged:
        return "\(data.cell("segment")) \(data.cell("month")): \(changeSentence(data, output))"
    case .billIssued: return "\(data.cell("month")): \(data.rupiah("amount", language))"
    case .billStageChanged:
        let paid = output.word("dibayar", "paid")
        return
            "\(data.cell("month")): \(data.cell("from")) → \(data.cell("to")), \(paid) \(data.rupiah("paid", language))"
    case .billPaid:
        let owed = output.word("sisa", "left") + " \(data.rupiah("owed", language))"
        return "\(data.cell("month")): \(paymentSentence(data["payment"] ?? .null, output)), \(owed)"
    case .documentAdded: return "\(data.cell("kind")): \(data.cell("title"))"
    case .noteAdded: return "\(data.cell("kind")): \(data.cell("text"))"
    case .requirementWaived:
        return output.word("dikesampingkan: ", "waived: ") + (data.spoken("say", language) ?? data.cell("requirement"))
            + ": \(data.cell("reason"))"
    case .workflowMigrated:
        return "\(data.cell("from_state")) → \(data.cell("to_state")), \(data.cell("migration"))"
    case .coverageRecorded: return coverageSentence(data, output)
    case .thresholdCrossed: return crossingSentence(data, output)
    case .findingResolved: return "\(data.cell("finding")): \(data.cell("reason"))"
    case .reminderDue, .reminderEscalated: return noticeSentence(data, output)
    case .reminderAcknowledged: return "\(data.cell("recipient")): \(data.cell("rule"))"
    case .reminderSnoozed:
        return
            "\(data.cell("recipient")): \(data.cell("rule")) → \(output.moment(data["until"]?.text)): \(data.cell("reason"))"
    case .roleVacant:
        return output.word("tidak ada pemegang peran ", "nobody holds the role ") + data.cell("role")
    case .expiring:
        let successor = data["successor"]?.text ?? output.word("belum ada penggantinya", "no successor")
        return output.word("berakhir ", "ends ") + "\(data.cell("valid_until")) (H-\(data.cell("days"))), \(successor)"
    case .holidaysAccepted:
        let (added, removed) = (data["added"]?.list?.count ?? 0, data["removed"]?.list?.count ?? 0)
        return "+\(added) −\(removed) \(data["file"]?.text ?? "")"
    case .holidaysMissing: return output.word("hari libur belum ada: ", "holidays are missing: ") + data.cell("year")
    case .endpointDisabled: return data.cell("reason")
    case .fundingRunwayShort, .billOverdue, .gapPredicted, .dataInconsistent, nil:
        return data.spoken("say", language) ?? ""
    }
}

/// `secretary (atas nama unit_head): Penandatanganan tertunda`
private func noticeSentence(_ notice: JSON, _ output: Output) -> String {
    let before = notice["instead_of"]?.list?.compactMap(\.text) ?? []
    let escalated =
        before.isEmpty
        ? "" : output.word(" (tanpa jawaban dari ", " (no answer from ") + before.joined(separator: ", ") + ")"
    let late = notice["late"] == nil ? "" : output.word(", terlambat", ", late")
    return
        "\(notice.cell("recipient"))\(escalated)\(late): \(notice.spoken("say", output.language) ?? notice.cell("rule"))"
}

private func fundingSentence(_ line: JSON, _ language: Language) -> String {
    "\(line.cell("source")) \(line.cell("fiscal_year")): \(line.rupiah("amount", language)), \(line.cell("stage"))"
}

/// `2026-10: 98,49%, terdaftar 398.000, aktif 371.000`
private func coverageSentence(_ fact: JSON, _ output: Output) -> String {
    let language = output.language
    let percent = fact.cell("percent", language)
    let figures = [
        ("", percent.isEmpty ? "" : percent + "%"),
        (output.word("terdaftar ", "registered "), fact.count("registered", language)),
        (output.word("aktif ", "active "), fact.count("active", language)),
        ("", statusName(fact.cell("scheme"), output)),
    ]
    return fact.cell("as_of") + ": "
        + figures.filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: ", ")
}

/// `UHC Prioritas → UHC Cut Off per 2026-10; cakupan 98,5%, keaktifan 79%; 1.200 orang lagi harus aktif`
private func crossingSentence(_ change: JSON, _ output: Output) -> String {
    let language = output.language
    let shares = [
        (output.word("cakupan", "coverage"), change.cell("coverage_percent", language)),
        (output.word("keaktifan", "activity"), change.cell("active_percent", language)),
    ].filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)%" }.joined(separator: ", ")
    let missing = [
        (
            change["missing_registered"]?.integer,
            output.word("orang lagi harus terdaftar", "more people must be registered")
        ),
        (change["missing_active"]?.integer, output.word("orang lagi harus aktif", "more people must be active")),
    ].compactMap { count, what in count.flatMap { $0 > 0 ? "\(language.number($0)) \(what)" : nil } }
    let states = "\(statusName(change.cell("from"), output)) → \(statusName(change.cell("to"), output))"
    return ([states + output.word(" per ", " as of ") + change.cell("as_of"), shares] + missing)
        .filter { !$0.isEmpty }.joined(separator: "; ")
}
