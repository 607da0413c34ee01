/// A request as a receiver read it.
public struct Request: Sendable, Equatable {
    public var method: String
    public var path: String
    /// In the order they came; names in lower case.
    public var headers: [Header]
    public var body: [UInt8] = []

    public struct Header: Sendable, Equatable {
        public var name: String
        public var value: String
    }

    /// The first value of a header, by its lower-case name.
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    var wantsClose: Bool { header("connection")?.lowercased() == "close" }
}
