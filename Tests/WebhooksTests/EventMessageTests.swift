import Agreements
import Calendars
import Courier
import Documents
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// The bytes that an event is told in.
@Suite struct EventMessageTests {
    private static func payload(
        _ event: Event, _ format: WebhookFormat = .standard, thin: Bool = false,
        from source: EventSource = Samples.source
    ) throws -> Data {
        var message = EventMessage(event, from: source)
        return try message.payload(for: Samples.endpoint(format, thin: thin))
    }

    private static func text(_ data: Data) -> String { String(decoding: data, as: UTF8.self) }

    private static func object(_ data: Data) throws -> [String: JSON] {
        try #require(try CanonicalJSON.decode(JSON.self, from: data).object)
    }

    private static let content =
        "{\"actor\":{\"name\":\"Ani\",\"role\":\"coordinator\"},\"agreement_id\":\"agr_1\",\"agreement_seq\":4,"
        + "\"effective_on\":\"2024-10-04\",\"kind\":\"comment\",\"ref\":\"kota-kupang-2019\",\"region\":\"53.71\","
        + "\"seq\":9,\"text\":\"a/b\",\"version\":3}"
    private static let thinContent =
        "{\"actor\":{\"name\":\"Ani\",\"role\":\"coordinator\"},\"agreement_id\":\"agr_1\",\"agreement_seq\":4,"
        + "\"effective_on\":\"2024-10-04\",\"ref\":\"kota-kupang-2019\",\"region\":\"53.71\",\"seq\":9,\"version\":3}"
    private static let attributes =
        "\"id\":\"evt_9\",\"partitionkey\":\"agr_1\",\"sequence\":\"00000000000000000009\","
        + "\"source\":\"https://pks.example.test/kupang\",\"specversion\":\"1.0\",\"subject\":\"agr_1\","
        + "\"time\":\"2027-01-15T08:00:00.123Z\",\"type\":\"note.added\"}"
    private static let reference = "\"dataref\":\"https://pks.example.test/kupang/v1/events/evt_9\","

    @Test(
        arguments: [
            (
                .standard, false,
                "{\"data\":\(content),\"timestamp\":\"2027-01-15T08:00:00.123Z\",\"type\":\"note.added\"}"
            ),
            (
                .standard, true,
                "{\"data\":\(thinContent),\"timestamp\":\"2027-01-15T08:00:00.123Z\",\"type\":\"note.added\"}"
            ), (.binary, false, content), (.binary, true, thinContent),
            (.structured, false, "{\"data\":\(content),\"datacontenttype\":\"application/json\",\(attributes)"),
            (
                .structured, true,
                "{\"data\":\(thinContent),\"datacontenttype\":\"application/json\",\(reference)\(attributes)"
            ), (.batch, false, "{\"data\":\(content),\"datacontenttype\":\"application/json\",\(attributes)"),
        ] as [(WebhookFormat, Bool, String)])
    func `an event in each format, to the byte`(_ format: WebhookFormat, _ isThin: Bool, _ bytes: String) throws {
        let payload = try EventMessageTests.payload(Samples.event(), format, thin: isThin)
        #expect(EventMessageTests.text(payload) == bytes)
    }

    @Test func `an event about a region, an endpoint or the calendar names no agreement`() throws {
        func data(_ event: Event, thin: Bool = false) throws -> [String: JSON] {
            try #require(EventMessageTests.object(EventMessageTests.payload(event, thin: thin))["data"]?.object)
        }
        let region = try data(
            Samples.event(
                .region("53"), data: .coverageRecorded(CoverageFact(asOf: "2019-01", percent: 81.9)), region: "53"))
        #expect(region["region"] == "53" && region["percent"] == .number(81.9) && region["as_of"] == "2019-01")
        #expect(region["agreement_id"] == nil && region["agreement_seq"] == nil && region["endpoint_id"] == nil)
        let stop = Samples.event(
            .endpoint("we_7"), data: .endpointDisabled(EndpointStop(reason: "410")), ref: nil, region: nil)
        #expect(try data(stop)["endpoint_id"] == "we_7" && data(stop)["reason"] == "410" && data(stop)["seq"] == 9)
        #expect(try Set(data(stop, thin: true).keys) == ["endpoint_id", "seq", "version", "actor", "effective_on"])
        let calendar = Samples.event(
            .calendar, data: .holidaysMissing(MissingHolidays(year: 2027)), ref: nil, region: nil)
        #expect(try Set(data(calendar, thin: true).keys) == ["seq", "version", "actor", "effective_on"])
    }

