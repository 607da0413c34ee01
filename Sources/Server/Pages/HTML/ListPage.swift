import Agreements
import Calendars
import Documents
import Hummingbird

/// A page that answers one question: a few figures, pictures, and tables of what stands behind them.
struct ListPage {
    var title: String
    var introduction: String?
    var filters: [Filter] = []
    var figures: [Figure] = []
    var pictures: [Picture] = []
    var tables: [Table] = []
    var links: [Link] = []

    /// A question that the page can be asked anew with.
    struct Filter {
        var name: String
        var label: String
        var value: String
        /// How it is typed, where it is not chosen.
        var type: String?
        var options: [FormModel.Option]?
    }

    struct Figure {
        var figure: String
        var meaning: String
        var isBad = false
    }

    struct Picture {
        /// SVG of ours, to stand in the page itself.
        var svg: String?
        /// Or its address, with what it says in words.
        var source: String?
        var alternative = ""
    }

    struct Link {
        var path: String
        var text: String
    }

    struct Table {
        var id: String
        var heading: String
        var columns: [Column]
        var rows: [Row]
        /// What is said where there is none.
        var none: String
        /// Where the table goes on.
        var next: String?

        static let rowsMax = 50

        init(_ id: String, _ heading: String, _ columns: [Column], none: String) {
            self.id = id
            self.heading = heading
            self.columns = columns
            self.none = none
            rows = []
        }

        /// - Parameter cells: as many as there are columns.
        mutating func append(_ cells: [Cell]) {
            var cells = cells
            for index in cells.indices where index < columns.count {
                cells[index].column = columns[index].label
                cells[index].isNumber = columns[index].isNumber
                cells[index].isFirst = index == 0
            }
            rows.append(Row(cells: cells))
        }

        /// Rows of a list that is known whole: fifty from a place on, and a link to those after them.
        ///
        /// - Parameter start: how many stand on the pages before, as the address says under the table's name.
        mutating func append<Items: RandomAccessCollection>(
            _ items: Items, from start: Int, of request: Request, cells: (Items.Element) throws -> [Cell]
        ) rethrows {
            for item in items.dropFirst(start).prefix(Table.rowsMax) { append(try cells(item)) }
            let end = start + Table.rowsMax
            if items.count > end { next = "\(request.address(id, String(end)))#\(id)" }
        }
    }

    struct Column {
        var label: String
        var isNumber = false

        init(_ label: String, isNumber: Bool = false) {
            self.label = label
            self.isNumber = isNumber
        }
    }

    struct Row {
        var cells: [Cell]
    }

    struct Cell: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        var text: String
        var path: String?
        var detail: String?
        var isBad: Bool
        var column = ""
        var isNumber = false
        var isFirst = false

        init(_ text: String?, path: String? = nil, detail: String? = nil, isBad: Bool = false) {
            self.text = text ?? "–"
            self.path = path
            self.detail = detail
            self.isBad = isBad
        }

        init(stringLiteral value: String) { self.init(value) }
    }
}

extension ListPage.Filter {
    static func chosen(_ name: String, _ label: String, _ value: String, from options: [(String, String)]) -> Self {
        .init(
            name: name, label: label, value: value,
            options: options.map { .init(value: $0.0, label: $0.1, isChosen: $0.0 == value) })
    }

    /// - Parameter type: as HTML calls what is typed.
    static func typed(_ name: String, _ label: String, _ value: String, _ type: String = "text") -> Self {
        .init(name: name, label: label, value: value, type: type)
    }
}
