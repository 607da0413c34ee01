import Glibc

/// A value that many threads may use, one at a time.
///
/// A pthread mutex and not `Synchronization.Mutex`: ThreadSanitizer does not see the latter's futex on Linux and
/// reports races that are none.
///
/// Sendable because the value is reachable only through ``withLock(_:)``, and the mutex has an address of its own
/// that lives exactly as long as the object.
@safe final class Locked<Value>: @unchecked Sendable {
    private var value: Value
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    init(_ value: sending Value) {
        self.value = value
        unsafe mutex = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe pthread_mutex_init(mutex, nil)
    }

    deinit {
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
