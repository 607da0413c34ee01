import Agreements
import ArgumentParser
import Calendars
import Documents

struct AgreementBill: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "bill",
        abstract: "Record one month's contribution bill.",
        discussion: """
            When it is due follows from the programme (JKN on the 10th, Jamsostek on the 15th).

              pksctl agreements bill kota-kupang-2019 --month 2019-02 --amount 115000000 --heads 5000

            One that is already on its way or paid, as it stands:

              pksctl agreements bill kota-kupang-2019 --month 2019-01 --amount 115000000 \\
                --stage settled --paid 115000000
            """)

    @OptionGroup var agreement: AgreementArgument
    @Option(help: ArgumentHelp("The month it is for, such as 2026-01.", valueName: "month")) var month: Month
    @Option(help: "Whole rupiah, such as 115000000 or 115.000.000.") var amount: Rupiah
    @Option(help: "How many people are billed.") var heads: Int64?
    @Option(help: "Its number or address.") var reference: String?
    @Option(help: "How far it has come, a state of the bill workflow. (default: its first)") var stage: String?
    @Option(help: "What has been paid of it already, in whole rupiah.") var paid: Rupiah?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "month": .text(month.description), "amount": .integer(amount.value), "heads": heads.map { .integer($0) },
            "reference": reference.map { .text($0) }, "stage": stage.map { .text($0) },
            "paid": paid.map { .integer($0.value) },
        ])
        let done = Bilingual(
            id: "tagihan \(month) sebesar \(amount.value.rupiah) dicatat",
            en: "bill for \(month) of \(amount.value.rupiahEnglish) recorded")
        try await session.change(agreement.ref, "POST", ["bills"], body, change, done: done)
    }
}

struct AgreementBillAdvance: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "bill-advance",
        abstract: "Move one month's bill on its way to payment.",
        discussion: """
            The steps are those of the bill workflow (`pksctl workflow show bill`): reconcile, request-payment (SPP), \
            order-payment (SPM), disburse (SP2D), settle; and fall-into-arrears, dispute, resolve.

              pksctl agreements bill-advance kota-kupang-2019 2019-02 reconcile
              pksctl agreements bill-advance kota-kupang-2019 2019-02 settle \\
                --paid 115000000 --reference SP2D-0042
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The bill's month, such as 2026-01.") var month: Month
    @Argument(help: "The step to take.") var transition: String
    @Option(help: "What has been paid of it so far, in whole rupiah.") var paid: Rupiah?
    @Option(help: "The paper behind the step, such as an SP2D number.") var reference: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "transition": .text(transition), "paid": paid.map { .integer($0.value) },
            "reference": reference.map { .text($0) },
        ])
        let done = Bilingual(id: "tagihan \(month): \(transition)", en: "bill for \(month): \(transition)")
        try await session.change(
            agreement.ref, "POST", ["bills", month.description, "transitions"], body, change, done: done)
    }
}

struct AgreementPay: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: "Record money that has reached BPJS for one month's bill.",
        discussion: """
            In whole or in part; each payment stays in the record with its day.

              pksctl agreements pay kota-kupang-2019 2019-02 --amount 115.000.000 --on 2019-02-08 \\
                --reference SP2D-0042
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The bill's month, such as 2026-01.") var month: Month
    @Option(help: "Whole rupiah, such as 115000000 or 115.000.000.") var amount: Rupiah
    @Option(help: ArgumentHelp("The day it was paid.", valueName: "date")) var on: Day
    @Option(help: "The paper behind it, such as an SP2D number.") var reference: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "amount": .integer(amount.value), "paid_on": .text(on.description),
            "reference": reference.map { .text($0) },
        ])
        let done = Bilingual(
            id: "pembayaran \(amount.value.rupiah) untuk tagihan \(month) dicatat",
            en: "payment of \(amount.value.rupiahEnglish) for the bill of \(month) recorded")
        try await session.change(
            agreement.ref, "POST", ["bills", month.description, "payments"], body, change, done: done)
    }
}
