import NIOCore

/// Where a simulated receiver listens: always on this machine's loopback.
public struct ListenAddress: Sendable, Equatable {
    public let host: String
    /// 0 for any that is free.
    public let port: Int

    public static let loopback = ListenAddress(host: "127.0.0.1", port: 0)

    private init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// - Parameter text: such as `127.0.0.1:9000`, `[::1]:9000`, `localhost:9000` or `9000`.
    /// - Returns: nil for anything else, and for an address that others can reach.
    public init?(_ text: String) {
        let colon = text.lastIndex(of: ":")
        let digits = colon.map { text[text.index(after: $0)...] } ?? text[...]
        guard let port = UInt16(digits) else { return nil }
        let host: String
        switch colon.map({ text[..<$0] }) {
        case nil, "localhost": host = "127.0.0.1"
        case "[::1]": host = "::1"
        case let name?:
            host = String(name)
            guard case .v4 = try? SocketAddress(ipAddress: host, port: 0), host.hasPrefix("127.") else { return nil }
        }
        self.init(host: host, port: Int(port))
    }
}
