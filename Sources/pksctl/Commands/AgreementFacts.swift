import Agreements
import ArgumentParser
import Calendars
import Documents

struct AgreementSign: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Record one party's signature, and its number.",
        discussion: """
            Each party has its own signature and its own document number. The number may come later: repeat the command \
            with it.

              pksctl agreements sign kota-kupang-2019 pemkot --on 2019-01-29
              pksctl agreements sign kota-kupang-2019 bpjs --on 2019-01-29 --number 12/0119
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The party's key in the agreement, such as pemkot or bpjs.") var party: String
    @Option(help: ArgumentHelp("The day it signed, such as 2026-01-29.", valueName: "date")) var on: Day
    @Option(help: "The party's own number for the paper.") var number: String?
    @Option(help: "How it was signed.") var method = Signature.Method.wet
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "party": .text(party), "signed_on": .text(on.description), "number": number.map { .text($0) },
            "method": .text(method.rawValue),
        ])
        let done = Bilingual(id: "tanda tangan \(party) dicatat", en: "signature of \(party) recorded")
        try await session.change(agreement.ref, "POST", ["signatures"], body, change, done: done)
    }
}

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

struct AgreementMembers: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "members",
        abstract: "Record how many people are insured, from month to month.",
        discussion: """
            The count recorded last holds for its months. `--until` is the last month, included.

              pksctl agreements members kota-kupang-2019 --segment pbpu_bp_pemda \\
                --from 2019-01 --until 2019-12 --count 5000
            """)

    @OptionGroup var agreement: AgreementArgument
    @Option(help: "The group of people.") var segment: Segment
    @Option(help: ArgumentHelp("The first month, such as 2026-01.", valueName: "month")) var from: Month
    @Option(help: ArgumentHelp("The last month, included.", valueName: "month")) var until: Month
    @Option(help: "How many people.") var count: Int64
    @Option(help: "Who says so, such as a member decree.") var source: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "segment": .text(segment.rawValue), "from": .text(from.description), "until": .text(until.description),
            "count": .integer(count), "source": source.map { .text($0) },
        ])
        let done = Bilingual(
            id: "\(count.indonesian) peserta dicatat", en: "\(count.english) members recorded")
        try await session.change(agreement.ref, "POST", ["members"], body, change, done: done)
    }
}

struct AgreementDocument: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Record that a document exists, and where.",
        discussion: """
            Its content stays where it is. Kinds in use: terms_of_reference (KAK), initiation_letter, feasibility_study, \
            review_minutes (risalah TKKSD), offer_letter, reply_letter, council_letter, final_draft, power_of_attorney \
            (surat kuasa), member_decree (SK peserta), member_update_minutes, budget_evidence, regulation, signed_copy, \
            termination_letter, suspension_letter, arrears_settlement, closing_reconciliation, final_report, news_report, \
            award.

              pksctl agreements document kota-kupang-2019 --kind power_of_attorney \\
                --title "Surat kuasa Wali Kota" --dated 2019-01-25 --reference 180/12/2019
            """)

    @OptionGroup var agreement: AgreementArgument
    @Option(help: "What it is, such as final_draft.") var kind: String
    @Option(help: "What it is called.") var title: String
    @Option(help: ArgumentHelp("The date on it.", valueName: "date")) var dated: Day?
    @Option(help: "Its number, address or shelf.") var reference: String?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body = JSON.body([
            "kind": .text(kind), "title": .text(title), "dated": dated.map { .text($0.description) },
            "reference": reference.map { .text($0) },
        ])
        let done = Bilingual(id: "dokumen \(kind) dicatat", en: "document \(kind) recorded")
        try await session.change(agreement.ref, "POST", ["documents"], body, change, done: done)
    }
}

struct AgreementNote: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "note",
        abstract: "Write something down for whoever reads the record next.",
        discussion: """
            Kinds: comment, context (what one must know), missing (what nobody could find), inconsistency (what does not \
            fit).

              pksctl agreements note kota-kupang-2019 --kind missing \\
                "Surat kuasa Wali Kota belum ditemukan"
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The note; quote it.") var text: String
    @Option(help: "What sort of note.") var kind = Note.Kind.comment
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let body: JSON = ["kind": .text(kind.rawValue), "text": .text(text)]
        try await session.change(
            agreement.ref, "POST", ["notes"], body, change, done: Bilingual(id: "catatan disimpan", en: "note kept"))
    }
}
