import Courier
import Foundation
import Glibc

/// Limits no test ever means to reach, however busy the machine is.
let patient = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: 60_000)

extension Lease {
    /// A lease to this machine, with patience.
    static func local(
        _ url: String, method: String = "GET", headers: [Header] = [], body: [UInt8] = [], limits: Limits = patient,
        addresses: AddressRules = .loopbackOnly
    ) -> Lease {
        Lease(
            id: "lease", method: method, url: url, headers: headers, body: body, limits: limits, addresses: addresses)
    }
}

extension Outcome {
    var answer: Answer? { if case .answered(let answer) = result { answer } else { nil } }
    var failure: Failure? { if case .failed(let failure) = result { failure } else { nil } }
}

let okay = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

/// A door that threads wait at until it is opened, once and for all.
final class Gate: Sendable {
    private let condition = NSCondition()
    /// Read and written only under the condition.
    private nonisolated(unsafe) var isOpen = false

    func open() {
        condition.withLock {
            unsafe isOpen = true
            condition.broadcast()
        }
    }

    func wait() {
        condition.withLock { while unsafe !isOpen { condition.wait() } }
    }
}

func setEnvironment(_ name: String, _ value: String) {
    unsafe setenv(name, value, 1)
}
