import Agreements
import Calendars
import Documents
import Engine

extension ImportKind {
    /// What a row asks for, read as strictly as the body of the request that would enter it alone.
    ///
    /// - Returns: nil where something is missing, which has been reported.
    func request(_ map: MapReader, _ problems: Problems, _ rules: RuleBook) -> ImportRow.Request? {
        switch self {
        case .agreements:
            return NewAgreement(row: map, problems, rules).map { .create($0) }
        case .coverage:
            let region = map.text("region")
            let fact = CoverageFact(map, problems)
            return region.flatMap { region in fact.map { .cover($0, region: region) } }
        case .members: return submit(map, MemberCount(map, problems).map { .countMembers($0) })
        case .memberChanges: return submit(map, MemberChange(map, problems).map { .changeMembers($0) })
        case .funding: return submit(map, FundingLine(map, problems).map { .fund($0) })
        case .bills: return submit(map, NewBill(map, problems).map { .issueBill($0) })
        case .payments:
            let month = map.required("month").flatMap { problems.month($0) }
            let payment = Payment(map, problems)
            return submit(map, month.flatMap { month in payment.map { .pay(month, $0) } })
        }
    }

    private func submit(_ map: MapReader, _ command: Command?) -> ImportRow.Request? {
        let agreement = map.text("agreement")
        return agreement.flatMap { agreement in command.map { .submit($0, to: agreement) } }
    }
}

extension NewAgreement {
    /// A paper of two parties in one row.
    fileprivate init?(row map: MapReader, _ problems: Problems, _ rules: RuleBook) {
        let government = ImportKind.party(map, "government", key: "pemda", side: .localGovernment)
        let bpjs = ImportKind.party(map, "bpjs", key: "bpjs", side: .bpjs)
        let signedOn = map.optional("signed_on").flatMap { problems.day($0) }
        let names = ["ref", "workflow", "kind", "program", "title", "region", "valid_from", "valid_until", "renews"]
        var entries = (names + ["state", "source"]).compactMap { name in
            map.optional(name).map { Node.Entry(key: name, keyPlace: $0.place, value: $0) }
        }
        let place = map.node.place
        entries.append(Node.Entry(key: "parties", keyPlace: place, value: Node(.list([government, bpjs]), at: place)))
        let body = MapReader(Node(.map(entries), at: place), problems)
        self.init(body, problems, rules: rules)
        guard let signedOn else { return }
        if source == nil {
            problems.report(
                place,
                Bilingual(
                    id: "naskah yang sudah ditandatangani perlu sumber (source)",
                    en: "a paper that is signed already needs a source"))
        }
        for index in parties.indices { parties[index].signature = Signature(signedOn: signedOn, method: .wet) }
    }
}

extension ImportKind {
    fileprivate static func party(_ map: MapReader, _ column: String, key: String, side: Party.Side) -> Node {
        let place = map.optional(column)?.place ?? map.node.place
        func entry(_ key: String, _ value: Node.Value) -> Node.Entry {
            Node.Entry(key: key, keyPlace: place, value: Node(value, at: place))
        }
        var entries = [entry("key", .text(key)), entry("side", .text(side.rawValue))]
        if let name = map.required(column) { entries.append(Node.Entry(key: "name", keyPlace: place, value: name)) }
        if let number = map.optional(column + "_number") {
            entries.append(Node.Entry(key: "number", keyPlace: place, value: number))
        }
        var signatory: [Node.Entry] = []
        for (key, suffix) in [("name", "_signatory"), ("office", "_office")] {
            if let node = map.optional(column + suffix) {
                signatory.append(Node.Entry(key: key, keyPlace: node.place, value: node))
            }
        }
        if !signatory.isEmpty { entries.append(entry("signatory", .map(signatory))) }
        return Node(.map(entries), at: place)
    }
}
