import Glibc
import Synchronization

/// So many passwords wait to be hashed or compared that no more are taken.
public struct PasswordsBusy: Error {}

/// Runs what takes long on a few threads of its own, which go when there is nothing to do.
///
/// Not on a dispatch queue: those share their threads with the tasks of the whole program, of which there are as many as
/// processors.
final class WorkLine: Sendable {
    private struct Job: Sendable {
        var run: @Sendable () -> Void
        var refuse: @Sendable () -> Void
    }

    private struct Line {
        var waiting: [Job] = []
        var threads = 0
    }

    private enum Place { case started, waiting, refused }

    private let threadsMax: Int
    private let waitingMax: Int
    private let line = Mutex(Line())

    init(threads: Int, waiting: Int) {
        threadsMax = threads
        waitingMax = waiting
    }

    /// - Throws: ``PasswordsBusy`` where the line is full.
    func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Value, any Error>) in
            let job = Job(
                run: { continuation.resume(returning: body()) },
                refuse: { continuation.resume(throwing: PasswordsBusy()) })
            switch place(job) {
            case .started: start(job)
            case .waiting: break
            case .refused: job.refuse()
            }
        }
    }

    private func place(_ job: Job) -> Place {
        line.withLock { line in
            if line.threads < threadsMax {
                line.threads += 1
                return .started
            }
            guard line.waiting.count < waitingMax else { return .refused }
            line.waiting.append(job)
            return .waiting
        }
    }

    private func start(_ first: Job) {
        if startThread({ self.work(first) }) { return }
        // Another thread, if there is one, sees to those who wait; without one nobody would.
        let stranded = line.withLock { line in
            line.threads -= 1
            guard line.threads == 0 else { return [Job]() }
            defer { line.waiting = [] }
            return line.waiting
        }
        for job in [first] + stranded { job.refuse() }
    }

    private func work(_ first: Job) {
        first.run()
        while let job = next() { job.run() }
    }

    private func next() -> Job? {
        line.withLock { line in
            guard line.waiting.isEmpty else { return line.waiting.removeFirst() }
            line.threads -= 1
            return nil
        }
    }
}

/// False when the system gives no thread.
private func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let launch = unsafe Unmanaged.passRetained(Launch(body: body))
    var thread = pthread_t()
    let error = unsafe pthread_create(
        &thread, nil,
        { context in
            // What was handed over below.
            unsafe Unmanaged<Launch>.fromOpaque(context!).takeRetainedValue().body()
            return nil
        }, launch.toOpaque())
    guard error == 0 else {
        unsafe launch.release()
        return false
    }
    pthread_detach(thread)
    return true
}

private final class Launch: Sendable {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}
