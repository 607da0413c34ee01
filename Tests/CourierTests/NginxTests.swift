import Courier
import Testing

@Suite(.enabled(if: Nginx.isInstalled, "nginx-light is not installed"), .timeLimit(.minutes(2)))
struct `A real web server` {
    @Test func `answers, redirects without being followed, and is cut`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier()
        let base = "http://127.0.0.1:\(nginx.plainPort)"
        let created = await courier.carry(.local("\(base)/", method: "POST", body: Array("{}".utf8)))
        #expect(created.answer?.status == 204)
        let moved = await courier.carry(.local("\(base)/moved", method: "POST", body: Array("{}".utf8)))
        #expect(moved.answer?.status == 302)
        #expect(moved.answer?.header("location") == "\(base)/")
        #expect(moved.isReusedConnection)
        var limits = patient
        limits.answerBytesMax = 100
        let large = await courier.carry(.local("\(base)/large", limits: limits))
        #expect(large.answer?.body.count == 100)
        #expect(large.answer?.isTruncated == true)
    }

    @Test func `is believed over TLS only with an authority we know`() async throws {
        let nginx = try await Nginx()
        let base = "https://127.0.0.1:\(nginx.securePort)/"
        let stranger = await CurlCourier().carry(.local(base))
        #expect(stranger.failure?.kind == .tls)
        #expect(stranger.address == "127.0.0.1")

        let courier = CurlCourier(caFile: nginx.caFile)
        let first = await courier.carry(.local(base, method: "POST", body: [1]))
        #expect(first.answer?.status == 204)
        #expect(first.timings.connectedMilliseconds > 0)
        #expect(await courier.carry(.local(base)).isReusedConnection)
        // The certificate names 127.0.0.1 alone.
        let misnamed = await courier.carry(.local("https://localhost:\(nginx.securePort)/"))
        #expect(misnamed.failure?.kind == .tls)
        #expect(misnamed.failure?.detail.contains("localhost") == false)
    }

    @Test func `is not met with an authority file that is missing`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(caFile: "\(nginx.caFile).missing")
        #expect(await courier.carry(.local("https://127.0.0.1:\(nginx.securePort)/")).failure?.kind == .tls)
    }

    @Test func `serves many leases over few connections`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(inFlightMax: 16, caFile: nginx.caFile)
        let outcomes = await withTaskGroup { group in
            for number in 1...200 {
                let base =
                    number.isMultiple(of: 2)
                    ? "http://127.0.0.1:\(nginx.plainPort)" : "https://127.0.0.1:\(nginx.securePort)"
                group.addTask { await courier.carry(.local("\(base)/\(number)", method: "POST", body: [1, 2, 3])) }
            }
            return await group.reduce(into: [Outcome]()) { $0.append($1) }
        }
        #expect(outcomes.count == 200)
        #expect(outcomes.allSatisfy { $0.answer?.status == 204 })
        #expect(outcomes.count { $0.isReusedConnection } >= 100)
    }
}
