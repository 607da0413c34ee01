import Courier

extension Posting {
    /// A posting without TLS to this machine, with patience.
    static func local(
        _ mailbox: Mailbox, from sender: String = "pengirim@contoh.invalid",
        to recipients: [String] = ["penerima@contoh.invalid"], message: [UInt8] = Array(letter.utf8),
        limits: Lease.Limits = patient, addresses: AddressRules = .loopbackOnly
    ) -> Posting {
        Posting(
            id: "posting", server: mailbox.plain, security: .none, sender: sender, recipients: recipients,
            message: message, limits: limits, addresses: addresses)
    }

    /// A posting as the servers that ask for TLS and a password want it.
    static func protected(
        _ mailbox: Mailbox, _ security: Security = .startTLS, password: String? = "kata sandi",
        caFile: String?
    ) -> Posting {
        var posting = local(mailbox)
        posting.server = security == .implicit ? mailbox.secure : mailbox.plain
        posting.security = security
        posting.credentials = password.map { Credentials(user: "pengirim", password: $0) }
        posting.caFile = caFile
        return posting
    }
}

extension PostingOutcome {
    var accepted: Reply? { if case .accepted(let reply) = result { reply } else { nil } }
    var refused: Reply? { if case .refused(let reply) = result { reply } else { nil } }
    var failure: Outcome.Failure? { if case .failed(let failure) = result { failure } else { nil } }
}

let letter = "From: pengirim@contoh.invalid\r\nTo: penerima@contoh.invalid\r\nSubject: Halo\r\n\r\nIsi.\r\n"
