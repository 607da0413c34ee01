import Passwords
import Testing

@Suite struct PasswordPolicyTests {
    private let names = ["Siti Aminah", "siti@kupangkota.go.id"]

    @Test(
        arguments: [
            ("", .tooShort), ("sebelas1234", .tooShort), (String(repeating: "é", count: 513), .tooLong),
            ("aaaaaaaaaaaaaaaa", .monotonous), ("abcabcabcabcabc", .monotonous),
            ("password1234", .wellKnown), ("P@ssw0rd123456", .wellKnown), ("123456789012345", .wellKnown),
            ("qwertyuiop123", .wellKnown), ("Administrator1", .wellKnown), ("BPJSkesehatan2026", .wellKnown),
            ("siti.aminah.2026", .wellKnown), ("SitiAminah1234", .wellKnown), ("kupangkota.go.id", .wellKnown),
            ("indonesiamerdeka45", .wellKnown),
        ] as [(String, PasswordPolicy.Refusal)])
    func `anybody would try it`(password: String, refusal: PasswordPolicy.Refusal) {
        #expect(throws: refusal) { try PasswordPolicy.check(password, of: names) }
    }

    @Test(arguments: [
        "kuda baterai staples", "lampu-merah-di-Oesapa", "8f2hQ!x9Zk0p", "sitimakan7pisang", "пароль из слов",
        "ruang hijau 12345", "😀😃😄😁😆😅🤣😂🙂🙃😉x hujan",
    ])
    func `long enough and not what anybody would try`(password: String) throws {
        try PasswordPolicy.check(password, of: names)
    }

    @Test func `its length is counted as people see it, and its size in bytes`() throws {
        #expect(throws: PasswordPolicy.Refusal.tooShort) {
            try PasswordPolicy.check("e\u{301}i\u{301}o\u{301}a\u{301}u\u{301}n\u{303}", of: [])
        }
        try PasswordPolicy.check("hujan " + String(repeating: "x", count: 1_018), of: [])
        #expect(throws: PasswordPolicy.Refusal.tooLong) {
            try PasswordPolicy.check("hujan " + String(repeating: "x", count: 1_019), of: [])
        }
    }
}
