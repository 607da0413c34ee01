import CCurl
import Glibc

/// One thread that drives a libcurl multi handle and, between two rounds of it, runs the jobs of the actor bound to it.
///
/// The two never overlap, so the actor may touch the multi handle like any state of its own. The thread sleeps in
/// `curl_multi_poll` until a socket, a timer of libcurl's or a new job wakes it.
///
/// Sendable because `multi` is used on the loop's own thread only, apart from `curl_multi_wakeup`, which libcurl allows
/// from any thread, and `deinit`, which cannot come before the thread has let go of the loop. The rest is behind a lock.
@safe final class CurlLoop: SerialExecutor, @unchecked Sendable {
    private struct Inbox {
        var jobs: [UnownedJob] = []
        var isCalled = false
        var isAsleep = false
        var isStopping = false
        var thread: pthread_t?
    }

    private let multi: OpaquePointer
    private let inbox = Locked(Inbox())

    /// - Parameter connectionsMax: how many open connections are kept for reuse. Pinned, because libcurl's own measure
    ///   shrinks with the number of running transfers and then throws good connections away.
    init(connectionsMax: Int) {
        _ = Self.libraryIsReady
        guard let multi = unsafe curl_multi_init() else { preconditionFailure("no memory for a curl multi handle") }
        unsafe self.multi = multi
        unsafe ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connectionsMax)
        // Of HTTP/2 each stream has a connection of its own: one that breaks must not take its neighbours along.
        unsafe ccurl_multi_set_long(multi, CURLMOPT_PIPELINING, CURLPIPE_NOTHING)
    }

    deinit { unsafe curl_multi_cleanup(multi) }

    private static let libraryIsReady: Bool = {
        precondition(ccurl_start() == CURLE_OK, "libcurl did not start")
        return true
    }()

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        wake { $0.jobs.append(job) }
    }

    /// Asks for a turn soon, from any thread. Cheaper than a job, and many calls make one turn.
    func call() { wake { $0.isCalled = true } }

    private func wake(_ change: (inout Inbox) -> Void) {
        let mustWake = inbox.withLock { inbox in
            change(&inbox)
            defer { inbox.isAsleep = false }
            return inbox.isAsleep
        }
        if mustWake { unsafe curl_multi_wakeup(multi) }
    }

    func isIsolatingCurrentContext() -> Bool? {
        inbox.withLock { inbox in inbox.thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    func checkIsolated() {
        precondition(isIsolatingCurrentContext() == true, "not on the courier's thread")
    }

    /// Starts the thread. It runs `turn` after every batch of jobs and every event, until ``stop()``.
    func start(_ turn: @escaping @Sendable () -> Void) {
        precondition(startThread { self.run(turn) }, "no thread for the courier")
    }

    /// Ends the thread after the jobs already there. Jobs that come later are never run, so only the actor's `deinit`,
    /// after which nobody can send any, may call this.
    func stop() {
        inbox.withLock { $0.isStopping = true }
        unsafe curl_multi_wakeup(multi)
    }

    private func run(_ turn: () -> Void) {
        inbox.withLock { $0.thread = pthread_self() }
        let executor = unsafe asUnownedSerialExecutor()
        while true {
            for job in takeJobs() { unsafe job.runSynchronously(on: executor) }
            turn()
            let (maySleep, isStopping) = inbox.withLock { inbox in
                inbox.isAsleep = inbox.jobs.isEmpty && !inbox.isCalled && !inbox.isStopping
                return (inbox.isAsleep, inbox.jobs.isEmpty && inbox.isStopping)
            }
            if isStopping { return }
            guard maySleep else { continue }
            // libcurl shortens the time to its own next timer, so without transfers nothing wakes an idle process.
            unsafe curl_multi_poll(multi, nil, 0, Int32.max, nil)
            inbox.withLock { $0.isAsleep = false }
        }
    }

    private func takeJobs() -> [UnownedJob] {
        inbox.withLock { inbox in
            defer { (inbox.jobs, inbox.isCalled) = ([], false) }
            return inbox.jobs
        }
    }

    // From here on: only for jobs of the actor and for its turn, on the loop's own thread.

    /// Returns libcurl's sentence when it will not take the handle.
    func add(_ handle: EasyHandle) -> String? {
        let code = unsafe curl_multi_add_handle(multi, handle.easy)
        return code == CURLM_OK ? nil : unsafe String(cString: curl_multi_strerror(code))
    }

    func remove(_ handle: EasyHandle) {
        unsafe curl_multi_remove_handle(multi, handle.easy)
    }

    /// Moves every transfer as far as it goes without waiting, then names those that ended.
    func advance() -> [(transfer: Transfer, code: CURLcode)] {
        var running: Int32 = 0
        unsafe curl_multi_perform(multi, &running)
        var ended: [(transfer: Transfer, code: CURLcode)] = []
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE, let easy = unsafe message.pointee.easy_handle else {
                continue
            }
            ended.append((unsafe Transfer.of(easy), unsafe ccurl_message_result(message)))
        }
        return ended
    }
}
