import Agreements
import Calendars
import Documents

extension Event {
    /// An event of a type as it could have come: the catalogue's example. Papers and sums are of the kind that public reports
    /// tell of; people appear by their offices.
    static func sample(of type: EventType) throws -> Event {
        let subject: Subject =
            switch type.subjects.first {
            case .region: .region("53.71")
            case .calendar: .calendar
            case .endpoint: .endpoint("we_01KGM3T8B65JQ2ZD9XH4WN7E0R")
            case .agreement, nil: .agreement(Sample.agreement)
            }
        let isLocal = !type.subjects.contains(.calendar) && !type.subjects.contains(.endpoint)
        return Event(
            id: ID(rawValue: "evt_01KGM4E2V9C7S0NAXJ6T3QH8DZ"), seq: 4_812, subject: subject, subjectSeq: 17,
            ref: subject.agreement == nil ? nil : "kota-kupang-2026", region: isLocal ? "53.71" : nil,
            version: subject.agreement == nil ? 0 : 9, recordedAt: Sample.morning, effectiveOn: Sample.day,
            actor: type.isToldByDaemon ? .system : Actor(name: "Bagian Kerja Sama", role: .coordinator),
            data: try EventData.sample(of: type))
    }
}

/// What the examples share.
private enum Sample {
    static let agreement = Agreement.ID(rawValue: "agr_01KGM3Q7W1F5D8RY2B9CZTHN4V")
    static let reminder = "rem_01KGM4C5T0X8E3JWQ7VB2RN6PD"
    static let day = Day(number: 20_482)
    static let morning = Zone.wita.instant(of: day, hour: 8)
    static let january = Month(year: 2026, month: 1)
    static let structure = String(repeating: "3b9f0c77d1e24a58", count: 4)
    static let say = Bilingual(
        id: "Penandatanganan tertunda 5 hari kerja.", en: "Signing is late by 5 working days.")
    static let register = "Laporan BPJS Kesehatan Cabang Kupang"

    static var parties: [Party] {
        [
            Party(
                key: "pemkot", name: "Pemerintah Kota Kupang", side: .localGovernment, required: true,
                unit: "Dinas Kesehatan Kota Kupang",
                signatory: Signatory(
                    office: "Kepala Dinas Kesehatan Kota Kupang",
                    authority: Authority(document: "surat kuasa", number: "BKS.045/12/2026", date: day - 20))),
            Party(
                key: "bpjs", name: "BPJS Kesehatan Cabang Kupang", side: .bpjs, required: true,
                signatory: Signatory(office: "Kepala BPJS Kesehatan Cabang Kupang")),
        ]
    }

    static var paper: Agreement {
        Agreement(
            id: agreement, ref: "kota-kupang-2026", workflow: .init(id: "jkn-pd-pemda", structure: structure),
            kind: .pks, programme: .jkn, title: "PKS JKN bagi penduduk Kota Kupang 2026", region: "53.71",
            parties: parties, witnesses: [Witness(name: "Wali Kota Kupang", role: "menyaksikan")],
            validFrom: january.first, validUntil: january.adding(11).last, parent: nil, renews: nil, source: nil,
            state: "initiated", phase: .draft,
            entered: .init(on: day, at: morning, by: Actor(name: "Bagian Kerja Sama", role: .coordinator)), moves: [],
            fields: ["people_target": [Figure(value: .integer(5_000), asOf: day, source: register)]], funding: [],
            members: [], bills: [], documents: [], notes: [], version: 1, createdAt: morning, updatedAt: morning)
    }

    static func line(_ stage: FundingStage) -> FundingLine {
        FundingLine(
            source: .apbdII, fiscalYear: 2026, amount: 2_000_000_000, stage: stage, reference: "DPA 1.02.0.00/2026")
    }

    static func notice(insteadOf: [Role]?) -> ReminderNotice {
        ReminderNotice(
            reminderID: reminder, rule: "sla+5", recipient: insteadOf == nil ? .unitHead : .secretary, dueAt: morning,
            deadline: day - 7, state: "ready-to-sign", say: say, insteadOf: insteadOf,
            told: [.init(name: insteadOf == nil ? "Kepala Dinas Kesehatan" : "Sekretaris Daerah")])
    }

