import Agreements
import Calendars
import Documents
import Ledger
import Workflows

extension Engine {
    /// Moves running agreements to the structure in force, or says what that would do.
    ///
    /// All of them move in one transaction; those that somebody changes at the same moment are moved right after.
    ///
    /// - Parameter applies: false only looks.
    /// - Throws: ``EngineError``; nothing has moved then.
    public func migrate(_ plan: MigrationPlan, applies: Bool, by principal: Principal) async throws -> MigrationReport {
        try principal.require(.migrate)
        guard let target = rules.current[plan.workflow], target.attached == nil else {
            throw EngineError.notFound(plan.workflow)
        }
        try check(plan, target)
        let migrating = Migrating(target: target, states: plan.states)
        return try await move(
            try await candidates(plan, target, principal), applies: applies, undoes: nil, by: principal
        ) { agreement in migrating.answer(agreement) }
    }

    /// Takes a migration back: each agreement returns to the structure it came from, and to the state, unless somebody has
    /// moved it since; then to the state of the same id, or it stays and is listed.
    public func undo(
        _ migration: String, of workflow: String, applies: Bool, by principal: Principal
    ) async throws -> MigrationReport {
        try principal.require(.migrate)
        let rules = rules
        var back: [Agreement.ID: (move: WorkflowMove, isUntouched: Bool)] = [:]
        var candidates: [Agreement] = []
        for event in try await ledger.events(EventQuery(type: .workflowMigrated, limit: .max)) {
            guard case .migrated(let move) = event.data, move.migration == migration,
                rules.workflow(structure: move.toStructure)?.id == workflow,
                let id = event.subject.agreement, let agreement = try await ledger.agreement(id.rawValue),
                principal.mayTouch(region: agreement.region)
            else { continue }
            let since = try await ledger.events(EventQuery(subject: event.subject, after: event.seq, limit: .max))
            let isUntouched = !since.contains { event in
                if case .stateChanged = event.data { event.actor.role != .system } else { false }
            }
            back[id] = (move, isUntouched)
            candidates.append(agreement)
        }
        guard !candidates.isEmpty else { throw EngineError.notFound(migration) }
        return try await move(candidates, applies: applies, undoes: migration, by: principal) { agreement in
            guard let (move, isUntouched) = back[agreement.id],
                let target = rules.workflow(structure: move.fromStructure)
            else {
                return .stay(Bilingual(id: "struktur lama tidak tersimpan", en: "the old structure is not stored"))
            }
            guard agreement.workflow.structure == move.toStructure else {
                return .stay(
                    Bilingual(
                        id: "sudah dipindahkan lagi ke struktur lain", en: "has been moved on to another structure"))
            }
            return Migrating(target: target, states: isUntouched ? [agreement.state: move.fromState] : [:])
                .answer(agreement)
        }
    }

    /// The migrations of a workflow that have been applied, newest first, with the agreements that somebody may read.
    public func migrations(of workflow: String, for principal: Principal) async throws -> [MigrationRecord] {
        try principal.require(.previewRules)
        var records: [MigrationRecord] = []
        var positions: [String: Int] = [:]
        let query = EventQuery(type: .workflowMigrated, within: principal.regions, limit: .max)
        for event in try await ledger.events(query) {
            guard case .migrated(let move) = event.data,
                rules.workflow(structure: move.toStructure)?.id == workflow
            else { continue }
            if let position = positions[move.migration] {
                records[position].agreements += 1
            } else {
                positions[move.migration] = records.count
                records.append(
                    MigrationRecord(
                        id: move.migration, undoes: move.undoes, workflow: workflow, agreements: 1, by: event.actor,
                        at: event.recordedAt))
            }
        }
        return records.reversed()
    }

    private func check(_ plan: MigrationPlan, _ target: Workflow) throws {
        let problems = Problems()
        let known = Set(rules.structures(of: plan.workflow).flatMap { $0.states.map(\.id) })
        for from in plan.states.keys.sorted() where !known.contains(from) {
            problems.report(
                Place(pointer: "/states/\(from)"),
                Bilingual(id: "keadaan '\(from)' tidak pernah ada", en: "there has never been a state '\(from)'"),
                suggestion: nearest(to: from, among: known.sorted()))
        }
        for (from, to) in plan.states.sorted(by: { $0.key < $1.key }) where target.state(to) == nil {
            problems.report(
                Place(pointer: "/states/\(from)"),
                Bilingual(
                    id:
                        "keadaan '\(to)' tidak ada dalam struktur yang berlaku: \(target.states.map(\.id).joined(separator: ", "))",
                    en:
                        "the state '\(to)' is not in the structure in force: \(target.states.map(\.id).joined(separator: ", "))"
                ),
                suggestion: nearest(to: to, among: target.states.map(\.id)))
        }
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }

