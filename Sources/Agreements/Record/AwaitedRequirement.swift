/// A requirement on an agreement's usual way that is not satisfied, or that a date can turn.
public struct AwaitedRequirement: Sendable, Hashable {
    public var id: String
    /// At whom it waits.
    public var owner: Role
    /// Days that pass can change the answer without anybody doing anything.
    public var dependsOnDate: Bool

    public init(id: String, owner: Role, dependsOnDate: Bool) {
        self.id = id
        self.owner = owner
        self.dependsOnDate = dependsOnDate
    }
}
