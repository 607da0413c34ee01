import Documents
import Engine
import Foundation
import Hummingbird

/// What came with a form (`application/x-www-form-urlencoded`, WHATWG URL 5.1), in the order it came.
struct FormInput: Sendable {
    static let bytesMax = 1_048_576
    /// A form with a file; larger sheets go through the command line.
    static let fileBytesMax = 8_388_608
    /// More than any form of ours has.
    static let fieldsMax = 2_000

    private(set) var fields: [(name: String, value: String)] = []
    private(set) var files: [(name: String, file: String, bytes: Data)] = []

    init() {}

    /// - Parameter isKnown: whether its sender has signed in; strangers bring no files.
    /// - Throws: ``BodyTooLarge``; `EngineError.invalid` where a form with a file is cut off.
    init(_ request: Request, isKnown: Bool) async throws {
        if let type = request.headers[.contentType], type.lowercased().hasPrefix("multipart/") {
            let body = try await request.bytes(upTo: isKnown ? FormInput.fileBytesMax : FormInput.bytesMax)
            guard let form = MultipartForm(body, type: type) else {
                throw EngineError.invalid(
                    "/file",
                    Bilingual(
                        id: "berkas tidak sampai utuh; kirim sekali lagi",
                        en: "the file did not arrive whole; send it once more"))
            }
            guard form.parts.count <= FormInput.fieldsMax else { throw BodyTooLarge(fieldsMax: FormInput.fieldsMax) }
            for part in form.parts {
                if let file = part.file {
                    files.append((part.name, file, part.bytes))
                } else {
                    fields.append((part.name, String(decoding: part.bytes, as: UTF8.self)))
                }
            }
            return
        }
        // A sheet that is confirmed travels along as text, which is a third longer.
        let isSheet = isKnown && request.uri.path == "/import"
        let body = try await request.bytes(upTo: isSheet ? FormInput.fileBytesMax * 3 / 2 : FormInput.bytesMax)
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&", maxSplits: FormInput.fieldsMax)
        guard pairs.count <= FormInput.fieldsMax else { throw BodyTooLarge(fieldsMax: FormInput.fieldsMax) }
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            fields.append((FormInput.decoded(parts[0]), parts.count > 1 ? FormInput.decoded(parts[1]) : ""))
        }
    }

    /// All values of a name, trimmed as people leave blanks behind.
    subscript(name: String) -> [String] {
        fields.filter { $0.name == name }.map { $0.value.trimmingCharacters(in: .whitespacesAndNewlines) }
    }

    /// The last value of a name; a password is taken as it is.
    func verbatim(_ name: String) -> String { fields.last { $0.name == name }?.value ?? "" }

    func text(_ name: String) -> String { self[name].last ?? "" }

    private static func decoded(_ text: Substring) -> String {
        let spaced = String(text).replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }
}
