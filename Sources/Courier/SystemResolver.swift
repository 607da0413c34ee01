import CCurl
import Glibc

/// Asks the system, by `getaddrinfo`, which blocks and cannot be called off: on threads of its own, there only while
/// there is something to ask.
///
/// A name whose servers are silent holds its thread for half a minute. So that many such names cannot shut out the rest,
/// each reputation has its share of the threads: names that hung before may fill half of them, new ones three
/// quarters, and the last quarter is kept for names that were answered before.
public final class SystemResolver: Resolver {
    private struct Question {
        let host: String
        let asked: ContinuousClock.Instant
        let continuation: CheckedContinuation<Result<[IPAddress], Outcome.Failure>, Never>
    }

    private enum Reputation: Int, CaseIterable {
        case answers, new, hangs
    }

    private struct Desk {
        var lines: [[Question]] = Reputation.allCases.map { _ in [] }
        var reputations: [String: Reputation] = [:]
        var threads = 0
    }

    /// After this nobody waits for an answer any more.
    static let patience = Duration.seconds(5)
    private static let reputationsMax = 4_096

    private let threadsMax: Int
    private let lookup: @Sendable (String) -> Result<[IPAddress], Outcome.Failure>
    private let desk = Locked(Desk())

    /// - Parameter threadsMax: how many names are asked for at once, at least 4.
    public convenience init(threadsMax: Int = 64) {
        self.init(threadsMax: threadsMax, lookup: Self.ask)
    }

    init(threadsMax: Int, lookup: @escaping @Sendable (String) -> Result<[IPAddress], Outcome.Failure>) {
        precondition(threadsMax >= 4, "no thread for each reputation")
        self.threadsMax = threadsMax
        self.lookup = lookup
    }

    public func addresses(of host: String) async throws(Outcome.Failure) -> [IPAddress] {
        let answer = await withCheckedContinuation { continuation in
            let mayStart = desk.withLock { desk in
                let reputation = desk.reputations[host] ?? .new
                desk.lines[reputation.rawValue].append(
                    Question(host: host, asked: .now, continuation: continuation))
                guard desk.threads < room(for: reputation) else { return false }
                desk.threads += 1
                return true
            }
            if mayStart, !startThread({ self.work() }) {
                // Not resumed here: a thread that is running, or the next to start, finds the question in its line.
                desk.withLock { $0.threads -= 1 }
                if isDeserted { refuseAll() }
            }
        }
        return try answer.get()
    }

    private func room(for reputation: Reputation) -> Int { threadsMax * (4 - reputation.rawValue) / 4 }

    private var isDeserted: Bool { desk.withLock { $0.threads == 0 } }

    private func refuseAll() {
        let left = desk.withLock { desk in
            defer { desk.lines = desk.lines.map { _ in [] } }
            return desk.lines.joined().map(\.continuation)
        }
        for continuation in left {
            continuation.resume(returning: .failure(.init(kind: .unresolved, detail: "no thread to ask for the name")))
        }
    }

    private func work() {
        while let question = next() {
            let begun = ContinuousClock.now
            guard begun - question.asked < Self.patience else {
                question.continuation.resume(returning: .failure(.silentNameServers))
                continue
            }
            let answer = lookup(question.host)
            note(question.host, hangs: ContinuousClock.now - begun >= Self.patience, answer)
            question.continuation.resume(returning: answer)
        }
    }

    /// Nil when the thread may go: there is nothing to ask, or nothing this many threads may be asking.
    private func next() -> Question? {
        desk.withLock { desk in
            let line = Reputation.allCases.first { reputation in
                !desk.lines[reputation.rawValue].isEmpty && desk.threads <= room(for: reputation)
            }
            guard let line else {
                desk.threads -= 1
                return nil
            }
            return desk.lines[line.rawValue].removeFirst()
        }
    }

    private func note(_ host: String, hangs: Bool, _ answer: Result<[IPAddress], Outcome.Failure>) {
        desk.withLock { desk in
            if desk.reputations.count >= Self.reputationsMax, desk.reputations[host] == nil { desk.reputations = [:] }
            if hangs {
                desk.reputations[host] = .hangs
            } else if case .success = answer {
                desk.reputations[host] = .answers
            }
        }
    }

    private static func ask(_ host: String) -> Result<[IPAddress], Outcome.Failure> {
        var wanted = unsafe addrinfo()
        unsafe wanted.ai_family = AF_UNSPEC
        // Else every address comes once for each kind of socket.
        unsafe wanted.ai_socktype = Int32(bitPattern: SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, nil, &wanted, &first)
        guard code == 0 else {
            let number = code == EAI_SYSTEM ? errno : nil
            return .failure(
                .init(kind: .unresolved, detail: unsafe String(cString: gai_strerror(code)), errno: number))
        }
        defer { unsafe freeaddrinfo(first) }
        var addresses: [IPAddress] = []
        var item = unsafe first
        while let current = unsafe item {
            if let socketAddress = unsafe current.pointee.ai_addr, let address = unsafe IPAddress(socketAddress) {
                addresses.append(address)
            }
            unsafe item = current.pointee.ai_next
        }
        return .success(addresses)
    }
}

extension Outcome.Failure {
    static let silentNameServers = Outcome.Failure(kind: .unresolved, detail: "no answer for the name came in time")
}
