import Courier
import Foundation
import Testing

@Suite(.enabled(if: Nginx.isInstalled, "nginx-light is not installed"), .timeLimit(.minutes(2)))
struct `HTTP/2` {
    @Test func `is spoken by choice only, and where the server does`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(caFile: nginx.caFile)
        let versions: [(Lease.HTTPVersion, Int, String)] = [
            (.http2, nginx.secondPort, "2"), (.http1, nginx.secondPort, "1.1"), (.http2, nginx.securePort, "1.1"),
        ]
        for (version, port, spoken) in versions {
            var lease = Lease.local("https://127.0.0.1:\(port)/")
            lease.httpVersion = version
            let outcome = await courier.carry(lease)
            #expect(outcome.answer?.status == 204)
            #expect(outcome.httpVersion == spoken)
        }
        var plain = Lease.local("http://127.0.0.1:\(nginx.plainPort)/")
        plain.httpVersion = .http2
        #expect(await courier.carry(plain).httpVersion == "1.1")
    }

    /// nginx's `return` answers before it has read the body; libcurl 7.88 calls many such streams broken although the
    /// status had come, and leaves a few hanging.
    @Test func `counts every status a server gave before it had read the body`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(inFlightMax: 64, caFile: nginx.caFile)
        let body = [UInt8](repeating: 1, count: 1_024)
        let count = 5_000
        let outcomes = await withTaskGroup { group in
            for _ in 1...64 {
                group.addTask {
                    var outcomes: [Outcome] = []
                    for _ in 0..<(count / 64) {
                        var lease = Lease.local(
                            "https://127.0.0.1:\(nginx.secondPort)/", method: "POST", body: body)
                        lease.httpVersion = .http2
                        outcomes.append(await courier.carry(lease))
                    }
                    return outcomes
                }
            }
            return await group.reduce(into: [Outcome]()) { $0 += $1 }
        }
        #expect(outcomes.count == count / 64 * 64)
        #expect(outcomes.allSatisfy { $0.httpVersion == "2" })
        #expect(
            outcomes.count { $0.answer?.status == 204 } == outcomes.count, "\(outcomes.compactMap(\.failure).prefix(3))"
        )
        #expect(outcomes.allSatisfy { $0.timings.totalMilliseconds < 59_000 })
        #expect(try nginx.log().count { $0.hasPrefix("204 ") } >= outcomes.count)
    }

    @Test func `waits a second and no longer for a stream that hangs after its status`() async throws {
        let nginx = try await Nginx()
        let hanging = TinyServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 202 Accepted\r\nContent-Length: 100\r\n\r\nhello")
            connection.waitForClose()
        }
        var lease = Lease.local("https://127.0.0.1:\(nginx.secondPort)/through?port=\(hanging.port)", method: "POST")
        lease.httpVersion = .http2
        let outcome = await CurlCourier(caFile: nginx.caFile).carry(lease)
        #expect(outcome.answer?.status == 202)
        #expect(outcome.answer?.body == Array("hello".utf8))
        #expect(outcome.answer?.isTruncated == true)
        // The lease itself has a minute, and so has nginx.
        #expect(900...30_000 ~= outcome.timings.totalMilliseconds)
    }

    @Test func `gives a server that thinks all the time the lease has`() async throws {
        let nginx = try await Nginx()
        let slow = TinyServer { connection in
            connection.readRequest()
            Thread.sleep(forTimeInterval: 2.5)
            connection.send("HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\n\r\nhello")
        }
        var lease = Lease.local("https://127.0.0.1:\(nginx.secondPort)/through?port=\(slow.port)", method: "POST")
        lease.httpVersion = .http2
        let outcome = await CurlCourier(caFile: nginx.caFile).carry(lease)
        #expect(outcome.answer?.status == 202)
        #expect(outcome.answer?.isTruncated == false)
    }
}
