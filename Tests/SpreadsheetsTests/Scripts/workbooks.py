"""Writes the workbooks of the tests into a folder, as openpyxl makes them."""
import datetime
import sys
import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904

folder = Path(sys.argv[1])


def save(book, name):
    book.save(folder / f"{name}.xlsx")


def values(book):
    sheet = book.active
    sheet.append(["kind", "value"])
    for row in [
        ("text", "  Ny. Ibu \n baris dua  "), ("rich", CellRichText("satu ", TextBlock(InlineFont(b=True), "dua"))),
        ("integer", 37800), ("whole float", 37800.0), ("large", 8.1e9), ("noise", 0.1 + 0.2), ("negative", -1.5),
        ("nineteen", 5371010101010001), ("yes", True), ("no", False), ("date", datetime.date(2026, 1, 31)),
        ("leap", datetime.date(2024, 2, 29)), ("time", datetime.datetime(2026, 1, 31, 8)), ("clock", datetime.time(8, 30)),
        ("midnight", datetime.datetime(2026, 1, 31)), ("not text", "37800"), ("escape", "a_x0041_b"),
    ]:
        sheet.append(row)
    for kind, code in [("custom date", "[$-421]dd mmmm yyyy"), ("custom money", '"Rp dmy" #,##0_d'), ("built-in", "mm-dd-yy")]:
        sheet.append([kind, 46053])
        sheet.cell(sheet.max_row, 2).number_format = code
    return book


save(values(Workbook()), "values")
mac = Workbook()
mac.epoch = CALENDAR_MAC_1904
save(values(mac), "mac")
iso = Workbook()
iso.iso_dates = True
save(values(iso), "iso")

places = Workbook()
sheet = places.active
sheet["B3"], sheet["C3"], sheet["A3"] = "b", "c", "a"
sheet["C7"] = "x"
sheet["A9"] = "merged"
sheet["B9"] = sheet["A10"] = "unseen"
sheet["C10"] = "seen"
sheet.merge_cells("A9:B10")
save(places, "places")

sheets = Workbook()
sheets.active.title = "Rahasia"
sheets.active.append(["secret"])
sheets.active.sheet_state = "hidden"
sheets.create_sheet("Peserta & Iuran").append(["name"])
sheets.create_sheet("Ringkasan").append(["total"])
sheets.create_chartsheet("Grafik")
save(sheets, "sheets")

mistakes = Workbook()
sheet = mistakes.active
sheet.append(["a", "b", "c"])
sheet.append(["=1+1", "x"])
sheet["C7"] = "#REF!"
sheet["E8"] = "beyond"
save(mistakes, "mistakes")

leap = Workbook()
leap.active.append(["day"])
for serial in (1, 59, 60, 61, 2958465, 2958466, -1):
    leap.active.append([serial])
    leap.active.cell(leap.active.max_row, 1).number_format = "yyyy-mm-dd"
save(leap, "leap")

headings = Workbook()
headings.active.append(["a", None, "A"])
save(headings, "headings")

save(Workbook(), "empty")

with zipfile.ZipFile(folder / "places.xlsx") as source, zipfile.ZipFile(
    folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED
) as target:
    for name in source.namelist():
        content = source.read(name)
        if name == "xl/worksheets/sheet1.xml":
            content = content.replace(b"<sheetData>", b"<sheetData>" + b"<!-- -->" * 500_000)
        target.writestr(name, content)
