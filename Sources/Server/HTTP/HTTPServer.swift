import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
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
///
/// Put together here and not by Hummingbird's `Application`, whose clock for the `Date` header wakes the process every second
/// though nobody asks.
public struct HTTPServer: Service {
    private let server: any Service

    /// - Parameter onReady: called with the port once it listens.
    public init(_ routes: Routes, listen: ListenAddress, onReady: @escaping @Sendable (Int) async -> Void) throws {
        let responder = try routes.router().buildResponder()
        let date = DateHeader()
        server = try HTTPServerBuilder.http1().buildServer(
            configuration: ServerConfiguration(
                address: .hostname(listen.host, port: listen.port), serverName: HTTPServer.name),
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: routes.logger
        ) { request, writer, channel in
            var logger = routes.logger
            logger[metadataKey: "hb.request.id"] = "\(RequestID())"
            let context = AppContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
            // Every error has become an answer by now.
            var response = try await responder.respond(to: request, context: context)
            response.headers[.date] = date.text()
            response.headers[.server] = HTTPServer.name
            do { try await writer.write(response: response.head, body: response.body) } catch {
                // Whatever it is, a second answer on the same connection is none.
                throw Unwritten(cause: error)
            }
        } onServerRunning: { channel in
            await onReady(channel.localAddress?.port ?? listen.port)
        }
    }

    public func run() async throws { try await server.run() }

    private static let name = "pksd"

    private struct Unwritten: Error {
        var cause: any Error
    }
}
