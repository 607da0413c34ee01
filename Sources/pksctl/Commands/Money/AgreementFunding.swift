import Agreements
import ArgumentParser
import Calendars
import Documents

struct AgreementFund: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "Record money for one fiscal year from one source.",
        discussion: """
            There is one line for each year and source; recording it again revises it, for instance when it reaches the \
            next stage. Money counts as available from stage apbd on.

              pksctl agreements fund kota-kupang-2019 --source apbd_ii --year 2019 \\
                --amount 2000000000 --stage apbd
              pksctl agreements fund kota-kupang-2019 --source apbd_ii --year 2019 \\
                --amount 2.000.000.000 --stage dpa --reference DPA-1.02
            """)

    @OptionGroup var agreement: AgreementArgument
    @Option(help: "Where the money comes from.") var source: FundingSource
    @Option(help: "The fiscal year.") var year: Int
    @Option(help: "Whole rupiah, such as 2000000000 or 2.000.000.000.") var amount: Rupiah
    @Option(help: "How far it has come.") var stage: FundingStage
    @Option(help: "The paper behind it, such as a DPA number.") var reference: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "source": .text(source.rawValue), "fiscal_year": .integer(Int64(year)), "amount": .integer(amount.value),
            "stage": .text(stage.rawValue), "reference": reference.map { .text($0) },
        ])
        let done = Bilingual(
            id: "dana \(year) \(amount.value.rupiah) dicatat",
            en: "funding for \(year) of \(amount.value.rupiahEnglish) recorded")
        try await session.change(agreement.ref, "POST", ["funding"], body, change, done: done)
    }
}

struct AgreementFundAdvance: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "fund-advance",
        abstract: "Move a funding line on its way from plan to cash.",
        discussion: """
            The steps are those of the funding workflow (`pksctl workflow show funding`); the line is named by its source \
            and year.

              pksctl agreements fund-advance kupang-2027 apbd_ii-2027 enact --reference "Perda 5/2026"
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The line, such as apbd_ii-2027.") var line: String
    @Argument(help: "The step to take.") var transition: String
    @Option(help: "The paper behind the step, such as a DPA number.") var reference: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body(["transition": .text(transition), "reference": reference.map { .text($0) }])
        let done = Bilingual(id: "anggaran \(line): \(transition)", en: "funding \(line): \(transition)")
        try await session.change(
            agreement.ref, "POST", ["funding", line, "transitions"], body, change, done: done)
    }
}

struct AgreementReviseBudget: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "revise-budget",
        abstract: "Record a new ceiling for a funding line in the middle of its year.",
        discussion: """
            The earlier ceiling stays in the record. Kinds: refocusing (moved by order of the centre), shift (pergeseran), \
            revised_budget (Perubahan APBD), correction (the figure on record was wrong). Which findings come and go with \
            it, `agreements show` says.

              pksctl agreements revise-budget kupang-2027 apbd_ii-2027 --amount 1.900.000.000 \\
                --kind revised_budget --effective-on 2027-09-15 --reference "Perda 7/2027"
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The line, such as apbd_ii-2027.") var line: String
    @Option(help: "The new ceiling (pagu), whole rupiah, not the difference.") var amount: Rupiah
    @Option(help: "Why it is another.") var kind: BudgetRevision.Kind
    @Option(help: ArgumentHelp("The day from which it holds.", valueName: "date")) var effectiveOn: Day
    @Option(help: "The paper behind it, such as a decree's or a DPA's number.") var reference: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "kind": .text(kind.rawValue), "amount": .integer(amount.value),
            "effective_on": .text(effectiveOn.description), "reference": reference.map { .text($0) },
        ])
        let done = Bilingual(
            id: "anggaran \(line) menjadi \(amount.value.rupiah)",
            en: "funding \(line) is \(amount.value.rupiahEnglish) now")
        try await session.change(agreement.ref, "POST", ["funding", line, "revisions"], body, change, done: done)
    }
}
