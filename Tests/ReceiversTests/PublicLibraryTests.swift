import Documents
import Foundation
import Testing

/// The same vectors by the libraries that consumers use. Ready for real deliveries too: see Scripts.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `The public libraries` {
    private func verdict(
        _ key: String, _ signature: String, body: Data = Vector.body, after seconds: Int = 0
    ) async throws -> [String] {
        let head = """
            webhook-id: \(Vector.id)
            webhook-timestamp: \(Vector.timestamp)
            webhook-signature: \(signature)


            """
        let now = Int(Vector.now.timeIntervalSince1970) + seconds
        let run = try await Programs.script(
            "signatures", ["WEBHOOK_KEY": key, "WEBHOOK_NOW": "\(now)"], input: Data(head.utf8) + body)
        return run.output.split(separator: "\n").map(String.init)
    }

    @Test func `take what the vectors sign, and nothing else`() async throws {
        #expect(try await verdict(Vector.secret, Vector.v1) == ["standardwebhooks ok", "svix ok"])
        #expect(try await verdict(Vector.secret, "v2,AAAA \(Vector.v1)") == ["standardwebhooks ok", "svix ok"])
        let forged = [
            try await verdict(Vector.secret, Vector.v1, body: Vector.body + [0x20]),
            try await verdict(Vector.otherSecret, Vector.v1), try await verdict(Vector.secret, Vector.v1, after: 301),
        ]
        for verdict in forged { #expect(verdict.count == 2 && verdict.allSatisfy { $0.contains(" refused:") }) }
    }

    @Test func `take the vector of ed25519, and nothing else`() async throws {
        #expect(try await verdict(Vector.publicKey, Vector.v1a) == ["cryptography ok"])
        #expect(try await verdict(Vector.publicKey, "\(Vector.v1) \(Vector.v1a)") == ["cryptography ok"])
        let forged = try await verdict(Vector.publicKey, Vector.v1a, body: Data("{}".utf8))
        #expect(forged == ["cryptography refused: no signature fits"])
    }

    @Test(arguments: [
        ("structured", "application/cloudevents+json; charset=utf-8", "", #"{"id":"e1",ENVELOPE,"data":{"a":1}}"#, 1),
        (
            "batch", "application/cloudevents-batch+json", "",
            #"[{"id":"e1",ENVELOPE,"data":{"a":1}},{"id":"e2",ENVELOPE}]"#, 2
        ),
        (
            "binary", "application/json", "ce-specversion: 1.0\nce-id: e1\nce-source: /pksd\nce-type: t\n", #"{"a":1}"#,
            1
        ),
    ]) func `read CloudEvents`(mode: String, type: String, headers: String, body: String, count: Int) async throws {
        func read(_ headers: String, _ body: String) async throws -> (JSON, Int32) {
            let envelope = #""specversion":"1.0","source":"/pksd","type":"t""#
            let input = "content-type: \(type)\n\(headers)\n" + body.replacing("ENVELOPE", with: envelope)
            let run = try await Programs.script("cloudevents_reader", input: Data(input.utf8))
            return (try CanonicalJSON.decode(JSON.self, from: run.output), run.process.terminationStatus)
        }
        let (json, status) = try await read(headers, body)
        #expect(status == 0 && json["mode"]?.text == mode)
        let events = json["events"]?.list ?? []
        #expect(events.count == count)
        #expect(events.first?["attributes"]?["id"] == "e1" && events.first?["data"]?["a"] == 1)
        // An id is required, and the library by itself would make one up.
        let (refusal, code) = try await read(
            headers.replacing("ce-id: e1\n", with: ""), body.replacing(#""id":"e1","#, with: ""))
        #expect(code == 1 && refusal["refused"]?.text?.contains("id") == true)
    }
}
