public import Metrics
import Synchronization

/// Keeps what is counted and writes it in Prometheus' text format (version 0.0.4).
///
/// Timers become histograms in seconds with fixed buckets, from 1 ms to a minute.
public final class Prometheus: MetricsFactory {
    private struct Key: Hashable {
        var name: String
        var labels: String
    }

    private static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]

    private let counters = Mutex<[Key: Count]>([:])
    private let histograms = Mutex<[Key: Histogram]>([:])

    public init() {}

    private static func key(_ label: String, _ dimensions: [(String, String)]) -> Key {
        let labels = dimensions.map { name, value in
            let value = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name)=\"\(value)\""
        }
        return Key(name: label, labels: labels.joined(separator: ","))
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        let key = Prometheus.key(label, dimensions)
        return counters.withLock { counters in
            if let count = counters[key] { return count }
            let count = Count()
            counters[key] = count
            return count
        }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        let key = Prometheus.key(label, dimensions)
        return histograms.withLock { histograms in
            if let histogram = histograms[key] { return histogram }
            let histogram = Histogram(bounds: Prometheus.bounds)
            histograms[key] = histogram
            return histogram
        }
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}

    /// Everything counted so far, with the gauges of this moment.
    public func text(gauges: [(name: String, labels: String, value: Int)]) -> String {
        var lines: [String] = []
        func line(_ name: String, _ labels: String, _ value: some CustomStringConvertible) {
            lines.append(labels.isEmpty ? "\(name) \(value)" : "\(name){\(labels)} \(value)")
        }
        func sorted<Value>(_ values: [Key: Value]) -> [String: [(String, Value)]] {
            Dictionary(grouping: values.sorted { $0.key.labels < $1.key.labels }, by: \.key.name)
                .mapValues { $0.map { ($0.key.labels, $0.value) } }
        }
        for (name, counts) in sorted(counters.withLock { $0 }).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) counter")
            for (labels, count) in counts { line(name, labels, count.value) }
        }
        for (name, histograms) in sorted(histograms.withLock { $0 }).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) histogram")
            for (labels, histogram) in histograms {
                let (counts, sum) = histogram.snapshot
                var total = 0
                for (bound, count) in zip(Prometheus.bounds.map(\.description) + ["+Inf"], counts) {
                    total += count
                    line("\(name)_bucket", (labels.isEmpty ? "" : labels + ",") + "le=\"\(bound)\"", total)
                }
                line("\(name)_sum", labels, sum)
                line("\(name)_count", labels, total)
            }
        }
        for (name, same) in Dictionary(grouping: gauges, by: \.name).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) gauge")
            for gauge in same { line(name, gauge.labels, gauge.value) }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

private final class Count: CounterHandler {
    private let count = Mutex<Int64>(0)

    var value: Int64 { count.withLock { $0 } }
    func increment(by amount: Int64) { count.withLock { $0 &+= amount } }
    func reset() { count.withLock { $0 = 0 } }
}

private final class Histogram: TimerHandler {
    private let bounds: [Double]
    private let state: Mutex<(counts: [Int], sum: Double)>

    init(bounds: [Double]) {
        self.bounds = bounds
        state = Mutex((Array(repeating: 0, count: bounds.count + 1), 0))
    }

    var snapshot: (counts: [Int], sum: Double) { state.withLock { $0 } }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let index = bounds.firstIndex { seconds <= $0 } ?? bounds.count
        state.withLock { state in
            state.counts[index] += 1
            state.sum += seconds
        }
    }
}
