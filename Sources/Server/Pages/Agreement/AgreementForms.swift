import Agreements
import Calendars
import Documents
import Engine
import Workflows

/// The forms of an agreement's page.
struct AgreementForms {
    let agreement: Agreement
    let workflow: Workflow
    let today: Day
    /// Where the reader is led once it is done.
    let back: String
    /// Tells its forms from those of other agreements on the same page.
    var prefix = ""
    /// On it the reader comes back to the part that they filled in.
    private var isOwnPage: Bool { prefix.isEmpty }

    private func form(
        _ act: AgreementAct, of subject: String = "", _ title: Bilingual, button: Bilingual? = nil,
        _ fields: [Form.Field]
    ) -> Form {
        let name = AgreementForms.name(act, subject)
        let standing = [
            Form.Field.hidden("form", name), .hidden("back", isOwnPage ? "\(back)#\(act.section)" : back),
        ]
        return Form(
            id: prefix + name, action: "/agreements/\(agreement.id)/\(act.rawValue)", title: title,
            button: button ?? title,
            fields: standing + fields, version: agreement.version)
    }

    /// Fit for an attribute of the page, whatever the subject is called.
    private static func name(_ act: AgreementAct, _ subject: String) -> String {
        let name = subject.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") ? $0 : "-" }
        return subject.isEmpty ? act.rawValue : "\(act.rawValue)-\(String(name))"
    }

    private static let reason = Form.Field("reason", Bilingual(id: "Alasan", en: "Reason"), .prose)

    func advance(_ transition: Workflow.Transition) -> Form {
        let isDangerous = workflow.state(transition.to)?.isFinal == true && transition.to != "expired"
        var form = form(
            .advance, of: transition.name, transition.label,
            [
                .hidden("transition", transition.name),
                Form.Field(
                    "effective_on", Bilingual(id: "Berlaku tanggal", en: "True since"), .day, isRequired: false,
                    value: today.description),
                isDangerous
                    ? AgreementForms.reason
                    : Form.Field("reason", Bilingual(id: "Catatan", en: "Remark"), .text, isRequired: false),
            ])
        form.isDangerous = isDangerous
        return form
    }

    func sign(_ party: Party) -> Form {
        if let signature = party.signature { return number(party, signature) }
        return form(
            .sign, of: party.key,
            Bilingual(id: "Catat tanda tangan \(party.name)", en: "Record the signature of \(party.name)"),
            button: Bilingual(id: "Catat tanda tangan", en: "Record the signature"),
            [
                .hidden("party", party.key),
                Form.Field(
                    "signed_on", Bilingual(id: "Tanggal tanda tangan", en: "Signed on"), .day,
                    value: today.description),
                Form.Field(
                    "number", Bilingual(id: "Nomor naskah pihak ini", en: "This party's number of the paper"), .text,
                    isRequired: false, value: party.number ?? ""),
                Form.Field("method", Bilingual(id: "Cara", en: "How"), .choice(.all(Signature.Method.self, \.label))),
            ])
    }

    /// What is still missing of a party that has signed.
    private func number(_ party: Party, _ signature: Signature) -> Form {
        form(
            .sign, of: party.key,
            Bilingual(id: "Lengkapi nomor naskah \(party.name)", en: "Add the number of \(party.name)"),
            button: Bilingual(id: "Simpan nomor", en: "Save the number"),
            [
                .hidden("party", party.key), .hidden("signed_on", signature.signedOn.description),
                .hidden("method", signature.method.rawValue),
                Form.Field(
                    "number", Bilingual(id: "Nomor naskah pihak ini", en: "This party's number of the paper"), .text),
            ])
    }

