/// Puts a mail server's replies together from the lines libcurl hands over, and knows the one that decides.
struct ReplyReader {
    /// For the lines of one reply. Nothing honest comes near; one that never ends must.
    static let replyBytesMax = 65_536
    static let textBytesMax = 512

    private enum Stage {
        /// Greeting, EHLO, STARTTLS and AUTH.
        case greeting
        /// MAIL, RCPT and DATA.
        case envelope
        /// The message itself, after the server's 354.
        case message
    }

    private var stage = Stage.greeting
    /// The last two, since a QUIT of libcurl's may bring one more after the one that counts.
    private var replies: [PostingOutcome.Reply] = []
    private var text: [UInt8] = []
    private var replyBytes = 0
    /// The first no to the envelope, or the reply to the message. What comes later answers a QUIT.
    private(set) var verdict: PostingOutcome.Reply?

    var isTooLong: Bool { replyBytes > Self.replyBytesMax }
    /// Whether libcurl has come as far as `MAIL`.
    var hasEnvelope: Bool { stage != .greeting }
    /// Whether the server has asked for the message.
    var hasGoAhead: Bool { stage == .message }

    mutating func beginEnvelope() { stage = .envelope }

    /// Takes a line with its line ending; false when the transfer must end here.
    mutating func takeLine(_ line: some Collection<UInt8>) -> Bool {
        replyBytes += line.count
        guard !isTooLong else { return false }
        // As libcurl judges it: other lines mean nothing, and a bare code in five bytes is a whole reply.
        let head = Array(line.prefix(4))
        guard head.count == 4, let code = Self.code(head) else { return true }
        let isLast = head[3] == UInt8(ascii: " ") || line.count == 5
        guard isLast || head[3] == UInt8(ascii: "-") else { return true }
        if !text.isEmpty { text.append(UInt8(ascii: " ")) }
        // More than is kept, as what is removed still counts here.
        text.append(contentsOf: line.dropFirst(4).prefix(max(0, 4 * Self.textBytesMax - text.count)))
        if isLast { takeReply(PostingOutcome.Reply(code: code, text: Self.legible(text))) }
        return true
    }

    /// The latest reply with the code libcurl took for the last one before its QUIT.
    func reply(code: Int?) -> PostingOutcome.Reply? { replies.last { $0.code == code } }

    private mutating func takeReply(_ reply: PostingOutcome.Reply) {
        replies = replies.suffix(1) + [reply]
        text = []
        replyBytes = 0
        guard verdict == nil else { return }
        switch stage {
        case .greeting: break
        case .envelope where reply.code == 354: stage = .message
        case .envelope: if reply.code >= 400 { verdict = reply }
        case .message: verdict = reply
        }
    }

    private static func code(_ head: [UInt8]) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard head[..<3].allSatisfy(digits.contains) else { return nil }
        return head[..<3].reduce(0) { $0 * 10 + Int($1 - digits.lowerBound) }
    }

    /// Without what would move a cursor, hide or turn text in a log or a page.
    private static func legible(_ bytes: [UInt8]) -> String {
        var kept = String.UnicodeScalarView()
        var room = textBytesMax
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: continue
            default: break
            }
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept).trimmingSpace()
    }
}
