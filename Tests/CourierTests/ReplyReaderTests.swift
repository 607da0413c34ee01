import Testing

@testable import Courier

extension ReplyReader {
    /// A reader that has taken a server's lines before and after libcurl's `MAIL`; nil when the transfer would end.
    fileprivate init?(greeting: [String] = [], envelope: [String]? = nil) {
        self.init()
        for line in greeting where !takeLine(Array(line.utf8)) { return nil }
        guard let envelope else { return }
        beginEnvelope()
        for line in envelope where !takeLine(Array(line.utf8)) { return nil }
    }
}

@Suite struct `Replies of a mail server` {
    @Test(
        arguments: [
            (["550 No\r\n"], 550, "No"), (["550-One\r\n", "550-Two\r\n", "550 Three\r\n"], 550, "One Two Three"),
            (["550\r\n"], 550, ""), (["550 \r\n"], 550, ""), (["550 \u{1b}[31mred\u{7}\u{202e}\r\n"], 550, "[31mred"),
            (["nonsense\r\n", "55x No\r\n", "550xNo\r\n", "550 Yes\r\n"], 550, "Yes"),
        ] as [([String], Int, String)])
    func `are put together and cleaned`(lines: [String], code: Int, text: String) throws {
        let reader = try #require(ReplyReader(envelope: lines))
        #expect(reader.verdict == PostingOutcome.Reply(code: code, text: text))
    }

    @Test(arguments: [
        ["250 One"], ["250 One", "250 Two"], ["250 One", "354 Go on"], ["250-550 One"], ["25", "2", ""],
    ])
    func `decide nothing as long as they agree`(lines: [String]) throws {
        let reader = try #require(ReplyReader(envelope: lines.map { "\($0)\r\n" }))
        #expect(reader.verdict == nil)
    }

    @Test func `decide by the first no, or by the one to the message`() throws {
        let greeting = ["220 Hi\r\n", "502 What\r\n", "250 Hi\r\n"]
        let greeted = try #require(ReplyReader(greeting: greeting))
        #expect(greeted.verdict == nil)
        #expect(greeted.reply(code: 502)?.text == "What")
        #expect(greeted.reply(code: 220) == nil)
        let refused = try #require(ReplyReader(greeting: greeting, envelope: ["550 No\r\n", "221 Bye\r\n"]))
        #expect(refused.verdict?.code == 550)
        let accepted = try #require(
            ReplyReader(
                greeting: greeting, envelope: ["250 OK\r\n", "354 Go\r\n", "250 Done\r\n", "221 Bye\r\n"]))
        #expect(accepted.verdict == PostingOutcome.Reply(code: 250, text: "Done"))
    }

    @Test(arguments: ["x", "é", "🙂", "\u{7}x"]) func `are cut to 512 bytes between characters`(unit: String) throws {
        let reader = try #require(ReplyReader(envelope: ["550 \(String(repeating: unit, count: 3_000))\r\n"]))
        let text = try #require(reader.verdict?.text)
        #expect(509...512 ~= text.utf8.count)
        #expect(!text.contains("\u{fffd}"))
    }

    @Test func `end when they never end`() {
        var reader = ReplyReader()
        let line = Array("220-\(String(repeating: "x", count: 94))\r\n".utf8)
        var lines = 0
        while reader.takeLine(line) { lines += 1 }
        #expect(lines == 655)
        #expect(reader.isTooLong)
    }
}
