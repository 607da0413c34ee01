import Courier
import Documents
import Foundation
import SignOn

extension Settings {
    /// `sign_on`: the institutions whose people may sign in with their own accounts (OpenID Connect), each with `id`, `label`,
    /// `issuer`, `client_id`, and as they are needed `secret`, `scopes`, `ca`, `allow`.
    static func signOn(
        _ list: Node?, environment: [String: String], _ problems: Problems
    ) -> [SignOnSettings] {
        var seen: Set<String> = []
        return (list.flatMap { problems.list($0) } ?? []).compactMap { node in
            guard let institution = institution(node, environment, problems) else { return nil }
            guard seen.insert(institution.id).inserted else {
                problems.report(
                    node.place,
                    Bilingual(
                        id: "id '\(institution.id)' dipakai dua kali", en: "the id '\(institution.id)' is used twice"))
                return nil
            }
            return institution
        }
    }

    private static func institution(
        _ node: Node, _ environment: [String: String], _ problems: Problems
    ) -> SignOnSettings? {
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
        let allow = map.optionalList("allow").compactMap {
            problems.parsed($0, as: Bilingual(id: "rentang seperti 10.1.0.0/16", en: "a range such as 10.1.0.0/16")) {
                CIDR($0)
            }
        }
        func path(_ key: String) -> String? {
            map.optionalText(key).map { $0.hasPrefix("/") ? $0 : folder(of: node.place.file ?? "") + "/" + $0 }
        }
        let (authorities, secret) = (path("ca"), path("secret"))
        map.finish()
        guard let id, let label, let issuer, let clientID else { return nil }
        return SignOnSettings(
            id: id, label: label, issuer: issuer, clientID: clientID, scopes: scopes ?? OpenIDProvider.usualScopes,
            allow: allow, authoritiesFile: authorities,
            secretFile: secret ?? environment["CREDENTIALS_DIRECTORY"].map { "\($0)/sign_on_\(id)" }, place: node.place)
    }
}
