/// Puts the final answer together from the lines and pieces libcurl hands over.
///
/// A status counts once its header section is complete: before that, what came may still be half a message.
struct AnswerReader {
    /// For all header lines of one exchange, interim answers and trailers included.
    static let headerBytesMax = 32_768
    /// Likewise: many short lines would cost more than their bytes.
    static let headerLinesMax = 512

    private enum Section {
        case awaitingStatus
        case headers(status: Int)
        case body(status: Int)
    }

    let bodyBytesMax: Int
    private var section = Section.awaitingStatus
    /// Lines of the header section under way, or of the final one.
    private var head: [UInt8] = []
    private var body: [UInt8] = []
    private var headerBytes = 0
    private var headerLines = 0

    init(bodyBytesMax: Int) {
        self.bodyBytesMax = max(0, bodyBytesMax)
    }

    var hasFinalStatus: Bool { if case .body = section { true } else { false } }
    var hasTooManyHeaders: Bool { headerBytes > Self.headerBytesMax || headerLines > Self.headerLinesMax }

    /// Takes a header line with its line ending; false when the transfer must end here.
    mutating func takeLine(_ bytes: some Collection<UInt8>) -> Bool {
        headerBytes += bytes.count
        headerLines += 1
        guard !hasTooManyHeaders else { return false }
        switch section {
        case .awaitingStatus:
            guard let status = Self.status(in: bytes) else { return false }
            section = .headers(status: status)
            head = []
        case .headers(let status):
            if !bytes.allSatisfy(\.isLineEnding) {
                head.append(contentsOf: bytes)
            } else {
                section = status < 200 ? .awaitingStatus : .body(status: status)
            }
        case .body:
            break  // A trailer says nothing a lender may rely on.
        }
        return true
    }

    /// Takes a piece of the body; false when there is more than may be kept.
    mutating func takeBody(_ bytes: some Collection<UInt8>) -> Bool {
        let room = bodyBytesMax - body.count
        body.append(contentsOf: bytes.prefix(room))
        return bytes.count <= room
    }

    /// The answer, when a final status came.
    func answer(isTruncated: Bool) -> Outcome.Answer? {
        guard case .body(let status) = section else { return nil }
        return Outcome.Answer(status: status, headers: headers, body: body, isTruncated: isTruncated)
    }

    /// The fields of the final header section.
    private var headers: [Lease.Header] {
        var headers: [Lease.Header] = []
        for line in head.split(separator: UInt8(ascii: "\n")) {
            let text = line.trimmingSpace()
            if line.first?.isBlank == true {
                // An obsolete folded line goes on with the value before it.
                guard let last = headers.indices.last else { continue }
                headers[last].value += " " + String(decoding: text, as: UTF8.self)
            } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
                let value = text[text.index(after: colon)...].trimmingSpace()
                headers.append(
                    Lease.Header(
                        String(decoding: text[..<colon], as: UTF8.self).lowercased(),
                        String(decoding: value, as: UTF8.self)))
            }
        }
        return headers
    }

    /// `HTTP/1.1 204 No Content` → 204.
    private static func status(in line: some Collection<UInt8>) -> Int? {
        guard line.starts(with: "HTTP/".utf8), let space = line.firstIndex(where: \.isBlank) else { return nil }
        let rest = line[space...].drop(while: \.isBlank)
        let digits = rest.prefix { !$0.isBlank && !$0.isLineEnding }
        guard digits.count == 3 else { return nil }
        let status = digits.reduce(0) { $0 * 10 + (48...57 ~= $1 ? Int($1) - 48 : 1_000) }
        return 100...999 ~= status ? status : nil
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    fileprivate var isLineEnding: Bool { self == UInt8(ascii: "\r") || self == UInt8(ascii: "\n") }
}

extension ArraySlice<UInt8> {
    fileprivate func trimmingSpace() -> Self {
        let rest = drop { $0.isBlank || $0.isLineEnding }
        return rest[..<(rest.lastIndex { !$0.isBlank && !$0.isLineEnding }.map { $0 + 1 } ?? rest.startIndex)]
    }
}

extension StringProtocol {
    /// Without the spaces, tabs and line endings around it.
    func trimmingSpace() -> String {
        let isSpace = { (character: Character) in character == " " || character == "\t" || character.isNewline }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
