import Documents
import Foundation
import Testing

extension Processes {
    /// kill -9 while events are on their way, with receivers that keep a ledger of their own: whatever was acknowledged
    /// arrives, and whatever arrives twice is on the list of what may have.
    @Suite struct WebhookCrashTests {
        /// `PKSD_KILLS=1000` for a long run.
        private static let kills = ProcessInfo.processInfo.environment["PKSD_KILLS"].flatMap { Int($0) } ?? 20
        private static let writers = 4
        private static let commandsPerAgreement = 12
        private static let types = ["agreement.created", "note.added"]

        /// Enters agreements and writes notes on them, one command after the other.
        private struct Writer {
            var name: String
            var turn = 0
            var version = 1
            /// Its answer never came; sent again under the same key after the restart.
            var uncertain: Command?
            var acknowledged: [Command] = []

            struct Command: Hashable {
                var ref: String
                /// nil where the agreement itself is entered.
                var text: String?
                var key: String

                /// As its event tells of it.
                var name: String { [ref, text].compactMap { $0 }.joined(separator: ": ") }
            }

            mutating func next() -> Command {
                let ref = "\(name)-\(turn / WebhookCrashTests.commandsPerAgreement)"
                let isFirst = turn.isMultiple(of: WebhookCrashTests.commandsPerAgreement)
                turn += 1
                return Command(ref: ref, text: isFirst ? nil : "note \(turn)", key: "\(name)-\(turn)")
            }
        }

        /// What the receiver of one endpoint may have got twice: how many attempts of each event have no outcome.
        private typealias Unknown = [String: Set<String>]

