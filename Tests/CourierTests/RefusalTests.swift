import Courier
import Testing

@Suite(.timeLimit(.minutes(2))) struct `Leases that never leave` {
    @Test(arguments: [
        "", "example.org", "//example.org/", "/path", "http:", "http://", "http:///", "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/", "ws://127.0.0.1/", "dict://127.0.0.1:1/", "javascript:alert(1)",
        "http://user@127.0.0.1/",
        "http://user:secret@127.0.0.1/", "http://:secret@127.0.0.1/", "http://127.0.0.1:99999/",
        "http://127.0.0.1:port/",
        "http://[::1/", "http://exa mple/", "http://127.0.0.1/a b", "http://127.0.0.1/\r\nX: y", "http://127.0.0.1/\n",
        "http://127.0.0.1/\u{0}", "http://127.0.0.1\u{0}.example.org/", "http://127.0.0.1\\@example.org/",
    ])
    func `have a bad address`(url: String) async {
        let failure = await CurlCourier().carry(.local(url)).failure
        #expect(failure?.kind == .badAddress)
        #expect(failure?.detail.contains("secret") == false)
    }

    @Test(arguments: [
        Lease.Header("X-A", "one\r\nX-B: two"), Lease.Header("X-A", "one\ntwo"), Lease.Header("X-A", "one\rtwo"),
        Lease.Header("X-A", "one\u{0}two"), Lease.Header("X-A", "\u{7f}"), Lease.Header("X-A\r\nX-B", "one"),
        Lease.Header("X-A\n", "one"), Lease.Header("X-A\u{0}", "one"), Lease.Header("", "one"),
        Lease.Header("X A", "one"),
        Lease.Header("X-A:", "one"), Lease.Header("X-Ä", "one"), Lease.Header("X-A;", ""),
        Lease.Header("Content-Length", "1"), Lease.Header("transfer-encoding", "chunked"),
        Lease.Header("EXPECT", "100-continue"),
    ])
    func `have a bad header`(header: Lease.Header) async {
        let server = TinyServer(answer: okay)
        let outcome = await CurlCourier().carry(.local(server.url(), headers: [Lease.Header("X-Good", "1"), header]))
        #expect(outcome.failure?.kind == .badHeader)
        #expect(server.connections == 0)
    }

    @Test(arguments: ["", "get", "GET ", "GET / HTTP/1.1\r\nX:", "CONNECT", "TRACE", "PÖST", "GET\u{0}"])
    func `have a bad method`(method: String) async {
        let server = TinyServer(answer: okay)
        let outcome = await CurlCourier().carry(.local(server.url(), method: method))
        #expect(outcome.failure?.kind == .badHeader)
        #expect(server.connections == 0)
    }

    @Test(arguments: [
        "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f.1", "0x7f000001", "0x7F.0x0.0x0.0x1",
        "0177.0.0.1", "0177.1", "017700000001", "00000177.0.0.01", "localhost", "LOCALHOST", "sub.localhost", "[::1]",
        "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::FFFF:7F00:0001]",
        "[0:0:0:0:0:ffff:127.0.0.1]",
        "[::127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[::]", "0", "0.0.0.0",
        "0x0",
        "10.0.0.1", "10.1", "167772161", "169.254.169.254", "2852039166", "0xa9fea9fe", "[::ffff:169.254.169.254]",
        "[fd00:ec2::254]", "[fe80::1]", "[fec0::1]", "172.16.0.1", "192.168.1.1", "100.100.100.200", "168.63.129.16",
        "255.255.255.255", "4294967295", "224.0.0.1", "[ff02::1]", "%31%32%37.0.0.1",
    ])
    func `would reach an address that is not public`(host: String) async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier()
        let outcome = await courier.carry(.local(server.url(host: host), addresses: .publicOnly(except: [])))
        #expect(outcome.failure?.kind == .forbiddenAddress)
        #expect(outcome.address == nil)
        #expect(server.connections == 0)
    }

    @Test func `would use an open connection that their rules forbid`() async {
        let server = TinyServer(answer: okay)
        let courier = CurlCourier()
        #expect(await courier.carry(.local(server.url())).answer?.status == 200)
        let refused = await courier.carry(.local(server.url(), addresses: .publicOnly(except: [])))
        #expect(refused.failure?.kind == .forbiddenAddress)
        #expect(refused.failure?.detail.contains("127.0.0.1") == true)
        #expect(server.requests.count == 1)
        #expect(server.connections == 1)
    }

    @Test func `may go where an exception allows it`() async throws {
        let server = TinyServer(answer: okay)
        let exception = try #require(CIDR("127.0.0.0/8"))
        let outcome = await CurlCourier().carry(.local(server.url(), addresses: .publicOnly(except: [exception])))
        #expect(outcome.answer?.status == 200)
        #expect(outcome.address == "127.0.0.1")
    }
}
