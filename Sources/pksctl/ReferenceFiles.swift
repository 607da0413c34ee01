import Agreements
import Calendars
import Documents
import Foundation

/// The holidays and rates beside a workflow file, for checks and simulations that need no server.
struct ReferenceFiles {
    let holidays: Holidays
    let rates: Rates

    /// - Parameters:
    ///   - directory: what `--data` named; nil looks for `Config` beside the files or here.
    /// - Returns: nil where there is no such directory and none was named.
    /// - Throws: `DocumentError` for files that cannot be read as what they should be.
    init?(_ directory: String?, beside file: String) throws {
        let folder = URL(filePath: file).deletingLastPathComponent().path(percentEncoded: false)
        let candidates = directory.map { [$0] } ?? [folder + "/../Config", "Config"]
        guard
            let data = candidates.first(where: { FileManager.default.fileExists(atPath: $0 + "/holidays") })
        else {
            guard let directory else { return nil }
            throw Failure.usage(
                Bilingual(
                    id: "\(directory): tidak ada direktori holidays di sini",
                    en: "\(directory): there is no directory holidays here"))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: data + "/holidays").filter {
            $0.hasSuffix(".csv")
        }
        holidays = try Holidays(
            files: names.sorted().map { ($0, try InputFile(data + "/holidays/" + $0).text()) })
        rates = try Rates(csv: InputFile(data + "/rates.csv").text())
    }
}
