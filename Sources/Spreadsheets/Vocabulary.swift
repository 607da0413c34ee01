import Foundation

/// The namespaces of workbooks (ECMA-376-1, Annex A), each in its transitional and its strict form.
enum Vocabulary {
    private static let elements = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/package/2006/relationships",
    ]
    private static let relationships = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]

    /// What a relationship leads to (`worksheet`, `styles`); nil if it is none of workbooks.
    static func kind(ofRelationship type: String) -> String? {
        for namespace in relationships where type.hasPrefix(namespace + "/") {
            return String(type.dropFirst(namespace.count + 1))
        }
        return nil
    }

    /// The local name of an element of workbooks, else an empty text.
    static func element(_ name: UnsafePointer<CChar>, separator: UInt8) -> String {
        guard let end = unsafe strchr(name, Int32(separator)) else { return "" }
        return elements.contains(where: { unsafe isEqual($0, name, until: end) })
            ? unsafe String(cString: end + 1) : ""
    }

    /// The name of an attribute; nil for one of another vocabulary.
    static func attribute(_ name: UnsafePointer<CChar>, separator: UInt8) -> String? {
        guard let end = unsafe strchr(name, Int32(separator)) else { return unsafe String(cString: name) }
        return relationships.contains(where: { unsafe isEqual($0, name, until: end) })
            ? unsafe "r:" + String(cString: end + 1) : nil
    }

    private static func isEqual(
        _ namespace: String, _ name: UnsafePointer<CChar>, until end: UnsafeMutablePointer<CChar>
    ) -> Bool {
        let length = namespace.utf8.count
        return unsafe UnsafePointer(end) - name == length && strncmp(namespace, name, length) == 0
    }
}
