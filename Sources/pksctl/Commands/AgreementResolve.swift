import ArgumentParser
import Documents

struct AgreementResolve: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say why a finding may stand.",
        discussion: """
            `agreements show` names each finding's key in brackets. The reason holds for the numbers as they are now: with \
            others the finding is open again.

              pksctl agreements resolve kab-kupang-2021 budget_short:2021 \\
                --reason "Kekurangan ditutup provinsi, surat 12/2021"
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The finding's key, such as budget_short:2021.") var finding: String
    @Option(help: "Why; everybody who reads the record will see it.") var reason: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.object(["finding": .text(finding), "reason": .text(reason)])
        let done = Bilingual(id: "temuan \(finding) diberi alasan", en: "finding \(finding) resolved")
        try await session.change(agreement.ref, "POST", ["resolutions"], body, change, done: done)
    }
}
