import Agreements
public import Calendars
public import Courier
import Crypto
import Foundation
public import Ledger

extension WebhookEndpoint {
    /// The delivery of an event to this endpoint. Its ``Delivery/createdAt`` is the time of the event.
    ///
    /// - Throws: only if the event cannot be encoded.
    public func delivery(of message: inout EventMessage) throws -> Delivery {
        let event = message.event
        return Delivery(
            id: "dlv_\(event.id.rawValue.dropFirst(4))_\(id.dropFirst(3))", endpoint: id, eventID: event.id,
            eventType: event.type.rawValue, seq: event.seq, lane: event.subject.name, format: format,
            payload: try message.payload(for: self), dueAt: event.recordedAt, createdAt: event.recordedAt)
    }

    /// What to hand to the courier for one attempt at one delivery, or at several that ``Delivery/mayJoin(_:)``: the
    /// stored bytes, signed for this moment. It has the name of the delivery, or `bat_…` where there are several.
    ///
    /// - Parameter loopbackOnly: a rehearsal may tell nobody outside this machine.
    /// - Returns: nil if there is no address to send to, no key to sign with, or nothing that makes one request.
    public func lease(
        for deliveries: [Delivery], signer: Signer, at now: Instant, loopbackOnly: Bool, source: EventSource
    ) -> Lease? {
        guard let first = deliveries.first, deliveries.dropFirst().allSatisfy(first.mayJoin) else { return nil }
        let id = deliveries.count == 1 ? first.eventID.rawValue : Delivery.batchID(of: deliveries)
        let body = first.format == .batch ? deliveries.map(\.payload).asJSONList : first.payload
        guard let signed = signer.headers(id: id, body: body, at: now) else { return nil }
        var headers = [Lease.Header("content-type", first.format.contentType)] + signed
        if let replay = first.replay { headers.append(.init("webhook-replay", replay)) }
        if first.format == .binary {
            headers += CloudEventAttributes(first, isThin: isThin, from: source).headers
        }
        if first.format != .standard, let origin = source.origin {
            headers.append(.init(Handshake.originHeader, origin))
        }
        return lease(
            deliveries.count == 1 ? first.id : id, "POST", headers: headers, body: body, loopbackOnly: loopbackOnly)
    }

    /// A request to this endpoint's address, within its limits and rules.
    func lease(
        _ id: String, _ method: String, headers: [Lease.Header], body: Data = Data(), loopbackOnly: Bool
    ) -> Lease? {
        guard let url else { return nil }
        let total = min(max(limits.timeoutSeconds, 1), 30) * 1_000
        return Lease(
            id: id, method: method, url: url, headers: [.init("user-agent", "pksd/1")] + headers, body: Array(body),
            limits: Lease.Limits(connectMilliseconds: min(5_000, total), totalMilliseconds: total),
            addresses: loopbackOnly ? .loopbackOnly : .publicOnly(except: allow.compactMap { CIDR($0) }),
            tls: Lease.TLS(
                authorities: certificateAuthorities, certificate: clientCertificate, key: secrets.clientKey),
            httpVersion: limits.httpVersion == .http2 ? .http2 : .http1)
    }
}

extension Delivery {
    /// Whether both may go in one request: items of a batch, to one endpoint, for the same reason.
    public func mayJoin(_ other: Delivery) -> Bool {
        format == .batch && other.format == .batch && endpoint == other.endpoint && replay == other.replay
    }

    /// The same for the same events, so that a receiver can tell that it has had them.
    fileprivate static func batchID(of deliveries: [Delivery]) -> String {
        let digest = SHA256.hash(data: Data(deliveries.map(\.eventID.rawValue).joined(separator: "\n").utf8))
        return "bat_" + digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension WebhookFormat {
    fileprivate var contentType: String {
        switch self {
        case .standard, .binary: "application/json"
        case .structured: "application/cloudevents+json"
        case .batch: "application/cloudevents-batch+json"
        }
    }
}

extension [Data] {
    fileprivate var asJSONList: Data {
        var list = Data("[".utf8)
        for (index, item) in enumerated() {
            if index > 0 { list.append(UInt8(ascii: ",")) }
            list.append(item)
        }
        list.append(UInt8(ascii: "]"))
        return list
    }
}
