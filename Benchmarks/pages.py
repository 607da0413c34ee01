"""Reads every page twenty times over one connection: time until the first byte, and how many bytes it has.

    pages.py ADDRESS PEOPLE

PEOPLE is a file with a line for each reader: a name, and the path of an invitation.
"""
import http.client
import re
import sys
import time
import urllib.parse

address = urllib.parse.urlsplit(sys.argv[1])
PASSWORD = "empat kuda menarik baterai"
PAGES = """/ /agreements /agreements?sort=deadline /agreements?sort=people /agreements?q=pks+soekarno
/agreements?q=pks&sort=title /agreements?waiting_on=legal&sort=deadline /agreements?phase=signing /agreements?region=53.71
/agreements/board /agreements/board?region=53 /agreements/new /agreements/p-0 /agreements/p-4 /agreements/p-1 /import
/money /money?region=53 /money?year=2027 /money/arrears /coverage /coverage/53 /coverage/53.71 /gaps /gaps?region=53 /month /month?region=53
/month?region=53.71 /month/list /questions /questions/expiring /questions/expiring?region=53 /questions/waiting
/questions/waiting?role=legal /questions/unmet /questions/signatures /questions/budget-changes /questions/member-changes
/questions/findings /questions/officers /questions/officers?region=53 /questions/trouble /report /report?region=53
/me /operations /operations/webhooks /operations/workflows /operations/workflows/jkn-pd-pemda /operations/holidays
/operations/people /operations/tokens /operations/status /operations/access-log /sign-in""".split()


def connect():
    return http.client.HTTPConnection(address.hostname, address.port, timeout=60)


def sign_in(path: str) -> str:
    link = connect()
    link.request("POST", path, urllib.parse.urlencode({"password": PASSWORD, "again": PASSWORD}),
                 {"Content-Type": "application/x-www-form-urlencoded"})
    answer = link.getresponse()
    if answer.status != 303:
        sys.exit(f"{path}: {answer.status} {answer.read()[:500]}")
    return answer.getheader("set-cookie").split(";")[0]


slow = large = 0
for line in open(sys.argv[2]):
    name, invitation = line.split()
    cookie, link = sign_in(invitation), connect()
    for page in PAGES:
        times, size = [], 0
        for _ in range(20):
            began = time.perf_counter()
            link.request("GET", page, headers={"Cookie": cookie})
            answer = link.getresponse()
            times.append((time.perf_counter() - began) * 1_000)
            size = len(answer.read())
        times.sort()
        print(f"{name:<12} {answer.status} {page:<46} first byte p50 {times[10]:7.1f} ms   p95 {times[18]:7.1f} ms   {size / 1000:6.1f} kB",
              flush=True)
        slow += times[10] >= 20
        large += size >= 100_000
print(f"{slow} pages of 20 ms or more until the first byte, {large} of 100 kB or more")
