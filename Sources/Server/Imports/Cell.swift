import Agreements
import Calendars
import Documents

/// A cell as people type it, brought into the form that the strict readers expect. What is not understood stays as it is,
/// so that the reader says what is wrong with it.
struct Cell {
    let text: String

    func value(as content: ImportKind.Column.Content) -> Node.Value {
        switch content {
        case .text: .text(text)
        case .choice: .text(text.lowercased().replacing(" ", with: "_"))
        case .period: .text(day?.description ?? month?.description ?? text)
        case .integer: whole.map { .integer($0) } ?? .text(text)
        case .decimal: Double(text.replacing(",", with: ".")).map { .number($0) } ?? .text(text)
        case .day: .text(day?.description ?? text)
        case .month: .text(month?.description ?? text)
        }
    }

    /// `8100000000`, `8.100.000.000`, `Rp8.100.000.000`, `8,100,000,000`: groups of three, or none.
    private var whole: Int64? {
        // Whole rupiah are also written with an empty fraction.
        var digits = [",00", ",-"].first { text.hasSuffix($0) }.map { text.dropLast($0.count) } ?? text[...]
        if digits.hasPrefix("Rp") { digits = digits.dropFirst(2).drop { $0 == "." || $0 == " " } }
        for separator in [".", ","] {
            let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
            guard groups.count > 1 else { continue }
            guard (1...3).contains(groups[0].count), !groups[0].hasPrefix("0"),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else {
                return nil
            }
            return groups.allSatisfy(\.isDigits) ? Int64(groups.joined()) : nil
        }
        return digits.isDigits ? Int64(digits) : nil
    }

    /// `2026-12-31`, `31/12/2026`, `31-12-2026`, `31 Desember 2026`.
    private var day: Day? {
        if let day = Day(String(text.prefix(10))), text.count == 10 || text.hasPrefix("\(day)T00:00") { return day }
        let parts = text.split { "/- ".contains($0) }.map(String.init)
        guard parts.count == 3, let number = Int(parts[0]), let year = Int(parts[2]), parts[2].count == 4,
            let month = Int(parts[1]) ?? Month.number(named: parts[1])
        else { return nil }
        return Day(year: year, month: month, day: number)
    }

    /// `2026-12`, `12/2026`, `Desember 2026`, or a day of that month, as spreadsheets keep months.
    private var month: Month? {
        if let month = Month(text) { return month }
        if let day { return day.month }
        let parts = text.split { "/- ".contains($0) }.map(String.init)
        guard parts.count == 2, parts[1].count == 4, let year = Int(parts[1]),
            let number = Int(parts[0]) ?? Month.number(named: parts[0])
        else { return nil }
        return Day(year: year, month: number, day: 1)?.month
    }
}

extension StringProtocol {
    fileprivate var isDigits: Bool { !isEmpty && allSatisfy { $0.isASCII && $0.isNumber } }
}
