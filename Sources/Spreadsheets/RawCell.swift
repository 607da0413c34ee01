import Documents

/// A cell as it stands in the file, before its type and style have told what it means (ECMA-376-1, 18.3.1.4).
struct RawCell {
    struct Mistake: Error { var message: Bilingual }

    var type: String?
    var style: String?
    var hasFormula = false
    var value: String?
    var runs = TextRuns()

    init(type: String?, style: String?) { (self.type, self.style) = (type, style) }

    /// What somebody sees in it.
    func text(in workbook: Workbook) throws -> String {
        let value = value ?? ""
        if hasFormula, value.isEmpty, self.value == nil || type != "str" {
            throw Mistake(
                message: Bilingual(
                    id: "rumus tanpa hasil: buka di Excel, hitung ulang (F9), lalu simpan",
                    en: "a formula without a result: open it in Excel, recalculate (F9) and save"))
        }
        switch type ?? "n" {
        case "inlineStr":
            var runs = runs
            return runs.take()
        case _ where value.isEmpty: return ""
        case "s":
            guard let index = Int(value), workbook.texts.indices.contains(index) else {
                throw Mistake.of(id: "menunjuk teks yang tidak ada", en: "points to a text that is not there", value)
            }
            return workbook.texts[index]
        case "str": return TextRuns.unescaped(value)
        case "b":
            guard ["0", "1"].contains(value) else {
                throw Mistake.of(id: "bukan benar/salah", en: "not a boolean", value)
            }
            return value == "1" ? "TRUE" : "FALSE"
        case "e": throw Mistake.of(id: "galat rumus", en: "an error", value)
        case "d":
            guard let date = SerialDate.text(iso: value) else {
                throw Mistake.of(id: "bukan tanggal", en: "not a date", value)
            }
            return date
        case "n": return try number(value, in: workbook)
        case let type: throw Mistake.of(id: "jenis sel tidak dikenal", en: "unknown type of cell", type)
        }
    }

    private func number(_ value: String, in workbook: Workbook) throws -> String {
        guard let decimal = PlainDecimal.text(value) else {
            throw Mistake.of(id: "bukan bilangan", en: "not a number", value)
        }
        guard try isDate(in: workbook) else { return decimal }
        guard let serial = Double(value), let date = SerialDate.text(serial, epoch: workbook.epoch) else {
            throw Mistake.of(id: "bukan tanggal yang ada", en: "no date that exists", decimal)
        }
        return date
    }

    private func isDate(in workbook: Workbook) throws -> Bool {
        // A file without styles has none to look up.
        guard let style, !workbook.isDate.isEmpty else { return false }
        guard let index = Int(style), workbook.isDate.indices.contains(index) else {
            throw Mistake.of(id: "menunjuk gaya yang tidak ada", en: "points to a style that is not there", style)
        }
        return workbook.isDate[index]
    }
}

extension RawCell.Mistake {
    fileprivate static func of(id: String, en: String, _ value: String) -> RawCell.Mistake {
        let shown = value.count > 40 ? value.prefix(40) + "…" : value
        return RawCell.Mistake(message: Bilingual(id: "\(id): \(shown)", en: "\(en): \(shown)"))
    }
}
