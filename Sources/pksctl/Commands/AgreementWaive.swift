import ArgumentParser
import Documents

struct AgreementWaive: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "waive",
        abstract: "Let a requirement be, with a reason that is recorded.",
        discussion: """
            Only requirements that their workflow says may be waived, by the roles it names; `pksctl why REF` shows both, \
            with each requirement's id in brackets. It holds until the agreement moves on.

              pksctl agreements waive kupang-2027 budget --reason "Kekurangan ditutup pada APBD Perubahan"
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The requirement's id, such as budget or document:final_draft.") var requirement: String
    @Option(help: "Why; everybody who reads the record will see it.") var reason: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.object(["requirement": .text(requirement), "reason": .text(reason)])
        let done = Bilingual(id: "syarat \(requirement) dikesampingkan", en: "requirement \(requirement) waived")
        try await session.change(agreement.ref, "POST", ["waivers"], body, change, done: done)
    }
}
