import Agreements
import Calendars
import Courier
import Documents
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// What is handed to the courier: the bytes, the headers, to whom and within which limits.
@Suite struct LeaseTests {
    private static func lease(
        _ endpoint: WebhookEndpoint, _ deliveries: [Delivery]? = nil, at now: Instant = Samples.recorded,
        loopbackOnly: Bool = false, from source: EventSource = EventSource()
    ) throws -> Lease? {
        endpoint.lease(
            for: try deliveries ?? [Samples.delivery(of: Samples.event(), to: endpoint)],
            signer: try Signer(endpoint.secrets), at: now, loopbackOnly: loopbackOnly, source: source)
    }

    private static func batch(_ count: Int, to endpoint: WebhookEndpoint) throws -> [Delivery] {
        try (0..<count).map { index in
            try Samples.delivery(
                of: Samples.event(
                    .agreement(.init(rawValue: "agr_\(index % 3)")), id: "evt_\(index)", seq: Int64(index)),
                to: endpoint)
        }
    }

    @Test func `a delivery waits in its subject's lane with the bytes rendered once`() throws {
        let event = Samples.event(.region("53"), data: .coverageRecorded(CoverageFact(asOf: "2019")), region: "53")
        for format in WebhookFormat.allCases {
            let endpoint = Samples.endpoint(format, thin: true)
            var message = EventMessage(event, from: Samples.source)
            #expect(
                try endpoint.delivery(of: &message)
                    == Delivery(
                        id: "dlv_9_1", endpoint: "we_1", eventID: .init(rawValue: "evt_9"),
                        eventType: "coverage.recorded", seq: 9, lane: "region:53", format: format,
                        payload: try message.payload(for: endpoint), dueAt: Samples.recorded,
                        createdAt: Samples.recorded))
        }
    }

    @Test func `a lease carries the stored bytes, signed for the moment of the attempt`() throws {
        let delivery = Delivery(
            id: "dlv_1", endpoint: "we_1", eventID: .init(rawValue: "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            eventType: "note.added", seq: 1, lane: "agr_1", payload: Data("{\"test\": 2432232314}".utf8), attempts: 3,
            dueAt: Samples.recorded, createdAt: Samples.recorded)
        let lease = try #require(
            try LeaseTests.lease(Samples.endpoint(), [delivery], at: Instant(milliseconds: 1_614_265_330_999)))
        #expect(
            lease
                == Lease(
                    id: "dlv_1", method: "POST", url: "https://example.test/hook",
                    headers: [
                        .init("user-agent", "pksd/1"), .init("content-type", "application/json"),
                        .init("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), .init("webhook-timestamp", "1614265330"),
                        .init("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
                    ], body: Array("{\"test\": 2432232314}".utf8), addresses: .publicOnly(except: [])))
        let later = try #require(
            try LeaseTests.lease(Samples.endpoint(), [delivery], at: Instant(milliseconds: 1_614_265_331_000)))
        #expect(later.body == lease.body && later.headers[2] == lease.headers[2])
        #expect(later.headers[3].value == "1614265331" && later.headers[4] != lease.headers[4])
    }

    @Test(
        arguments: [
            (.standard, "application/json", false, false),
            (.structured, "application/cloudevents+json", true, false),
            (.binary, "application/json", true, true), (.batch, "application/cloudevents-batch+json", true, false),
        ] as [(WebhookFormat, String, Bool, Bool)])
    func `each format says what it is`(
        _ format: WebhookFormat, _ type: String, _ isEvent: Bool, _ isBinary: Bool
    ) throws {
        let endpoint = Samples.endpoint(format)
        let lease = try #require(try LeaseTests.lease(endpoint, from: Samples.source))
        func values(_ name: String) -> [String] { lease.headers.filter { $0.name == name }.map(\.value) }
        #expect(values("content-type") == [type])
        #expect(values("webhook-request-origin") == (isEvent ? ["pks.example.test"] : []))
        #expect(lease.headers.contains { $0.name.hasPrefix("ce-") } == isBinary)
        #expect(Set(lease.headers.map(\.name)).count == lease.headers.count, "no header twice")
        let unknown = try #require(try LeaseTests.lease(endpoint, from: EventSource()))
        #expect(!unknown.headers.contains { $0.name == "webhook-request-origin" })
    }

    @Test func `the format of a delivery holds, whatever its endpoint wishes for by now`() throws {
        let delivery = try Samples.delivery(of: Samples.event(), to: Samples.endpoint(.structured))
        let lease = try #require(try LeaseTests.lease(Samples.endpoint(.standard), [delivery]))
        #expect(lease.headers.contains(.init("content-type", "application/cloudevents+json")))
        #expect(lease.body == Array(delivery.payload))
    }

    @Test(arguments: [1, 2, 7, 100]) func `a batch is the list of its items, byte for byte`(_ count: Int) throws {
        let endpoint = Samples.endpoint(.batch)
        let deliveries = try LeaseTests.batch(count, to: endpoint)
        let lease = try #require(try LeaseTests.lease(endpoint, deliveries))
        let body = String(decoding: lease.body, as: UTF8.self)
        #expect(
            body == "[" + deliveries.map { String(decoding: $0.payload, as: UTF8.self) }.joined(separator: ",") + "]")
        let items = try #require(try CanonicalJSON.decode(JSON.self, from: Data(lease.body)).list)
        #expect(items.map { $0["id"]?.text } == deliveries.map(\.eventID.rawValue))
        #expect(try items.map { try CanonicalJSON.encode($0) } == deliveries.map(\.payload))
        let id = try #require(lease.headers.first { $0.name == "webhook-id" }?.value)
        #expect(id == (count == 1 ? "evt_0" : lease.id) && lease.id.hasPrefix(count == 1 ? "dlv_" : "bat_"))
        #expect(!id.contains("."), "it would end what is signed")
        let values = Dictionary(uniqueKeysWithValues: lease.headers.map { ($0.name, $0.value) })
        #expect(
            Receiver(shared: Samples.secret).accepts(
                values["webhook-signature"] ?? "", id: id, timestamp: values["webhook-timestamp"] ?? "",
                body: Data(lease.body)), "the whole body is signed")
        #expect(try LeaseTests.lease(endpoint, deliveries)?.id == lease.id, "the same events, the same name")
        if count > 2 {
            #expect(try LeaseTests.lease(endpoint, Array(deliveries.dropLast()))?.id != lease.id)
            #expect(try LeaseTests.lease(endpoint, deliveries.reversed())?.id != lease.id)
        }
    }

    @Test func `only items of a batch for one endpoint and one reason go together`() throws {
        let endpoint = Samples.endpoint(.batch)
        let items = try LeaseTests.batch(2, to: endpoint)
        func joined(_ change: (inout Delivery) -> Void) throws -> Bool {
            var other = items[1]
            change(&other)
            let isOne = try LeaseTests.lease(endpoint, [items[0], other]) != nil
            #expect(items[0].mayJoin(other) == isOne && other.mayJoin(items[0]) == isOne)
            return isOne
        }
        #expect(try joined { _ in })
        #expect(try !joined { $0.format = .structured })
        #expect(try !joined { $0.endpoint = "we_2" })
        #expect(try !joined { $0.replay = "rpl_1" })
        #expect(try LeaseTests.lease(endpoint, []) == nil)
        for format in [WebhookFormat.standard, .structured, .binary] {
            let endpoint = Samples.endpoint(format)
            #expect(try LeaseTests.lease(endpoint, LeaseTests.batch(2, to: endpoint)) == nil)
        }
    }

    @Test(arguments: WebhookFormat.allCases) func `a replay names itself, and changes nothing else`(
        _ format: WebhookFormat
    ) throws {
        let endpoint = Samples.endpoint(format)
        var delivery = try Samples.delivery(of: Samples.event(), to: endpoint)
        let before = try #require(try LeaseTests.lease(endpoint, [delivery]))
        delivery.replay = "rpl_7"
        let after = try #require(try LeaseTests.lease(endpoint, [delivery]))
        #expect(after.headers.filter { !before.headers.contains($0) } == [.init("webhook-replay", "rpl_7")])
        #expect(after.body == before.body && after.id == before.id)
    }

    @Test func `a rehearsal stays on this machine, exceptions or not`() throws {
        let range = try #require(CIDR("10.1.0.0/16"))
        let endpoint = Samples.endpoint(allow: ["10.1.0.0/16", "nonsense"])
        #expect(try LeaseTests.lease(endpoint)?.addresses == .publicOnly(except: [range]))
        #expect(try LeaseTests.lease(endpoint, loopbackOnly: true)?.addresses == .loopbackOnly)
        let handshake = Handshake(origin: "pks.example.test")
        #expect(handshake.request(for: endpoint, loopbackOnly: false)?.addresses == .publicOnly(except: [range]))
        #expect(handshake.request(for: endpoint, loopbackOnly: true)?.addresses == .loopbackOnly)
    }

    @Test func `without an address or a key nothing is sent`() throws {
        #expect(try LeaseTests.lease(Samples.endpoint(url: nil)) == nil)
        #expect(try LeaseTests.lease(Samples.endpoint(keys: [])) == nil)
        #expect(Handshake(origin: "a").request(for: Samples.endpoint(url: nil), loopbackOnly: false) == nil)
    }

    @Test(arguments: [
        (15, 15_000, 5_000), (1, 1_000, 1_000), (30, 30_000, 5_000), (31, 30_000, 5_000), (0, 1_000, 1_000),
    ])
    func `an exchange takes as long as the endpoint allows`(_ seconds: Int, _ total: Int, _ connect: Int) throws {
        let lease = try LeaseTests.lease(Samples.endpoint(limits: EndpointLimits(timeoutSeconds: seconds)))
        #expect(lease?.limits == Lease.Limits(connectMilliseconds: connect, totalMilliseconds: total))
    }

    @Test func `an endpoint's authorities, certificate and version of HTTP go with it`() throws {
        var endpoint = Samples.endpoint(limits: EndpointLimits(httpVersion: .http2))
        endpoint.certificateAuthorities = "CA"
        endpoint.clientCertificate = "CERTIFICATE"
        endpoint.secrets.clientKey = "KEY"
        let tls = Lease.TLS(authorities: "CA", certificate: "CERTIFICATE", key: "KEY")
        let lease = try #require(try LeaseTests.lease(endpoint))
        #expect(lease.tls == tls && lease.httpVersion == .http2)
        let handshake = Handshake(origin: "a").request(for: endpoint, loopbackOnly: false)
        #expect(handshake?.tls == tls && handshake?.httpVersion == .http2)
        #expect(try LeaseTests.lease(Samples.endpoint())?.httpVersion == .http1)
    }
}