    static func standing() throws -> CoverageStanding {
        let bar = "from,until,coverage_percent,active_percent,no_arrears,basis\n2025-01-01,,98,80,true,UHC Prioritas\n"
        return CoverageStanding(
            [CoverageFact(asOf: "2026-01", registered: 398_000, active: 310_000, residents: 404_120)], population: nil,
            arrears: 0, thresholds: try Thresholds(csv: bar), on: day)
    }
}

extension EventType {
    /// What no person does: the daemon has found it or its time has come.
    fileprivate var isToldByDaemon: Bool {
        switch self {
        case .fundingRunwayShort, .billOverdue, .gapPredicted, .expiring, .dataInconsistent, .thresholdCrossed,
            .reminderDue, .reminderEscalated, .roleVacant, .holidaysMissing, .endpointDisabled:
            true
        default: false
        }
    }
}

extension EventData {
    fileprivate static func sample(of type: EventType) throws -> EventData {
        switch type {
        case .agreementCreated: return .created(Sample.paper)
        case .agreementStateChanged:
            return .stateChanged(
                StateChange(transition: "finish-initials", from: "initials", to: "ready-to-sign", phase: .signing))
        case .agreementAmended:
            var amendment = Amendment()
            amendment.validUntil = Sample.january.adding(11).last
            amendment.fields = ["people_target": Figure(value: .integer(5_200), asOf: Sample.day)]
            return .amended(amendment)
        case .signatureRecorded:
            return .signed(SigningAct(party: "pemkot", signedOn: Sample.day, number: "075/PKS/I/2026", method: .wet))
        case .fundingRecorded: return .fundingRecorded(Sample.line(.apbd))
        case .fundingRevised:
            return .fundingRevised(
                RevisedBudget(
                    line: "apbd_ii-2026", from: 2_000_000_000,
                    revision: BudgetRevision(
                        kind: .refocusing, amount: 1_800_000_000, effectiveOn: Sample.day,
                        reference: "Perwali 4/2026")))
        case .fundingStageChanged:
            return .fundingStageChanged(FundingMove(line: Sample.line(.dpa), from: .apbd, transition: "issue-dpa"))
        case .fundingRunwayShort:
            return .runwayShort(
                Finding(
                    code: "budget_short", key: "budget_short:2026",
                    say: Bilingual(
                        id: "Anggaran 2026 kurang Rp268.000.000: perlu Rp2.268.000.000, ada Rp2.000.000.000.",
                        en: "The 2026 budget is Rp268,000,000 short: Rp2,268,000,000 needed, Rp2,000,000,000 available."
                    ),
                    numbers: ["needed": 2_268_000_000, "available": 2_000_000_000, "shortfall": 268_000_000]))
        case .membersRecorded:
            return .membersRecorded(
                MemberCount(
                    segment: .pbpuBPPemda, from: Sample.january, until: Sample.january.adding(11), count: 5_000,
                    source: Sample.register, asOf: Sample.day))
        case .membersChanged:
            return .membersChanged(
                MemberChange(
                    segment: .pbpuBPPemda, month: Sample.january.adding(1), heads: [.additions: 214, .deaths: 9],
                    source: Sample.register, asOf: Sample.day))
        case .billIssued:
            return .billIssued(
                Bill(
                    month: Sample.january, amount: 189_000_000, heads: 5_000, dueOn: Sample.day + 10, stage: "issued"))
        case .billStageChanged:
            return .billStageChanged(
                BillMove(month: Sample.january, transition: "reconcile", from: "issued", to: "reconciled", paid: 0))
        case .billPaid:
            return .billPaid(
                PayingAct(
                    month: Sample.january,
                    payment: Payment(amount: 100_000_000, paidOn: Sample.day, reference: "SP2D 00123/2026"),
                    owed: 89_000_000))
        case .billOverdue:
            return .billOverdue(
                Finding(
                    code: "bill_overdue", key: "bill_overdue:2026-01",
                    say: Bilingual(
                        id: "Tagihan Januari 2026 belum lunas: sisa Rp89.000.000.",
                        en: "The bill of 2026-01 is unpaid: Rp89,000,000 left."), numbers: ["owed": 89_000_000]))
        case .documentAdded:
            return .documentAdded(Document(kind: "signed_copy", title: "PKS bertanda tangan", dated: Sample.day))
        case .noteAdded: return .noteAdded(Note(kind: .context, text: "Nomor pihak kedua menyusul."))
        case .requirementWaived:
            return .waived(
                WaivingAct(
                    requirement: "council",
                    say: Bilingual(id: "Persetujuan DPRD belum ada.", en: "The council has not consented yet."),
                    reason: "Tidak membebani APBD tahun berjalan."))
        case .workflowMigrated:
            return .migrated(
                WorkflowMove(
                    migration: "mig_01KGM4A8K2P6V0SD3XE9QYJ7TB", fromStructure: Sample.structure,
                    toStructure: String(Sample.structure.reversed()), fromState: "review", toState: "review",
                    phase: .draft))
        case .gapPredicted:
            return .gapPredicted(
                Finding(
                    code: "gap_predicted", key: "gap_predicted:2027-01-01",
                    say: Bilingual(
                        id: "Pada 1 Januari 2027 perlindungan putus bagi 5.000 orang.",
                        en: "On 2027-01-01 5,000 people lose their cover."),
                    numbers: ["on": "2027-01-01", "people": 5_000, "successor": nil, "waits_for": ["coordinator"]]))
        case .expiring:
            return .expiring(
                Expiry(
                    validUntil: Sample.day + 90, days: 90, successor: "kota-kupang-2027", successorPhase: .draft))
        case .dataInconsistent:
            return .inconsistent(
                Finding(
                    code: "sum_of_parts",
                    say: Bilingual(
                        id: "Bagian-bagian berjumlah 8.460, tertulis 10.000.",
                        en: "The parts sum up to 8,460, but 10,000 is written."),
                    numbers: ["sum": 8_460, "written": 10_000]))
        case .findingResolved:
            return .resolved(
                ResolvingAct(
                    finding: "sum_of_parts", numbers: ["sum": 8_460, "written": 10_000],
                    reason: "Angka bulat untuk berita; daftar peserta yang benar."))
        case .coverageRecorded:
            return .coverageRecorded(
                CoverageFact(
                    asOf: "2026-01", percent: 98.49, registered: 398_000, active: 310_000, residents: 404_120,
                    scheme: .cutOff, source: Sample.register))
        case .thresholdCrossed:
            return .thresholdCrossed(StatusChange(from: .none, to: try Sample.standing(), asOf: "2026-01"))
        case .reminderDue: return .reminderDue(Sample.notice(insteadOf: nil))
        case .reminderEscalated: return .reminderEscalated(Sample.notice(insteadOf: [.unitHead]))
        case .reminderAcknowledged:
            return .reminderAcknowledged(
                AcknowledgingAct(reminderID: Sample.reminder, rule: "sla+5", recipient: .unitHead, part: nil))
        case .reminderSnoozed:
            return .reminderSnoozed(
                SnoozingAct(
                    reminderID: Sample.reminder, rule: "sla+5", recipient: .unitHead,
                    until: Zone.wita.instant(of: Sample.day + 3, hour: 8), reason: "Menunggu nomor dari Bagian Hukum.",
                    times: 1))
        case .roleVacant: return .roleVacant(Vacancy(role: .finance, region: "53.71"))
        case .holidaysAccepted:
            return .holidaysAccepted(
                HolidayChange(
                    file: "2027.csv",
                    added: [
                        Holidays.Holiday(
                            day: Day(number: 20_819), name: "Tahun Baru 2027 Masehi", kind: .nationalHoliday,
                            isEstimated: false)
                    ], removed: [], remindersMoved: 3))
        case .holidaysMissing: return .holidaysMissing(MissingHolidays(year: 2027))
        case .endpointDisabled: return .endpointDisabled(EndpointStop(reason: "410 Gone"))
        }
    }
}
