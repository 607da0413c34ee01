import Courier
import Engine
import HTTPTypes
import Hummingbird
import NIOCore

extension Visitor {
    /// - Parameters:
    ///   - peer: who is at the other end of the connection.
    ///   - isBehindProxy: whether others reach the daemon by another address than it listens on. Only then, and only from a
    ///     peer within the own network, does a header say where somebody comes from: anybody can write one.
    init(_ request: Request, from peer: SocketAddress?, isBehindProxy: Bool) {
        var address = peer?.ipAddress
        if isBehindProxy, let near = address.flatMap({ IPAddress($0) }),
            Visitor.nearby.contains(where: { $0.contains(near) }),
            // The last entry is the one that the proxy itself has written.
            let last = request.headers[values: .xForwardedFor].last?.split(separator: ",").last
        {
            address = last.trimmingPrefix { $0 == " " }.description
        }
        self.init(address: address, agent: request.headers[.userAgent])
    }

    private static let nearby = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1", "fc00::/7"]
        .compactMap { CIDR($0) }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For")!
}
