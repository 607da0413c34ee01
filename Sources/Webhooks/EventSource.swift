public import Agreements
import Foundation

/// Who tells, in the words of CloudEvents.
public struct EventSource: Sendable, Equatable {
    /// `source`: a URI reference that every event has in common.
    public let reference: String
    /// The DNS name under which permission to send is asked for; nil where nobody has said how the daemon is reached.
    public let origin: String?

    /// Empty where it is not known: the path alone is right whatever the daemon is called.
    private let base: String

    /// - Parameter publicURL: where others reach the daemon, without a slash at the end.
    public init(publicURL: String? = nil) {
        reference = publicURL ?? "/pksd"
        base = publicURL ?? ""
        origin = publicURL.flatMap { URLComponents(string: $0)?.host }
    }

    /// `dataref`: where an event can be read whole.
    public func address(of event: Event.ID) -> String { "\(base)/v1/events/\(event.rawValue)" }
}
