import Calendars
import Ledger
import Logging
public import ServiceLifecycle

/// Queues what running replays select, a page at a time, and never more than an endpoint has room for: the rate at which
/// it is sent is the endpoint's own.
public struct ReplayService: Service {
    /// What may be open for an endpoint before a replay waits.
    private static let backlogMax = 1_000

    private let engine: Engine

    public init(_ engine: Engine) {
        self.engine = engine
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await advanceAll() { continue }
                    // Only while there are replays; else nothing wakes us but a new one.
                    let isWaiting = try await engine.ledger.runningReplays().contains(where: mayMove)
                    await engine.replayAlarm.wait(until: isWaiting ? engine.clock.now() + .milliseconds(500) : nil)
                } catch {
                    guard !Task.isCancelled else { return }
                    engine.logger.error("a replay failed; trying again in 5 s", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        }
    }

    /// Into what is switched off nothing is put.
    private func mayMove(_ replay: DeliveryReplay) -> Bool {
        engine.endpointBook[replay.endpoint]?.endpoint.enabled ?? false
    }

    /// One page of each replay that has room.
    ///
    /// - Returns: whether any could go on.
    func advanceAll() async throws -> Bool {
        var hasMoved = false
        for replay in try await engine.ledger.runningReplays() where mayMove(replay) {
            let open = try await engine.ledger.openDeliveries(
                of: replay.endpoint, limit: ReplayService.backlogMax)
            guard open < ReplayService.backlogMax else { continue }
            let page = try await engine.page(of: replay)
            var next = replay
            next.cursor = page.cursor
            if next.cursor >= next.end { next.state = .done }
            let sent = try await engine.ledger.advance(next, with: page.deliveries, at: engine.clock.now())
            if sent > 0 { engine.wakeDeliveries(to: [replay.endpoint]) }
            hasMoved = true
        }
        return hasMoved
    }
}
