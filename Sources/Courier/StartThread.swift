import Glibc

/// Runs the body on a thread of its own; false when the system gives none.
///
/// A signal for the process does not interrupt that thread, and a write to a closed connection does not kill it.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let launch = unsafe Unmanaged.passRetained(Launch(body: body))
    var thread = pthread_t()
    let error = unsafe pthread_create(
        &thread, nil,
        { context in
            let launch = unsafe Unmanaged<Launch>.fromOpaque(context!).takeRetainedValue()
            blockSignals()
            launch.body()
            return nil
        }, launch.toOpaque())
    guard error == 0 else {
        unsafe launch.release()
        return false
    }
    pthread_detach(thread)
    return true
}

private func blockSignals() {
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_BLOCK, &all, nil)
}

private final class Launch: Sendable {
    let body: @Sendable () -> Void

    init(body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}
