public import Courier
public import Documents

/// Why a sign-in by a provider came to nothing.
///
/// ``message`` is for the operator's log. People are shown ``publicMessage``, which tells a stranger nothing.
public enum SignOnError: Error, Sendable, Equatable {
    /// What the daemon asks of a provider.
    public enum Step: String, Sendable, CaseIterable {
        case discovery, keys, token, userInfo
    }

    /// What a provider does not offer and nobody can sign in without.
    public enum Need: Sendable, Equatable, CaseIterable {
        case code, proofKey, signing, clientSecret
    }

    // Asking the provider.
    case noAnswer(Step, Outcome.Failure)
    /// A status other than 200, redirects among them, with the reason where one was given.
    case refused(Step, status: Int, Refusal?)
    case oversized(Step)
    case unreadable(Step, Lack)
    case unsupported(Need)
    /// The member of the provider's description is no `https` address.
    case unsafeAddress(String)
    /// Another issuer answers than was set up.
    case wrongIssuer(said: Quoted)

    // Coming back.
    /// What the browser should have kept is not there, or was not made here.
    case unknownPending
    case expired
    /// It is the answer to another sign-in.
    case wrongState
    /// The answer names another issuer, or none though it must (RFC 9207).
    case answerOfAnother(said: Quoted?)
    case brokenQuery
    case declined(Refusal)

    // Believing.
    case badToken(TokenFault)
    /// UserInfo speaks of somebody else.
    case otherSubject

    /// What an answer lacks.
    public enum Lack: Sendable, Equatable {
        case noObject
        case missing(String)
    }
}

extension SignOnError {
    /// For the person in front of the page.
    public var publicMessage: Bilingual {
        switch self {
        case .unknownPending, .expired, .wrongState, .brokenQuery:
            Bilingual(
                id: "Proses masuk ini sudah tidak berlaku. Mulailah lagi dari halaman masuk.",
                en: "This sign-in is no longer valid. Start again from the sign-in page.")
        case .declined:
            Bilingual(
                id: "Anda tidak jadi masuk, atau akun Anda tidak diizinkan. Anda dapat mencoba lagi.",
                en: "You did not sign in, or your account may not. You can try again.")
        default:
            Bilingual(
                id: "Masuk dengan akun lembaga sedang tidak dapat dilakukan. Pengelola dapat melihat sebabnya.",
                en: "Signing in with your institution's account does not work now. The operator can see why.")
        }
    }

    /// Whether an operator must mend something; otherwise it was the person, or a stranger.
    public var needsMending: Bool {
        switch self {
        case .unknownPending, .expired, .wrongState, .brokenQuery: false
        case .declined(let refusal): refusal.error.description != "access_denied"
        // Whoever waited has gone, or the daemon stops.
        case .noAnswer(_, let failure): failure.kind != .cancelled
        default: true
        }
    }
}