    var fund: Form {
        form(
            .fund, Bilingual(id: "Catat anggaran", en: "Record a budget"),
            [
                Form.Field(
                    "source", Bilingual(id: "Sumber dana", en: "Source"), .choice(.all(FundingSource.self, \.label))),
                Form.Field(
                    "fiscal_year", Bilingual(id: "Tahun anggaran", en: "Fiscal year"), .integer,
                    value: String(agreement.validFrom?.year ?? today.year)),
                Form.Field("amount", Bilingual(id: "Jumlah (rupiah)", en: "Amount (rupiah)"), .rupiah),
                Form.Field("stage", Bilingual(id: "Tahap", en: "Stage"), .choice(.all(FundingStage.self, \.label))),
                Form.Field(
                    "reference", Bilingual(id: "Nomor dokumen", en: "Number of the document"), .text, isRequired: false),
            ])
    }

    func revise(_ line: FundingLine) -> Form {
        form(
            .revise, of: line.key, Bilingual(id: "Ubah pagu", en: "Revise the ceiling"),
            [
                .hidden("line", line.key),
                Form.Field(
                    "kind", Bilingual(id: "Karena", en: "Because of"), .choice(.all(BudgetRevision.Kind.self, \.label))),
                Form.Field("amount", Bilingual(id: "Pagu baru (rupiah)", en: "New ceiling (rupiah)"), .rupiah),
                Form.Field(
                    "effective_on", Bilingual(id: "Berlaku tanggal", en: "In force since"), .day,
                    value: today.description),
                Form.Field(
                    "reference", Bilingual(id: "Nomor dokumen", en: "Number of the document"), .text, isRequired: false),
            ])
    }

    var members: Form {
        let from = agreement.validFrom?.month ?? today.month
        return form(
            .members, Bilingual(id: "Catat peserta", en: "Record members"),
            [
                Form.Field("segment", Bilingual(id: "Segmen", en: "Segment"), .choice(.all(Segment.self, \.label))),
                Form.Field("from", Bilingual(id: "Dari bulan", en: "From"), .month, value: from.description),
                Form.Field(
                    "until", Bilingual(id: "Sampai bulan", en: "Until"), .month,
                    value: (agreement.validUntil?.month ?? from).description),
                Form.Field("count", Bilingual(id: "Jumlah orang", en: "People"), .integer),
                Form.Field(
                    "source", Bilingual(id: "Sumber angka", en: "Source of the figure"), .text, isRequired: false),
                Form.Field("as_of", Bilingual(id: "Keadaan tanggal", en: "As of"), .day, isRequired: false),
            ])
    }

    var memberChanges: Form {
        form(
            .memberChanges, Bilingual(id: "Catat mutasi", en: "Record changes of members"),
            [
                Form.Field("segment", Bilingual(id: "Segmen", en: "Segment"), .choice(.all(Segment.self, \.label))),
                Form.Field(
                    "month", Bilingual(id: "Berlaku mulai bulan", en: "Counts from"), .month,
                    value: today.month.description),
            ]
                + MemberChange.Reason.allCases.map { Form.Field($0.rawValue, $0.label, .integer, isRequired: false) }
                + [
                    Form.Field(
                        "source", Bilingual(id: "Sumber angka", en: "Source of the figure"), .text, isRequired: false)
                ])
    }

    var bill: Form {
        form(
            .bill, Bilingual(id: "Catat tagihan", en: "Record a bill"),
            [
                Form.Field("month", Bilingual(id: "Bulan", en: "Month"), .month, value: today.month.description),
                Form.Field("amount", Bilingual(id: "Jumlah (rupiah)", en: "Amount (rupiah)"), .rupiah),
                Form.Field("heads", Bilingual(id: "Jumlah orang", en: "People"), .integer, isRequired: false),
                Form.Field(
                    "reference", Bilingual(id: "Nomor tagihan", en: "Number of the bill"), .text, isRequired: false),
            ])
    }

