import Agreements
import Calendars
import Documents
import Testing

@testable import Workflows

/// One fault at a time in a file that has none: it is found, at its place, and nothing else is.
@Suite struct `A planted fault` {
    struct Fault: Sendable, CustomTestStringConvertible {
        var name: String
        var code: WorkflowFinding.Code
        var severity: WorkflowFinding.Severity
        /// The finding stands where this stands in the spoilt file, which has it once.
        var at: String
        var edits: [(String, String)]
        var file = "sample.yaml"
        var change: @Sendable (inout WorkflowCheck.Surroundings) -> Void = { _ in }

        init(
            _ name: String, _ code: WorkflowFinding.Code, _ severity: WorkflowFinding.Severity, at: String,
            _ edits: (String, String)..., file: String = "sample.yaml",
            change: @escaping @Sendable (inout WorkflowCheck.Surroundings) -> Void = { _ in }
        ) {
            self.name = name
            self.code = code
            self.severity = severity
            self.at = at
            self.edits = edits
            self.file = file
            self.change = change
        }

        var testDescription: String { name }
    }

    private static let guarded = "\"people <= 100 && agreed\""

    private static func hold(_ role: Role, _ count: Int) -> @Sendable (inout WorkflowCheck.Surroundings) -> Void {
        { $0.holders?[role] = count }
    }

    static let graph: [Fault] = [
        Fault("nothing leads there", .unreachable, .error, at: "suspended:\n", ("to: suspended", "to: closed")),
        Fault(
            "nothing leads out of it", .deadEnd, .error, at: "suspended:\n",
            ("from: suspended", "from: running"), ("[running, suspended]", "running")),
        Fault(
            "it only leads to itself", .noWayToEnd, .error, at: "expired:\n",
            ("from: expired\n    to: closed", "from: drafted\n    to: closed")),
        Fault(
            "no state is final", .noWayToEnd, .error, at: "states:",
            ("final: true,", "waiting_on: coordinator,"), ("from: expired", "from: [expired, closed]")),
        Fault(
            "the end is left", .leavesFinal, .error, at: "from: [expired, closed]",
            ("from: expired", "from: [expired, closed]")),
        Fault(
            "three automatic steps in a circle", .livelock, .error, at: "finish:",
            ("by: [legal]\n    four_eyes: true", "by: [system]")),
        Fault(
            "two automatic steps at once", .twoAutomatic, .error, at: "decline:",
            ("people >= 50", "people >= 49")),
        Fault(
            "two automatic steps at once on a date", .twoAutomatic, .error, at: "decline:",
            ("people >= 50", "target_date == today")),
        Fault(
            "two automatic steps at once by their documents", .twoAutomatic, .error, at: "decline:",
            ("cel: people >= 50", "document: refusal")),
    ]

    static let people: [Fault] = [
        Fault(
            "it waits on people who can do nothing", .nobodyCanAct, .error, at: "waiting_on: [legal]",
            ("waiting_on: [finance]", "waiting_on: [legal]")),
        Fault(
            "nobody to wait on", .roleWithoutHolder, .warning, at: "waiting_on: [finance]", change: hold(.finance, 0)),
        Fault("nobody to take the step", .roleWithoutHolder, .warning, at: "by: [bpjs_pic]", change: hold(.bpjsPIC, 0)),
        Fault("nobody to remind", .roleWithoutHolder, .warning, at: "to: [auditor]", change: hold(.auditor, 0)),
        Fault("nobody on the ladder", .roleWithoutHolder, .warning, at: "to: [tkksd]", change: hold(.tkksd, 0)),
        Fault("two eyes only", .fourEyesAlone, .warning, at: "four_eyes: true", change: hold(.legal, 1)),
        Fault(
            "two eyes only, after one step", .fourEyesAlone, .warning, at: "four_eyes: [decline]",
            ("four_eyes: true", "four_eyes: [decline]"), change: hold(.legal, 1)),
        Fault("nobody fills what cel asks for", .nobodyFills, .warning, at: "agreed:", ("fills: legal, ", "")),
        Fault(
            "nobody fills the date of the end", .nobodyFills, .warning, at: "ends_on:",
            ("  share:", "  ends_on: { type: date, label: { id: Akhir, en: End } }\n  share:"),
            ("until: valid_until", "until: ends_on")),
        Fault(
            "nobody holds the office above", .roleWithoutHolder, .warning, at: "to: [secretary]",
            change: hold(.secretary, 0)),
    ]

