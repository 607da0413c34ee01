import CExpat

/// The beginning of an element, as far as it is of use to us.
struct XMLElement {
    /// Empty for elements of other vocabularies than those of workbooks.
    var name: String
    /// By name; those of relationships begin with `r:`, whatever the file calls it, and others with a namespace are left out.
    var attributes: [(name: String, value: String)]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// What reads a part: elements begin and end.
protocol PartReader: AnyObject {
    func begin(_ element: XMLElement) throws
    /// - Parameter text: what stood between this tag and the one before.
    func end(_ name: String, text: String) throws
}

/// The XML of one part, read in pieces as it is inflated (SAX). Expat loads nothing from elsewhere, and a DOCTYPE, without
/// which no entity can be declared, ends the reading. FoundationXML keeps silent about both.
@safe final class XMLPart {
    private static let depthMax = 64
    /// A tag or text that is longer is nothing a spreadsheet program writes, and expat 2.5 reads it again with each piece.
    private static let tokenBytesMax = 1_048_576
    /// No character of a cell takes more bytes.
    private static let textBytesMax = 4 * 32_767
    /// Between namespace and name; no URI has it.
    private static let separator = UInt8(ascii: " ")

    private let part: String
    private let parser: XML_Parser
    private let reader: any PartReader
    private var text: [UInt8] = []
    private var depth = 0
    private var bytesGiven = 0
    private var failure: (any Error)?

    private init(_ part: String, _ reader: any PartReader) throws {
        guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(XMLPart.separator)) else {
            throw PartFailure.malformed(part: part, detail: "no memory")
        }
        unsafe self.parser = parser
        self.part = part
        self.reader = reader
        // The parser does not outlive this object, which therefore needs not be retained by it.
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        unsafe XML_SetElementHandler(
            parser, { unsafe XMLPart.of($0)?.begin($1, $2) }, { unsafe XMLPart.of($0)?.end($1) })
        unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLPart.of($0)?.take($1, count: Int($2)) }
        unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            guard let part = unsafe XMLPart.of(context) else { return }
            part.stop(PartFailure.declaration(part: part.part))
        }
    }

    deinit { unsafe XML_ParserFree(parser) }

    /// Reads a part of an archive from its beginning to its end.
    static func read(_ part: String, of archive: ZipArchive, bytesMax: Int, _ reader: any PartReader) throws {
        let xml = try XMLPart(part, reader)
        try unsafe archive.read(part, bytesMax: bytesMax) { try unsafe xml.parse($0, isLast: false) }
        try unsafe xml.parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    }

    private func parse(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws {
        bytesGiven += piece.count
        let status = unsafe XML_Parse(
            parser, piece.assumingMemoryBound(to: CChar.self).baseAddress, Int32(piece.count), isLast ? 1 : 0)
        if let failure { throw failure }
        guard status == XML_STATUS_OK else {
            let line = unsafe XML_GetCurrentLineNumber(parser)
            let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) } ?? "?"
            throw PartFailure.malformed(part: part, detail: "line \(line), \(reason)")
        }
        guard bytesGiven - Int(unsafe XML_GetCurrentByteIndex(parser)) <= XMLPart.tokenBytesMax else {
            throw PartFailure.malformed(part: part, detail: "a tag without end")
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLPart? {
        guard let context = unsafe context else { return nil }
        return unsafe Unmanaged<XMLPart>.fromOpaque(context).takeUnretainedValue()
    }

    /// Expat may still tell of the end of an empty element; what comes after a failure is left alone.
    private func stop(_ error: any Error) {
        guard failure == nil else { return }
        failure = error
        unsafe XML_StopParser(parser, 0)
    }

    private func begin(
        _ name: UnsafePointer<XML_Char>?, _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
        guard failure == nil, let name = unsafe name else { return }
        text.removeAll(keepingCapacity: true)
        depth += 1
        guard depth <= XMLPart.depthMax else {
            return stop(PartFailure.malformed(part: part, detail: "nested too deeply"))
        }
        var attributes: [(name: String, value: String)] = []
        if var pair = unsafe pairs {
            while let key = unsafe pair[0], let value = unsafe pair[1] {
                if let key = unsafe Vocabulary.attribute(key, separator: XMLPart.separator) {
                    attributes.append((key, unsafe String(cString: value)))
                }
                unsafe pair += 2
            }
        }
        do {
            try reader.begin(
                XMLElement(
                    name: unsafe Vocabulary.element(name, separator: XMLPart.separator), attributes: attributes))
        } catch { stop(error) }
    }

    private func end(_ name: UnsafePointer<XML_Char>?) {
        guard failure == nil, let name = unsafe name else { return }
        depth -= 1
        let text = String(decoding: self.text, as: UTF8.self)
        self.text.removeAll(keepingCapacity: true)
        do { try reader.end(unsafe Vocabulary.element(name, separator: XMLPart.separator), text: text) } catch {
            stop(error)
        }
    }

    private func take(_ piece: UnsafePointer<XML_Char>?, count: Int) {
        guard failure == nil, let piece = unsafe piece else { return }
        guard text.count + count <= XMLPart.textBytesMax else {
            return stop(PartFailure.malformed(part: part, detail: "a text longer than a cell can hold"))
        }
        unsafe UnsafeBufferPointer(start: piece, count: count).withMemoryRebound(to: UInt8.self) {
            unsafe text.append(contentsOf: $0)
        }
    }
}
