import Agreements
import Calendars
import Documents
import Ledger
import Workflows

extension Engine {
    /// A mail that is due this long ago is stuck.
    private static let mailDelayMax = Duration.seconds(3_600)
    /// How far behind the last event the clock may be, where two commits are not in the order of their times.
    private static let setBackMax = Duration.seconds(60)
    /// How often an agreement that somebody is changing is looked at again.
    private static let looksMax = 5

    /// Examines whether any reminder could be silent: what was planned, whom it reaches and what it stands on.
    ///
    /// Memory grows with the number of open reminders by a few bytes each, not with the records.
    public func checkup(for principal: Principal) async throws -> Checkup {
        try principal.require(.examine)
        try principal.requireEverywhere()
        let now = clock.now()
        let audit = try await ReminderAudit(of: ledger, at: now)
        var checkup = Checkup(at: now, counts: audit.counts)
        for kind in ReminderAudit.Fault.Kind.allCases {
            checkup.add(kind.rawValue, kind.claim, audit.faults.filter { $0.kind == kind }.map(\.message))
        }
        let isSetBack = try await checkClock(&checkup)
        try await checkAgreements(&checkup, isSetBack: isSetBack)
        try await checkOffices(audit.addressed, &checkup)
        try await checkMails(&checkup)
        checkHolidays(&checkup)
        return checkup
    }

    /// What is open is what the rules call for now, and every paper is where its rules know it.
    ///
    /// - Parameter isSetBack: the clock shows a time at which other looks were to come; once it has caught up with the
    ///   record, the plan holds again.
    private func checkAgreements(_ checkup: inout Checkup, isSetBack: Bool) async throws {
        var plans: (findings: [Bilingual], others: Int) = ([], 0)
        var states: (findings: [Bilingual], others: Int) = ([], 0)
        func report(_ finding: Bilingual?, in list: inout (findings: [Bilingual], others: Int)) {
            guard let finding else { return }
            if list.findings.count < Checkup.findingsMax { list.findings.append(finding) } else { list.others += 1 }
        }
        var query = AgreementQuery()
        query.limit = 200
        while true {
            let page = try await ledger.agreements(query)
            guard let last = page.last else { break }
            for agreement in page {
                report(unknownState(of: agreement), in: &states)
                if !isSetBack { report(try await planFinding(of: agreement), in: &plans) }
            }
            query.after = last.id.rawValue
        }
        checkup.add(
            "plan",
            Bilingual(id: "rencana sesuai aturan sekarang", en: "what is planned is what the rules call for now"),
            plans.findings, others: plans.others)
        checkup.add(
            "states", Bilingual(id: "semua tahap dikenal aturannya", en: "the rules know the state of every agreement"),
            states.findings, others: states.others)
    }

    private func planFinding(of agreement: Agreement) async throws -> Bilingual? {
        var present: Agreement? = agreement
        for look in 1... {
            guard let agreement = present, let workflow = rules.workflow(of: agreement) else { return nil }
            let decision = Decision(agreement, workflow, rules: rules, actor: .system, now: clock.now(), mint: mint)
            let difference = decision.difference(try await ledger.liveReminders(of: agreement.id))
            if difference.isEmpty { return nil }
            if look == Engine.looksMax {
                return Bilingual(
                    id: "\(agreement.name): \(difference.added) pengingat belum direncanakan, "
                        + "\(difference.superseded.count) tidak berlaku lagi\(difference.example)",
                    en: "\(agreement.name): \(difference.added) reminders are not planned, "
                        + "\(difference.superseded.count) no longer hold\(difference.example)")
            }
            present = try await ledger.agreement(agreement.id.rawValue)
        }
        return nil
    }

    private func unknownState(of agreement: Agreement) -> Bilingual? {
        guard let workflow = rules.workflow(of: agreement) else {
            return Bilingual(
                id: "\(agreement.name): aturan '\(agreement.workflow.id)' tidak tersimpan",
                en: "\(agreement.name): the rules '\(agreement.workflow.id)' are not stored")
        }
        var unknown: [String] = []
        if workflow.state(agreement.state) == nil { unknown.append(agreement.state) }
        for part in agreement.parts {
            guard let machine = rules.machine(of: part), let stage = agreement.state(of: part) else { continue }
            if machine.state(stage) == nil { unknown.append("\(part.key): \(stage)") }
        }
        guard !unknown.isEmpty else { return nil }
        let names = unknown.joined(separator: ", ")
        return Bilingual(
            id: "\(agreement.name): tahap '\(names)' tidak dikenal", en: "\(agreement.name): unknown state '\(names)'")
    }

