import ArgumentParser
import Calendars
import Courier
import Documents
import Foundation
import Receivers

struct WebhookListen: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Fetch an endpoint's events here, check them and hand them on.",
        discussion: """
            For trying a receiver that the server cannot reach, such as one on your own machine: nothing has to listen, \
            the events are fetched. Each is a line: time, type, agreement and its number, whether the signature holds, \
            and what the receiver said.

              pksctl webhooks listen ID --secret-file secret.txt
              pksctl webhooks listen ID --forward http://127.0.0.1:9000/hook --ack

            With --ack the server counts as delivered what the receiver answered with 2xx or, without --forward, what was \
            printed here without a fault. Goes on until interrupted, also across a restart of the server.
            """)

    @OptionGroup var endpoint: EndpointArgument
    @Option(help: ArgumentHelp("Send each event on to this address of this machine.", valueName: "url"))
    var forward: String?
    @Flag(help: "Let --forward name any address.") var forwardAnywhere = false
    @Option(help: ArgumentHelp("Only events since then. (default: all that are kept)", valueName: "instant"))
    var since: Instant?
    @Flag(help: "Tell the server what has arrived.") var ack = false
    @Flag(help: "Stop when there is nothing more.") var once = false
    @OptionGroup var keys: WebhookKeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let verifier = try keys.verifier(session.surroundings)
        let forwarding = forward.map {
            Forwarding(url: $0, rules: forwardAnywhere ? .any : .loopbackOnly, carrier: session.client.carrier)
        }
        var hasFault = false
        try await follow(session) { items in
            var arrived: [String] = []
            // What has arrived once need not come again.
            for item in items where !(ack && item.isDelivered) {
                let verdict = item.verdict(verifier)
                let outcome = await forwarding?.carry(item)
                tell(item, verdict, outcome, session.output)
                hasFault = hasFault || verdict.isFault
                if outcome?.isAccepted ?? !verdict.isFault { arrived.append(item.delivery) }
            }
            if ack, !arrived.isEmpty { try await acknowledge(arrived, session) }
        }
        if hasFault { throw Failure.errorsFound }
    }

    /// Hands over page after page. The first answer decides whether the server is there at all; later losses are waited out.
    private func follow(_ session: Session, _ take: ([FeedItem]) async throws -> Void) async throws {
        var cursor: String?
        var hasAnswered = false
        var isLost = false
        while true {
            let start = ContinuousClock.now
            do {
                let page = try await read(after: cursor, session)
                let items = page.items().map(FeedItem.init)
                try await take(items)
                cursor = page["next_cursor"]?.text ?? items.last?.cursor ?? cursor
                (hasAnswered, isLost) = (true, false)
                if once, items.isEmpty { return }
                // A server that does not hold the request open must not be asked in a tight circle.
                if items.isEmpty, .now - start < .seconds(1) { try await Task.sleep(for: .seconds(2)) }
            } catch let failure as Failure where hasAnswered && failure.mayPass {
                if !isLost { session.output.complain("pksctl: \(failure.text(session.language) ?? "")") }
                isLost = true
                try await Task.sleep(for: .seconds(2))
            }
        }
    }

    private func read(after cursor: String?, _ session: Session) async throws -> JSON {
        try await session.client.get(
            ["webhook-endpoints", endpoint.id, "feed"],
            query: [
                ("after", cursor), ("since", cursor == nil ? since?.description : nil), ("limit", "100"),
                ("wait", once ? "0" : "30"),
            ]
        ).json()
    }

    private func acknowledge(_ deliveries: [String], _ session: Session) async throws {
        _ = try await session.client.write(
            "POST", ["webhook-endpoints", endpoint.id, "feed", "ack"],
            JSON.body(["deliveries": .list(deliveries.map { .text($0) })]), key: UUID().uuidString.lowercased())
    }

    private func tell(
        _ item: FeedItem, _ verdict: SignatureVerifier.Verdict, _ outcome: Outcome.Result?, _ output: Output
    ) {
        guard !output.wantsJSON else {
            let forwarded = outcome.map { JSON.text($0.words) }
            let told = ["verdict": JSON.text(verdict.rawValue), "forwarded": forwarded].compactMapValues { $0 }
            return output.json(.object((item.json.object ?? [:]).merging(told) { $1 }))
        }
        let note = item.note
        let line = [
            output.moment(item.moment), note.type ?? item.type, note.subject, verdict.mark(output),
            outcome.map { "→ \($0.words)" } ?? "",
        ]
        output.page(line.filter { !$0.isEmpty }.joined(separator: "  "))
    }
}

extension SignatureVerifier.Verdict {
    fileprivate var isFault: Bool { self == .wrong || self == .unsigned }
}

extension Outcome.Result {
    fileprivate var isAccepted: Bool {
        if case .answered(let answer) = self { 200..<300 ~= answer.status } else { false }
    }

    /// The status, or why there is none.
    fileprivate var words: String {
        switch self {
        case .answered(let answer): String(answer.status)
        case .failed(let failure): failure.detail
        }
    }
}
