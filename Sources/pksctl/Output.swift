import Calendars
import Documents
import Foundation

/// What goes to the screen, in the language asked for: pages for people, or the server's JSON for programs.
struct Output: Sendable {
    let language: Language
    let wantsJSON: Bool
    let zone: TimeZone

    func page(_ text: String) { write(printable(text) + "\n", to: .standardOutput) }

    func say(_ id: String, _ en: String) { page(word(id, en)) }

    func complain(_ text: String) { write(printable(text) + "\n", to: .standardError) }

    func word(_ id: String, _ en: String) -> String { Bilingual(id: id, en: en).text(language) }

    /// The server's own bytes, or a page made of them.
    func show(_ answer: Client.Answer, _ page: (JSON) throws -> String) throws {
        if wantsJSON {
            if !answer.body.isEmpty { raw(answer.body) }
        } else {
            self.page(try page(try answer.json()))
        }
    }

    func json(_ value: JSON) {
        // Encoding a JSON value cannot fail: every case of it is encodable.
        raw((try? CanonicalJSON.encode(value)) ?? Data())
    }

    func raw(_ data: Data) { write(String(decoding: data, as: UTF8.self) + "\n", to: .standardOutput) }

    /// A refusal or another error; programs get the problem document.
    func tell(_ failure: Failure) {
        if wantsJSON, case .refused(let refusal) = failure, refusal.problem != .null {
            write(String(decoding: refusal.body, as: UTF8.self) + "\n", to: .standardError)
        } else if let text = failure.text(language) {
            complain("pksctl: \(text)")
        }
    }

    /// A moment as the clock on the wall shows it: `2026-11-01 08:00 WITA`.
    func moment(_ text: String?) -> String {
        guard let text else { return "" }
        guard let instant = Instant(text) else { return text }
        let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1_000)
        let offset = zone.secondsFromGMT(for: date)
        let local = Instant(milliseconds: instant.milliseconds + Int64(offset) * 1_000).description
        let names = [0: "UTC", 7 * 3_600: "WIB", 8 * 3_600: "WITA", 9 * 3_600: "WIT"]
        return local.prefix(16).replacing("T", with: " ") + " " + (names[offset] ?? offsetName(offset))
    }

    private func offsetName(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(seconds < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// Titles and notes come from others: no control character of theirs may reach the terminal.
    private func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control && scalar != "\n" ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private func write(_ text: String, to handle: FileHandle) {
        // A reader that has gone, such as `head`, is no error of ours.
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
