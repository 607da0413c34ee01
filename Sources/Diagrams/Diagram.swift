public import Agreements
public import Documents
public import Workflows

/// A workflow as a picture: states as cards in the lanes of their phases, moves as arrows between them.
///
/// The same input always gives the same bytes.
public struct Diagram: Illustration {
    public let picture: SVG

    public init(_ workflow: Workflow, language: Language, overlay: Overlay = .none) {
        let chart = Chart(workflow, language: language, overlay: overlay)
        picture = Drawing(Plan(chart)).picture
    }

    /// What is shown on top of the workflow itself.
    public enum Overlay: Sendable {
        case none
        /// How many papers stand in each state, by the state's id.
        case counts([String: Count])
        /// The way that one paper has gone, and where it is now.
        case path([Agreement.Move], current: String)
        /// What is new, gone or different since another version.
        case comparison(before: Workflow)
    }

    public struct Count: Sendable, Hashable {
        public var total: Int
        public var overdue: Int

        public init(total: Int, overdue: Int) {
            self.total = total
            self.overdue = overdue
        }
    }
}
