import Courier
import Foundation
import Glibc

/// How many deliveries a second the courier carries, and what one costs.
///
///     swift run -c release CourierBenchmark COUNT CONCURRENCY URL… [--http2] [--ca FILE]
///
/// POSTs of 1 KiB go to the addresses in turn; `{1-50}` in an address stands for each number of the range.
@main
struct CourierBenchmark {
    static func main() async throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isHTTP2 = arguments.contains("--http2")
        arguments.removeAll { $0 == "--http2" }
        var authorities: String?
        if let index = arguments.firstIndex(of: "--ca"), index + 1 < arguments.count {
            authorities = arguments[index + 1]
            arguments.removeSubrange(index...index + 1)
        }
        guard arguments.count >= 3, let count = Int(arguments[0]), let width = Int(arguments[1]), width > 0 else {
            print("usage: CourierBenchmark COUNT CONCURRENCY URL… [--http2] [--ca FILE]")
            exit(64)
        }
        let urls = arguments.dropFirst(2).flatMap(expand)
        let courier = CurlCourier(inFlightMax: width, caFile: authorities)
        let run = Run(courier: courier, urls: urls, width: width, isHTTP2: isHTTP2)
        _ = await run.carry(max(urls.count, width))
        let cpu = processorMicroseconds()
        let begun = ContinuousClock.now
        let tally = await run.carry(count)
        report(tally, seconds: (.now - begun) / .seconds(1), cpu: processorMicroseconds() - cpu, hosts: urls.count)
    }

    private static func expand(_ url: String) -> [String] {
        guard let match = url.firstMatch(of: #/\{(\d+)-(\d+)\}/#), let first = Int(match.1), let last = Int(match.2),
            first <= last
        else { return [url] }
        return (first...last).map { url.replacingCharacters(in: match.range, with: "\($0)") }
    }

    /// Of all threads; POSIX fixes the unit.
    private static func processorMicroseconds() -> Double { Double(clock()) }

    private static func report(_ tally: Tally, seconds: Double, cpu: Double, hosts: Int) {
        let count = tally.milliseconds.count
        let sorted = tally.milliseconds.sorted()
        let quantile = { (part: Double) in sorted[min(count - 1, Int(Double(count) * part))] }
        let figure = { (value: Double) in String(format: "%.1f", value) }
        print(
            """
            \(count) to \(hosts) hosts: \(Int(Double(count) / seconds))/s, \(figure(cpu / Double(count))) µs CPU each, \
            reuse \(figure(100 * Double(tally.reused) / Double(count))) %, \
            p50 \(figure(quantile(0.5))) ms, p99 \(figure(quantile(0.99))) ms
            """)
        for (what, number) in tally.results.sorted(by: { $0.value > $1.value }) { print("  \(what): \(number)") }
    }
}

struct Tally: Sendable {
    var milliseconds: [Double] = []
    var reused = 0
    var results: [String: Int] = [:]

    mutating func add(_ outcome: Outcome, milliseconds: Double) {
        self.milliseconds.append(milliseconds)
        if outcome.isReusedConnection { reused += 1 }
        switch outcome.result {
        case .answered(let answer):
            results["\(answer.status)\(answer.isTruncated ? ", broken off" : "")", default: 0] += 1
        case .failed(let failure): results["\(failure.kind.rawValue): \(failure.detail)", default: 0] += 1
        }
    }

    mutating func add(_ other: Tally) {
        milliseconds += other.milliseconds
        reused += other.reused
        results.merge(other.results, uniquingKeysWith: +)
    }
}

struct Run {
    let courier: CurlCourier
    let urls: [String]
    let width: Int
    let isHTTP2: Bool
    private let body = [UInt8](repeating: UInt8(ascii: "x"), count: 1_024)

    init(courier: CurlCourier, urls: [String], width: Int, isHTTP2: Bool) {
        self.courier = courier
        self.urls = urls
        self.width = width
        self.isHTTP2 = isHTTP2
    }

    func carry(_ count: Int) async -> Tally {
        await withTaskGroup { group in
            for lane in 0..<width {
                group.addTask {
                    var tally = Tally()
                    for number in stride(from: lane, to: count, by: width) {
                        let begun = ContinuousClock.now
                        let outcome = await courier.carry(lease(number))
                        tally.add(outcome, milliseconds: (.now - begun) / .milliseconds(1))
                    }
                    return tally
                }
            }
            return await group.reduce(into: Tally()) { $0.add($1) }
        }
    }

    /// What a webhook looks like.
    private func lease(_ number: Int) -> Lease {
        Lease(
            id: "dlv_\(number)", method: "POST", url: urls[number % urls.count],
            headers: [
                .init("content-type", "application/json"), .init("user-agent", "pksd/1"),
                .init("webhook-id", "msg_\(number)"), .init("webhook-timestamp", "1790000000"),
                .init("webhook-signature", "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="),
            ], body: body, addresses: .loopbackOnly, httpVersion: isHTTP2 ? .http2 : .http1)
    }
}
