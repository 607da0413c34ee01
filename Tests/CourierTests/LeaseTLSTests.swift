import Courier
import Foundation
import Testing

@Suite(.enabled(if: Nginx.isInstalled, "nginx-light is not installed"), .timeLimit(.minutes(2)))
struct `The TLS of a lease` {
    @Test func `replaces the authorities of the system and of the courier`() async throws {
        let nginx = try await Nginx()
        let stranger = try await Nginx()
        var lease = Lease.local("https://127.0.0.1:\(nginx.securePort)/")
        #expect(await CurlCourier().carry(lease).failure?.kind == .tls)
        lease.tls.authorities = try nginx.pem("ca.pem")
        #expect(await CurlCourier().carry(lease).answer?.status == 204)
        // The courier's own authority would be the right one; the lease's alone counts.
        let courier = CurlCourier(caFile: nginx.caFile)
        #expect(await courier.carry(.local(lease.url)).answer?.status == 204)
        lease.tls.authorities = try stranger.pem("ca.pem")
        #expect(await courier.carry(lease).failure?.kind == .tls)
        lease.tls.authorities = "no PEM at all"
        #expect(await courier.carry(lease).failure?.kind == .tls)
    }

    @Test func `proves who the client is, each over a connection of its own`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(caFile: nginx.caFile)
        let url = "https://127.0.0.1:\(nginx.mutualPort)/"
        #expect(await courier.carry(.local(url)).answer?.status == 400)
        for round in 1...3 {
            for name in ["anna", "budi"] {
                var lease = Lease.local(url)
                lease.tls = try Lease.TLS(certificate: nginx.pem("\(name).pem"), key: nginx.pem("\(name).key"))
                let outcome = await courier.carry(lease)
                #expect(outcome.answer?.status == 200)
                #expect(outcome.answer?.body == Array("CN=\(name)".utf8))
                #expect(outcome.isReusedConnection == (round > 1))
            }
        }
        #expect(await courier.carry(.local(url)).answer?.status == 400)
    }

    @Test func `fails with a key that is another's, encrypted, or none, and tells nothing of it`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(caFile: nginx.caFile)
        let encrypted = try await run(
            "/usr/bin/openssl", ["ec", "-in", "anna.key", "-aes128", "-passout", "pass:x", "-out", "locked.key"],
            in: nginx.directory)
        #expect(encrypted == 0)
        for key in try [nginx.pem("budi.key"), nginx.pem("locked.key"), "secret"] {
            var lease = Lease.local("https://127.0.0.1:\(nginx.mutualPort)/")
            lease.tls = try Lease.TLS(certificate: nginx.pem("anna.pem"), key: key)
            let outcome = await courier.carry(lease)
            #expect(outcome.failure?.kind == .tls)
            #expect(outcome.failure?.detail.contains(key.prefix(20)) == false)
        }
    }

    @Test func `takes up a session where the connection was closed`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(caFile: nginx.caFile)
        for _ in 1...5 {
            let outcome = await courier.carry(.local("https://127.0.0.1:\(nginx.securePort)/closes"))
            #expect(outcome.answer?.status == 204)
            #expect(!outcome.isReusedConnection)
        }
        // nginx writes “r” for a resumed session; all handshakes but the first were.
        let lines = try nginx.log().filter { $0 == "204 r \(nginx.securePort)" }
        #expect(lines.count == 4)
    }

    @Test func `is looked at by a lease that wants the certificates`() async throws {
        let nginx = try await Nginx()
        let courier = CurlCourier(caFile: nginx.caFile)
        var lease = Lease.local("https://127.0.0.1:\(nginx.securePort)/")
        #expect(await courier.carry(lease).certificates.isEmpty)
        lease.wantsCertificates = true
        for _ in 1...2 {
            let outcome = await courier.carry(lease)
            #expect(outcome.answer?.status == 204)
            let certificate = try #require(outcome.certificates.first)
            #expect(certificate.subject == "CN = tiny")
            #expect(certificate.issuer == "CN = Courier Test Authority")
            #expect(certificate.names == ["IP Address:127.0.0.1"])
            let days = Double(try #require(certificate.notAfter)) / 86_400_000 - Date().timeIntervalSince1970 / 86_400
            #expect(1.5...2.5 ~= days)
        }
        lease.wantsCertificates = false
        #expect(await courier.carry(lease).certificates.isEmpty)
    }

    @Test func `keeps its key to itself`() throws {
        var lease = Lease.local("https://127.0.0.1/")
        lease.tls = Lease.TLS(authorities: "AUTHORITY", certificate: "CERTIFICATE", key: "SECRET")
        var dumped = ""
        dump(lease, to: &dumped)
        let data = try JSONEncoder().encode(lease)
        let texts = ["\(lease)", String(reflecting: lease), dumped, String(decoding: data, as: UTF8.self)]
        for text in texts { #expect(!text.contains("SECRET")) }
        let decoded = try JSONDecoder().decode(Lease.self, from: data)
        #expect(decoded.tls == Lease.TLS(authorities: "AUTHORITY", certificate: "CERTIFICATE"))
    }
}
