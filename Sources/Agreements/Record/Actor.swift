/// Who did something, as the record keeps it.
public struct Actor: Sendable, Hashable, Codable {
    public var name: String
    public var role: Role

    public init(name: String, role: Role) {
        self.name = name
        self.role = role
    }

    public static let system = Actor(name: "pksd", role: .system)
}
