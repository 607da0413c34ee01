import Courier
import Foundation
import Testing

@testable import Receivers

@Suite(.timeLimit(.minutes(2))) struct `A simulated receiver` {
    struct Case: Sendable, CustomTestStringConvertible {
        var behaviour: Behaviour
        var status: Int
        var isTruncated = false
        /// What the receiver counts itself to have said.
        var told: Int?

        var testDescription: String { "\(behaviour)" }
    }

    @Test(arguments: [
        Case(behaviour: .ok, status: 204, told: 204), Case(behaviour: .lenient, status: 204, told: 204),
        Case(behaviour: .slow(milliseconds: 50), status: 204, told: 204),
        Case(behaviour: .fail(), status: 503, told: 503), Case(behaviour: .fail(status: 599), status: 599, told: 599),
        Case(behaviour: .fail(percent: 0), status: 204, told: 204), Case(behaviour: .gone, status: 410, told: 410),
        Case(behaviour: .redirect(), status: 302, told: 302), Case(behaviour: .busy(), status: 429, told: 429),
        Case(behaviour: .strict, status: 401, told: 401), Case(behaviour: .early, status: 204, told: 204),
        Case(behaviour: .interim, status: 204, told: 204), Case(behaviour: .flapping(), status: 204, told: 204),
        Case(behaviour: .drip(milliseconds: 1), status: 200, told: 200),
        Case(behaviour: .endless, status: 200, isTruncated: true, told: 200),
        Case(behaviour: .truncated, status: 200, isTruncated: true, told: 200),
        Case(behaviour: .gzipBomb, status: 200, told: 200), Case(behaviour: .handshake(), status: 204, told: 204),
    ]) func `answers the courier`(expected: Case) async throws {
        let receiver = try await Receiver.start(expected.behaviour, on: .loopback)
        let outcome = await send(id: "evt_1", to: receiver)
        #expect(outcome.answer?.status == expected.status, "\(outcome.result)")
        #expect(outcome.answer?.isTruncated == expected.isTruncated)
        #expect(outcome.answer.map { $0.body.count <= patient.answerBytesMax } == true)
        let seen = await receiver.seen
        #expect(seen.count == 1 && seen.connections == 1 && seen.ids == ["evt_1"])
        #expect(seen.last?.status == expected.told)
        #expect(seen.visitsElsewhere == 0)
        await receiver.stop()
    }

    @Test(arguments: [
        (Behaviour.reset, Outcome.Failure.Kind.reset, 1), (.resetBefore, .reset, 0), (.garbage, .broken, 1),
        (.badLength, .broken, 1), (.crash, .reset, 1), (.endlessHeaders, .broken, 1), (.hang, .timeout, 1),
    ]) func `leaves the courier without a status`(
        behaviour: Behaviour, kind: Outcome.Failure.Kind, count: Int
    ) async throws {
        let receiver = try await Receiver.start(behaviour)
        // Only who hangs makes anybody wait so long.
        let limits = Lease.Limits(totalMilliseconds: behaviour == .hang ? 1_000 : 60_000)
        let outcome = await send(id: "evt_1", to: receiver, limits: limits)
        #expect(outcome.failure?.kind == kind, "\(outcome.result)")
        let seen = try await receiver.seen(atLeast: count)
        #expect(seen.count == count && seen.connections >= 1)
        #expect(seen.statuses == (count == 0 ? [:] : [nil: 1]))
        #expect(seen.acceptedIDs.isEmpty)
        await receiver.stop()
    }

    @Test func `says what it should down to the bytes`() async throws {
        let receiver = try await Receiver.start(.ok)
        func reply(_ behaviour: Behaviour) async -> RawReply {
            await receiver.behave(behaviour)
            return await call(receiver, post.replacing("\r\n\r\n", with: "\r\nconnection: close\r\n\r\n"))
        }
        #expect(await reply(.ok) == RawReply(bytes: Array("HTTP/1.1 204 \r\n\r\n".utf8)))
        #expect(await reply(.reset) == RawReply(ending: .reset))
        #expect(await reply(.resetBefore) == RawReply(ending: .reset))
        #expect(await reply(.crash).text == "HTTP/1.1 200 \r\ncontent-ty")
        #expect(
            await reply(.interim).text
                == "HTTP/1.1 100 \r\n\r\nHTTP/1.1 102 \r\n\r\nHTTP/1.1 103 \r\n\r\nHTTP/1.1 204 \r\n\r\n")
        let truncated = await reply(.truncated).text
        #expect(truncated.contains("content-length: 17\r\n\r\n{\"received\":") && !truncated.hasSuffix("}"))
        let garbage = await reply(.garbage)
        #expect(garbage.bytes.count == 256 && garbage.bytes.allSatisfy { $0 >= 0x80 })
        await receiver.stop()
    }

    @Test func `that answers early does not wait for the body`() async throws {
        let receiver = try await Receiver.start(.early)
        let head = "POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000000\r\nwebhook-id: evt_1\r\n\r\n"
        #expect(await call(receiver, head) == RawReply(bytes: Array("HTTP/1.1 204 \r\n\r\n".utf8)))
        #expect(await receiver.seen.acceptedIDs == ["evt_1"])
        await receiver.stop()
    }

    @Test func `that answers early may break the connection of who still sends, and counts it once`() async throws {
        let receiver = try await Receiver.start(.early)
        let outcome = await send(String(repeating: "x", count: 8_000_000), id: "evt_1", to: receiver)
        #expect(outcome.answer?.status == 204 || outcome.failure?.kind == .broken, "\(outcome.result)")
        #expect(await receiver.seen.count == 1)
        await receiver.stop()
    }

    @Test func `sends a bomb that the courier leaves alone and that really goes off`() async throws {
        let receiver = try await Receiver.start(.gzipBomb)
        let answer = await send(to: receiver).answer
        #expect(answer?.header("content-encoding") == "gzip" && answer?.body == GzipBomb.bytes)
        await receiver.stop()
        let run = try Programs.Run("/usr/bin/env", ["gzip", "-dc"], input: Data(answer?.body ?? []))
        #expect(try await run.end() == 0)
        #expect(run.output.utf8.count == GzipBomb.expandedBytes)
        #expect(run.output.utf8.allSatisfy { $0 == 0 })
    }

    @Test func `counts each of many that come at once`() async throws {
        let receiver = try await Receiver.start(.slow(milliseconds: 20))
        let courier = CurlCourier(inFlightMax: 64)
        await withTaskGroup { group in
            for number in 1...500 {
                group.addTask { _ = await send(id: "\(number)", to: receiver, by: courier) }
            }
        }
        let seen = await receiver.seen
        #expect(seen.arrivals.map(\.number) == Array(1...500))
        #expect(seen.acceptedIDs.count == 500 && seen.repeats == 0)
        #expect((1...64).contains(seen.connections))
        await receiver.stop()
    }

    @Test func `that drips sends one byte at a time`() async throws {
        let receiver = try await Receiver.start(.drip(milliseconds: 200))
        let start = ContinuousClock.now
        let reply = await call(receiver, post, until: 4)
        #expect(reply.text == "HTTP")
        #expect(.now - start >= .milliseconds(600))
        await receiver.stop()
    }

    @Test func `that is busy says until when`() async throws {
        let now = Date(timeIntervalSince1970: 784_111_777)
        var options = Receiver.Options()
        options.now = { now }
        let receiver = try await Receiver.start(.busy(seconds: 7), options)
        #expect(await send(to: receiver).answer?.header("retry-after") == "7")
        await receiver.behave(.busy(seconds: 60, asDate: true))
        #expect(await send(to: receiver).answer?.header("retry-after") == "Sun, 06 Nov 1994 08:50:37 GMT")
        await receiver.stop()
    }

    @Test func `that redirects counts who comes, and the courier does not`() async throws {
        let receiver = try await Receiver.start(.redirect())
        let location = await send(to: receiver).answer?.header("location")
        #expect(location == "/followed")
        #expect(await receiver.seen.visitsElsewhere == 0)
        _ = await send(path: location ?? "", to: receiver)
        #expect(await receiver.seen.visitsElsewhere == 1)
        #expect(await receiver.seen.count == 1)
        await receiver.behave(.redirect(to: "http://127.0.0.1:9/x"))
        #expect(await send(to: receiver).answer?.header("location") == "http://127.0.0.1:9/x")
        await receiver.stop()
    }

    @Test func `consents to the handshake of CloudEvents`() async throws {
        let receiver = try await Receiver.start(.handshake())
        func shake(_ headers: Lease.Header...) async -> Outcome.Answer? {
            await send("", method: "OPTIONS", headers: headers, to: receiver).answer
        }
        let origin = Lease.Header("WebHook-Request-Origin", "pksd.example.org")
        let consent = await shake(origin, Lease.Header("WebHook-Request-Rate", "120"))
        #expect(consent?.header("webhook-allowed-origin") == "pksd.example.org")
        #expect(consent?.header("webhook-allowed-rate") == "120")
        #expect(await shake(origin)?.header("webhook-allowed-rate") == "*")
        #expect(await shake()?.header("webhook-allowed-origin") == nil)
        await receiver.behave(.handshake(rate: 60))
        let less = await shake(origin, Lease.Header("WebHook-Request-Rate", "120"))
        #expect(less?.header("webhook-allowed-rate") == "60")
        await receiver.stop()
    }

    @Test func `flaps and fails the same way each time`() async throws {
        func statuses(_ behaviour: Behaviour, seed: UInt64, _ count: Int) async throws -> [Int?] {
            var options = Receiver.Options()
            options.seed = seed
            let receiver = try await Receiver.start(behaviour, options)
            let courier = CurlCourier()
            for _ in 1...count { _ = await send(to: receiver, by: courier) }
            await receiver.stop()
            #expect(await receiver.seen.connections == 1)
            return await receiver.seen.arrivals.map(\.status)
        }
        #expect(try await statuses(.flapping(every: 2), seed: 1, 6) == [204, 204, 503, 503, 204, 204])
        let first = try await statuses(.fail(percent: 30), seed: 1, 200)
        #expect(try await statuses(.fail(percent: 30), seed: 1, 200) == first)
        #expect(try await statuses(.fail(percent: 30), seed: 2, 200) != first)
        #expect((30...90).contains(first.filter { $0 == 503 }.count))
    }

    @Test func `judges signatures, and the strict one acts on it`() async throws {
        var options = Receiver.Options(verifier: try SignatureVerifier([Vector.secret, Vector.publicKey]))
        options.now = { Vector.now }
        let receiver = try await Receiver.start(.strict, options)
        func status(_ signatures: String?, timestamp: String = Vector.timestamp) async -> Int? {
            let headers =
                [Lease.Header("webhook-timestamp", timestamp)]
                + (signatures.map { [Lease.Header("webhook-signature", $0)] } ?? [])
            let body = String(decoding: Vector.body, as: UTF8.self)
            return await send(body, id: Vector.id, headers: headers, to: receiver).answer?.status
        }
        #expect(await status(Vector.v1) == 204)
        #expect(await status(Vector.v1a) == 204)
        #expect(await status("v1,AAAA") == 401)
        #expect(await status(nil) == 401)
        await receiver.behave(.ok)
        #expect(await status("v1,AAAA") == 204)
        await receiver.behave(.lenient)
        #expect(await status("v1,AAAA") == 204)
        #expect(await receiver.seen.verdicts == [.valid: 2, .wrong: 2, .unsigned: 1, .unchecked: 1])
        await receiver.stop()
    }

    @Test func `stops while somebody waits, and lets go of its port`() async throws {
        let receiver = try await Receiver.start(.hang)
        async let outcome = send(to: receiver)
        _ = try await receiver.seen(atLeast: 1)
        await receiver.stop()
        #expect(await outcome.failure?.kind == .reset)
        #expect(await send(to: receiver).failure?.kind == .unreachable)
        let address = try #require(ListenAddress("127.0.0.1:\(receiver.port)"))
        let next = try await Receiver.start(.ok, on: address)
        #expect(await send(to: next).answer?.status == 204)
        await next.stop()
    }

    @Test func `stops at any moment, and hangs up on everybody`() async throws {
        for _ in 1...30 {
            let receiver = try await Receiver.start(.hang)
            await withTaskGroup { group in
                for _ in 1...20 {
                    group.addTask {
                        // Accepted or not, nobody is left waiting.
                        let outcome = await send(to: receiver)
                        #expect(outcome.failure.map { $0.kind != .timeout } == true, "\(outcome.result)")
                    }
                }
                group.addTask {
                    while await receiver.seen.connections == 0 { await Task.yield() }
                    await receiver.stop()
                }
            }
        }
    }

    @Test(arguments: [
        ("hello\r\n\r\n", 400), ("POST /\r\n\r\n", 400), ("POST / HTTP/2\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nx\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab", 400),
        ("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        ("POST / HTTP/1.1\r\ncontent-length: 9223372036854775807\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nx: \(String(repeating: "x", count: 70_000))", 431),
    ]) func `refuses what it cannot read`(text: String, status: Int) async throws {
        let receiver = try await Receiver.start(.ok)
        let reply = await call(receiver, text, until: 12)
        #expect(reply.text.hasPrefix("HTTP/1.1 \(status) "))
        #expect(await receiver.seen.malformed == 1)
        #expect(await receiver.seen.count == 0)
        await receiver.stop()
    }

    @Test func `reads requests that come in pieces and several at once`() async throws {
        let receiver = try await Receiver.start(.ok)
        let last = post.replacing("evt_1", with: "evt_2").replacing("\r\n\r\n", with: "\r\nConnection: close\r\n\r\n")
        let reply = await call(receiver, post + last)
        #expect(reply.text == "HTTP/1.1 204 \r\n\r\nHTTP/1.1 204 \r\n\r\n")
        #expect(await receiver.seen.ids == ["evt_1", "evt_2"])
        let large = String(repeating: "x", count: 3_000_000)
        #expect(await send(large, to: receiver).answer?.status == 204)
        #expect(await receiver.seen.last?.request.body.count == 3_000_000)
        await receiver.stop()
    }
}
