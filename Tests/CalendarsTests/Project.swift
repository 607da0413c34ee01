import Calendars
import Foundation

/// A generator that gives the same numbers in each run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The files that the project ships.
enum Project {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func calendar() throws -> WorkingCalendar {
        let files = try ["2025.csv", "2026.csv", "2027.csv"].map { name in
            (name: name, csv: try String(contentsOf: root.appending(path: "Config/holidays/\(name)"), encoding: .utf8))
        }
        return WorkingCalendar(holidays: try Holidays(files: files))
    }
}

func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("the test writes '\(text)' for a date") }
    return day
}
