public import Agreements
public import Calendars
public import Documents

/// A short story about a paper, and how it must end: given a record, after these steps and this long, expect that.
public struct Scenario: Sendable, Equatable {
    public var name: String
    public var given: Given
    public var steps: [Step]
    /// How long passes after the steps.
    public var pass: Span?
    public var expect: Expectation
    public var place: Place

    /// The record at the start: a sample of two parties with whatever is said here.
    public struct Given: Sendable, Equatable {
        public var state: String?
        public var on: Day
        public var validFrom: Day?
        public var validUntil: Day?
        public var dueOn: Day?
        public var fields: [String: FieldValue]
        public var documents: [String]
        /// Keys of the parties that have signed: `region`, `bpjs`.
        public var signed: [String]
        public var isNumbered: Bool
        public var members: Int64?
        public var funding: [FundingLine]
    }

    public enum Step: Sendable, Equatable {
        /// Somebody takes a transition.
        case take(String, by: Role)
        /// Somebody says that they are on it.
        case acknowledge(by: Role)
        case pass(Span)
    }

    /// Whatever is nil is not looked at.
    public struct Expectation: Sendable, Equatable {
        public var state: String?
        public var waitingOn: [Role]?
        /// Ids of the requirements that refuse the last step.
        public var blocked: [String]?
        /// Who is reminded while time passes.
        public var reminded: [Role]?
        public var notReminded: [Role]?
        /// Who is reminded because those before them have not acted.
        public var escalatedTo: [Role]?
    }
}
