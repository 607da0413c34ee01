import Glibc
import NIOCore

typealias Connection = NIOAsyncChannel<ByteBuffer, ByteBuffer>

/// One connection to a simulated receiver, from its beginning to its end.
struct Conversation {
    private let channel: any Channel
    private let reception: Reception
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var reader = RequestReader()

    /// Returns when either side has hung up.
    static func hold(_ connection: Connection, _ reception: Reception) async {
        // A caller that goes is no error here; what it got to see is its own to judge.
        try? await connection.executeThenClose { inbound, outbound in
            var conversation = Conversation(
                channel: connection.channel, reception: reception, inbound: inbound.makeAsyncIterator(),
                outbound: outbound)
            try await conversation.run()
        }
    }

    private mutating func run() async throws {
        let (number, isWelcome) = await reception.welcome()
        guard isWelcome else { return try await reset() }
        do {
            while var request = try await head() {
                if await reception.behaviour != .early {
                    if request.header("expect") != nil { try await say(Answer(status: 100).bytes) }
                    guard let body = try await body(of: request) else { return }
                    request.body = body
                }
                let conduct = try await reception.receive(request, on: number)
                guard try await act(conduct.act), !request.wantsClose else { return }
            }
        } catch let fault as RequestReader.Fault {
            await reception.noteMalformed()
            try await say(Answer(status: fault.rawValue, headers: [("connection", "close")]).bytes)
        }
    }

    private mutating func head() async throws -> Request? {
        while true {
            if let head = try reader.head() { return head }
            guard let piece = try await inbound.next() else { return nil }
            reader.take(piece)
        }
    }

    private mutating func body(of request: Request) async throws -> [UInt8]? {
        while true {
            if let body = try reader.body(of: request) { return body }
            guard let piece = try await inbound.next() else { return nil }
            reader.take(piece)
        }
    }

    /// True where the connection may go on.
    private mutating func act(_ act: Conduct.Act) async throws -> Bool {
        switch act {
        case .say(let bytes, let delay):
            if delay > .zero { try await Task.sleep(for: delay) }
            try await say(bytes)
            return true
        case .hangUp(let bytes): try await say(bytes)
        case .drip(let bytes, let pause):
            for byte in bytes {
                try await say([byte])
                try await Task.sleep(for: pause)
            }
        case .ramble(let opening, let more):
            try await say(opening)
            while true { try await say(more) }
        case .silence: while try await inbound.next() != nil {}
        case .reset: try await reset()
        }
        return false
    }

    private func say(_ bytes: [UInt8]) async throws {
        try await outbound.write(ByteBuffer(bytes: bytes))
    }

    /// A connection that is not to linger ends in a RST.
    private func reset() async throws {
        try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
}
