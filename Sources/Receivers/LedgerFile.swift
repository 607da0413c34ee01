import Documents
import Foundation
import Glibc

/// A file that gets one line of JSON for each arrival, and nothing else.
///
/// A line is in the system's hands before the sender gets its answer: whatever is killed afterwards, what was answered is
/// written.
struct LedgerFile: Sendable {
    private let handle: FileHandle

    init(_ path: String) throws {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func append(_ arrival: Arrival) throws {
        try handle.write(contentsOf: CanonicalJSON.encode(arrival.record) + Data("\n".utf8))
    }
}
