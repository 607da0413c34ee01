public import Documents

/// What a check of a workflow file found: where, why it matters, and what mends it.
public struct WorkflowFinding: Sendable, Equatable {
    public enum Severity: String, Sendable, Comparable {
        case warning, error

        public static func < (a: Self, b: Self) -> Bool { a == .warning && b == .error }
    }

    /// The names under which findings are known, so that programs can tell them apart.
    public enum Code: String, Sendable, CaseIterable {
        case unreadable
        case fileName = "file-name"
        // The graph.
        case unreachable
        case deadEnd = "dead-end"
        case noWayToEnd = "no-way-to-end"
        case leavesFinal = "leaves-final"
        case livelock
        case twoAutomatic = "two-automatic"
        // People.
        case nobodyCanAct = "nobody-can-act"
        case roleWithoutHolder = "role-without-holder"
        case fourEyesAlone = "four-eyes-alone"
        case nobodyFills = "nobody-fills"
        // Time.
        case noReminder = "no-reminder"
        case reminderBeforeEntry = "reminder-before-entry"
        case reminderAfterEnd = "reminder-after-end"
        case warnedTooLate = "warned-too-late"
        case longSLA = "long-sla"
        case noEscalation = "no-escalation"
        case escalatesToNobody = "escalates-to-nobody"
        case neverEscalates = "never-escalates"
        case endsUnannounced = "ends-unannounced"
        case holidaysMissing = "holidays-missing"
        // Guards.
        case alwaysTrue = "always-true"
        case alwaysFalse = "always-false"
        // Stories.
        case scenarioFails = "scenario-fails"
    }

    public var code: Code
    public var severity: Severity
    public var problem: Problem
    public var fix: Bilingual

    public init(_ code: Code, _ severity: Severity, at place: Place, _ message: Bilingual, fix: Bilingual) {
        self.code = code
        self.severity = severity
        problem = Problem(at: place, message)
        self.fix = fix
    }

    /// A problem of reading, which says itself what would mend it.
    public init(_ problem: Problem) {
        code = .unreadable
        severity = .error
        self.problem = problem
        fix = Bilingual(id: "", en: "")
    }

    /// `file:line:column: error: message [code]`, and the fix on a line of its own, as editors and compilers show it.
    public func line(_ language: Language) -> String {
        let fix = fix.text(language)
        return "\(problem.place): \(severity.rawValue): \(problem.text(language)) [\(code.rawValue)]"
            + (fix.isEmpty ? "" : "\n    \u{2192} \(fix)")
    }
}
