import Testing

@testable import Courier

@Suite struct `The answer reader` {
    @Test func `keeps the final answer and no interim one`() throws {
        var reader = AnswerReader(bodyBytesMax: 10)
        try feed(&reader, "HTTP/1.1 100 Continue\r\n", "X-Interim: 1\r\n", "\r\n")
        #expect(!reader.hasFinalStatus)
        try feed(&reader, "HTTP/1.1 103 Early Hints\r\n", "Link: </a>\r\n", "\r\n")
        #expect(reader.answer(isTruncated: false) == nil)
        try feed(&reader, "HTTP/1.1 204 No Content\r\n", "Server: tiny\r\n", "\r\n")
        #expect(
            reader.answer(isTruncated: false)
                == Outcome.Answer(status: 204, headers: [Lease.Header("server", "tiny")]))
    }

    @Test(arguments: [
        ("Retry-After: 120\r\n", "retry-after", "120"), ("X-A:\t b \t\r\n", "x-a", "b"),
        ("X-Empty:\r\n", "x-empty", ""),
        ("X-Colons: a:b:c\r\n", "x-colons", "a:b:c"), ("UPPER: Case\n", "upper", "Case"),
    ])
    func `reads header lines`(line: String, name: String, value: String) throws {
        var reader = AnswerReader(bodyBytesMax: 0)
        try feed(&reader, "HTTP/1.1 200\r\n", line, "\r\n")
        #expect(reader.answer(isTruncated: false)?.headers == [Lease.Header(name, value)])
    }

    @Test func `joins folded lines and skips trailers`() throws {
        var reader = AnswerReader(bodyBytesMax: 0)
        try feed(&reader, "HTTP/1.1 200 OK\r\n", "X-A: one\r\n", "\ttwo\r\n", "\r\n", "X-Trailer: late\r\n", "\r\n")
        #expect(reader.answer(isTruncated: false)?.headers == [Lease.Header("x-a", "one two")])
        #expect(reader.answer(isTruncated: false)?.header("x-trailer") == nil)
    }

    @Test func `does not trust a status before the headers are complete`() throws {
        var reader = AnswerReader(bodyBytesMax: 0)
        try feed(&reader, "HTTP/1.1 200 OK\r\n", "X-A: one\r\n")
        #expect(reader.answer(isTruncated: true) == nil)
    }

    @Test(arguments: ["", "HTTP/1.1\r\n", "HTTP/1.1 abc\r\n", "HTTP/1.1 99 Low\r\n", "ICY 200 OK\r\n"])
    func `refuses what is no status line`(line: String) {
        var reader = AnswerReader(bodyBytesMax: 0)
        let isTaken = reader.takeLine(Array(line.utf8))
        #expect(!isTaken)
    }

    @Test func `stops an answer that is all headers`() throws {
        var reader = AnswerReader(bodyBytesMax: 0)
        try feed(&reader, "HTTP/1.1 200 OK\r\n")
        let line = Array("X-Long: \(String(repeating: "a", count: 8_000))\r\n".utf8)
        var taken = 0
        while taken < 100, reader.takeLine(line) { taken += 1 }
        #expect(taken == 4)
        #expect(reader.hasTooManyHeaders)
    }

    @Test(arguments: [
        (max: 5, pieces: ["abc"], body: "abc", fits: true), (5, ["abc", "de"], "abcde", true),
        (5, ["abc", "def"], "abcde", false), (0, ["a"], "", false), (-1, ["a"], "", false), (0, [""], "", true),
    ])
    func `keeps so much of the body and no more`(max: Int, pieces: [String], body: String, fits: Bool) throws {
        var reader = AnswerReader(bodyBytesMax: max)
        try feed(&reader, "HTTP/1.1 200 OK\r\n", "\r\n")
        let isTaken = pieces.map { reader.takeBody(Array($0.utf8)) }
        #expect(isTaken.allSatisfy(\.self) == fits)
        #expect(reader.answer(isTruncated: !fits)?.body == Array(body.utf8))
    }

    private func feed(_ reader: inout AnswerReader, _ lines: String...) throws {
        for line in lines {
            let isTaken = reader.takeLine(Array(line.utf8))
            try #require(isTaken, "\(line)")
        }
    }
}
