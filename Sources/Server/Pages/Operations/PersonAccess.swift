import Agreements
import Documents
import Engine
import Ledger

/// How somebody signs in, as the page about them shows it to whoever may know.
struct PersonAccess {
    struct Button {
        var path: String
        var label: String
    }

    var accessFacts: [Fact]
    /// What is done at once.
    var buttons: [Button] = []
    var accessLinks: [ListPage.Link] = []

    /// - Returns: nil for a reader who neither looks after them, nor is they, nor reads all.
    init?(_ person: Person, _ pages: Pages, _ context: PageContext) async throws {
        let principal = context.principal
        let mayLook = principal.mayLook(after: person)
        let isSelf = context.signedIn.person.id == person.id
        guard mayLook || isSelf || principal.role == .auditor else { return nil }
        let account = try await pages.engine.ledger.account(of: person.id)
        let path = PersonForms.path(person)
        accessFacts = PersonAccess.facts(account, pages, context)
        if isSelf {
            accessLinks = [
                .init(path: "/me", text: context.say("Kata sandi dan sesi saya", "My password and sessions"))
            ]
        }
        if mayLook, account == nil || principal.may(.manageAccounts) && account?.disabledAt == nil {
            buttons.append(
                .init(
                    path: path + "/invite",
                    label: account == nil
                        ? context.say("Buat tautan undangan", "Make an invitation link")
                        : context.say("Buat tautan kata sandi baru", "Make a link for a new password")))
        }
        guard mayLook, principal.may(.manageAccounts), let account, !isSelf else { return }
        let last = try await pages.engine.ledger.sessions(of: person.id).first?.lastSeenAt
        accessFacts.append(
            .init(
                label: context.say("Terakhir terlihat", "Last seen"),
                value: last.map { pages.text($0, context) } ?? context.say("tidak sedang masuk", "not signed in")))
        accessLinks.append(
            .init(path: path + "/sessions", text: context.say("Di mana ia sedang masuk", "Where they are signed in")))
        if account.disabledAt == nil {
            accessLinks.append(
                .init(path: path + "/disable", text: context.say("Nonaktifkan akunnya", "Disable their account")))
        } else {
            buttons.append(.init(path: path + "/enable", label: context.say("Aktifkan lagi", "Enable it again")))
        }
    }

    private static func facts(_ account: Account?, _ pages: Pages, _ context: PageContext) -> [Fact] {
        let label = context.say("Akun", "Account")
        guard let account else {
            return [.init(label: label, value: context.say("belum punya akun", "has no account yet"))]
        }
        func state() -> String {
            if let end = account.disabledAt {
                return context.say("dinonaktifkan sejak ", "disabled since ") + pages.text(end, context)
            }
            return context.say("sejak ", "since ") + pages.text(account.createdAt, context)
        }
        return [
            .init(label: context.say("Masuk dengan nama", "Signs in as"), value: account.name),
            .init(label: label, value: state(), isBad: account.disabledAt != nil),
            .init(
                label: context.say("Lewat", "By"),
                value: [
                    account.passwordHash.map { _ in context.say("kata sandi", "password") }, account.identity?.issuer,
                ].compactMap { $0 }.joined(separator: ", ")),
        ]
    }
}
