import Agreements
import Calendars
import Documents
import Ledger
import Workflows

extension Engine {
    /// How often an import is worked out again because somebody else changed an agreement meanwhile.
    private static let triesMax = 5

    /// Takes a whole sheet in one transaction, or nothing of it.
    ///
    /// - Parameter isDryRun: works out what would become of each row and stores nothing.
    /// - Throws: ``EngineError`` and `LedgerError` for what concerns no single row.
    public func take(
        _ rows: [ImportRow], isDryRun: Bool, _ circumstances: Circumstances
    ) async throws -> ImportReport {
        if try await earlierResult(circumstances) != nil {
            // The same request was carried out before; all that it said is on record.
            return ImportReport(rows: rows.map { .init($0, .unchanged) }, isStored: true)
        }
        for attempt in 1...Engine.triesMax {
            var work = ImportWork(engine: self, principal: circumstances.principal)
            try await work.take(rows)
            var report = ImportReport(rows: work.results.sorted { $0.line < $1.line }, isStored: false)
            guard !isDryRun, report.refusals == 0 else { return report }
            var changes = work.changes
            if changes.isEmpty, circumstances.idempotency != nil { changes = [Change()] }
            if !changes.isEmpty { changes[0].idempotency = circumstances.remembering("import") }
            do {
                try await commit(changes)
                report.isStored = true
                return report
            } catch LedgerError.stale where attempt < Engine.triesMax {
                continue
            } catch LedgerError.rulesChanged where attempt < Engine.triesMax {
                try await Task.sleep(for: .milliseconds(10))
            } catch LedgerError.duplicateKey {
                return ImportReport(rows: rows.map { .init($0, .unchanged) }, isStored: true)
            }
        }
        throw LedgerError.rulesChanged
    }
}

extension ImportReport.Row {
    fileprivate init(_ row: ImportRow, _ outcome: ImportReport.Outcome) {
        self.init(line: row.line, subject: row.request.subject, outcome: outcome)
    }
}

extension ImportRow.Request {
    fileprivate var subject: String {
        switch self {
        case .create(let new): new.ref ?? new.title
        case .submit(_, let key): key
        case .cover(_, let region): region
        }
    }
}

/// Works out a sheet, agreement by agreement, so that each is read and written once however many rows it has.
private struct ImportWork {
    let engine: Engine
    let principal: Principal
    private(set) var changes: [Change] = []
    private(set) var results: [ImportReport.Row] = []
    /// Agreements of this very sheet, which later rows may renew.
    private var created: [String: Agreement.ID] = [:]
    /// What is known of each region, with the rows so far, and how many those are.
    private var regions: [String: CoverageHistory] = [:]
    private var covered: [String: Int] = [:]

    init(engine: Engine, principal: Principal) {
        self.engine = engine
        self.principal = principal
    }

    mutating func take(_ rows: [ImportRow]) async throws {
        var groups: [String: [(row: ImportRow, command: Command)]] = [:]
        var order: [String] = []
        for row in rows {
            switch row.request {
            case .create(let new): try await create(new, row)
            case .submit(let command, let key):
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append((row, command))
            case .cover(let fact, let region): try await cover(fact, region, row)
            }
        }
        // One agreement may be called by its ref here and by its id there.
        var decided: Set<Agreement.ID> = []
        for key in order {
            guard let rows = groups[key] else { continue }
            if rows.count > ImportWork.rowsMax {
                results += rows.map { .init($0.row, .refused(ImportWork.tooMany)) }
            } else if let id = try await engine.ledger.agreement(key)?.id, !decided.insert(id).inserted {
                results += rows.map { .init($0.row, .refused(ImportWork.twoNames)) }
            } else {
                try await submit(rows, to: key)
            }
        }
    }

    /// More of one agreement or region than any sheet of use has; it bounds the work of a hostile one.
    private static let rowsMax = 1_000

    private static let tooMany = Bilingual(
        id: "lebih dari \(rowsMax) baris untuk satu perjanjian atau daerah",
        en: "more than \(rowsMax) rows of one agreement or region")

