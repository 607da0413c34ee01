import Documents
import Foundation

/// A calendar as others read it: the public Python library `icalendar` parses it as calendar programs do.
enum PublicCalendar {
    struct Feed: Decodable {
        /// What the library holds to be wrong.
        var faults: [String]
        var name: String
        var entries: [Entry]
    }

    struct Entry: Decodable {
        var uid: String
        var sequence: Int
        /// Dates as ISO 8601; a value with a time says that it is none.
        var start: String
        var end: String
        var summary: String
        var description: String?
        var status: String
    }

    /// - Parameter zone: where the reader is (IANA).
    static func read(_ text: String, in zone: String = "Asia/Makassar") async throws -> Feed {
        let folder = try Programs.scratch("calendar")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(text.utf8).write(to: URL(filePath: folder + "/feed.ics"))
        let script = Programs.root + "/Tests/CalendarsTests/Scripts/read_feeds.py"
        let python = try await Python.with(
            ["icalendar", "tzdata"], importing: "icalendar, tzdata", for: "calendar")
        let result = try await Programs.run(python, [script, folder, zone])
        guard result.status == 0,
            let feed = try JSONDecoder().decode([String: Feed].self, from: Data(result.output.utf8))["feed.ics"]
        else { throw Overdue(what: "icalendar reads the feed: \(result.errors)") }
        return feed
    }
}
