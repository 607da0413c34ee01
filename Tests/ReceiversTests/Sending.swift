import Courier
import Foundation
import NIOCore
import NIOPosix

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

/// Says the bytes over a socket and listens until the other side ends it, or has said so much.
func call(_ receiver: Receiver, _ text: String, until count: Int = .max) async throws -> RawReply {
    let connection = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .connect(host: receiver.host, port: receiver.port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
    var reply = RawReply()
    do {
        reply.bytes = try await connection.executeThenClose { inbound, outbound in
            var bytes: [UInt8] = []
            if !text.isEmpty { try await outbound.write(ByteBuffer(string: text)) }
            for try await piece in inbound {
                bytes += piece.readableBytesView
                if bytes.count >= count { break }
            }
            return bytes
        }
    } catch is IOError {
        reply.ending = .reset
    }
    return reply
}

let post = "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\nwebhook-id: evt_1\r\n\r\n{}"
