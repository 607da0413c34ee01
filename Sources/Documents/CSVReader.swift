/// A strict reader of CSV (RFC 4180), row by row. Not SwiftCSV: that one takes a quote which is never closed for a cell
/// with the rest of the file, and does not tell lines.
struct CSVReader {
    struct Failure: Error {
        var offset: Int
        var message: Bilingual
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var offset = 0
    private var line = 1

    /// - Parameter bytes: UTF-8, without a byte order mark.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        delimiter = CSVReader.delimiter(of: bytes)
    }

    /// The next row and the line where it begins; nil at the end.
    mutating func next() throws -> (line: Int, cells: [String])? {
        guard offset < bytes.count else { return nil }
        let first = line
        var cells: [String] = []
        while true {
            // One more than allowed is enough to be refused; a line of nothing but commas costs no memory.
            let cell = try cell()
            if cells.count <= Sheet.columnsMax {
                cells.append(cell)
            } else if !cell.isEmpty {
                cells[Sheet.columnsMax] = cell
            }
            guard offset < bytes.count, bytes[offset] == delimiter else { break }
            offset += 1
        }
        skipLineEnd()
        return (first, cells)
    }

    private mutating func cell() throws -> String {
        if offset < bytes.count, bytes[offset] == CSVReader.quote { return try quotedCell() }
        let start = offset
        while offset < bytes.count, !isEnd(bytes[offset]) {
            guard bytes[offset] != CSVReader.quote else {
                throw Failure(
                    offset: offset,
                    message: Bilingual(
                        id: "tanda kutip di tengah sel: apit seluruh sel dengan tanda kutip dan gandakan yang di dalam",
                        en: "a quote inside a cell: put the whole cell in quotes and double those inside"))
            }
            offset += 1
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func quotedCell() throws -> String {
        let opening = offset
        var start = offset + 1
        var text = ""
        offset += 1
        while offset < bytes.count {
            switch bytes[offset] {
            case CSVReader.quote where offset + 1 < bytes.count && bytes[offset + 1] == CSVReader.quote:
                text += String(decoding: bytes[start...offset], as: UTF8.self)
                offset += 2
                start = offset
            case CSVReader.quote:
                text += String(decoding: bytes[start..<offset], as: UTF8.self)
                offset += 1
                if offset == bytes.count || isEnd(bytes[offset]) { return text }
                throw Failure(
                    offset: offset,
                    message: Bilingual(
                        id: "ada teks setelah tanda kutip penutup", en: "there is text after the closing quote"))
            case CSVReader.lineFeed, CSVReader.carriageReturn: skipLineEnd()
            default: offset += 1
            }
        }
        throw Failure(
            offset: opening,
            message: Bilingual(
                id: "tanda kutip ini tidak pernah ditutup", en: "this quote is never closed"))
    }

    /// Whether a byte ends a cell that is not quoted.
    private func isEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn
    }

    /// Steps over CRLF, LF or CR, if one is there.
    private mutating func skipLineEnd() {
        guard offset < bytes.count else { return }
        let isPair =
            bytes[offset] == CSVReader.carriageReturn && offset + 1 < bytes.count
            && bytes[offset + 1] == CSVReader.lineFeed
        offset += isPair ? 2 : 1
        line += 1
    }

    /// What stands most often between the headings: they are on the first line that has anything but delimiters.
    private static func delimiter(of bytes: [UInt8]) -> UInt8 {
        // An equal number means that a heading holds the other: `Rate, percent;Name`. Commas are the likeliest in words.
        let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
        var counts = [0, 0, 0]
        var isQuoted = false
        var isEmpty = true
        for byte in bytes {
            switch byte {
            case quote: isQuoted.toggle()
            case _ where isQuoted: isEmpty = isEmpty && byte <= 0x20
            case lineFeed, carriageReturn:
                guard isEmpty else { return most() }
                counts = [0, 0, 0]
            default:
                if let index = candidates.firstIndex(of: byte) {
                    counts[index] += 1
                } else if byte != UInt8(ascii: " ") {
                    isEmpty = false
                }
            }
        }
        return most()

        func most() -> UInt8 {
            let highest = counts.max() ?? 0
            return zip(candidates, counts).first { $1 == highest && highest > 0 }?.0 ?? UInt8(ascii: ",")
        }
    }
}
