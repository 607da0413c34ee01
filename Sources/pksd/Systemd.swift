import Dispatch
import Glibc

/// Speaks to the service manager (sd_notify(3)): one datagram for each message, to the socket in `NOTIFY_SOCKET`.
/// Without that variable every call does nothing.
struct Systemd: Sendable {
    /// How often the service manager wants to hear from us, in microseconds; nil if it does not watch.
    let watchdogMicroseconds: UInt64?
    private let socketPath: String?

    init(environment: [String: String]) {
        socketPath = environment["NOTIFY_SOCKET"]
        let isForUs = environment["WATCHDOG_PID"].flatMap { pid_t($0) }.map { $0 == getpid() } ?? true
        watchdogMicroseconds = isForUs ? environment["WATCHDOG_USEC"].flatMap { UInt64($0) } : nil
    }

    func notify(ready status: String) { send("READY=1\nSTATUS=\(status)") }
    func notify(stopping status: String) { send("STOPPING=1\nSTATUS=\(status)") }
    func notifyAlive() { send("WATCHDOG=1") }

    /// Must be followed by ``notify(ready:)``.
    func notifyReloading() {
        // Dispatch's uptime is CLOCK_MONOTONIC on Linux.
        send("RELOADING=1\nMONOTONIC_USEC=\(DispatchTime.now().uptimeNanoseconds / 1_000)")
    }

    private func send(_ message: String) {
        guard let socketPath, !socketPath.isEmpty else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var path = Array(socketPath.utf8)
        // A leading @ stands for the abstract namespace.
        if path[0] == UInt8(ascii: "@") { path[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { field in
            unsafe field.copyBytes(from: path.prefix(field.count))
        }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let bytes = Array(message.utf8)
        unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                _ = unsafe sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length)
            }
        }
    }
}
