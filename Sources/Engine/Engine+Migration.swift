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
            try await candidates(plan, target), under: applies ? mint.id("mig", at: clock.now()) : nil, undoes: nil,
            by: principal
        ) { agreement in migrating.answer(agreement) }
    }

    /// Takes a migration back: each agreement returns to the structure it came from, and to the state, unless it has moved
    /// on in one that the old structure knows too.
    public func undo(_ migration: String, applies: Bool, by principal: Principal) async throws -> MigrationReport {
        try principal.require(.migrate)
        let moves = try await ledger.events(EventQuery(type: .workflowMigrated, limit: .max)).compactMap { event in
            if case .migrated(let move) = event.data, move.migration == migration,
                let agreement = event.subject.agreement
            {
                (agreement, move)
            } else {
                nil
            }
        }
        guard !moves.isEmpty else { throw EngineError.notFound(migration) }
        var candidates: [Agreement] = []
        for (id, move) in moves {
            if let agreement = try await ledger.agreement(id.rawValue),
                agreement.workflow.structure == move.toStructure
            {
                candidates.append(agreement)
            }
        }
        let rules = rules
        let back = Dictionary(moves) { $1 }
        return try await self.move(
            candidates, under: applies ? mint.id("mig", at: clock.now()) : nil, undoes: migration, by: principal
        ) { agreement in
            guard let move = back[agreement.id], let target = rules.workflow(structure: move.fromStructure) else {
                return .stay(
                    Bilingual(id: "struktur lama tidak tersimpan", en: "the old structure is not stored"))
            }
            let states = agreement.state == move.toState ? [agreement.state: move.fromState] : [:]
            return Migrating(target: target, states: states).answer(agreement)
        }
    }

    /// The migrations of a workflow that have been applied, newest first.
    public func migrations(of workflow: String) async throws -> [MigrationRecord] {
        var records: [MigrationRecord] = []
        var positions: [String: Int] = [:]
        for event in try await ledger.events(EventQuery(type: .workflowMigrated, limit: .max)) {
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
        for (from, to) in plan.states.sorted(by: { $0.key < $1.key }) where target.state(to) == nil {
            problems.report(
                Place(pointer: "/states/\(from)"),
                Bilingual(
                    id: "keadaan '\(to)' tidak ada dalam struktur yang berlaku",
                    en: "the state '\(to)' is not in the structure in force"),
                suggestion: nearest(to: to, among: target.states.map(\.id)))
        }
        if !problems.all.isEmpty { throw EngineError.invalid(problems.all) }
    }

    private func candidates(_ plan: MigrationPlan, _ target: Workflow) async throws -> [Agreement] {
        var query = AgreementQuery()
        query.workflow = plan.workflow
        return try await allAgreements(query).filter { agreement in
            let structure = agreement.workflow.structure
            guard structure != target.structureHash else { return false }
            return plan.from.map { structure.hasPrefix($0) } ?? true
        }
    }

    private func move(
        _ candidates: [Agreement], under id: String?, undoes: String?, by principal: Principal,
        _ answer: (Agreement) -> Migrating.Answer
    ) async throws -> MigrationReport {
        var report = MigrationReport(id: id, undoes: undoes, moves: [], leftBehind: [], reminders: ReminderChanges())
        var counts: [MigrationReport.Move: Int] = [:]
        var pending = candidates
        while !pending.isEmpty {
            var changes: [Change] = []
            var differences: [(MigrationReport.Move, ReminderDifference)] = []
            for agreement in pending {
                switch answer(agreement) {
                case .stay(let why):
                    report.leftBehind.append(
                        .init(agreement: agreement.ref ?? agreement.id.rawValue, state: agreement.state, why: why))
                case .move(let state, let workflow):
                    let move = WorkflowMove(
                        migration: id ?? "", undoes: undoes, fromStructure: agreement.workflow.structure,
                        toStructure: workflow.structureHash, fromState: agreement.state, toState: state.id,
                        phase: state.phase)
                    var decision = Decision(
                        agreement, workflow, rules: rules, actor: principal.actor, now: clock.now(), mint: mint)
                    decision.migrate(move)
                    decision.settle()
                    let reminders = try await ledger.liveReminders(of: agreement.id)
                    differences.append((.init(move), decision.difference(reminders)))
                    changes.append(decision.change(superseding: reminders))
                }
            }
            let made = id == nil ? changes.map { _ in true } : try await commitFitting(changes)
            for (index, isMade) in made.enumerated() where isMade {
                counts[differences[index].0, default: 0] += 1
                report.reminders.add(differences[index].1)
            }
            pending = try await present(zip(changes, made).filter { !$1 }.map(\.0))
        }
        report.moves = counts.map { move, count in
            var move = move
            move.agreements = count
            return move
        }.sorted { ($0.fromState, $0.toState, $0.fromStructure) < ($1.fromState, $1.toState, $1.fromStructure) }
        return report
    }
}

extension MigrationReport.Move {
    fileprivate init(_ move: WorkflowMove) {
        self.init(
            fromStructure: move.fromStructure, toStructure: move.toStructure, fromState: move.fromState,
            toState: move.toState, agreements: 0)
    }
}
