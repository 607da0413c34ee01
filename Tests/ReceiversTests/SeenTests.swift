import Courier
import Documents
import Foundation
import Testing

@testable import Receivers

@Suite(.timeLimit(.minutes(2))) struct `What a receiver has seen` {
    @Test func `tells a repetition from a duplicate`() async throws {
        let receiver = try await Receiver.start(.fail())
        _ = await send(id: "evt_1", to: receiver)
        _ = await send(id: "evt_1", to: receiver)
        await receiver.behave(.ok)
        _ = await send(id: "evt_1", to: receiver)
        _ = await send(id: "evt_1", to: receiver)
        _ = await send(id: "evt_2", to: receiver)
        let seen = await receiver.seen
        #expect(seen.arrivals.map(\.isRepeat) == [false, true, true, true, false])
        #expect(seen.arrivals.map(\.isDuplicate) == [false, false, false, true, false])
        #expect(seen.repeats == 3 && seen.duplicates == 1 && seen.count == 5)
        #expect(seen.statuses == [503: 2, 204: 3])
        await receiver.stop()
    }

    @Test func `knows events accepted out of order, for each agreement`() async throws {
        let receiver = try await Receiver.start(.unorderedCheck)
        let order = [("a", 1), ("b", 1), ("a", 3), ("a", 2), ("b", 2), ("a", 3), ("a", 4)]
        for (agreement, seq) in order {
            _ = await send(event(agreement, seq), id: "\(agreement)\(seq)", to: receiver)
        }
        let seen = await receiver.seen
        #expect(seen.arrivals.map(\.isInversion) == [false, false, false, true, false, false, false])
        #expect(seen.inversions == 1 && seen.duplicates == 1)
        await receiver.stop()
    }

    @Test func `counts order by acceptance, so that a later event must wait for an earlier one that failed`()
        async throws
    {
        let receiver = try await Receiver.start(.fail())
        _ = await send(event("a", 1), id: "a1", to: receiver)
        await receiver.behave(.ok)
        _ = await send(event("a", 2), id: "a2", to: receiver)
        _ = await send(event("a", 1), id: "a1", to: receiver)
        #expect(await receiver.seen.arrivals.map(\.isInversion) == [false, false, true])
        await receiver.stop()
    }

    @Test func `reads events of all three forms`() {
        let structured = Array(#"{"specversion":"1.0","type":"t","data":{"agreement_id":"a","agreement_seq":4}}"#.utf8)
        #expect(EventNote(body: structured).agreementSeq == 4)
        let binary = Request(
            method: "POST", path: "/", headers: [.init(name: "ce-type", value: "t")],
            body: Array(#"{"agreement_id":"a","agreement_seq":4,"ref":"kota"}"#.utf8))
        let note = EventNote(binary)
        #expect(note.type == "t" && note.agreement == "a" && note.agreementSeq == 4 && note.ref == "kota")
        #expect(EventNote(body: Array("no JSON".utf8)).agreement == nil)
        #expect(EventNote(body: Array(#"{"type":7}"#.utf8)).type == nil)
    }

    @Test func `keeps the latest arrivals and counts all`() async throws {
        var options = Receiver.Options()
        options.keeps = 10
        let receiver = try await Receiver.start(.ok, options)
        let courier = CurlCourier()
        for number in 1...55 { _ = await send(id: "\(number)", to: receiver, by: courier) }
        let seen = await receiver.seen
        #expect(seen.count == 55 && seen.ids.count == 55)
        #expect((10..<20).contains(seen.arrivals.count) && seen.last?.number == 55)
        await receiver.stop()
    }

    @Test func `stands in the ledger before the sender is answered, and stays there`() async throws {
        let path = FileManager.default.temporaryDirectory.path + "/ledger-\(UUID().uuidString).jsonl"
        defer { try? FileManager.default.removeItem(atPath: path) }
        func lines() throws -> [JSON] {
            try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
                try CanonicalJSON.decode(JSON.self, from: String($0))
            }
        }
        var options = Receiver.Options()
        options.ledger = path
        for round in 1...2 {
            let receiver = try await Receiver.start(.hang, options)
            async let outcome = send(event("a", round), id: "evt_\(round)", to: receiver)
            _ = try await receiver.seen(atLeast: 1)
            // Nobody has been answered yet.
            #expect(try lines().count == round)
            await receiver.stop()
            _ = await outcome
        }
        let line = try #require(try lines().last)
        #expect(line["id"] == "evt_2" && line["agreement"] == "a" && line["agreement_seq"] == 2 && line["n"] == 1)
        #expect(line["verdict"] == "unchecked" && line["duplicate"] == false && line["status"] == nil)
        #expect(line["sha256"]?.text?.count == 64 && line["type"] == "signature.recorded")
    }

    @Test func `that cannot be written down is not answered`() async throws {
        var options = Receiver.Options()
        options.ledger = "/dev/full"
        let receiver = try await Receiver.start(.ok, options)
        #expect(await send(id: "evt_1", to: receiver).failure?.kind == .reset)
        await receiver.stop()
        options.ledger = "/nowhere/at/all"
        await #expect(throws: (any Error).self) { try await Receiver.start(.ok, options) }
    }
}
