import Courier
import Foundation
import Glibc

@testable import Receivers

/// Limits no test means to reach, however busy the machine is.
let patient = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: 60_000)

/// What the real courier makes of a receiver.
func send(
    _ body: String = "{}", id: String? = nil, method: String = "POST", path: String = "/", headers: [Lease.Header] = [],
    to receiver: Receiver, by courier: CurlCourier = CurlCourier(), limits: Lease.Limits = patient
) async -> Outcome {
    await send(
        body, id: id, method: method, headers: headers, to: receiver.url(path), by: courier, limits: limits)
}

func send(
    _ body: String = "{}", id: String? = nil, method: String = "POST", headers: [Lease.Header] = [], to url: String,
    by courier: CurlCourier = CurlCourier(), limits: Lease.Limits = patient
) async -> Outcome {
    let ids = id.map { [Lease.Header("webhook-id", $0)] } ?? []
    return await courier.carry(
        Lease(
            id: "lease", method: method, url: url, headers: ids + headers, body: Array(body.utf8),
            limits: limits, addresses: .loopbackOnly))
}

extension Outcome {
    var answer: Answer? { if case .answered(let answer) = result { answer } else { nil } }
    var failure: Failure? { if case .failed(let failure) = result { failure } else { nil } }
}

/// An event as pksd writes it.
func event(_ agreement: String, _ seq: Int, type: String = "signature.recorded") -> String {
    #"{"type":"\#(type)","data":{"agreement_id":"\#(agreement)","agreement_seq":\#(seq)}}"#
}

/// What came back over a bare socket, and how it ended.
struct RawReply: Equatable {
    enum Ending { case closed, reset }
    var bytes: [UInt8] = []
    var ending = Ending.closed

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Says the bytes over a bare socket and listens until the other side ends it, or has said so much.
func call(_ receiver: Receiver, _ text: String, until count: Int = .max) async -> RawReply {
    let port = receiver.port
    return await withCheckedContinuation { continuation in
        // On a thread of its own, since it blocks.
        Thread.detachNewThread { continuation.resume(returning: talk(port, Array(text.utf8), until: count)) }
    }
}

private func talk(_ port: Int, _ bytes: [UInt8], until count: Int) -> RawReply {
    let descriptor = socket(AF_INET, Int32(bitPattern: SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe connect(descriptor, $0, size) }
    }
    var reply = RawReply()
    // Each of the three may be what meets the RST.
    guard connected == 0, unsafe send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
        reply.ending = .reset
        return reply
    }
    var piece = [UInt8](repeating: 0, count: 4_096)
    while reply.bytes.count < count {
        let received = unsafe recv(descriptor, &piece, piece.count, 0)
        guard received > 0 else {
            if received < 0 { reply.ending = .reset }
            break
        }
        reply.bytes += piece[..<received]
    }
    return reply
}

let post = "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\nwebhook-id: evt_1\r\n\r\n{}"
