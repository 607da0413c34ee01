import Calendars
import Foundation
import Workflows

/// What the project ships.
enum Shipped {
    private static let folder = Papers.root + "/Workflows"

    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    static func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    static func workflow(_ name: String) throws -> Workflow { try Workflow(yaml: text(name), file: name) }

    static func calendar() throws -> WorkingCalendar {
        let folder = Papers.root + "/Config/holidays"
        return WorkingCalendar(
            holidays: try Holidays(
                files: FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
                    ($0, try String(contentsOfFile: folder + "/" + $0, encoding: .utf8))
                }))
    }
}
