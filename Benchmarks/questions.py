"""Writes sheets of so many agreements over all regions, in every part of their life, in files of 5,000 rows.

    questions.py DIRECTORY [AGREEMENTS]

The figures are made up by rule, so that the same call always writes the same bytes. Two in five papers are in force in 2026
and unpaid for the last three months, two in five are on their way for 2027, the rest is closed.
"""
import csv
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
folder.mkdir(parents=True, exist_ok=True)
root = pathlib.Path(__file__).resolve().parent.parent
regions = [row for row in csv.DictReader((root / "Config/regions.csv").open()) if row["code"] != "00"]
STATES = ["in-force", "initiated", "closed", "in-force", "negotiation", "in-force", "ready-to-sign", "closed", "in-force", "signed"]
NAMES = ["Soekarno", "Njoman Gde", "Tjokro", "Siti Rahma", "Budi Santoso", "Maria Lede", "Ahmad Dani", "Yuliana"]


class Sheets:
    """Files of one kind, each short enough for one request."""

    def __init__(self, name: str, heading: str):
        self.name, self.heading, self.rows = name, heading.split(","), 0

    def write(self, row: list):
        if self.rows % 5_000 == 0:
            self.file = (folder / f"{self.name}-{self.rows // 5_000:03}.csv").open("w", newline="")
            self.writer = csv.writer(self.file)
            self.writer.writerow(self.heading)
        self.writer.writerow(row)
        self.rows += 1


papers = Sheets("agreements", "ref,workflow,kind,program,title,region,valid_from,valid_until,state,source,government,"
                "government_signatory,government_office,bpjs,bpjs_office")
members = Sheets("members", "agreement,segment,from,until,count,source,as_of")
funding = Sheets("funding", "agreement,source,fiscal_year,amount,stage")
bills = Sheets("bills", "agreement,month,amount,heads,stage,paid")
for index in range(count):
    region = regions[index % len(regions)]
    state = STATES[index % len(STATES)]
    year = {"in-force": 2026, "closed": 2025}.get(state, 2027)
    ref, heads = f"p-{index}", 100 + index * 7919 % 20_000
    papers.write([ref, "jkn-pd-pemda", "pks", "jkn", f"PKS JKN {region['name']} {year} nomor {index}", region["code"],
                  f"{year}-01-01", f"{year}-12-31", state, "contoh", f"Pemerintah {region['name']}", NAMES[index % 8],
                  "Kepala Dinas Kesehatan", "BPJS Kesehatan", "Kepala Cabang"])
    members.write([ref, "pbpu_bp_pemda", f"{year}-01", f"{year}-12", heads, "contoh", f"{year - 1}-11-01"])
    need = heads * 37_800 * 12
    funding.write([ref, "apbd_ii", year, need if index % 7 else need * 3 // 4, "rka" if year == 2027 else "dpa"])
    if state == "in-force" and index % 4 == 0:
        for month in ["08", "09", "10"]:
            bills.write([ref, f"2026-{month}", heads * 37_800, heads, "issued", 0])
