import Calendars
import Foundation

/// What the program finds around itself, read once at the start and handed down, so that nothing below looks again.
struct Surroundings: Sendable {
    let variables: [String: String]
    /// In which moments are shown; a coordinator reads the clock on the wall.
    let zone: TimeZone
    let now: Date

    /// The date on the wall.
    var today: Day {
        let offset = TimeInterval(zone.secondsFromGMT(for: now))
        return Day(number: Int(((now.timeIntervalSince1970 + offset) / 86_400).rounded(.down)))
    }

    /// A variable's value; an empty one counts as not set.
    func variable(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The bearer token. Never taken from the arguments, which every user of the machine can read.
    func token() throws -> String? {
        if let token = variable("PKSCTL_TOKEN") { return token.trimmingCharacters(in: .whitespacesAndNewlines) }
        guard let path = variable("PKSCTL_TOKEN_FILE") else { return nil }
        return try InputFile(path).text().trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The token of one role, such as `PKSCTL_TOKEN_UNIT_HEAD`, for steps that different people take.
    func token(of role: String) -> String? {
        variable("PKSCTL_TOKEN_\(role.uppercased())").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }
}
