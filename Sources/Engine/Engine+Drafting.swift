import Agreements
import Calendars
import Documents
import Ledger
import Workflows

extension Engine {
    /// Turns what somebody entered into a record, or says what cannot be.
    ///
    /// - Parameter known: agreements by their refs that are entered together with it, and not on record yet.
    func draft(
        _ new: NewAgreement, by principal: Principal, known: [String: Agreement.ID] = [:]
    ) async throws -> (Agreement, Workflow) {
        let rules = rules
        let problems = Problems()
        func report(_ pointer: String, _ id: String, _ en: String, suggestion: String? = nil) {
            problems.report(Place(pointer: pointer), Bilingual(id: id, en: en), suggestion: suggestion)
        }
        guard let workflow = rules.current[new.workflow], workflow.attached == nil else {
            let known = rules.current.values.filter { $0.attached == nil }.map(\.id).sorted()
            throw EngineError.invalid(
                "/workflow",
                Bilingual(
                    id: "workflow '\(new.workflow)' tidak ada; yang ada: \(known.joined(separator: ", "))",
                    en: "there is no workflow '\(new.workflow)'; known: \(known.joined(separator: ", "))"),
                suggestion: nearest(to: new.workflow, among: known))
        }
        if !workflow.kinds.contains(new.kind) {
            let kinds = workflow.kinds.map(\.rawValue).joined(separator: ", ")
            report(
                "/kind", "workflow '\(workflow.id)' untuk \(kinds), bukan \(new.kind.rawValue)",
                "the workflow '\(workflow.id)' is for \(kinds), not for \(new.kind.rawValue)")
        }
        if !workflow.programmes.contains(new.programme) {
            let programmes = workflow.programmes.map(\.rawValue).joined(separator: ", ")
            report(
                "/program", "workflow '\(workflow.id)' untuk \(programmes), bukan \(new.programme.rawValue)",
                "the workflow '\(workflow.id)' is for \(programmes), not for \(new.programme.rawValue)")
        }
        if rules.reference.regions[new.region] == nil {
            report("/region", "kode daerah '\(new.region)' tidak dikenal", "the region code '\(new.region)' is unknown")
        }
        problems.checkTerm(new.validFrom, new.validUntil)
        let state = new.state.map { workflow.state($0) } ?? workflow.state(workflow.initial)
        if state == nil {
            report(
                "/state", "tahap '\(new.state ?? "")' tidak ada", "there is no state '\(new.state ?? "")'",
                suggestion: nearest(to: new.state ?? "", among: workflow.states.map(\.id)))
        }
        if new.state != nil, new.source == nil {
            report(
                "/source", "sumber wajib diisi untuk naskah yang masuk di tengah jalan",
                "a paper entered in the middle of its life needs a source")
        }
        problems.checkParties(new.parties)
        let now = clock.now()
        let today = rules.reference.regions.zone(of: new.region).day(at: now)
        if let late = new.parties.compactMap(\.signature?.signedOn).max(), late > today {
            report(
                "/signed_on", "\(late) belum tiba (hari ini \(today))", "\(late) has not come yet (today is \(today))")
        }
        let parent = try await resolve(new.parent, "/parent", for: principal, known, problems)
        let renews = try await resolve(new.renews, "/renews", for: principal, known, problems)
        guard problems.all.isEmpty, let state else { throw EngineError.invalid(problems.all) }
        let agreement = Agreement(
            id: .init(rawValue: mint.id("agr", at: now)), ref: new.ref,
            workflow: .init(id: workflow.id, structure: workflow.structureHash), kind: new.kind,
            programme: new.programme, title: new.title, region: new.region, parties: new.parties,
            witnesses: new.witnesses, validFrom: new.validFrom, validUntil: new.validUntil, parent: parent,
            renews: renews, source: new.source, state: state.id, phase: state.phase,
            entered: .init(on: today, at: now, by: principal.actor), moves: [], fields: new.fields.mapValues { [$0] },
            funding: [],
            members: [], bills: [], documents: [], notes: [], version: 1, createdAt: now, updatedAt: now)
        return (agreement, workflow)
    }

    /// The id behind an id or a ref.
    private func resolve(
        _ key: String?, _ pointer: String, for principal: Principal, _ known: [String: Agreement.ID],
        _ problems: Problems
    ) async throws -> Agreement.ID? {
        guard let key else { return nil }
        if let id = known[key] { return id }
        if let found = try await ledger.agreement(key), principal.mayTouch(region: found.region) { return found.id }
        problems.report(
            Place(pointer: pointer),
            Bilingual(id: "perjanjian '\(key)' tidak ada", en: "there is no agreement '\(key)'"))
        return nil
    }
}

extension Problems {
    func checkTerm(_ from: Day?, _ until: Day?) {
        guard let from, let until, until < from else { return }
        report(
            Place(pointer: "/valid_until"), Bilingual(id: "berakhir sebelum mulai", en: "ends before it begins"))
    }

    func checkParties(_ parties: [Party]) {
        if parties.isEmpty {
            report(
                Place(pointer: "/parties"), Bilingual(id: "perlu sedikitnya satu pihak", en: "needs at least one party")
            )
        }
        for (key, same) in Dictionary(grouping: parties.enumerated(), by: \.element.key) where same.count > 1 {
            report(
                Place(pointer: "/parties/\(same[1].offset)/key"),
                Bilingual(id: "kunci pihak '\(key)' dipakai dua kali", en: "the party key '\(key)' is used twice"))
        }
    }
}
