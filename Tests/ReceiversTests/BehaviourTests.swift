import Documents
import Testing

@testable import Receivers

@Suite struct `A behaviour` {
    @Test(arguments: [
        ("ok", Behaviour.ok), ("slow=500", .slow(milliseconds: 500)), ("fail", .fail()),
        ("fail=500", .fail(status: 500)),
        ("fail=502,20", .fail(status: 502, percent: 20)), ("busy", .busy()), ("busy=7", .busy(seconds: 7)),
        ("busy=7,date", .busy(seconds: 7, asDate: true)), ("redirect", .redirect()),
        ("redirect=http://127.0.0.1:1/a,b=c", .redirect(to: "http://127.0.0.1:1/a,b=c")),
        ("drip=5", .drip(milliseconds: 5)), ("flapping=3", .flapping(every: 3)), ("handshake", .handshake()),
        ("handshake=120", .handshake(rate: 120)),
    ]) func `is read from its name and parameters`(text: String, expected: Behaviour) throws {
        #expect(try Behaviour(text) == expected)
    }

    @Test(arguments: [
        "slow", "slow=", "slow=fast", "slow=-1", "slow=1,2", "fail=99", "fail=503,101", "fail=503,20,1", "busy=1,dat",
        "ok=1", "ok=", "flapping=0", "drip=0", "gone=now",
    ]) func `is not read from other parameters`(text: String) throws {
        let kind = text.prefix { $0 != "=" }
        let fault = #expect(throws: Behaviour.Fault.self) { try Behaviour(text) }
        #expect(fault?.message.en.contains("'\(kind)' is written \(kind)") == true)
    }

    @Test func `of an unknown name is none`() {
        #expect(throws: Behaviour.Fault.unknownKind("okay")) { try Behaviour("okay") }
        #expect(throws: Behaviour.Fault.unknownKind("")) { try Behaviour("") }
    }

    @Test func `has a name of its own and a sentence in both languages`() throws {
        let kinds = Behaviour.kinds
        #expect(Set(kinds.map(\.name)).count == kinds.count)
        for kind in kinds {
            #expect(
                kind.summary.id.hasSuffix(".") && kind.summary.en.hasSuffix(".") && kind.summary.id != kind.summary.en)
            if kind.parameters.isEmpty || kind.parameters.hasPrefix("[") { _ = try Behaviour(kind.name) }
        }
    }

    @Test(arguments: [
        ("127.0.0.1:9000", "127.0.0.1", 9_000), ("127.8.9.1:1", "127.8.9.1", 1), ("[::1]:80", "::1", 80),
        ("localhost:0", "127.0.0.1", 0), ("8080", "127.0.0.1", 8_080),
    ]) func `listens on an address of the loopback`(text: String, host: String, port: Int) {
        let address = ListenAddress(text)
        #expect(address?.host == host && address?.port == port)
    }

    @Test(arguments: [
        "", ":", ":80", "0.0.0.0:80", "10.0.0.1:80", "[::]:80", "::1", "::1:80", "127.0.0.1", "127.0.0.1:65536",
        "127.1:80",
        "127.0.0.1:-1", "127.0.0.1.example.org:80", "example.org:80",
    ]) func `listens on no other`(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
