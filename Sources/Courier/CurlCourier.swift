import CCurl
import Synchronization

/// The carrier that really goes out: libcurl, on one thread that is the actor's executor as well. Each posting has a thread
/// of its own besides, see ``PostingTransfer``.
///
/// Keeps connections open between exchanges and follows no redirects, proxies, cookies or credentials of the machine.
/// The thread ends when the last reference to the courier goes.
public actor CurlCourier: Carrier {
    nonisolated let loop: CurlLoop
    private let inFlightMax: Int
    let caFile: String?
    private nonisolated let lastID = Atomic<UInt64>(0)
    /// Transfers handed over and not yet seen by the loop: cheaper than a job of the actor for each.
    private nonisolated let arrivals = Locked<[Transfer]>([])
    private(set) var running: [UInt64: Transfer] = [:]
    private(set) var waiting = WaitingLine<Transfer>()
    let resolver: any Resolver
    var names: NameBook
    var lookups: [UInt64: Lookup] = [:]
    var mail: Mailroom
    private var idleHandles: [EasyHandle] = []
    private(set) var isDraining = false
    private var drains: [CheckedContinuation<Void, Never>] = []

    public nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - inFlightMax: how many leases are carried at once, at least 1; further ones wait in the order they came.
    ///   - postingsMax: how many messages are posted at once, at least 1, each over a connection of its own; further ones
    ///     wait in the order they came.
    ///   - caFile: a PEM file of certificate authorities to trust in place of the system's.
    ///   - resolver: whom to ask for the addresses of the names in leases. A good answer is believed for a minute, a
    ///     bad one for half of that.
    public init(
        inFlightMax: Int = 256, postingsMax: Int = 8, caFile: String? = nil, resolver: any Resolver = SystemResolver()
    ) {
        self.init(
            inFlightMax: inFlightMax, postingsMax: postingsMax, caFile: caFile, resolver: resolver, names: NameBook())
    }

    init(
        inFlightMax: Int = 256, postingsMax: Int = 8, caFile: String? = nil, resolver: any Resolver, names: NameBook
    ) {
        precondition(inFlightMax > 0 && postingsMax > 0, "a courier that may carry nothing")
        self.inFlightMax = inFlightMax
        mail = Mailroom(errandsMax: postingsMax)
        self.caFile = caFile
        self.resolver = resolver
        self.names = names
        loop = CurlLoop(connectionsMax: max(4_096, 2 * inFlightMax))
        loop.start { [weak self] in self?.assumeIsolated { $0.turn() } }
    }

    deinit {
        mail.close()
        loop.stop()
    }

    /// Carries the lease and says what became of it. Its time limits run while its host's addresses are looked up and
    /// from when its turn comes; a lease that waits for a name waits in nobody's way.
    ///
    /// When the calling task is cancelled, the outcome comes at once: `.cancelled`, or the answer as far as it had come
    /// when its status was already known.
    public nonisolated func carry(_ lease: Lease) async -> Outcome {
        let route: Route
        do throws(Outcome.Failure) { route = try Route(lease.target()) } catch {
            return Outcome(leaseID: lease.id, result: .failed(error))
        }
        guard !Task.isCancelled else { return Outcome(leaseID: lease.id, result: .failed(.cancelled)) }
        let id = nextID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let transfer = Transfer(id: id, lease: lease, route: route, continuation: continuation)
                arrivals.withLock { $0.append(transfer) }
                loop.call()
                // Had the cancellation come first, it would have found nothing to cancel.
                if Task.isCancelled { Task { await self.cancel(id) } }
            }
        } onCancel: {
            Task { await self.cancel(id) }
        }
    }

    nonisolated func nextID() -> UInt64 { lastID.wrappingAdd(1, ordering: .relaxed).newValue }

    /// Refuses new leases and postings from now on, as `.cancelled`, and returns when those accepted before have ended.
    public func drain() async {
        welcome()
        isDraining = true
        guard !isIdle else { return }
        await withCheckedContinuation { drains.append($0) }
    }

    /// Ends all leases and postings, running and waiting, as `.cancelled`. One whose status was already known ends as
    /// answered.
    public func abandon() {
        welcome()
        abandonLookups()
        for transfer in waiting.removeAll() { transfer.continuation.resume(returning: transfer.cancelledOutcome()) }
        for transfer in running.values { end(transfer, as: transfer.cancelledOutcome()) }
        abandonPostings()
        settle()
    }

    private var isIdle: Bool { running.isEmpty && waiting.isEmpty && lookups.isEmpty && mail.isIdle }

    private func turn() {
        welcome()
        let ended = loop.advance()
        guard !ended.isEmpty else { return }
        for (transfer, code) in ended { end(transfer, as: transfer.outcome(code)) }
        settle()
    }

    /// Takes in what has been handed over, in its order.
    private func welcome() {
        let arrived = arrivals.withLock { arrivals in
            defer { arrivals = [] }
            return arrivals
        }
        guard !arrived.isEmpty else { return }
        for transfer in arrived {
            if isDraining {
                transfer.continuation.resume(returning: transfer.cancelledOutcome())
            } else {
                findAddresses(for: transfer)
            }
        }
        settle()
    }

    private func cancel(_ id: UInt64) {
        welcome()
        if let transfer = waiting.remove(id) ?? endLookup(id) {
            transfer.continuation.resume(returning: transfer.cancelledOutcome())
        } else if let transfer = running[id] {
            end(transfer, as: transfer.cancelledOutcome())
        }
        settle()
    }

    /// Lets a transfer whose addresses are known have its turn, unless they are forbidden.
    func lineUp(_ transfer: Transfer) {
        if let fault = transfer.route.fault(under: transfer.lease.addresses) {
            return transfer.continuation.resume(returning: transfer.outcome(.failed(fault)))
        }
        waiting.append(transfer)
    }

    func startWaiting() {
        while running.count < inFlightMax, let transfer = waiting.popFirst() { start(transfer) }
    }

    private func start(_ transfer: Transfer) {
        let handle = idleHandles.popLast() ?? EasyHandle()
        running[transfer.id] = transfer
        guard transfer.load(into: handle, caFile: caFile) else {
            return end(transfer, as: transfer.failure(.broken, "libcurl refused an option"))
        }
        if let refusal = loop.add(handle) { end(transfer, as: transfer.failure(.broken, refusal)) }
    }

    /// The handle leaves the loop before the transfer it points to may go.
    private func end(_ transfer: Transfer, as outcome: Outcome) {
        running[transfer.id] = nil
        if let handle = transfer.handle {
            loop.remove(handle)
            handle.reset()
            idleHandles.append(handle)
        }
        transfer.continuation.resume(returning: outcome)
    }

    func settle() {
        startWaiting()
        startPosting()
        guard isIdle else { return }
        for drain in drains { drain.resume() }
        drains = []
    }
}
