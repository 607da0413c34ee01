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
