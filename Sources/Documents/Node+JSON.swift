public import Foundation

extension Node {
    /// Reads a JSON request body.
    ///
    /// - Throws: ``DocumentError`` that says where the text stops being JSON.
    public init(json data: Data) throws {
        guard Node.depth(of: data) <= Node.depthMax else {
            throw DocumentError([
                Problem(at: Place(), Bilingual(id: "terlalu dalam bersarang", en: "nested too deeply"))
            ])
        }
        do {
            self.init(try CanonicalJSON.decode(JSON.self, from: data))
        } catch {
            throw DocumentError([
                Problem(
                    at: Place(),
                    Bilingual(
                        id: "isi permintaan bukan JSON yang sah\(Node.reason(error))",
                        en: "the body is not valid JSON\(Node.reason(error))"))
            ])
        }
    }

    /// How deep brackets nest, seen before anything is decoded: decoding costs the square of the depth.
    private static func depth(of data: Data) -> Int {
        var (depth, deepest, isText, isEscaped) = (0, 0, false, false)
        for byte in data {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\") where isText: isEscaped = true
            case UInt8(ascii: "\""): isText.toggle()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if !isText { depth += 1 }
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if !isText { depth -= 1 }
            default: break
            }
        }
        return deepest
    }

    private static func reason(_ error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context) = error,
            let debug = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
        else { return "" }
        return ": \(debug)"
    }
}
