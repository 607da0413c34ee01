public import Agreements
public import Calendars
public import Documents
import Foundation
public import Ledger
public import Workflows

/// Everything that is decided by files: the workflows, the calendar, the regions and the rates.
public struct RuleBook: Sendable {
    /// By id: what new agreements begin under.
    public private(set) var current: [String: Workflow] = [:]
    /// By the hash of their structure: what running agreements go on under.
    private var pinned: [String: Workflow] = [:]
    public private(set) var calendar: WorkingCalendar
    public let reference: ReferenceData
    /// Names of holiday files in the directory in whose place those stand that were accepted over the API.
    public private(set) var replacedFiles: [String] = []
    /// A digest of whatever decides when reminders come and what they say.
    public private(set) var digest = ""

    public init(workflows: [Workflow], calendar: WorkingCalendar, reference: ReferenceData) {
        self.calendar = calendar
        self.reference = reference
        for workflow in workflows {
            current[workflow.id] = workflow
            pinned[workflow.structureHash] = workflow
        }
        seal()
    }

    private mutating func seal() {
        let policies = pinned.values.map { "\($0.id) \($0.structureHash) \($0.policyHash)" }.sorted()
        let machines = current.values.filter { $0.attached != nil }.map { "\($0.id) \($0.structureHash)" }.sorted()
        let closed = calendar.holidays.all.map { "\($0.day) \($0.kind) \($0.isEstimated) \($0.name)" }
        let zones = reference.regions.codes.sorted().map { "\($0) \(reference.regions.zone(of: $0))" }
        let rates = reference.rates.rows.map { "\($0)" }
        let all = policies + machines + closed + zones + rates
        digest = Tokens.hash(all.joined(separator: "\n")).base64EncodedString()
    }

    /// Reads all files. A workflow file that cannot be used is replaced by its last good text, where there is one.
    ///
    /// - Parameters:
    ///   - workflows: a directory of `*.yaml`, each named after the workflow it holds.
    ///   - data: a directory with `regions.csv`, `population.csv`, `rates.csv`, `uhc-thresholds.csv` and `holidays/*.csv`.
    ///   - lastGood: texts of workflows by id.
    ///   - proven: policy hashes of files that have been proved before.
    ///   - accepted: holiday files that were accepted over the API; one of them stands in the place of a file of its name.
    ///   - tolerated: receives the problems of the workflow files that were replaced.
    /// - Throws: `DocumentError` with every problem that nothing could replace.
    public init(
        workflows: String, data: String, lastGood: [String: String] = [:], proven: Set<String> = [],
        accepted: [HolidayFile] = [], tolerated: inout [Problem]
    ) throws {
        let problems = Problems()
        func report(_ error: DocumentError) {
            for problem in error.problems {
                problems.report(problem.place, problem.message, suggestion: problem.suggestion)
            }
        }
        func collect<Value>(_ read: () throws -> Value) throws -> Value? {
            do { return try read() } catch let error as DocumentError {
                report(error)
                return nil
            }
        }
        let decreed = try collect {
            try Holidays(files: RuleBook.files(in: data + "/holidays", suffix: ".csv").map { ($0.name, $0.text) })
        }
        let holidays = try collect { try (decreed ?? Holidays()).with(accepted: accepted) }
        let rates = try collect { try Rates(csv: RuleBook.file(data + "/rates.csv")) }
        let thresholds = try collect { try Thresholds(csv: RuleBook.file(data + "/uhc-thresholds.csv")) }
        var read: [Workflow] = []
        for file in try RuleBook.files(in: workflows, suffix: ".yaml") {
            do {
                let known = WorkflowCheck.Surroundings(
                    today: Day(number: 0), holidays: holidays, rates: rates ?? Rates())
                read.append(try RuleBook.proven(file, known, proven))
            } catch let error as DocumentError {
                if let text = lastGood[String(file.name.dropLast(5))],
                    let kept = try? Workflow(yaml: text, file: file.name)
                {
                    tolerated += error.problems
                    read.append(kept)
                } else {
                    report(error)
                }
            }
        }
        for (id, same) in Dictionary(grouping: read, by: \.id) where same.count > 1 {
            problems.report(
                Place(file: workflows),
                Bilingual(id: "dua berkas memakai id '\(id)'", en: "two files have the id '\(id)'"))
        }
        for attachment in Workflow.Attachment.allCases where read.count(where: { $0.attached == attachment }) > 1 {
            problems.report(
                Place(file: workflows),
                Bilingual(
                    id: "dua berkas memakai attached: \(attachment.rawValue)",
                    en: "two files are attached: \(attachment.rawValue)"))
        }
        let regions = try collect { try RuleBook.regions(data: data) }
        try problems.check()
        self.init(
            workflows: read, calendar: WorkingCalendar(holidays: holidays ?? Holidays()),
            reference: ReferenceData(
                regions: regions ?? Regions(), rates: rates ?? Rates(), thresholds: thresholds ?? Thresholds()))
        replacedFiles = (decreed ?? Holidays()).files.map(\.name).filter { name in
            accepted.contains { $0.name == name }
        }
    }

