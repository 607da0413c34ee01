import ArgumentParser
import Courier
import Documents

struct EventFeed: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Read everything that happens, in order.",
        discussion: """
            One line for each event: number, time, type, reference and what happened; with --json, one JSON document a \
            line. Numbers have no gaps: go on after the last one seen.

              pksctl events --after 120
              pksctl events --follow --json | while read -r event; do …; done

            With --follow it keeps waiting for more, also across a restart of the server.
            """)

    @Option(help: ArgumentHelp("Only events with a higher number than this.", valueName: "seq")) var after: Int64 = 0
    @Flag(help: "Keep waiting for new events, until interrupted.") var follow = false
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        var last = after
        // The first answer decides whether the server is there at all; later losses are only waited out.
        var hasAnswered = false
        var isLost = false
        while true {
            let clock = ContinuousClock()
            let start = clock.now
            let page: JSON
            do {
                page = try await read(after: last, session)
            } catch let failure as Failure where hasAnswered && failure.mayPass {
                if !isLost { session.output.complain("pksctl: \(failure.text(session.language) ?? "")") }
                isLost = true
                try await Task.sleep(for: .seconds(2))
                continue
            }
            isLost = false
            hasAnswered = true
            let events = page.items()
            for event in events {
                try session.output.event(event)
                last = max(last, event["seq"]?.integer ?? last)
            }
            let isMore = !events.isEmpty && page["next_cursor"]?.cell(session.language).isEmpty == false
            if !follow, !isMore { return }
            // A server that does not hold the request open must not be asked in a tight circle.
            if events.isEmpty, clock.now - start < .seconds(1) { try await Task.sleep(for: .seconds(2)) }
        }
    }

    private func read(after seq: Int64, _ session: Session) async throws -> JSON {
        let headers = follow ? [Lease.Header("Prefer", "wait=25")] : []
        return try await session.client.get(["events"], query: [("after", String(seq))], headers: headers).json()
    }
}

extension Failure {
    /// Whether the same request may succeed a little later.
    var mayPass: Bool {
        switch self {
        case .unreachable: true
        case .refused(let refusal): refusal.status >= 500 || refusal.status == 429
        case .usage, .errorsFound: false
        }
    }
}
