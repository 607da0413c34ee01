public import Agreements
public import Calendars
public import Documents

/// The one thing by which somebody moves an agreement, so that a page can offer it in place.
public struct NextStep: Sendable, Equatable {
    public enum Act: Sendable, Equatable {
        /// Take this transition of the workflow.
        case transition(String)
        /// Record the signature or the number of this party, by its key.
        case sign(party: String)
        /// Name who signs for this party, or the paper that lets them.
        case nameSignatory(party: String)
        /// Attach a document of this kind.
        case document(kind: String)
        /// Record a funding line.
        case fund
        case countMembers
        /// Fill in a field of the workflow, or `valid_from`, `valid_until` or `parent`.
        case field(String)
        /// Take a transition of a month's bill.
        case bill(Month, transition: String)
        /// Take a transition of a funding line, by its key.
        case fundingStep(line: String, transition: String)
        /// Let a requirement be, with a reason.
        case waive(requirement: String)
        /// Begin the paper that follows.
        case renew
        /// Put a finding right, or say why it may stand, by its key.
        case resolve(finding: String)
        /// Nothing; others must act, or a day must come where there is nobody.
        case waits(on: [Role], requirement: String?)
        /// It has ended.
        case nothing
    }

    public var act: Act
    /// What a button or a line says: the step's name, or what is missing.
    public var say: Bilingual

    public init(_ act: Act, _ say: Bilingual) {
        self.act = act
        self.say = say
    }

    /// Whether it is theirs to do.
    public var isTheirs: Bool {
        switch act {
        case .waits, .nothing: false
        default: true
        }
    }
}
