public import Foundation

extension Node {
    /// Reads a JSON request body.
    ///
    /// - Throws: ``DocumentError`` that says where the text stops being JSON.
    public init(json data: Data) throws {
        do {
            self.init(try JSONReader.read(data, depthMax: Node.depthMax))
        } catch let fault as JSONReader.Fault {
            let (line, column) = (fault.position.line, fault.position.column)
            throw DocumentError([
                Problem(
                    at: Place(),
                    Bilingual(
                        id: "isi permintaan bukan JSON yang sah: baris \(line), kolom \(column): \(fault.message.id)",
                        en: "the body is not valid JSON: line \(line), column \(column): \(fault.message.en)"))
            ])
        }
    }
}