    func pay(_ bill: Bill) -> Form {
        form(
            .pay, of: bill.month.description,
            Bilingual(
                id: "Catat pembayaran \(bill.month.indonesian)", en: "Record a payment for \(bill.month.english)"),
            button: Bilingual(id: "Catat pembayaran", en: "Record the payment"),
            [
                .hidden("month", bill.month.description),
                Form.Field(
                    "amount", Bilingual(id: "Dibayar (rupiah)", en: "Paid (rupiah)"), .rupiah,
                    value: bill.owed.indonesian),
                Form.Field("paid_on", Bilingual(id: "Tanggal bayar", en: "Paid on"), .day, value: today.description),
                Form.Field(
                    "reference", Bilingual(id: "Nomor SP2D", en: "Number of the SP2D"), .text, isRequired: false),
            ])
    }

    /// A step of a bill or a funding line.
    func part(_ part: Agreement.Part, _ transition: Workflow.Transition) -> Form {
        form(
            .part, of: "\(part.key)-\(transition.name)", transition.label,
            [
                .hidden("part", part.key), .hidden("transition", transition.name),
                Form.Field(
                    "reference", Bilingual(id: "Nomor dokumen", en: "Number of the document"), .text, isRequired: false),
            ])
    }

    /// - Parameter kind: what the next step asks for, where it does.
    func document(_ kind: String? = nil) -> Form {
        let kinds = workflow.documentKinds(beside: agreement)
        return form(
            .document, of: kind ?? "", Bilingual(id: "Catat dokumen", en: "Record a document"),
            [
                kind.map { Form.Field.hidden("kind", $0) }
                    ?? Form.Field("kind", Bilingual(id: "Jenis", en: "Kind"), .choice(kinds)),
                Form.Field(
                    "title", Bilingual(id: "Judul", en: "Title"), .text,
                    value: kind.map { Document.label(of: $0).id } ?? ""),
                Form.Field("dated", Bilingual(id: "Tanggal dokumen", en: "Dated"), .day, isRequired: false),
                Form.Field("reference", Bilingual(id: "Nomor", en: "Number"), .text, isRequired: false),
                Form.Field(
                    "note", Bilingual(id: "Aslinya disimpan di", en: "The original is kept at"), .text,
                    isRequired: false),
            ])
    }

    var note: Form {
        form(
            .note, Bilingual(id: "Tambah catatan", en: "Add a note"),
            [
                Form.Field("kind", Bilingual(id: "Jenis", en: "Kind"), .choice(.all(Note.Kind.self, \.label))),
                Form.Field("text", Bilingual(id: "Catatan", en: "Note"), .prose),
            ])
    }

    /// The paper's own lines: title and term.
    var term: Form {
        form(
            .term, Bilingual(id: "Ubah judul dan masa berlaku", en: "Change title and term"),
            [
                Form.Field("title", Bilingual(id: "Judul", en: "Title"), .text, value: agreement.title),
                Form.Field(
                    "valid_from", Bilingual(id: "Berlaku dari", en: "In force from"), .day,
                    isRequired: agreement.validFrom != nil, value: agreement.validFrom?.description ?? ""),
                Form.Field(
                    "valid_until", Bilingual(id: "Berlaku sampai", en: "In force until"), .day,
                    isRequired: agreement.validUntil != nil, value: agreement.validUntil?.description ?? ""),
            ])
    }

    /// Who a party is, and who signs for it; all but what its signature says.
    func party(_ party: Party) -> Form {
        partyForm(
            party.key, Bilingual(id: "Ubah \(party.name)", en: "Change \(party.name)"),
            button: Bilingual(id: "Simpan", en: "Save"), party,
            side: .hidden("party.side", party.side.rawValue))
    }

    var newParty: Form {
        let number = (1...).first { number in !agreement.parties.contains { $0.key == "pihak\(number)" } } ?? 0
        let title = Bilingual(id: "Tambah pihak", en: "Add a party")
        return partyForm(
            "pihak\(number)", title, button: title, nil,
            side: Form.Field(
                "party.side", Bilingual(id: "Sebagai", en: "As"), .choice(.all(Party.Side.self, \.label)),
                value: Party.Side.other.rawValue))
    }