    /// A workflow that may be put in force: `pksctl workflow check` would find no error in its file.
    private static func proven(
        _ file: (name: String, text: String), _ known: WorkflowCheck.Surroundings, _ proven: Set<String>
    ) throws -> Workflow {
        let read = try WorkflowFile(yaml: file.text, file: file.name)
        if proven.contains(read.workflow.policyHash) { return read.workflow }
        let errors = WorkflowCheck(read, known).findings().filter { $0.severity == .error }
        if !errors.isEmpty { throw DocumentError(errors.map(\.problem)) }
        return read.workflow
    }

    /// Adds the rules that running agreements began under, where today's files no longer have their structure.
    ///
    /// - Returns: the texts that can no longer be read.
    mutating func add(stored texts: [WorkflowText]) -> [WorkflowText] {
        var unreadable: [WorkflowText] = []
        // Of several texts with one structure the last holds.
        for (structure, text) in Dictionary(texts.map { ($0.structure, $0) }, uniquingKeysWith: { $1 })
        where !current.values.contains(where: { $0.structureHash == structure }) {
            if let file = try? WorkflowFile(yaml: text.text, file: text.id + ".yaml") {
                pinned[structure] = file.workflow
            } else {
                unreadable.append(text)
            }
        }
        seal()
        return unreadable
    }

    /// The one workflow whose structure begins with these letters; nil if there are several.
    public func workflow(structurePrefix prefix: String, of id: String) -> Workflow? {
        let found = pinned.values.filter { $0.id == id && $0.structureHash.hasPrefix(prefix) }
        return found.count == 1 ? found[0] : nil
    }

    /// All structures of a workflow that are known.
    func structures(of id: String) -> [Workflow] { pinned.values.filter { $0.id == id } }

    /// The same rules with another text of one workflow.
    func replacing(_ workflow: Workflow) -> RuleBook {
        var rules = self
        rules.current[workflow.id] = workflow
        rules.pinned[workflow.structureHash] = workflow
        return rules
    }

    /// The same rules on another calendar.
    func on(_ holidays: Holidays) -> RuleBook {
        var rules = self
        rules.calendar = WorkingCalendar(holidays: holidays)
        rules.seal()
        return rules
    }

    /// Bills and funding lines follow the rules of today, so none of their states may vanish.
    ///
    /// - Throws: `DocumentError` naming each state that would.
    func checkAttached(against texts: [WorkflowText]) throws {
        let problems = Problems()
        for (id, text) in Dictionary(texts.map { ($0.id, $0.text) }, uniquingKeysWith: { $1 })
        // At most starts nothing has changed, and nothing needs to be read again.
        where current[id]?.text != text {
            guard let before = try? WorkflowFile(yaml: text, file: id).workflow, before.attached != nil else {
                continue
            }
            for state in before.states where current[id]?.state(state.id) == nil {
                problems.report(
                    Place(file: id + ".yaml"),
                    Bilingual(
                        id: "keadaan '\(state.id)' dihapus, padahal tagihan atau anggaran dapat berada di sana",
                        en: "the state '\(state.id)' is removed, but bills or funding lines may be in it"))
            }
        }
        try problems.check()
    }

    /// The rules of an agreement.
    public func workflow(of agreement: Agreement) -> Workflow? { pinned[agreement.workflow.structure] }

    /// The workflow with this structure, if it is in force or any agreement has begun under it.
    public func workflow(structure: String) -> Workflow? { pinned[structure] }

    /// The rules of bills or of funding lines.
    public func machine(of part: Agreement.Part) -> Workflow? {
        let attachment: Workflow.Attachment =
            switch part {
            case .bill: .bill
            case .funding: .funding
            }
        return current.values.first { $0.attached == attachment }
    }

    /// What people call a step of a bill.
    public func label(ofBillAt stage: String) -> Bilingual {
        current.values.first { $0.attached == .bill }?.label(stage) ?? Bilingual(id: stage, en: stage)
    }

