@main struct CourierBenchmark { static func main() {} }
