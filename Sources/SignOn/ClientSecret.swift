/// What the daemon proves itself with to a provider. Shows neither in text nor to a mirror.
public struct ClientSecret: Sendable, Equatable {
    let text: String

    public init(_ text: String) {
        self.text = text
    }
}

extension ClientSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
