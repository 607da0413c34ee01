public import Agreements
public import Calendars
public import Documents

/// The rules of one kind of paper, as read from its file.
public struct Workflow: Sendable, Equatable {
    /// The version of the file language that is understood here.
    public static let format: Int64 = 1

    public var id: String
    /// The authors' own version; the hashes are the real identity.
    public var version: String
    public var title: Bilingual
    /// What the states belong to, where it is not an agreement.
    public var attached: Attachment?
    public var kinds: [AgreementKind]
    public var programmes: [Programme]
    public var initial: String
    public var fields: [Field]
    public var states: [State]
    public var transitions: [Transition]
    /// Reminders on fixed dates while an agreement is in certain phases.
    public var ladder: [PhaseReminder]
    /// What its authors say must happen; run by the check of the file.
    public var scenarios: [Scenario]
    /// SHA-256 over states, transitions, guards, roles and fields; an agreement is pinned to it.
    public var structureHash: String
    /// SHA-256 over everything; differs from file to file with the same structure by labels, SLA and reminders.
    public var policyHash: String
    /// The text it was read from.
    public var text: String

    public enum Attachment: String, Sendable, CaseIterable {
        case bill, funding
    }

    public struct Field: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            case text, integer, decimal, boolean, date, rupiah
        }

        public var name: String
        public var kind: Kind
        public var unit: String?
        public var label: Bilingual
        /// Who fills it in.
        public var fills: Role?
    }

    public struct State: Sendable, Equatable {
        public var id: String
        /// Ids it had in earlier versions, so that a migration finds the way by itself.
        public var was: [String]
        public var phase: Phase
        public var label: Bilingual
        public var waitingOn: [Role]
        /// How long an agreement may stay.
        public var sla: Span?
        /// The name of the date at which the state ends by itself; `H` in reminders.
        public var until: String?
        public var reminders: [ReminderRule]
        /// The offices that are told one after the other while those before them do not act. An acknowledgement stops what
        /// would have escalated and begins the ladder anew from its day.
        public var escalation: [EscalationStep]
        public var isFinal: Bool
    }

    public struct Transition: Sendable, Equatable {
        public var name: String
        public var label: Bilingual
        public var from: [String]
        public var to: String
        public var by: [Role]
        public var fourEyes: FourEyes?
        /// Off the usual way, such as a termination: nobody waits for what it requires.
        public var isExceptional: Bool
        public var requirements: [Requirement]

        /// The daemon takes it as soon as its requirements are met.
        public var isAutomatic: Bool { by == [.system] }
    }

    /// Who must not take a transition, since they took an earlier one of the same paper.
    public enum FourEyes: Sendable, Equatable {
        /// Everybody who has moved it so far.
        case everybodyBefore
        /// Whoever took one of these transitions.
        case takers(of: [String])
    }

    public func state(_ id: String) -> State? { states.first { $0.id == id } }

    /// The state with this id, or the one that had it in an earlier version.
    public func successor(of id: String) -> State? { state(id) ?? states.first { $0.was.contains(id) } }

    public func transition(_ name: String) -> Transition? { transitions.first { $0.name == name } }
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
    public func transitions(from state: String) -> [Transition] { transitions.filter { $0.from.contains(state) } }
}