    private func partyForm(
        _ key: String, _ title: Bilingual, button: Bilingual, _ party: Party?, side: Form.Field
    ) -> Form {
        let signatory = party?.signatory
        var authority = Form.Field(
            "party.signatory.authority.document", Bilingual(id: "Surat kuasa", en: "Power of attorney"), .text,
            isRequired: false, value: signatory?.authority?.document ?? "")
        authority.hint = Bilingual(
            id: "bila bukan kepala daerah sendiri yang menandatangani",
            en: "unless the head of the region signs in person")
        return form(
            .party, of: key, title, button: button,
            [
                .hidden("party.key", key),
                Form.Field(
                    "party.name", Bilingual(id: "Nama pihak", en: "Name of the party"), .text, value: party?.name ?? ""),
                side,
                Form.Field(
                    "party.unit", Bilingual(id: "Perangkat daerah", en: "Office that acts for it"), .text,
                    isRequired: false, value: party?.unit ?? ""),
                Form.Field(
                    "party.signatory.name", Bilingual(id: "Penanda tangan", en: "Signatory"), .text, isRequired: false,
                    value: signatory?.name ?? ""),
                Form.Field(
                    "party.signatory.office", Bilingual(id: "Jabatannya", en: "Their office"), .text,
                    isRequired: false, value: signatory?.office ?? ""),
                authority,
                Form.Field(
                    "party.signatory.authority.number", Bilingual(id: "Nomor surat kuasa", en: "Its number"), .text,
                    isRequired: false, value: signatory?.authority?.number ?? ""),
                Form.Field(
                    "party.signatory.authority.date", Bilingual(id: "Tanggal surat kuasa", en: "Its date"), .day,
                    isRequired: false, value: signatory?.authority?.date?.description ?? ""),
            ])
    }

    func removeParty(_ party: Party) -> Form {
        var form = form(
            .removeParty, of: party.key, Bilingual(id: "Hapus \(party.name)", en: "Remove \(party.name)"),
            [.hidden("party", party.key)])
        form.isDangerous = true
        return form
    }

    /// All of them at once, as they stand on the last page of the paper.
    var witnesses: Form {
        var field = Form.Field(
            "witnesses", Bilingual(id: "Saksi", en: "Witnesses"), .prose, isRequired: false,
            value: agreement.witnesses.map(\.line).joined(separator: "\n"))
        field.hint = Bilingual(
            id: "satu orang di setiap baris: nama; jabatan", en: "one person in each line: name; office")
        return form(
            .witnesses, Bilingual(id: "Ubah saksi", en: "Change the witnesses"),
            button: Bilingual(id: "Simpan", en: "Save"), [field])
    }

    /// A field that the workflow declares.
    func field(_ field: Workflow.Field) -> Form {
        let content: Form.Content =
            switch field.kind {
            case .text: .text
            case .integer: .integer
            case .decimal: .decimal
            case .rupiah: .rupiah
            case .date: .day
            case .boolean: .answer
            }
        return form(
            .amend, of: field.name, Bilingual(id: "Isi \(field.label.id)", en: "Fill in \(field.label.en)"),
            button: Bilingual(id: "Simpan", en: "Save"),
            [
                Form.Field("fields.\(field.name)", field.label, content),
                Form.Field("source", Bilingual(id: "Sumber", en: "Source"), .text, isRequired: false),
                Form.Field("as_of", Bilingual(id: "Keadaan tanggal", en: "As of"), .day, isRequired: false),
            ])
    }

    /// - Parameter requirement: its id.
    func waive(_ requirement: String) -> Form {
        form(
            .waive, of: requirement, Bilingual(id: "Kesampingkan syarat ini", en: "Waive this requirement"),
            [.hidden("requirement", requirement), AgreementForms.reason])
    }

