import Documents

extension Identity {
    private static let textMax = 254

    /// - Parameter claims: of a verified ID Token or of the same person's UserInfo.
    init(issuer: String, subject: String, claims: JSON) {
        // Some providers write the yes as text.
        let isVerified = claims["email_verified"] == true || claims["email_verified"] == "true"
        let email = Identity.shown(claims["email"])
        self.init(
            issuer: issuer, subject: subject, email: email, isEmailVerified: email != nil && isVerified,
            name: Identity.shown(claims["name"]) ?? Identity.shown(claims["preferred_username"]))
    }

    /// Nil for what is no text that people could be shown.
    private static func shown(_ claim: JSON?) -> String? {
        guard let text = claim?.text, !text.isEmpty, text.utf8.count <= textMax,
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        return text
    }
}
