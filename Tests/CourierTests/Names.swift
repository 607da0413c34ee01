import Courier
import Synchronization

/// Resolvers the tests bring along; none of them asks anybody.
final class ScriptedResolver: Resolver {
    private let script: @Sendable (String, Int) async throws(Outcome.Failure) -> [IPAddress]
    private let asked = Mutex<[String]>([])

    /// - Parameter script: is told the host and how often it was asked for before.
    init(_ script: @escaping @Sendable (String, Int) async throws(Outcome.Failure) -> [IPAddress]) {
        self.script = script
    }

    /// The same addresses for every name.
    convenience init(always texts: String...) {
        self.init { _, _ in parsed(texts) }
    }

    var questions: [String] { asked.withLock { $0 } }

    func addresses(of host: String) async throws(Outcome.Failure) -> [IPAddress] {
        let before = asked.withLock { asked in
            defer { asked.append(host) }
            return asked.count { $0 == host }
        }
        return try await script(host, before)
    }
}

func parsed(_ texts: [String]) -> [IPAddress] {
    texts.map { text in
        guard let address = IPAddress(text) else { preconditionFailure("\(text) is no address") }
        return address
    }
}

/// Lets tasks wait until it is opened, without holding a thread.
final class AsyncGate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func open() {
        let waiting = state.withLock { state in
            defer { state = (true, []) }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }

    var waitingCount: Int { state.withLock { $0.waiting.count } }
}
