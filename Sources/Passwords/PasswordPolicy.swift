public import Documents
import Foundation

/// Which passwords are taken: long ones that are not the first that anybody would try. No rules of composition, which
/// only make passwords hard to remember (NIST SP 800-63B-4, 3.1.1.2).
public enum PasswordPolicy {
    /// In characters.
    public static let lengthMin = 12
    /// Beyond any passphrase; what is longer is somebody trying.
    public static let bytesMax = 1_024

    /// Why a password is not taken.
    public enum Refusal: ExplainedError, Equatable {
        case tooShort, tooLong, monotonous, wellKnown

        public var message: Bilingual {
            switch self {
            case .tooShort:
                Bilingual(
                    id: "paling sedikit \(lengthMin) huruf; beberapa kata yang tidak berhubungan mudah diingat",
                    en:
                        "at least \(lengthMin) characters; a few words that have nothing to do with each other are easy to remember"
                )
            case .tooLong: Bilingual(id: "paling panjang \(bytesMax) byte", en: "at most \(bytesMax) bytes")
            case .monotonous:
                Bilingual(
                    id: "memuat terlalu sedikit huruf yang berbeda", en: "holds too few different characters")
            case .wellKnown:
                Bilingual(
                    id: "mudah ditebak: hampir seluruhnya nama sendiri, kata umum atau deretan angka",
                    en: "easy to guess: almost all of it is one's own name, common words or a row of digits")
            }
        }
    }

    /// - Parameter names: of whom it is for; their words count as known to everybody.
    /// - Throws: ``Refusal``.
    public static func check(_ password: String, of names: [String]) throws(Refusal) {
        if password.utf8.count > bytesMax { throw .tooLong }
        let text = password.precomposedStringWithCanonicalMapping
        if text.count < lengthMin { throw .tooShort }
        let folded = text.lowercased()
        if Set(folded).count < differentMin { throw .monotonous }
        let own = names.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) }
        if remainder(of: folded, without: own).count < remainderMin { throw .wellKnown }
    }

    private static let differentMin = 5
    /// So many characters must be left that nobody could have known.
    private static let remainderMin = 5

    private static func remainder(of text: String, without own: [String]) -> String {
        var text = text
        let words = Set(own.filter { $0.count >= 3 } + commonWords)
        for word in words.sorted(by: { ($0.count, $0) > ($1.count, $1) }) { text = text.replacing(word, with: " ") }
        return text.filter { $0.isLetter || $0.isNumber }
    }

    /// What the commonest passwords are made of, here and elsewhere.
    private static let commonWords = [
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "katasandi", "sandi", "rahasia", "welcome", "selamat", "datang",
        "login", "masuk", "admin", "administrator", "root", "user", "pengguna", "guest", "tamu", "test", "letmein",
        "changeme", "default", "secret", "iloveyou", "cinta", "sayang", "bismillah", "alhamdulillah", "indonesia",
        "merdeka", "jakarta", "garuda", "pancasila", "persib", "bpjs", "kesehatan", "ketenagakerjaan", "jamsostek",
        "pksd",
        "pemda", "pemkot", "pemkab", "pemprov", "dinas", "bupati", "walikota", "gubernur", "qwertyuiop", "qwerty",
        "asdfghjkl", "asdfgh", "zxcvbnm", "zxcvbn", "1q2w3e4r5t6y", "1q2w3e4r", "1qaz2wsx3edc", "1qaz2wsx", "qazwsx",
        "abc123", "abcdefghijklmnop", "abcdefgh", "abcdef", "12345678901234567890", "1234567890", "123456789",
        "12345678",
        "1234567", "123456", "12345", "1234", "123", "0987654321", "987654321", "87654321", "654321", "54321", "4321",
        "321", "monkey", "dragon", "football", "sunshine", "princess", "superman", "batman", "master", "shadow",
    ]
}
