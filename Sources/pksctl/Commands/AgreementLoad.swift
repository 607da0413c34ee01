import ArgumentParser

struct AgreementLoad: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Enter agreements with their whole history from seed files.",
        discussion: """
            A seed file holds `agreement` (as for `agreements create`), and optionally `documents`, `funding`, `revisions` \
            (each with its `line`), `members`, `member_changes`, `bills`, `payments` (each with its `month`), `coverage`, \
            `notes`, and `walk`: the steps to where the paper really is, each at its true date.

              pksctl agreements load Config/seeds/*.yaml

            One line is printed for each step; it stops at the first that is refused. Loading a file again changes \
            nothing, and an agreement that was there before is left as it is.

            A step of the walk names the role that takes it (`by: unit_head`). Where PKSCTL_TOKEN_UNIT_HEAD is set, that \
            token is used for it, otherwise PKSCTL_TOKEN; likewise for every other role.
            """)

    @Argument(help: "The seed files (YAML).", completion: .file(extensions: ["yaml"])) var files: [String]
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let loader = SeedLoader(session: session)
        for file in files { try await loader.load(InputFile(file)) }
    }
}