    static let time: [Fault] = [
        Fault(
            "nobody is reminded", .noReminder, .error, at: "expired:\n",
            ("    remind: [{ at: [sla-3 kerja], to: waiting_on }]\n", "")),
        Fault(
            "nobody but the ladder reminds", .noReminder, .warning, at: "signing:\n",
            ("    remind: [{ at: [sla-2 kerja], to: waiting_on }]\n", "")),
        Fault(
            "reminded before it begins", .reminderBeforeEntry, .error, at: "sla-11 kerja",
            ("sla-5 kerja", "sla-11 kerja")),
        Fault("reminded after it has ended", .reminderAfterEnd, .error, at: "H+7", ("H-7", "H+7")),
        Fault(
            "warned when it is late", .warnedTooLate, .error, at: "remind: [{ at: [sla+1 kerja]",
            ("sla-3 kerja", "sla+1 kerja")),
        Fault(
            "warned again and again, but late", .warnedTooLate, .error, at: "remind: [{ every: 7 hari, after: sla,",
            ("after: sla-7 hari", "after: sla")),
        Fault("a step of years", .longSLA, .warning, at: "sla: 13 bulan", ("sla: 20 kerja", "sla: 13 bulan")),
        Fault(
            "ends without a word", .endsUnannounced, .warning, at: "running:\n",
            ("until: valid_until", "sla: 12 bulan\n    escalate: [{ after: sla, to: [unit_head] }]"),
            ("at: [H-30, H-7]", "at: [sla]")),
        Fault(
            "nobody above is told", .noEscalation, .warning, at: "signing:\n",
            ("    escalate: [{ after: sla+1 kerja, to: [region_head] }]\n", "")),
        Fault(
            "those who are waited for are told again", .escalatesToNobody, .error, at: "to: [bpjs_head]",
            ("[{ after: sla+1 kerja, to: [region_head] }]", "[{ after: sla+1 kerja, to: [bpjs_head] }]")),
        Fault(
            "more reminders than there are", .neverEscalates, .error, at: "unanswered: 3",
            ("unanswered: 2", "unanswered: 3")),
        Fault(
            "escalated before it begins", .reminderBeforeEntry, .error, at: "after: sla-11 kerja",
            ("after: sla+4 kerja", "after: sla-11 kerja")),
        Fault(
            "escalated after it has ended", .reminderAfterEnd, .error, at: "after: H+2",
            ("at: [H-30, H-7]", "at: [H-30]"),
            (
                "unless: successor == 'signed' }]",
                "unless: successor == 'signed' }]\n    escalate: [{ after: H+2, to: [unit_head] }]"
            )),
        Fault("no holidays of the next year", .holidaysMissing, .warning, at: "workflow:") {
            $0.today = Papers.day("2027-01-01")
        },
    ]

