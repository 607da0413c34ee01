import Documents
import Testing

@Suite struct `A table` {
    @Test func `keeps commas, quotes and line ends inside quotes`() throws {
        let table = try Table(
            csv: "a,b\r\n\"x, y\",\"he said \"\"no\"\"\"\r\n\"two\nlines\",z\r\n", file: "t.csv", columns: ["a", "b"])
        #expect(table.rows.map { $0["a"] } == ["x, y", "two\nlines"])
        #expect(table.rows.map { $0["b"] } == ["he said \"no\"", "z"])
    }

    @Test func `takes an empty or missing cell for none`() throws {
        let table = try Table(csv: "a,b,c\n1,,\n2\n", file: "t.csv", columns: ["a", "b", "c"])
        #expect(table.rows.map { $0["a"] } == ["1", "2"])
        #expect(table.rows.map { $0["b"] } == [nil, nil])
        #expect(table.rows.map { $0["c"] } == [nil, nil])
        #expect(table.rows[0]["d"] == nil)
    }

    @Test func `may come without a last line end, or without rows`() throws {
        #expect(try Table(csv: "a,b\n1,2", file: "t.csv", columns: ["a", "b"]).rows.map { $0["b"] } == ["2"])
        #expect(try Table(csv: "a,b\n", file: "t.csv", columns: ["a", "b"]).rows.isEmpty)
        #expect(try Table(csv: "b,a\n1,2\n", file: "t.csv", columns: ["a", "b"]).rows.map { $0["a"] } == ["2"])
    }

    @Test(arguments: [
        (
            "a,note\n1,2\n",
            ["t.csv:1:1: error: column 'population' is missing", "t.csv:1:1: error: unknown column 'note'"]
        ),
        ("a\n1\n", ["t.csv:1:1: error: column 'population' is missing"]),
        (
            "a,populaton\n1,2\n",
            [
                "t.csv:1:1: error: column 'population' is missing; did you mean 'populaton'?",
                "t.csv:1:1: error: unknown column 'populaton'; did you mean 'population'?",
            ]
        ),
        ("a,population,note\n1,2,3\n", ["t.csv:1:1: error: unknown column 'note'"]),
    ])
    func `has exactly its columns`(csv: String, lines: [String]) {
        let error = #expect(throws: DocumentError.self) {
            try Table(csv: csv, file: "t.csv", columns: ["a", "population"])
        }
        #expect(error?.problems.map { $0.line(.english) } == lines)
    }

    @Test(arguments: ["", "a,b\n\"x\"y,1\n", "a,b\nx\"y,1\n"]) func `that is no CSV is refused`(csv: String) {
        #expect(throws: DocumentError.self) { try Table(csv: csv, file: "t.csv", columns: ["a", "b"]) }
    }

    @Test func `names the line and the column of a cell that cannot be read`() throws {
        let table = try Table(csv: "a,b\n1,x\n2,\n3,4\n", file: "t.csv", columns: ["a", "b"])
        let problems = Problems()
        #expect(table.rows.map { $0.required("b", problems, { Int($0) }) } == [nil, nil, 4])
        #expect(
            problems.all.map { $0.line(.english) } == [
                "t.csv:2:1: error: column 'b': cannot read 'x'", "t.csv:3:1: error: column 'b': cannot read ''",
            ])
        #expect(problems.all[0].text(.indonesian) == "kolom 'b': 'x' tidak dapat dibaca")
    }

    @Test func `counts the lines of the file, not the rows`() throws {
        #expect(try lines("a,b\n\"two\nlines\",1\n2,3\n") == [2, 4])
        #expect(try lines("a,\"b\"\r\n\"two\r\nlines\",\"three\r\nmore\r\n\"\r\n2,3\r\n") == [2, 6])
        #expect(try lines("a,b\n1,2,\"beyond\nthe columns\"\n3,4") == [2, 4])
    }

    private func lines(_ csv: String) throws -> [Int?] {
        try Table(csv: csv, file: "t.csv", columns: ["a", "b"]).rows.map(\.place.line)
    }
}
