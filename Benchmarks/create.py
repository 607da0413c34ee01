"""Enters agreements named bench-0, bench-1, … over the API, on eight connections."""
import http.client
import json
import sys
import threading

port, token, count = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def create(first: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for number in range(first, count, 8):
        body = {
            "ref": f"bench-{number}", "workflow": "jkn-pd-pemda", "kind": "pks", "program": "jkn",
            "title": f"PKS {number}", "region": "53.71",
            "parties": [
                {"key": "pemkot", "name": "Pemerintah Kota Kupang", "side": "local_government", "required": True,
                 "signatory": {"name": "A", "office": "Wali Kota Kupang"}},
                {"key": "bpjs", "name": "BPJS Kesehatan", "side": "bpjs", "required": True,
                 "signatory": {"name": "B", "office": "Kepala Cabang"}},
            ],
            "fields": {"subject": "JKN", "people_target": 1000, "entered_afterwards": True},
        }
        connection.request("POST", "/v1/agreements", json.dumps(body), {"Authorization": f"Bearer {token}"})
        answer = connection.getresponse()
        text = answer.read()
        if answer.status != 201:
            sys.exit(f"{answer.status} {text.decode()}")


threads = [threading.Thread(target=create, args=(first,)) for first in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
