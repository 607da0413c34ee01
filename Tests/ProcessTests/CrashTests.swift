import Documents
import Foundation
import Synchronization
import Testing

extension Processes {
    /// kill -9 in the middle of a load, again and again: nothing acknowledged is lost, nothing is done by halves or twice,
    /// and everything is told at least once.
    @Suite struct CrashTests {
        private static let kills = 50
        private static let writers = 6

        /// What one writer knows about its own agreement.
        private struct Writer {
            var ref: String
            var version = 1
            var turn = 0
            /// A request whose answer never came; sent again under the same key after the restart.
            var uncertain: (body: String, path: String, key: String)?
            /// Texts of notes that were acknowledged.
            var acknowledged: [String] = []
            /// The last request that was answered, and with which version.
            var answered: (body: String, path: String, key: String, version: Int)?
            var moves = 0

            var isInReview = false
        }

        @Test func `fifty kills lose nothing, halve nothing and repeat nothing`() async throws {
            let daemon = try await Daemon()
            let token = try await daemon.token("admin")
            let receiver = try await Receiver(
                of: daemon, token: token, events: ["note.added", "agreement.state_changed"])
            var client = Client(address: daemon.address, token: token)
            for index in 0..<CrashTests.writers {
                let answer = await client.send("POST", "/v1/agreements", Client.agreement(ref: "crash-\(index)"))
                #expect(answer.status == 201, "\(answer.text)")
            }
            var writers = (0..<CrashTests.writers).map { Writer(ref: "crash-\($0)") }
            var random = SystemRandomNumberGenerator()
            var interrupted = 0
            for _ in 0..<CrashTests.kills {
                client.address = daemon.address
                let running = client
                writers = await withTaskGroup(of: Writer.self) { group in
                    for writer in writers { group.addTask { await CrashTests.write(writer, running) } }
                    // When to kill is the fault itself; any moment is a good one.
                    try? await Task.sleep(for: .milliseconds(Int.random(in: 20...160, using: &random)))
                    await daemon.crash()
                    return await group.reduce(into: []) { $0.append($1) }
                }
                interrupted += writers.count { $0.uncertain != nil }
                try await daemon.start()
                client.address = daemon.address
                try await CrashTests.askAgain(writers.randomElement(using: &random), client)
            }
            #expect(interrupted > CrashTests.kills / 2, "the kills must have hit requests in flight")
            client.address = daemon.address
            for index in writers.indices { await CrashTests.repeatUncertain(&writers[index], client) }
            #expect(writers.allSatisfy { $0.uncertain == nil })
            try await check(writers, daemon, client)
            try await checkDeliveries(receiver, daemon, client)
        }

        /// Writes until the daemon is gone.
        private static func write(_ writer: Writer, _ client: Client) async -> Writer {
            var writer = writer
            await repeatUncertain(&writer, client)
            while writer.uncertain == nil {
                writer.turn += 1
                let isMove = writer.turn.isMultiple(of: 3)
                let body =
                    isMove
                    ? "{\"transition\":\"\(writer.isInReview ? "send-back-to-initiated" : "submit")\"}"
                    : "{\"text\":\"\(writer.ref) note \(writer.turn)\"}"
                writer.uncertain = (
                    body, "/v1/agreements/\(writer.ref)/\(isMove ? "transitions" : "notes")",
                    "\(writer.ref)-\(writer.turn)"
                )
                if await !settle(&writer, client) { return writer }
            }
            return writer
        }

        private static func repeatUncertain(_ writer: inout Writer, _ client: Client) async {
            if writer.uncertain != nil { _ = await settle(&writer, client) }
        }

        /// Sends what is uncertain; whether an answer came.
        private static func settle(_ writer: inout Writer, _ client: Client) async -> Bool {
            guard let request = writer.uncertain else { return true }
            let answer = await client.send(
                "POST", request.path, request.body, version: writer.version, key: request.key)
            guard let status = answer.status else { return false }
            #expect((200...299).contains(status), "\(request.key): \(status) \(answer.text)")
            writer.uncertain = nil
            guard (200...299).contains(status), let version = answer.version else { return true }
            #expect(version == writer.version + 1)
            writer.answered = (request.body, request.path, request.key, version)
            writer.version = version
            if request.path.hasSuffix("notes") {
                writer.acknowledged.append("\(writer.ref) note \(writer.turn)")
            } else {
                writer.isInReview.toggle()
                writer.moves += 1
            }
            return true
        }

        /// Who asks again under the same key gets the same answer, and nothing happens.
        private static func askAgain(_ writer: Writer?, _ client: Client) async throws {
            guard let request = writer?.answered else { return }
            let again = await client.send(
                "POST", request.path, request.body, version: request.version - 1, key: request.key)
            #expect((200...299).contains(again.status ?? 0), "\(request.key): \(again.text)")
            #expect(again.header("idempotency-replayed") == "true")
            #expect(again.version == request.version)
        }

        private func check(_ writers: [Writer], _ daemon: Daemon, _ client: Client) async throws {
            for writer in writers {
                let stored = await client.send("GET", "/v1/agreements/\(writer.ref)")
                let notes = (stored.body["notes"]?.list ?? []).compactMap { $0["text"]?.text }
                #expect(notes == writer.acknowledged, "each acknowledged note once, in order")
                #expect(stored.body["moves"]?.list?.count == writer.moves)
                #expect(stored.version == writer.version)
                #expect(writer.acknowledged.count > 10)
            }
            let audit = try await daemon.verify()
            #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        }

        private func checkDeliveries(_ receiver: Receiver, _ daemon: Daemon, _ client: Client) async throws {
            var wanted: [String: Int64] = [:]
            var seqs: [String: Int64] = [:]
            var after: Int64 = 0
            while true {
                let page = await client.send("GET", "/v1/events?limit=200&after=\(after)").body["items"]?.list ?? []
                guard let last = page.last?["seq"]?.integer else { break }
                #expect(page.compactMap { $0["seq"]?.integer } == Array(after + 1...last), "the feed has no gaps")
                for event in page {
                    guard let agreement = event["agreement_id"]?.text else { continue }
                    seqs[agreement, default: 0] += 1
                    #expect(event["agreement_seq"]?.integer == seqs[agreement], "nor has an agreement")
                }
                after = last
                for event in page where ["note.added", "agreement.state_changed"].contains(event["type"]?.text) {
                    wanted[event["id"]?.text ?? ""] = event["seq"]?.integer
                }
            }
            let arrived = try await eventually("every event has arrived", within: .seconds(240)) {
                let arrivals = receiver.arrivals
                return Set(arrivals.map(\.id)).isSuperset(of: wanted.keys) ? arrivals : nil
            }
            #expect(receiver.refused == [])
            for arrival in arrived { #expect(wanted[arrival.id] == arrival.seq, "one id is one event") }
            for same in Dictionary(grouping: arrived, by: \.id).values {
                #expect(Set(same.map(\.digest)).count == 1, "the same event has the same bytes each time")
            }
            var last: [String: Int64] = [:]
            var seen: Set<String> = []
            for arrival in arrived where seen.insert(arrival.id).inserted {
                #expect(arrival.agreementSeq > last[arrival.agreement, default: 0], "in order for each agreement")
                last[arrival.agreement] = arrival.agreementSeq
            }
            // A repetition is an attempt that a kill left without an outcome; there cannot be more of them than that.
            #expect(arrived.count - seen.count <= CrashTests.kills * CrashTests.writers)
        }
    }
}

/// Suites that start processes; one after the other, since each wants the machine to itself and counts what it sees.
@Suite(.serialized) enum Processes {}
