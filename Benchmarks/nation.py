"""Writes sheets of a whole nation: a yearly paper of each region, with members, five funding lines and twelve bills.

    nation.py DIRECTORY [FIRST_YEAR [LAST_YEAR]]

Papers of past years are closed, those of the last year are in force; the last three bills of that year are unpaid. The
figures are made up by rule, so that the same call always writes the same bytes. Every seventh region is short of money,
and every fifth has no paper after the last year.
"""
import csv
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
first, last = (int(sys.argv[2]) if len(sys.argv) > 2 else 2017), (int(sys.argv[3]) if len(sys.argv) > 3 else 2026)
folder.mkdir(parents=True, exist_ok=True)
root = pathlib.Path(__file__).resolve().parent.parent
regions = [row for row in csv.DictReader((root / "Config/regions.csv").open()) if row["code"] != "00"]
people = {row["code"]: int(row["population"]) for row in csv.DictReader((root / "Config/population.csv").open())}
SOURCES = ["apbd_ii", "apbd_i", "pajak_rokok", "dbhcht", "csr"]


def rate(year: int) -> int:
    return 37_800 if year >= 2021 else 42_000 if year == 2020 else 23_000


def sheet(name: str, heading: str):
    file = (folder / f"{name}.csv").open("w", newline="")
    writer = csv.writer(file)
    writer.writerow(heading.split(","))
    return writer


papers = sheet("agreements", "ref,workflow,kind,program,title,region,valid_from,valid_until,renews,state,source,government,"
               "government_office,bpjs,bpjs_office,signed_on")
members = sheet("members", "agreement,segment,from,until,count,source,as_of")
funding = sheet("funding", "agreement,source,fiscal_year,amount,stage")
bills = sheet("bills", "agreement,month,amount,heads,stage,paid")
coverage = sheet("coverage", "region,as_of,registered,active,residents,source")
for index, region in enumerate(regions):
    code, name = region["code"], region["name"]
    for year in range(first, last + 2):
        if year > last and index % 5 == 0:
            continue
        ref, before = f"{code}-{year}", f"{code}-{year - 1}" if year > first else ""
        heads = people.get(code, 100_000) // 20 + year - first
        state = "closed" if year < last else "in-force" if year == last else "signed" if index % 2 else "negotiation"
        signed = f"{year - 1}-11-20" if state != "negotiation" else ""
        papers.writerow([ref, "jkn-pd-pemda", "pks", "jkn", f"PKS JKN {name} {year}", code, f"{year}-01-01", f"{year}-12-31",
                         before, state, "contoh", f"Pemerintah {name}", "Bupati", "BPJS Kesehatan", "Kepala Cabang", signed])
        members.writerow([ref, "pbpu_bp_pemda", f"{year}-01", f"{year}-12", heads, "contoh", f"{year - 1}-11-01"])
        need = heads * rate(year) * 12
        share = need // 5 if index % 7 else need // 6
        for number, source in enumerate(SOURCES):
            amount = share if number else need - 4 * (need // 5) if index % 7 else share
            funding.writerow([ref, source, year, amount, "closed" if year < last else "dpa" if year == last else "rka"])
        if year > last:
            continue
        for month in range(1, 13):
            amount = heads * rate(year)
            paid = year < last or month <= 9
            bills.writerow([ref, f"{year}-{month:02}", amount, heads, "paid" if paid else "issued", amount if paid else 0])
    residents = people.get(code, 100_000)
    coverage.writerow([code, f"{last}-10-31", residents * (97 + index % 4) // 100, residents * (75 + index % 12) // 100,
                       residents, "contoh"])
