import Foundation

/// The fields and files of a form with files (`multipart/form-data`, RFC 7578).
struct MultipartForm {
    struct Part {
        var name: String
        /// nil for a field.
        var file: String?
        var bytes: Data
    }

    var parts: [Part] = []

    /// - Parameter type: the request's content type, which names the boundary.
    /// - Returns: nil where the body is none.
    init?(_ body: Data, type: String) {
        guard type.lowercased().hasPrefix("multipart/form-data"),
            let boundary = MultipartForm.parameter("boundary", in: type), (1...70).contains(boundary.utf8.count)
        else { return nil }
        let mark = Data("--\(boundary)".utf8)
        let blank = Data("\r\n\r\n".utf8)
        var rest = body[...]
        guard rest.starts(with: mark) else { return nil }
        rest = rest.dropFirst(mark.count)
        while rest.starts(with: Data("\r\n".utf8)) {
            rest = rest.dropFirst(2)
            guard let end = rest.range(of: Data("\r\n".utf8) + mark), let head = rest.range(of: blank),
                head.upperBound <= end.lowerBound
            else { return nil }
            let headers = String(decoding: rest[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
            let disposition = headers.first { $0.lowercased().hasPrefix("content-disposition:") }.map(String.init) ?? ""
            guard let name = MultipartForm.parameter("name", in: disposition) else { return nil }
            parts.append(
                Part(
                    name: name, file: MultipartForm.parameter("filename", in: disposition),
                    bytes: Data(rest[head.upperBound..<end.lowerBound])))
            rest = rest[end.upperBound...]
        }
        guard rest.starts(with: Data("--".utf8)) else { return nil }
    }

    /// `name="value"` or `name=value`; browsers write a quotation mark in a value as `%22` (WHATWG HTML 4.10.21.8).
    private static func parameter(_ name: String, in header: String) -> String? {
        for piece in pieces(of: header).dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            let value = pair[1]
            let bare =
                value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
                ? String(value.dropFirst().dropLast()) : value
            return bare.replacing("%22", with: "\"")
        }
        return nil
    }

    /// A header between its semicolons; one within quotation marks is part of a value.
    private static func pieces(of header: String) -> [Substring] {
        var isQuoted = false
        return header.utf8.split { byte in
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            return byte == UInt8(ascii: ";") && !isQuoted
        }.map { Substring($0) }
    }
}