        @Test func `whenever it is killed, nothing acknowledged is lost and every repetition is listed`() async throws {
            let daemon = try await Daemon()
            var client = Client(address: daemon.address, token: try await daemon.token("admin"))
            let types = WebhookCrashTests.types.map { "\"\($0)\"" }.joined(separator: ",")
            var receivers: [(endpoint: Endpoint, receiver: SimulatedReceiver)] = []
            for kind in ["strict", "slow=30"] {
                let endpoint = try await Endpoint("\"events\":[\(types)],\"in_flight\":8", client)
                let receiver = try await SimulatedReceiver(kind, secrets: [endpoint.secret])
                try await endpoint.set("\"url\":\"\(receiver.url)\",\"allow\":[\"127.0.0.0/8\"]")
                receivers.append((endpoint, receiver))
            }
            var writers = (0..<WebhookCrashTests.writers).map { Writer(name: "w\($0)") }
            var unknown: [String: Unknown] = [:]
            var random = SystemRandomNumberGenerator()
            var begun: [Date] = []
            for _ in 0..<WebhookCrashTests.kills {
                begun.append(Date())
                client.address = daemon.address
                let running = client
                writers = await withTaskGroup(of: Writer.self) { group in
                    for writer in writers { group.addTask { await WebhookCrashTests.write(writer, running) } }
                    // When to kill is the fault itself; any moment is a good one.
                    try? await Task.sleep(for: .milliseconds(Int.random(in: 0...150, using: &random)))
                    await daemon.crash()
                    return await group.reduce(into: []) { $0.append($1) }
                }
                try await daemon.start()
                client.address = daemon.address
                try await WebhookCrashTests.gather(&unknown, since: begun[max(0, begun.count - 3)], client)
            }
            for index in writers.indices where writers[index].uncertain != nil {
                _ = await WebhookCrashTests.settle(&writers[index], client)
            }
            #expect(writers.allSatisfy { $0.uncertain == nil })
            let events = try await WebhookCrashTests.events(client)
            let acknowledged = writers.flatMap(\.acknowledged)
            for command in acknowledged { #expect(events[command.name] != nil, "\(command.name) is lost") }
            #expect(acknowledged.count > WebhookCrashTests.kills)
            for index in receivers.indices {
                receivers[index].endpoint.client = client
                try await receivers[index].endpoint.settled(within: .seconds(240 + WebhookCrashTests.kills))
            }
            try await WebhookCrashTests.gather(&unknown, since: begun[max(0, begun.count - 3)], client)
            for (endpoint, receiver) in receivers {
                let arrivals = receiver.arrivals
                let listed = unknown[endpoint.id] ?? [:]
                check(arrivals, Set(events.values), listed)
                try await checkTheList(of: endpoint, listed)
                let repeated = arrivals.count - Set(arrivals.map(\.id)).count
                print(
                    "\(WebhookCrashTests.kills) kills: \(acknowledged.count) commands acknowledged, \(events.count) events, "
                        + "\(arrivals.count) arrivals, \(repeated) repeated, \(listed.values.map(\.count).reduce(0, +)) listed"
                )
            }
            #expect(receivers.contains { $0.receiver.arrivals.count > events.count }, "no kill hit a delivery")
            let audit = try await daemon.verify()
            #expect(audit.status == 0, "\(audit.output)\(audit.errors)")
        }

        private func check(_ arrivals: [SimulatedReceiver.Arrival], _ events: Set<String>, _ listed: Unknown) {
            #expect(arrivals.allSatisfy { $0.verdict == "valid" })
            let missing = events.subtracting(arrivals.map(\.id))
            #expect(missing.isEmpty, "\(missing.count) events never arrived")
            #expect(Set(arrivals.map(\.id)).subtracting(events).isEmpty, "nothing arrives that is not on record")
            for (id, same) in Dictionary(grouping: arrivals, by: \.id) {
                #expect(Set(same.map(\.digest)).count == 1, "the same event has the same bytes each time")
                // Each arrival but the last is an attempt that a kill left without an outcome.
                #expect(same.count - 1 <= listed[id]?.count ?? 0, "\(id) arrived \(same.count) times")
            }
            var last: [String: Int64] = [:]
            var seen: Set<String> = []
            for arrival in arrivals where seen.insert(arrival.id).inserted {
                #expect(arrival.agreementSeq > last[arrival.agreement] ?? 0, "in order for each agreement")
                last[arrival.agreement] = arrival.agreementSeq
            }
        }

        /// What an operator reads is what the daemon knows.
        private func checkTheList(of endpoint: Endpoint, _ listed: Unknown) async throws {
            let result = try await Programs.pksctl(
                ["webhooks", "duplicates", "--endpoint", endpoint.id, "--json"], endpoint.client.environment)
            #expect(result.status == 0, "\(result.errors)")
            let items = try CanonicalJSON.decode(JSON.self, from: result.output)["items"]?.list ?? []
            #expect(items.isEmpty == listed.isEmpty)
            for item in items {
                let attempts = listed[item["webhook_id"]?.text ?? ""] ?? []
                #expect(attempts.contains(WebhookCrashTests.attempt(item)))
            }
        }

        // MARK: Writing

        /// Writes until the daemon is gone.
        private static func write(_ writer: Writer, _ client: Client) async -> Writer {
            var writer = writer
            repeat {
                if writer.uncertain == nil { writer.uncertain = writer.next() }
            } while await settle(&writer, client)
            return writer
        }

        /// Sends what is uncertain; whether an answer came.
        private static func settle(_ writer: inout Writer, _ client: Client) async -> Bool {
            guard let command = writer.uncertain else { return true }
            let answer =
                if let text = command.text {
                    await client.send(
                        "POST", "/v1/agreements/\(command.ref)/notes", "{\"text\":\"\(text)\"}",
                        version: writer.version, key: command.key)
                } else {
                    await client.send("POST", "/v1/agreements", Client.agreement(ref: command.ref), key: command.key)
                }
            guard let status = answer.status else { return false }
            #expect((200...299).contains(status), "\(command.key): \(status) \(answer.text)")
            writer.uncertain = nil
            guard (200...299).contains(status), let version = answer.version else { return false }
            writer.version = version
            writer.acknowledged.append(command)
            return true
        }

        // MARK: Reading

        /// The ids of all events that the endpoints want, by what was commanded.
        private static func events(_ client: Client) async throws -> [String: String] {
            var events: [String: String] = [:]
            for event in try await client.all("/v1/events?limit=200") where types.contains(event["type"]?.text ?? "") {
                let text = event["data"]?["text"]?.text
                let name = [event["ref"]?.text ?? "", text].compactMap { $0 }.joined(separator: ": ")
                #expect(events[name] == nil, "\(name) happened twice")
                events[name] = event["id"]?.text
            }
            return events
        }

        private static func attempt(_ item: JSON) -> String {
            "\(item["delivery"]?.text ?? "") \(item["attempt"]?.integer ?? 0)"
        }

        private static func gather(_ unknown: inout [String: Unknown], since: Date, _ client: Client) async throws {
            let answer = await client.send("GET", "/v1/webhook-duplicates?limit=200&since=\(since.ISO8601Format())")
            #expect(answer.status == 200, "\(answer.text)")
            let items = answer.body["items"]?.list ?? []
            #expect(items.count < 200, "one page does not hold them all")
            for item in items {
                guard let endpoint = item["endpoint"]?.text, let id = item["webhook_id"]?.text else { continue }
                unknown[endpoint, default: [:]][id, default: []].insert(attempt(item))
            }
        }
    }
}