    /// The words by which an agreement is found.
    func searchForms(of agreement: Agreement) -> Set<String> {
        agreement.searchForms(regionName: reference.regions[agreement.region]?.name)
    }

    public func zone(of agreement: Agreement) -> Zone { reference.regions.zone(of: agreement.region) }

    public func facts(_ agreement: Agreement, part: Agreement.Part? = nil, at now: Instant) -> Facts {
        Facts(
            agreement: agreement, part: part, today: zone(of: agreement).day(at: now), calendar: calendar,
            rates: reference.rates)
    }

    private func facts(
        _ agreement: Agreement, part: Agreement.Part? = nil, at now: Instant, _ successor: Facts.Succession?
    ) -> Facts {
        var facts = facts(agreement, part: part, at: now)
        facts.successor = successor
        return facts
    }

    /// All reminders that an agreement and its parts call for, as they stand now.
    ///
    /// - Parameter successor: nil where that is not known, as at planning.
    func plan(
        _ agreement: Agreement, _ workflow: Workflow, at now: Instant, successor: Facts.Succession? = nil
    ) -> [PlannedReminder] {
        let zone = zone(of: agreement)
        let own = workflow.plan(facts(agreement, at: now, successor), zone: zone)
        guard workflow.state(agreement.state)?.isFinal == false else { return own }
        let looks = GapWatch.timers(
            agreement, state: workflow.state(agreement.state), today: zone.day(at: now), zone: zone)
        let parts = agreement.parts.flatMap { part in
            machine(of: part)?.plan(facts(agreement, part: part, at: now, successor), zone: zone).map {
                $0.belonging(to: part)
            } ?? []
        }
        let ages = ArrearsWatch.timers(
            agreement, state: workflow.state(agreement.state), today: zone.day(at: now), zone: zone)
        let turns = Worksheet(agreement, workflow, rules: self, facts: facts(agreement, at: now)).timers(in: zone)
        let added = parts + looks + ages + turns
        return added.isEmpty ? own : (own + added).sorted { ($0.dueAt, $0.key) < ($1.dueAt, $1.key) }
    }

    /// The money of an agreement, year by year.
    ///
    /// - Throws: `MoneyError` if the figures are too large to add up.
    func runways(of agreement: Agreement) throws(MoneyError) -> [Runway] {
        var runways: [Runway] = []
        for year in agreement.fiscalYears { runways.append(try agreement.runway(year: year, rates: reference.rates)) }
        return runways
    }

    /// - Parameter data: the directory of `regions.csv` and `population.csv`.
    public static func regions(data: String) throws -> Regions {
        try Regions(regions: file(data + "/regions.csv"), population: file(data + "/population.csv"))
    }

    private static func file(_ path: String) throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw DocumentError([
                Problem(
                    at: Place(file: path),
                    Bilingual(id: "berkas tidak dapat dibaca", en: "the file cannot be read"))
            ])
        }
        return text
    }

    private static func files(in directory: String, suffix: String) throws -> [(name: String, text: String)] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw DocumentError([
                Problem(
                    at: Place(file: directory),
                    Bilingual(id: "direktori tidak dapat dibaca", en: "the directory cannot be read"))
            ])
        }
        return try names.filter { $0.hasSuffix(suffix) }.sorted().map { ($0, try file(directory + "/" + $0)) }
    }
}

extension Holidays {
    /// These days off with files that were accepted over the API.
    ///
    /// - Throws: `DocumentError` if one of them can no longer be read.
    func with(accepted: [HolidayFile]) throws -> Holidays {
        try accepted.map { try File(name: $0.name, csv: $0.csv) }.filter { !files.contains($0) }.reduce(self) {
            $0.with($1)
        }
    }
}

extension PlannedReminder {
    /// The same reminder as one of a part, of which an agreement may have several at the same step.
    fileprivate func belonging(to part: Agreement.Part) -> PlannedReminder {
        var reminder = self
        reminder.key = "\(part.key)/\(key)"
        reminder.rule = "\(part.key)/\(rule)"
        reminder.deadlineID = deadlineID.map { "\(part.key)/\($0)" }
        let name = part.label
        reminder.say = Bilingual(id: "\(name.id): \(say.id)", en: "\(name.en): \(say.en)")
        return reminder
    }
}

extension Agreement.Part {
    /// What people call it.
    var label: Bilingual {
        switch self {
        case .bill(let month): Bilingual(id: "Tagihan \(month.indonesian)", en: "Bill of \(month)")
        case .funding(let line): Bilingual(id: "Anggaran \(line)", en: "Funding \(line)")
        }
    }
}
