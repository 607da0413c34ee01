public import Foundation

extension Node {
    /// Reads a JSON request body.
    ///
    /// - Throws: ``DocumentError`` that says where the text stops being JSON.
    public init(json data: Data) throws {
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

    private static func reason(_ error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context) = error,
            let debug = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
        else { return "" }
        return ": \(debug)"
    }
}
