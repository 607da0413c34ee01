import Courier
import Documents
import Foundation
import SignOn

/// An institution as the settings name it. What stands in files is read where it is needed, since a credential of systemd
/// is there for the daemon only, and not for whoever makes a token on the machine.
struct SignOnSettings {
    var id: String
    var label: Bilingual
    var issuer: String
    var clientID: String
    var scopes: [String]
    var allow: [CIDR]
    /// `ca`: PEM.
    var authoritiesFile: String?
    /// `secret`; without it the systemd credential `sign_on_ID`, where there are any.
    var secretFile: String?
    var place: Place

    /// Reports which file cannot be read and what is wrong with it, never what is in it.
    func provider(_ problems: Problems) -> OpenIDProvider? {
        let authorities = authoritiesFile.flatMap { SignOnSettings.text(of: $0, problems) }
        guard let secret = secret(problems) else { return nil }
        return OpenIDProvider(
            id: id, label: label, issuer: issuer, clientID: clientID, clientSecret: ClientSecret(secret),
            scopes: scopes,
            authorities: authorities, allow: allow)
    }

    private func secret(_ problems: Problems) -> String? {
        guard let file = secretFile else {
            problems.report(
                place,
                Bilingual(
                    id:
                        "tidak ada rahasia klien: tulislah 'secret' (sebuah berkas) atau kredensial systemd sign_on_\(id)",
                    en: "no client secret: set 'secret' (a file) or the systemd credential sign_on_\(id)"))
            return nil
        }
        guard let text = SignOnSettings.text(of: file, problems) else { return nil }
        let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !secret.isEmpty, !secret.contains(where: \.isNewline) else {
            problems.report(
                Place(file: file),
                Bilingual(id: "harus berisi satu baris: rahasia klien", en: "must hold one line: the client secret"))
            return nil
        }
        return secret
    }

    private static func text(of file: String, _ problems: Problems) -> String? {
        if let text = try? String(contentsOfFile: file, encoding: .utf8) { return text }
        problems.report(Place(file: file), Bilingual(id: "berkas tidak dapat dibaca", en: "the file cannot be read"))
        return nil
    }
}
