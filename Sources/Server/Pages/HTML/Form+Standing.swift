import Documents
import Engine
import Foundation

/// Records without versions: whoever was slower does not overwrite unseen what somebody else has put there meanwhile.
extension Form {
    /// What stands in the fields, to come back with the form.
    var standing: String {
        let values = fields.map { "\($0.name) \(Form.parts(of: $0.value))" }
        return Tokens.hash(values.joined(separator: "\n")).base64EncodedString()
    }

    /// - Returns: what there is to say where the record has changed since the form was drawn, to something else than was typed.
    func overtaken(by input: FormInput) -> Bilingual? {
        let seen = input.text(FormFields.seen)
        guard showsRecord, !seen.isEmpty, seen != standing else { return nil }
        let others = fields.filter { field in
            Form.parts(of: field.value) != Form.parts(of: input[field.name].joined(separator: "\n"))
        }
        // Sent twice, it has nothing left to change.
        guard !others.isEmpty else { return nil }
        func list(_ text: (Bilingual) -> String) -> String { others.map { text($0.label) }.joined(separator: ", ") }
        return Bilingual(
            id: "catatan ini diubah orang lain sementara Anda mengisi; isian Anda berbeda dari yang tersimpan pada: "
                + "\(list(\.id)). Periksa lagi; bila isian Anda yang benar, tekan tombol sekali lagi",
            en: "somebody else changed this record while you were typing; what you typed differs from what is kept in: "
                + "\(list(\.en)). Look again; if yours is right, press the button once more")
    }

    /// The values in a field, however they are written down; a box that is not ticked sends nothing.
    private static func parts(of text: String) -> [Substring] {
        text.split { $0.isNewline || $0 == "," }.filter { $0 != "false" }
    }
}
