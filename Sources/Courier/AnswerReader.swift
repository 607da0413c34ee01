/// Puts the final answer together from the lines and pieces libcurl hands over.
///
/// A status counts once its header section is complete: before that, what came may still be half a message.
struct AnswerReader {
    /// For all header lines of one exchange, interim answers and trailers included.
    static let headerBytesMax = 65_536

    private enum Section {
        case awaitingStatus
        case headers(status: Int)
        case body(status: Int)
    }

    let bodyBytesMax: Int
    private var section = Section.awaitingStatus
    private var headers: [Lease.Header] = []
    private var body: [UInt8] = []
    private var headerBytes = 0

    init(bodyBytesMax: Int) {
        self.bodyBytesMax = max(0, bodyBytesMax)
    }

    var hasFinalStatus: Bool { if case .body = section { true } else { false } }
    var hasTooManyHeaders: Bool { headerBytes > Self.headerBytesMax }

    /// Takes a header line with its line ending; false when the transfer must end here.
    mutating func takeLine(_ bytes: some Collection<UInt8>) -> Bool {
        headerBytes += bytes.count
        guard !hasTooManyHeaders else { return false }
        let line = String(decoding: bytes, as: UTF8.self)
        switch section {
        case .awaitingStatus:
            guard let status = Self.status(in: line) else { return false }
            section = .headers(status: status)
            headers = []
        case .headers(let status):
            if !line.allSatisfy(\.isNewline) {
                takeField(line)
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

    private mutating func takeField(_ line: String) {
        let text = line.trimmingSpace()
        if line.first == " " || line.first == "\t" {
            // An obsolete folded line goes on with the value before it.
            guard let last = headers.indices.last else { return }
            headers[last].value += " " + text
        } else if let colon = text.firstIndex(of: ":") {
            let name = text[..<colon].lowercased()
            headers.append(Lease.Header(name, text[text.index(after: colon)...].trimmingSpace()))
        }
    }

    /// `HTTP/1.1 204 No Content` → 204.
    private static func status(in line: String) -> Int? {
        let words = line.trimmingSpace().split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]) else { return nil }
        return 100...999 ~= status ? status : nil
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
