import Agreements
import Calendars
import Documents
import Engine
import Hummingbird
import Workflows

/// Entering an agreement: a new one, or one that renews or changes another and takes over what stays the same.
struct NewAgreementPages {
    private static let partiesMax = 6

    let pages: Pages

    private var engine: Engine { pages.engine }

    private struct Model {
        var title: String
        var draft: FormModel
    }

    func add(to router: PageGroup) {
        router.get("agreements/new") { request, context in
            let query = Query(form: request)
            let model = query.text("renews") ?? query.text("parent")
            let isAddendum = query.text("kind") == AgreementKind.addendum.rawValue
            try query.finish()
            let earlier: Agreement? =
                if let model { try await engine.agreement(model, for: context.principal) } else { nil }
            return try page(form(earlier, isAddendum: isAddendum, context), context)
        }
        router.post("agreements/new", use: create)
    }

    private func page(
        _ form: Form, _ context: PageContext, input: FormInput? = nil, refusal: FormRefusal? = nil
    ) throws -> Response {
        try context.principal.require(.create)
        let title = form.title.text(context.language)
        return pages.page(
            "new-agreement", title, in: .agreements,
            Model(
                title: title,
                draft: pages.model(form, context, input: input, refusal: refusal)), context,
            status: refusal == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func create(_ request: Request, _ context: PageContext) async throws -> Response {
        let whole = form(nil, isAddendum: false, context)
        var asked = whole
        // A party without a name is none.
        asked.fields = whole.fields.filter { field in
            let path = field.name.split(separator: ".")
            return path.first != "parties" || !context.input.text("parties.\(path[1]).name").isEmpty
        }
        let rules = engine.rules
        var created: Agreement.ID?
        let refusal = try await pages.carryOut(
            asked, context,
            reading: { NewAgreement($0, $1, rules: rules) },
            doing: { new, circumstances in
                var new = new
                if let earlier = new.renews ?? new.parent {
                    new.takeOver(from: try await engine.agreement(earlier, for: context.principal))
                }
                created = try await engine.create(new, circumstances).agreement.id
            })
        guard let refusal, created == nil else { return pages.done("/agreements/\(created?.rawValue ?? "")") }
        return try page(whole, context, input: context.input, refusal: refusal)
    }

    // MARK: The form

    private func form(_ earlier: Agreement?, isAddendum: Bool, _ context: PageContext) -> Form {
        let rules = engine.rules
        let workflows = rules.current.values.filter { $0.attached == nil }.sorted { $0.id < $1.id }
        let usual = workflows.first { $0.kinds.contains(.pks) && $0.programmes.contains(.jkn) }
        let title =
            earlier.map { paper in
                isAddendum
                    ? Bilingual(id: "Adendum untuk \(paper.title)", en: "Addendum to \(paper.title)")
                    : Bilingual(id: "Perpanjangan \(paper.title)", en: "Renewal of \(paper.title)")
            } ?? Bilingual(id: "Perjanjian baru", en: "New agreement")
        let next = earlier.flatMap(NewAgreementPages.nextTerm)
        var fields = [
            Form.Field(
                "workflow", Bilingual(id: "Alur", en: "Workflow"),
                .choice(workflows.map { .init(value: $0.id, label: $0.title) }),
                value: isAddendum ? "addendum" : earlier?.workflow.id ?? usual?.id ?? ""),
            Form.Field(
                "kind", Bilingual(id: "Jenis naskah", en: "Kind of paper"), .choice(.all(AgreementKind.self, \.label)),
                value: (isAddendum ? .addendum : earlier?.kind ?? .pks).rawValue),
            Form.Field(
                "program", Bilingual(id: "Program", en: "Programme"), .choice(.all(Programme.self, \.label)),
                value: earlier?.programme.rawValue ?? ""),
            Form.Field("title", Bilingual(id: "Judul", en: "Title"), .text, value: earlier.map { _ in title.id } ?? ""),
            region(earlier, context),
            Form.Field(
                "ref", Bilingual(id: "Kode sendiri", en: "Reference of your own"), .text, isRequired: false),
            Form.Field(
                "valid_from", Bilingual(id: "Berlaku dari", en: "In force from"), .day, isRequired: false,
                value: (isAddendum ? earlier?.validFrom : next?.from)?.description ?? ""),
            Form.Field(
                "valid_until", Bilingual(id: "Berlaku sampai", en: "In force until"), .day, isRequired: false,
                value: (isAddendum ? earlier?.validUntil : next?.until)?.description ?? ""),
        ]
        let relation = isAddendum ? "parent" : "renews"
        // Both are read back, whichever of them this paper has.
        for name in ["renews", "parent"] {
            fields.append(.hidden(name, name == relation ? earlier?.id.rawValue ?? "" : ""))
        }
        for number in 0..<NewAgreementPages.partiesMax {
            fields += party(number, earlier?.parties.dropFirst(number).first)
        }
        return Form(
            id: "new", action: "/agreements/new", title: title, button: Bilingual(id: "Catat", en: "Enter"),
            fields: fields)
    }

    private func region(_ earlier: Agreement?, _ context: PageContext) -> Form.Field {
        var field = Form.Field(
            "region", Bilingual(id: "Daerah", en: "Region"), .region,
            value: earlier.map { engine.rules.reference.regions[$0.region]?.name ?? $0.region } ?? "")
        field.hint = Bilingual(
            id: "nama seperti Kota Kupang, atau kode Kemendagri seperti 53.71",
            en: "a name such as Kota Kupang, or the code of Kemendagri such as 53.71")
        return field
    }

    private func party(_ number: Int, _ party: Party?) -> [Form.Field] {
        let sides: [Party.Side] = [.localGovernment, .bpjs]
        let side = party?.side ?? (number < 2 ? sides[number] : .other)
        let prefix = "parties.\(number)"
        var name = Form.Field(
            "\(prefix).name", Bilingual(id: "Nama pihak", en: "Name of the party"), .text, isRequired: number < 2,
            value: party?.name ?? "")
        name.heading = Bilingual(id: "Pihak \(number + 1)", en: "Party \(number + 1)")
        return [
            .hidden("\(prefix).key", party?.key ?? (number < 2 ? ["pemda", "bpjs"][number] : "pihak\(number + 1)")),
            name,
            Form.Field(
                "\(prefix).side", Bilingual(id: "Sebagai", en: "As"), .choice(.all(Party.Side.self, \.label)),
                value: side.rawValue),
            Form.Field(
                "\(prefix).signatory.name", Bilingual(id: "Penanda tangan", en: "Signatory"), .text, isRequired: false,
                value: party?.signatory?.name ?? ""),
            Form.Field(
                "\(prefix).signatory.office", Bilingual(id: "Jabatannya", en: "Their office"), .text, isRequired: false,
                value: party?.signatory?.office ?? ""),
        ]
    }

    /// As long again, from the day after.
    private static func nextTerm(_ agreement: Agreement) -> (from: Day, until: Day)? {
        guard let from = agreement.validFrom, let until = agreement.validUntil, until >= from else { return nil }
        let months = (until + 1).month - from.month
        let isWhole = months > 0 && from.adding(months: months) == until + 1
        return (until + 1, isWhole ? (until + 1).adding(months: months) + -1 : until + 1 + (until - from))
    }
}

extension NewAgreement {
    /// What stays the same from one paper to the next and no field of the form asks for.
    fileprivate mutating func takeOver(from earlier: Agreement) {
        witnesses = earlier.witnesses
        for index in parties.indices {
            guard let same = earlier.parties.first(where: { $0.key == parties[index].key }) else { continue }
            parties[index].unit = same.unit
            parties[index].required = same.required
        }
    }
}