    private func checkOffices(_ addressed: [Role: Set<String>], _ checkup: inout Checkup) async throws {
        let directory = try await directory()
        var vacant: [Bilingual] = []
        var unreached: [Bilingual] = []
        for role in addressed.keys.sorted(by: { $0.rawValue < $1.rawValue }) where !directory.isEmpty {
            for region in addressed[role, default: []].sorted() {
                let day = rules.reference.regions.zone(of: region).day(at: checkup.at)
                let people = directory.recipients(of: role, in: region, on: day).map(\.person)
                if !directory.isHeld(role, in: region) {
                    vacant.append(
                        Bilingual(
                            id: "\(role.label.id) di \(region): belum ada pejabatnya",
                            en: "nobody is entered for the \(role.label.en) in \(region)"))
                } else if !people.contains(where: \.getsMail) {
                    let names = people.isEmpty ? "" : " (\(people.map(\.name).joined(separator: ", ")))"
                    unreached.append(
                        Bilingual(
                            id: "\(role.label.id) di \(region): surel tidak sampai kepada siapa pun\(names)",
                            en: "\(role.label.en) in \(region): mail reaches nobody\(names)"))
                }
            }
        }
        if directory.isEmpty, !addressed.isEmpty {
            vacant.append(
                Bilingual(
                    id: "belum ada orang yang dimasukkan; pengingat hanya terlihat di daftar dan webhook",
                    en: "nobody has been entered yet; reminders show in lists and webhooks only"))
        }
        checkup.add(
            "offices", Bilingual(id: "setiap jabatan ada pemegangnya", en: "every office is held"), vacant, as: .warning
        )
        checkup.add(
            "reach", Bilingual(id: "setiap jabatan terjangkau surel", en: "mail reaches every office"), unreached,
            as: .warning)
    }

    private func checkMails(_ checkup: inout Checkup) async throws {
        var stuck: [Bilingual] = []
        let failed = try await ledger.mailCounts()[.failed] ?? 0
        if failed > 0 {
            stuck.append(Bilingual(id: "\(failed) surel gagal terkirim", en: "\(failed) mails could not be sent"))
        }
        var query = MailQuery()
        query.states = [.pending, .inFlight]
        query.limit = 1_000
        // By when they were made: what is tried again and again is due ever later.
        let oldest = try await ledger.mails(query).map(\.createdAt).min()
        let waiting = [oldest, try await ledger.nextNoticeDue()].compactMap { $0 }.min()
        if let waiting, checkup.at - waiting > Engine.mailDelayMax {
            stuck.append(
                Bilingual(id: "surel menunggu sejak \(waiting)", en: "mail has been waiting since \(waiting)"))
        }
        if !sendsMail {
            stuck.append(
                Bilingual(
                    id: "mail_server belum diatur: tidak ada yang menerima surel",
                    en: "mail_server is not set: nobody gets mail"))
        }
        checkup.add("mail", Bilingual(id: "surel terkirim", en: "mail goes out"), stuck, as: .warning)
    }

    private func checkHolidays(_ checkup: inout Checkup) {
        checkup.add(
            "holidays", Bilingual(id: "hari libur diketahui", en: "the days off are known"),
            missingYears.map {
                Bilingual(id: "hari libur \($0) belum dimuat", en: "the days off of \($0) are not loaded")
            }, as: .warning)
    }

    /// - Returns: whether the clock is behind the last event at all.
    private func checkClock(_ checkup: inout Checkup) async throws -> Bool {
        let last = try await ledger.head().map { try CanonicalJSON.decode(Event.self, from: $0.body).recordedAt }
        var back: [Bilingual] = []
        let now = clock.now()
        if let last, last - now > Engine.setBackMax {
            back.append(
                Bilingual(
                    id: "jam menunjukkan \(now), padahal peristiwa terakhir tercatat pada \(last)",
                    en: "the clock says \(now), but the last event was recorded at \(last)"))
        }
        checkup.add("clock", Bilingual(id: "jam tidak mundur", en: "the clock was not set back"), back)
        return last.map { $0 > now } ?? false
    }
}

extension ReminderDifference {
    /// What is there is what is called for.
    var isEmpty: Bool { superseded.isEmpty && added == 0 }

    fileprivate var added: Int { planned.count + overdue.count + missed.count }

    fileprivate var example: String {
        ((planned + overdue + missed).first?.key ?? superseded.first?.key).map { " (\($0))" } ?? ""
    }
}

extension Agreement {
    /// What it is called by: the coordinator's own name, or its id.
    fileprivate var name: String { ref ?? id.rawValue }
}

extension Person {
    /// Whether any mail goes to them.
    fileprivate var getsMail: Bool { email != nil && mail != .off }
}
