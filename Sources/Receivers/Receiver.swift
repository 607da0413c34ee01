public import Foundation
public import NIOCore
public import NIOPosix

/// A simulated receiver of webhooks on this machine's loopback, well or ill behaved.
///
/// ```swift
/// let receiver = try await Receiver.start(.fail(status: 503, percent: 20))
/// … send something to receiver.url …
/// #expect(await receiver.seen.duplicates == 0)
/// await receiver.stop()
/// ```
public final class Receiver: Sendable {
    public let host: String
    public let port: Int
    private let reception: Reception
    private let listener: any Channel
    private let serving: Task<Void, Never>

    /// What a receiver may be told besides its behaviour.
    public struct Options: Sendable {
        /// Judges the signatures; without one they are not looked at.
        public var verifier: SignatureVerifier?
        /// The same seed and the same order of requests give the same answers.
        public var seed: UInt64 = 1
        /// The path of a file that gets a line of JSON for each arrival, before its answer goes out.
        public var ledger: String?
        /// How many arrivals are kept whole, at least.
        public var keeps = 10_000
        public var now: @Sendable () -> Date = { Date() }
        /// Where it answers a request, that is said in place of what the behaviour would do.
        public var script: @Sendable (Request) -> Answer? = { _ in nil }
        /// Called for each arrival, in order, before its answer goes out.
        public var onArrival: @Sendable (Arrival) -> Void = { _ in }

        public init(verifier: SignatureVerifier? = nil) {
            self.verifier = verifier
        }
    }

    /// Listens from when it returns until ``stop()``, or until nobody refers to it.
    ///
    /// - Throws: an error of the system where the address is taken or the ledger cannot be opened.
    public static func start(
        _ behaviour: Behaviour, on address: ListenAddress = .loopback, _ options: Options = Options(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> Receiver {
        let reception = try Reception(behaviour, options)
        let (connections, door) = AsyncStream.makeStream(of: Connection.self)
        let listener = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let connection = try Connection(wrappingChannelSynchronously: channel)
                    if case .enqueued = door.yield(connection) { return }
                    // The door is shut. NIO insists that whatever was wrapped is closed in this way.
                    Task { try? await connection.executeThenClose { _, _ in } }
                }
            }
            .bind(host: address.host, port: address.port).get()
        listener.closeFuture.whenComplete { _ in door.finish() }
        return Receiver(reception, listener, connections, host: address.host)
    }

    private init(
        _ reception: Reception, _ listener: any Channel, _ connections: AsyncStream<Connection>, host: String
    ) {
        self.reception = reception
        self.listener = listener
        self.host = host
        // A socket that listens on an IP address has a port.
        port = listener.localAddress?.port ?? 0
        serving = Task {
            await withDiscardingTaskGroup { group in
                for await connection in connections {
                    group.addTask { await Conversation.hold(connection, reception) }
                }
                group.cancelAll()
            }
        }
    }

    deinit {
        // Its event loop may be gone after `stop()`.
        if listener.isActive { listener.close(promise: nil) }
    }

    public var url: String { url("/") }

    public func url(_ path: String) -> String {
        "http://\(host.contains(":") ? "[\(host)]" : host):\(port)\(path)"
    }

    public var seen: Seen { get async { await reception.seen } }

    /// What has been seen when there are so many arrivals.
    ///
    /// - Throws: `CancellationError`.
    public func seen(atLeast count: Int) async throws -> Seen {
        while await reception.seen.count < count { try await Task.sleep(for: .milliseconds(2)) }
        return await reception.seen
    }

    /// Requests that arrive from now on are treated in another way.
    public func behave(_ behaviour: Behaviour) async { await reception.setBehaviour(behaviour) }

    /// Hangs up on everybody and listens no more. What has been seen stays.
    public func stop() async {
        listener.close(promise: nil)
        await serving.value
    }
}
