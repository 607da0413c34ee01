import Hummingbird
import Logging
public import ServiceLifecycle

/// Where the server listens.
public struct ListenAddress: Sendable, Equatable, LosslessStringConvertible {
    public var host: String
    public var port: Int

    /// `127.0.0.1:7480` or `[::1]:7480`; port 0 takes a free one.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (0...65_535).contains(port)
        else { return nil }
        let host = text[..<colon].filter { $0 != "[" && $0 != "]" }
        guard !host.isEmpty else { return nil }
        self.host = String(host)
        self.port = port
    }

    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}

/// The HTTP server as a service.
public struct HTTPServer: Service {
    private let application: Application<RouterResponder<AppContext>>

    /// - Parameter onReady: called with the port once it listens.
    public init(_ routes: Routes, listen: ListenAddress, onReady: @escaping @Sendable (Int) async -> Void) throws {
        application = Application(
            router: try routes.router(),
            configuration: .init(address: .hostname(listen.host, port: listen.port), serverName: "pksd"),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? listen.port) },
            logger: routes.logger)
    }

    public func run() async throws { try await application.run() }
}
