import Foundation
import Glibc
import Synchronization

/// A real HTTP server on 127.0.0.1, or on ::1, that does with each connection what the test tells it, mostly something rude.
///
/// Every connection has a thread of its own; the server stops listening with its last reference.
final class TinyServer: Sendable {
    let port: Int
    private let listener: Int32
    private let state: State

    private final class State: Sendable {
        let connections = Atomic(0)
        let requests = Mutex<[Request]>([])
    }

    struct Request: Sendable {
        var head: String
        var body: [UInt8]

        var lines: [String] { head.components(separatedBy: "\r\n") }
    }

    enum Address { case v4, v6 }

    init(address: Address = .v4, _ serve: @escaping @Sendable (Connection) -> Void) {
        let (listener, port) = boundSocket(address, isListening: true)
        let state = State()
        self.listener = listener
        self.port = port
        self.state = state
        Thread.detachNewThread {
            while true {
                let accepted = accept(listener, nil, nil)
                guard accepted >= 0 else { break }
                state.connections.add(1, ordering: .relaxed)
                Thread.detachNewThread {
                    let connection = Connection(accepted) { request in state.requests.withLock { $0.append(request) } }
                    serve(connection)
                    close(accepted)
                }
            }
            close(listener)
        }
    }

    /// Answers every request on every connection with the same text.
    convenience init(address: Address = .v4, answer: String) {
        self.init(address: address) { connection in while connection.readRequest() != nil { connection.send(answer) } }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var connections: Int { state.connections.load(ordering: .relaxed) }
    var requests: [Request] { state.requests.withLock { $0 } }

    func url(_ path: String = "/", host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    final class Connection: Sendable {
        private let descriptor: Int32
        private let onRequest: @Sendable (Request) -> Void
        private let received = Mutex<[UInt8]>([])

        fileprivate init(_ descriptor: Int32, onRequest: @escaping @Sendable (Request) -> Void) {
            self.descriptor = descriptor
            self.onRequest = onRequest
        }

        /// The next request with its body; nil when the client has closed.
        @discardableResult func readRequest() -> Request? {
            received.withLock { received in
                let blank = Array("\r\n\r\n".utf8)
                var end = received.firstRange(of: blank)
                while end == nil {
                    guard receive(into: &received) else { return nil }
                    end = received.firstRange(of: blank)
                }
                let head = String(decoding: received[..<end!.lowerBound], as: UTF8.self)
                received.removeFirst(end!.upperBound)
                let length = head.components(separatedBy: "\r\n").compactMap { line in
                    line.lowercased().hasPrefix("content-length: ") ? Int(line.dropFirst(16)) : nil
                }
                while received.count < length.first ?? 0 {
                    guard receive(into: &received) else { return nil }
                }
                let request = Request(head: head, body: Array(received.prefix(length.first ?? 0)))
                received.removeFirst(request.body.count)
                onRequest(request)
                return request
            }
        }

        /// False when the client has closed.
        @discardableResult func send(_ text: String) -> Bool {
            let bytes = Array(text.utf8)
            var sent = 0
            while sent < bytes.count {
                let count = unsafe bytes[sent...].withUnsafeBytes { rest in
                    unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }

        /// Returns when the client has closed.
        func waitForClose() {
            received.withLock { received in while receive(into: &received) {} }
        }

        private func receive(into received: inout [UInt8]) -> Bool {
            var piece = [UInt8](repeating: 0, count: 65_536)
            let count = unsafe piece.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { return false }
            received.append(contentsOf: piece[..<count])
            return true
        }
    }
}

/// A port of 127.0.0.1 that belongs to this object and where nobody listens.
final class DeafPort: Sendable {
    let port: Int
    private let descriptor: Int32

    init() { (descriptor, port) = boundSocket(.v4, isListening: false) }

    deinit { close(descriptor) }
}

private func boundSocket(_ address: TinyServer.Address, isListening: Bool) -> (descriptor: Int32, port: Int) {
    let family = address == .v4 ? AF_INET : AF_INET6
    let descriptor = socket(family, Int32(bitPattern: SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    precondition(descriptor >= 0, "no socket")
    let port =
        switch address {
        case .v4:
            bound(
                descriptor,
                sockaddr_in(
                    sin_family: sa_family_t(AF_INET), sin_port: 0,
                    sin_addr: in_addr(s_addr: UInt32(0x7f00_0001).bigEndian),
                    sin_zero: (0, 0, 0, 0, 0, 0, 0, 0))
            ).sin_port
        case .v6:
            bound(
                descriptor,
                sockaddr_in6(
                    sin6_family: sa_family_t(AF_INET6), sin6_port: 0, sin6_flowinfo: 0, sin6_addr: in6addr_loopback,
                    sin6_scope_id: 0)
            ).sin6_port
        }
    if isListening { precondition(listen(descriptor, 1_024) == 0, "cannot listen") }
    return (descriptor, Int(UInt16(bigEndian: port)))
}

/// The address with the port it was given.
private func bound<Address>(_ descriptor: Int32, _ address: Address) -> Address {
    var address = address
    var length = socklen_t(MemoryLayout<Address>.size)
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
            precondition(unsafe bind(descriptor, address, length) == 0, "no port")
            unsafe getsockname(descriptor, address, &length)
        }
    }
    return address
}