    private func candidates(
        _ plan: MigrationPlan, _ target: Workflow, _ principal: Principal
    ) async throws -> [Agreement] {
        var query = AgreementQuery()
        query.workflow = plan.workflow
        query.within = principal.regions
        return try await allAgreements(query).filter { agreement in
            let structure = agreement.workflow.structure
            return structure != target.structureHash && (plan.from.map { structure.hasPrefix($0) } ?? true)
        }
    }

    private func move(
        _ candidates: [Agreement], applies: Bool, undoes: String?, by principal: Principal,
        _ answer: (Agreement) -> Migrating.Answer
    ) async throws -> MigrationReport {
        let id = mint.id("mig", at: clock.now())
        var report = MigrationReport(undoes: undoes, moves: [], leftBehind: [], reminders: ReminderChanges())
        var counts: [MigrationReport.Move: Int] = [:]
        var pending = candidates
        while !pending.isEmpty {
            let agreements = pending
            let round: Round = try await underRulesInForce {
                try await self.round(of: agreements, under: id, undoes: undoes, applies: applies, by: principal, answer)
            }
            for (move, difference) in round.moved {
                counts[move, default: 0] += 1
                report.reminders.add(difference)
            }
            report.leftBehind += round.leftBehind
            pending = round.stale
        }
        // What opens by itself under the new rules is taken by the daemon's timers, as anything else.
        if applies, !counts.isEmpty { report.id = id }
        report.moves = counts.map { move, count in
            var move = move
            move.agreements = count
            return move
        }.sorted { ($0.fromState, $0.toState, $0.fromStructure) < ($1.fromState, $1.toState, $1.fromStructure) }
        return report
    }

    private func round(
        of agreements: [Agreement], under id: String, undoes: String?, applies: Bool, by principal: Principal,
        _ answer: (Agreement) -> Migrating.Answer
    ) async throws -> Round {
        var round = Round()
        var changes: [Change] = []
        var moves: [(MigrationReport.Move, ReminderDifference)] = []
        let rules = rules
        for agreement in agreements {
            switch answer(agreement) {
            case .stay(let why, let needsState):
                round.leftBehind.append(
                    .init(
                        agreement: agreement.ref ?? agreement.id.rawValue, state: agreement.state, why: why,
                        needsState: needsState))
            // Somebody else has moved it there meanwhile.
            case .move(_, let target) where agreement.workflow.structure == target.structureHash: break
            case .move(let state, let target):
                let move = WorkflowMove(
                    migration: id, undoes: undoes, fromStructure: agreement.workflow.structure,
                    toStructure: target.structureHash, fromState: agreement.state, toState: state.id,
                    phase: state.phase)
                // Its policy may have changed since the migration began.
                let workflow = rules.workflow(structure: target.structureHash) ?? target
                var decision = Decision(
                    agreement, workflow, rules: rules, actor: principal.actor, now: clock.now(), mint: mint)
                decision.migrate(move)
                let reminders = try await ledger.liveReminders(of: agreement.id)
                moves.append((.init(move), decision.difference(reminders)))
                changes.append(try decision.change(superseding: reminders))
            }
        }
        let made = applies ? try await commitFitting(changes) : changes.map { _ in true }
        round.moved = zip(moves, made).filter(\.1).map(\.0)
        round.stale = try await present(zip(changes, made).filter { !$1 }.map(\.0))
        return round
    }
}

/// What became of some agreements in one transaction.
private struct Round {
    var moved: [(MigrationReport.Move, ReminderDifference)] = []
    var leftBehind: [MigrationReport.LeftBehind] = []
    /// As they are now that somebody else has changed them.
    var stale: [Agreement] = []
}

extension MigrationReport.Move {
    fileprivate init(_ move: WorkflowMove) {
        self.init(
            fromStructure: move.fromStructure, toStructure: move.toStructure, fromState: move.fromState,
            toState: move.toState, agreements: 0)
    }
}
