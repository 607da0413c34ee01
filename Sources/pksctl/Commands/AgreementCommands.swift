import ArgumentParser

/// Everything about single agreements.
struct AgreementCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements",
        abstract: "Find, enter, advance, sign and fund agreements.",
        discussion: """
            REF is an agreement's reference, such as kota-kupang-2019, or its id. A usual week:

              pksctl agreements list --waiting-on unit_head
              pksctl agreements show kota-kupang-2019
              pksctl agreements document kota-kupang-2019 --kind final_draft --title Naskah
              pksctl agreements advance kota-kupang-2019 finalise
              pksctl agreements sign kota-kupang-2019 pemkot --on 2026-01-29 --number 12

            Whether its money lasts is `pksctl runway REF`; whole sheets of agreements, members, money or bills are taken \
            by `pksctl import`.
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Read",
                subcommands: [
                    AgreementList.self, AgreementShow.self, AgreementMembersByMonth.self, AgreementEvents.self,
                ]),
            CommandGroup(
                name: "Enter and correct",
                subcommands: [AgreementCreate.self, AgreementAmend.self, AgreementLoad.self]),
            CommandGroup(
                name: "Move",
                subcommands: [
                    AgreementAdvance.self, AgreementAdvanceMany.self, AgreementSign.self, AgreementWaive.self,
                    AgreementResolve.self,
                ]),
            CommandGroup(
                name: "Record facts",
                subcommands: [
                    AgreementFund.self, AgreementFundAdvance.self, AgreementReviseBudget.self, AgreementMembers.self,
                    AgreementMemberChange.self, AgreementBill.self, AgreementBillAdvance.self, AgreementPay.self,
                    AgreementDocument.self, AgreementNote.self,
                ]),
        ])
}
