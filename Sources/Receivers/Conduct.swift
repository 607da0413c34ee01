/// What a receiver does with one request, down to the bytes.
struct Conduct {
    /// What the sender is told; nil where no whole status reaches it.
    var status: Int?
    var act: Act

    enum Act {
        /// Says this after a while and goes on listening.
        case say([UInt8], after: Duration)
        /// Says this and hangs up.
        case hangUp([UInt8])
        /// Says this one byte at a time and hangs up.
        case drip([UInt8], every: Duration)
        /// Says the first, then the second for ever.
        case ramble([UInt8], [UInt8])
        /// Says nothing and keeps the line.
        case silence
        /// Breaks the connection with a RST.
        case reset
    }

    static func answer(_ answer: Answer, after delay: Duration = .zero) -> Conduct {
        Conduct(status: answer.status, act: .say(answer.bytes, after: delay))
    }

    static func status(_ status: Int, _ headers: (name: String, value: String)...) -> Conduct {
        answer(Answer(status: status, headers: headers))
    }
}
