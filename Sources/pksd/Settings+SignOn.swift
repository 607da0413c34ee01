import Courier
import Documents
import Foundation
import SignOn

extension Settings {
    /// `sign_on`: the institutions whose people may sign in with their own accounts (OpenID Connect), each with `id`, `label`,
    /// `issuer`, `client_id`, and as they are needed `secret`, `scopes`, `match`, `ca`, `allow`.
    static func signOn(
        _ list: Node?, environment: [String: String], _ problems: Problems
    ) -> [OpenIDProvider] {
        var seen: Set<String> = []
        return (list.flatMap { problems.list($0) } ?? []).compactMap { node in
            guard let provider = provider(node, environment, problems) else { return nil }
            guard seen.insert(provider.id).inserted else {
                problems.report(
                    node.place,
                    Bilingual(id: "id '\(provider.id)' dipakai dua kali", en: "the id '\(provider.id)' is used twice"))
                return nil
            }
            return provider
        }
    }

    private static func provider(
        _ node: Node, _ environment: [String: String], _ problems: Problems
    ) -> OpenIDProvider? {
        let map = MapReader(node, problems)
        let id = map.required("id").flatMap {
            problems.parsed(
                $0,
                as: Bilingual(
                    id: "nama dari huruf kecil, angka dan tanda hubung",
                    en: "a name of lower-case letters, digits and hyphens")
            ) { OpenIDProvider.isID($0) ? $0 : nil }
        }
        let label = map.required("label").map { MapReader($0, problems) }.flatMap { label -> Bilingual? in
            let (id, en) = (label.text("id"), label.text("en"))
            label.finish()
            return id.flatMap { id in en.map { Bilingual(id: id, en: $0) } }
        }
        let issuer = map.required("issuer").flatMap {
            problems.parsed(
                $0, as: Bilingual(id: "alamat https tanpa tanda tanya", en: "an https address without a question mark")
            ) { OpenIDProvider.isIssuer($0) ? $0 : nil }
        }
        let clientID = map.text("client_id")
        let scopes = map.optional("scopes").map { problems.list($0)?.compactMap { problems.text($0) } ?? [] }
        let matching = map.optionalChoice("match", OpenIDProvider.Matching.self)
        let allow = map.optionalList("allow").compactMap {
            problems.parsed($0, as: Bilingual(id: "rentang seperti 10.1.0.0/16", en: "a range such as 10.1.0.0/16")) {
                CIDR($0)
            }
        }
        func path(_ key: String) -> String? {
            map.optionalText(key).map { $0.hasPrefix("/") ? $0 : folder(of: node.place.file ?? "") + "/" + $0 }
        }
        let authorities = path("ca").flatMap { text(of: $0, problems) }
        let secret = secret(id, path("secret"), environment, at: node.place, problems)
        map.finish()
        guard let id, let label, let issuer, let clientID, let secret else { return nil }
        return OpenIDProvider(
            id: id, label: label, issuer: issuer, clientID: clientID, clientSecret: ClientSecret(secret),
            scopes: scopes ?? OpenIDProvider.usualScopes, matching: matching ?? .email, authorities: authorities,
            allow: allow)
    }

    /// `secret` names a file; without it the systemd credential `sign_on_ID` is taken. Never said in any error: only which
    /// file, and what is wrong with it.
    private static func secret(
        _ id: String?, _ file: String?, _ environment: [String: String], at place: Place, _ problems: Problems
    ) -> String? {
        guard let id else { return nil }
        guard let file = file ?? environment["CREDENTIALS_DIRECTORY"].map({ "\($0)/sign_on_\(id)" }) else {
            problems.report(
                place,
                Bilingual(
                    id:
                        "tidak ada rahasia klien: tulislah 'secret' (sebuah berkas) atau kredensial systemd sign_on_\(id)",
                    en: "no client secret: set 'secret' (a file) or the systemd credential sign_on_\(id)"))
            return nil
        }
        guard let secret = text(of: file, problems)?.trimmingCharacters(in: .whitespacesAndNewlines) else { return nil }
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
