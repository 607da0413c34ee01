"""Writes a workbook with one sheet of bills: workbook.py FILE REF. Months are dates and amounts numbers, as in real ones."""
import sys
import zipfile

file, ref = sys.argv[1:3]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
rows = ["<row r='1'>" + "".join(
    f"<c r='{column}1' t='inlineStr'><is><t>{text}</t></is></c>"
    for column, text in zip("ABC", ["Perjanjian", "Bulan", "Nilai tagihan"])) + "</row>"]
# 1 January 2027 is day 46388 of the 1900 system.
for number, (serial, amount) in enumerate([(46388, 37800000), (46419, "3.78E7")], start=2):
    rows.append(f"<row r='{number}'><c r='A{number}' t='inlineStr'><is><t>{ref}</t></is></c>"
                f"<c r='B{number}' s='1'><v>{serial}</v></c><c r='C{number}'><v>{amount}</v></c></row>")
parts = {
    "[Content_Types].xml": f"<Types xmlns='{PACKAGE}/content-types'><Default Extension='rels' "
    "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
    "<Default Extension='xml' ContentType='application/xml'/></Types>",
    "_rels/.rels": f"<Relationships xmlns='{PACKAGE}/relationships'><Relationship Id='r1' Type='{OFFICE}/officeDocument' "
    "Target='xl/workbook.xml'/></Relationships>",
    "xl/workbook.xml": f"<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets><sheet name='Tagihan' sheetId='1' r:id='r1'/>"
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": f"<Relationships xmlns='{PACKAGE}/relationships'><Relationship Id='r1' "
    f"Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='{OFFICE}/styles' "
    "Target='styles.xml'/></Relationships>",
    "xl/styles.xml": f"<styleSheet xmlns='{MAIN}'><cellXfs><xf numFmtId='0'/><xf numFmtId='17'/></cellXfs></styleSheet>",
    "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{MAIN}'><sheetData>{''.join(rows)}</sheetData></worksheet>",
}
with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in parts.items():
        archive.writestr(name, text)