    private static let twoNames = Bilingual(
        id: "perjanjian yang sama disebut dengan ref dan dengan id; pakai satu saja",
        en: "the same agreement is called by its ref and by its id; use one of them")

    private mutating func create(_ new: NewAgreement, _ row: ImportRow) async throws {
        do {
            try principal.require(.create)
            try principal.require(region: new.region)
            if let ref = new.ref, created[ref] != nil { throw EngineError.refTaken(ref) }
            if let ref = new.ref, let present = try await engine.ledger.agreement(ref) {
                guard (present.title, present.region, present.workflow.id) == (new.title, new.region, new.workflow),
                    (present.kind, present.programme) == (new.kind, new.programme),
                    new.validFrom == nil || new.validFrom == present.validFrom,
                    new.validUntil == nil || new.validUntil == present.validUntil
                else {
                    throw EngineError.refTaken(ref)
                }
                return results.append(.init(row, .unchanged))
            }
            let (agreement, workflow) = try await engine.draft(new, by: principal, known: created)
            var decision = Decision(
                creating: agreement, workflow, rules: engine.rules, actor: principal.actor, now: engine.clock.now(),
                mint: engine.mint)
            decision.settle()
            changes += try await engine.changes(of: decision)
            if let ref = new.ref { created[ref] = agreement.id }
            results.append(.init(row, .done))
        } catch let error as EngineError {
            results.append(.init(row, .refused(error.message)))
        }
    }

    private mutating func cover(_ fact: CoverageFact, _ region: String, _ row: ImportRow) async throws {
        do {
            var history: CoverageHistory
            if let known = regions[region] {
                history = known
            } else {
                history = try await engine.coverageHistory(of: region, for: principal)
            }
            try engine.refuseFuture(fact, in: region)
            covered[region, default: 0] += 1
            if covered[region] ?? 0 > ImportWork.rowsMax {
                return results.append(.init(row, .refused(ImportWork.tooMany)))
            }
            if history.facts.contains(fact) { return results.append(.init(row, .unchanged)) }
            changes.append(Change(events: engine.events(of: fact, in: region, by: principal, &history)))
            regions[region] = history
            results.append(.init(row, .done))
        } catch let error as EngineError {
            results.append(.init(row, .refused(error.message)))
        }
    }

    private mutating func submit(_ rows: [(row: ImportRow, command: Command)], to key: String) async throws {
        let before: Agreement
        let workflow: Workflow
        do {
            before = try await engine.agreement(key, for: principal)
            workflow = try engine.workflow(of: before)
        } catch let error as EngineError {
            results += rows.map { .init($0.row, .refused(error.message)) }
            return
        }
        var decision = Decision(
            before, workflow, rules: engine.rules, actor: principal.actor, now: engine.clock.now(), mint: engine.mint)
        // Equal payments of one day are as many as the sheet names; those on record are the first of them.
        var recorded = before.bills.reduce(into: [Month: [Payment]]()) { $0[$1.month] = $1.payments }
        for (row, command) in rows {
            if case .pay(let month, let payment) = command, let index = recorded[month]?.firstIndex(of: payment) {
                recorded[month]?.remove(at: index)
                results.append(.init(row, .unchanged))
                continue
            }
            if command.isRecorded(in: decision.agreement) {
                results.append(.init(row, .unchanged))
                continue
            }
            do {
                if let act = command.act { try principal.require(act) }
                try decision.decide(command)
                results.append(.init(row, .done))
            } catch let error as EngineError {
                results.append(.init(row, .refused(error.message)))
            }
        }
        guard !decision.events.isEmpty else { return }
        decision.settle()
        do {
            changes += try await engine.changes(of: decision)
        } catch let error as EngineError {
            // The rows are right one by one, and too much together.
            let lines = Set(rows.map(\.row.line))
            results.removeAll { lines.contains($0.line) }
            results += rows.map { .init($0.row, .refused(error.message)) }
        }
    }
}