    @Test func `another event has other bytes`() throws {
        for format in WebhookFormat.allCases {
            #expect(
                try EventMessageTests.payload(Samples.event(seq: 10), format)
                    != EventMessageTests.payload(Samples.event(), format))
        }
    }

    @Test func `without a public address the source is a path, and nobody's origin`() throws {
        let source = EventSource()
        #expect(source.reference == "/pksd" && source.origin == nil)
        let event = try EventMessageTests.object(
            EventMessageTests.payload(Samples.event(), .structured, thin: true, from: source))
        #expect(event["source"] == "/pksd" && event["dataref"] == "/v1/events/evt_9")
        #expect(Samples.source.origin == "pks.example.test")
    }

    /// The promises that hold for each type of event, whatever people write.
    @Test(arguments: 0..<8) func `every event keeps the promises of every format`(_ seed: UInt64) throws {
        var random = SeededRandom(seed)
        let text = random.text()
        let everything = Samples.everything(saying: text)
        #expect(Set(everything.map(\.type)) == Set(EventType.allCases), "each type has a case")
        for data in everything {
            let subjects: [Event.Subject] = [
                .agreement(.init(rawValue: "agr_1")), .region(random.text()), .endpoint("we_2"), .calendar,
            ]
            let subject = subjects.randomElement(using: &random) ?? .calendar
            let event = Samples.event(
                subject, data: data, seq: Int64.random(in: 1...Int64.max, using: &random),
                ref: Bool.random(using: &random) ? random.text() : nil,
                region: Bool.random(using: &random) ? random.text() : nil)
            for isThin in [false, true] { try check(event, isThin: isThin) }
        }
    }

    private func check(_ event: Event, isThin: Bool) throws {
        func payload(_ format: WebhookFormat) throws -> Data {
            let bytes = try EventMessageTests.payload(event, format, thin: isThin)
            var again = EventMessage(event, from: Samples.source)
            for _ in 0..<2 { #expect(try again.payload(for: Samples.endpoint(format, thin: isThin)) == bytes) }
            return bytes
        }
        let standard = try EventMessageTests.object(payload(.standard))
        #expect(Set(standard.keys) == ["type", "timestamp", "data"] && standard["type"]?.text == event.type.rawValue)
        let content = try #require(standard["data"]?.object)
        for key in ["seq", "version", "actor", "effective_on"] { #expect(content[key] != nil) }
        let thinKeys: Set = [
            "agreement_id", "agreement_seq", "endpoint_id", "ref", "region", "seq", "version", "actor", "effective_on",
        ]
        if isThin { #expect(thinKeys.isSuperset(of: content.keys)) }

        let structured = try EventMessageTests.object(payload(.structured))
        #expect(structured["specversion"] == "1.0" && structured["id"]?.text == event.id.rawValue)
        #expect(structured["source"]?.text == Samples.source.reference && structured["type"] == standard["type"])
        #expect(structured["time"] == standard["timestamp"] && structured["datacontenttype"] == "application/json")
        #expect(structured["subject"]?.text == event.subject.name && structured["data"]?.object == content)
        #expect(structured["sequence"]?.text?.utf8.count == 20)
        #expect((structured["dataref"] != nil) == isThin)
        #expect(
            structured.keys.allSatisfy { name in
                name.utf8.count <= 20 && name.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
            }, "attribute names")
        #expect(try payload(.batch) == payload(.structured))

        let binary = try payload(.binary)
        #expect(try EventMessageTests.object(binary) == content)
        let endpoint = Samples.endpoint(.binary, thin: isThin)
        let delivery = try Samples.delivery(of: event, to: endpoint)
        let lease = try #require(
            endpoint.lease(
                for: [delivery], signer: try Signer(endpoint.secrets), at: Samples.recorded, loopbackOnly: false,
                source: Samples.source))
        #expect(lease.body == Array(binary))
        var carried: [String: JSON] = ["data": .object(content)]
        for header in lease.headers {
            #expect(header.value.utf8.allSatisfy { 0x20...0x7E ~= $0 }, "\(header.name)")
            if header.name == "content-type" { carried["datacontenttype"] = .text(header.value) }
            guard header.name.hasPrefix("ce-") else { continue }
            #expect(header.value.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: "\"") })
            carried[String(header.name.dropFirst(3))] = header.value.removingPercentEncoding.map(JSON.text)
        }
        #expect(carried == structured, "the headers and the body of the binary mode are the structured event")
    }

    @Test(
        arguments: [
            ("Euro € 😀", "Euro%20%E2%82%AC%20%F0%9F%98%80"), ("", ""), ("100%", "100%25"), ("a\"b", "a%22b"),
            ("~!#'()*+,/:;=?@[]", "~!#'()*+,/:;=?@[]"), ("\r\n\t\u{0}\u{7F}", "%0D%0A%09%00%7F"),
            ("region:53.71", "region:53.71"),
        ] as [(String, String)])
    func `a header value is visible ASCII, the rest in percent`(_ text: String, _ written: String) {
        #expect(text.inHeader == written)
        #expect(written.removingPercentEncoding == text)
    }
}
