/// The list of sheets in a workbook (ECMA-376-1, 18.2).
final class WorkbookReader: PartReader {
    struct Entry {
        var name: String
        var relationship: String
        var isVisible: Bool
    }

    private(set) var isWorkbook = false
    private(set) var entries: [Entry] = []
    private(set) var epoch = SerialDate.Epoch.of1900

    func begin(_ element: XMLElement) {
        switch element.name {
        case "workbook": isWorkbook = true
        case "workbookPr": if ["1", "true"].contains(element["date1904"]) { epoch = .of1904 }
        case "sheet":
            if let name = element["name"], let relationship = element["r:id"] {
                entries.append(
                    Entry(
                        name: TextRuns.unescaped(name), relationship: relationship,
                        isVisible: (element["state"] ?? "visible") == "visible"))
            }
        default: break
        }
    }

    func end(_ name: String, text: String) {}
}