    static let guards: [Fault] = [
        Fault(
            "an automatic step that asks for nothing", .alwaysTrue, .error, at: "expire:\n",
            ("    when:\n      - { passed: valid_until, owner: coordinator }\n", "")),
        Fault("cel that is always met", .alwaysTrue, .warning, at: "{ cel: \"agreed", (guarded, "\"agreed || true\"")),
        Fault("cel of constants", .alwaysTrue, .warning, at: "{ cel: 2 > 1", (guarded, "2 > 1")),
        Fault(
            "cel that is always met by what it does not vary", .alwaysTrue, .warning, at: "{ cel: \"'a'",
            (guarded, "\"'a' in documents || true\"")),
        Fault(
            "an automatic step with cel that is always met", .alwaysTrue, .error, at: "{ cel: \"true",
            ("all_signed: true", "cel: \"true\", say: { id: Belum, en: Not yet }"),
            ("waiting_on: [unit_head, bpjs_head]", "waiting_on: [unit_head]")),
        Fault(
            "a closed line never counts", .alwaysFalse, .error, at: "{ funding: closed",
            ("document: final_draft", "funding: closed")),
        Fault(
            "none of the alternatives", .alwaysFalse, .error, at: "{ any: [{ funding: closed",
            ("document: final_draft", "any: [{ funding: closed }, { cel: 1 > 2, say: { id: T, en: N } }]")),
        Fault(
            "cel that is never met", .alwaysFalse, .error, at: "{ cel: people > 5",
            (guarded, "people > 5 && people < 3")),
        Fault(
            "cel without a decimal between", .alwaysFalse, .error, at: "{ cel: share",
            (guarded, "share > 0.5 && share <= 0.5")),
        Fault(
            "cel that no text fits", .alwaysFalse, .error, at: "{ cel: \"subject",
            (guarded, "\"subject == 'a' && subject in ['b', 'c']\"")),
        Fault(
            "cel that no day fits", .alwaysFalse, .error, at: "{ cel: target_date > today",
            (guarded, "target_date > today && target_date < today")),
        Fault(
            "an exception that never holds", .alwaysFalse, .warning, at: "unless: successor == 'sined'",
            ("successor == 'signed'", "successor == 'sined'")),
        Fault(
            "an exception that always holds", .alwaysTrue, .warning, at: "unless: agreed || true",
            ("successor == 'signed'", "agreed || true")),
        Fault(
            "two requirements against each other", .alwaysFalse, .error, at: "when:\n      - { field: people",
            ("people <= 100", "people <= 9")),
        Fault(
            "three requirements against each other", .alwaysFalse, .error, at: "when:\n      - { field: people",
            ("document: final_draft", "field: agreed, equals: false")),
    ]

    static let rest: [Fault] = [
        Fault(
            "cannot be read", .unreadable, .error, at: "agred", ("people <= 100 && agreed", "people <= 100 && agred")),
        Fault(
            "a yes or no that is a number", .unreadable, .error, at: "people + 1",
            (guarded, "people + 1")),
        Fault("named otherwise", .fileName, .error, at: "workflow:", file: "other.yaml"),
        Fault(
            "a story that ends otherwise", .scenarioFails, .error, at: "name: terlambat",
            ("expect: { state: drafted", "expect: { state: signing")),
    ]

    static let all = graph + people + time + guards + rest

    @Test func `is in nothing that is sound`() throws {
        #expect(try SoundFile.findings(SoundFile.text) == [])
    }

    @Test func `has a row here for each code`() {
        #expect(Set(Self.all.map(\.code)) == Set(WorkflowFinding.Code.allCases))
    }

    @Test(arguments: all) func `is found where it stands, and alone`(_ fault: Fault) throws {
        let text = try SoundFile.text(fault.edits)
        var surroundings = SoundFile.surroundings
        fault.change(&surroundings)
        let findings = try SoundFile.findings(text, file: fault.file, surroundings)
        let place = try #require(Self.place(of: fault.at, in: text, file: fault.file))
        #expect(
            findings.map { "\($0.problem.place) \($0.severity) \($0.code.rawValue)" }
                == ["\(place) \(fault.severity) \(fault.code.rawValue)"],
            "\(findings.map { $0.line(.english) })")
        let finding = try #require(findings.first)
        #expect(finding.problem.text(.indonesian) != finding.problem.text(.english))
        // A problem of reading says in its own words what mends it.
        #expect(finding.fix.id.isEmpty == (fault.code == .unreadable))
        #expect(finding.line(.indonesian).hasPrefix("\(place): \(fault.severity.rawValue): "))
    }

    /// nil where the piece does not stand exactly once.
    private static func place(of piece: String, in text: String, file: String) -> String? {
        let ranges = text.ranges(of: piece)
        guard ranges.count == 1, let start = ranges.first?.lowerBound else { return nil }
        let lines = text[..<start].split(separator: "\n", omittingEmptySubsequences: false)
        return "\(file):\(lines.count):\((lines.last?.unicodeScalars.count ?? 0) + 1)"
    }
}

