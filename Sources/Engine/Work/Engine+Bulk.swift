public import Agreements
public import Calendars
import Documents
import Ledger
import Workflows

/// One step for many agreements.
public struct BulkAdvance: Sendable {
    public struct Item: Sendable, Equatable {
        /// An id or a ref.
        public var agreement: String
        /// What the caller has seen; needed unless it is only tried.
        public var version: Int?

        public init(agreement: String, version: Int?) {
            self.agreement = agreement
            self.version = version
        }
    }

    public var transition: String
    public var reason: String?
    public var effectiveOn: Day?

    public init(transition: String, reason: String? = nil, effectiveOn: Day? = nil) {
        self.transition = transition
        self.reason = reason
        self.effectiveOn = effectiveOn
    }
}

/// What became of one of many, or would.
public struct BulkResult: Sendable {
    public var agreement: String
    /// The version that it was decided on; nil where they may not see it.
    public var seen: Int?
    /// As the step left it, or as it would; where it is refused, as it is, if they may see it.
    public var record: Agreement?
    /// Why it was not made.
    public var refusal: EngineError?

    public var isDone: Bool { refusal == nil }
}

extension Engine {
    /// So many at once.
    public static let bulkMax = 200

    /// Takes the same step for many agreements: each is decided and committed by itself, so that one refusal spoils nobody
    /// else's.
    ///
    /// - Parameters:
    ///   - dryRun: only looks; nothing is committed.
    ///   - circumstances: without a version, of which each item has its own; its key holds for each of them.
    /// - Throws: what concerns all of them alike, such as a disk that is full.
    public func advance(
        many items: [BulkAdvance.Item], _ advance: BulkAdvance, dryRun: Bool, _ circumstances: Circumstances
    ) async throws -> [BulkResult] {
        guard items.count <= Engine.bulkMax else {
            throw EngineError.invalid(
                "/items",
                Bilingual(id: "paling banyak \(Engine.bulkMax)", en: "at most \(Engine.bulkMax)"))
        }
        let command = Command.advance(
            transition: advance.transition, reason: advance.reason, effectiveOn: advance.effectiveOn)
        var results: [BulkResult] = []
        for item in items {
            var result = BulkResult(agreement: item.agreement)
            do {
                let before = try await agreement(item.agreement, for: circumstances.principal)
                (result.record, result.seen) = (before, before.version)
                result.record =
                    dryRun
                    ? try tried(command, on: before, seen: item.version, circumstances.principal)
                    : try await submit(command, to: item.agreement, circumstances.own(item)).agreement
            } catch let refusal as EngineError {
                result.refusal = refusal
            }
            results.append(result)
        }
        return results
    }

    /// The record as a command would leave it.
    private func tried(
        _ command: Command, on before: Agreement, seen: Int?, _ principal: Principal
    ) throws -> Agreement {
        if let seen, seen != before.version { throw EngineError.stale(version: before.version) }
        var decision = Decision(
            before, try workflow(of: before), rules: rules, actor: principal.actor, now: clock.now(), mint: mint)
        try decision.decide(command)
        decision.settle()
        return decision.agreement
    }
}

extension Circumstances {
    /// Those of one of many: a request of its own.
    fileprivate func own(_ item: BulkAdvance.Item) -> Circumstances {
        var own = self
        own.version = item.version
        own.idempotency?.key += " \(item.agreement)"
        return own
    }
}
