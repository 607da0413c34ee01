import NIOCore

/// Takes requests of HTTP/1.1 out of the bytes of a connection, one after another.
///
/// By hand, since the simulated receivers misbehave below what an HTTP library would let them do.
struct RequestReader {
    static let headBytesMax = 65_536
    static let bodyBytesMax = 16 << 20

    /// Why a request cannot be read; the status says it.
    enum Fault: Int, Error {
        case malformed = 400
        /// Chunked bodies are for others.
        case lengthRequired = 411
        case bodyTooLarge = 413
        case headTooLarge = 431
    }

    private var buffer = ByteBuffer()

    mutating func take(_ piece: ByteBuffer) {
        buffer.discardReadBytes()
        buffer.writeImmutableBuffer(piece)
    }

    /// The next request without its body; nil when more bytes are needed.
    mutating func head() throws(Fault) -> Request? {
        guard let end = buffer.readableBytesView.firstRange(of: "\r\n\r\n".utf8) else {
            guard buffer.readableBytes <= Self.headBytesMax else { throw .headTooLarge }
            return nil
        }
        let length = end.lowerBound - buffer.readerIndex
        guard length <= Self.headBytesMax else { throw .headTooLarge }
        guard let text = buffer.readString(length: length) else { return nil }
        buffer.moveReaderIndex(forwardBy: 4)
        return try Self.request(text)
    }

    /// The body of a request whose head was read; nil when more bytes are needed.
    mutating func body(of request: Request) throws(Fault) -> [UInt8]? {
        guard request.header("transfer-encoding") == nil else { throw .lengthRequired }
        let lengths = Set(request.headers.filter { $0.name == "content-length" }.map(\.value))
        guard let text = lengths.first else { return [] }
        guard lengths.count == 1, let length = Int(text), length >= 0 else { throw .malformed }
        guard length <= Self.bodyBytesMax else { throw .bodyTooLarge }
        return buffer.readBytes(length: length)
    }

    private static func request(_ text: String) throws(Fault) -> Request {
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), !words[0].isEmpty, !words[1].isEmpty else {
            throw .malformed
        }
        var request = Request(method: String(words[0]), path: String(words[1]), headers: [])
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { throw .malformed }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            request.headers.append(.init(name: line[..<colon].lowercased(), value: String(value)))
        }
        return request
    }
}
