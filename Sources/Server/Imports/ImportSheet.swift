import Agreements
import Calendars
import Documents
import Engine

/// A sheet read as rows of one kind: which heading stands for which column, and what each row asks for.
struct ImportSheet {
    let kind: ImportKind
    /// The heading taken for each column.
    let headings: [String: String]
    /// Headings that stand for nothing.
    let ignored: [String]
    private(set) var rows: [ImportRow] = []
    /// Rows that cannot be read.
    private(set) var refused: [ImportReport.Row] = []

    /// Which columns of a kind a sheet has, and where.
    private static func columns(
        of kind: ImportKind, in header: [String], mapping: [String: String]
    ) -> [(column: ImportKind.Column, index: Int)] {
        let header = header.map { $0.lowercased() }
        var found: [(column: ImportKind.Column, index: Int)] = []
        for column in kind.columns {
            let names = mapping[column.name].map { [$0.lowercased()] } ?? [column.name] + column.headings
            let index = names.lazy.compactMap { name in
                header.firstIndex(of: name).flatMap { index in found.contains { $0.index == index } ? nil : index }
            }.first
            if let index { found.append((column, index)) }
        }
        return found
    }

    /// The heading that stands for each column, as far as they are understood.
    static func headings(of kind: ImportKind, in header: [String], mapping: [String: String]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: columns(of: kind, in: header, mapping: mapping).map {
                ($0.column.name, header[$0.index])
            })
    }

    /// - Parameter mapping: the heading of a column, where it is not called by its name or one of the usual ones.
    /// - Throws: `DocumentError` if a column that must be there is not.
    init(_ sheet: Sheet, file: String, as kind: ImportKind, mapping: [String: String], _ rules: RuleBook) throws {
        self.kind = kind
        let indices = ImportSheet.columns(of: kind, in: sheet.header, mapping: mapping)
        let problems = Problems()
        for column in kind.columns where !indices.contains(where: { $0.column.name == column.name }) {
            guard column.isRequired || mapping[column.name] != nil else { continue }
            let name = mapping[column.name] ?? column.name
            let read = sheet.header.joined(separator: ", ")
            problems.report(
                Place(file: file, line: 1, column: 1),
                Bilingual(
                    id:
                        "kolom '\(name)' tidak ada; judul yang terbaca: \(read); sebutkan judul mana yang berisi itu (--column \(column.name)=JUDUL)",
                    en:
                        "column '\(name)' is missing; headings read: \(read); say which of them holds it (--column \(column.name)=HEADING)"
                ),
                suggestion: nearest(to: name, among: sheet.header))
        }
        try problems.check()
        headings = ImportSheet.headings(of: kind, in: sheet.header, mapping: mapping)
        ignored = sheet.header.indices.filter { index in !indices.contains { $0.index == index } }.map {
            sheet.header[$0]
        }
        for row in sheet.rows {
            let place = Place(file: file, line: row.line, column: 1)
            let entries = indices.compactMap { column, index -> Node.Entry? in
                guard !row.cells[index].isEmpty else { return nil }
                let place = Place(file: file, line: row.line, column: index + 1, pointer: "/\(column.name)")
                let value = Cell(text: row.cells[index]).value(as: column.content)
                return Node.Entry(key: column.name, keyPlace: place, value: Node(value, at: place))
            }
            read(Node(.map(entries), at: place), line: row.line, rules)
        }
    }

    private mutating func read(_ node: Node, line: Int, _ rules: RuleBook) {
        let problems = Problems()
        var request: ImportRow.Request?
        do {
            try IdentityNumbers.refuse(in: node)
            let map = MapReader(node, problems)
            request = kind.request(map, problems, rules)
            map.finish()
            try problems.check()
        } catch let error as DocumentError {
            refuse(line, node, error.problems)
            return
        } catch {
            refuse(line, node, [])
            return
        }
        if let request {
            rows.append(ImportRow(line: line, request: request))
        } else {
            refuse(line, node, [])
        }
    }

    private mutating func refuse(_ line: Int, _ node: Node, _ problems: [Problem]) {
        let name = ["agreement", "ref", "region"].lazy.compactMap { node.json[$0]?.text }.first ?? ""
        let subject = IdentityNumbers.holdsNIK(name) ? "" : name
        let say = Bilingual(
            id: problems.map { told($0, .indonesian) }.joined(separator: "; "),
            en: problems.map { told($0, .english) }.joined(separator: "; "))
        refused.append(.init(line: line, subject: subject, outcome: .refused(say)))
    }

    /// With the heading of the column, which is what people see.
    private func told(_ problem: Problem, _ language: Language) -> String {
        let column = kind.columns.first { problem.place.pointer == "/\($0.name)" }.flatMap { headings[$0.name] }
        return (column.map { "\($0): " } ?? "") + problem.text(language)
    }
}