    /// - Parameter finding: its key.
    func resolve(_ finding: String) -> Form {
        form(
            .resolve, of: finding, Bilingual(id: "Jelaskan temuan", en: "Explain the finding"),
            [.hidden("finding", finding), AgreementForms.reason])
    }

    /// What may have stood on the page until somebody else was faster: a step from another state, a party or a finding that
    /// is gone.
    func former(_ input: FormInput, machines: (Agreement.Part) -> Workflow?) -> [Form] {
        let parts = agreement.parts.flatMap { part in
            (machines(part)?.transitions ?? []).map { self.part(part, $0) }
        }
        let gone = [("party.key", "party.name"), ("party", "party")].map { key, name in
            Party(key: input.text(key), name: input.text(name), side: .other, required: false)
        }
        return workflow.transitions.map(advance) + parts
            + workflow.transitions.flatMap(\.requirements).map { waive($0.id) } + [resolve(input.text("finding"))]
            + gone.flatMap { [party($0), removeParty($0), sign($0)] }
    }

    /// All that may stand on the page now, to find the one that came back.
    ///
    /// - Parameter machines: the rules of bills and funding lines.
    func all(machines: (Agreement.Part) -> Workflow?) -> [Form] {
        let transitions = workflow.transitions(from: agreement.state)
        let parts = agreement.parts.flatMap { part in
            (machines(part)?.transitions(from: agreement.state(of: part) ?? "") ?? []).map { self.part(part, $0) }
        }
        let kinds = workflow.documentKinds(beside: agreement).map { document($0.value) }
        return transitions.map(advance) + agreement.parties.map(sign) + [
            fund, members, memberChanges, bill, note, term, newParty, witnesses,
        ]
            + agreement.parties.flatMap { [party($0), removeParty($0)] }
            + agreement.funding.map(revise) + agreement.bills.map(pay) + parts + [document()] + kinds
            + workflow.fields.map(field) + transitions.flatMap(\.requirements).map { waive($0.id) }
    }
}

extension Form.Field {
    init(
        _ name: String, _ label: Bilingual, _ content: Form.Content, isRequired: Bool = true, value: String = ""
    ) {
        self.init(name: name, label: label, content: content, isRequired: isRequired, value: value)
    }

    static func hidden(_ name: String, _ value: String) -> Form.Field {
        Form.Field(
            name: name, label: Bilingual(id: "", en: ""), content: .text, isRequired: false, value: value,
            isHidden: true)
    }
}

extension [Form.Choice] {
    static func all<Kind: CaseIterable & RawRepresentable>(
        _ type: Kind.Type, _ label: (Kind) -> Bilingual
    ) -> [Form.Choice] where Kind.RawValue == String {
        type.allCases.map { Form.Choice(value: $0.rawValue, label: label($0)) }
    }
}

extension Workflow {
    /// The kinds of documents that its steps ask for, and those that an agreement has besides.
    func documentKinds(beside agreement: Agreement) -> [Form.Choice] {
        var kinds: Set<String> = Set(agreement.documents.map(\.kind)).union(["other"])
        func collect(_ requirements: [Requirement]) {
            for requirement in requirements {
                switch requirement.check {
                case .document(let kind): kinds.insert(kind)
                case .any(let others): collect(others)
                default: break
                }
            }
        }
        collect(transitions.flatMap(\.requirements))
        return kinds.sorted().map { Form.Choice(value: $0, label: Document.label(of: $0)) }
    }
}

extension AgreementAct {
    /// The part of an agreement's page that shows what it did.
    fileprivate var section: String {
        switch self {
        case .advance, .waive: "steps"
        case .sign, .party, .removeParty, .witnesses: "parties"
        case .fund, .revise: "money"
        case .members, .memberChanges: "members"
        case .bill, .pay, .part: "bills"
        case .document, .note, .amend, .term: "documents"
        case .resolve: "findings"
        }
    }
}
