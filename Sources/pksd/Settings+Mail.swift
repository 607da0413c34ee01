import Courier
import Documents
import Engine
import Foundation
import Notices

extension Settings {
    /// `mail_server`: `smtp://host:port` (STARTTLS) or `smtps://host:port`; without it no mail is sent. `mail_from`: in whose
    /// name. `mail_credential`: a file with user and password on two lines; without it the systemd credential `mail`, if
    /// there is one. `mail_ca`: a PEM file of authorities. `mail_security`: `starttls`, `implicit`, or `none` on this machine.
    static let mailKeys = ["mail_server", "mail_from", "mail_credential", "mail_ca", "mail_security"]

    static func mail(
        _ values: [String: Node], environment: [String: String], _ problems: Problems
    ) throws -> MailSettings? {
        func path(_ key: String) -> String? { values[key].flatMap { problems.text($0) } }
        guard let server = values["mail_server"] else {
            for key in mailKeys {
                guard let node = values[key] else { continue }
                problems.report(
                    node.place, Bilingual(id: "\(key) tanpa mail_server", en: "\(key) without mail_server"))
            }
            return nil
        }
        let address = problems.parsed(
            server,
            as: Bilingual(
                id: "alamat seperti smtp://surel.contoh.go.id:587", en: "an address such as smtp://mail.example.org:587"
            )
        ) { $0.hasPrefix("smtp://") || $0.hasPrefix("smtps://") ? $0 : nil }
        guard let from = values["mail_from"] else {
            problems.report(
                server.place, Bilingual(id: "mail_from wajib ada", en: "mail_from is required with mail_server"))
            return nil
        }
        let sender = problems.parsed(
            from,
            as: Bilingual(
                id: "alamat seperti pksd <pksd@contoh.go.id>", en: "an address such as pksd <pksd@example.org>")
        ) { Mailbox($0) }
        let security: Posting.Security? = values["mail_security"].flatMap { problems.choice($0) }
        let isImplicit = address?.hasPrefix("smtps://") ?? false
        let credentials = try credentials(values["mail_credential"], environment, problems)
        guard let address, let sender else { return nil }
        return MailSettings(
            server: address, security: security ?? (isImplicit ? .implicit : .startTLS), credentials: credentials,
            caFile: path("mail_ca"), sender: sender, addresses: .any)
    }

    /// Never said in any error: only which file, and what is missing in it.
    private static func credentials(
        _ setting: Node?, _ environment: [String: String], _ problems: Problems
    ) throws -> Posting.Credentials? {
        let named = setting.flatMap { problems.text($0) }
        let given = environment["CREDENTIALS_DIRECTORY"].map { $0 + "/mail" }
            .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
        guard let file = named ?? given else { return nil }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            problems.report(
                Place(file: file), Bilingual(id: "berkas tidak dapat dibaca", en: "the file cannot be read"))
            return nil
        }
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count == 2 else {
            problems.report(
                Place(file: file),
                Bilingual(
                    id: "harus berisi dua baris: nama pengguna dan kata sandi",
                    en: "must hold two lines: the user and the password"))
            return nil
        }
        return Posting.Credentials(user: String(lines[0]), password: String(lines[1]))
    }
}
