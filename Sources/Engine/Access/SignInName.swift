import Documents
import Foundation

/// The names that people sign in by: an address or their own name, however they write it.
enum SignInName {
    private static let lengthMax = 254

    /// The same for `Siti  AMINAH` and `siti aminah`; nil for what can be nobody's.
    static func folded(_ name: String) -> String? {
        guard name.utf8.count <= 4 * lengthMax else { return nil }
        let words = name.precomposedStringWithCompatibilityMapping.lowercased().split(whereSeparator: \.isWhitespace)
        let folded = words.joined(separator: " ")
        let isHidden = folded.unicodeScalars.contains(where: \.isUnseen)
        return folded.isEmpty || folded.count > lengthMax || isHidden ? nil : folded
    }

    /// What refusals are written under where nobody has the name: too little to find out what was typed, since now and
    /// then that is a password.
    static func trace(of name: String) -> String {
        let hash = Tokens.hash(folded(name) ?? name)
        return "?" + hash.prefix(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
