import CZip
import Foundation

/// A zip file in memory. Nothing is inflated before it is read, and no file is written.
@safe final class ZipArchive {
    /// A workbook has a few dozen parts.
    private static let entriesMax = 10_000

    private let archive: OpaquePointer
    /// By name in lower case: the names of parts differ by more than case (ECMA-376-2, 6.2.2.3).
    private let entries: [String: UInt64]

    init(_ bytes: Data) throws(PartFailure) {
        guard let archive = unsafe ZipArchive.open(bytes) else {
            throw .malformed(part: "zip", detail: "no complete zip file")
        }
        let count = unsafe zip_get_num_entries(archive, 0)
        guard count <= ZipArchive.entriesMax else {
            unsafe zip_discard(archive)
            throw .malformed(part: "zip", detail: "too many entries")
        }
        var entries: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, count)) {
            guard let name = unsafe zip_get_name(archive, index, 0),
                entries.updateValue(index, forKey: unsafe String(cString: name).lowercased()) == nil
            else {
                unsafe zip_discard(archive)
                throw .malformed(part: "zip", detail: "an entry without a name or with that of another")
            }
        }
        unsafe self.archive = archive
        self.entries = entries
    }

    // Nothing was changed, so there is nothing to write.
    deinit { unsafe zip_discard(archive) }

    func has(_ part: String) -> Bool { entries[part.lowercased()] != nil }

    /// Inflates a part piece by piece. The size that the directory tells is not believed.
    func read(_ part: String, bytesMax: Int, _ take: (UnsafeRawBufferPointer) throws -> Void) throws {
        guard let index = entries[part.lowercased()] else { throw PartFailure.missing(part) }
        guard let file = unsafe zip_fopen_index(archive, index, 0) else {
            throw PartFailure.malformed(part: part, detail: complaint)
        }
        defer { unsafe zip_fclose(file) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
        defer { unsafe piece.deallocate() }
        var total = 0
        while true {
            let count = unsafe zip_fread(file, piece.baseAddress, UInt64(piece.count))
            // Also where the checksum is wrong, which libzip finds at the end.
            guard count >= 0 else { throw PartFailure.malformed(part: part, detail: "cannot be inflated") }
            if count == 0 { return }
            total += Int(count)
            guard total <= bytesMax else { throw PartFailure.tooLarge(part: part, bytes: bytesMax) }
            try unsafe take(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)]))
        }
    }

    private var complaint: String { unsafe String(cString: zip_strerror(archive)) }

    /// libzip reads from a copy of its own and frees that with the archive.
    private static func open(_ bytes: Data) -> OpaquePointer? {
        guard !bytes.isEmpty, let copy = unsafe malloc(bytes.count) else { return nil }
        unsafe bytes.copyBytes(
            to: UnsafeMutableRawBufferPointer(start: copy, count: bytes.count), count: bytes.count)
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
            unsafe free(copy)
            return nil
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            return nil
        }
        return unsafe archive
    }
}
