"""Enters notes on one connection before, while and after reminders come due, and says how long each took."""
import http.client
import json
import sys
import threading
import time

port, token, agreements, due = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
headers = {"Authorization": f"Bearer {token}"}
took: list[tuple[float, float]] = []
done = threading.Event()


def enter_notes() -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    versions: dict[int, str] = {}
    number = 0
    while not done.is_set():
        number += 1
        which = agreements + number % 100
        path = f"/v1/agreements/bench-{which}"
        if which not in versions:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            versions[which] = answer.headers["ETag"]
        began = time.time()
        connection.request(
            "POST", path + "/notes", json.dumps({"text": f"catatan {number}"}),
            headers | {"If-Match": versions[which]})
        answer = connection.getresponse()
        text = answer.read()
        took.append((began, (time.time() - began) * 1000))
        if answer.status not in (200, 201):
            sys.exit(f"{answer.status} {text.decode()}")
        versions[which] = answer.headers["ETag"]


def told() -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/metrics")
    for line in connection.getresponse().read().decode().splitlines():
        if line.startswith('pksd_events_total{type="reminder.due"}'):
            return int(float(line.split()[-1]))
    return 0


def show(name: str, times: list[float]) -> None:
    times = sorted(times)
    if times:
        p50, p99 = times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]
        print(f"commands {name:<7} {len(times):>6}   p50 {p50:6.2f} ms   p99 {p99:6.2f} ms   max {times[-1]:6.2f} ms")


before = told()
client = threading.Thread(target=enter_notes)
client.start()
time.sleep(max(0, due - time.time()))
while (count := told() - before) < agreements and time.time() < due + 120:
    time.sleep(0.02)
end = time.time()
time.sleep(3)
done.set()
client.join()
print(f"{count} due at one instant: all queued after {end - due:.2f} s")
show("before", [ms for at, ms in took if at < due - 0.1])
show("during", [ms for at, ms in took if due - 0.1 <= at < end])
show("after", [ms for at, ms in took if at >= end])