/// What looks like a fault at first and is none: nothing is reported that some record disproves.
@Suite struct `What is no fault` {
    @Test(arguments: [
        // Which of two automatic steps is open is settled by the record.
        ("people >= 50", "people == 50"),
        ("people >= 50", "'!(people < 50)'"),
        ("people >= 50", "people < 50 && target_date > today"),
        ("cel: people >= 50", "field: people, at_least: 50"),
        // Each of these can be met and can fail.
        ("people <= 100 && agreed", "size(subject) > 3"),
        ("people <= 100 && agreed", "subject.startsWith('PKS ')"),
        ("people <= 100 && agreed", "subject.matches('^[A-Z]{3}$')"),
        ("people <= 100 && agreed", "subject > 'm'"),
        ("people <= 100 && agreed", "people * people == 49"),
        ("people <= 100 && agreed", "people % 7 == 3 && people > 20"),
        ("people <= 100 && agreed", "people > 2 * 50 && people < 2 * 50 + 2"),
        ("people <= 100 && agreed", "share > 0.5 && share < 0.8"),
        ("people <= 100 && agreed", "people > 999999999999998"),
        ("people <= 100 && agreed", "today >= date('2027-01-01')"),
        ("people <= 100 && agreed", "today < date('2030-01-01')"),
        ("people <= 100 && agreed", "target_date > date('2027-06-01') && target_date < date('2027-07-01')"),
        ("people <= 100 && agreed", "target_date <= today && target_date > date('2027-06-01')"),
        ("people <= 100 && agreed", "days_between(today, target_date) > 60"),
        ("people <= 100 && agreed", "kerja(target_date, 5) == today"),
        ("people <= 100 && agreed", "valid_from < target_date && target_date < valid_until && valid_until < today"),
        ("people <= 100 && agreed", "parties.exists(p, p.side == 'bpjs' && p.signed)"),
        ("people <= 100 && agreed", "'final_draft' in documents"),
        ("people <= 100 && agreed", "members > 1000 && needed <= available"),
        ("people <= 100 && agreed", "state == 'drafted'"),
        ("successor == 'signed'", "budget_ready"),
        ("successor == 'signed'", "budget_ready && valid_from > today"),
        ("successor == 'signed'", "successor != 'none' || agreed"),
        ("successor == 'signed'", "\"successor in ['started', 'signed']\""),
        ("successor == 'signed'", "arrears > 0"),
        ("cel: \"people <= 100 && agreed\"", "field: target_date, equals: \"2027-12-31\""),
        ("cel: \"people <= 100 && agreed\"", "field: share, at_most: 0.3"),
        ("cel: \"people <= 100 && agreed\"", "funding: dpa, covers: members"),
        ("cel: \"people <= 100 && agreed\"", "bills: settled"),
        ("cel: \"people <= 100 && agreed\"", "older_than: 3 bulan"),
    ])
    func `is not reported`(_ right: String, _ wrong: String) throws {
        #expect(try SoundFile.findings(SoundFile.text([(right, wrong)])).map { $0.line(.english) } == [])
    }

    @Test(arguments: Shipped.names) func `is in no shipped file`(name: String) throws {
        let surroundings = WorkflowCheck.Surroundings(
            today: Papers.day("2026-11-23"), holidays: try Shipped.calendar().holidays, rates: try Papers.rates())
        #expect(try SoundFile.findings(Shipped.text(name), file: name, surroundings).map { $0.line(.english) } == [])
    }

    @Test(arguments: ["issued", "due"]) func `is not reported of a bill either`(_ initial: String) throws {
        let text = """
            workflow: sample
            format: 1
            version: "1"
            title: { id: Tagihan, en: Bill }
            attached: bill
            initial: \(initial)
            states:
              \(initial):
                label: { id: Terbit, en: Issued }
                waiting_on: [finance]
                sla: 3 kerja
                remind: [{ at: [sla-1 kerja], to: waiting_on }]
                escalate: [{ after: sla+1 kerja, to: [secretary] }]
              paid: { final: true, label: { id: Lunas, en: Paid } }
            transitions:
              settle:
                label: { id: Lunasi, en: Settle }
                from: \(initial)
                to: paid
                by: [finance]
                when:
                  - { bills: settled }
                  - { cel: paid >= amount, say: { id: Belum, en: Not yet } }
                  - { cel: due_on >= today, say: { id: Lewat, en: Late } }
            """
        #expect(try SoundFile.findings(text).map { $0.line(.english) } == [])
    }
}
