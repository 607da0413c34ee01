import Agreements
import Documents
import Engine
import Workflows

/// The steps that lead on from here, what each requires, and how the reader can mend what is missing.
extension AgreementPageMaker {
    var steps: [AgreementPageModel.Step] {
        workflow.transitions(from: agreement.state).map { transition in
            let assessments = transition.assess(facts, actor: principal.actor)
            let mayTake = !transition.isAutomatic && transition.allows(principal.role)
            return AgreementPageModel.Step(
                label: transition.label.text(language), isAutomatic: transition.isAutomatic,
                by: transition.by.map { $0.label.text(language) }.joined(separator: ", "),
                marks: assessments.map { mark($0, transition) },
                form: mayTake && assessments.allSatisfy(\.isSatisfied) ? draw(forms.advance(transition)) : nil)
        }
    }

    private func mark(_ assessment: Assessment, _ transition: Workflow.Transition) -> AgreementPageModel.Mark {
        var mark = AgreementPageModel.Mark(
            sign: "✓", word: say("terpenuhi", "met"), isMet: assessment.isSatisfied, say: assessment.say.text(language),
            owner: assessment.owner.label.text(language), reason: nil, forms: [])
        let requirement = transition.requirements.first { $0.id == assessment.id }
        if assessment.verdict == .met {
            mark.say =
                requirement.flatMap { what($0) }?.text(language)
                ?? say("Syarat lain terpenuhi", "Another requirement is met")
        }
        if let waiver = assessment.waiver {
            mark.say += say(" — dikesampingkan: ", " — waived: ") + waiver.reason
        } else if case .cannotTell(let why) = assessment.verdict {
            mark.sign = "?"
            mark.word = say("belum dapat dipastikan", "cannot be told")
            mark.reason = requirement.flatMap { unknown($0, why) }?.text(language)
        } else if !assessment.isSatisfied {
            mark.sign = "✗"
            mark.word = say("belum terpenuhi", "not met")
        }
        guard !assessment.isSatisfied else { return mark }
        if let requirement { mark.forms = remedies(requirement) }
        if (assessment.waivableBy + [.admin]).contains(principal.role), !assessment.waivableBy.isEmpty {
            mark.forms.append(draw(forms.waive(assessment.id)))
        }
        return mark
    }

    /// Why it cannot be told, in the page's own words; nil where the requirement's sentence says it.
    private func unknown(_ requirement: Requirement, _ why: Bilingual) -> Bilingual? {
        switch requirement.check {
        case .any: return nil
        case .field(let name, _) where agreement.value(name) == nil:
            let label = label(name)
            return Bilingual(id: "\(label.id) belum diisi", en: "\(label.en) has no value yet")
        default: return why
        }
    }

    private func label(_ field: String) -> Bilingual {
        switch field {
        case "title": Bilingual(id: "Judul", en: "Title")
        case "valid_from": Bilingual(id: "Tanggal mulai berlaku", en: "First day in force")
        case "valid_until": Bilingual(id: "Tanggal berakhir", en: "Last day in force")
        case "parent": Bilingual(id: "Naskah induk", en: "The paper above it")
        default: workflow.field(field)?.label ?? Bilingual(id: field, en: field)
        }
    }

    /// What a requirement asks for, without saying that it is missing; nil where only its own sentence can say it.
    private func what(_ requirement: Requirement) -> Bilingual? {
        switch requirement.check {
        case .document(let kind): return Document.label(of: kind).capitalised
        case .has(let name): return label(name)
        case .field(let name, _):
            let label = label(name)
            guard case .bool(let answer) = agreement.value(name) else { return label }
            return Bilingual(id: "\(label.id): \(answer ? "ya" : "tidak")", en: "\(label.en): \(answer ? "yes" : "no")")
        case .anySigned, .allSigned: return Bilingual(id: "Tanda tangan", en: "Signatures")
        case .numbered: return Bilingual(id: "Nomor naskah tiap pihak", en: "Each party's number of the paper")
        case .signatoriesNamed: return Bilingual(id: "Nama penanda tangan", en: "Names of the signatories")
        case .authority: return Bilingual(id: "Surat kuasa", en: "Power of attorney")
        case .funding: return Bilingual(id: "Anggaran", en: "Budget")
        case .membersRecorded: return Bilingual(id: "Jumlah peserta", en: "Number of members")
        case .billsSettled: return Bilingual(id: "Tagihan lunas", en: "Bills settled")
        case .olderThan, .reached, .passed: return Bilingual(id: "Waktunya sudah tiba", en: "Its time has come")
        case .any(let others):
            let met = others.first { $0.assess(facts).isSatisfied }
            return met.flatMap(what)
        case .expression: return nil
        }
    }

    /// What the reader can enter here to meet a requirement.
    private func remedies(_ requirement: Requirement) -> [FormModel] {
        switch requirement.check {
        case .document(let kind): return [draw(forms.document(kind), if: .addDocument)].compactMap { $0 }
        case .field(let name, _), .has(let name):
            guard let field = workflow.field(name), mayFill(field) else { return [] }
            return [draw(forms.field(field))]
        // The first of several ways is the usual one.
        case .any(let ways): return ways.first.map(remedies) ?? []
        case .anySigned, .allSigned, .numbered, .signatoriesNamed, .authority, .funding, .membersRecorded, .olderThan,
            .reached, .passed, .billsSettled, .expression:
            // These are entered in their own parts of the page.
            return []
        }
    }

    func mayFill(_ field: Workflow.Field) -> Bool {
        principal.may(.amend) && (field.fills == principal.role || [.coordinator, .admin].contains(principal.role))
    }
}
