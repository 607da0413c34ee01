import Agreements
import Calendars
import Documents
import Ledger
public import Workflows

/// What a proposed workflow file would do to the record, before it is put in force.
public struct WorkflowPreview: Sendable {
    public var workflow: Workflow
    /// New agreements would begin under another structure; running ones would keep theirs until they are migrated.
    public var changesStructure: Bool
    public var changesPolicy: Bool
    /// What becomes of the reminders of running agreements under this structure.
    public var reminders: ReminderChanges
    /// Agreements in states that the file does not have, by state.
    public var nowhere: [String: [String]]
    public var replay: Replay?
}

extension Engine {
    /// Reads a proposed file and proves what can be proved of it, without changing anything.
    ///
    /// - Returns: the workflow, where it can be read, and all findings.
    public func check(
        _ text: String, named name: String, for principal: Principal
    ) async throws -> (workflow: Workflow?, findings: [WorkflowFinding]) {
        try principal.require(.previewRules)
        let file: WorkflowFile
        do { file = try WorkflowFile(yaml: text, file: name) } catch let error as DocumentError {
            return (nil, error.problems.map { WorkflowFinding($0) })
        }
        let known = WorkflowCheck.Surroundings(
            today: Zone.wib.day(at: clock.now()), holidays: rules.calendar.holidays, rates: rules.reference.rates,
            holders: try await holders())
        return (file.workflow, WorkflowCheck(file, known).findings())
    }

    /// Looks at a proposed file without changing anything.
    ///
    /// - Parameter replays: also runs every recorded history against it.
    /// - Throws: `DocumentError` if the file cannot be put in force.
    public func preview(
        _ text: String, of id: String, replays: Bool, for principal: Principal
    ) async throws -> WorkflowPreview {
        try principal.require(.previewRules)
        let workflow = try Workflow(yaml: text, file: id + ".yaml")
        guard workflow.id == id else {
            throw EngineError.invalid(
                "/text",
                Bilingual(
                    id: "berkas ini berisi '\(workflow.id)', bukan '\(id)'",
                    en: "the file holds '\(workflow.id)', not '\(id)'"))
        }
        let rules = rules
        let proposed = rules.replacing(workflow)
        try proposed.checkAttached(against: try await ledger.workflowTexts())
        let present = rules.current[id]
        var preview = WorkflowPreview(
            workflow: workflow, changesStructure: present?.structureHash != workflow.structureHash,
            changesPolicy: present?.policyHash != workflow.policyHash, reminders: ReminderChanges(), nowhere: [:],
            replay: replays
                ? Replay(of: workflow, calendar: rules.calendar, rates: rules.reference.rates) : nil)
        var query = AgreementQuery()
        // Bills and funding lines follow the rules of today, whatever workflow their agreement follows.
        query.workflow = workflow.attached == nil ? id : nil
        query.within = principal.regions
        for agreement in try await allAgreements(query) {
            guard let own = rules.workflow(of: agreement) else { continue }
            if workflow.attached != nil {
                preview.reminders.add(try await difference(agreement, own, proposed))
                continue
            }
            if agreement.workflow.structure == workflow.structureHash {
                preview.reminders.add(try await difference(agreement, workflow, proposed))
            }
            if Migrating(target: workflow, states: [:]).isLost(agreement) {
                preview.nowhere[agreement.state, default: []].append(agreement.ref ?? agreement.id.rawValue)
            }
            if replays {
                let history = try await ledger.events(EventQuery(subject: .agreement(agreement.id), limit: .max))
                preview.replay?.run(history, of: own, zone: rules.zone(of: agreement), until: clock.now())
            }
        }
        return preview
    }
}
