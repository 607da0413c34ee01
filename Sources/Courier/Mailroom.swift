/// What is being posted, what waits for it, and the lines that may serve again.
struct Mailroom: Sendable {
    struct Errand: Sendable {
        let transfer: PostingTransfer
        let line: MailLine
        var watch: Task<Void, Never>?
        /// Whether the sender has been told; the thread may take a little longer.
        var isTold = false
    }

    /// How many postings are under way at once.
    let errandsMax: Int
    var waiting = WaitingLine<PostingTransfer>()
    var errands: [UInt64: Errand] = [:]
    private var idle: [MailLine] = []

    init(errandsMax: Int) {
        self.errandsMax = errandsMax
    }

    var isIdle: Bool { errands.isEmpty && waiting.isEmpty }

    /// The line used last for the key, or a new one.
    mutating func takeLine(_ key: MailLine.Key) -> MailLine {
        guard let index = idle.lastIndex(where: { $0.key == key }) else { return MailLine(key: key) }
        return idle.remove(at: index)
    }

    mutating func putBack(_ line: MailLine) {
        idle.append(line)
        if idle.count > errandsMax { idle.removeFirst().wire.cut() }
    }

    /// Closes the connections kept for reuse. Cut and not taken leave of: libcurl would wait for the server's goodbye.
    func close() {
        for line in idle { line.wire.cut() }
    }
}
