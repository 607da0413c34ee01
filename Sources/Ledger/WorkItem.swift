public import Agreements
public import Calendars

/// Something that one office must do for one agreement, and what is lost if it is left.
public struct WorkItem: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case step, bill, funding, renewal, finding
    }

    /// What is to be done.
    public enum Task: Sendable, Hashable {
        /// The workflow waits on the office.
        case step
        /// The month's bill is open, and waits on the office.
        case bill(Month)
        /// The funding line waits on the office, by its key.
        case funding(String)
        /// The paper ends, and nothing follows it.
        case renewal
        /// Something serious does not add up, by the finding's key.
        case finding(String)
    }

    public var role: Role
    public var task: Task
    /// People who lose or lack cover, and rupiah that are short or unpaid, if it is left.
    public var harm: Harm
    /// The deadline; nil where there is none.
    public var dueOn: Day?
    /// The day from which it is to be done.
    public var visibleFrom: Day

    public init(role: Role, task: Task, harm: Harm, dueOn: Day?, visibleFrom: Day) {
        self.role = role
        self.task = task
        self.harm = harm
        self.dueOn = dueOn
        self.visibleFrom = visibleFrom
    }

    /// More people, then more rupiah, then the earlier deadline; none comes last.
    public func isGraver(than other: WorkItem) -> Bool {
        if harm != other.harm { return harm > other.harm }
        return (dueOn?.number ?? .max, task.key) < (other.dueOn?.number ?? .max, other.task.key)
    }
}

extension WorkItem.Task {
    public var kind: WorkItem.Kind {
        switch self {
        case .step: .step
        case .bill: .bill
        case .funding: .funding
        case .renewal: .renewal
        case .finding: .finding
        }
    }

    /// Which one of its kind; nil where an agreement has but one.
    public var name: String? {
        switch self {
        case .step, .renewal: nil
        case .bill(let month): month.description
        case .funding(let key), .finding(let key): key
        }
    }

    /// `step`, `bill/2026-03`, `funding/apbd_ii-2026`, `finding/budget_short:2026`.
    public var key: String { kind.rawValue + (name.map { "/" + $0 } ?? "") }

    public init?(key: String) {
        let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
        switch (parts.first.flatMap(WorkItem.Kind.init), parts.dropFirst().first) {
        case (.step, nil): self = .step
        case (.renewal, nil): self = .renewal
        case (.bill, let month?):
            guard let month = Month(month) else { return nil }
            self = .bill(month)
        case (.funding, let line?): self = .funding(line)
        case (.finding, let finding?): self = .finding(finding)
        default: return nil
        }
    }
}
