import Documents

/// How answers about papers name them in a table.
func paperColumns(_ output: Output) -> [TextTable.Column] {
    [
        .init(title: output.word("WILAYAH", "REGION"), widthMax: 28), .init(title: "REF", widthMax: 32),
        .init(title: output.word("JUDUL", "TITLE"), widthMax: 36),
    ]
}

func paperCells(_ item: JSON) -> [String] {
    [item["region_name"]?.text ?? item.cell("region"), item.name, item.cell("title")]
}
