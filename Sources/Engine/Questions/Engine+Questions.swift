import Agreements
import Calendars
public import Documents
public import Ledger

/// One of what coordinators ask every week, and how many there are behind it.
public struct Question: Sendable {
    public enum Name: String, Sendable, CaseIterable, Codable {
        case today, expiring, gaps, waiting, unmet, signatures, runway, arrears
        case budgetChanges = "budget_changes"
        case coverage
        case memberChanges = "member_changes"
        case findings, officers, trouble, report
    }

    public var name: Name
    public var ask: Bilingual
    /// nil where only its page can tell.
    public var count: Int?
}

extension Engine {
    /// The fifteen questions of every week, with the count behind each where that is cheap.
    ///
    /// - Parameter todo: what the office must do, where the caller has counted it already.
    public func questions(
        region: String? = nil, for principal: Principal, todo: WorkTotals? = nil
    ) async throws -> [Question] {
        let regions = try principal.scope(region)
        let today = self.today(in: region)
        let scope = Scope(region: region == "00" ? nil : region).readable(to: principal)
        let month = rules.reference.regions.zone(of: region ?? "00").instant(of: today - 30)
        // Over the whole nation two of them are a page of their own.
        let isNation = regions.isEmpty || regions.contains("00")
        async let expiring = ledger.expiringCount(from: today, until: today + 90, within: regions)
        async let tallies = ledger.tallies(within: regions)
        async let overdue = ledger.overdueBillCount(before: today, in: scope)
        async let revised = ledger.budgetRevisionCount(since: month, within: regions)
        async let findings = ledger.findingCounts(within: regions)
        async let owing =
            isNation ? nil : ledger.memberMonth(today.month, within: regions, limit: 0).missingCount
        async let changed = isNation ? nil : officers(region: region, for: principal).changed.count
        let work: WorkTotals =
            if let todo { todo } else {
                try await ledger.workTotals(
                    WorkQuery(role: principal.role, region: region, within: principal.regions), on: today)
            }
        let counts: [Question.Name: Int?] = try await [
            .today: work.agreements, .expiring: expiring.papers,
            .signatures: tallies.filter { $0.phase == .signing }.reduce(0) { $0 + $1.agreements },
            .arrears: overdue, .budgetChanges: revised, .memberChanges: owing,
            .findings: findings.values.reduce(0, +), .officers: changed,
        ]
        return Question.Name.allCases.map { Question(name: $0, ask: $0.ask, count: counts[$0] ?? nil) }
    }
}

extension Question.Name {
    public var ask: Bilingual {
        switch self {
        case .today: Bilingual(id: "Apa yang harus saya kerjakan hari ini?", en: "What must I do today?")
        case .expiring:
            Bilingual(
                id: "Perjanjian mana yang segera berakhir tanpa pengganti?", en: "Which papers end without a successor?"
            )
        case .gaps:
            Bilingual(id: "Siapa yang kehilangan perlindungan pada 1 Januari?", en: "Who loses cover on 1 January?")
        case .waiting: Bilingual(id: "Setiap naskah menunggu siapa?", en: "Whom does each paper wait for?")
        case .unmet: Bilingual(id: "Apa yang kurang pada naskah?", en: "What are papers missing?")
        case .signatures: Bilingual(id: "Siapa yang belum menandatangani?", en: "Who has not signed?")
        case .runway: Bilingual(id: "Cukupkah anggarannya?", en: "Does the money last?")
        case .arrears: Bilingual(id: "Tagihan mana yang lewat jatuh tempo?", en: "Which bills are past due?")
        case .budgetChanges:
            Bilingual(id: "Apa yang diubah pergeseran anggaran?", en: "What did revised budgets change?")
        case .coverage: Bilingual(id: "Daerah mana yang terancam kehilangan UHC?", en: "Which regions may lose UHC?")
        case .memberChanges:
            Bilingual(id: "Mutasi peserta mana yang belum diserahkan?", en: "Which member changes are not handed in?")
        case .findings: Bilingual(id: "Angka mana yang tidak cocok?", en: "Which figures disagree?")
        case .officers:
            Bilingual(
                id: "Naskah mana yang penanda tangannya sudah berganti?", en: "Which signatories have left office?")
        case .trouble:
            Bilingual(id: "Pengingat mana yang gagal atau diabaikan?", en: "Which reminders failed or were ignored?")
        case .report: Bilingual(id: "Apa yang dilaporkan kepada pimpinan?", en: "What do I report?")
        }
    }
}
