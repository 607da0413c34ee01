import Glibc
import Testing

@testable import Courier

@Suite(.timeLimit(.minutes(2))) struct `A transfer` {
    @Test func `puts the lease on the wire and nothing else`() async throws {
        let server = TinyServer(answer: okay)
        let lease = Lease.local(
            server.url("/hook?a=1#part"), method: "POST",
            headers: [
                Lease.Header("Content-Type", "application/json"), Lease.Header("X-Empty", ""),
                Lease.Header("X-Text", " grüße\t"),
            ], body: Array("{}".utf8))
        let outcome = await CurlCourier().carry(lease)
        #expect(outcome.leaseID == "lease")
        #expect(outcome.answer?.body == Array("ok".utf8))
        #expect(outcome.answer?.isTruncated == false)
        #expect(outcome.timings.totalMilliseconds > 0)
        let request = try #require(server.requests.first)
        #expect(
            request.lines.sorted()
                == [
                    "POST /hook?a=1 HTTP/1.1", "Host: 127.0.0.1:\(server.port)", "Accept: */*",
                    "Content-Type: application/json", "X-Empty:", "X-Text: grüße", "Content-Length: 2",
                ].sorted())
        #expect(request.body == Array("{}".utf8))
    }

    @Test(
        arguments: [
            ("GET", 0, nil), ("GET", 3, "3"), ("POST", 0, "0"), ("POST", 3, "3"), ("PUT", 0, "0"), ("PUT", 3, "3"),
            ("PATCH", 3, "3"), ("DELETE", 0, nil), ("DELETE", 3, "3"), ("OPTIONS", 0, nil), ("QUERY", 3, "3"),
        ] as [(String, Int, String?)])
    func `frames the body of each method`(method: String, size: Int, length: String?) async throws {
        let server = TinyServer(answer: okay)
        let body = [UInt8](repeating: 0, count: size)
        #expect(await CurlCourier().carry(.local(server.url(), method: method, body: body)).answer?.status == 200)
        let request = try #require(server.requests.first)
        #expect(request.lines.first == "\(method) / HTTP/1.1")
        #expect(request.body == body)
        let lengths = request.lines.filter { $0.hasPrefix("Content-Length: ") }
        #expect(lengths == (length.map { ["Content-Length: \($0)"] } ?? []))
        #expect(!request.head.contains("Content-Type"))
    }

    @Test func `asks for the head only`() async throws {
        let server = TinyServer(answer: "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        let courier = CurlCourier()
        for _ in 1...2 {
            let answer = await courier.carry(.local(server.url(), method: "HEAD")).answer
            #expect(answer?.header("content-length") == "1000")
            #expect(answer?.isTruncated == false)
        }
        #expect(server.connections == 1)
        #expect(server.requests.first?.lines.first == "HEAD / HTTP/1.1")
    }

    @Test func `sends a large body as it is and without asking first`() async throws {
        let server = TinyServer(answer: okay)
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        #expect(await CurlCourier().carry(.local(server.url(), method: "POST", body: body)).answer?.status == 200)
        let request = try #require(server.requests.first)
        #expect(request.body == body)
        #expect(!request.head.contains("Expect"))
    }

    @Test(arguments: [200, 204, 301, 302, 307, 308, 400, 404, 410, 429, 500, 503])
    func `reports any status and follows none`(status: Int) async {
        let server = TinyServer { connection in
            while let request = connection.readRequest() {
                let port = request.lines.first { $0.hasPrefix("Host: ") }?.dropFirst(6) ?? ""
                connection.send("HTTP/1.1 \(status) S\r\nLocation: http://\(port)/next\r\nContent-Length: 0\r\n\r\n")
            }
        }
        let answer = await CurlCourier().carry(.local(server.url(), method: "POST")).answer
        #expect(answer?.status == status)
        #expect(answer?.header("location") == server.url("/next"))
        #expect(server.requests.count == 1)
    }

    @Test func `keeps only the final headers`() async {
        let server = TinyServer(
            answer: "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-Final: 1\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Trailer: 1\r\n\r\n")
        let answer = await CurlCourier().carry(.local(server.url())).answer
        #expect(answer?.headers == [Lease.Header("x-final", "1"), Lease.Header("transfer-encoding", "chunked")])
        #expect(answer?.body == Array("ok".utf8))
        #expect(answer?.isTruncated == false)
    }

    @Test(arguments: [0, 1, 1_000, 100_000])
    func `cuts an endless body`(max: Int) async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n")
            while connection.send("10\r\n0123456789abcdef\r\n") {}
        }
        var limits = patient
        limits.answerBytesMax = max
        let answer = await CurlCourier().carry(.local(server.url(), limits: limits)).answer
        #expect(answer?.status == 202)
        #expect(answer?.body.count == max)
        #expect(answer?.isTruncated == true)
    }

    @Test(arguments: [(2, false), (1, true), (3, false)])
    func `calls a body cut only when more came`(max: Int, isTruncated: Bool) async {
        let server = TinyServer(answer: okay)
        var limits = patient
        limits.answerBytesMax = max
        #expect(await CurlCourier().carry(.local(server.url(), limits: limits)).answer?.isTruncated == isTruncated)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nnonsense\r\n",
    ])
    func `counts a status whose body broke off`(text: String) async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send(text)
        }
        let answer = await CurlCourier().carry(.local(server.url())).answer
        #expect(
            answer
                == Outcome.Answer(
                    status: 200, headers: answer?.headers ?? [], body: Array("hello".utf8), isTruncated: true))
    }

    @Test(arguments: [
        "nonsense\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 2000 OK\r\n\r\n",
    ])
    func `breaks when no final status comes`(text: String) async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send(text)
        }
        let outcome = await CurlCourier().carry(.local(server.url()))
        #expect(outcome.failure?.kind == .broken, "\(outcome)")
        #expect(outcome.address == "127.0.0.1")
    }

    @Test(arguments: [
        "", "HTTP/1.1 200 OK\r\nX-A: b\r\n", "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    ])
    func `is reset when the peer hangs up before the answer is there`(text: String) async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send(text)
        }
        #expect(await CurlCourier().carry(.local(server.url())).failure?.kind == .reset)
    }

    @Test func `breaks on endless headers`() async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n")
            while connection.send("X-A: 0123456789abcdef\r\n") {}
        }
        let failure = await CurlCourier().carry(.local(server.url())).failure
        #expect(failure?.kind == .broken)
        #expect(failure?.detail.contains("headers exceed") == true)
    }

    /// A thousand times as much when unpacked, and what it is when it is not.
    @Test func `unpacks nothing and asks for nothing packed`() async throws {
        let server = TinyServer(
            answer: "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nbomb")
        let answer = await CurlCourier().carry(.local(server.url())).answer
        #expect(answer?.body == Array("bomb".utf8))
        #expect(try #require(server.requests.first).head.lowercased().contains("accept-encoding") == false)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\n": "X: \(String(repeating: "a", count: 1_000))\r\n", "HTTP/1.1 201 OK\r\n": "a:\r\n",
        "HTTP/1.1 202 OK\r\n\r\n": String(repeating: "a", count: 1_000),
        "HTTP/1.1 203 OK\r\nTransfer-Encoding: chunked\r\n\r\n": "1\r\na\r\n",
        "HTTP/1.1 204 OK\r\nX: \(String(repeating: "a", count: 30_000))\r\nTransfer-Encoding: chunked\r\n\r\n":
            "3\r\nabc\r\n", "": "HTTP/1.1 100 Continue\r\n\r\n",
    ])
    func `keeps at most 64 KiB of an endless answer`(beginning: String, piece: String) async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send(beginning)
            while connection.send(piece) {}
        }
        var limits = patient
        limits.answerBytesMax = Lease.Limits().answerBytesMax
        let outcome = await CurlCourier().carry(.local(server.url(), limits: limits))
        let headers = outcome.answer?.headers ?? []
        let bytes = headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        #expect(bytes + (outcome.answer?.body.count ?? 0) <= 65_536)
        #expect(headers.count <= AnswerReader.headerLinesMax)
        #expect(outcome.answer != nil || outcome.failure?.kind == .broken, "\(outcome.result)")
    }

    @Test func `times out when nothing comes`() async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.waitForClose()
        }
        let limits = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: 300)
        let outcome = await CurlCourier().carry(.local(server.url(), limits: limits))
        #expect(outcome.failure?.kind == .timeout)
        #expect(outcome.timings.totalMilliseconds >= 299)
    }

    @Test func `counts a status that came before the time was up`() async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab")
            connection.waitForClose()
        }
        // Each time the machine gets more of it to bring the status; the first is enough for most.
        var answer: Outcome.Answer?
        for milliseconds in [200, 1_000, 5_000, 25_000] where answer == nil {
            let limits = Lease.Limits(connectMilliseconds: 60_000, totalMilliseconds: milliseconds)
            answer = await CurlCourier().carry(.local(server.url(), limits: limits)).answer
        }
        #expect(answer?.status == 200)
        #expect(answer?.isTruncated == true)
    }

    @Test func `finds nobody at a deaf port`() async {
        let deaf = DeafPort()
        let outcome = await CurlCourier().carry(.local("http://127.0.0.1:\(deaf.port)/"))
        #expect(outcome.failure?.kind == .unreachable)
        #expect(outcome.failure?.errno == ECONNREFUSED)
        #expect(outcome.address == nil)
        #expect(outcome.failure?.detail.contains("127.0.0.1") == false)
    }

    @Test func `finds no address for a name that cannot be one`() async {
        // A label of 64 letters is refused by the resolver itself, so no name server is asked.
        let label = String(repeating: "a", count: 64)
        let failure = await CurlCourier().carry(.local("http://\(label)/secret-path")).failure
        #expect(failure?.kind == .unresolved)
        #expect(failure?.detail.contains(label) == false)
        #expect(failure?.detail.contains("secret") == false)
    }

    @Test func `gives up connecting to one who lets the TLS handshake hang`() async {
        let server = TinyServer { $0.waitForClose() }
        let limits = Lease.Limits(connectMilliseconds: 200, totalMilliseconds: 60_000)
        let outcome = await CurlCourier().carry(.local("https://127.0.0.1:\(server.port)/", limits: limits))
        #expect(outcome.failure?.kind == .connectTimeout)
        #expect(outcome.timings.totalMilliseconds >= 199)
    }

    @Test func `meets no TLS at a plain port`() async {
        let server = TinyServer { connection in
            connection.send("HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.waitForClose()
        }
        let outcome = await CurlCourier().carry(.local("https://127.0.0.1:\(server.port)/"))
        #expect(outcome.failure?.kind == .tls)
    }

    @Test func `uses an open connection again`() async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier()
        let first = await courier.carry(.local(server.url("/1"), method: "POST"))
        let second = await courier.carry(.local(server.url("/2"), method: "POST"))
        #expect(!first.isReusedConnection)
        #expect(second.isReusedConnection)
        #expect(second.address == "127.0.0.1")
        #expect(server.connections == 1)
        #expect(server.requests.count == 2)
    }

    @Test func `sends again when a kept connection turns out dead`() async {
        let server = TinyServer { connection in
            connection.readRequest()
            connection.send(okay)
        }
        let courier = CurlCourier()
        for _ in 1...5 { #expect(await courier.carry(.local(server.url(), method: "POST")).answer?.status == 200) }
        #expect(server.requests.count == 5)
    }

    @Test func `obeys no proxy of the environment`() async {
        await #expect(processExitsWith: .success) {
            let server = TinyServer(answer: okay)
            let proxy = TinyServer(answer: "HTTP/1.1 500 Proxy\r\nContent-Length: 0\r\n\r\n")
            for name in ["http_proxy", "ALL_PROXY", "all_proxy"] { setEnvironment(name, proxy.url()) }
            let outcome = await CurlCourier().carry(.local(server.url()))
            precondition(outcome.answer?.status == 200 && proxy.connections == 0)
        }
    }
}
